package org.coterie.interests;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coterie.interests.InterestIntake.Declared;
import org.coterie.interests.InterestIntake.Expressed;
import org.coterie.interests.InterestIntake.Hashtag;
import org.coterie.interests.InterestIntake.Message;
import org.coterie.interests.InterestIntake.Words;
import org.jspecify.annotations.Nullable;

/** The rows of what several people said, written together. */
final class IntakeBatch {

    private static final String FORGET_INTERESTS = "delete from interest where person_id = any (?)";
    private static final String FORGET_SIGNAL = "delete from signal where person_id = ? and text = ?";

    private static final String FORGET_WHAT_CAME_OF_IT = """
            delete from interest where person_id = ?
            and signal_id in (select id from signal where person_id = ? and text = ?)""";

    private static final String HELD = "select person_id, tag_id from interest where person_id = any (?)";
    private static final String SIGNAL = "insert into signal (id, person_id, text, said_at) values (?, ?, ?, ?)";

    private static final String SIGNAL_TAG = """
            insert into signal_tag (signal_id, tag_id, starts_at, ends_at, source, confirmed)
            values (?, ?, ?, ?, ?, true)""";

    private static final String INTEREST = """
            insert into interest (person_id, tag_id, label, stance, strength, visibility, why,
                expressed_at, until_at, matches_until, signal_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Words words;
    private final List<SignalRow> signals = new ArrayList<>();
    private final Map<Holder, InterestRow> interests = new LinkedHashMap<>();

    IntakeBatch(Words words) {
        this.words = words;
    }

    private record Holder(UUID personId, UUID tagId) {}

    private record SignalRow(UUID id, UUID personId, Message message) {}

    private record InterestRow(Declared declared, @Nullable UUID signalId) {}

    /** Declared interests replace all there were; a signal in the same words takes the place of the one before. */
    void forgetWhatIsReplaced(List<Expressed> people, Connection connection) throws SQLException {
        List<Expressed> known =
                people.stream().filter(person -> !person.isNew()).toList();
        List<UUID> declaring = known.stream()
                .filter(person -> person.said().declares())
                .map(Expressed::personId)
                .toList();
        if (!declaring.isEmpty()) {
            try (PreparedStatement forget = connection.prepareStatement(FORGET_INTERESTS)) {
                withArray(declaring, forget, connection, PreparedStatement::executeUpdate);
            }
        }
        if (known.stream().anyMatch(person -> !person.said().messages().isEmpty())) {
            try (PreparedStatement interests = connection.prepareStatement(FORGET_WHAT_CAME_OF_IT);
                    PreparedStatement signals = connection.prepareStatement(FORGET_SIGNAL)) {
                for (Expressed person : known) {
                    for (Message message : person.said().messages()) {
                        interests.setObject(1, person.personId());
                        interests.setObject(2, person.personId());
                        interests.setString(3, message.text());
                        interests.addBatch();
                        signals.setObject(1, person.personId());
                        signals.setString(2, message.text());
                        signals.addBatch();
                    }
                }
                interests.executeBatch();
                signals.executeBatch();
            }
        }
    }

    /**
     * What is declared comes before what a hashtag says, and the last of two writings of one tag before the first.
     * Where somebody has as many interests as anybody may, further hashtags stay in the signal alone.
     */
    void add(List<Expressed> people, Connection connection) throws SQLException {
        Map<UUID, Set<UUID>> held = heldByWhoOnlySpeaks(people, connection);
        for (Expressed person : people) {
            Set<UUID> has = held.getOrDefault(person.personId(), new HashSet<>());
            for (Declared declared : person.said().declared()) {
                UUID tagId = words.idOf(declared.tag());
                interests.put(new Holder(person.personId(), tagId), new InterestRow(declared, null));
                has.add(tagId);
            }
            for (Message message : person.said().messages()) {
                UUID signalId = UuidCreator.getTimeOrderedEpoch();
                signals.add(new SignalRow(signalId, person.personId(), message));
                for (Hashtag hashtag : message.hashtags()) {
                    UUID tagId = words.idOf(hashtag.found().tag());
                    if (has.size() < Interests.MOST && has.add(tagId)) {
                        interests.put(
                                new Holder(person.personId(), tagId), new InterestRow(hashtag.interest(), signalId));
                    }
                }
            }
        }
    }

    private static Map<UUID, Set<UUID>> heldByWhoOnlySpeaks(List<Expressed> people, Connection connection)
            throws SQLException {
        List<UUID> speaking = people.stream()
                .filter(person -> !person.isNew()
                        && !person.said().declares()
                        && !person.said().messages().isEmpty())
                .map(Expressed::personId)
                .toList();
        Map<UUID, Set<UUID>> held = new HashMap<>();
        if (!speaking.isEmpty()) {
            try (PreparedStatement read = connection.prepareStatement(HELD)) {
                withArray(speaking, read, connection, statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            held.computeIfAbsent(rows.getObject(1, UUID.class), id -> new HashSet<>())
                                    .add(rows.getObject(2, UUID.class));
                        }
                    }
                    return held.size();
                });
            }
        }
        return held;
    }

    void write(Connection connection) throws SQLException {
        writeSignals(connection);
        writeInterests(connection);
    }

    private void writeSignals(Connection connection) throws SQLException {
        if (signals.isEmpty()) {
            return;
        }
        try (PreparedStatement signal = connection.prepareStatement(SIGNAL);
                PreparedStatement tag = connection.prepareStatement(SIGNAL_TAG)) {
            for (SignalRow row : signals) {
                signal.setObject(1, row.id);
                signal.setObject(2, row.personId);
                signal.setString(3, row.message.text());
                signal.setObject(4, utc(row.message.saidAt()));
                signal.addBatch();
                // two writings of one tag are found once
                Set<UUID> found = new HashSet<>();
                for (Hashtag hashtag : row.message.hashtags()) {
                    if (found.add(words.idOf(hashtag.found().tag()))) {
                        add(hashtag, row.id, tag);
                    }
                }
            }
            signal.executeBatch();
            tag.executeBatch();
        }
    }

    private void add(Hashtag hashtag, UUID signalId, PreparedStatement tag) throws SQLException {
        tag.setObject(1, signalId);
        tag.setObject(2, words.idOf(hashtag.found().tag()));
        tag.setInt(3, hashtag.found().start());
        tag.setInt(4, hashtag.found().end());
        tag.setString(5, hashtag.found().source().name());
        tag.addBatch();
    }

    private void writeInterests(Connection connection) throws SQLException {
        if (interests.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INTEREST)) {
            for (Map.Entry<Holder, InterestRow> entry : interests.entrySet()) {
                Declared declared = entry.getValue().declared;
                Declaration how = declared.how();
                insert.setObject(1, entry.getKey().personId);
                insert.setObject(2, entry.getKey().tagId);
                insert.setString(3, declared.tag().label());
                insert.setString(4, how.effectiveStance().name());
                insert.setInt(5, how.effectiveStrength());
                insert.setString(6, how.effectiveVisibility().name());
                insert.setString(7, how.why() == null || how.why().isBlank() ? null : how.why());
                insert.setObject(8, utc(declared.expressedAt()));
                insert.setObject(9, how.until() == null ? null : utc(how.until().truncatedTo(ChronoUnit.MICROS)));
                insert.setObject(10, utc(declared.matchesUntil()));
                insert.setObject(11, entry.getValue().signalId);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** What is done with a statement whose one parameter is set. */
    private interface Execution {
        int execute(PreparedStatement statement) throws SQLException;
    }

    private static void withArray(
            List<UUID> ids, PreparedStatement statement, Connection connection, Execution execution)
            throws SQLException {
        Array array = connection.createArrayOf("uuid", ids.toArray());
        try {
            statement.setArray(1, array);
            execution.execute(statement);
        } finally {
            array.free();
        }
    }
}
