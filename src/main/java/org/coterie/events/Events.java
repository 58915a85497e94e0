package org.coterie.events;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.coterie.paging.Portions;

/** Takes note of what happens, so that it is told: to nobody where the transaction fails in which it happens. */
@ApplicationScoped
public class Events {

    private static final String NOTE =
            "insert into event_outbox (id, type, happened_at, data, recipients) values (?, ?, ?, ?, ?)";

    private static final String LAST_OF = """
            select e.id from event_recipient r join event e on e.position = r.position
            where r.person_id = ? order by r.position desc limit 1""";

    private final Clock clock;
    private final DataSource database;

    Events(Clock clock, DataSource database) {
        this.clock = clock;
        this.database = database;
    }

    /** The last event that somebody is told of; empty where there is none. */
    public Optional<UUID> lastOf(UUID personId) {
        try (Connection connection = database.getConnection();
                PreparedStatement last = connection.prepareStatement(LAST_OF)) {
            last.setObject(1, personId);
            try (ResultSet rows = last.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What happened could not be read.", e);
        }
    }

    /** Notes these, in this order, as part of the current transaction. */
    @Transactional(TxType.MANDATORY)
    public void tell(Fact... facts) {
        try (Connection connection = database.getConnection()) {
            tellAll(List.of(facts), clock.instant(), connection);
        } catch (SQLException e) {
            throw new IllegalStateException("What happened could not be noted.", e);
        }
    }

    /**
     * Notes any number of these, in this order, as part of the transaction of this connection. What is told to very many
     * becomes several events, since one has room for so many recipients.
     */
    public static void tellAll(Collection<Fact> facts, Instant now, Connection connection) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            for (Fact fact : facts) {
                for (List<UUID> recipients : portions(fact.recipients())) {
                    note.setObject(1, UuidCreator.getTimeOrderedEpoch());
                    note.setString(2, fact.type().code());
                    note.setObject(3, now.atOffset(ZoneOffset.UTC));
                    note.setString(4, fact.data().write());
                    note.setArray(5, connection.createArrayOf("uuid", recipients.toArray()));
                    note.addBatch();
                }
            }
            note.executeBatch();
        }
    }

    /** At least one, for the operator is told what concerns nobody else. */
    private static List<List<UUID>> portions(List<UUID> recipients) {
        return recipients.isEmpty()
                ? List.of(recipients)
                : Portions.of(recipients, EventView.MOST_RECIPIENTS).toList();
    }
}
