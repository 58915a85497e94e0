package org.coterie.paging;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgResultSet;

/**
 * Cells of rows that are read by the million. PostgreSQL's driver makes a dozen objects for a time and looks through all types
 * for an id; here they are made of the bytes that came, where they came as bytes (see {@link RowStream}).
 */
public final class Cells {

    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int NANOS_A_MICRO = 1_000;

    /** Where PostgreSQL begins to count, in its protocol. */
    private static final long YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private static final int BYTES_OF_AN_ID = 2 * Long.BYTES;

    private Cells() {}

    /**
     * An id.
     *
     * @param column from 1 on; not null
     */
    public static UUID id(ResultSet row, int column) throws SQLException {
        ByteBuffer raw = raw(row, column, BYTES_OF_AN_ID);
        return raw == null ? row.getObject(column, UUID.class) : new UUID(raw.getLong(), raw.getLong());
    }

    /**
     * A point in time, to the microsecond.
     *
     * @param column from 1 on; not null
     */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        ByteBuffer raw = raw(row, column, Long.BYTES);
        return raw == null ? row.getObject(column, OffsetDateTime.class).toInstant() : since2000(raw.getLong());
    }

    private static Instant since2000(long micros) {
        return Instant.ofEpochSecond(
                YEAR_2000 + Math.floorDiv(micros, MICROS_A_SECOND),
                Math.floorMod(micros, MICROS_A_SECOND) * NANOS_A_MICRO);
    }

    /** As it came, where it came as so many bytes: what came as text is longer. */
    private static @Nullable ByteBuffer raw(ResultSet row, int column, int length) throws SQLException {
        if (!row.isWrapperFor(PgResultSet.class)) {
            return null;
        }
        byte[] bytes = row.getBytes(column);
        return bytes != null && bytes.length == length ? ByteBuffer.wrap(bytes) : null;
    }
}
