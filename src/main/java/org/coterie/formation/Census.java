package org.coterie.formation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.coterie.groups.GroupSink;
import org.coterie.matching.Population;
import org.coterie.matching.PopulationBuilder;
import org.coterie.people.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Everybody and what they care about, read in one pass over people, tags, interests, blocks and groups, without keeping an
 * object a row. What appears while it reads, such as the interest of somebody who had not joined when people were read,
 * is left for the next time.
 */
final class Census {

    private final IdIndex people = new IdIndex();
    private final IntList terms = new IntArrayList();
    private final IdIndex tags = new IdIndex();
    private final IdIndex groups = new IdIndex();
    private final BitSet answered = new BitSet();
    private final BitSet holding = new BitSet();
    private final BitSet preferringNewCompany = new BitSet();
    private final int[] publicHolders;
    private final Map<UUID, Set<UUID>> invitedInVain;
    private final Population population;

    /** See {@link Registry#takeCensus}. */
    Census(Registry registry, int groupsPerPerson, Manner manner, Instant now) {
        var hash = new StableHash();
        var builder = Population.builder();
        Roll roll = readPeople(registry, groupsPerPerson, builder, now);
        registry.tags().eachTag((id, name) -> {
            if (tags.find(id) < 0) {
                tags.add(id);
                builder.tag(hash.of(name));
            }
        });
        if (manner.countsNearTags()) {
            readWhatIsNear(registry, builder);
        }
        publicHolders = new int[tags.size()];
        registry.interests().eachHolding((personId, tagId, stance, strength, matchOnly) -> {
            int person = people.find(personId);
            int tag = tags.find(tagId);
            if (person >= 0 && tag >= 0) {
                Registry.say(builder, person, tag, strength, stance, matchOnly);
                publicHolders[tag] += matchOnly ? 0 : 1;
                holding.set(person);
                roll.holds(person, tagId);
            }
        });
        registry.safety().eachTwoApart((personId, blockedId) -> {
            int one = people.find(personId);
            int other = people.find(blockedId);
            if (one >= 0 && other >= 0) {
                builder.block(one, other);
            }
        });
        registry.companions().eachTwoTogether((personId, companionId) -> {
            int one = people.find(personId);
            int other = people.find(companionId);
            if (one >= 0 && other >= 0) {
                roll.together(one, other);
            }
        });
        invitedInVain = registry.vainInvitations().find();
        readGroups(registry, manner.keepsProposals(), builder);
        if (manner.putsLeftOutFirst()) {
            registry.leftOut().each((personId, formations) -> {
                int person = people.find(personId);
                if (person >= 0) {
                    builder.waited(person, formations);
                }
            });
        }
        if (manner.prefersNewCompany() || !preferringNewCompany.isEmpty()) {
            registry.meetings().each(now, (personId, otherId, when) -> {
                int one = people.find(personId);
                int other = people.find(otherId);
                if (one >= 0
                        && other >= 0
                        && (manner.prefersNewCompany()
                                || preferringNewCompany.get(one)
                                || preferringNewCompany.get(other))) {
                    builder.met(one, other, when.toEpochMilli());
                }
            });
        }
        population = builder.build();
    }

    private void readWhatIsNear(Registry registry, PopulationBuilder builder) {
        Map<UUID, Set<UUID>> near = new HashMap<>();
        registry.eachNear((tagId, nearId, confidence) -> {
            int one = tags.find(tagId);
            int other = tags.find(nearId);
            if (one >= 0 && other >= 0) {
                builder.near(one, other, confidence);
                near.computeIfAbsent(tagId, first -> new HashSet<>()).add(nearId);
                near.computeIfAbsent(nearId, first -> new HashSet<>()).add(tagId);
            }
        });
        registry.interests().eachNotMeant((personId, tagId) -> {
            int person = people.find(personId);
            int tag = tags.find(tagId);
            if (person >= 0 && tag >= 0) {
                builder.notMeant(person, tag);
            }
        });
        registry.senses().each(near, (personId, heldId, nearId) -> {
            int person = people.find(personId);
            if (person >= 0) {
                builder.otherSense(person, tags.find(heldId), tags.find(nearId));
            }
        });
    }

