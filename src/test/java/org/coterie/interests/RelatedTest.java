package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.coterie.interests.HolderIndex.Held;
import org.coterie.interests.Related.Companion;

/** Which tags go together. */
class RelatedTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final int TAGS = 6;

    /** Each person is a number: two bits a tag, 1 for open, 2 for matching only, 3 for open until now, else not held. */
    @Property(tries = 300)
    void theyAreCountedAsByHand(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = (1 << (2 * TAGS)) - 1) Integer> people) {
        var index = new HolderIndex();
        people.forEach(person -> index.put(UUID.randomUUID(), held(person)));
        long all = people.stream()
                .filter(person -> IntStream.range(0, TAGS).anyMatch(t -> isOpen(person, t)))
                .count();

        List<Companion> companions = new Related(index).of(tag(0), NOW);

        for (int t = 1; t < TAGS; t++) {
            int other = t;
            long holders = people.stream().filter(person -> isOpen(person, 0)).count();
            long both = people.stream()
                    .filter(person -> isOpen(person, 0) && isOpen(person, other))
                    .count();
            double share = (double) people.stream()
                            .filter(person -> isOpen(person, other))
                            .count()
                    / all;
            var found = companions.stream()
                    .filter(companion -> companion.tagId().equals(tag(other)))
                    .findFirst();
            if (both < 3 || both <= holders * share) {
                assertThat(found).isEmpty();
            } else {
                assertThat(found).hasValueSatisfying(companion -> {
                    assertThat(companion.together()).isEqualTo(both);
                    assertThat(companion.lift()).isCloseTo(both / (holders * share), within(1e-9));
                });
            }
        }
        assertThat(companions).extracting(Companion::tagId).doesNotContain(tag(0));
    }

    private static boolean isOpen(int person, int tag) {
        return ((person >> (2 * tag)) & 3) == 1;
    }

    private static List<Held> held(int person) {
        List<Held> held = new ArrayList<>();
        for (int t = 0; t < TAGS; t++) {
            int how = (person >> (2 * t)) & 3;
            if (how > 0) {
                Instant until = how == 3 ? NOW : NOW.plus(Duration.ofDays(1));
                held.add(new Held(tag(t), Stance.SHARE, 3, how == 2, NOW.minus(Duration.ofDays(1)), until));
            }
        }
        return held;
    }

    private static UUID tag(int number) {
        return new UUID(0, number);
    }
}
