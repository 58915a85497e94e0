package org.coterie.meaning;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongComparators;
import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Which of many names mean much the same as another, with how sure it is. Something may have several names; it is found by
 * the one that is nearest.
 *
 * <p>Some names are looked at closely: those whose vectors differ least in the signs of their numbers, and those
 * that share the most letters. So it finds nearly always, not always, what is nearest. A name takes some 0.8 KB.
 *
 * <p>Thread-safe; who asks does not wait for others who ask.
 */
public final class NearIndex {

    /** So many vectors are held against that of a name. */
    private static final int BY_MEANING = 1_600;

    /** And against that of a text: what it is about is hardly ever farther behind. */
    private static final int OF_TEXTS = 640;

    /** So many of these are compared letter by letter. */
    private static final int COMPARED = 40;

    /** So many of these are held against a text; several may be names of one thing. */
    private static final int TOLD = 160;

    private static final int BY_SPELLING = 120;

    private static final Comparator<Near> BEST_FIRST = Comparator.comparingDouble(Near::confidence)
            .reversed()
            .thenComparing(Near::name)
            .thenComparing(Near::id);

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Signs signs = new Signs();
    private final Trigrams trigrams = new Trigrams();
    private final List<@Nullable Entry> entries = new ArrayList<>();
    private final IntArrayList free = new IntArrayList();
    private final Map<UUID, IntArrayList> numbers = new HashMap<>();

    private record Entry(UUID id, String name) {}

    /**
     * Something that is near.
     *
     * @param id whose name it is
     * @param name of all its names the nearest
     * @param confidence how sure it is that the names mean the same, between 0 and 1, as {@link Nearness} tells
     */
    public record Near(UUID id, String name, double confidence) {}

    /** Nothing in it. */
    public NearIndex() {}

    /**
     * Lets something be found by one more name. A name that it has already gets this vector.
     *
     * @param vector of {@link Meaning#DIMENSIONS} numbers, of length 1, or of zeros where nobody knows what it means
     */
    public void put(UUID id, String name, float[] vector) {
        Spelling spelling = Spelling.of(name);
        lock.writeLock().lock();
        try {
            IntArrayList its = numbers.computeIfAbsent(id, none -> new IntArrayList(1));
            var entry = new Entry(id, name);
            for (int i = 0; i < its.size(); i++) {
                if (entry.equals(entries.get(its.getInt(i)))) {
                    signs.put(its.getInt(i), vector);
                    return;
                }
            }
            int number = free.isEmpty() ? entries.size() : free.popInt();
            if (number == entries.size()) {
                entries.add(entry);
            } else {
                entries.set(number, entry);
            }
            its.add(number);
            signs.put(number, vector);
            trigrams.add(number, spelling);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Lets something not be found any more, by none of its names. */
    public void remove(UUID id) {
        lock.writeLock().lock();
        try {
            IntArrayList its = numbers.remove(id);
            for (int i = 0; its != null && i < its.size(); i++) {
                int number = its.getInt(i);
                Entry entry = entries.set(number, null);
                if (entry != null) {
                    trigrams.remove(number, Spelling.of(entry.name));
                }
                signs.clear(number);
                free.push(number);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** How many names there are. */
    public int size() {
        lock.readLock().lock();
        try {
            return entries.size() - free.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Something with a name that means what a text says.
     *
     * @param id whose name it is
     * @param name of all its names the closest
     * @param cosine between the vectors of both, from −1 to 1
     */
    public record Close(UUID id, String name, double cosine) {}

    /**
     * What points most in the same direction as a text, the closest first.
     *
     * @param vector of {@link Meaning#DIMENSIONS} numbers, of length 1
     * @param limit how many at most
     */
    public List<Close> closest(float[] vector, int limit) {
        int[] whole = Signs.whole(vector);
        var best = new HashMap<UUID, Close>();
        lock.readLock().lock();
        try {
            for (int number : closestNumbers(vector, whole, OF_TEXTS, TOLD)) {
                Entry entry = entries.get(number);
                if (entry != null) {
                    best.merge(
                            entry.id,
                            new Close(entry.id, entry.name, signs.cosine(number, whole)),
                            (one, other) -> one.cosine >= other.cosine ? one : other);
                }
            }
        } finally {
            lock.readLock().unlock();
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Close::cosine)
                        .reversed()
                        .thenComparing(Close::name)
                        .thenComparing(Close::id))
                .limit(limit)
                .toList();
    }

    /** The numbers of the names whose vectors are the closest, of those whose signs are. */
    private int[] closestNumbers(float[] vector, int[] whole, int some, int most) {
        var farthestFirst = new LongHeapPriorityQueue(most, LongComparators.OPPOSITE_COMPARATOR);
        for (int number : signs.nearest(vector, some).toIntArray()) {
            // how far away it is, and behind it the number
            long far = (Math.round((1 - signs.cosine(number, whole)) * (1 << 29)) << Integer.SIZE) | number;
            if (farthestFirst.size() < most) {
                farthestFirst.enqueue(far);
            } else if (far < farthestFirst.firstLong()) {
                farthestFirst.dequeueLong();
                farthestFirst.enqueue(far);
            }
        }
        var closest = new int[farthestFirst.size()];
        for (int i = closest.length - 1; i >= 0; i--) {
            closest[i] = (int) farthestFirst.dequeueLong();
        }
        return closest;
    }

    /**
     * How close two names are; as close as any two where the model cannot read one of them, so that their spelling alone tells.
     *
     * @param silent whether it cannot read the one in whole numbers
     */
    private double closeness(int number, int[] whole, boolean silent) {
        return silent || signs.saysNothing(number) ? Nearness.ANY_TWO : signs.cosine(number, whole);
    }

    /**
     * What is nearest to this name, the nearest first; also what has this very name.
     *
     * @param vector of {@link Meaning#DIMENSIONS} numbers, of length 1, or of zeros where nobody knows what it means
     * @param limit how many at most
     * @param floor how sure it must be at least, between 0 and 1
     */
    public List<Near> nearest(String name, float[] vector, int limit, double floor) {
        Spelling asked = Spelling.of(name);
        int[] whole = Signs.whole(vector);
        boolean silent = Arrays.stream(whole).allMatch(one -> one == 0);
        var best = new HashMap<UUID, Near>();
        lock.readLock().lock();
        try {
            var candidates = new IntOpenHashSet(closestNumbers(vector, whole, BY_MEANING, COMPARED));
            candidates.addAll(trigrams.nearest(asked, BY_SPELLING, entries.size()));
            candidates.forEach((int number) -> {
                Entry entry = entries.get(number);
                if (entry != null) {
                    double confidence =
                            Nearness.confidence(asked, Spelling.of(entry.name), closeness(number, whole, silent));
                    if (confidence >= floor) {
                        best.merge(
                                entry.id,
                                new Near(entry.id, entry.name, confidence),
                                (one, other) -> BEST_FIRST.compare(one, other) <= 0 ? one : other);
                    }
                }
            });
        } finally {
            lock.readLock().unlock();
        }
        return best.values().stream().sorted(BEST_FIRST).limit(limit).toList();
    }
}
