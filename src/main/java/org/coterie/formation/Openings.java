package org.coterie.formation;

import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.groups.OpenGroup;
import org.coterie.groups.PurposeTag;
import org.coterie.groups.Seating;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.paging.Portions;
import org.coterie.people.Directory;
import org.coterie.safety.Companions;
import org.coterie.safety.Safety;

/** Groups that keep a place for somebody, or have one. Who sits where is known from memory. */
@ApplicationScoped
class Openings {

    /** Groups are looked for by so many of the person's tags, the rarest. */
    private static final int MOST_TAGS = 40;

    /** So many groups are held against the person's interests. */
    private static final int MOST_GROUPS = 50;

    /** And so many that are about something near to these tags. */
    private static final int MOST_NEARLY = 20;

    /** Of so many for each that is shown it is made sure that the person can sit with everybody in them. */
    private static final int FINALISTS_A_PLACE = 4;

    private final Seating seating;
    private final Companions companions;
    private final Safety safety;
    private final Interests interests;
    private final Meaning meaning;
    private final Directory directory;
    private final Compatibility compatibility;

    Openings(
            Seating seating,
            Companions companions,
            Safety safety,
            Interests interests,
            Meaning meaning,
            Directory directory,
            Compatibility compatibility) {
        this.seating = seating;
        this.companions = companions;
        this.safety = safety;
        this.interests = interests;
        this.meaning = meaning;
        this.directory = directory;
        this.compatibility = compatibility;
    }

    /** A place for somebody, kept for them or open to them, and how well the group fits. */
    record Opening(OpenGroup group, boolean invited, Taste.Fit fit) {

        private static final Comparator<Opening> BEST_FIRST = Comparator.comparing(Opening::invited)
                .reversed()
                .thenComparing(Comparator.<Opening>comparingDouble(opening -> opening.fit.affinity())
                        .reversed())
                .thenComparing(opening -> opening.group.id());
    }

    /**
     * What there is to choose from, and by what.
     *
     * @param taste the person's, which knows how many hold each tag of theirs and of the groups
     * @param rarest the person's tags, the rarest first
     * @param party the person and whoever comes with them
     * @param apart whom the person must not meet
     * @param inviting groups that wait for the person's answer
     * @param belonging these, and those in which they are active
     * @param open others with room for them
     */
    record Choice(
            Taste taste,
            List<UUID> rarest,
            Set<UUID> party,
            Set<UUID> apart,
            List<OpenGroup> inviting,
            List<OpenGroup> belonging,
            List<OpenGroup> open) {

        /** The tags of the groups that the person is in. */
        Set<UUID> served() {
            return tagsOf(belonging).collect(Collectors.toSet());
        }
    }

    /**
     * The best of a choice.
     *
     * @param companions whom the person meets in their groups already
     */
    record Best(List<Opening> openings, Set<UUID> companions) {

        /** Groups that keep a place for the person. */
        Set<UUID> kept() {
            return openings.stream()
                    .filter(Opening::invited)
                    .map(opening -> opening.group.id())
                    .collect(Collectors.toSet());
        }
    }

    /**
     * Groups among which to choose.
     *
     * @param mine what the person holds, all of it
     */
    Choice of(UUID me, List<Holding> mine) {
        Map<UUID, Long> holders = new Object2LongOpenHashMap<>(
                interests.holders(mine.stream().map(Holding::tagId).toList()));
        List<UUID> rarest = Fellows.rarestFirst(mine, holders);
        Set<UUID> party = companions.partyOf(me);
        Set<UUID> apart = safety.apartFrom(me);
        List<OpenGroup> inviting = seating.invitationsOf(me, apart);
        List<OpenGroup> belonging = seating.groupsOf(me);
        List<UUID> looked = rarest.subList(0, Math.min(rarest.size(), MOST_TAGS));
        Map<UUID, Map<UUID, Double>> near = meaning.near(me, looked);
        Set<UUID> nearly = nearTags(looked, near);
        Set<OpenGroup> open = new LinkedHashSet<>(seating.openFor(looked, me, party, apart, MOST_GROUPS));
        open.addAll(seating.openFor(nearly, me, party, apart, MOST_NEARLY));
        Set<UUID> others = new ObjectOpenHashSet<>(nearly);
        for (Collection<OpenGroup> groups : List.of(inviting, belonging, open)) {
            groups.forEach(group -> group.purpose().forEach(part -> others.add(part.tagId())));
        }
        others.removeAll(holders.keySet());
        holders.putAll(interests.holders(others));
        return new Choice(
                new Taste(mine, holders, directory.count(), near),
                rarest,
                party,
                apart,
                inviting,
                belonging,
                List.copyOf(open));
    }

