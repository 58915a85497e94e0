package org.coterie.interests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coterie.interests.HolderIndex.Held;

/**
 * Which tags go together: what those who hold one in public also hold in public, more often than chance would have it.
 * Whoever keeps an interest to themselves counts nowhere, and what fewer than three people have in common is not told.
 */
final class Related {

    /** Of a tag that more people hold, those who said it last stand for all. */
    static final int LATEST = 1_000;

    /** The vital few. */
    static final int MOST = 20;

    private static final int FEWEST = 3;

    private final HolderIndex index;

    Related(HolderIndex index) {
        this.index = index;
    }

    /**
     * A tag that goes together with another.
     *
     * @param together how many hold both, 3 or more
     * @param lift how many times as often as among all who hold anything in public it is held among those who hold the other, more than 1
     */
    record Companion(UUID tagId, int together, double lift) {

        /** How surprising it is, but for a constant: many times chance for many people. */
        private double surprise() {
            return together * Math.log(lift);
        }
    }

    /** At most {@value #MOST}, the most surprising first. */
    List<Companion> of(UUID tagId, Instant now) {
        Map<UUID, Integer> together = new HashMap<>();
        int holders = 0;
        for (UUID personId : index.holders(tagId, LATEST, now)) {
            List<UUID> open = index.of(personId, now).stream()
                    .filter(held -> !held.matchOnly())
                    .map(Held::tagId)
                    .toList();
            if (open.contains(tagId)) {
                holders++;
                open.forEach(other -> together.merge(other, 1, Integer::sum));
            }
        }
        together.remove(tagId);
        double people = index.publicPeople(now);
        List<Companion> companions = new ArrayList<>();
        for (Map.Entry<UUID, Integer> other : together.entrySet()) {
            if (other.getValue() >= FEWEST) {
                double expected = holders * (index.publicHolders(other.getKey(), now) / people);
                companions.add(new Companion(other.getKey(), other.getValue(), other.getValue() / expected));
            }
        }
        return companions.stream()
                .filter(companion -> companion.lift > 1)
                .sorted(Comparator.comparingDouble(Companion::surprise)
                        .reversed()
                        .thenComparing(Companion::tagId))
                .limit(MOST)
                .toList();
    }
}
