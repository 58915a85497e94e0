package org.coterie.interests;

import com.github.benmanes.caffeine.cache.Interner;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.coterie.live.Guard;
import org.coterie.live.Identified;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what, in memory: the tags of a person, and the people of a tag in the order in which they said it. What is
 * over is left out from that very moment.
 *
 * <p>Any number of threads may read and write. What a change or a count costs does not grow with the number of people,
 * but for a step over all holders of a tag whenever half of them have gone or one of them is over.
 */
final class HolderIndex {

    private final ObjectOpenHashSet<Person> people = new ObjectOpenHashSet<>();
    private final Map<UUID, Tag> tags = new Object2ObjectOpenHashMap<>();
    private final Interner<Manner> manners = Interner.newWeakInterner();
    private final Guard guard = new Guard();

    /** An interest that is not private. */
    record Held(
            UUID tagId, Stance stance, int strength, boolean matchOnly, Instant expressedAt, Instant matchesUntil) {}

    /**
     * How an interest is held, and how many microseconds long it matches after it was said: some thirty ways, but for those
     * who said when theirs ends. Each is kept once.
     */
    private record Manner(Stance stance, int strength, boolean matchOnly, long lasts) {}

    /** Replaces what a person holds; with nothing they are forgotten. */
    void put(UUID personId, List<Held> held) {
        guard.writing(() -> {
            Person before = people.get(new Identified(personId));
            Person after = held.isEmpty() ? null : new Person(personId, held);
            if (before != null) {
                before.makeRoomFor(after);
                people.remove(before);
            }
            if (after != null) {
                after.takePlaces();
                people.add(after);
            }
        });
    }

    /** Adds to what a person holds. */
    void add(UUID personId, List<Held> held) {
        Person before = guard.reading(() -> people.get(new Identified(personId)));
        List<Held> all = before == null ? new ArrayList<>() : before.held(tag -> true, Long.MIN_VALUE);
        all.addAll(held);
        put(personId, all);
    }

    /** Puts the people of each tag into the order in which they said it: for people who were put in any other. */
    void sort() {
        guard.writing(() -> {
            tags.values().parallelStream().forEach(Tag::sort);
        });
    }

    /** What matches for a person. */
    List<Held> of(UUID personId, Instant now) {
        return guard.reading(() -> {
            Person person = people.get(new Identified(personId));
            return person == null ? List.of() : person.held(tag -> true, micros(now));
        });
    }

    /** Hands over what of these tags matches for each of these people. */
    void each(Collection<UUID> personIds, Collection<UUID> tagIds, Instant now, BiConsumer<UUID, List<Held>> sink) {
        guard.reading(() -> {
            Set<Tag> wanted = new ObjectOpenHashSet<>(tagIds.size());
            for (UUID id : tagIds) {
                Tag tag = tags.get(id);
                if (tag != null) {
                    wanted.add(tag);
                }
            }
            for (UUID id : personIds) {
                Person person = people.get(new Identified(id));
                if (person != null) {
                    sink.accept(id, person.held(wanted::contains, micros(now)));
                }
            }
            return true;
        });
    }

    /** Hands over what matches for each person for whom anything does. */
    void each(Instant now, BiConsumer<UUID, List<Held>> sink) {
        List<Person> everybody = guard.reading(() -> List.copyOf(people));
        for (Person person : everybody) {
            List<Held> held = person.held(tag -> true, micros(now));
            if (!held.isEmpty()) {
                sink.accept(person.id(), held);
            }
        }
    }

    /** For how many people a tag matches in public. */
    long publicHolders(UUID tagId, Instant now) {
        Tag tag = swept(tagId, now);
        return tag == null ? 0 : guard.reading(() -> (long) tag.open);
    }

    /** The same of each of these tags. */
    Map<UUID, Long> publicHolders(Collection<UUID> tagIds, Instant now) {
        long micros = micros(now);
        Map<UUID, Long> holders = new Object2LongOpenHashMap<>(tagIds.size());
        List<UUID> unswept = new ArrayList<>();
        guard.reading(() -> {
            for (UUID id : tagIds) {
                Tag tag = tags.get(id);
                if (tag != null && tag.nextOver <= micros) {
                    unswept.add(id);
                } else {
                    holders.put(id, tag == null ? 0L : tag.open);
                }
            }
            return holders;
        });
        unswept.forEach(id -> holders.put(id, publicHolders(id, now)));
        return holders;
    }

    /** Some of those for whom a tag matches, public or not: who said it last comes first. */
    List<UUID> holders(UUID tagId, int limit, Instant now) {
        Tag tag = swept(tagId, now);
        return tag == null ? List.of() : guard.reading(() -> tag.latest(limit));
    }

    /** How many people hold anything. */
    int people() {
        return guard.reading(people::size);
    }

