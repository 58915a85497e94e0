package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * What must hold in every group, whichever step makes or changes it. All steps ask here, and nowhere else:
 *
 * <ul>
 *   <li>a size within the bounds and within every member's own, and nobody in more groups than they have room for,
 *   <li>everybody carries enough of the purpose, and enough members carry each of its tags,
 *   <li>no two members who are kept apart by a block,
 *   <li>a language common to all whose languages are known,
 *   <li>a time of the week at which all whose time is known are free, as much as a group that was there before was made with,
 *   <li>everybody within everybody's distance, or online is fine for all,
 *   <li>whoever seeks a tag of the purpose finds somebody who offers it; into a group that waits for more people to come
 *       about only those come with whom that is so for all,
 *   <li>whoever does not want to be the only one of a kind finds another of it, and who come together are there together,
 *   <li>nobody learns by a near tag of theirs what another holds in secret, and nobody comes by it into a group that there
 *       was before,
 *   <li>nobody counts by a near tag beside somebody who has said that they do not mean what is near,
 *   <li>nobody is asked again into a group to which they said no, or out of one that was there before.
 * </ul>
 *
 * <p>What can only become worse as a group grows belongs into {@link #mayMeet}; what may still become better, into
 * {@link #stands} and {@link #mayStay}.
 *
 * <p>One rule asked here is soft: that nobody sits with somebody they have met before, see {@link #allow}.
 */
final class HardRules {

    private final Index index;
    private final Groups groups;
    private final int minSize;
    private final int maxSize;
    private final int commonHours;
    private final Secrets secrets;
    private final SizeLimits limits;
    private Allowance allowance = Allowance.NONE;

    HardRules(Index index, Groups groups, FormationRules rules) {
        this.index = index;
        this.groups = groups;
        this.minSize = rules.minSize();
        this.maxSize = rules.maxSize();
        this.commonHours = rules.commonHours();
        this.secrets = new Secrets(index, groups);
        this.limits = new SizeLimits(index, groups);
    }

    /**
     * Says who may sit together again who have met. This alone gives way, and only to those who would be left out
     * ({@link Repeats}).
     *
     * @return what was allowed before
     */
    Allowance allow(Allowance repeats) {
        var before = allowance;
        allowance = repeats;
        return before;
    }

    int minSize() {
        return minSize;
    }

    int maxSize() {
        return maxSize;
    }

    /** Whether a new group may be of a size in which the person is in one. */
    boolean makesSizesOf(int person) {
        return index.leastCompany[person] <= maxSize && index.mostCompany[person] >= minSize;
    }

    /** Whether somebody more may be seated in a group that stands, or that there was before and that waits for others. */
    boolean isOpen(int g) {
        return (groups.size(g) >= minSize || (groups.isKept(g) && groups.size(g) > 0))
                && groups.size(g) < groups.places(g);
    }

    /** Whether a person who has, or makes, room may take an open place in a group that stands. */
    boolean mayMove(int g, int person) {
        if (!isOpen(g)
                || !index.places.mayMeet(groups.member(g, 0), person)
                || groups.contains(g, person)
                || groups.isBarred(g, person)) {
            return false;
        }
        long carried = groups.carried(g, person);
        return groups.size(g) + 1 >= index.leastCompany[person]
                && groups.admits(g, carried)
                && staysShared(g, carried, 1)
                && secrets.staysHidden(g, person)
                && mayMeet(g, person)
                && limits.keep(g, person)
                && answered(g, person, carried)
                && (!groups.waits(g) || answersAll(g, person))
                && accompanied(g, person);
    }

    /** Whether once this person is there, all in the group find who offers what they seek of its purpose. */
    private boolean answersAll(int g, int person) {
        for (int i = 0; i < groups.purposeSize(g) && !index.sought.isEmpty(); i++) {
            if (sought(g, i) && !offered(g, i, -1) && !offers(g, person, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a group still stands when this member has left it; nobody is moved out of one that was there before. */
    boolean mayLeave(int g, int person) {
        if (groups.isKept(g) || groups.size(g) <= minSize) {
            return false;
        }
        for (int i = 0; i < groups.size(g); i++) {
            int member = groups.member(g, i);
            if (member != person && index.leastCompany[member] >= groups.size(g)) {
                return false;
            }
        }
        return staysShared(g, groups.carried(g, person), -1) && !needed(g, person) && !missed(g, person);
    }

    /**
     * Whether a person can sit together with everybody in the group: nobody's limit of company, no block, a language,
     * hours and a place in common.
     */
    boolean mayMeet(int g, int person) {
        if (groups.size(g) >= index.mostCompany[person]) {
            return false;
        }
        long spoken = index.languages[person] == 0 ? Groups.EVERY_LANGUAGE : index.languages[person];
        if ((groups.languages(g) & spoken) == 0) {
            return false; // also where those who sit there have none in common any more
        }
        for (int i = 0; i < groups.size(g); i++) {
            int member = groups.member(g, i);
            if (groups.size(g) >= index.mostCompany[member] || index.blocked(person, member)) {
                return false;
            }
        }
        return hasTime(g, person) && hasPlace(g, person) && findsNewCompany(g, person) && secrets.areKept(g, person);
    }

    private boolean findsNewCompany(int g, int person) {
        if (index.meetings.isEmpty() || allowance.equals(Allowance.ANY)) {
            return true;
        }
        int again = 0;
        for (int i = 0; i < groups.size(g); i++) {
            long when = index.meetings.last(person, groups.member(g, i));
            again += when == Meetings.NEVER ? 0 : 1;
            if (again > allowance.repeats() || when > allowance.upTo()) {
                return false;
            }
        }
        return true;
    }

    private boolean hasPlace(int g, int person) {
        return index.places.isEmpty() || meetOnline(g, person) || meetInPerson(g, person);
    }

    private boolean meetOnline(int g, int person) {
        boolean online = index.places.onlineOk(person);
        for (int i = 0; i < groups.size(g) && online; i++) {
            online = index.places.onlineOk(groups.member(g, i));
        }
        return online;
    }

    private boolean meetInPerson(int g, int person) {
        boolean near = true;
        for (int i = 0; i < groups.size(g) && near; i++) {
            near = index.places.near(person, groups.member(g, i));
        }
        for (int i = 1; i < groups.size(g) && near; i++) {
            for (int k = 0; k < i; k++) {
                near &= index.places.near(
                        groups.member(g, k), groups.member(g, i)); // they may have meant to meet online
            }
        }
        return near;
    }

    private boolean hasTime(int g, int person) {
        if (index.weeks.isEmpty()) {
            return true;
        }
        int own = index.weeks.weekOf(person);
        int wanted = 4 * Math.max(commonHours, groups.commonHours(g));
        int common = 0;
        for (int part = 0; part < Weeks.PARTS && common < wanted; part++) {
            long free = index.weeks.part(own, part);
            for (int i = 0; i < groups.size(g) && free != 0; i++) {
                free &= index.weeks.part(index.weeks.weekOf(groups.member(g, i)), part);
            }
            common += Long.bitCount(free);
        }
        return common >= wanted;
    }

    /** Whether this member carries enough, finds what they seek and whom they need, and has company enough. */
    boolean mayStay(int g, int person) {
        long carried = groups.carried(g, person);
        return groups.size(g) >= index.leastCompany[person]
                && groups.admits(g, carried)
                && answered(g, person, carried)
                && secrets.areKept(g, person)
                && accompanied(g, person);
    }

    /** Whether the group's size is within bounds, each tag is shared by enough and everybody may stay. */
    boolean stands(int g) {
        return groups.size(g) >= minSize && standsWithMore(g);
    }

    /** Whether the group stands, or would if it were not too small. */
    boolean standsWithMore(int g) {
        if (groups.size(g) > maxSize) {
            return false;
        }
        for (int i = 0; i < groups.purposeSize(g); i++) {
            if (!shared(groups.carriers(g, i), groups.size(g))) {
                return false;
            }
        }
        for (int i = 0; i < groups.size(g); i++) {
            if (!mayStay(g, groups.member(g, i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether so many of so many members, the former in thousandths, are enough to call a tag theirs. */
    static boolean shared(int carriers, int members) {
        return carriers >= Groups.SHARED_BY * members * Shares.WHOLE - Affinity.ROUNDING;
    }

    /** Whether everything the person seeks of the group's purpose is offered in the group. */
    boolean answered(int g, int person, long carried) {
        if (index.sought.isEmpty()) {
            return true;
        }
        for (int i = 0; i < groups.purposeSize(g); i++) {
            if (Shares.of(carried, i) > 0 && index.sought.get(groups.answer(g, person, i)) && !offered(g, i, -1)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the person has beside them, in this group, all whom they are in one only beside. */
    boolean accompanied(int g, int person) {
        return !index.bonds.bind(person) || index.bonds.met(person, groups.members(g));
    }

    private boolean staysShared(int g, long carried, int by) {
        for (int i = 0; i < groups.purposeSize(g); i++) {
            int carriers = groups.carriers(g, i) + by * Shares.of(carried, i);
            if (!shared(carriers, groups.size(g) + by)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the member is the only one who offers what another seeks. */
    private boolean needed(int g, int person) {
        if (index.sought.isEmpty()) {
            return false;
        }
        for (int i = 0; i < groups.purposeSize(g); i++) {
            if (offers(g, person, i) && sought(g, i) && !offered(g, i, person)) {
                return true;
            }
        }
        return false;
    }

    /** Whether another is in the group only beside this member. */
    private boolean missed(int g, int person) {
        if (index.bonds.isEmpty()) {
            return false;
        }
        IntArrayList left = groups.members(g);
        left.rem(person);
        for (int i = 0; i < left.size(); i++) {
            if (!index.bonds.met(left.getInt(i), left)) {
                return true;
            }
        }
        return false;
    }

    private boolean sought(int g, int tag) {
        for (int i = 0; i < groups.size(g); i++) {
            int e = groups.answer(g, groups.member(g, i), tag);
            if (e >= 0 && index.sought.get(e)) {
                return true;
            }
        }
        return false;
    }

    private boolean offered(int g, int tag, int except) {
        for (int i = 0; i < groups.size(g); i++) {
            int member = groups.member(g, i);
            if (member != except && offers(g, member, tag)) {
                return true;
            }
        }
        return false;
    }

    private boolean offers(int g, int person, int tag) {
        int e = groups.answer(g, person, tag);
        return e >= 0 && index.offered.get(e);
    }
}
