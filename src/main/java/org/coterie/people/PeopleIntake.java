package org.coterie.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.paging.Portions;
import org.jspecify.annotations.Nullable;

/** Lets many people in at once, without tokens: who is here already is updated. */
@ApplicationScoped
public class PeopleIntake {

    private static final String KNOWN = "select handle_key, id from person where handle_key = any (?)";

    // in one order for everybody: two imports never wait for each other
    private static final String LOCK =
            "select id, languages, time_zone from person where id = any (?) order by id for update";

    private static final String INSERT = """
            insert into person (id, handle, handle_key, display_name, languages, time_zone, joined_at)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String UPDATE = """
            update person set
                display_name = coalesce(cast(? as varchar), display_name),
                languages = coalesce(cast(? as varchar), languages),
                time_zone = coalesce(cast(? as varchar), time_zone)
            where id = ?""";

    private static final int AT_ONCE = 100;

    private final DataSource database;
    private final Clock clock;

    PeopleIntake(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Somebody who comes in, or comes again.
     *
     * @param id theirs; made for them where they are new
     */
    public record Arrival(UUID id, boolean isNew, NewPerson person) {}

    /** Somebody else let the same people in, or out, since they were looked for: look again. */
    public static final class MovedMeanwhile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MovedMeanwhile() {
            super("Somebody has left meanwhile.");
        }
    }

    /** By which a person is recognised: the handle without case. */
    public static String keyOf(NewPerson person) {
        return Person.keyOf(person.handle());
    }

    /**
     * Who of these is here already, and the ids of the others to be. Random as they are, they are dealt in the order of
     * the handles: who is written together then stands together in every index, by id and by handle.
     *
     * @return in the same order; a handle that comes twice has one id
     */
    @Transactional
    public List<Arrival> expect(List<NewPerson> people) {
        Map<String, UUID> known = known(people);
        SortedSet<String> strangers = new TreeSet<>();
        people.forEach(person -> strangers.add(keyOf(person)));
        strangers.removeAll(known.keySet());
        Map<String, UUID> made = new HashMap<>();
        Iterator<UUID> ids = Stream.generate(UUID::randomUUID)
                .limit(strangers.size())
                .sorted()
                .iterator();
        strangers.forEach(key -> made.put(key, ids.next()));
        List<Arrival> arrivals = new ArrayList<>(people.size());
        for (NewPerson person : people) {
            String key = keyOf(person);
            UUID id = known.get(key);
            arrivals.add(
                    id == null
                            ? new Arrival(Objects.requireNonNull(made.get(key)), true, person)
                            : new Arrival(id, false, person));
        }
        return arrivals;
    }

    private Map<String, UUID> known(List<NewPerson> people) {
        Map<String, UUID> known = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            for (List<NewPerson> some : Portions.of(people, AT_ONCE).toList()) {
                Array keys = connection.createArrayOf(
                        "varchar", some.stream().map(PeopleIntake::keyOf).toArray());
                statement.setArray(1, keys);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        known.put(rows.getString(1), rows.getObject(2, UUID.class));
                    }
                }
                keys.free();
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("People could not be looked for.", e);
        }
    }

    /**
     * Lets these people in, or updates them: what is present replaces, what is absent stays. Nobody else changes them
     * until the transaction ends.
     *
     * @param arrivals as they were expected, each person once
     * @return who was here already, and has other languages now, or lives in another time zone
     * @throws MovedMeanwhile where one of them has left
     * @throws IllegalStateException with the {@link SQLException}, also where somebody else took a handle
     */
    @Transactional(TxType.MANDATORY)
    public Set<UUID> admit(List<Arrival> arrivals) {
        try (Connection connection = database.getConnection()) {
            Set<UUID> changed =
                    update(arrivals.stream().filter(arrival -> !arrival.isNew).toList(), connection);
            insert(arrivals.stream().filter(arrival -> arrival.isNew).toList(), connection);
            ChangeLog.noteAll(Topic.PEOPLE, arrivals.stream().map(Arrival::id).toList(), connection);
            return changed;
        } catch (SQLException e) {
            throw new IllegalStateException("People could not be let in.", e);
        }
    }

    private static Set<UUID> update(List<Arrival> known, Connection connection) throws SQLException {
        if (known.isEmpty()) {
            return Set.of();
        }
        Set<UUID> changed = lock(known, connection);
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            boolean any = false;
            for (Arrival arrival : known) {
                NewPerson person = arrival.person;
                if (person.displayName() != null || person.languages() != null || person.timeZone() != null) {
                    update.setString(1, person.displayName() == null ? null : person.shownName());
                    update.setString(2, person.languages() == null ? null : String.join(",", person.languages()));
                    update.setString(3, person.timeZone());
                    update.setObject(4, arrival.id);
                    update.addBatch();
                    any = true;
                }
            }
            if (any) {
                update.executeBatch();
            }
        }
        return changed;
    }

    /** Who of these is going to change. */
    private static Set<UUID> lock(List<Arrival> known, Connection connection) throws SQLException {
        Array ids =
                connection.createArrayOf("uuid", known.stream().map(Arrival::id).toArray());
        Map<UUID, NewPerson> coming = new HashMap<>();
        known.forEach(arrival -> coming.put(arrival.id, arrival.person));
        Set<UUID> changed = new HashSet<>();
        int locked = 0;
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, ids);
            try (ResultSet rows = lock.executeQuery()) {
                while (rows.next()) {
                    locked++;
                    UUID id = rows.getObject(1, UUID.class);
                    if (changes(Objects.requireNonNull(coming.get(id)), rows.getString(2), rows.getString(3))) {
                        changed.add(id);
                    }
                }
            }
        } finally {
            ids.free();
        }
        if (locked < known.size()) {
            throw new MovedMeanwhile();
        }
        return changed;
    }

    private static boolean changes(NewPerson person, String languages, @Nullable String timeZone) {
        return (person.languages() != null
                        && !String.join(",", person.languages()).equals(languages))
                || (person.timeZone() != null && !person.timeZone().equals(timeZone));
    }

    private void insert(List<Arrival> newcomers, Connection connection) throws SQLException {
        if (newcomers.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Arrival arrival : newcomers) {
                var person = new Person(arrival.person, clock.instant());
                insert.setObject(1, arrival.id);
                insert.setString(2, person.handle);
                insert.setString(3, person.handleKey);
                insert.setString(4, person.displayName);
                insert.setString(5, person.languages);
                insert.setString(6, person.timeZone);
                insert.setObject(7, person.joinedAt.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