    private @Nullable Tag swept(UUID tagId, Instant now) {
        long micros = micros(now);
        Tag tag = guard.reading(() -> tags.get(tagId));
        if (tag != null && guard.reading(() -> tag.nextOver <= micros)) {
            guard.writing(() -> {
                tag.sweep(micros);
            });
        }
        return tag;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Somebody who holds something: parallel arrays, because there are a million of them. */
    private final class Person extends Identified {

        private static final int NOWHERE = -1;

        private final Tag[] held;
        private final int[] place;
        private final long[] expressedAt;
        private final Manner[] how;

        Person(UUID id, List<Held> all) {
            super(id);
            held = new Tag[all.size()];
            place = new int[held.length];
            expressedAt = new long[held.length];
            how = new Manner[held.length];
            for (int i = 0; i < held.length; i++) {
                Held one = all.get(i);
                held[i] = tags.computeIfAbsent(one.tagId, Tag::new);
                place[i] = NOWHERE;
                expressedAt[i] = micros(one.expressedAt);
                how[i] = manners.intern(
                        new Manner(one.stance, one.strength, one.matchOnly, micros(one.matchesUntil) - expressedAt[i]));
            }
        }

        int indexOf(Tag tag) {
            for (int i = 0; i < held.length; i++) {
                if (held[i] == tag) {
                    return i;
                }
            }
            throw new IllegalStateException("Tag %s lists somebody who does not hold it.".formatted(tag.id));
        }

        long matchesUntil(int i) {
            return expressedAt[i] + how[i].lasts;
        }

        boolean isOpen(int i) {
            return !how[i].matchOnly;
        }

        /** Gives the places up, but for those of interests that the other one has just so too. */
        void makeRoomFor(@Nullable Person other) {
            for (int i = 0; i < held.length; i++) {
                if (place[i] != NOWHERE && !(other != null && other.takesOver(this, i))) {
                    held[i].remove(this, i);
                }
            }
        }

        private boolean takesOver(Person before, int i) {
            for (int j = 0; j < held.length; j++) {
                if (held[j] == before.held[i]
                        && how[j].equals(before.how[i])
                        && expressedAt[j] == before.expressedAt[i]) {
                    place[j] = before.place[i];
                    held[j].holders[place[j]] = this;
                    return true;
                }
            }
            return false;
        }

        void takePlaces() {
            for (int i = 0; i < held.length; i++) {
                if (place[i] == NOWHERE) {
                    held[i].add(this, i);
                }
            }
        }

        List<Held> held(Predicate<Tag> wanted, long now) {
            List<Held> all = new ArrayList<>();
            for (int i = 0; i < held.length; i++) {
                if (matchesUntil(i) > now && wanted.test(held[i])) {
                    all.add(new Held(
                            held[i].id,
                            how[i].stance,
                            how[i].strength,
                            how[i].matchOnly,
                            instant(expressedAt[i]),
                            instant(matchesUntil(i))));
                }
            }
            return all;
        }
    }

    /** A holder, and which of their interests it is. */
    private record Seated(Person person, int i, long expressedAt, UUID id) implements Comparable<Seated> {

        Seated(Person person, int i) {
            this(person, i, person.expressedAt[i], person.id());
        }

        /** In the order in which they said it. */
        @Override
        public int compareTo(Seated other) {
            return expressedAt == other.expressedAt
                    ? id.compareTo(other.id)
                    : Long.compare(expressedAt, other.expressedAt);
        }
    }

    /** A tag and the places of its holders: those of who went are empty until there are many. */
    private static final class Tag {

        private static final int FEW = 8;

        private final UUID id;
        private @Nullable Person[] holders = new Person[2];
        private int end;
        private int gone;
        private int open;

        /** No holder's interest is over before. */
        private long nextOver = Long.MAX_VALUE;

        Tag(UUID id) {
            this.id = id;
        }

        void add(Person person, int i) {
            if (end == holders.length) {
                holders = Arrays.copyOf(holders, end + (end >> 1) + 1);
            }
            holders[end] = person;
            person.place[i] = end++;
            open += person.isOpen(i) ? 1 : 0;
            nextOver = Math.min(nextOver, person.matchesUntil(i));
        }

        void remove(Person person, int i) {
            leave(person, i);
            if (gone > FEW && gone > end / 2) {
                closeRanks();
            }
        }

        private void leave(Person person, int i) {
            holders[person.place[i]] = null;
            person.place[i] = Person.NOWHERE;
            gone++;
            open -= person.isOpen(i) ? 1 : 0;
        }

        private Stream<Seated> seated() {
            return Arrays.stream(holders, 0, end)
                    .filter(Objects::nonNull)
                    .map(person -> new Seated(person, person.indexOf(this)));
        }

        private void closeRanks() {
            seat(seated().toArray(Seated[]::new));
        }

        private void seat(Seated[] all) {
            holders = new Person[all.length];
            end = all.length;
            gone = 0;
            for (int p = 0; p < end; p++) {
                holders[p] = all[p].person;
                all[p].person.place[all[p].i] = p;
            }
        }

        /** Lets those go for whom it is over. */
        void sweep(long now) {
            nextOver = Long.MAX_VALUE;
            for (int p = 0; p < end; p++) {
                Person person = holders[p];
                if (person != null) {
                    int i = person.indexOf(this);
                    if (person.matchesUntil(i) <= now) {
                        leave(person, i);
                    } else {
                        nextOver = Math.min(nextOver, person.matchesUntil(i));
                    }
                }
            }
            closeRanks();
        }

        void sort() {
            seat(seated().sorted().toArray(Seated[]::new));
        }

        List<UUID> latest(int limit) {
            List<UUID> latest = new ArrayList<>(Math.min(limit, end - gone));
            for (int p = end - 1; p >= 0 && latest.size() < limit; p--) {
                Person person = holders[p];
                if (person != null) {
                    latest.add(person.id());
                }
            }
            return latest;
        }
    }
}
