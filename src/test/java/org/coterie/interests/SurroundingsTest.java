package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.coterie.meaning.Meaning;

/** How close somebody is to the company that a tag keeps. */
class SurroundingsTest {

    private static float[] direction(Random random) {
        var vector = new float[Meaning.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return Surroundings.direction(List.of(vector));
    }

    @Property(tries = 50)
    void theOrderInWhichPeopleComeDoesNotMatter(@ForAll @IntRange(max = 40) int people, @ForAll long seed) {
        var random = new Random(seed);
        List<UUID> ids = new ArrayList<>();
        List<float[]> rests = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            ids.add(new UUID(0, i));
            rests.add(direction(random));
        }
        var one = new Surroundings();
        var other = new Surroundings();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            one.add(ids.get(i), rests.get(i));
            order.add(i);
        }
        Collections.shuffle(order, random);
        order.forEach(i -> other.add(ids.get(i), rests.get(i)));
        float[] words = direction(random);
        float[] asked = direction(random);

        assertThat(other.closeness(new UUID(1, 1), asked, words))
                .isEqualTo(one.closeness(new UUID(1, 1), asked, words));
        List<float[]> shuffled = new ArrayList<>(rests);
        Collections.shuffle(shuffled, random);
        assertThat(Surroundings.direction(shuffled)).isEqualTo(Surroundings.direction(rests));
    }

    @Example
    void nobodyIsCompanyForThemselves() {
        var random = new Random(1);
        UUID ada = new UUID(0, 1);
        float[] hers = direction(random);
        float[] words = direction(random);
        var alone = new Surroundings();
        double before = alone.closeness(ada, hers, words);

        alone.add(ada, hers);

        assertThat(alone.others(ada)).isZero();
        assertThat(alone.closeness(ada, hers, words)).isCloseTo(before, within(1e-9));
        assertThat(alone.closeness(new UUID(0, 2), hers, words)).isGreaterThan(before);
    }
}
