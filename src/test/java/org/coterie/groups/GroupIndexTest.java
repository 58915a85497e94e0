package org.coterie.groups;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.coterie.groups.GroupIndex.Place;
import org.coterie.groups.GroupIndex.Row;

@Label("The index of groups")
class GroupIndexTest {

    private static final List<UUID> PEOPLE = ids(8);
    private static final List<UUID> TAGS = ids(5);
    private static final List<UUID> GROUPS = ids(10);

    private static List<UUID> ids(int count) {
        var random = new Random(count);
        return IntStream.range(0, count)
                .mapToObj(i -> new UUID(random.nextLong(), random.nextLong()))
                .toList();
    }

    /** The same, as simple as it can be: every group just as it was said to be. */
    private static final class Notebook {

        private final Map<UUID, Row> rows = new HashMap<>();

        private Stream<Row> latestFirst() {
            // the text of an id has the order of its bytes
            return rows.values().stream()
                    .sorted(Comparator.<Row, String>comparing(row -> row.id().toString())
                            .reversed());
        }

        private static boolean has(Row row, Set<UUID> some, MembershipState... states) {
            return row.places().stream()
                    .anyMatch(place ->
                            some.contains(place.personId()) && List.of(states).contains(place.state()));
        }

        private static long taken(Row row) {
            return row.places().stream()
                    .filter(place -> place.state().isCurrent())
                    .count();
        }

        List<UUID> openFor(List<UUID> tags, UUID person, Set<UUID> companions, Set<UUID> apart, int limit) {
            Set<Row> found = new LinkedHashSet<>();
            for (UUID tag : tags) {
                latestFirst()
                        .filter(row -> row.purpose().stream()
                                .anyMatch(part -> part.tagId().equals(tag)))
                        .filter(row -> row.state() != GroupState.DORMANT && taken(row) < row.maxSize())
                        .filter(row -> !has(row, Set.of(person), MembershipState.values()))
                        .filter(row -> !has(row, companions, MembershipState.DECLINED, MembershipState.LEFT))
                        .filter(row -> !has(row, apart, MembershipState.INVITED, MembershipState.ACTIVE))
                        .forEach(found::add);
            }
            return found.stream()
                    .sorted(Comparator.<Row>comparingDouble(row -> share(row, tags))
                            .reversed())
                    .limit(limit)
                    .map(Row::id)
                    .toList();
        }

        /** How much of what the group is about these tags are. */
        private static double share(Row row, List<UUID> tags) {
            return row.purpose().stream()
                    .mapToInt(part -> tags.contains(part.tagId()) ? 1 : 0)
                    .average()
                    .orElseThrow();
        }

        List<UUID> groupsOf(UUID person) {
            return latestFirst()
                    .filter(row -> has(row, Set.of(person), MembershipState.INVITED, MembershipState.ACTIVE))
                    .map(Row::id)
                    .toList();
        }

        List<UUID> invitationsOf(UUID person, Set<UUID> apart) {
            return latestFirst()
                    .filter(row -> has(row, Set.of(person), MembershipState.INVITED)
                            && !has(row, apart, MembershipState.ACTIVE))
                    .map(Row::id)
                    .toList();
        }

        Map<UUID, Set<UUID>> members() {
            return rows.values().stream()
                    .collect(Collectors.toMap(
                            Row::id,
                            row -> row.places().stream()
                                    .filter(place -> place.state().isCurrent())
                                    .map(Place::personId)
                                    .collect(Collectors.toSet())));
        }
    }

    @Property(tries = 200)
    void itSaysWhatASimpleNotebookSays(@ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int changes) {
        var random = new Random(seed);
        var index = new GroupIndex();
        var notebook = new Notebook();
        for (int i = 0; i < changes; i++) {
            UUID id = one(GROUPS, random);
            if (random.nextInt(4) == 0) {
                index.put(id, null);
                notebook.rows.remove(id);
            } else {
                Row row = row(id, random);
                index.put(id, row);
                notebook.rows.put(id, row);
            }
            if (random.nextInt(4) == 0) {
                expectTheSame(index, notebook, random);
            }
        }
        expectTheSame(index, notebook, random);
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static Row row(UUID id, Random random) {
        List<GroupState> states = List.of(GroupState.PROPOSED, GroupState.ACTIVE, GroupState.QUIET, GroupState.DORMANT);
        List<Place> places = new ArrayList<>();
        int maxSize = 2 + random.nextInt(4);
        for (UUID person : PEOPLE) {
            MembershipState state = one(List.of(MembershipState.values()), random);
            long taken =
                    places.stream().filter(place -> place.state().isCurrent()).count();
            if (random.nextBoolean() && (taken < maxSize || !state.isCurrent())) {
                places.add(new Place(person, state));
            }
        }
        List<PurposeTag> purpose = TAGS.stream()
                .filter(tag -> random.nextInt(3) == 0)
                .map(tag -> new PurposeTag(tag, random.nextBoolean()))
                .toList();
        return new Row(id, one(states, random), 2, maxSize, null, purpose, places);
    }

    private static void expectTheSame(GroupIndex index, Notebook notebook, Random random) {
        Set<UUID> apart =
                PEOPLE.stream().filter(person -> random.nextInt(6) == 0).collect(Collectors.toSet());
        Set<UUID> companions =
                PEOPLE.stream().filter(person -> random.nextInt(6) == 0).collect(Collectors.toSet());
        List<UUID> some = TAGS.stream().filter(tag -> random.nextBoolean()).toList();
        int limit = 1 + random.nextInt(5);
        for (UUID person : PEOPLE) {
            assertThat(index.openFor(some, person, companions, apart, limit))
                    .extracting(OpenGroup::id)
                    .containsExactlyElementsOf(notebook.openFor(some, person, companions, apart, limit));
            assertThat(index.groupsOf(person))
                    .extracting(OpenGroup::id)
                    .containsExactlyElementsOf(notebook.groupsOf(person));
            assertThat(index.invitationsOf(person, apart))
                    .extracting(OpenGroup::id)
                    .containsExactlyElementsOf(notebook.invitationsOf(person, apart));
            assertThat(index.groupsOf(person))
                    .allSatisfy(group -> assertThat(group.purpose())
                            .isEqualTo(requireNonNull(notebook.rows.get(group.id()))
                                    .purpose()));
        }
        assertThat(index.membersOf(GROUPS)).isEqualTo(notebook.members());
        assertThat(index.seated(PEOPLE))
                .isEqualTo(notebook.members().values().stream()
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()));
    }
}
