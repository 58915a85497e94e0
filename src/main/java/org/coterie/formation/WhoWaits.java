package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
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
    private final Seating seating;
    private final Safety safety;
    private final FormationConfig config;

    WhoWaits(Fellows fellows, Interests interests, Seating seating, Safety safety, FormationConfig config) {
        this.fellows = fellows;
        this.interests = interests;
        this.seating = seating;
        this.safety = safety;
        this.config = config;
    }

    /** Whoever is in no group, shares one of the person's rare tags and may meet them: those with the rarest first. */
    Collection<UUID> of(UUID personId, List<Holding> holdings) {
        if (holdings.isEmpty() || !seating.seated(List.of(personId)).isEmpty()) {
            return List.of();
        }
        Map<UUID, Long> holders =
                interests.holders(holdings.stream().map(Holding::tagId).toList());
        Set<UUID> others = new LinkedHashSet<>();
        for (List<UUID> people : fellows.of(Fellows.rarestFirst(holdings, holders), holders, MOST_HOLDERS)
                .values()) {
            others.addAll(people);
            if (others.size() >= MOST_ASKED) {
                break;
            }
        }
        others.remove(personId);
        if (1 + others.size() < config.minSize()) {
            return List.of();
        }
        others.removeAll(seating.seated(others));
        others.removeAll(safety.apartFrom(personId));
        return others.stream().limit(MOST_CANDIDATES).toList();
    }
}
