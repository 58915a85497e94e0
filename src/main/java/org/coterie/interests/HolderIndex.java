package org.coterie.interests;

import it.unimi.dsi.fastutil.Hash;
import it.unimi.dsi.fastutil.ints.Int2DoubleLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.coterie.interests.Interests.Look;
import org.coterie.live.Guard;
import org.coterie.live.Identified;
import org.coterie.live.Numbered;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what, in memory: the tags of a person, and the people of a tag in the order in which they said it. What is
 * over is left out from that very moment.
 *
 * <p>Any number of threads may read and write. What a change or a count costs does not grow with the number of people,
 * but for a step over all holders of a tag whenever half of them have gone, one of them is over, or many (the root of how many
 * there are) were heard of after others who said it later.
 */
final class HolderIndex {

    private static final int MOST_PASSED_BY = 64;

    /** So many are found behind the tags of most. */
    private static final int FEW_FOUND = 1_000;

    /** There is one tag for some forty interests: to look it up at once is worth more than its place. */
    private static final float SPARSE = Hash.VERY_FAST_LOAD_FACTOR;

    private final ObjectOpenHashSet<Holder> people = new ObjectOpenHashSet<>();
    private final PublicPeople publicPeople = new PublicPeople();
    private final Numbered<Holder> numbered = new Numbered<>();
    private final ObjectOpenHashSet<TagHolders> tags = new ObjectOpenHashSet<>(Hash.DEFAULT_INITIAL_SIZE, SPARSE);
    private final Manners manners = new Manners();
    private final Guard guard = new Guard();
    private boolean inAnyOrder;

    /**
     * An index that everybody is put into in any order, before {@link #order} is called and anybody asks: to find a place for
     * each among those who are there already is more than half of the work otherwise.
     */
    static HolderIndex inAnyOrder() {
        var index = new HolderIndex();
        index.inAnyOrder = true;
        return index;
    }

    /** An interest that is not private. */
    record Held(
            UUID tagId, Stance stance, int strength, boolean matchOnly, Instant expressedAt, Instant matchesUntil) {}

    /** Replaces what a person holds; with nothing they are forgotten. */
    void put(UUID personId, List<Held> held) {
        guard.writing(() -> {
            Holder before = people.get(new Identified(personId));
            Holder after = held.isEmpty() ? null : holder(personId, before, held);
            if (before != null) {
                before.makeRoomFor(after);
                people.remove(before);
                publicPeople.remove(before.openUntil());
            }
            if (after != null) {
                numbered.put(after.number(), after);
                after.takePlaces();
                people.add(after);
                publicPeople.add(after.openUntil());
            } else if (before != null) {
                numbered.remove(before.number());
            }
        });
    }

    /** Somebody keeps the number that they have. */
    private Holder holder(UUID personId, @Nullable Holder before, List<Held> held) {
        int number = before == null ? numbered.next() : before.number();
        return new Holder(personId, number, held, this::tagOrNew, manners);
    }

    private TagHolders tagOrNew(UUID id) {
        TagHolders known = tag(id);
        return known == null ? tags.addOrGet(new TagHolders(id, numbered, inAnyOrder)) : known;
    }

    private @Nullable TagHolders tag(UUID id) {
        return tags.get(new Identified(id));
    }

    /** Adds to what a person holds. */
    void add(UUID personId, List<Held> held) {
        Holder before = guard.reading(() -> people.get(new Identified(personId)));
        List<Held> all = before == null ? new ArrayList<>() : before.held(tag -> true, Long.MIN_VALUE);
        all.addAll(held);
        put(personId, all);
    }

    /** Puts the people of each tag into the order in which they said it: for people who were put in any other. */
    void order() {
        guard.writing(() -> {
            inAnyOrder = false;
            tags.parallelStream().forEach(TagHolders::orderSoon);
        });
    }

    /** What matches for a person. */
    List<Held> of(UUID personId, Instant now) {
        return guard.reading(() -> {
            Holder person = people.get(new Identified(personId));
            return person == null ? List.of() : person.held(tag -> true, Holder.micros(now));
        });
    }

    /** Hands over what of these tags matches for each of these people. */
    void each(Collection<UUID> personIds, Collection<UUID> tagIds, Instant now, BiConsumer<UUID, List<Held>> sink) {
        guard.reading(() -> {
            Predicate<TagHolders> wanted = oneOf(tagIds);
            for (UUID id : personIds) {
                Holder person = people.get(new Identified(id));
                if (person != null) {
                    sink.accept(id, person.held(wanted, Holder.micros(now)));
                }
            }
            return true;
        });
    }

    /** What any of these people seeks. */
    Set<UUID> sought(Collection<UUID> personIds, Instant now) {
        long micros = Holder.micros(now);
        return guard.reading(() -> {
            Set<UUID> sought = new HashSet<>();
            for (UUID id : personIds) {
                Holder person = people.get(new Identified(id));
                if (person != null) {
                    person.addSought(sought, micros);
                }
            }
            return sought;
        });
    }

