package org.coterie.formation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.interests.Holding;
import org.coterie.interests.Stance;
import org.coterie.matching.FormationRules;
import org.coterie.people.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What is missing for a group about a tag.
 *
 * @param others how many others wait
 * @param more how many more it takes
 * @param wanted who
 * @param withinKm how far from the person they may be; null where they would meet online as well, or it is not known
 */
record Missing(
        UUID tag,
        int others,
        int more,
        Wanted wanted,
        @Nullable Integer withinKm) {

    /** Who could complete a group. */
    enum Wanted {
        /** Somebody else who holds the tag. */
        ANYBODY,
        /** Somebody who offers what is sought. */
        WHO_OFFERS,
        /** Somebody who may meet the others and understands them: there would be enough, but not all can sit together. */
        WHO_FITS,
        /** Nobody: they are enough, and groups are being formed at this moment. */
        NOBODY
    }

    /**
     * What is missing beside others who hold the tag, wait, and may meet the person.
     *
     * @param terms on which each of them meets others
     * @param smallest no group is smaller
     */
    static Missing of(
            UUID tag, Taste taste, List<Holding> others, @Nullable Terms mine, Map<UUID, Terms> terms, int smallest) {
        List<Terms> theirs = others.stream()
                .flatMap(other -> Stream.ofNullable(terms.get(other.personId())))
                .toList();
        int more = more(Math.max(smallest, least(mine)), theirs);
        Set<Stance> stances = others.stream().map(Holding::stance).collect(Collectors.toCollection(HashSet::new));
        taste.holding(tag).map(Holding::stance).ifPresent(stances::add);
        Wanted wanted = more > 0 ? Wanted.ANYBODY : Wanted.WHO_FITS;
        if (stances.contains(Stance.SEEK) && !stances.contains(Stance.OFFER)) {
            wanted = Wanted.WHO_OFFERS;
        }
        // whoever is still here although they are enough lacks somebody else
        return new Missing(tag, others.size(), Math.max(1, more), wanted, withinKm(mine));
    }

    private static @Nullable Integer withinKm(@Nullable Terms mine) {
        return mine == null || mine.place() == null || mine.place().onlineOk()
                ? null
                : mine.place().withinKm();
    }

    /** How many more it takes beside those who want no larger group, for the size at which it takes fewest. */
    private static int more(int smallest, List<Terms> others) {
        return IntStream.rangeClosed(smallest, Math.max(smallest, FormationRules.LARGEST_GROUP))
                .map(size -> size
                        - 1
                        - (int) others.stream()
                                .filter(one -> least(one) <= size)
                                .count())
                .min()
                .orElseThrow();
    }

    private static int least(@Nullable Terms terms) {
        return terms == null || terms.company() == null ? 0 : terms.company().least();
    }

    /** The same while it is looked for later whether they are a group. */
    Missing putOff() {
        return new Missing(tag, others, 0, Wanted.NOBODY, withinKm);
    }
}
