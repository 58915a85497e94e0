package org.coterie.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is left to chance, the same for the same seed. */
final class Chance extends Random {

    Chance(long seed) {
        super(seed);
    }

    <T> T any(List<T> options) {
        return options.get(nextInt(options.size()));
    }

    <T> List<T> shuffled(Collection<T> items) {
        var copy = new ArrayList<>(items);
        Collections.shuffle(copy, this);
        return copy;
    }
}