    /** To pass by a few is faster than to ask every tag of everybody for its hash, which lies elsewhere. */
    @SuppressWarnings("ReferenceEquality") // each tag is there once
    private Predicate<TagHolders> oneOf(Collection<UUID> tagIds) {
        var few = tagIds.stream().map(this::tag).filter(Objects::nonNull).toArray(TagHolders[]::new);
        if (few.length > MOST_PASSED_BY) {
            return new ObjectOpenHashSet<>(few)::contains;
        }
        return tag -> {
            for (TagHolders one : few) {
                if (one == tag) {
                    return true;
                }
            }
            return false;
        };
    }

    /** Hands over what matches for each person for whom anything does. */
    void each(Instant now, BiConsumer<UUID, List<Held>> sink) {
        List<Holder> everybody = guard.reading(() -> List.copyOf(people));
        for (Holder person : everybody) {
            List<Held> held = person.held(tag -> true, Holder.micros(now));
            if (!held.isEmpty()) {
                sink.accept(person.id(), held);
            }
        }
    }

    /** For how many people a tag matches in public. */
    long publicHolders(UUID tagId, Instant now) {
        TagHolders tag = swept(tagId, now);
        return tag == null ? 0 : guard.reading(() -> (long) tag.open());
    }

    /** The same of each of these tags. */
    Map<UUID, Long> publicHolders(Collection<UUID> tagIds, Instant now) {
        long micros = Holder.micros(now);
        Map<UUID, Long> holders = new Object2LongOpenHashMap<>(tagIds.size());
        List<UUID> unswept = new ArrayList<>();
        guard.reading(() -> {
            for (UUID id : tagIds) {
                TagHolders tag = tag(id);
                if (tag != null && tag.isToBeSwept(micros)) {
                    unswept.add(id);
                } else {
                    holders.put(id, tag == null ? 0L : tag.open());
                }
            }
            return holders;
        });
        unswept.forEach(id -> holders.put(id, publicHolders(id, now)));
        return holders;
    }

    /** Some of those for whom a tag matches, public or not: who said it last comes first. */
    List<UUID> holders(UUID tagId, int limit, Instant now) {
        TagHolders tag = inOrder(tagId, now);
        return tag == null
                ? List.of()
                : guard.reading(() -> tag.latest(limit)
                        .intStream()
                        .mapToObj(number -> numbered.get(number).id())
                        .toList());
    }

    /**
     * Those for whom most of some tags matches, public or not, whoever has most first, by what these count in all; of equals
     * whoever is behind an earlier tag, and said it last. Only they are looked at; the others are counted by their numbers.
     *
     * @param looks behind which tags to look, and at how many of each, who said it last first
     * @param without nobody of these
     * @param most no more than these
     */
    List<UUID> holdingMost(List<Look> looks, Set<UUID> without, int most, Instant now) {
        List<@Nullable TagHolders> tags = new ArrayList<>();
        looks.forEach(look -> tags.add(inOrder(look.tagId(), now)));
        return guard.reading(() -> {
            var worth = new Int2DoubleLinkedOpenHashMap(FEW_FOUND);
            for (int i = 0; i < looks.size(); i++) {
                TagHolders tag = tags.get(i);
                Look look = looks.get(i);
                if (tag != null) {
                    tag.latest(look.limit()).forEach((int number) -> worth.addTo(number, look.worth()));
                }
            }
            for (UUID id : without) {
                Holder person = people.get(new Identified(id));
                if (person != null) {
                    worth.remove(person.number());
                }
            }
            return Counted.best(worth, most)
                    .mapToObj(number -> numbered.get(number).id())
                    .toList();
        });
    }

    /** Somebody's number, what counts for them, and after how many others they were found. */
    private record Counted(int number, double worth, int after) {

        private static final Comparator<Counted> WORST_FIRST = Comparator.comparingDouble(Counted::worth)
                .thenComparing(Comparator.comparingInt(Counted::after).reversed());

        /** The numbers of those for whom most counts, the best first. */
        static IntStream best(Int2DoubleMap worth, int most) {
            var best = new PriorityQueue<>(WORST_FIRST);
            int after = 0;
            for (Int2DoubleMap.Entry one : worth.int2DoubleEntrySet()) {
                if (best.size() < most || one.getDoubleValue() > best.element().worth) {
                    best.add(new Counted(one.getIntKey(), one.getDoubleValue(), after));
                }
                if (best.size() > most) {
                    best.remove();
                }
                after++;
            }
            return best.stream().sorted(WORST_FIRST.reversed()).mapToInt(Counted::number);
        }
    }

    /** For how many people anything matches in public. */
    int publicPeople(Instant now) {
        long micros = Holder.micros(now);
        if (guard.reading(() -> publicPeople.isToBeSwept(micros))) {
            guard.writing(() -> {
                publicPeople.sweep(micros);
            });
        }
        return guard.reading(publicPeople::count);
    }

    private @Nullable TagHolders inOrder(UUID tagId, Instant now) {
        TagHolders tag = swept(tagId, now);
        if (tag != null && guard.reading(tag::isToBeOrdered)) {
            guard.writing(tag::closeRanks);
        }
        return tag;
    }

    private @Nullable TagHolders swept(UUID tagId, Instant now) {
        long micros = Holder.micros(now);
        TagHolders tag = guard.reading(() -> tag(tagId));
        if (tag != null && guard.reading(() -> tag.isToBeSwept(micros))) {
            guard.writing(() -> {
                tag.sweep(micros);
            });
        }
        return tag;
    }
}
