package org.coterie.matching;

/**
 * Whether so many people share tags by more than chance.
 *
 * <p>Surprise is a bound on the unlikelihood, in nats: where {@code expected} people are, the chance of {@code seen} or
 * more is at most {@code exp(-surprise)} (Chernoff's bound of a Poisson variable; twice the surprise is a G-statistic).
 *
 * <p>Which surprise is enough follows from how much was looked at, by Benjamini and Hochberg's false-discovery rate: of
 * the purposes let through, at most {@value #FALSE_DISCOVERIES} should be chance. Millions of tested sets ask for a far
 * stronger sign than the few of a small population do.
 */
final class Significance {

    static final double FALSE_DISCOVERIES = 0.1;

    /** What a set needs that is looked at on its own, without knowing how many others were: 1 in 270 000. */
    static final double ON_ITS_OWN = 12.5;

    /** What the last, commonest tag of a set must add at least: else any popular tag could be put to a good set. */
    static final double ADDED = 2;

    /** What is less surprising than this is not even remembered. */
    static final double FLOOR = 3;

    private static final int BINS_PER_NAT = 4;
    private static final int BINS = 60 * BINS_PER_NAT;

    private final long[] histogram = new long[BINS + 1];
    private long tested;

    /** How surprising it is to see so many where chance would have expected so many, in nats; 0 if it is not more. */
    static double surprise(double seen, double expected) {
        return seen <= expected ? 0 : seen * Math.log(seen / expected) - seen + expected;
    }

    /** Notes sets that were looked at, whether or not anything was seen. */
    void tested(long sets) {
        tested += sets;
    }

    /** Notes the surprise of one set. */
    void note(double surprise) {
        histogram[(int) Math.min(BINS, surprise * BINS_PER_NAT)]++;
    }

    void add(Significance other) {
        tested += other.tested;
        for (int i = 0; i <= BINS; i++) {
            histogram[i] += other.histogram[i];
        }
    }

    /** The surprise from which on a set is let through. */
    double level() {
        long through = 0;
        int lowest = BINS;
        for (int i = BINS; i >= FLOOR * BINS_PER_NAT; i--) {
            through += histogram[i];
            double byChance = tested * Math.exp(-(double) i / BINS_PER_NAT);
            if (byChance <= FALSE_DISCOVERIES * through) {
                lowest = i;
            }
        }
        return (double) lowest / BINS_PER_NAT;
    }
}
