package org.coterie.matching;

import java.util.BitSet;

/**
 * Nobody is left out because of how the others happen to sit: a group or two around whoever is in none are let go of, and
 * everybody of them is seated anew, with the one who is left first ({@link Reseating}). Of all that would give more people a
 * group that is done which takes least from those who had one.
 *
 * <p>Each time more people have a group than before, so it ends. It is a search in a large neighbourhood (Shaw 1998): what is
 * undone at a time is small, so that where many are left out, it costs no more than so much for each of them.
 */
final class Rearrangement {

    /** No more groups are considered for a person, those behind the rarest of their tags. */
    private static final int CONSIDERED = 24;

    /** Of these, two at once where letting go of one does not do. */
    private static final int PAIRED = 4;

    /** Where very many are left out, it is tried for no more of them. */
    private static final int MOST_TRIED = 10_000;

    /** Nor is more than this tried for all of them: who holds many tags, and could meet others by each, is tried very often. */
    private static final int MOST_TRIALS = 500_000;

    /** For so many of them two groups are let go of at once, too. */
    private static final int THOROUGHLY_TRIED = 1_000;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final BetterResponse moves;

    /** For how many it was tried. */
    private int tried;

    /** How often something was tried for them. */
    private int trials;

    Rearrangement(Index index, Groups groups, HardRules rules, BetterResponse moves) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
        this.moves = moves;
    }

    /** Places whomever it can of those in no group; where groups have changed by that, people move as before. */
    void place(Stranded stranded, Progress progress) {
        while (placeSome(stranded.unplaced(), progress)) {
            moves.settle(progress);
        }
    }

    private boolean placeSome(BitSet unplaced, Progress progress) {
        if (unplaced.isEmpty()) {
            return false;
        }
        boolean any = false;
        var reseating = new Reseating(index, groups, rules);
        int before = trials;
        for (int p = unplaced.nextSetBit(0); p >= 0 && !isEnough(); p = unplaced.nextSetBit(p + 1)) {
            progress.stopIfUnwanted();
            if (groups.groupsOf(p) == 0 && rules.makesSizesOf(p)) {
                tried++;
                any |= place(p, reseating);
                trials = before + reseating.trials();
            }
        }
        return any;
    }

    private boolean isEnough() {
        return tried >= MOST_TRIED || trials >= MOST_TRIALS;
    }

    private boolean place(int person, Reseating reseating) {
        int[] around = reseating.begin(person, CONSIDERED);
        for (int g : around) {
            reseating.consider(g);
        }
        int paired = tried > THOROUGHLY_TRIED ? 0 : Math.min(PAIRED, around.length);
        for (int one = 0; one < paired && !reseating.isFound(); one++) {
            for (int other = 0; other < one; other++) {
                reseating.consider(around[one], around[other]);
            }
        }
        return reseating.finish();
    }
}
