package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Step 1: who carries what, both ways round, in primitive arrays.
 *
 * <p>People are numbered by a hash of seed and key, tags from rare to common. Every later step goes through people and
 * tags in this order and lets the lower number win a tie, so nothing depends on the order of input.
 *
 * <p>One person's tag is an <i>entry</i>; a person's entries lie side by side, the rarest tag first.
 */
final class Index {

    final int people;
    final int tags;

    /** The number of people that rarity is reckoned among. */
    final int total;

    /** How many groups a person may be in. */
    final int[] room;

    /** How many formations in a row a person was left out of, for those who were. */
    final Int2IntMap waited = new Int2IntOpenHashMap();

    /** The smallest group a person is in. */
    final int[] leastCompany;

    /** The largest group a person is in. */
    final int[] mostCompany;

    /** Spoken languages, 0 for unknown. */
    final long[] languages;

    /** Where people are. */
    final Places places;

    /** When people are free. */
    final Weeks weeks;

    /** A person's entries are those from {@code start[p]} to {@code start[p + 1]}. */
    final int[] start;

    final int[] tag;
    final float[] strength;

    /** How much of what the person cares about an entry is: e_pt; a person's shares sum to 1. */
    final float[] share;

    final BitSet offered;
    final BitSet sought;

    /** Of which entries nobody is to learn who does not hold the tag. */
    final BitSet secret;

    /** A tag's holders are those from {@code holderStart[t]} to {@code holderStart[t + 1]} in {@link #holder}. */
    final int[] holderStart;

    final int[] holder;

    /** How many people hold a tag: those here, or the true number where it was stated. */
    final int[] frequency;

    final double[] idf;

    /** Who is in a group only beside somebody. */
    final Bonds bonds;

    /** Who has been in a group with whom. */
    final Meetings meetings;

    /** Who knows whom. */
    final Acquaintances acquaintances;

    /** The groups that there are already. */
    final Existing existing;

    /** Which tags mean nearly the same. */
    final Nearness near;

    /** Which entries count as themselves alone: they are secret, or whoever has them does not mean what is near. */
    final BitSet alone;

    private final Senses senses;
    private final double[] norm;
    private final float[] interest;
    private final int[] personHere;
    private final int[] tagHere;
    private final Blocks blocks;

    Index(Population population, FormationRules rules) {
        people = population.people();
        tags = population.tags();
        total = population.totalPeople();
        personHere = Numbering.shuffled(people, rules.seed(), population::key);
        tagHere = Numbering.rarestFirst(population, rules.seed());
        int[] numberOfPerson = Numbering.inverse(personHere);
        room = new int[people];
        leastCompany = new int[people];
        mostCompany = new int[people];
        languages = new long[people];
        for (int p = 0; p < people; p++) {
            room[p] = Math.min(rules.groupsPerPerson(), population.room(personHere[p]));
            languages[p] = population.languages(personHere[p]);
            leastCompany[p] = population.leastCompany(personHere[p]);
            mostCompany[p] = population.mostCompany(personHere[p]);
        }
        for (var left : population.waited().int2IntEntrySet()) {
            waited.put(numberOfPerson[left.getIntKey()], left.getIntValue());
        }
        weeks = population.weeks().renumbered(personHere);
        places = population.places().renumbered(personHere);
        int[] numberOfTag = Numbering.inverse(tagHere);
        var entries = new Entries(population, numberOfPerson, numberOfTag);
        start = entries.start;
        tag = entries.tag;
        strength = entries.strength;
        offered = entries.offered;
        sought = entries.sought;
        var holders = new Holders(start, tag, tags);
        holderStart = holders.start;
        holder = holders.person;
        frequency = new int[tags];
        idf = new double[tags];
        for (int t = 0; t < tags; t++) {
            frequency[t] = Math.max(holders(t), population.statedHolders(tagHere[t]));
            idf[t] = Rarity.idf(frequency[t], total);
        }
        var weights = new Weights(entries, idf);
        norm = weights.norm;
        interest = weights.interest;
        share = weights.share;
        bonds = population.bonds().renumbered(numberOfPerson);
        meetings = population.meetings().renumbered(numberOfPerson);
        existing = population.existing().renumbered(numberOfPerson, numberOfTag);
        acquaintances = new Acquaintances(
                people,
                population
                        .acquainted()
                        .map(two -> (long) numberOfPerson[(int) (two >>> Integer.SIZE)] << Integer.SIZE
                                | numberOfPerson[(int) two]),
                existing);
        near = population.near(numberOfTag);
        secret = entries.secret;
        senses = new Senses(this, population, numberOfPerson, numberOfTag);
        alone = senses.alone();
        blocks = new Blocks(population, numberOfPerson);
    }

    /** Whether this tag of the person's does not count for that one, which is near. */
    boolean isSilent(int person, int held, int wanted) {
        return !senses.isEmpty() && senses.isSilent(entry(person, held), wanted);
    }

    /** The person's index in the population. */
    int outsidePerson(int person) {
        return personHere[person];
    }

    /** The tag's index in the population. */
    int outsideTag(int tag) {
        return tagHere[tag];
    }

