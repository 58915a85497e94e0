package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.groups.OpenGroup;
import org.coterie.groups.Proposals;
import org.coterie.groups.PurposeTag;
import org.coterie.groups.Roster;
import org.coterie.groups.Seating;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.matching.Affinity;

/**
 * Proposals that have become too small to come about, since somebody said no: whoever is in no group and fits is invited,
 * before a second group is proposed for the same. Nobody is invited for what they hold for matching only, since those who are in it would read
 * it from their coming; nor for what they have lately said no to, or left together with
 * one of those who are in it.
 */
@ApplicationScoped
class Vacancies {

    /** Among so many groups behind somebody's tags such a proposal is looked for. */
    private static final int MOST_GROUPS = 50;

    /** Of so many who hold its tags it is asked whether they are in a group. */
    private static final int MOST_ASKED = 200;

    /** So many of those who are in none are tried. */
    private static final int MOST_WAITING = 10;

    private final Interests interests;
    private final Meaning meaning;
    private final Openings openings;
    private final Proposals proposals;
    private final Roster roster;
    private final Seating seating;
    private final Clock clock;

    Vacancies(
            Interests interests,
            Meaning meaning,
            Openings openings,
            Proposals proposals,
            Roster roster,
            Seating seating,
            Clock clock) {
        this.interests = interests;
        this.meaning = meaning;
        this.openings = openings;
        this.proposals = proposals;
        this.roster = roster;
        this.seating = seating;
        this.clock = clock;
    }

    /** Those in no group who hold most of these tags, the rarest counting most, from memory. */
    List<UUID> whoWaits(List<UUID> tagIds) {
        Map<UUID, Long> holders = interests.holders(tagIds);
        List<UUID> holding = interests.holdingMost(
                tagIds.stream()
                        .map(tag -> new Interests.Look(tag, MOST_ASKED, 1.0 / (1 + holders.getOrDefault(tag, 0L))))
                        .toList(),
                Set.of(),
                MOST_ASKED);
        Set<UUID> seated = seating.seated(new HashSet<>(holding));
        return holding.stream()
                .filter(person -> !seated.contains(person))
                .limit(MOST_WAITING)
                .toList();
    }

    /** Whether one of these proposals may suit somebody, from memory. */
    boolean anyFor(List<Holding> mine, UUID personId) {
        return !tooSmall(mine, personId).isEmpty();
    }

    /** Invites somebody who is in no group into the one of these proposals that suits them best; whether there is one. */
    boolean fill(List<Holding> mine, UUID personId) {
        Map<UUID, Set<UUID>> tooSmall = tooSmall(mine, personId);
        if (tooSmall.isEmpty()) {
            return false;
        }
        Set<UUID> everybody = tooSmall.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        everybody.add(personId);
        var rest = new Rest(roster.goodbyes(everybody, clock.instant().minus(Rest.LENGTH)));
        List<Holding> counted = mine.stream()
                .filter(holding -> !holding.matchOnly() && !rest.isDeclined(personId, holding.tagId()))
                .toList();
        Openings.Choice choice = openings.of(personId, counted);
        List<UUID> suiting = Openings.suiting(choice, MOST_GROUPS).stream()
                .map(Openings.Opening::group)
                .filter(group -> tooSmall.containsKey(group.id())
                        && staysShared(personId, choice.taste(), tooSmall.get(group.id()), group)
                        && tooSmall.get(group.id()).stream()
                                .noneMatch(member -> group.purpose().stream()
                                        .anyMatch(part -> rest.haveParted(personId, member, part.tagId()))))
                .map(OpenGroup::id)
                .toList();
        return !suiting.isEmpty() && proposals.invite(suiting, personId);
    }

    /**
     * Whether somebody carries enough of all that a proposal is for, be it disclosed or not, and then, with them, enough of those
     * in it each tag: an open place is anybody's to take, but nobody is invited to what is not theirs.
     */
    private boolean staysShared(UUID personId, Taste taste, Set<UUID> members, OpenGroup group) {
        List<UUID> purpose = group.purpose().stream().map(PurposeTag::tagId).toList();
        Map<UUID, Map<UUID, Double>> near = meaning.near(personId, purpose);
        Set<UUID> words = new HashSet<>(purpose);
        near.values().forEach(some -> words.addAll(some.keySet()));
        List<Holding> held = interests.of(members, words);
        return taste.admits(purpose)
                && purpose.stream().allMatch(tag -> {
                    Map<UUID, Double> counting = new HashMap<>(near.getOrDefault(tag, Map.of()));
                    counting.put(tag, 1.0);
                    double carriers = taste.confidence(tag)
                            + held.stream()
                                    .filter(one -> counting.containsKey(one.tagId()))
                                    .collect(Collectors.toMap(
                                            Holding::personId, one -> counting.get(one.tagId()), Math::max))
                                    .values()
                                    .stream()
                                    .mapToDouble(confidence -> confidence)
                                    .sum();
                    return Affinity.isShared(carriers, members.size() + 1);
                });
    }

    /** Who is in each of these proposals. */
    private Map<UUID, Set<UUID>> tooSmall(List<Holding> mine, UUID personId) {
        if (!seating.seated(List.of(personId)).isEmpty()) {
            return Map.of();
        }
        List<UUID> open = mine.stream()
                .filter(holding -> !holding.matchOnly())
                .map(Holding::tagId)
                .toList();
        List<OpenGroup> groups = seating.openFor(
                Fellows.rarestFirst(open, interests.holders(open)), personId, Set.of(), Set.of(), MOST_GROUPS);
        Map<UUID, Set<UUID>> members =
                seating.membersOf(groups.stream().map(OpenGroup::id).collect(Collectors.toCollection(HashSet::new)));
        return groups.stream()
                .filter(group -> members.getOrDefault(group.id(), Set.of()).size() < group.minSize())
                .collect(Collectors.toMap(OpenGroup::id, group -> members.getOrDefault(group.id(), Set.of())));
    }
}
