package org.coterie.live;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds, by small numbers: many can be counted by their numbers without a look at any of them. The number of
 * what has gone is given again.
 */
public final class Numbered<T> {

    private final List<@Nullable T> all = new ArrayList<>();
    private final IntArrayList free = new IntArrayList();

    /** A number for something more, from 0 on. */
    public int next() {
        if (!free.isEmpty()) {
            return free.popInt();
        }
        all.add(null);
        return all.size() - 1;
    }

    /** Puts something in the place of what had this number, if anything. */
    public void put(int number, T one) {
        all.set(number, one);
    }

    /** Forgets what has this number. */
    public void remove(int number) {
        all.set(number, null);
        free.push(number);
    }

    /** What has this number. */
    public T get(int number) {
        return Objects.requireNonNull(all.get(number));
    }
}
