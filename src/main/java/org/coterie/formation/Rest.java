package org.coterie.formation;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.coterie.groups.Goodbye;

/**
 * What some people are not asked for again for a while: what they have said no to; and those who were in a group, and have
 * both left it, are not asked for the same together.
 */
final class Rest {

    /** So long it lasts. */
    static final Duration LENGTH = Duration.ofDays(30);

    private final Map<UUID, Set<UUID>> declined = new HashMap<>();
    private final Map<UUID, Set<UUID>> left = new HashMap<>();

    /** The tags of groups that two people have left, by both of them. */
    private final Map<Set<UUID>, Set<UUID>> parted = new HashMap<>();

    /** What follows from what they have lately said goodbye to. */
    Rest(List<Goodbye> goodbyes) {
        Map<UUID, Map<UUID, Set<UUID>>> groups = new HashMap<>();
        for (Goodbye goodbye : goodbyes) {
            if (goodbye.wasActive()) {
                groups.computeIfAbsent(goodbye.groupId(), group -> new HashMap<>())
                        .computeIfAbsent(goodbye.tagId(), tag -> new HashSet<>())
                        .add(goodbye.personId());
            } else {
                add(declined, goodbye.personId(), goodbye.tagId());
            }
        }
        groups.values().forEach(tags -> tags.forEach(this::part));
    }

    private void part(UUID tag, Set<UUID> people) {
        for (UUID one : people) {
            for (UUID other : people) {
                if (!one.equals(other)) {
                    add(left, one, tag);
                    add(parted, Set.of(one, other), tag);
                }
            }
        }
    }

    private static <K> void add(Map<K, Set<UUID>> tags, K whose, UUID tag) {
        tags.computeIfAbsent(whose, key -> new HashSet<>()).add(tag);
    }

    /** Whether somebody has said no to a tag. */
    boolean isDeclined(UUID personId, UUID tag) {
        return declined.getOrDefault(personId, Set.of()).contains(tag);
    }

    /** Each two who have left a group together, whatever it was about. */
    Set<Set<UUID>> parted() {
        return Collections.unmodifiableSet(parted.keySet());
    }

    /** Each two who have left a group about one of these tags together. */
    Set<Set<UUID>> partedOver(Predicate<UUID> tags) {
        return parted.entrySet().stream()
                .filter(two -> two.getValue().stream().anyMatch(tags))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether two people have left a group about a tag together. */
    boolean haveParted(UUID one, UUID other, UUID tag) {
        return !one.equals(other)
                && parted.getOrDefault(Set.of(one, other), Set.of()).contains(tag);
    }

    /** What somebody has left, and others of these people too. */
    Set<UUID> left(UUID personId) {
        return left.getOrDefault(personId, Set.of());
    }
}
