package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;

/**
 * Step 6: nobody is stranded if it can be helped. Those in no group yet get groups among themselves around one tag, from rare
 * to common, and more tags where they share them ({@link Refinement}). Those come first to whom the tag is dear, since whoever
 * cares more about another would be taken from the others there: half a group at once, then fewer. Of all others half a group at
 * once comes before a few, since many small groups that nobody looked for help nobody. Then fewer are gathered around each of
 * them, and only in the end around each tag, however little it is to them. People who still have room are asked to help only
 * where too few are left: a group made for one person dilutes what the others are in groups for. In the end each who is left is
 * tried for themselves, once more with others who find nothing there that their groups are not about already. Who meets in
 * person only is tried so alone, with those who live near: of all who hold a tag these are few.
 */
final class Stranded {

    /** Where a group needs people who are in one already, no more than so many of them are considered. */
    private static final int HELPERS_ASKED = 256;

    /** So many of those in no group who carry a tag are looked at together. */
    private static final int ASKED_AT_ONCE = 2_048;

    /** Of those who carry a tag so many are looked at around one of them. */
    private static final int ASKED_AROUND_ONE = 128;

    /** A tag that is so large a share of what somebody cares about is dear to them. */
    private static final double DEAR = 0.3;

    /** For a tag that is less of what they care about nobody is taken from the few with whom they share a rarer one. */
    private static final double LITTLE = 0.05;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private int helpersAsked;

