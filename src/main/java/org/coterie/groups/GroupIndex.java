package org.coterie.groups;

import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.live.Guard;
import org.coterie.live.Identified;
import org.coterie.live.Numbered;
import org.coterie.paging.IdOrder;
import org.jspecify.annotations.Nullable;

/**
 * Who sits where, in memory: the groups that are not over, what they are for, the places in them, and behind each tag those
 * with room.
 *
 * <p>Any number of threads may read and write. A look behind a tag costs as much as groups are passed by; a change, a step
 * for each tag of the group and each place in it, and moves the references of later groups behind the same tags.
 */
final class GroupIndex {

    /** So many groups behind somebody's tags are looked at. */
    private static final int MOST_LOOKED_AT = 400;

    private final Map<UUID, SeatedGroup> groups = new Object2ObjectOpenHashMap<>();
    private final Numbered<SeatedGroup> numbered = new Numbered<>();

    private final ObjectOpenHashSet<SeatedPerson> people = new ObjectOpenHashSet<>();
    private final Map<UUID, TagOffers> tags = new Object2ObjectOpenHashMap<>();
    private final Guard guard = new Guard();

    /** How many tags each group is about, by its number. */
    private byte[] sizes = new byte[1];

    /** A group that is not over. */
    record Row(
            UUID id,
            GroupState state,
            int minSize,
            int maxSize,
            @Nullable UUID formationId,
            List<PurposeTag> purpose,
            List<Place> places) {

        Row {
            purpose = List.copyOf(purpose);
            places = List.copyOf(places);
        }
    }

    /** How somebody stands to a group. */
    record Place(UUID personId, MembershipState state) {}

    /** Replaces what is known of a group; nothing is known of one that is over. */
    void put(UUID id, @Nullable Row row) {
        guard.writing(() -> {
            SeatedGroup before = groups.remove(id);
            if (before != null) {
                clear(before);
            }
            if (row != null) {
                groups.put(id, seated(row));
            }
        });
    }

    private void clear(SeatedGroup group) {
        for (SeatedPerson person : group.people()) {
            person.leave(group);
            if (person.places().isEmpty()) {
                people.remove(person);
            }
        }
        if (group.isOffered()) {
            group.shown().purpose().forEach(part -> tag(part.tagId()).withdraw(group));
        }
        numbered.remove(group.number());
    }

    private SeatedGroup seated(Row row) {
        List<PurposeTag> purpose = stated(row.purpose());
        var group = new SeatedGroup(numbered.next(), row, purpose, id -> people.addOrGet(new SeatedPerson(id)));
        number(group);
        group.people().forEach(person -> person.enter(group));
        if (group.isOffered()) {
            purpose.forEach(part -> tag(part.tagId()).offer(group));
        }
        return group;
    }

    /** The same, each part of it kept once. */
    private List<PurposeTag> stated(List<PurposeTag> purpose) {
        PurposeTag[] stated = purpose.toArray(PurposeTag[]::new);
        for (int i = 0; i < stated.length; i++) {
            stated[i] = tag(stated[i].tagId()).stated(stated[i].disclosed());
        }
        return List.of(stated);
    }

