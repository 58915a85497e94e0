package org.coterie.formation;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.BitSet;
import java.util.UUID;
import org.coterie.groups.GroupSink;
import org.coterie.interests.Stance;
import org.coterie.matching.Bonds;
import org.coterie.matching.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * People act while groups are being found: they leave, block, found groups, change their minds. This is what is still so
 * at the moment of storing: one more pass over the same streams, whatever the number of groups.
 */
final class SecondLook {

    private final BitSet here = new BitSet();

    /** Who meets others on the terms on which they did. */
    private final BitSet asBefore = new BitSet();

    /** How many groups that somebody has said yes to each person is in. */
    private final int[] seats;

    /** How large a group has to be for each person. */
    private final byte[] leastCompany;

    /** The groups that nobody has answered still. */
    private final BitSet proposals = new BitSet();

    /** How many places each group has left. */
    private final int[] open;

    /** Who is in which group, and who was. */
    private final LongOpenHashSet inside = new LongOpenHashSet();

    private final LongOpenHashSet outside = new LongOpenHashSet();

    /** Interests that the outcome gives as a reason, and that do not match any more. */
    private final LongOpenHashSet lost = new LongOpenHashSet();

    /** Interests, among these reasons, that are held for matching only. */
    private final LongOpenHashSet secret = new LongOpenHashSet();

    /** Interests, among these reasons, by which somebody looks for something, and by which somebody offers it. */
    private final LongOpenHashSet sought = new LongOpenHashSet();

    private final LongOpenHashSet offered = new LongOpenHashSet();

    private final Wishes wishes = new Wishes();

    /** How many who come together with somebody are not among the people of the census. */
    private int newcomers;

    private final BitSet blocking = new BitSet();
    private final LongOpenHashSet blocks = new LongOpenHashSet();

    /** See {@link Registry#lookAgain}. */
    SecondLook(Registry registry, Census census, Outcome outcome) {
        seats = new int[census.people()];
        leastCompany = new byte[census.people()];
        open = new int[census.groups()];
        registry.directory().each(terms -> {
            int person = census.find(terms.personId());
            if (person >= 0) {
                here.set(person);
                asBefore.set(person, census.isOnTerms(person, terms));
                leastCompany[person] =
                        terms.company() == null ? 0 : (byte) terms.company().least();
                wishes.enter(person, terms);
            }
        });
        lookAtGroups(registry, census);
        registry.safety().eachTwoApart((personId, blockedId) -> {
            int one = census.find(personId);
            int other = census.find(blockedId);
            if (one >= 0 && other >= 0) {
                blocking.set(one);
                blocking.set(other);
                blocks.add(pair(Math.min(one, other), Math.max(one, other)));
            }
        });
        registry.companions().eachTwoTogether((personId, companionId) -> {
            int one = census.find(personId);
            int other = census.find(companionId);
            if (one >= 0) {
                // whoever has come since is in none of these groups
                wishes.together(one, other >= 0 ? other : census.people() + newcomers++);
            }
        });
        lookForReasons(registry, census, outcome);
    }

    private void lookAtGroups(Registry registry, Census census) {
        registry.roster().eachGroup(new GroupSink() {

            private final IdIndex decided = new IdIndex();

            @Override
            public void group(UUID groupId, Consent consent, int fewest, int places, @Nullable UUID formationId) {
                int group = census.findGroup(groupId);
                if (consent != Consent.NOBODYS) {
                    decided.add(groupId);
                } else if (group >= 0) {
                    proposals.set(group);
                }
                if (group >= 0) {
                    open[group] = places;
                }
            }

            @Override
            public void tag(UUID groupId, UUID tagId) {
                // what a group is for does not change, unless two tags become one, which waits for us
            }

            @Override
            public void place(UUID groupId, UUID personId, boolean current) {
                int group = census.findGroup(groupId);
                int person = census.find(personId);
                if (person >= 0 && current && decided.find(groupId) >= 0) {
                    seats[person]++;
                }
                if (group >= 0 && current) {
                    open[group]--;
                }
                if (group >= 0 && person >= 0) {
                    (current ? inside : outside).add(pair(group, person));
                }
            }
        });
    }

    private void lookForReasons(Registry registry, Census census, Outcome outcome) {
        for (int group = 0; group < outcome.groups(); group++) {
            int[] members = outcome.members(group);
            for (int i = 0; i < members.length; i++) {
                for (int tag : outcome.heldFor(group, i)) {
                    if (tag >= 0) {
                        lost.add(pair(members[i], tag));
                    }
                }
            }
        }
        registry.interests().eachHolding((personId, tagId, stance, strength, matchOnly) -> {
            int person = census.find(personId);
            int tag = census.findTag(tagId);
            if (person >= 0) {
                wishes.holds(person, tagId);
            }
            if (person >= 0 && tag >= 0 && lost.remove(pair(person, tag))) {
                if (matchOnly) {
                    secret.add(pair(person, tag));
                }
                if (stance == Stance.SEEK) {
                    sought.add(pair(person, tag));
                } else if (stance == Stance.OFFER) {
                    offered.add(pair(person, tag));
                }
            }
        });
    }

    private static long pair(int high, int low) {
        return (long) high << 32 | low;
    }

    /** Whether the person is still here. */
    boolean isHere(int person) {
        return here.get(person);
    }

    /** Whether the person still meets others on the terms on which the outcome seated them. */
    boolean isOnTheirTerms(int person) {
        return asBefore.get(person);
    }

    /** Whether nobody has said yes to the group, nor has it ended. */
    boolean isProposal(int group) {
        return proposals.get(group);
    }

    /** Whether the person is in the group or invited to it. */
    boolean isIn(int group, int person) {
        return inside.contains(pair(group, person));
    }

    /** Whether the person was in the group, and declined or left. */
    boolean wasIn(int group, int person) {
        return outside.contains(pair(group, person));
    }

    /** How many places the group has left; less than 0 where it is closed to others. */
    int open(int group) {
        return open[group];
    }

    /** How many groups the person is in that somebody has said yes to. */
    int seats(int person) {
        return seats[person];
    }

    /** Whether the person, to whom the outcome gave this tag as a reason, still holds it. */
    boolean holds(int person, int tag) {
        return !lost.contains(pair(person, tag));
    }

    /** Whether the person, to whom the outcome gave this tag as a reason, holds it for matching only. */
    boolean holdsSecretly(int person, int tag) {
        return secret.contains(pair(person, tag));
    }

    /** Whether the person, to whom the outcome gave this tag as a reason, looks for what it is about. */
    boolean seeks(int person, int tag) {
        return sought.contains(pair(person, tag));
    }

    /** Whether the person, to whom the outcome gave this tag as a reason, offers what it is about. */
    boolean offers(int person, int tag) {
        return offered.contains(pair(person, tag));
    }

    /** How many people a group has at least that suits the person. */
    int leastCompany(int person) {
        return leastCompany[person];
    }

    /** Who is in a group only beside somebody. */
    Bonds bonds() {
        return wishes.bonds();
    }

    /** Whether these two must not meet. */
    boolean apart(int one, int other) {
        return blocking.get(one)
                && blocking.get(other)
                && blocks.contains(pair(Math.min(one, other), Math.max(one, other)));
    }
}
