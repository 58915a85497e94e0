package org.coterie.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
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

        @Override
        public Topic topic() {
            return Topic.TAGS;
        }

        @Override
        public void begin(Instant now) {
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

    private Live live() {
        var live = new Live(Clock.systemUTC(), database, List.of(follower));
        follower.heard = live::heard;
        return live;
    }

    private void note() {
        QuarkusTransaction.requiringNew().run(() -> log.note(Topic.TAGS, UUID.randomUUID()));
    }

    @Test
    void whatIsNotInMemoryYetHasNotBeenHeardOf() {
        Live live = live();
        long begun = live.catchUp();
        assertThat(begun).isPositive();
        assertThat(follower.heardMeanwhile).containsOnly(0L);

        follower.heardMeanwhile.clear();
        note();
        assertThat(live.catchUp()).isGreaterThan(begun);
        assertThat(follower.heardMeanwhile).containsOnly(begun);
    }

    @Test
    void whatCouldNotBeReadIsHeardOfWhenItCan() {
        Live live = live();
        long begun = live.catchUp();
        follower.isCutOff = true;
        note();
        assertThatThrownBy(live::catchUp).isInstanceOf(IllegalStateException.class);
        assertThat(live.heard()).isEqualTo(begun);

        follower.isCutOff = false;
        assertThat(live.catchUp()).isGreaterThan(begun);
    }
}
