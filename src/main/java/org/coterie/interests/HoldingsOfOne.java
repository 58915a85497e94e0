package org.coterie.interests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what one person holds, row by row, until the next person's begins: only then the newest of them is known. */
final class HoldingsOfOne {

    private final Fading fading;
    private final HoldingSink sink;
    private final List<Held> held = new ArrayList<>();

    private @Nullable UUID personId;
    private Instant newest = Instant.MIN;

    HoldingsOfOne(Fading fading, HoldingSink sink) {
        this.fading = fading;
        this.sink = sink;
    }

    private record Held(UUID tagId, Stance stance, int strength, boolean matchOnly, Instant expressedAt) {}

    /** Takes a row; the rows of one person follow each other. */
    void add(ResultSet row) throws SQLException {
        UUID whose = row.getObject(1, UUID.class);
        if (!whose.equals(personId)) {
            handOver();
            personId = whose;
        }
        Instant expressedAt = row.getObject(6, OffsetDateTime.class).toInstant();
        held.add(new Held(
                row.getObject(2, UUID.class),
                Stance.valueOf(row.getString(3)),
                row.getInt(4),
                row.getString(5).equals("MATCH_ONLY"),
                expressedAt));
        if (expressedAt.isAfter(newest)) {
            newest = expressedAt;
        }
    }

    /** Passes on what was gathered. */
    void handOver() {
        if (personId != null) {
            for (Held one : held) {
                double weight = fading.weightAfter(one.strength(), Duration.between(one.expressedAt(), newest));
                sink.accept(personId, one.tagId(), one.stance(), (float) weight, one.matchOnly());
            }
        }
        held.clear();
        newest = Instant.MIN;
    }
}
