package org.coterie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.coterie.language.KeptText;
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

    @Test
    void whatWasKeptInEnglishIsToldInAnyLanguageFromThen() throws SQLException {
        String url = URL + "-texts";
        try (Connection connection = DriverManager.getConnection(url, "coterie", "coterie");
                var statement = connection.createStatement()) {
            var history =
                    Flyway.configure().dataSource(url, "coterie", "coterie").locations("db/migration");
            history.target("37").load().migrate();
            statement.execute("""
                    insert into import_job (id, state, progress, accepted, rejected, started_at, heartbeat_at, failure)
                    values (random_uuid(), 'FAILED', 0, 0, 1, current_timestamp, current_timestamp, 'The file broke off.')""");
            statement.execute("""
                    insert into import_error (import_id, line, code, detail)
                    select id, 1, 'unknown-field', 'There is no field "a\\b" here.' from import_job""");
            statement.execute("""
                    insert into peer_group (id, name, statement, state, min_size, max_size, member_count, active_count,
                                            cohesion, created_at)
                    values (random_uuid(), 'Menders', 'We mend.', 'ACTIVE', 3, 8, 0, 0, 0.5, current_timestamp),
                           (random_uuid(), 'mending & tea', 'People who care about mending and tea.', 'ACTIVE', 3, 8, 0, 0,
                            0.5, current_timestamp)""");

            statement.execute("""
                    insert into webhook (id, url, types, secret, enabled, disabled_because, created_at)
                    values (random_uuid(), 'https://example.org', '', 's', false,
                            'Nothing has arrived; at last there was no answer: "a\\b" is
                    away.', current_timestamp)""");

            history.target("latest").load().migrate();

            assertThat(KeptText.read(only(statement, "select disabled_because from webhook")))
                    .hasToString("Nothing has arrived; at last there was no answer: \"a\\b\" is away.");
            assertThat(KeptText.read(only(statement, "select detail from import_error")))
                    .hasToString("There is no field \"a\\b\" here.");
            assertThat(only(statement, "select failure from import_job")).isEqualTo("import-failed.broke-off");
            assertThat(only(statement, "select statement from peer_group where name is not null"))
                    .isEqualTo("We mend.");
        }
    }

    @Test
    void whatATagWasCalledSinceItTookInAnotherWasSaidOfThatTag() throws SQLException {
        String url = URL + "-labels";
        try (Connection connection = DriverManager.getConnection(url, "coterie", "coterie");
                var statement = connection.createStatement()) {
            var history =
                    Flyway.configure().dataSource(url, "coterie", "coterie").locations("db/migration");
            history.target("50").load().migrate();
            UUID move = UUID.randomUUID();
            UUID gone = UUID.randomUUID();
            UUID kept = UUID.randomUUID();
            for (String row : List.of(
                    "into tag (id, name, label, created_at) values ('%2$s', 'cycling', 'Cycling', current_timestamp)",
                    "into tag (id, name, label, created_at, merged_into) values ('%1$s', 'biking', 'Biking', current_timestamp, '%2$s')",
                    "into synonym (id, tag_id, same_as_id, gone_id, kept_id, state, progress, created_at, ends_at, merged_at)"
                            + " values ('%3$s', '%1$s', '%2$s', '%1$s', '%2$s', 'MERGED', 1, current_timestamp, current_timestamp,"
                            + " current_timestamp)",
                    "into moved_tag_key (move_id, word_key, own) values ('%3$s', X'62', true)",
                    "into moved_tag_common (move_id) values ('%3$s')",
                    "into moved_tag_label (move_id, tag_id, language, ordinal, label) values ('%3$s', '%1$s', 'de', 0, 'Radeln')",
                    "into moved_tag_label (move_id, tag_id, language, ordinal, label) values ('%3$s', '%2$s', 'de', 0, 'Velofahren')",
                    "into tag_label (tag_id, language, ordinal, label) values ('%2$s', 'de', 0, 'Radfahren')",
                    "into tag_label (tag_id, language, ordinal, label) values ('%2$s', 'de', 1, 'Radeln')",
                    "into tag_label (tag_id, language, ordinal, label) values ('%2$s', 'de', 2, 'Biking')")) {
                statement.execute("insert " + row.formatted(gone, kept, move));
            }

            history.target("latest").load().migrate();

            String called = "select label from moved_tag_label where tag_id = '%s'";
            assertThat(only(statement, called.formatted(gone))).isEqualTo("Radeln");
            assertThat(only(statement, called.formatted(kept))).isEqualTo("Radfahren");
            assertThat(only(statement, "select to_id from moved_tag")).isEqualTo(kept.toString());
            assertThat(only(statement, "select count(*) from moved_tag_common")).isEqualTo("0");
        }
    }

    private static String only(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            String value = rows.getString(1);
            assertThat(rows.next()).isFalse();
            return value;
        }
    }
}
