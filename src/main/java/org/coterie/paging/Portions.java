package org.coterie.paging;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many values, some at a time: a statement takes only so many, and H2 holds every row it finds against all of those it was
 * asked for.
 */
public final class Portions {

    private Portions() {}

    /**
     * The same values in the same order.
     *
     * @param most how many in one portion, at least 1; only the last one has fewer
     */
    public static <T> Stream<List<T>> of(Collection<T> values, int most) {
        List<T> all = List.copyOf(values);
        return IntStream.range(0, (all.size() + most - 1) / most)
                .mapToObj(i -> all.subList(i * most, Math.min(all.size(), (i + 1) * most)));
    }
}
