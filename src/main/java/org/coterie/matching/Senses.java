package org.coterie.matching;

import java.util.BitSet;

/** By which of their tags people do not mean a near one, though others do. */
final class Senses {

    private final Index index;

    /** For which near tags an entry does not count: bit {@code MOST * e + n} for the n-th of its tag. */
    private final BitSet silent = new BitSet();

    /** Which entries count as themselves alone: for no near tag, and beside them nobody counts who holds only a near one. */
    private final BitSet alone = new BitSet();

    /** What the population says, and that what is said in secret counts as itself alone. */
    Senses(Index index, Population population, int[] numberOfPerson, int[] numberOfTag) {
        this.index = index;
        for (int e = index.secret.nextSetBit(0); e >= 0; e = index.secret.nextSetBit(e + 1)) {
            silence(e);
        }
        for (int l = 0; l < population.literals(); l++) {
            int person = numberOfPerson[population.literalPerson(l)];
            int notMeant = numberOfTag[population.literalTag(l)];
            for (int n = index.near.from(notMeant); n < index.near.to(notMeant); n++) {
                int e = index.entry(person, index.near.near(n));
                if (e >= 0) {
                    silence(e);
                }
            }
        }
        for (int s = 0; s < population.otherSenses(); s++) {
            int held = numberOfTag[population.otherSenseHeld(s)];
            int rank = index.near.rank(held, numberOfTag[population.otherSenseNear(s)]);
            int e = index.entry(numberOfPerson[population.otherSensePerson(s)], held);
            if (e >= 0 && rank >= 0) {
                silent.set(Nearness.MOST * e + rank);
            }
        }
    }

    /** Lets an entry count as itself alone. */
    private void silence(int e) {
        alone.set(e);
        silent.set(Nearness.MOST * e, Nearness.MOST * (e + 1));
    }

    /** Which entries count as themselves alone. */
    BitSet alone() {
        return alone;
    }

    /** Whether every entry counts for all near tags. */
    boolean isEmpty() {
        return silent.isEmpty();
    }

    /** Whether an entry does not count for this tag, which is near. */
    boolean isSilent(int e, int wanted) {
        return !silent.isEmpty() && silent.get(Nearness.MOST * e + index.near.rank(index.tag[e], wanted));
    }
}
