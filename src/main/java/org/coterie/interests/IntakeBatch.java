package org.coterie.interests;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.interests.HolderIndex.Held;
import org.coterie.interests.InterestIntake.Declared;
import org.coterie.interests.InterestIntake.Expressed;
import org.coterie.interests.InterestIntake.Hashtag;
import org.coterie.interests.InterestIntake.Message;
import org.coterie.interests.InterestIntake.Words;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.tags.TagMoves;
import org.coterie.tags.TagName;
import org.jspecify.annotations.Nullable;

/** The rows of what several people said, written together. */
final class IntakeBatch {

    private static final String FORGET_INTEREST = "delete from interest where person_id = ? and tag_id = ?";
    private static final String FORGET_SIGNAL = "delete from signal where person_id = ? and text = ?";

    private static final String FORGET_WHAT_CAME_OF_IT = """
            delete from interest where person_id = ?
            and signal_id in (select id from signal where person_id = ? and text = ?)""";

    private static final String SIGNAL =
            "insert into signal (id, person_id, text, said_at, unread) values (?, ?, ?, ?, true)";

    private static final String SIGNAL_TAG = """
            insert into signal_tag (signal_id, tag_id, starts_at, ends_at, source, confirmed)
            values (?, ?, ?, ?, ?, true)""";

