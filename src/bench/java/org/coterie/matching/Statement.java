package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * States what a group is for that comes without a purpose, as formation would: of the tags that at least 60 % of the
 * members carry the rarest is stated, and each further one, the rarest first and up to five, with which the purpose fits
 * the members better as a whole. Where no tag is shared by so many, the one that most members carry is stated, of
 * several the rarest; such a group is not pure.
 */
final class Statement {

    private final Index index;

    Statement(Index index) {
        this.index = index;
    }

    /** The purpose of these people: 1 to 5 tags, ascending; none where nobody carries a tag. */
    int[] of(int[] members) {
        int[] held = IntStream.of(members)
                .flatMap(p -> Arrays.stream(index.tag, index.start[p], index.start[p + 1]))
                .sorted()
                .toArray();
        var shared = new IntArrayList();
        int commonest = 0;
        int most = 0;
        for (int i = 0, next; i < held.length; i = next) {
            next = i + 1;
            while (next < held.length && held[next] == held[i]) {
                next++;
            }
            if (HardRules.shared(Shares.WHOLE * (next - i), members.length)) {
                shared.add(held[i]);
            }
            if (next - i > most) {
                most = next - i;
                commonest = held[i];
            }
        }
        if (shared.isEmpty()) {
            return most == 0 ? new int[0] : new int[] {commonest};
        }
        return bestOf(shared, members);
    }

    /** The rarest, and what makes the purpose fit better; tags are numbered from rare to common. */
    private int[] bestOf(IntArrayList shared, int[] members) {
        int[] purpose = {shared.getInt(0)};
        double best = fit(purpose, members);
        for (int i = 1; i < shared.size() && purpose.length < Purpose.MOST_TAGS; i++) {
            int[] more = Arrays.copyOf(purpose, purpose.length + 1);
            more[purpose.length] = shared.getInt(i);
            double fit = fit(more, members);
            if (fit > best + Affinity.ROUNDING) {
                purpose = more;
                best = fit;
            }
        }
        return purpose;
    }

    /** The members' affinities to the purpose, summed up. */
    private double fit(int[] purpose, int[] members) {
        return IntStream.of(members).mapToDouble(p -> affinity(p, purpose)).sum();
    }

    /** How well a purpose fits a person, 0 to 1. */
    double affinity(int person, int[] purpose) {
        return Arrays.stream(index.contributions(person, purpose)).sum();
    }
}