    private void readGroups(Registry registry, boolean withProposals, PopulationBuilder builder) {
        ToIntFunction<@Nullable UUID> hours = registry.commonHours().ofGroups();
        registry.roster().eachGroup(new GroupSink() {

            @Override
            public void group(UUID groupId, Consent consent, int fewest, int places, @Nullable UUID formationId) {
                boolean isAnswered = consent != Consent.NOBODYS;
                if ((isAnswered || withProposals) && groups.find(groupId) < 0) {
                    answered.set(groups.add(groupId), isAnswered);
                    int group = builder.groups().add(isAnswered, places);
                    if (consent != Consent.ENOUGH) {
                        builder.groups().waits(group);
                    }
                    if (isAnswered) {
                        // a proposal that goes on becomes the formation's own
                        builder.groups().takes(group, fewest).commonHours(group, hours.applyAsInt(formationId));
                    }
                }
            }

            @Override
            public void tag(UUID groupId, UUID tagId) {
                int group = groups.find(groupId);
                int tag = tags.find(tagId);
                if (group >= 0 && tag >= 0) {
                    builder.groups().purpose(group, tag);
                } else if (group >= 0) {
                    builder.groups().leaveAlone(group); // the tag has appeared since tags were read
                }
            }

            @Override
            public void place(UUID groupId, UUID personId, boolean current) {
                int group = groups.find(groupId);
                int person = people.find(personId);
                if (group < 0 || person < 0) {
                    return;
                }
                if (!current) {
                    builder.groups().barred(group, person);
                } else if (!invitedInVain.getOrDefault(groupId, Set.of()).contains(personId)) {
                    builder.groups().member(group, person);
                }
            }
        });
    }

    private Roll readPeople(Registry registry, int groupsPerPerson, PopulationBuilder builder, Instant now) {
        var roll = new Roll(builder, now);
        registry.directory().each(terms -> {
            if (people.find(terms.personId()) < 0) {
                people.add(terms.personId());
                this.terms.add(terms.hashCode());
                preferringNewCompany.set(roll.enter(terms), terms.newCompany());
            }
        });
        roll.close(person -> groupsPerPerson);
        return roll;
    }

    /** What the core forms groups of. */
    Population population() {
        return population;
    }

    /** How many people there were. */
    int people() {
        return people.size();
    }

    /** The person with this index in the population. */
    UUID person(int index) {
        return people.get(index);
    }

    /** The tag with this index in the population. */
    UUID tag(int index) {
        return tags.get(index);
    }

    /** Whether the person cared about anything that counts. */
    boolean holdsAnything(int person) {
        return holding.get(person);
    }

    /** How many groups there were. */
    int groups() {
        return groups.size();
    }

    /** The group with this index in the population. */
    UUID group(int index) {
        return groups.get(index);
    }

    /** The group's index in the population, or -1. */
    int findGroup(UUID groupId) {
        return groups.find(groupId);
    }

    /** Whether a member had said yes to the group. */
    boolean isAnswered(int group) {
        return answered.get(group);
    }

    /** Groups to which somebody was invited who could not come any more, and was not counted. */
    Set<UUID> groupsWithVainInvitations() {
        return invitedInVain.keySet();
    }

    /** The person's index in the population, or -1. */
    int find(UUID personId) {
        return people.find(personId);
    }

    /** Whether somebody still meets others on the terms on which they did; of four thousand million changes one is missed. */
    boolean isOnTerms(int person, Terms now) {
        return terms.getInt(person) == now.hashCode();
    }

    /** The tag's index in the population, or -1. */
    int findTag(UUID tagId) {
        return tags.find(tagId);
    }

    /** How many people held the tag publicly. */
    int publicHolders(int tag) {
        return publicHolders[tag];
    }
}
