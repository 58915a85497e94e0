package org.coterie.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a request waits for rows that others hold: PostgreSQL would as long as it takes, H2 does for two seconds. */
@ApplicationScoped
public class LockPatience {

    private final EntityManager entities;
    private final boolean waitsForever;

    LockPatience(EntityManager entities, @ConfigProperty(name = "quarkus.datasource.db-kind") String database) {
        this.entities = entities;
        this.waitsForever = database.equals("postgresql");
    }

    /** From here on, in the current transaction, so many seconds at most. */
    public void atMost(int seconds) {
        if (waitsForever) {
            entities.createNativeQuery("set local lock_timeout = '%ds'".formatted(seconds))
                    .executeUpdate();
        }
    }
}
