package org.coterie.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.coterie.accounts.Seniority;

/** Since when people are here. */
@ApplicationScoped
class JoiningDates implements Seniority {

    @Override
    public Optional<Instant> joinedAt(UUID personId) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> Person.<Person>findByIdOptional(personId).map(person -> person.joinedAt));
    }
}
