package org.coterie.formation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.coterie.Door;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;

/** Many people at once, straight into the database, for tests that need more of them than can sign up one by one. */
final class Crowd {

    private record Somebody(UUID id, String handle, List<String> interests) {}

    private static final int AT_A_TIME = 1_000;

    private final List<Somebody> people = new ArrayList<>();
    private final Set<String> words = new TreeSet<>();

    /** Adds somebody who publicly cares about these; gives their handle. */
    String add(String name, List<String> interests) {
        String handle = Door.unique(name);
        people.add(new Somebody(UUID.randomUUID(), handle, List.copyOf(interests)));
        words.addAll(interests);
        return handle;
    }

    /** Puts all of them into the database. */
    void arrive(AgroalDataSource database, Tags tags) {
        Map<String, KnownTag> known =
                tags.resolve(words.stream().map(TagName::of).toList());
        QuarkusTransaction.requiringNew().timeout(600).run(() -> write(database, known));
    }

    private void write(AgroalDataSource database, Map<String, KnownTag> known) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement person = connection.prepareStatement("""
                        insert into person (id, handle, handle_key, display_name, languages, joined_at)
                        values (?, ?, ?, ?, 'en', ?)""");
                PreparedStatement interest = connection.prepareStatement("""
                        insert into interest (person_id, tag_id, label, stance, strength, visibility,
                                              expressed_at, matches_until)
                        values (?, ?, ?, 'SHARE', 3, 'PUBLIC', ?, ?)""")) {
            for (int from = 0; from < people.size(); from += AT_A_TIME) {
                for (Somebody one : people.subList(from, Math.min(people.size(), from + AT_A_TIME))) {
                    person.setObject(1, one.id);
                    person.setString(2, one.handle);
                    person.setString(3, one.handle.toLowerCase(Locale.ROOT));
                    person.setString(4, one.handle);
                    person.setObject(5, now);
                    person.addBatch();
                    for (String word : one.interests) {
                        KnownTag tag = Objects.requireNonNull(
                                known.get(TagName.of(word).name()));
                        interest.setObject(1, one.id);
                        interest.setObject(2, tag.id());
                        interest.setString(3, tag.label());
                        interest.setObject(4, now);
                        interest.setObject(5, now.plusDays(30));
                        interest.addBatch();
                    }
                }
                person.executeBatch();
                interest.executeBatch();
            }
            List<UUID> ids = people.stream().map(Somebody::id).toList();
            ChangeLog.noteAll(Topic.PEOPLE, ids, connection);
            ChangeLog.noteAll(Topic.INTERESTS, ids, connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
