package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;

/** Who else holds somebody's rarest tags: what few hold says most. Answers from memory. */
@ApplicationScoped
class Fellows {

    /** Everybody is found who holds one of the rarest tags, as long as these have no more holders in all. */
    private static final int MOST_TOGETHER = 2_000;

    /** After these, so many tags are looked at. */
    private static final int MOST_COMMON = 4;

    /** So many holders of each of them; of a tag with fewer, everybody is found. */
    static final int MOST_OF_A_COMMON = 500;

    private final Interests interests;

    Fellows(Interests interests) {
        this.interests = interests;
    }

    /** The tags of these holdings, those with the fewest public holders first. */
    static List<UUID> rarestFirst(List<Holding> holdings, Map<UUID, Long> holders) {
        return rarestFirst(holdings.stream().map(Holding::tagId).toList(), holders);
    }

    /** These tags, those with the fewest public holders first. */
    static List<UUID> rarestFirst(Collection<UUID> tags, Map<UUID, Long> holders) {
        return tags.stream()
                .sorted(Comparator.<UUID>comparingLong(tag -> holders.getOrDefault(tag, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * The holders of each tag, the person who asks included.
     *
     * @param rarest the tags, the rarest first
     * @param holders how many people hold each publicly
     * @param most a tag with more public holders than this is not looked at
     */
    Map<UUID, List<UUID>> of(List<UUID> rarest, Map<UUID, Long> holders, long most) {
        Map<UUID, List<UUID>> found = new LinkedHashMap<>();
        limits(rarest, holders, most).forEach((tag, limit) -> found.put(tag, interests.holdersOf(tag, limit)));
        return found;
    }

    /** At how many holders of each tag to look, the rarest first; see {@link #of}. */
    static Map<UUID, Integer> limits(List<UUID> rarest, Map<UUID, Long> holders, long most) {
        Map<UUID, Integer> limits = new LinkedHashMap<>();
        long budget = MOST_TOGETHER;
        int common = 0;
        for (UUID tag : rarest) {
            long count = holders.getOrDefault(tag, 0L);
            budget -= Math.max(1, count);
            if (budget >= 0) {
                limits.put(tag, MOST_TOGETHER);
            } else if (count <= most && common < MOST_COMMON) {
                limits.put(tag, MOST_OF_A_COMMON);
                common++;
            }
        }
        return limits;
    }
}
