package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coterie.groups.Seating;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.safety.Safety;

/** With whom somebody who is in no group could become one, from memory but for whom they must not meet. */
@ApplicationScoped
class WhoWaits {

    /** A tag that more people hold is not rare. */
    private static final int MOST_HOLDERS = 2_000;

    /** Of so many people, not many more, it is asked whether they are in a group. */
    private static final int MOST_ASKED = 1_000;

    /** Among so many people a group is looked for. */
    private static final int MOST_CANDIDATES = 500;

    private final Fellows fellows;
    private final Interests interests;
    private final Meaning meaning;
    private final Seating seating;
    private final Safety safety;
    private final FormationConfig config;

    WhoWaits(
            Fellows fellows,
            Interests interests,
            Meaning meaning,
            Seating seating,
            Safety safety,
            FormationConfig config) {
        this.fellows = fellows;
        this.interests = interests;
        this.meaning = meaning;
        this.seating = seating;
        this.safety = safety;
        this.config = config;
    }

    /**
     * Whoever is in no group, shares one of the person's rare tags, or holds one near to them, and may meet them: those with the
     * rarest first.
     */
    Collection<UUID> of(UUID personId, List<Holding> holdings) {
        if (holdings.isEmpty() || !seating.seated(List.of(personId)).isEmpty()) {
            return List.of();
        }
        List<UUID> held = holdings.stream().map(Holding::tagId).toList();
        Set<UUID> near = new HashSet<>();
        meaning.near(personId, held).values().forEach(some -> near.addAll(some.keySet()));
        held.forEach(near::remove);
        Set<UUID> others = new LinkedHashSet<>();
        addHolders(held, others);
        addHolders(near, others);
        others.remove(personId);
        if (1 + others.size() < config.minSize()) {
            return List.of();
        }
        others.removeAll(seating.seated(others));
        others.removeAll(safety.apartFrom(personId));
        return others.stream().limit(MOST_CANDIDATES).toList();
    }

    /** Adds those who hold one of the rarest of these tags, until they are many. */
    private void addHolders(Collection<UUID> tags, Set<UUID> others) {
        Map<UUID, Long> holders = interests.holders(tags);
        for (List<UUID> people : fellows.of(Fellows.rarestFirst(tags, holders), holders, MOST_HOLDERS)
                .values()) {
            if (others.size() >= MOST_ASKED) {
                break;
            }
            others.addAll(people);
        }
    }
}
