package org.coterie.events;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coterie.events.EventStore.Placed;
import org.coterie.events.Sender.Outcome;
import org.coterie.language.KeptText;
import org.jspecify.annotations.Nullable;

/** Which events are on their way to which webhook, and what became of them. */
@ApplicationScoped
class Deliveries {

    private static final String QUEUE = """
            insert into webhook_delivery (webhook_id, position, state, attempts, due_at) values (?, ?, 'PENDING', 0, ?)""";

    private static final String DUE = """
            select position, attempts from webhook_delivery where webhook_id = ? and due_at <= ?
            order by webhook_id, due_at limit ? for update skip locked""";

    private static final String CLAIM = """
            update webhook_delivery set attempts = attempts + 1, attempted_at = ?, due_at = ?
            where webhook_id = ? and position = ?""";

    /** Only of whoever tried last. */
    private static final String RECORD = """
            update webhook_delivery set state = ?, due_at = ?, status = ?, failure = ?
            where webhook_id = ? and position = ? and attempts = ?""";

    private static final String AGAIN = """
            update webhook_delivery set state = 'PENDING', attempts = 0, due_at = ?
            where webhook_id = ? and position > ? and position <= ? and (cast(? as varchar) = '' or exists (
                select 1 from event e where e.position = webhook_delivery.position and e.type = any (?)))""";

    private static final String UNWANTED = """
            delete from webhook_delivery where webhook_id = ? and state = 'PENDING' and not exists (
                select 1 from event e where e.position = webhook_delivery.position and e.type = any (?))""";

    private static final String MISSING = """
            insert into webhook_delivery (webhook_id, position, state, attempts, due_at)
            select cast(? as uuid), e.position, 'PENDING', 0, cast(? as timestamp(6) with time zone) from event e
            where e.position > ? and e.position <= ? and (cast(? as varchar) = '' or e.type = any (?))
              and not exists (select 1 from webhook_delivery d where d.webhook_id = ? and d.position = e.position)""";

    private static final String LOG = """
            select position, state, attempts, due_at, attempted_at, status, failure from webhook_delivery
            where webhook_id = ? and position < ? order by webhook_id desc, position desc limit ?""";

    private final Clock clock;
    private final EventStore store;

    Deliveries(Clock clock, EventStore store) {
        this.clock = clock;
        this.store = store;
    }

    /** An event that is being tried. */
    record Claimed(Placed placed, int attempts) {}

    private record Row(
            DeliveryState state,
            int attempts,
            @Nullable Instant dueAt,
            @Nullable Instant attemptedAt,
            @Nullable Integer status,
            @Nullable String failure) {}

    /** Sends them on their way, as part of the transaction of this connection that publishes them. */
    static void queue(Map<Long, EventType> published, OffsetDateTime now, Connection connection) throws SQLException {
        try (PreparedStatement queue = connection.prepareStatement(QUEUE)) {
            for (Webhook webhook : Webhook.thoseEnabled()) {
                for (Map.Entry<Long, EventType> event : published.entrySet()) {
                    if (webhook.wants(event.getValue())) {
                        queue.setObject(1, webhook.id);
                        queue.setLong(2, event.getKey());
                        queue.setObject(3, now);
                        queue.addBatch();
                    }
                }
            }
            queue.executeBatch();
        }
    }

