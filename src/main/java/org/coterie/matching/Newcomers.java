package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The moment a third person shares a rare tag: a group around one person, among people who are in no group.
 *
 * <p>A purpose is proposed when all of its people carry a tag that is rare in absolute terms, or when more people share
 * it than chance explains. It costs one pass over the people for each set of tags that enough of them share with the
 * person, some milliseconds for 2 000 people at most.
 * Where that finds none and they are few, every company of theirs is tried, see {@link EveryCompany}.
 */
public final class Newcomers {

    /** A tag with more holders than this is never rare. */
    private static final int RARE_AT_MOST = 2_000;

    /** A tag with so few holders is always rare, however few people there are. */
    private static final int RARE_IN_ANY_CASE = 24;

    /** In between, one in so many people may hold a rare tag. */
    private static final int RARE_ONE_IN = 10;

    /** Only so many tags, those that matter most to the person, are tried. */
    private static final int TAGS_TRIED = 12;

    /** And so many sets of them: all of one, two and three. What else its people share, a purpose says by its {@link Refinement}. */
    private static final int MOST_SETS_TRIED = 298;

    private static final int[] WHATEVER_FOR = {};

    private final Index index;
    private final int newcomer;
    private final Groups groups;
    private final HardRules rules;
    private final Assembly assembly;
    private final Refinement refinement;

    /** Who may sit with the newcomer, as far as the two of them tell, and the newcomer. */
    private final BitSet companions = new BitSet();

    private @Nullable Sharing best;

    private double bestFit;

    private Newcomers(Index index, int newcomer, FormationRules asked) {
        this.index = index;
        this.newcomer = newcomer;
        groups = new Groups(index, asked);
        rules = new HardRules(index, groups, asked);
        assembly = new Assembly(index, groups, rules, Ranking.By.INTEREST);
        refinement = new Refinement(index, groups);
    }

    /**
     * Looks for the best group that this person would be in: the one that fits its members best, and of equal ones the
     * one around the rarest tag.
     *
     * @param people those in no group who share a tag with the person, and the person; some 2 000 at most, with the true
     *     {@link PopulationBuilder#totalPeople number of people} and {@link PopulationBuilder#holders holders} of tags
     * @param person the index of the one who just tagged themselves
     * @return the group, with the person in it and every rule kept, or nothing if there is none yet
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public static Optional<PossibleGroup> around(Population people, int person, FormationRules rules) {
        Objects.checkIndex(person, people.people());
        var index = new Index(people, rules);
        return new Newcomers(index, index.numbersInside()[person], rules).group();
    }

    private Optional<PossibleGroup> group() {
        if (index.room[newcomer] == 0) {
            return Optional.empty();
        }
        var company = new IntArrayList();
        for (int p = 0; p < index.people; p++) {
            if (index.room[p] > 0) {
                company.add(p);
            }
        }
        findCompanions(company);
        tryAll(triedTags(), company);
        if (best == null && !index.near.isEmpty()) {
            tryAll(triedNearTags(), company);
        }
        if (found(company) < 0) {
            return Optional.empty();
        }
        return Optional.of(new PossibleGroup(
                new Outcome(index, groups, List.of(), new Appraisal(index, groups, rules).quality()), 0));
    }

    private void findCompanions(IntArrayList company) {
        int g = groups.found(WHATEVER_FOR);
        groups.seat(g, newcomer);
        companions.set(newcomer);
        company.intStream().filter(person -> rules.mayMeet(g, person)).forEach(companions::set);
        groups.dissolve(g);
        groups.forget(g);
    }

    /** Founds the best group, or returns -1 where there is none, in whichever order people are seated. */
    private int found(IntArrayList company) {
        if (best != null) {
            return found(best.purpose, company);
        }
        var every = new EveryCompany(groups, rules);
        for (int tag : triedTags()) {
            int[] purpose = {tag};
            int g = isRare(tag) ? every.foundAround(newcomer, purpose, carrying(purpose, company)) : -1;
            if (g >= 0) {
                refinement.refine(g);
                return g;
            }
        }
        return -1;
    }

    /** Tries the sets of these tags that enough people share, the smallest first, and the best of them with others. */
    private void tryAll(int[] tags, IntArrayList company) {
        var waiting = new ArrayDeque<Sharing>();
        waiting.add(new Sharing(new int[0], company));
        int tried = 0;
        for (var one = waiting.poll(); one != null; one = waiting.poll()) {
            for (int i = one.tried(tags); i < tags.length && tried < MOST_SETS_TRIED; i++) {
                Sharing closer = one.with(tags[i]);
                if (closer.isEnough()) {
                    tried += judge(closer) ? 1 : 0;
                    if (closer.purpose.length < Purpose.MOST_TAGS) {
                        waiting.add(closer);
                    }
                }
            }
        }
        Sharing before = null;
        for (Sharing one = best; tried == MOST_SETS_TRIED && one != null && one != before; one = best) {
            before = one;
            addOneTo(one, tags);
        }
    }

    private void addOneTo(Sharing one, int[] tags) {
        if (one.purpose.length < Purpose.MOST_TAGS) {
            IntStream.of(tags)
                    .filter(tag -> Arrays.binarySearch(one.purpose, tag) < 0)
                    .mapToObj(one::with)
                    .filter(Sharing::isEnough)
                    .forEach(this::judge);
        }
    }

    /** Some tags, in order, and people who carry them. */
    private final class Sharing {

