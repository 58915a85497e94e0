package org.coterie.formation;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.BitSet;
import org.coterie.matching.Outcome;

/**
 * People act while groups are being found: they leave, block, found groups, change their minds. This is what is still so
 * at the moment of storing: one more pass over the same streams, whatever the number of groups.
 */
final class SecondLook {

    private final BitSet here = new BitSet();
    private final int[] seats;

    /** Interests that the outcome gives as a reason, and that do not match any more. */
    private final LongOpenHashSet lost = new LongOpenHashSet();

    /** Interests, among these reasons, that are held for matching only. */
    private final LongOpenHashSet secret = new LongOpenHashSet();

    private final BitSet blocking = new BitSet();
    private final LongOpenHashSet blocks = new LongOpenHashSet();

    /** See {@link Registry#lookAgain}. */
    SecondLook(Registry registry, Census census, Outcome outcome) {
        seats = new int[census.people()];
        registry.people().eachPerson(terms -> {
            int person = census.find(terms.personId());
            if (person >= 0) {
                here.set(person);
            }
        });
        registry.groups().eachSeat((personId, groupId) -> {
            int person = census.find(personId);
            if (person >= 0) {
                seats[person]++;
            }
        });
        registry.safety().eachBlock((personId, blockedId) -> {
            int one = census.find(personId);
            int other = census.find(blockedId);
            if (one >= 0 && other >= 0) {
                blocking.set(one);
                blocking.set(other);
                blocks.add(pair(Math.min(one, other), Math.max(one, other)));
            }
        });
        lookForReasons(registry, census, outcome);
    }

    private void lookForReasons(Registry registry, Census census, Outcome outcome) {
        for (int group = 0; group < outcome.groups(); group++) {
            int[] purpose = outcome.purpose(group);
            int[] members = outcome.members(group);
            for (int i = 0; i < members.length; i++) {
                double[] contributions = outcome.contributions(group, i);
                for (int t = 0; t < purpose.length; t++) {
                    if (contributions[t] > 0) {
                        lost.add(pair(members[i], purpose[t]));
                    }
                }
            }
        }
        registry.interests().eachHolding((personId, tagId, stance, strength, matchOnly) -> {
            int person = census.find(personId);
            int tag = census.findTag(tagId);
            if (person >= 0 && tag >= 0 && lost.remove(pair(person, tag)) && matchOnly) {
                secret.add(pair(person, tag));
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

    /** How many groups the person is in that stay. */
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

    /** Whether these two must not meet. */
    boolean apart(int one, int other) {
        return blocking.get(one)
                && blocking.get(other)
                && blocks.contains(pair(Math.min(one, other), Math.max(one, other)));
    }
}
