package org.coterie.interests;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coterie.interests.IntakeBatch.Holder;
import org.coterie.interests.InterestIntake.Declared;
import org.coterie.paging.Portions;
import org.jspecify.annotations.Nullable;

/** What several people held before they said more, and which of it a signal of theirs says again. */
final class HeldBefore {

    private static final int AT_ONCE = 100;

    private static final String HELD = """
            select person_id, tag_id, strength, until_at, signal_id, label, stance, visibility, matches_until, why
            from interest where person_id = any (?)""";

    private static final String SAID_AGAIN = """
            update interest set expressed_at = ?, until_at = ?, matches_until = ?, signal_id = ?
            where person_id = ? and tag_id = ?""";

    private final Fading fading;
    private final Map<UUID, Map<UUID, Before>> held = new HashMap<>();
    private final Map<Holder, Renewal> heard = new LinkedHashMap<>();

    HeldBefore(Fading fading) {
        this.fading = fading;
    }

    private record Before(Declaration how, @Nullable UUID signalId, String label, Instant matchesUntil) {}

    /** Reads what these people hold. */
    void read(List<UUID> people, Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(HELD)) {
            for (List<UUID> some : Portions.of(people, AT_ONCE).toList()) {
                Array ids = connection.createArrayOf("uuid", some.toArray());
                read.setArray(1, ids);
                try (ResultSet rows = read.executeQuery()) {
                    while (rows.next()) {
                        OffsetDateTime until = rows.getObject(4, OffsetDateTime.class);
                        var how = new Declaration(
                                Stance.valueOf(rows.getString(7)),
                                rows.getInt(3),
                                Visibility.valueOf(rows.getString(8)),
                                until == null ? null : until.toInstant(),
                                rows.getString(10));
                        var before = new Before(
                                how,
                                rows.getObject(5, UUID.class),
                                rows.getString(6),
                                rows.getObject(9, OffsetDateTime.class).toInstant());
                        held.computeIfAbsent(rows.getObject(1, UUID.class), id -> new HashMap<>())
                                .put(rows.getObject(2, UUID.class), before);
                    }
                }
                ids.free();
            }
        }
    }

    boolean contains(Holder holder) {
        return tagsOf(holder.personId()).contains(holder.tagId());
    }

    /** How it was written; null where it is not held. */
    @Nullable
    String labelOf(Holder holder) {
        Before before = held.getOrDefault(holder.personId(), Map.of()).get(holder.tagId());
        return before == null ? null : before.label;
    }

    /** Whether it was held as this says, and no longer than it will be. */
    boolean isAs(Declared declared, Holder holder) {
        Before before = held.getOrDefault(holder.personId(), Map.of()).get(holder.tagId());
        return before != null
                && before.how.effectiveStance() == declared.how().effectiveStance()
                && before.how.effectiveVisibility() == declared.how().effectiveVisibility()
                && !before.matchesUntil.isAfter(declared.matchesUntil());
    }

    /** What is said; what it does not say is as it was where it was held. */
    Declared over(Declared said, Holder holder) {
        Before before = held.getOrDefault(holder.personId(), Map.of()).get(holder.tagId());
        return before == null ? said : said.over(before.how, fading);
    }

    /** What is said of what somebody held of a tag before that became one with another. */
    Declared over(Declared said, Interest was) {
        return said.over(new Declaration(was.stance, (int) was.strength, was.visibility, was.untilAt, was.why), fading);
    }

    Set<UUID> tagsOf(UUID personId) {
        return held.getOrDefault(personId, Map.of()).keySet();
    }

    /** Everything that is held, by whom. */
    Collection<Holder> holders() {
        return held.entrySet().stream()
                .flatMap(person -> person.getValue().keySet().stream().map(tag -> new Holder(person.getKey(), tag)))
                .toList();
    }

    /** Notes that a signal says it again, as {@link Interest#hear} does it for one. */
    void hear(Holder holder, UUID signalId, Instant saidAt) {
        Before before = held.getOrDefault(holder.personId(), Map.of()).get(holder.tagId());
        if (before == null) {
            throw new IllegalArgumentException("%s is not held".formatted(holder));
        }
        heard.put(
                holder,
                Renewal.of(
                        before.how.effectiveStrength(),
                        before.how.until(),
                        before.signalId,
                        signalId,
                        saidAt.truncatedTo(ChronoUnit.MICROS),
                        fading));
    }

    /** Renews what was said again; after the signals that said it are written. */
    void writeHeard(Connection connection) throws SQLException {
        if (heard.isEmpty()) {
            return;
        }
        try (PreparedStatement renew = connection.prepareStatement(SAID_AGAIN)) {
            for (Map.Entry<Holder, Renewal> row : heard.entrySet()) {
                Renewal renewal = row.getValue();
                renew.setObject(1, IntakeBatch.utc(renewal.expressedAt()));
                renew.setObject(2, renewal.until() == null ? null : IntakeBatch.utc(renewal.until()));
                renew.setObject(3, IntakeBatch.utc(renewal.matchesUntil()));
                renew.setObject(4, renewal.signalId());
                renew.setObject(5, row.getKey().personId());
                renew.setObject(6, row.getKey().tagId());
                renew.addBatch();
            }
            renew.executeBatch();
        }
    }
}