    /** What is near these tags, in their order. */
    private static Set<UUID> nearTags(List<UUID> tags, Map<UUID, Map<UUID, Double>> near) {
        return tags.stream()
                .flatMap(tag -> near.getOrDefault(tag, Map.of()).keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Every tag that these are about. */
    static Set<UUID> purposesOf(List<Opening> openings) {
        return tagsOf(openings.stream().map(Opening::group).toList()).collect(Collectors.toSet());
    }

    /** The groups of a choice that fit best; no open one for what the person is in a group for already. */
    Best best(UUID me, Choice choice, int limit) {
        List<Opening> fitting = eachPurposeFirst(fitting(choice), FINALISTS_A_PLACE * limit);
        Map<UUID, Set<UUID>> members =
                seating.membersOf(Stream.concat(fitting.stream().map(Opening::group), choice.belonging.stream())
                        .map(OpenGroup::id)
                        .collect(Collectors.toSet()));
        List<Opening> best = Portions.of(fitting, limit)
                .flatMap(some -> possible(me, choice, some, members))
                .limit(limit)
                .sorted(Opening.BEST_FIRST)
                .toList();
        Set<UUID> met = choice.belonging.stream()
                .flatMap(group -> members.getOrDefault(group.id(), Set.of()).stream())
                .collect(Collectors.toSet());
        return new Best(best, met);
    }

    private Stream<Opening> possible(UUID me, Choice choice, List<Opening> some, Map<UUID, Set<UUID>> members) {
        Map<OpenGroup, Set<UUID>> inside = inside(some, members);
        Map<UUID, Set<UUID>> invited = invitedTo(some);
        Set<UUID> sought = new HashSet<>(choice.taste.sought());
        sought.addAll(soughtBy(invited));
        Compatibility.Circles circles = compatibility.circlesFor(me, choice.party, inside, sought);
        return some.stream().filter(opening -> {
            Set<UUID> circle = inside.getOrDefault(opening.group, Set.of());
            Set<UUID> waiting = invited.getOrDefault(opening.group.id(), Set.of());
            return opening.invited
                    ? circles.keep(circle, waiting, opening.group.frame())
                    : circles.admit(circle, waiting, opening.group.frame());
        });
    }

    /** Who is invited to each of these groups, by their ids. */
    Map<UUID, Set<UUID>> invitedTo(List<Opening> some) {
        return seating.invitedTo(
                some.stream().map(opening -> opening.group.id()).toList());
    }

    /** What any of those seeks who are invited somewhere. */
    Set<UUID> soughtBy(Map<UUID, Set<UUID>> invited) {
        return interests.soughtBy(invited.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    /** Who is in each of these groups, of whom it is known by the groups' ids. */
    static Map<OpenGroup, Set<UUID>> inside(List<Opening> openings, Map<UUID, Set<UUID>> members) {
        Map<OpenGroup, Set<UUID>> inside = new HashMap<>();
        openings.forEach(opening -> inside.put(opening.group, members.getOrDefault(opening.group.id(), Set.of())));
        return inside;
    }

    /**
     * Open groups of a choice for what the person cares about, the best first, whether or not they can sit with everybody
     * in them.
     */
    static List<Opening> suiting(Choice choice, int limit) {
        return eachPurposeFirst(
                fitting(choice).stream().filter(opening -> !opening.invited).toList(), limit);
    }

    private static List<Opening> fitting(Choice choice) {
        Taste taste = choice.taste;
        Set<Set<PurposeTag>> served = choice.belonging.stream()
                .map(group -> Set.copyOf(group.purpose()))
                .collect(Collectors.toSet());
        Stream<Opening> kept = choice.inviting.stream()
                .map(group ->
                        new Opening(group, true, taste.fit(purposeOf(group)).told(Set.copyOf(told(group, taste)))));
        Stream<Opening> open = choice.open.stream()
                .filter(group -> suits(taste, told(group, taste)) && !served.contains(Set.copyOf(group.purpose())))
                .map(group -> new Opening(group, false, taste.fit(told(group, taste))));
        return Stream.concat(kept, open).sorted(Opening.BEST_FIRST).toList();
    }

    /** Invitations, then one group of each purpose, then the others: five groups for the same are no choice. */
    private static List<Opening> eachPurposeFirst(List<Opening> bestFirst, int limit) {
        Set<Set<PurposeTag>> purposes = new HashSet<>();
        List<Opening> first = new ArrayList<>();
        List<Opening> more = new ArrayList<>();
        for (Opening opening : bestFirst) {
            boolean isNew = purposes.add(Set.copyOf(opening.group.purpose()));
            (opening.invited || isNew ? first : more).add(opening);
        }
        first.addAll(more);
        return first.subList(0, Math.min(first.size(), limit));
    }

    /** The tags of a purpose that may be told to somebody outside: what is disclosed, and what they hold too. */
    private static List<UUID> told(OpenGroup group, Taste taste) {
        List<UUID> told = new ArrayList<>();
        for (PurposeTag tag : group.purpose()) {
            if (tag.disclosed() || taste.holding(tag.tagId()).isPresent()) {
                told.add(tag.tagId());
            }
        }
        return told;
    }

    private static List<UUID> purposeOf(OpenGroup group) {
        return group.purpose().stream().map(PurposeTag::tagId).toList();
    }

    private static boolean suits(Taste taste, List<UUID> purpose) {
        return !purpose.isEmpty() && taste.admits(purpose);
    }

    private static Stream<UUID> tagsOf(Collection<OpenGroup> groups) {
        return groups.stream().flatMap(group -> group.purpose().stream()).map(PurposeTag::tagId);
    }
}
