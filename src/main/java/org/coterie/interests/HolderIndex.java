package org.coterie.interests;

import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
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

    private final ObjectOpenHashSet<Holder> people = new ObjectOpenHashSet<>();
    private final Map<UUID, TagHolders> tags = new Object2ObjectOpenHashMap<>();
    private final Manners manners = new Manners();
    private final Guard guard = new Guard();

    /** An interest that is not private. */
    record Held(
            UUID tagId, Stance stance, int strength, boolean matchOnly, Instant expressedAt, Instant matchesUntil) {}

    /** Replaces what a person holds; with nothing they are forgotten. */
    void put(UUID personId, List<Held> held) {
        guard.writing(() -> {
            Holder before = people.get(new Identified(personId));
            Holder after = held.isEmpty() ? null : holder(personId, held);
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

    private Holder holder(UUID personId, List<Held> held) {
        return new Holder(personId, held, tag -> tags.computeIfAbsent(tag, TagHolders::new), manners);
    }

    /** Adds to what a person holds. */
    void add(UUID personId, List<Held> held) {
        Holder before = guard.reading(() -> people.get(new Identified(personId)));
        List<Held> all = before == null ? new ArrayList<>() : before.held(tag -> true, Long.MIN_VALUE);
        all.addAll(held);
        put(personId, all);
    }

    /** Puts the people of each tag into the order in which they said it: for people who were put in any other. */
    void sort() {
        guard.writing(() -> {
            tags.values().parallelStream().forEach(TagHolders::sort);
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
            Set<TagHolders> wanted = new ObjectOpenHashSet<>(tagIds.size());
            for (UUID id : tagIds) {
                TagHolders tag = tags.get(id);
                if (tag != null) {
                    wanted.add(tag);
                }
            }
            for (UUID id : personIds) {
                Holder person = people.get(new Identified(id));
                if (person != null) {
                    sink.accept(id, person.held(wanted::contains, Holder.micros(now)));
                }
            }
            return true;
        });
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
                TagHolders tag = tags.get(id);
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
        TagHolders tag = swept(tagId, now);
        return tag == null ? List.of() : guard.reading(() -> tag.latest(limit));
    }

    /** How many people hold anything. */
    int people() {
        return guard.reading(people::size);
    }

    private @Nullable TagHolders swept(UUID tagId, Instant now) {
        long micros = Holder.micros(now);
        TagHolders tag = guard.reading(() -> tags.get(tagId));
        if (tag != null && guard.reading(() -> tag.isToBeSwept(micros))) {
            guard.writing(() -> {
                tag.sweep(micros);
            });
        }
        return tag;
    }
}
