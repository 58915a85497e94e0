package org.coterie.meaning;

import java.util.List;
import org.coterie.meaning.NearIndex.Close;

/**
 * How sure it is that a text is about what a name says: a logistic regression on how much closer the two are than the text is
 * to what it is not about, for which the tenth closest of all names stands.
 *
 * <p>English only. Slope and offset are fitted by {@code TextsBench} in {@code src/bench} on texts and the communities that
 * they were posted to; see {@code src/docs/figures.md}.
 */
public final class Aboutness {

    private static final double SLOPE = 26;
    private static final double OFFSET = -3.9;

    /** The name with this rank stands for all that a text is not about. */
    public static final int UNRELATED = 10;

    /** How close a text usually is to what it is not about. */
    private static final double USUALLY_UNRELATED = 0.6;

    private Aboutness() {}

    /**
     * The probability that a text is about a name.
     *
     * @param cosine between the vectors of the text and of the name, from −1 to 1
     * @param closest the names that are closest to the text, the closest first: at least {@link #UNRELATED}, or all there are
     * @return between 0 and 1
     */
    public static double confidence(double cosine, List<Close> closest) {
        double unrelated = closest.size() < UNRELATED
                ? USUALLY_UNRELATED
                : closest.get(UNRELATED - 1).cosine();
        return 1 / (1 + Math.exp(-SLOPE * (cosine - unrelated) - OFFSET));
    }
}
