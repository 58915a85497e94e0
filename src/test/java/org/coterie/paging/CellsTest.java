package org.coterie.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On either database, however its driver sends rows. */
@QuarkusTest
@Tag("http")
class CellsTest {

    private static final String ROW = "select cast(? as uuid), cast(? as timestamp with time zone)";

    private static final List<UUID> IDS = List.of(
            new UUID(0, 0), new UUID(-1, -1), UUID.fromString("7b1f8c3e-9a54-4d0b-8c11-e2a46d9f0035"), new UUID(1, -2));

    private static final List<Instant> TIMES = List.of(
            Instant.parse("1999-12-31T23:59:59.999999Z"),
            Instant.parse("2000-01-01T00:00:00Z"),
            Instant.parse("1969-07-20T20:17:40.000001Z"),
            Instant.parse("2026-11-29T05:44:29.123456Z"));

    @Inject
    DataSource database;

    @Inject
    RowStream rows;

    private record Read(UUID id, Instant time) {

        static Read of(ResultSet row) throws SQLException {
            return new Read(Cells.id(row, 1), Cells.instant(row, 2));
        }
    }

    @Test
    void idsAndTimesAreReadAsTheyWereWrittenFromManyRows() {
        for (int i = 0; i < IDS.size(); i++) {
            Read written = new Read(IDS.get(i), TIMES.get(i));
            List<Read> read = new ArrayList<>();
            rows.each(ROW, statement -> write(written, statement), row -> read.add(Read.of(row)));

            assertThat(read).containsExactly(written);
        }
    }

    @Test
    void idsAndTimesAreReadAsTheyWereWrittenFromOneRow() throws SQLException {
        for (int i = 0; i < IDS.size(); i++) {
            Read written = new Read(IDS.get(i), TIMES.get(i));
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement(ROW)) {
                write(written, statement);
                try (var row = statement.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    assertThat(Read.of(row)).isEqualTo(written);
                }
            }
        }
    }

    private static void write(Read written, PreparedStatement statement) throws SQLException {
        statement.setObject(1, written.id);
        statement.setObject(2, written.time.atOffset(ZoneOffset.UTC));
    }
}