    Stranded(Index index, Groups groups, HardRules rules) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
    }

    /** Founds groups around one tag, for many of those in no group at once before a few. */
    void place(Progress progress) {
        place(HELPERS_ASKED, progress);
    }

    /** The same of nobody but those in no group. */
    void placeAlone(Progress progress) {
        place(0, progress);
    }

    private void place(int helpers, Progress progress) {
        helpersAsked = helpers;
        int half = Math.max(rules.maxSize() / 2, rules.minSize());
        for (int together = half; together >= rules.minSize(); together--) {
            foundAroundTags(together, DEAR, progress);
        }
        foundAroundTags(half, LITTLE, progress);
        var carriers = new UnplacedCarriers(index, groups);
        for (int together = half - 1; together >= rules.minSize(); together--) {
            foundAroundOne(together, carriers, progress);
        }
        for (int together = Math.min(half - 1, rules.minSize()); together > 0; together--) {
            foundAroundTags(together, Double.MIN_VALUE, progress);
        }
        foundAroundEach(Double.MIN_VALUE, progress);
        foundAroundEach(0, progress);
    }

    /**
     * Founds groups around one tag, the rarest first, wherever so many of those in no group share it.
     *
     * @param leastGain the least share of what they care about that it is to be
     */
    private void foundAroundTags(int together, double leastGain, Progress progress) {
        var assembly = new Assembly(index, groups, rules, Ranking.By.SHARE);
        var refinement = new Refinement(index, groups);
        BitSet tags = tagsOf(unplaced());
        for (int tag = tags.nextSetBit(0); tag >= 0; tag = tags.nextSetBit(tag + 1)) {
            progress.reached((double) tag / index.tags);
            foundAround(tag, together, leastGain, assembly, refinement);
        }
    }

    /** Founds groups around one tag for its holders in no group who would meet online; very many are asked in parts. */
    private void foundAround(int tag, int together, double leastGain, Assembly assembly, Refinement refinement) {
        var carriers = index.carriers(tag);
        var unplaced = new IntArrayList();
        var others = new IntArrayList();
        for (int c = 0; c < carriers.size(); c++) {
            if (index.places.onlineOk(carriers.getInt(c))) {
                ask(carriers.getInt(c), unplaced, others);
            }
            if (unplaced.size() == ASKED_AT_ONCE || c == carriers.size() - 1) {
                foundAmong(unplaced, others, tag, together, leastGain, assembly, refinement);
                unplaced.clear();
                others.clear();
            }
        }
    }

    private void foundAmong(
            IntArrayList unplaced,
            IntArrayList others,
            int tag,
            int together,
            double leastGain,
            Assembly assembly,
            Refinement refinement) {
        int g = 0;
        while (g >= 0 && unplaced.size() >= together) {
            g = assembly.foundForUnplaced(new int[] {tag}, together, leastGain, unplaced, others);
            if (g >= 0) {
                refinement.refine(g);
                unplaced.removeIf(person -> groups.groupsOf(person) > 0);
            }
        }
    }

    /** Founds groups of so many of those in no group who would meet online, each around one of them and a tag of theirs. */
    private void foundAroundOne(int together, UnplacedCarriers carriers, Progress progress) {
        var assembly = new Assembly(index, groups, rules, Ranking.By.SHARE);
        var refinement = new Refinement(index, groups);
        BitSet left = unplaced();
        for (int p = left.nextSetBit(0); p >= 0; p = left.nextSetBit(p + 1)) {
            progress.stopIfUnwanted();
            int end = index.places.onlineOk(p) && rules.makesSizesOf(p) ? index.start[p + 1] : index.start[p];
            for (int e = index.start[p]; e < end && groups.groupsOf(p) == 0; e++) {
                var asked = carriers.with(p, index.tag[e], ASKED_AROUND_ONE);
                int g = assembly.foundAroundUnplaced(p, new int[] {index.tag[e]}, together, asked);
                if (g >= 0) {
                    refinement.refine(g);
                }
            }
        }
    }

    /**
     * Founds a group around each of those whom nobody who was seated first could meet, or who are too few for themselves.
     *
     * @param leastGain the least share of what they care about that others who are in it find there besides
     */
    private void foundAroundEach(double leastGain, Progress progress) {
        var assembly = new Assembly(index, groups, rules, Ranking.By.SHARE);
        var refinement = new Refinement(index, groups);
        BitSet left = unplaced();
        for (int p = left.nextSetBit(0); p >= 0; p = left.nextSetBit(p + 1)) {
            progress.stopIfUnwanted();
            int end = rules.makesSizesOf(p) ? index.start[p + 1] : index.start[p];
            for (int e = index.start[p]; e < end && groups.groupsOf(p) == 0; e++) {
                int tag = index.tag[e];
                var unplaced = askAround(p, tag);
                if (leastGain == 0) {
                    // not once more among the same people
                    unplaced.removeIf(one -> index.existing.hasRefused(one, tag));
                }
                int g = assembly.foundAround(p, new int[] {tag}, unplaced, leastGain);
                if (g >= 0) {
                    refinement.refine(g);
                }
            }
        }
    }

    /** Those who carry a tag and whom the person could meet where they live: all in no group, and some others. */
    private IntArrayList askAround(int person, int tag) {
        var unplaced = new IntArrayList();
        var others = new IntArrayList();
        var carriers = index.carriers(tag);
        for (int c = 0; c < carriers.size(); c++) {
            int other = carriers.getInt(c);
            if (index.places.mayMeet(person, other)) {
                ask(other, unplaced, others);
            }
        }
        unplaced.addAll(others);
        return unplaced;
    }

    /** Asks somebody who has room: of those who are in a group already not too many. */
    private void ask(int person, IntArrayList unplaced, IntArrayList others) {
        if (groups.hasRoom(person)) {
            if (groups.groupsOf(person) == 0) {
                unplaced.add(person);
            } else if (others.size() < helpersAsked) {
                others.add(person);
            }
        }
    }

    private BitSet tagsOf(BitSet people) {
        var tags = new BitSet(index.tags);
        for (int p = people.nextSetBit(0); p >= 0; p = people.nextSetBit(p + 1)) {
            for (int e = index.start[p]; e < index.start[p + 1]; e++) {
                tags.set(index.tag[e]);
            }
        }
        return tags;
    }

    /** Those in no group who care about something and have room. */
    BitSet unplaced() {
        var unplaced = new BitSet(index.people);
        for (int p = 0; p < index.people; p++) {
            if (groups.groupsOf(p) == 0 && groups.hasRoom(p) && index.interests(p) > 0) {
                unplaced.set(p);
            }
        }
        return unplaced;
    }
}
