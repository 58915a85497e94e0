package org.coterie.groups;

import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.live.Guard;
import org.coterie.live.Identified;
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

    private final Map<UUID, Group> groups = new Object2ObjectOpenHashMap<>();
    private final ObjectOpenHashSet<Person> people = new ObjectOpenHashSet<>();
    private final Map<UUID, Tag> tags = new Object2ObjectOpenHashMap<>();
    private final Guard guard = new Guard();

    /** A group that is not over. */
    record Row(UUID id, GroupState state, int minSize, int maxSize, List<PurposeTag> purpose, List<Place> places) {

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
            Group before = groups.remove(id);
            if (before != null) {
                before.clear();
            }
            if (row != null) {
                groups.put(id, new Group(row));
            }
        });
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
            Map<Group, Integer> shared = behind(tagIds);
            Person person = people.get(new Identified(personId));
            if (person != null) {
                List.of(person.places).forEach(shared::remove);
            }
            Set<UUID> party = new HashSet<>(companions);
            party.add(personId);
            return shared.entrySet().stream()
                    .sorted(MOST_SHARED_FIRST)
                    .map(Map.Entry::getKey)
                    .filter(group -> !group.lost(party) && !group.seatsAnyOf(apart))
                    .limit(limit)
                    .map(group -> group.shown)
                    .toList();
        });
    }

    /** Groups with room, and how many of these tags each is about. */
    private Map<Group, Integer> behind(Collection<UUID> tagIds) {
        Map<Group, Integer> shared = new LinkedHashMap<>();
        for (UUID tagId : tagIds) {
            Tag tag = tags.get(tagId);
            if (tag != null) {
                for (int at = tag.count - 1; at >= 0 && shared.size() < MOST_LOOKED_AT; at--) {
                    shared.merge(tag.offered[at], 1, Integer::sum);
                }
            }
        }
        return shared;
    }

    private static final Comparator<Map.Entry<Group, Integer>> MOST_SHARED_FIRST =
            Comparator.<Map.Entry<Group, Integer>>comparingDouble(
                            entry -> (double) entry.getValue() / entry.getKey().size)
                    .reversed();

    /** Groups in which a person has a place, or is invited, the latest first. */
    List<OpenGroup> groupsOf(UUID personId) {
        return guard.reading(() -> placesOf(personId)
                .map(group -> group.shown)
                .sorted(LATEST_FIRST)
                .toList());
    }

    /** Groups that wait for a person's answer, the latest first; not where one of these is active. */
    List<OpenGroup> invitationsOf(UUID personId, Set<UUID> apart) {
        return guard.reading(() -> placesOf(personId)
                .filter(group -> group.invites(personId) && !group.hasActiveOneOf(apart))
                .map(group -> group.shown)
                .sorted(LATEST_FIRST)
                .toList());
    }

    private static final Comparator<OpenGroup> LATEST_FIRST =
            Comparator.comparing(OpenGroup::id, IdOrder::compare).reversed();

    private Stream<Group> placesOf(UUID personId) {
        Person person = people.get(new Identified(personId));
        return person == null ? Stream.empty() : Arrays.stream(person.places);
    }

    /** Who is invited to each of these groups, or active in it; nothing of those that are over. */
    Map<UUID, Set<UUID>> membersOf(Collection<UUID> groupIds) {
        return guard.reading(() -> {
            Map<UUID, Set<UUID>> members = new HashMap<>();
            for (UUID id : groupIds) {
                Group group = groups.get(id);
                if (group != null) {
                    Set<UUID> seated = new HashSet<>();
                    for (Person person : group.seats) {
                        seated.add(person.id());
                    }
                    members.put(id, seated);
                }
            }
            return members;
        });
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

    /** Somebody with a place. */
    private static final class Person extends Identified {

        private static final Group[] NONE = {};

        private Group[] places = NONE;

        Person(UUID id) {
            super(id);
        }

        void enter(Group group) {
            places = Arrays.copyOf(places, places.length + 1);
            places[places.length - 1] = group;
        }

        void leave(Group group) {
            places = Arrays.stream(places).filter(other -> other != group).toArray(Group[]::new);
        }
    }

    /** A group; the first of those who sit in it are invited, the others active. */
    private final class Group {

        private static final UUID[] NOBODY = {};

        private final OpenGroup shown;
        private final int size;
        private final boolean offered;
        private final Person[] seats;
        private final int invited;
        private final UUID[] former;

        Group(Row row) {
            shown = new OpenGroup(row.id, row.purpose.stream().map(this::known).toList(), row.minSize, row.maxSize);
            size = row.purpose.size();
            List<Person> sitting = new ArrayList<>();
            row.places.stream()
                    .filter(place -> place.state == MembershipState.INVITED)
                    .forEach(place -> sitting.add(person(place)));
            invited = sitting.size();
            row.places.stream()
                    .filter(place -> place.state == MembershipState.ACTIVE)
                    .forEach(place -> sitting.add(person(place)));
            seats = sitting.toArray(Person[]::new);
            former = seats.length == row.places.size()
                    ? NOBODY
                    : row.places.stream()
                            .filter(place -> !place.state.isCurrent())
                            .map(Place::personId)
                            .toArray(UUID[]::new);
            offered = row.state.isOffered() && seats.length < row.maxSize;
            for (Person person : seats) {
                person.enter(this);
            }
            if (offered) {
                shown.purpose().forEach(part -> tag(part.tagId()).offer(this));
            }
        }

        private PurposeTag known(PurposeTag part) {
            Tag tag = tag(part.tagId());
            return part.disclosed() ? tag.told : tag.untold;
        }

        private Tag tag(UUID id) {
            return tags.computeIfAbsent(id, Tag::new);
        }

        private Person person(Place place) {
            return people.addOrGet(new Person(place.personId));
        }

        void clear() {
            for (Person person : seats) {
                person.leave(this);
                if (person.places.length == 0) {
                    people.remove(person);
                }
            }
            if (offered) {
                shown.purpose().forEach(part -> tag(part.tagId()).withdraw(this));
            }
        }

        boolean lost(Set<UUID> some) {
            for (UUID gone : former) {
                if (some.contains(gone)) {
                    return true;
                }
            }
            return false;
        }

        boolean invites(UUID personId) {
            return Arrays.stream(seats, 0, invited)
                    .anyMatch(person -> person.id().equals(personId));
        }

        boolean seatsAnyOf(Set<UUID> some) {
            return hasOneOf(some, 0);
        }

        boolean hasActiveOneOf(Set<UUID> some) {
            return hasOneOf(some, invited);
        }

        private boolean hasOneOf(Set<UUID> some, int from) {
            return !some.isEmpty()
                    && Arrays.stream(seats, from, seats.length).anyMatch(person -> some.contains(person.id()));
        }
    }

    /** A tag and the groups with room that are about it, in the order of their ids. */
    private static final class Tag {

        private final PurposeTag told;
        private final PurposeTag untold;
        private Group[] offered = new Group[1];
        private int count;

        Tag(UUID id) {
            told = new PurposeTag(id, true);
            untold = new PurposeTag(id, false);
        }

        void offer(Group group) {
            if (count == offered.length) {
                offered = Arrays.copyOf(offered, count + (count >> 1) + 1);
            }
            int at = placeOf(group);
            System.arraycopy(offered, at, offered, at + 1, count - at);
            offered[at] = group;
            count++;
        }

        void withdraw(Group group) {
            int at = placeOf(group);
            count--;
            System.arraycopy(offered, at + 1, offered, at, count - at);
            Arrays.fill(offered, count, count + 1, null);
        }

        /** Where a group is, or where it belongs. */
        private int placeOf(Group group) {
            int from = 0;
            int to = count;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (IdOrder.compare(offered[middle].shown.id(), group.shown.id()) < 0) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }
    }
}