        private final int[] purpose;
        private final IntArrayList people;

        Sharing(int[] purpose, IntArrayList people) {
            this.purpose = purpose;
            this.people = people;
        }

        /** How many of these tags come before the next that is to be added. */
        int tried(int[] tags) {
            return purpose.length == 0 ? 0 : Arrays.binarySearch(tags, purpose[purpose.length - 1]) + 1;
        }

        Sharing with(int tag) {
            var closer = new IntArrayList();
            for (int k = 0; k < people.size(); k++) {
                if (carries(people.getInt(k), tag)) {
                    closer.add(people.getInt(k));
                }
            }
            int[] more = Arrays.copyOf(purpose, purpose.length + 1);
            more[purpose.length] = tag;
            Arrays.sort(more);
            return new Sharing(more, closer);
        }

        /** Whether the newcomer can be in a group of them, as far as their number tells. */
        boolean isEnough() {
            return people.intStream()
                            .filter(companions::get)
                            .limit(rules.minSize())
                            .count()
                    == rules.minSize();
        }

        boolean isReason() {
            return isRare(purpose[0])
                    || (purpose.length > 1
                            && Significance.surprise(people.size(), expected()) >= Significance.ON_ITS_OWN);
        }

        /** How many people would carry all of these by chance. */
        private double expected() {
            double expected = index.total;
            for (int tag : purpose) {
                expected *= (double) Math.min(index.total, frequency(tag)) / index.total;
            }
            return expected;
        }
    }

    /** Whether what they share is a reason for a group, which is kept in mind if it is the best so far. */
    private boolean judge(Sharing sharing) {
        if (!sharing.isReason()) {
            return false;
        }
        int g = found(sharing.purpose, sharing.people);
        if (g >= 0) {
            double fit = refinement.fit(g, groups.purpose(g)) / groups.size(g);
            if (fit > bestFit + Affinity.ROUNDING
                    || (best != null && fit > bestFit - Affinity.ROUNDING && sharing.purpose[0] < best.purpose[0])) {
                bestFit = fit;
                best = sharing;
            }
            groups.dissolve(g);
            groups.forget(g);
        }
        return true;
    }

    /** Founds the group of those among these who carry all of the purpose, with the newcomer in it, or returns -1. */
    private int found(int[] purpose, IntArrayList among) {
        int g = assembly.foundAround(newcomer, purpose, carrying(purpose, among), Double.MIN_VALUE);
        if (g >= 0) {
            refinement.refine(g);
        }
        return g;
    }

    /** Those of some who carry all of the purpose and may sit with the newcomer. */
    private IntArrayList carrying(int[] purpose, IntArrayList among) {
        var company = new IntArrayList(among.size());
        for (int i = 0; i < among.size(); i++) {
            if (companions.get(among.getInt(i)) && carriesAll(among.getInt(i), purpose)) {
                company.add(among.getInt(i));
            }
        }
        return company;
    }

    private boolean carriesAll(int person, int[] purpose) {
        long carried = index.carried(person, purpose, 0, purpose.length);
        return IntStream.range(0, purpose.length).allMatch(i -> Shares.of(carried, i) > 0);
    }

    private boolean carries(int person, int tag) {
        return index.entry(person, tag) >= 0 || (index.near.isNear(tag) && carriesAll(person, new int[] {tag}));
    }

    /** How many people hold a tag or one near it; whoever holds several counts so often. */
    private int frequency(int tag) {
        int frequency = index.frequency[tag];
        for (int n = index.near.from(tag); n < index.near.to(tag); n++) {
            frequency += index.frequency[index.near.near(n)];
        }
        return frequency;
    }

    /** The newcomer's tags that matter most to them, the rarest first. */
    private int[] triedTags() {
        var worth = new Int2DoubleOpenHashMap();
        for (int e = index.start[newcomer]; e < index.start[newcomer + 1]; e++) {
            worth.put(index.tag[e], index.share[e]);
        }
        return triedTags(worth);
    }

    /** Tags near to the newcomer's, by which others may have a word for it that they can all be together by; the same way. */
    private int[] triedNearTags() {
        var worth = new Int2DoubleOpenHashMap();
        for (int e = index.start[newcomer]; e < index.start[newcomer + 1]; e++) {
            for (int n = index.near.from(index.tag[e]); n < index.near.to(index.tag[e]); n++) {
                int other = index.near.near(n);
                if (index.answer(newcomer, new int[] {other}, 0, 1, 0) == e) {
                    worth.put(other, (double) index.share[e] * index.share(e, other));
                }
            }
        }
        return triedTags(worth);
    }

    private int[] triedTags(Int2DoubleMap worth) {
        int[] tags = worth.keySet()
                .intStream()
                .filter(tag -> index.carriers(tag).size() >= rules.minSize())
                .sorted()
                .toArray();
        IntArrays.mergeSort(tags, (a, b) -> Double.compare(worth.get(b), worth.get(a)));
        return IntStream.of(tags).limit(TAGS_TRIED).sorted().toArray();
    }

    private boolean isRare(int tag) {
        return isRare(frequency(tag), index.total);
    }

    /** Whether a tag that so many of so many people hold is a reason for a group all by itself. */
    public static boolean isRare(long holders, long people) {
        return holders <= Math.min(RARE_AT_MOST, Math.max(RARE_IN_ANY_CASE, people / RARE_ONE_IN));
    }
}
