package org.coterie.events;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.coterie.paging.IdOrder;
import org.coterie.problem.DatabaseBusy;

/**
 * Gives what has happened its place in the order of events: one transaction at a time over all processes, so that nobody can
 * see a place while one before it may still be taken. What is committed late just comes later.
 */
@ApplicationScoped
class Publisher {

    private static final int AT_A_TIME = 500;

    /** Where more waits than that, as after a formation: recipients are written in their order, so each page only so often. */
    private static final int MANY = 5_000;

    /** So often in a row somebody may leave who is just being told. */
    private static final int MOST_TRIES = 5;

    private static final String ANY = "select 1 from event_outbox limit 1";
    private static final String AFTER_ALL = "select last_position from event_turn where id = 1 for update";
    private static final String TURN = AFTER_ALL + " skip locked";
    private static final String NEXT =
            "select number, id, type, happened_at, data, recipients from event_outbox order by number limit ?";
    private static final String PUBLISH = """
            insert into event (position, id, type, happened_at, data, recipients, published_at)
            values (?, ?, ?, ?, ?, ?, ?)""";

    /** Who has left meanwhile is told nothing. */
    private static final String ADDRESS =
            "insert into event_recipient (person_id, position) select id, ? from person where id = ?";

    private static final String TAKEN = "delete from event_outbox where number = ?";
    private static final String END_TURN = "update event_turn set last_position = ? where id = 1";

    private final Clock clock;
    private final DataSource database;
    private volatile boolean amongMany;

    Publisher(Clock clock, DataSource database) {
        this.clock = clock;
        this.database = database;
    }

    private record Address(UUID personId, long position) {}

    /**
     * Publishes the next ones, unless another process is just doing so, or this one is among many.
     *
     * @return whether there may be more
     */
    boolean publishSome() {
        return amongMany || publish(AT_A_TIME);
    }

    /**
     * Publishes the next ones for nobody who waits: where there are many, more of them at a time.
     *
     * @return whether there may be more
     */
    boolean publishMany() {
        if (!publishSome()) {
            return false;
        }
        amongMany = true;
        try {
            return publish(MANY);
        } finally {
            amongMany = false;
        }
    }

    private synchronized boolean publish(int most) {
        for (int tries = 1; ; tries++) {
            try {
                return isAny() && publishOnce(most);
            } catch (RuntimeException failure) {
                if (tries == MOST_TRIES || !DatabaseBusy.isOvertakenIn(failure)) {
                    throw failure;
                }
            }
        }
    }

    /** In one transaction. */
    private boolean publishOnce(int most) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return publish(most, connection);
            } catch (SQLException e) {
                throw new IllegalStateException("What happened could not be published.", e);
            }
        });
    }

    /** Until the current transaction ends nobody publishes anything. */
    @Transactional(TxType.MANDATORY)
    void waitForTurn() {
        try (Connection connection = database.getConnection();
                PreparedStatement turn = connection.prepareStatement(AFTER_ALL)) {
            turn.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("Publishing could not be waited for.", e);
        }
    }

    private boolean isAny() {
        try (Connection connection = database.getConnection();
                PreparedStatement any = connection.prepareStatement(ANY);
                ResultSet rows = any.executeQuery()) {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException("What happened could not be looked for.", e);
        }
    }

    private boolean publish(int most, Connection connection) throws SQLException {
        long last;
        try (PreparedStatement turn = connection.prepareStatement(TURN);
                ResultSet row = turn.executeQuery()) {
            if (!row.next()) {
                return false;
            }
            last = row.getLong(1);
        }
        Map<Long, EventType> published = new LinkedHashMap<>();
        List<Address> addresses = new ArrayList<>();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (PreparedStatement next = connection.prepareStatement(NEXT);
                PreparedStatement publish = connection.prepareStatement(PUBLISH);
                PreparedStatement delete = connection.prepareStatement(TAKEN)) {
            next.setInt(1, most);
            ResultSet rows = next.executeQuery();
            while (rows.next()) {
                delete.setLong(1, rows.getLong(1));
                delete.addBatch();
                long position = last + published.size() + 1;
                publish.setLong(1, position);
                publish.setObject(2, rows.getObject(2, UUID.class));
                publish.setString(3, rows.getString(3));
                publish.setObject(4, rows.getObject(4, OffsetDateTime.class));
                publish.setString(5, rows.getString(5));
                publish.setArray(6, rows.getArray(6));
                publish.setObject(7, now);
                publish.addBatch();
                published.put(position, EventType.of(rows.getString(3)));
                EventStore.ids(rows.getArray(6)).forEach(person -> addresses.add(new Address(person, position)));
            }
            publish.executeBatch();
            delete.executeBatch();
        }
        address(addresses, connection);
        Deliveries.queue(published, now, connection);
        try (PreparedStatement end = connection.prepareStatement(END_TURN)) {
            end.setLong(1, last + published.size());
            end.executeUpdate();
        }
        return published.size() == most;
    }

    /** In one order for everybody: whoever holds several people does so in the order of their ids, too. */
    private static void address(List<Address> addresses, Connection connection) throws SQLException {
        addresses.sort(Comparator.comparing(Address::personId, IdOrder::compare).thenComparing(Address::position));
        try (PreparedStatement insert = connection.prepareStatement(ADDRESS)) {
            for (Address address : addresses) {
                insert.setLong(1, address.position);
                insert.setObject(2, address.personId);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