    private void number(SeatedGroup group) {
        int number = group.number();
        numbered.put(number, group);
        if (number >= sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * number);
        }
        sizes[number] = (byte) group.shown().purpose().size();
    }

    private TagOffers tag(UUID id) {
        return tags.computeIfAbsent(id, unknown -> new TagOffers(unknown, numbered));
    }

    /**
     * Groups with room and one of these tags in their purpose: those of whose purpose the tags are most come first, and of
     * equals whichever is behind an earlier tag, the latest first.
     *
     * @param tagIds looked behind in this order, until {@value #MOST_LOOKED_AT} groups are found
     * @param personId not where they are or ever were a member, or were invited
     * @param companions not where one of these has declined or left
     * @param apart not where one of these has a place
     */
    List<OpenGroup> openFor(Collection<UUID> tagIds, UUID personId, Set<UUID> companions, Set<UUID> apart, int limit) {
        return guard.reading(() -> {
            Int2IntMap shared = behind(tagIds);
            placesOf(personId).forEach(group -> shared.remove(group.number()));
            Set<UUID> party = new HashSet<>(companions);
            party.add(personId);
            return mostSharedFirst(shared)
                    .mapToObj(numbered::get)
                    .filter(group -> !group.lost(party) && !group.seatsAnyOf(apart))
                    .limit(limit)
                    .map(SeatedGroup::shown)
                    .toList();
        });
    }

    /** The numbers of groups with room, and how many of these tags each is about: none of them is looked at yet. */
    private Int2IntMap behind(Collection<UUID> tagIds) {
        var shared = new Int2IntLinkedOpenHashMap(MOST_LOOKED_AT);
        for (UUID tagId : tagIds) {
            TagOffers tag = tags.get(tagId);
            if (tag != null) {
                tag.countInto(shared, MOST_LOOKED_AT);
            }
        }
        return shared;
    }

    /** There are few different shares, so that it takes a look at each number to put them in order. */
    private IntStream mostSharedFirst(Int2IntMap shared) {
        Map<Integer, IntArrayList> byShare = new TreeMap<>(Comparator.reverseOrder());
        for (Int2IntMap.Entry counted : shared.int2IntEntrySet()) {
            byShare.computeIfAbsent(share(counted), none -> new IntArrayList()).add(counted.getIntKey());
        }
        return byShare.values().stream().flatMapToInt(IntArrayList::intStream);
    }

    /** How much of a group's purpose so many tags are, in sixtieths: one to five tags have that in common. */
    private int share(Int2IntMap.Entry counted) {
        return 60 * counted.getIntValue() / sizes[counted.getIntKey()];
    }

    /** Groups in which a person has a place, or is invited, the latest first. */
    List<OpenGroup> groupsOf(UUID personId) {
        return guard.reading(() ->
                placesOf(personId).map(SeatedGroup::shown).sorted(LATEST_FIRST).toList());
    }

    /** Groups that wait for a person's answer, the latest first; not where one of these is active. */
    List<OpenGroup> invitationsOf(UUID personId, Set<UUID> apart) {
        return guard.reading(() -> placesOf(personId)
                .filter(group -> group.invites(personId) && !group.hasActiveOneOf(apart))
                .map(SeatedGroup::shown)
                .sorted(LATEST_FIRST)
                .toList());
    }

    private static final Comparator<OpenGroup> LATEST_FIRST =
            Comparator.comparing(OpenGroup::id, IdOrder::compare).reversed();

    private Stream<SeatedGroup> placesOf(UUID personId) {
        SeatedPerson person = people.get(new Identified(personId));
        return person == null ? Stream.empty() : person.places().stream();
    }

    /** Who is invited to each of these groups, or active in it; nothing of those that are over. */
    Map<UUID, Set<UUID>> membersOf(Collection<UUID> groupIds) {
        return guard.reading(() -> {
            Map<UUID, Set<UUID>> members = new HashMap<>();
            for (UUID id : groupIds) {
                SeatedGroup group = groups.get(id);
                if (group != null) {
                    Set<UUID> seated = new HashSet<>();
                    group.people().forEach(person -> seated.add(person.id()));
                    members.put(id, seated);
                }
            }
            return members;
        });
    }

    /** Whose answer each of these groups waits for; nothing of those that are over. */
    Map<UUID, Set<UUID>> invitedTo(Collection<UUID> groupIds) {
        return guard.reading(() -> groupIds.stream()
                .flatMap(id -> Stream.ofNullable(groups.get(id)))
                .collect(Collectors.toMap(group -> group.shown().id(), SeatedGroup::invited)));
    }

    /** Groups that somebody has joined, and that wait for the answer of others. */
    List<OpenGroup> halfAnswered() {
        return guard.reading(() -> groups.values().stream()
                .filter(SeatedGroup::isHalfAnswered)
                .map(SeatedGroup::shown)
                .toList());
    }

    /** Who of these has a place in a group, or is invited to one. */
    Set<UUID> seated(Collection<UUID> personIds) {
        return guard.reading(() -> {
            Set<UUID> seated = new HashSet<>();
            for (UUID id : personIds) {
                if (people.contains(new Identified(id))) {
                    seated.add(id);
                }
            }
            return seated;
        });
    }
}
