package org.coterie.matching;

/**
 * How much a shared tag says: the fewer people hold it, the more. {@code idf = ln(N/df) / ln N}, held within
 * [{@value #COMMONEST}, {@value #RAREST}]: 1 where one person holds it, near 0 where everybody does.
 */
public final class Rarity {

    /** The rarity of a tag that nobody or one person holds. */
    public static final double RAREST = 1;

    /** The rarity of a tag that everybody holds: little, but not nothing, so that two who share only it still match. */
    public static final double COMMONEST = 0.02;

    private Rarity() {}

    /**
     * The rarity of one tag.
     *
     * @param holders how many people hold the tag; counts as at least 1
     * @param people how many people there are; with one or none, every tag is as common as can be
     * @return the rarity, within [{@value #COMMONEST}, {@value #RAREST}]
     */
    public static double idf(long holders, long people) {
        if (people <= 1) {
            return COMMONEST;
        }
        double idf = Math.log((double) people / Math.max(1, holders)) / Math.log((double) people);
        return Math.max(COMMONEST, Math.min(RAREST, idf));
    }
}
