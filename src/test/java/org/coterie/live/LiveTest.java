package org.coterie.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveTest {

    @Inject
    ChangeLog log;

    @Inject
    DataSource database;

    private final Slow follower = new Slow();

    /** Somebody asks while it reads. */
    private static final class Slow implements Follower {

        private final List<Long> heardMeanwhile = new ArrayList<>();
        private LongSupplier heard = () -> -1;
        private boolean isCutOff;
        private int begun;

        @Override
        public Topic topic() {
            return Topic.TAGS;
        }

        @Override
        public void begin(Instant now) {
            begun++;
            heardMeanwhile.add(heard.getAsLong());
        }

        @Override
        public void changed(long change, Collection<UUID> ids) {}

        @Override
        public void readOn(Connection connection) throws SQLException {
            heardMeanwhile.add(heard.getAsLong());
            if (isCutOff) {
                throw new SQLException("cut off");
            }
        }
    }

    /** A clock that goes on as it is told. */
    private static final class Watch extends Clock {
        private Instant now = Instant.now();

        void goOn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Live live() {
        return live(Clock.systemUTC());
    }

    private Live live(Clock clock) {
        var live = new Live(clock, database, List.of(follower));
        follower.heard = live::heard;
        return live;
    }

    private void note() {
        QuarkusTransaction.requiringNew().run(() -> log.note(Topic.TAGS, UUID.randomUUID()));
    }

    @Test
    void whatIsNotInMemoryYetHasNotBeenHeardOf() {
        Live live = live();
        live.catchUp();
        long begun = live.heard();
        assertThat(begun).isPositive();
        assertThat(follower.heardMeanwhile).containsOnly(0L);

        follower.heardMeanwhile.clear();
        note();
        live.catchUp();
        assertThat(live.heard()).isGreaterThan(begun);
        assertThat(follower.heardMeanwhile).containsOnly(begun);
    }

    /** What others have written meanwhile may be deleted after an hour. */
    @Test
    void whoHasNotLookedForLongBeginsAnew() {
        var now = new Watch();
        Live live = live(now);
        live.catchUp();

        now.goOn(Duration.ofMinutes(29));
        live.catchUp();
        assertThat(follower.begun).isEqualTo(1);
        now.goOn(Duration.ofMinutes(31));
        long heard = live.heard();
        live.catchUp();
        assertThat(live.heard()).isGreaterThan(heard);

        assertThat(follower.begun).isEqualTo(2);
    }

    @Test
    void itIsKnownWithoutReadingWhetherThereIsMore() {
        Live live = live();
        assertThat(live.isAll(live.heard())).isFalse();
        live.catchUp();
        long begun = live.heard();
        assertThat(live.isAll(begun)).isTrue();

        follower.heardMeanwhile.clear();
        note();
        assertThat(live.isAll(begun)).isFalse();
        assertThat(follower.heardMeanwhile).isEmpty();
        live.catchUp();
        assertThat(live.isAll(begun)).isFalse();
        assertThat(live.isAll(live.heard())).isTrue();
    }

    @Test
    void whatWasCommittedAfterWhatFollowsItIsMore() throws SQLException {
        Live live = live();
        try (Connection late = database.getConnection()) {
            late.setAutoCommit(false);
            ChangeLog.note(Topic.TAGS, List.of(UUID.randomUUID()), late);
            note();
            live.catchUp();
            long heard = live.heard();
            assertThat(live.isAll(heard)).isTrue();

            late.commit();
            assertThat(live.isAll(heard)).isFalse();
            late.setAutoCommit(true);
        }
        live.catchUp();
        assertThat(live.isAll(live.heard())).isTrue();
    }

    @Test
    void whatCouldNotBeReadIsHeardOfWhenItCan() {
        Live live = live();
        live.catchUp();
        long begun = live.heard();
        follower.isCutOff = true;
        note();
        assertThatThrownBy(live::catchUp).isInstanceOf(IllegalStateException.class);
        assertThat(live.heard()).isEqualTo(begun);

        follower.isCutOff = false;
        live.catchUp();
        assertThat(live.heard()).isGreaterThan(begun);
    }
}