    /** The numbers that people have here, by their index in the population. */
    int[] numbersInside() {
        return Numbering.inverse(personHere);
    }

    /** How many people here hold the tag. */
    int holders(int t) {
        return holderStart[t + 1] - holderStart[t];
    }

    /** Everybody here who holds the tag, and then who holds one near it instead. */
    IntArrayList carriers(int t) {
        var carriers = new IntArrayList(holder, holderStart[t], holders(t));
        int[] wanted = {t};
        for (int n = near.from(t); n < near.to(t); n++) {
            int other = near.near(n);
            for (int h = holderStart[other]; h < holderStart[other + 1]; h++) {
                int e = answer(holder[h], wanted, 0, 1, 0);
                if (e >= 0 && tag[e] == other) {
                    carriers.add(holder[h]);
                }
            }
        }
        return carriers;
    }

    /** How many entries the person has. */
    int interests(int person) {
        return start[person + 1] - start[person];
    }

    boolean blocked(int a, int b) {
        return blocks.between(a, b);
    }

    /** The person's entry for a tag, or a negative number where they do not carry it. */
    int entry(int person, int t) {
        return Arrays.binarySearch(tag, start[person], start[person + 1], t);
    }

    /** All that the person cares about, Σ x_pt², where the strongest interest of all is 1: what {@link #share} is a share of. */
    double interest(int person) {
        return interest[person];
    }

    /** How much rarity two people share: the sum of idf_t² over the tags that both carry. */
    double sharedRarity(int one, int other) {
        double shared = 0;
        int e = start[one];
        int f = start[other];
        while (e < start[one + 1] && f < start[other + 1]) {
            int apart = tag[e] - tag[f];
            if (apart == 0) {
                shared += idf[tag[e]] * idf[tag[e]];
            }
            e += apart <= 0 ? 1 : 0;
            f += apart >= 0 ? 1 : 0;
        }
        return shared;
    }

    /** How much of each of the purpose's tags, ascending, the person carries: {@link Shares}. */
    long carried(int person, int[] purpose, int from, int size) {
        int held = held(person, purpose, from, size);
        long carried = Shares.held(held);
        for (int i = 0; i < size && !near.isEmpty(); i++) {
            int e = (held >> i & 1) == 0 ? nearEntry(person, purpose, from, size, i) : -1;
            if (e >= 0) {
                carried = Shares.with(carried, i, near.thousandths(tag[e], purpose[from + i]));
            }
        }
        return carried;
    }

    /**
     * The person's entry by which they carry the i-th tag of a purpose: for that tag, or else for a near one; a negative number
     * where they do not carry it.
     */
    int answer(int person, int[] purpose, int from, int size, int i) {
        int e = entry(person, purpose[from + i]);
        return e >= 0 ? e : nearEntry(person, purpose, from, size, i);
    }

    /** The person's entry for the surest tag near the i-th of a purpose that answers no other of its tags, or -1. */
    int nearEntry(int person, int[] purpose, int from, int size, int i) {
        int wanted = purpose[from + i];
        for (int n = near.from(wanted); n < near.to(wanted); n++) {
            int e = entry(person, near.near(n));
            if (e >= 0 && !senses.isSilent(e, wanted) && near.answered(near.near(n), purpose, from, size) == i) {
                return e;
            }
        }
        return -1;
    }

    /** How much of the purpose's tag somebody carries by this entry of theirs, in thousandths. */
    int share(int entry, int wanted) {
        return tag[entry] == wanted ? Shares.WHOLE : near.thousandths(tag[entry], wanted);
    }

    /** Which of the purpose's tags, ascending, the person holds: bit i for the i-th. */
    int held(int person, int[] purpose, int from, int size) {
        int held = 0;
        int e = start[person];
        int end = start[person + 1];
        for (int i = 0; i < size && e < end; i++) {
            int wanted = purpose[from + i];
            while (e < end && tag[e] < wanted) {
                e++;
            }
            if (e < end && tag[e] == wanted) {
                held |= 1 << i;
            }
        }
        return held;
    }

    /** Whether somebody who carries so much of the purpose's tags is admitted to it. */
    boolean admits(long carried, int[] purpose, int from, int size) {
        double part = 0;
        double whole = 0;
        for (int i = 0; i < size; i++) {
            double rarity = idf[purpose[from + i]];
            whole += rarity;
            part += rarity * ((double) Shares.of(carried, i) / Shares.WHOLE);
        }
        return Affinity.admits(part, whole);
    }

    /** What each tag of the purpose adds to the person's affinity. */
    double[] contributions(int person, int[] purpose) {
        var fit = new Affinity.Fit(purpose.length, norm[person]);
        for (int i = 0; i < purpose.length; i++) {
            double rarity = idf[purpose[i]];
            int e = answer(person, purpose, 0, purpose.length, i);
            if (e < 0) {
                fit.lacks(rarity);
            } else {
                fit.carries(i, rarity, strength[e], idf[tag[e]], share(e, purpose[i]));
            }
        }
        return fit.contributions();
    }
}
