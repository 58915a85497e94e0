package org.coterie;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between the application and PostgreSQL for the whole of a run, so that a test can take the database away from it. */
public final class Cable implements QuarkusTestResourceLifecycleManager {

    private static @Nullable Relay relay;

    /** What all of the application's connections to PostgreSQL pass. */
    public static Relay relay() {
        return Objects.requireNonNull(relay);
    }

    @Override
    public Map<String, String> start() {
        if (!TestDatabase.isPostgres()) {
            return Map.of();
        }
        try {
            var laid = Relay.to(Integer.getInteger(TestDatabase.PORT));
            relay = laid;
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://localhost:%d/postgres?connectTimeout=2".formatted(laid.port()),
                    "coterie.database-timeout",
                    "9s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (relay != null) {
            relay.close();
        }
    }
}
