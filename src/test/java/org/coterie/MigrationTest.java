package org.coterie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What the migrations make, on the embedded database, without a server. */
class MigrationTest {

    private static final String URL = "jdbc:h2:mem:migration";

    private static final String FORMATION = """
            insert into formation (id, state, progress, min_size, max_size, groups_per_person, seed, dry_run, requested_at)
            values (random_uuid(), '%s', 0, 3, 8, 2, 1, false, current_timestamp)""";

    @Test
    void constraintsHoldWhenTheConnectionThatMadeThemIsClosed() throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL, "coterie", "coterie");
                var statement = connection.createStatement()) {
            Flyway.configure()
                    .dataSource(URL, "coterie", "coterie")
                    .locations("db/migration")
                    .load()
                    .migrate();

            assertThat(statement.executeUpdate(FORMATION.formatted("QUEUED"))).isEqualTo(1);
            assertThatThrownBy(() -> statement.executeUpdate(FORMATION.formatted("DREAMING")))
                    .hasMessageContaining("Check constraint violation");
            // the form that does not outlive its session
            try (var rows = statement.executeQuery(
                    "select constraint_name from information_schema.check_constraints where check_clause like '% IN(%'")) {
                assertThat(rows.next()).isFalse();
            }
        }
    }
}
