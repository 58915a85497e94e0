package org.coterie.meaning;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;

/** Which names, by their number, share the most parts of three letters with another. Not thread-safe. */
final class Trigrams {

    /** So many entries are looked at for one question at most, of the rarest parts first. */
    private static final int READ = 20_000;

    private static final IntArrayList NOTHING = new IntArrayList(0);

    private final Long2ObjectOpenHashMap<IntArrayList> numbers = new Long2ObjectOpenHashMap<>();

    void add(int number, Spelling name) {
        parts(name)
                .forEach((long part) -> numbers.computeIfAbsent(part, none -> new IntArrayList(1))
                        .add(number));
    }

    void remove(int number, Spelling name) {
        parts(name).forEach((long part) -> {
            IntArrayList holders = numbers.getOrDefault(part, NOTHING);
            holders.rem(number);
            if (holders.isEmpty()) {
                numbers.remove(part);
            }
        });
    }

    /** Some of the numbers below {@code end}, at most so many, whose names share the most rare parts with this one. */
    IntArrayList nearest(Spelling name, int limit, int end) {
        var lists = new ArrayList<IntArrayList>();
        parts(name).forEach((long part) -> lists.add(numbers.getOrDefault(part, NOTHING)));
        lists.sort(Comparator.comparingInt(IntArrayList::size));
        byte[] shared = new byte[end];
        var touched = new IntArrayList();
        int read = 0;
        for (IntArrayList list : lists) {
            read += list.size();
            if (read > READ) {
                break;
            }
            for (int i = 0; i < list.size(); i++) {
                int number = list.getInt(i);
                if (shared[number] == 0) {
                    touched.add(number);
                }
                if (shared[number] < Byte.MAX_VALUE) {
                    shared[number]++;
                }
            }
        }
        return best(shared, touched, limit);
    }

    private static IntArrayList best(byte[] shared, IntArrayList touched, int limit) {
        int[] counts = new int[Byte.MAX_VALUE + 1];
        for (int i = 0; i < touched.size(); i++) {
            counts[shared[touched.getInt(i)]]++;
        }
        int least = Byte.MAX_VALUE;
        int more = 0;
        while (least > 0 && more + counts[least] <= limit) {
            more += counts[least];
            least--;
        }
        var found = new IntArrayList(limit);
        int last = limit - more;
        for (int i = 0; i < touched.size() && found.size() < limit; i++) {
            int number = touched.getInt(i);
            if (shared[number] > least || (shared[number] == least && last-- > 0)) {
                found.add(number);
            }
        }
        return found;
    }

    private static LongOpenHashSet parts(Spelling name) {
        String whole = "^" + name.joined() + "$";
        var parts = new LongOpenHashSet();
        for (int i = 0; i + 3 <= whole.length(); i++) {
            parts.add(((long) whole.charAt(i) << 32) | ((long) whole.charAt(i + 1) << 16) | whole.charAt(i + 2));
        }
        return parts;
    }
}
