package org.coterie.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.join;
import static org.coterie.Door.json;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.coterie.Door.Somebody;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Tag("http")
@Timeout(120)
class StreamTest {

    private static final int WRITERS = 4;
    private static final int WRITES = 500;
    private static final int CUTS = 1_000;
    private static final int LONGEST_MILLIS = 20;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    @Inject
    Events events;

    private void happensTo(Somebody somebody, UUID group) {
        QuarkusTransaction.requiringNew()
                .run(() -> events.tell(Fact.invitationSent(group, List.of(UUID.fromString(somebody.id())))));
    }

    @Test
    void whatHappensIsToldAsItHappens() throws IOException {
        var ada = join("ada");
        UUID group = UUID.randomUUID();
        try (var wire = new Wire(ada, null)) {
            assertThat(wire.comment()).isPresent();

            happensTo(ada, group);

            Wire.Arrived arrived = wire.event().orElseThrow();
            assertThat(arrived.type()).isEqualTo("invitation.sent");
            assertThat(json(arrived.data()).path("id").asText()).isEqualTo(arrived.id());
            assertThat(json(arrived.data()).at("/data/groupId").asText()).isEqualTo(group.toString());
        }
    }

    @Test
    void aStreamEndsWithTheTokenAndTellsNothingMore() throws IOException {
        var ada = join("ada");
        try (var wire = new Wire(ada, null)) {
            assertThat(wire.line()).isPresent();

            ada.asks().delete("/v1/people/me/tokens/current").then().statusCode(204);
            happensTo(ada, UUID.randomUUID());

            assertThat(wire.event()).isEmpty();
        }
    }

    @Test
    void aStreamEndsWhenItsReaderLeaves() throws IOException {
        var ada = join("ada");
        try (var wire = new Wire(ada, null)) {
            assertThat(wire.line()).isPresent();

            ada.asks().delete("/v1/people/me").then().statusCode(204);

            assertThat(wire.event()).isEmpty();
        }
    }

    @Test
    void oneStreamTooManyEndsTheOldest() throws IOException {
        var ada = join("ada");
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            var wire = new Wire(ada, null);
            // headers come before a stream is open, and this is to be the oldest
            assertThat(i == 0 ? wire.comment() : wire.line()).isPresent();
            wires.add(wire);
        }

        assertThat(wires.get(0).event()).isEmpty();
        happensTo(ada, UUID.randomUUID());
        for (Wire wire : wires.subList(1, 6)) {
            assertThat(wire.event()).isPresent();
            wire.close();
        }
        wires.get(0).close();
    }

    @Test
    void whoAsksForTheHeadersOnlyFollowsNothing() throws IOException {
        var ada = join("ada");
        try (var wire = new Wire(ada, null)) {
            assertThat(wire.comment()).isPresent();

            for (int i = 0; i < 6; i++) {
                ada.asks().head("/v1/events/stream").then().statusCode(200);
            }
            happensTo(ada, UUID.randomUUID());

            assertThat(wire.event()).isPresent();
        }
    }

    /** Transactions end in another order than they began, or fail; one of two publishers is another process's. */
    @Test
    void cutAThousandTimesNothingIsLostOrComesTwice() throws Exception {
        var ada = join("ada");
        Set<String> written = ConcurrentHashMap.newKeySet();
        var writing = new AtomicBoolean(true);
        var elsewhere = new Publisher(clock, database);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        Future<?> publishing = threads.submit(() -> {
            while (writing.get()) {
                elsewhere.publishSome();
            }
        });
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            var random = new Random(writer);
            writers.add(threads.submit(writer(UUID.fromString(ada.id()), random, written)));
        }

        List<String> read = new ArrayList<>();
        var random = new Random(17);
        String last = null;
        boolean complete = false;
        for (int cuts = 0; cuts < CUTS || !complete || read.size() < written.size(); cuts++) {
            complete = writers.stream().allMatch(Future::isDone);
            var wire = new Wire(ada, last);
            for (int left = random.nextInt(10); left >= 0; left--) {
                Optional<Wire.Arrived> arrived = wire.eventWithin(1 + random.nextInt(LONGEST_MILLIS));
                if (arrived.isPresent()) {
                    last = arrived.get().id();
                    read.add(json(arrived.get().data()).at("/data/groupId").asText());
                } else {
                    break;
                }
            }
            wire.cut();
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        writing.set(false);
        publishing.get();
        threads.shutdown();

        assertThat(new HashSet<>(read)).isEqualTo(written);
        assertThat(read).hasSize(written.size());
    }

    private static Callable<Boolean> writer(UUID reader, Random random, Set<String> written) {
        return () -> {
            try (Connection connection = elsewhere()) {
                for (int i = 0; i < WRITES; i++) {
                    UUID group = UUID.randomUUID();
                    Events.tellAll(List.of(Fact.invitationSent(group, List.of(reader))), Instant.now(), connection);
                    LockSupport.parkNanos(random.nextInt(5_000_000));
                    if (random.nextInt(10) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                        written.add(group.toString());
                    }
                }
            }
            return true;
        };
    }

    private static Connection elsewhere() throws SQLException {
        Connection connection =
                DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password"));
        connection.setAutoCommit(false);
        return connection;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }
}
