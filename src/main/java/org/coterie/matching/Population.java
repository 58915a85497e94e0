package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Everybody who may be grouped, and what they care about right now, in primitive arrays that are built once: about 16
 * bytes a person and 12 an interest. People and tags are known by the index at which they were added.
 */
public final class Population {

    private final long[] keys;
    private final long[] languages;
    private final int[] rooms;
    private final Int2IntMap waited;
    private final Weeks weeks;
    private final Places places;
    private final int[] leastCompany;
    private final int[] mostCompany;
    private final long[] tagKeys;
    private final int[] holders;
    private final int[] interestPerson;
    private final int[] interestTag;
    private final float[] interestStrength;
    private final BitSet offered;
    private final BitSet sought;
    private final BitSet secret;
    private final int[] blocked;
    private final Bonds bonds;
    private final Meetings meetings;
    private final long[] acquainted;
    private final Existing existing;
    private final Nearness.Builder near;
    private final int[] notMeant;
    private final int[] otherSenses;
    private final int totalPeople;

    Population(PopulationBuilder builder) {
        keys = builder.keys.toLongArray();
        languages = builder.languages.toLongArray();
        rooms = builder.rooms.toIntArray();
        waited = new Int2IntOpenHashMap(builder.waited);
        int[] everybody = IntStream.range(0, keys.length).toArray();
        weeks = builder.weeks.renumbered(everybody);
        places = builder.places.renumbered(everybody);
        leastCompany = builder.leastCompany.toIntArray();
        mostCompany = builder.mostCompany.toIntArray();
        tagKeys = builder.tagKeys.toLongArray();
        holders = builder.holders.toIntArray();
        interestPerson = builder.interestPerson.toIntArray();
        interestTag = builder.interestTag.toIntArray();
        interestStrength = Arrays.copyOf(builder.interestStrength, interestTag.length);
        offered = (BitSet) builder.offered.clone();
        sought = (BitSet) builder.sought.clone();
        secret = (BitSet) builder.secret.clone();
        blocked = builder.blocked.toIntArray();
        bonds = builder.bonds.renumbered(everybody);
        meetings = builder.meetings.copy();
        acquainted = builder.acquainted.toLongArray();
        existing = builder.groups.existing.renumbered(
                everybody, IntStream.range(0, tagKeys.length).toArray());
        near = builder.near.copy();
        notMeant = builder.notMeant.toIntArray();
        otherSenses = builder.otherSenses.toIntArray();
        totalPeople = Math.max(builder.totalPeople, keys.length);
    }

    /** A builder without people, tags and interests. */
    public static PopulationBuilder builder() {
        return new PopulationBuilder();
    }

    /** How many people were added. */
    public int people() {
        return keys.length;
    }

    /** How many tags were added. */
    public int tags() {
        return tagKeys.length;
    }

    /** How many interests were added. */
    public int interests() {
        return interestPerson.length;
    }

    /** How many people rarity is reckoned among: those added, or the true number if this is a part of them. */
    public int totalPeople() {
        return totalPeople;
    }

    long key(int person) {
        return keys[person];
    }

    long languages(int person) {
        return languages[person];
    }

    int room(int person) {
        return rooms[person];
    }

    /** How many formations in a row each has been left out of; 0 for those who are not in it. */
    Int2IntMap waited() {
        return waited;
    }

    /** When people are free, by their index here. */
    Weeks weeks() {
        return weeks;
    }

    /** Where people are, by their index here. */
    Places places() {
        return places;
    }

    /** The size from which on the person is in a group. */
    int leastCompany(int person) {
        return leastCompany[person];
    }

    /** The size up to which the person is in a group. */
    int mostCompany(int person) {
        return mostCompany[person];
    }

    long tagKey(int tag) {
        return tagKeys[tag];
    }

    /** How many people hold the tag where the caller said so, or 0. */
    int statedHolders(int tag) {
        return holders[tag];
    }

    int personOf(int interest) {
        return interestPerson[interest];
    }

    int tagOf(int interest) {
        return interestTag[interest];
    }

    float strengthOf(int interest) {
        return interestStrength[interest];
    }

    Stance stanceOf(int interest) {
        if (offered.get(interest)) {
            return Stance.OFFER;
        }
        return sought.get(interest) ? Stance.SEEK : Stance.SHARE;
    }

    /** Whether nobody is to learn of it who does not hold the tag. */
    boolean isSecret(int interest) {
        return secret.get(interest);
    }

    /** The groups that there are, of people and tags by their indices here. */
    Existing existing() {
        return existing;
    }

    /** Who is in a group only beside somebody, by their index here. */
    Bonds bonds() {
        return bonds;
    }

    /** Two people who know each other, one above, the other below. */
    LongStream acquainted() {
        return LongStream.of(acquainted);
    }

    /** Who has been in a group with whom, by their index here. */
    Meetings meetings() {
        return meetings;
    }

    /** Which tags mean nearly the same, by these numbers instead of their indices here. */
    Nearness near(int[] numberOfTag) {
        return near.build(numberOfTag);
    }

    /** How often somebody does not mean a tag by a near one. */
    int literals() {
        return notMeant.length / 2;
    }

    /** Who does not. */
    int literalPerson(int literal) {
        return notMeant[2 * literal];
    }

    /** Which tag they do not mean. */
    int literalTag(int literal) {
        return notMeant[2 * literal + 1];
    }

    /** How often somebody does not mean a near tag by one that they hold. */
    int otherSenses() {
        return otherSenses.length / 3;
    }

    /** Who does not. */
    int otherSensePerson(int sense) {
        return otherSenses[3 * sense];
    }

    /** The tag that they hold. */
    int otherSenseHeld(int sense) {
        return otherSenses[3 * sense + 1];
    }

    /** The near one that they do not mean by it. */
    int otherSenseNear(int sense) {
        return otherSenses[3 * sense + 2];
    }

    int blocks() {
        return blocked.length / 2;
    }

    int blocker(int block) {
        return blocked[2 * block];
    }

    int blocked(int block) {
        return blocked[2 * block + 1];
    }
}
