package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;

/** Takes people, tags and interests in any order, as they stream in. Not for use by several threads at a time. */
public final class PopulationBuilder {

    final LongArrayList keys = new LongArrayList();
    final LongArrayList languages = new LongArrayList();
    final IntArrayList rooms = new IntArrayList();
    final Int2IntMap waited = new Int2IntOpenHashMap();
    final Places places = new Places();
    final Weeks weeks = new Weeks();
    final IntArrayList leastCompany = new IntArrayList();
    final IntArrayList mostCompany = new IntArrayList();
    final LongArrayList tagKeys = new LongArrayList();
    final IntArrayList holders = new IntArrayList();
    final IntArrayList interestPerson = new IntArrayList();
    final IntArrayList interestTag = new IntArrayList();
    float[] interestStrength = new float[16];
    final BitSet offered = new BitSet();
    final BitSet sought = new BitSet();
    final BitSet secret = new BitSet();
    final IntArrayList blocked = new IntArrayList();
    Bonds bonds = new Bonds();
    final Meetings meetings = new Meetings();
    final LongArrayList acquainted = new LongArrayList();
    final ExistingBuilder groups = new ExistingBuilder(this);
    final Nearness.Builder near = Nearness.builder();
    final IntArrayList notMeant = new IntArrayList();
    final IntArrayList otherSenses = new IntArrayList();
    int totalPeople;

    PopulationBuilder() {}

    /**
     * Adds a person.
     *
     * @param key a 64-bit hash of a stable name, unique in practice. All order in the core comes from it and the
     *     seed, so the order of input never matters
     * @param languages bit mask of spoken languages; 0 means unknown, which is compatible with everybody
     * @param room how many groups this person may be in, those that there are already included; 0 means none, though
     *     their interests still count when the rarity of tags is reckoned
     * @return the person's index
     * @throws IllegalArgumentException if {@code room} is negative
     */
    public int person(long key, long languages, int room) {
        rooms.add(expectRoom(room));
        keys.add(key);
        this.languages.add(languages);
        leastCompany.add(0);
        mostCompany.add(Integer.MAX_VALUE);
        return keys.size() - 1;
    }

    /**
     * Says what this person speaks, where that was not known yet when they were added.
     *
     * @param mask as for {@link #person}
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public PopulationBuilder languages(int person, long mask) {
        languages.set(person, mask);
        return this;
    }

    /**
     * Says how many groups this person may be in, those that there are already included, where that was not known yet when they were added.
     *
     * @throws IllegalArgumentException if {@code groups} is negative
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public PopulationBuilder room(int person, int groups) {
        rooms.set(person, expectRoom(groups));
        return this;
    }

    /**
     * Says that this person was left out of the last formations, and so is placed before others who were not, or of
     * fewer.
     *
     * @param formations how many in a row, 0 or more
     * @throws IllegalArgumentException if {@code formations} is negative
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public PopulationBuilder waited(int person, int formations) {
        Objects.checkIndex(person, keys.size());
        if (formations < 0) {
            throw new IllegalArgumentException("formations must be 0 or more, not %d".formatted(formations));
        }
        waited.put(person, formations);
        return this;
    }

    private static int expectRoom(int groups) {
        if (groups < 0) {
            throw new IllegalArgumentException("room must be 0 or more, not %d".formatted(groups));
        }
        return groups;
    }

    /**
     * Says how large a group may be for this person to be in it, themselves counted. Unsaid, any size of the
     * formation will do; a person whose sizes the formation does not make is in no group.
     *
     * @param least the fewest people, 1 or more
     * @param most the most people, {@code least} or more
     * @throws IllegalArgumentException if a bound is outside its range
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public PopulationBuilder company(int person, int least, int most) {
        Objects.checkIndex(person, keys.size());
        if (least < 1 || most < least) {
            throw new IllegalArgumentException(
                    "company must be of 1 or more, and its bounds in order, not %d to %d".formatted(least, most));
        }
        leastCompany.set(person, least);
        mostCompany.set(person, most);
        return this;
    }

    /**
     * Says in which quarters of an hour of a usual week this person is free. A group is then made of people who have at least
     * {@link FormationRules#commonHours} hours in common. Unsaid, their time is unknown, which is compatible with everybody.
     *
     * @param quarters one bit each, in UTC: bit 0 is Monday 0:00 to 0:15, bit 671 Sunday 23:45 to 24:00
     * @throws IllegalArgumentException if one beyond the 672 of a week is set
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public PopulationBuilder free(int person, BitSet quarters) {
        Objects.checkIndex(person, keys.size());
        if (quarters.length() > Weeks.QUARTERS) {
            throw new IllegalArgumentException("a week has 672 quarters of an hour, so there is none of number %d"
                    .formatted(quarters.length() - 1));
        }
        weeks.put(person, quarters);
        return this;
    }

    /**
     * Says where this person is and how they would meet. A group either meets in person, and then every two of it are
     * within the distance of both, or it meets online, and then that is fine for all. Unsaid, the person is compatible
     * with everybody.
     *
     * @param latitude in degrees, -90 to 90; as blurred as privacy asks
     * @param longitude in degrees, -180 to 180
     * @param kilometres how far away others may be, 0 or more
     * @param onlineOk whether the person would also meet online
     * @throws IllegalArgumentException if a number is outside its range
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public PopulationBuilder place(int person, double latitude, double longitude, double kilometres, boolean onlineOk) {
        Objects.checkIndex(person, keys.size());
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("%s, %s is no place on Earth".formatted(latitude, longitude));
        }
        if (!(kilometres >= 0)) {
            throw new IllegalArgumentException("kilometres must be 0 or more, not %s".formatted(kilometres));
        }
        places.put(person, latitude, longitude, kilometres, onlineOk);
        return this;
    }

    /**
     * Adds a tag.
     *
     * @param key a 64-bit hash of the tag's canonical name, unique in practice; each tag is added once
     * @return the tag's index
     */
    public int tag(long key) {
        tagKeys.add(key);
        holders.add(0);
        return tagKeys.size() - 1;
    }

