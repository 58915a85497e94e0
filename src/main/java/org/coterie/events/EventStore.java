package org.coterie.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coterie.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the events that have their place, and forgets them at last. */
@ApplicationScoped
class EventStore {

    private static final String COLUMNS = "select position, id, type, happened_at, data, recipients from event ";
    private static final String ALL = COLUMNS + "where position > ? order by position limit ?";
    private static final String THESE = COLUMNS + "where position = any (?) order by position";
    private static final String OF_PERSON =
            "select position from event_recipient where person_id = ? and position > ? order by position limit ?";

    private static final String PLACE = "select position from event where id = ?";
    private static final String TOLD = "select position from event_recipient where person_id = ? and position = ?";
    private static final String LAST = "select last_position from event_turn where id = 1";
    private static final String WHO = "select person_id from event_recipient where position > ? and position <= ?";

    private static final String OLDEST = "select position, published_at from event order by position limit 1000";
    private static final List<String> FORGET = List.of(
            "delete from event_recipient where position <= ?",
            "delete from webhook_delivery where position <= ?",
            "delete from event where position <= ?");

    private final DataSource database;
    private final Silence silence;

    EventStore(DataSource database, Silence silence) {
        this.database = database;
        this.silence = silence;
    }

    /** An event and its place. */
    record Placed(long position, EventView event) {

        private static Placed read(ResultSet row, boolean all) throws SQLException {
            return new Placed(
                    row.getLong(1),
                    new EventView(
                            row.getObject(2, UUID.class),
                            EventType.of(row.getString(3)),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            EventData.read(row.getString(5)),
                            all ? ids(row.getArray(6)) : null));
        }
    }

    /** Next events, of which those may be shown that are not about somebody of whom the reader hears nothing. */
    record Portion(List<Placed> read, Predicate<EventView> audible) {

        Stream<EventView> shown() {
            return read.stream().map(Placed::event).filter(audible);
        }
    }

    /** The ids in an array of the database. */
    static List<UUID> ids(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(UUID.class::cast).toList();
    }

    /** The next events after this place that are told to a reader; those about nobody of whom they hear nothing. */
    @Transactional
    Portion after(Listener reader, long position, int limit) {
        List<Placed> events = ask(connection -> after(reader, position, limit, connection));
        UUID personId = reader.personId();
        boolean aboutPeople =
                events.stream().anyMatch(placed -> placed.event.data().personId() != null);
        Set<UUID> unheard = personId == null || !aboutPeople ? Set.of() : silence.around(personId);
        return new Portion(events, event -> {
            UUID other = event.data().personId();
            return other == null || !unheard.contains(other);
        });
    }

    private List<Placed> after(Listener reader, long position, int limit, Connection connection) throws SQLException {
        UUID personId = reader.personId();
        if (personId == null) {
            try (PreparedStatement select = connection.prepareStatement(ALL)) {
                select.setLong(1, position);
                select.setInt(2, limit);
                return events(select, true);
            }
        }
        List<Long> theirs = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OF_PERSON)) {
            select.setObject(1, personId);
            select.setLong(2, position);
            select.setInt(3, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    theirs.add(rows.getLong(1));
                }
            }
        }
        if (theirs.isEmpty()) {
            return List.of();
        }
        return at(theirs, false, connection);
    }

    /**
     * The events at these places that are still kept, oldest first.
     *
     * @param all whether their recipients belong to them
     */
    List<Placed> at(Collection<Long> places, boolean all, Connection connection) throws SQLException {
        Array positions = connection.createArrayOf("bigint", places.toArray());
        try (PreparedStatement select = connection.prepareStatement(THESE)) {
            select.setArray(1, positions);
            return events(select, all);
        } finally {
            positions.free();
        }
    }

    private static List<Placed> events(PreparedStatement select, boolean all) throws SQLException {
        List<Placed> events = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                events.add(Placed.read(rows, all));
            }
        }
        return events;
    }

    /**
     * The place of an event.
     *
     * @param personId whom it is told; null for anybody
     * @throws Problem UNKNOWN where none has this id, or no longer
     */
    @Transactional
    long placeOf(UUID eventId, @Nullable UUID personId) {
        return find(eventId, personId).orElseThrow(EventStore::unknown);
    }

    /** The same; empty where there is none. */
    @Transactional
    OptionalLong find(UUID eventId, @Nullable UUID personId) {
        return ask(connection -> {
            OptionalLong place = number(PLACE, connection, eventId);
            return personId == null || place.isEmpty() ? place : number(TOLD, connection, personId, place.getAsLong());
        });
    }

    static Problem unknown() {
        return new Problem(Problem.Kind.UNKNOWN, "unknown-event");
    }

    /** The last place that is taken. */
    @Transactional
    long last() {
        return ask(connection -> number(LAST, connection)).orElseThrow();
    }

    /** Who is told something at these places. */
    @Transactional
    Set<UUID> toldBetween(long after, long last) {
        return ask(connection -> {
            Set<UUID> people = new HashSet<>();
            try (PreparedStatement select = connection.prepareStatement(WHO)) {
                select.setLong(1, after);
                select.setLong(2, last);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        people.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return people;
        });
    }

    /**
     * Forgets some of those that were published before this.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean forgetSome(Instant before) {
        return ask(connection -> {
            OffsetDateTime limit = before.atOffset(ZoneOffset.UTC);
            long last = 0;
            boolean more = false;
            try (PreparedStatement select = connection.prepareStatement(OLDEST);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    more = rows.getObject(2, OffsetDateTime.class).isBefore(limit);
                    if (!more) {
                        break;
                    }
                    last = rows.getLong(1);
                }
            }
            for (String forget : FORGET) {
                try (PreparedStatement delete = connection.prepareStatement(forget)) {
                    delete.setLong(1, last);
                    delete.executeUpdate();
                }
            }
            return more;
        });
    }

    private static OptionalLong number(String query, Connection connection, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Something that is read, or done, over a connection. */
    @FunctionalInterface
    interface Question<T> {

        T over(Connection connection) throws SQLException;
    }

    <T> T ask(Question<T> question) {
        try (Connection connection = database.getConnection()) {
            return question.over(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Events could not be read or written.", e);
        }
    }
}
