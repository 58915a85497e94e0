package org.coterie.matching;

import java.util.function.DoubleConsumer;

/**
 * How groups form: purpose first, not graph first.
 *
 * <p><b>The idea.</b> Clustering a graph of similar people yields communities of any size and without a reason. People
 * need the opposite: a stated purpose of one to five tags, a small group, several groups for somebody with several
 * purposes, rules that always hold, and a reason for every member. So the purposes that people already share are mined
 * from their tags, the best are chosen, people are seated around them, and then they move until nobody wants to.
 *
 * <p><b>The steps</b>, each a class that reads like it:
 *
 * <ol>
 *   <li>{@link Index}: who carries which tag, and how much of what they care about it is; {@link Continuity}: who is in a
 *       group already, and stays,
 *   <li>{@link FairTurn}: who was left out of earlier formations comes first,
 *   <li>{@link PurposeMining}: sets of tags that more people share than chance explains ({@link Significance}), where near tags
 *       count as one ({@link Concepts}),
 *   <li>{@link Carriers}: who carries enough of a purpose to be in a group with it,
 *   <li>{@link GreedyCover}: the purpose whose people gain most becomes a group, then the next, a fuller one instead of those
 *       that say less to the same people ({@link FullerPurposes}); {@link Assembly} seats those who share most with each other,
 *       or know each other ({@link NextSeat}),
 *   <li>{@link Refinement}: the purpose is said as fully as it is true, in the words that most of its people use,
 *   <li>{@link Welcome}: the purpose is said less fully where that lets in somebody who belongs there,
 *   <li>{@link Stranded}: those who are left get what they share among themselves,
 *   <li>{@link BetterResponse}: people move to open places until nobody gains by it ({@link OpenPlaces}), asked
 *       again where something has changed ({@link Changes}), and {@link
 *       Consolidation} dissolves the small groups that nobody would miss,
 *   <li>{@link Kindred}: people of groups about the same change places, so that those sit together who share most besides,
 *   <li>{@link Rearrangement}: whoever is left only because of how the others sit is placed, and these sit otherwise,
 *   <li>{@link Repeats}: who would be left out only because they have met the others before is placed all the same,
 *   <li>{@link Doubles}: a group whose members are all together in another one is let go of.
 * </ol>
 *
 * <p>{@link HardRules} is asked in every step, {@link Groups} keeps the books, {@link Affinity} is the number a person is
 * shown, and {@link Appraisal} looks at the result once more.
 *
 * <p><b>Why this shape.</b> What a group is worth to a person is the share of their interests that its stated purpose
 * covers and their other groups do not. That depends on their own memberships alone, so the sum over all people is a
 * potential: every improving move raises it by its own gain, and moving ends. Covering by greatest gain is the classic
 * greedy for a submodular sum, lazy because gains only fall. With one half-life for all interests, shares do not change
 * with time, so decay needs no background work.
 *
 * <p><b>Near tags.</b> Whoever holds a tag near a stated one carries that in part, by how sure it is that both mean the same
 * ({@link Nearness}). Nothing becomes one by it, and nothing is near by way of a third.
 *
 * <p><b>Order.</b> People and tags are numbered by a hash of seed and key before anything else happens, and the lower
 * number wins each tie. Parallel parts are joined in a fixed order. So neither the order of input nor the number of
 * threads shows in the outcome.
 *
 * <p><b>Cost.</b> About linear in the number of interests: a person's twelve strongest tags have at most 1 573 sets of
 * two to five, and rare tags have few holders. Memory is some 30 bytes an interest and 60 a person, 60 more where hours
 * or places are known, without an object for either. Where all tags are held by thousands, candidates have large crowds,
 * of which the best are kept in mind, or neighbours in parts ({@link Crowd}). This is the slowest case.
 *
 * <p><b>Sources.</b> Closed item sets by depth-first projection: Uno, Kiyomi, Arimura, LCM ver. 2 (2004). Productive
 * sets: Webb, Discovering Significant Patterns (2007). False-discovery rate: Benjamini and Hochberg (1995). Lazy greedy:
 * Minoux (1978). Potential games: Monderer and Shapley (1996). Search in large neighbourhoods: Shaw (1998).
 * Pairwise exchange: Kernighan and Lin (1970).
 *
 * <p><b>Limits.</b> Only a person's twelve strongest tags found purposes, though all of them count for joining. Whoever
 * no significant purpose takes in, with a tag less of it or not, about one in sixteen of the planted people, gets a group with
 * others left over, which fits its members less. Only mining, first promises and appraisal use all processors. Who is in a group that there was
 * before stays in it although a new one might suit them better.
 */
public final class Matching {

    /** What this method is called. */
    public static final String ALGORITHM = "purpose-first";

    /** Raised whenever the same people, rules and seed come to other groups than before. */
    public static final String VERSION = "17";

    /** So often at most the purposes are said anew as people have moved, and people move as the purposes are said. */
    private static final int MOST_REWORDED = 4;

    private Matching() {}

    /**
     * Forms groups. Uses all processors through the common pool, or through the fork-join pool it is called in.
     *
     * @param progress is told how far the work is, 0 to 1, never falling, on the calling thread; 1 comes last
     * @return the groups; the same people, groups and rules give the same whatever the order of input
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; its interrupt flag stays
     *     set
     */
    public static Outcome form(Population people, FormationRules rules, DoubleConsumer progress) {
        var work = new Progress(progress);
        work.stepUntil(0.1);
        var index = new Index(people, rules);
        var groups = new Groups(index, rules);
        var hardRules = new HardRules(index, groups, rules);
        var betterResponse = new BetterResponse(index, groups, hardRules);
        var continuity = new Continuity(index, groups, hardRules);
        continuity.keep();
        if (index.existing.count() > 0) {
            // an open place comes before a new group
            betterResponse.settle(work);
            continuity.endWhatIsTooSmall();
        }
        new FairTurn(index, groups, hardRules).place(work);
        work.stepUntil(0.4);
        var candidates = new PurposeMining(index, rules).significant(work);
        work.stepUntil(0.7);
        new GreedyCover(index, groups, hardRules).cover(candidates, work);
        work.stepUntil(0.8);
        betterResponse.settle(work);
        work.stepUntil(0.9);
        new Welcome(index, groups, hardRules).extend(work);
        work.stepUntil(0.93);
        var stranded = new Stranded(index, groups, hardRules);
        stranded.place(work);
        work.stepUntil(0.96);
        betterResponse.settle(work);
        new Consolidation(index, groups, hardRules).merge(work);
        new Kindred(index, groups, hardRules).meet(work);
        work.stepUntil(0.99);
        betterResponse.settle(work);
        new Rearrangement(index, groups, hardRules, betterResponse).place(stranded, work);
        var repeats = new Repeats(index, groups, stranded, hardRules);
        repeats.place(betterResponse, work);
        var refinement = new Refinement(index, groups);
        for (int round = 0; round < MOST_REWORDED && refinement.reword(hardRules); round++) {
            betterResponse.settle(work); // others may feel at home now, who in turn say it otherwise
        }
        var doubles = new Doubles(groups);
        while (doubles.dissolve() || repeats.endNeedless()) {
            betterResponse.settle(work);
        }
        var outcome = new Outcome(index, groups, continuity.moved(), new Appraisal(index, groups, hardRules).quality());
        work.stepUntil(1);
        work.reached(1);
        return outcome;
    }
}
