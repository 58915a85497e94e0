package org.coterie.interests;

import com.github.benmanes.caffeine.cache.Interner;
import org.jspecify.annotations.Nullable;

/** The ways in which interests are held, each kept once. Not for use by several threads at a time. */
final class Manners {

    /** A power of two. */
    private static final int FEW = 256;

    private final Interner<Manner> all = Interner.newWeakInterner();

    /** Those that were asked for lately, by their hash: nearly all interests are held in a few ways. */
    private final @Nullable Manner[] lately = new Manner[FEW];

    /**
     * How an interest is held, and how many microseconds long it matches after it was said: some thirty ways, but for those
     * who said when theirs ends.
     */
    record Manner(Stance stance, int strength, boolean matchOnly, long lasts) {

        private boolean is(Stance otherStance, int otherStrength, boolean isMatchOnly, long otherLasts) {
            return lasts == otherLasts
                    && strength == otherStrength
                    && stance == otherStance
                    && matchOnly == isMatchOnly;
        }
    }

    Manner of(Stance stance, int strength, boolean matchOnly, long lasts) {
        int at = (Long.hashCode(lasts) * 31 + strength * 7 + stance.hashCode() + (matchOnly ? 1 : 0)) & (FEW - 1);
        Manner known = lately[at];
        if (known == null || !known.is(stance, strength, matchOnly, lasts)) {
            known = all.intern(new Manner(stance, strength, matchOnly, lasts));
            lately[at] = known;
        }
        return known;
    }
}