    /**
     * Takes those that are due, for as long as this: whoever says nothing until then has them taken away.
     *
     * @return the longest due first; empty where there are none
     */
    List<Claimed> claim(UUID webhookId, int limit, Duration lease) {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> store.ask(connection -> {
                    Map<Long, Integer> attempts = new LinkedHashMap<>();
                    try (PreparedStatement due = connection.prepareStatement(DUE);
                            PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                        due.setObject(1, webhookId);
                        due.setObject(2, now.atOffset(ZoneOffset.UTC));
                        due.setInt(3, limit);
                        try (ResultSet rows = due.executeQuery()) {
                            while (rows.next()) {
                                attempts.put(rows.getLong(1), rows.getInt(2) + 1);
                            }
                        }
                        for (Long position : attempts.keySet()) {
                            claim.setObject(1, now.atOffset(ZoneOffset.UTC));
                            claim.setObject(2, now.plus(lease).atOffset(ZoneOffset.UTC));
                            claim.setObject(3, webhookId);
                            claim.setLong(4, position);
                            claim.addBatch();
                        }
                        claim.executeBatch();
                    }
                    return store.at(attempts.keySet(), true, connection).stream()
                            .map(placed -> new Claimed(placed, attempts.getOrDefault(placed.position(), 1)))
                            .toList();
                }));
    }

    /**
     * Writes what came of an attempt, as part of the current transaction.
     *
     * @param retryAt when it is tried again; null where it is not
     */
    @Transactional
    void record(UUID webhookId, Claimed claimed, Outcome outcome, @Nullable Instant retryAt) {
        DeliveryState state = outcome.delivered()
                ? DeliveryState.DELIVERED
                : retryAt == null ? DeliveryState.FAILED : DeliveryState.PENDING;
        store.ask(connection -> {
            try (PreparedStatement write = connection.prepareStatement(RECORD)) {
                write.setString(1, state.name());
                if (retryAt == null) {
                    write.setNull(2, Types.TIMESTAMP_WITH_TIMEZONE);
                } else {
                    write.setObject(2, retryAt.atOffset(ZoneOffset.UTC));
                }
                write.setObject(3, outcome.status(), Types.INTEGER);
                write.setString(4, outcome.failure() == null ? null : KeptText.write(outcome.failure()));
                write.setObject(5, webhookId);
                write.setLong(6, claimed.placed().position());
                write.setInt(7, claimed.attempts());
                return write.executeUpdate();
            }
        });
    }

    /**
     * Sends once more what lies after one place, up to another, as part of the current transaction.
     *
     * @return how much of it the webhook wants
     */
    @Transactional
    int replay(Webhook webhook, long after, long until) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return store.ask(connection -> {
            try (PreparedStatement again = connection.prepareStatement(AGAIN);
                    PreparedStatement missing = connection.prepareStatement(MISSING)) {
                again.setObject(1, now);
                again.setObject(2, webhook.id);
                again.setLong(3, after);
                again.setLong(4, until);
                again.setString(5, webhook.types);
                again.setArray(6, types(webhook, connection));
                missing.setObject(1, webhook.id);
                missing.setObject(2, now);
                missing.setLong(3, after);
                missing.setLong(4, until);
                missing.setString(5, webhook.types);
                missing.setArray(6, types(webhook, connection));
                missing.setObject(7, webhook.id);
                return again.executeUpdate() + missing.executeUpdate();
            }
        });
    }

    /** Takes from the way what a webhook that wants some types only wants no more, as part of the current transaction. */
    @Transactional
    void dropUnwanted(Webhook webhook) {
        store.ask(connection -> {
            try (PreparedStatement unwanted = connection.prepareStatement(UNWANTED)) {
                unwanted.setObject(1, webhook.id);
                unwanted.setArray(2, types(webhook, connection));
                return unwanted.executeUpdate();
            }
        });
    }

    private static Array types(Webhook webhook, Connection connection) throws SQLException {
        return connection.createArrayOf(
                "varchar", webhook.typeList().stream().map(EventType::code).toArray());
    }

    /** The latest of a webhook before this place, newest first. */
    @Transactional
    List<DeliveryView> before(UUID webhookId, long position, int limit) {
        return store.ask(connection -> {
            Map<Long, Row> log = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement(LOG)) {
                select.setObject(1, webhookId);
                select.setLong(2, position);
                select.setInt(3, limit);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        log.put(rows.getLong(1), row(rows));
                    }
                }
            }
            List<DeliveryView> views = new ArrayList<>();
            for (Placed placed : store.at(log.keySet(), true, connection)) {
                Row row = log.get(placed.position());
                if (row != null) {
                    views.add(
                            0,
                            new DeliveryView(
                                    placed.event(),
                                    row.state,
                                    row.attempts,
                                    row.dueAt,
                                    row.attemptedAt,
                                    row.status,
                                    row.failure == null ? null : KeptText.read(row.failure)));
                }
            }
            return views;
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                DeliveryState.valueOf(row.getString(2)),
                row.getInt(3),
                instant(row.getObject(4, OffsetDateTime.class)),
                instant(row.getObject(5, OffsetDateTime.class)),
                row.getObject(6, Integer.class),
                row.getString(7));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
