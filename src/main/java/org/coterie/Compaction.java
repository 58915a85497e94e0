package org.coterie;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.coterie.live.Rounds;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * Keeps the file of the embedded database small. Each commit appends to it, and H2 gives the room of what has been replaced back
 * only on a thread that it does not have where commits wait for the disk ({@code WRITE_DELAY=0}).
 */
@ApplicationScoped
class Compaction {

    /** In percent, so much of what the file holds is still needed: below it, what is takes the place of what is not. */
    private static final int FULL_ENOUGH = 50;

    /** So many bytes are written anew at once. */
    private static final int AT_ONCE = 8 << 20;

    private final DataSource database;
    private final boolean embedded;
    private final Rounds rounds = new Rounds("compaction", this::round);

    Compaction(DataSource database, @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.database = database;
        this.embedded = kind.equals("h2");
    }

    void start(@Observes StartupEvent event) {
        if (embedded) {
            rounds.begin();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.end();
    }

    /** One piece a round: there may be always more, where much is written. */
    private boolean round() {
        try (Connection connection = database.getConnection()) {
            compact(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The file of the database could not be compacted.", e);
        }
        return false;
    }

    /** Writes some of what is needed anew, where much of the file is not. */
    static void compact(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            MVStore store = session.getDatabase().getStore().getMvStore();
            if (store.compact(FULL_ENOUGH, AT_ONCE)) {
                store.commit();
            }
        }
    }
}