    /**
     * Says that two tags mean nearly the same: whoever holds one of them, and not the other, counts as holding the other in
     * part. Of the near tags of one the surest {@value Nearness#MOST} count; of several times the surest.
     *
     * @param confidence how sure that is, and so how much it counts, in (0, 1]
     * @throws IllegalArgumentException if the two are one, or the confidence is outside its range
     * @throws IndexOutOfBoundsException if there is no such tag
     */
    public PopulationBuilder near(int a, int b, double confidence) {
        Objects.checkIndex(a, tagKeys.size());
        Objects.checkIndex(b, tagKeys.size());
        near.near(a, b, confidence);
        return this;
    }

    /**
     * Says that a person does not mean a tag: those of theirs that are near to it count as themselves alone, and nobody counts in
     * part for holding something near beside this person.
     *
     * @throws IndexOutOfBoundsException if there is no such person or tag
     */
    public PopulationBuilder notMeant(int person, int tag) {
        notMeant.add(Objects.checkIndex(person, keys.size()));
        notMeant.add(Objects.checkIndex(tag, tagKeys.size()));
        return this;
    }

    /**
     * Says that a person does not mean a near tag by one that they hold; by that one they may mean others that are near.
     *
     * @throws IndexOutOfBoundsException if there is no such person or tag
     */
    public PopulationBuilder otherSense(int person, int held, int near) {
        otherSenses.add(Objects.checkIndex(person, keys.size()));
        otherSenses.add(Objects.checkIndex(held, tagKeys.size()));
        otherSenses.add(Objects.checkIndex(near, tagKeys.size()));
        return this;
    }

    /**
     * Adds an interest that nobody is to learn of who does not hold this very tag. It counts as itself alone, and nobody
     * counts in part for holding it beside this person.
     *
     * @param strength as for {@link #interest}
     * @throws IllegalArgumentException if {@code strength} is outside its range
     * @throws IndexOutOfBoundsException if there is no such person or tag
     */
    public PopulationBuilder secretInterest(int person, int tag, float strength, Stance stance) {
        interest(person, tag, strength, stance);
        secret.set(interestPerson.size() - 1);
        return this;
    }

    /**
     * Adds an interest. Interests come in any order; of two in the same tag by the same person the stronger counts, of two
     * alike the {@linkplain #secretInterest secret} one.
     *
     * @param strength strength now, already faded, in (0, 1]; the caller leaves out what is too weak to matter
     * @throws IllegalArgumentException if {@code strength} is outside its range
     * @throws IndexOutOfBoundsException if there is no such person or tag
     */
    public PopulationBuilder interest(int person, int tag, float strength, Stance stance) {
        Objects.checkIndex(person, keys.size());
        Objects.checkIndex(tag, tagKeys.size());
        if (!(strength > 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength must be in (0, 1], not %s".formatted(strength));
        }
        int interest = interestPerson.size();
        if (interest == interestStrength.length) {
            interestStrength = Arrays.copyOf(interestStrength, interest + interest / 2);
        }
        interestPerson.add(person);
        interestTag.add(tag);
        interestStrength[interest] = strength;
        switch (stance) {
            case SHARE -> {} // where neither is set
            case OFFER -> offered.set(interest);
            case SEEK -> sought.set(interest);
        }
        return this;
    }

    /**
     * Keeps two people out of one group, whoever of them asked for it.
     *
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public PopulationBuilder block(int a, int b) {
        blocked.add(Objects.checkIndex(a, keys.size()));
        blocked.add(Objects.checkIndex(b, keys.size()));
        return this;
    }

    /**
     * Says that two people have been in a group together, so that they are put together again only where one of them
     * would be left out otherwise; of several times the latest counts.
     *
     * @param when the later, the larger, in whatever unit; not {@link Long#MIN_VALUE}
     * @throws IllegalArgumentException if the two are one
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public PopulationBuilder met(int a, int b, long when) {
        Objects.checkIndex(a, keys.size());
        Objects.checkIndex(b, keys.size());
        if (a == b || when == Meetings.NEVER) {
            throw new IllegalArgumentException("nobody meets themselves, nor before all time");
        }
        meetings.add(a, b, when);
        return this;
    }

    /**
     * Says that two people know each other, so that of many who could be seated beside one of them the other comes before
     * whoever would gain as much. Whoever is in a group together that is answered knows each other unsaid.
     *
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public PopulationBuilder acquainted(int a, int b) {
        acquainted.add((long) Objects.checkIndex(a, keys.size()) << Integer.SIZE | Objects.checkIndex(b, keys.size()));
        return this;
    }

    /** Says who is in a group only beside somebody, people by their index; looked at when everybody is added. */
    public PopulationBuilder bonds(Bonds between) {
        bonds = between;
        return this;
    }

    /** Takes the groups that there are already, of the people and tags that have been added. */
    public ExistingBuilder groups() {
        return groups;
    }

    /** Says how many people there are in truth, where this population is only a part of them. */
    public PopulationBuilder totalPeople(int n) {
        totalPeople = n;
        return this;
    }

    /**
     * Says how many people hold a tag in truth, where this population is only a part of them.
     *
     * @throws IndexOutOfBoundsException if there is no such tag
     */
    public PopulationBuilder holders(int tag, int df) {
        holders.set(tag, df);
        return this;
    }

    /** The population, unaffected by what happens to this builder afterwards. */
    public Population build() {
        return new Population(this);
    }
}
