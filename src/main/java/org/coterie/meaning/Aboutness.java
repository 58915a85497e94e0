package org.coterie.meaning;

import java.util.List;
import org.coterie.meaning.NearIndex.Close;

/**
 * How sure it is that a text is about what a name says: a logistic regression on how much closer the two are than the text is
 * to what it is not about, for which the tenth closest of all names stands, and on how far the name is behind the closest: of
 * several that are nearly as close the first is most likely meant.
 *
 * <p>English only. The weights are fitted by {@code AboutnessFit} in {@code src/bench} on every other one of many texts and the
 * communities that they were posted to, and measured on the rest; see {@code src/docs/figures.md}.
 */
public final class Aboutness {

    private static final double CLOSER = 29;
    private static final double BEHIND = -16;
    private static final double OFFSET = -3.5;

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
        return confidence(features(cosine, closest));
    }

    static double confidence(List<Double> features) {
        return 1 / (1 + Math.exp(-CLOSER * features.get(0) - BEHIND * features.get(1) - OFFSET));
    }

    /** What the regression looks at. */
    static List<Double> features(double cosine, List<Close> closest) {
        double unrelated = closest.size() < UNRELATED
                ? USUALLY_UNRELATED
                : closest.get(UNRELATED - 1).cosine();
        return List.of(cosine - unrelated, closest.get(0).cosine() - cosine);
    }
}