    private static final String NEW_INTEREST = """
            insert into interest (label, stance, strength, visibility, why,
                expressed_at, until_at, matches_until, signal_id, person_id, tag_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    // what is already held is written over: indexes whose columns stay the same are not touched
    private static final String RENEWED_INTEREST = """
            update interest set label = ?, stance = ?, strength = ?, visibility = ?, why = ?,
                expressed_at = ?, until_at = ?, matches_until = ?, signal_id = ?
            where person_id = ? and tag_id = ?""";

    private final TagMoves moves;
    private final Words words;
    private final HeldBefore before;
    private final List<SignalRow> signals = new ArrayList<>();
    private final Map<Holder, InterestRow> interests = new LinkedHashMap<>();
    private final Set<UUID> declaring = new HashSet<>();

    /** Those who hold nothing beside what is said here. */
    private final Set<UUID> known = new HashSet<>();

    private final Set<UUID> speaking = new LinkedHashSet<>();

    IntakeBatch(Words words, Fading fading, TagMoves moves) {
        this.moves = moves;
        this.words = words;
        this.before = new HeldBefore(fading);
    }

    record Holder(UUID personId, UUID tagId) {}

    private record SignalRow(UUID id, UUID personId, Message message) {}

    /**
     * What is written.
     *
     * @param written how the tag is
     */
    private record InterestRow(Declared declared, @Nullable UUID signalId, String written) {}

    /** A signal in the same words takes the place of the one before, with what came of it. */
    void forgetRepeatedSignals(List<Expressed> people, Connection connection) throws SQLException {
        List<Expressed> speaking = people.stream()
                .filter(person -> !person.isNew() && !person.said().messages().isEmpty())
                .toList();
        if (speaking.isEmpty()) {
            return;
        }
        try (PreparedStatement interests = connection.prepareStatement(FORGET_WHAT_CAME_OF_IT);
                PreparedStatement signals = connection.prepareStatement(FORGET_SIGNAL)) {
            for (Expressed person : speaking) {
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

    /**
     * What is declared comes before what a hashtag says, and the last of two writings of one tag before the first, but for two tags
     * that have become one, of which counts what would have been kept.
     * Where somebody has as many interests as anybody may, further hashtags stay in the signal alone.
     */
    void add(List<Expressed> people, Connection connection) throws SQLException {
        before.read(
                people.stream()
                        .filter(person -> !person.isNew() && person.saysAnything())
                        .map(Expressed::personId)
                        .toList(),
                connection);
        for (Expressed person : people) {
            Set<UUID> has = new HashSet<>();
            if (person.saysAnything()) {
                speaking.add(person.personId());
            }
            if (person.isNew() || person.said().declares()) {
                known.add(person.personId());
            }
            if (person.said().declares()) {
                declaring.add(person.personId());
            } else {
                has.addAll(before.tagsOf(person.personId()));
            }
            for (Declared declared : counting(person.said().declared())) {
                UUID tagId = words.idOf(declared.tag());
                var holder = new Holder(person.personId(), tagId);
                interests.put(holder, row(before.over(declared, holder), null, holder));
                has.add(tagId);
            }
            for (Message message : person.said().messages()) {
                UUID signalId = UuidCreator.getTimeOrderedEpoch();
                signals.add(new SignalRow(signalId, person.personId(), message));
                for (Hashtag hashtag : message.hashtags()) {
                    UUID tagId = words.idOf(hashtag.found().tag());
                    var holder = new Holder(person.personId(), tagId);
                    if (!person.said().declares() && before.contains(holder)) {
                        before.hear(holder, signalId, message.saidAt());
                    } else if (has.size() < Interests.MOST && has.add(tagId)) {
                        interests.put(holder, row(before.over(hashtag.interest(), holder), signalId, holder));
                    }
                }
            }
        }
    }

    private InterestRow row(Declared declared, @Nullable UUID signalId, Holder holder) {
        TagName said = declared.tag();
        return new InterestRow(
                declared, signalId, InterestView.writingOf(words.tagOf(said), before.labelOf(holder), said.label()));
    }

    /** What is declared by names of tags that have become one is kept of each, for when they are two again. */
    void keepOfEach(List<Expressed> people, InterestRepository repository, SaidOfEach ofEach) {
        Set<UUID> tagIds = new HashSet<>();
        interests.keySet().forEach(holder -> tagIds.add(holder.tagId));
        Set<UUID> several = moves.whereOthersCameTo(tagIds);
        if (several.isEmpty()) {
            return;
        }
        for (Expressed person : people) {
            Map<UUID, Map<TagName, Declared>> said = new LinkedHashMap<>();
            for (Declared declared : person.said().declared()) {
                UUID tagId = words.idOf(declared.tag());
                if (several.contains(tagId)) {
                    said.computeIfAbsent(tagId, id -> new LinkedHashMap<>()).put(declared.tag(), declared);
                }
            }
            Map<UUID, Interest> held = new HashMap<>();
            if (!said.isEmpty() && !person.isNew()) {
                repository.of(person.personId(), List.copyOf(said.keySet())).forEach(one -> held.put(one.tagId, one));
            }
            said.forEach((tagId, names) -> {
                var holder = new Holder(person.personId(), tagId);
                keepOfEach(holder, held.get(tagId), names, ofEach);
            });
            held.values().forEach(repository.getEntityManager()::detach);
        }
    }

    private void keepOfEach(Holder holder, @Nullable Interest was, Map<TagName, Declared> names, SaidOfEach ofEach) {
        InterestRow row = Objects.requireNonNull(interests.get(holder));
        if (was != null) {
            ofEach.keep(was, row.written);
        }
        Interest one = row.declared.by(holder.personId, holder.tagId, row.written);
        if (names.size() > 1) {
            Map<TagName, Interest> ofEachName = byEachName(one, names, ofEach);
            one.take(ofEach.join(one, ofEachName));
            interests.put(holder, new InterestRow(row.declared.as(one), row.signalId, one.label));
            ofEachName.values().forEach(ofEach::keepEarlier);
        }
        ofEach.keepEarlier(one);
    }

    private Map<TagName, Interest> byEachName(Interest counting, Map<TagName, Declared> names, SaidOfEach ofEach) {
        Map<String, MovedInterest.Was> were = ofEach.before(counting.personId, names.keySet());
        Map<TagName, Interest> said = new LinkedHashMap<>();
        names.forEach((name, declared) -> {
            MovedInterest.Was was = were.get(name.key());
            said.put(
                    name,
                    was == null
                            ? declared.by(counting.personId, counting.tagId, name.label())
                            : before.over(declared, was.interest())
                                    .by(
                                            counting.personId,
                                            counting.tagId,
                                            InterestView.writingOf(was.tag(), was.interest().label, name.label())));
        });
        return said;
    }

    /** Of each tag one. */
    private Collection<Declared> counting(List<Declared> all) {
        Map<UUID, Declared> counting = new LinkedHashMap<>();
        all.forEach(declared -> counting.merge(
                words.idOf(declared.tag()),
                declared,
                (first, later) -> Declaration.WEIGHTIER.compare(first.how(), later.how()) > 0
                                && moves.wereTwo(first.tag(), later.tag())
                        ? first
                        : later));
        return counting.values();
    }

    void write(Connection connection, OwnChanges own) throws SQLException {
        writeSignals(connection);
        writeInterests(connection);
        if (!speaking.isEmpty()) {
            own.keep(ChangeLog.note(Topic.INTERESTS, speaking, connection), whole());
        }
    }

    /** Who of these cares about other things than before, or otherwise; new people do not count. */
    Set<UUID> changed(List<Expressed> people) {
        Set<UUID> changed = new HashSet<>();
        interests.forEach((holder, row) -> {
            if (!before.isAs(row.declared, holder)) {
                changed.add(holder.personId);
            }
        });
        noLongerDeclared().forEach(holder -> changed.add(holder.personId));
        // what a repeated signal said is gone before anything is read
        return people.stream()
                .filter(person -> !person.isNew()
                        && (changed.contains(person.personId())
                                || !person.said().messages().isEmpty()))
                .map(Expressed::personId)
                .collect(Collectors.toSet());
    }

    /** All that those hold of whom everything is known. */
    private Map<UUID, List<Held>> whole() {
        Map<UUID, List<Held>> whole = new HashMap<>();
        known.forEach(person -> whole.put(person, new ArrayList<>()));
        interests.forEach((holder, row) -> {
            List<Held> held = whole.get(holder.personId);
            if (held != null && row.declared.how().effectiveVisibility() != Visibility.PRIVATE) {
                held.add(row.declared.as(holder.tagId));
            }
        });
        return whole;
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
        tag.setObject(3, hashtag.found().start());
        tag.setObject(4, hashtag.found().end());
        tag.setString(5, hashtag.found().source().name());
        tag.addBatch();
    }

    private void writeInterests(Connection connection) throws SQLException {
        forgetWhatIsNoLongerDeclared(connection);
        Map<Boolean, List<Map.Entry<Holder, InterestRow>>> byBefore = interests.entrySet().stream()
                .collect(Collectors.partitioningBy(entry -> before.contains(entry.getKey())));
        write(NEW_INTEREST, byBefore.getOrDefault(false, List.of()), connection);
        write(RENEWED_INTEREST, byBefore.getOrDefault(true, List.of()), connection);
        before.writeHeard(connection);
    }

    /** What people held and do not declare any more, by person. */
    Map<UUID, Set<UUID>> gone() {
        return noLongerDeclared().stream()
                .collect(
                        Collectors.groupingBy(Holder::personId, Collectors.mapping(Holder::tagId, Collectors.toSet())));
    }

    private List<Holder> noLongerDeclared() {
        return before.holders().stream()
                .filter(holder -> declaring.contains(holder.personId) && !interests.containsKey(holder))
                .toList();
    }

    private void forgetWhatIsNoLongerDeclared(Connection connection) throws SQLException {
        List<Holder> gone = noLongerDeclared();
        if (gone.isEmpty()) {
            return;
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET_INTEREST)) {
            for (Holder holder : gone) {
                forget.setObject(1, holder.personId);
                forget.setObject(2, holder.tagId);
                forget.addBatch();
            }
            forget.executeBatch();
        }
    }

    private void write(String sql, List<Map.Entry<Holder, InterestRow>> rows, Connection connection)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            for (Map.Entry<Holder, InterestRow> row : rows) {
                Declared declared = row.getValue().declared;
                Declaration how = declared.how();
                write.setString(1, row.getValue().written);
                write.setString(2, how.effectiveStance().name());
                write.setInt(3, how.effectiveStrength());
                write.setString(4, how.effectiveVisibility().name());
                write.setString(5, how.effectiveWhy());
                write.setObject(6, utc(declared.expressedAt()));
                write.setObject(7, how.until() == null ? null : utc(how.until().truncatedTo(ChronoUnit.MICROS)));
                write.setObject(8, utc(declared.matchesUntil()));
                write.setObject(9, row.getValue().signalId);
                write.setObject(10, row.getKey().personId);
                write.setObject(11, row.getKey().tagId);
                write.addBatch();
            }
            write.executeBatch();
        }
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
