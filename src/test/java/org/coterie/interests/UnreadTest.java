package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coterie.interests.HolderIndex.Held;
import org.junit.jupiter.api.Test;

class UnreadTest {

    private final UUID ada = UUID.randomUUID();
    private final UUID grace = UUID.randomUUID();
    private final List<Held> first = List.of(held(1));
    private final List<Held> second = List.of(held(2));
    private final OwnChanges own = new OwnChanges();
    private final Unread unread = new Unread(own);

    private static Held held(int strength) {
        return new Held(UUID.randomUUID(), Stance.SHARE, strength, false, Instant.EPOCH, Instant.MAX);
    }

    @Test
    void whoeverThisProcessWroteNeedNotBeRead() {
        own.keep(7, Map.of(ada, first));
        unread.add(7, List.of(ada, grace));

        assertThat(unread.known()).isEqualTo(Map.of(ada, first));
        assertThat(unread.toRead()).containsExactly(grace);
    }

    @Test
    void theLastOfSeveralChangesHolds() {
        own.keep(7, Map.of(ada, first, grace, first));
        own.keep(8, Map.of(ada, second));
        unread.add(7, List.of(ada, grace));
        unread.add(8, List.of(ada));
        unread.add(9, List.of(grace));
        assertThat(unread.known()).isEqualTo(Map.of(ada, second));
        assertThat(unread.toRead()).containsExactly(grace);

        own.keep(10, Map.of(grace, second));
        unread.add(10, List.of(grace));
        assertThat(unread.known()).isEqualTo(Map.of(ada, second, grace, second));
        assertThat(unread.toRead()).isEmpty();
    }

    @Test
    void whoIsNamedLateIsRead() {
        own.keep(7, Map.of(ada, first));
        own.keep(6, Map.of(ada, second));
        unread.add(7, List.of(ada));
        unread.addLate(List.of(ada));

        assertThat(unread.known()).isEmpty();
        assertThat(unread.toRead()).containsExactly(ada);
    }

    @Test
    void whatWasTakenIsNotKept() {
        own.keep(7, Map.of(ada, first));

        assertThat(own.take(7)).isEqualTo(Map.of(ada, first));
        assertThat(own.take(7)).isEmpty();
    }
}
