package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.coterie.interests.HolderIndex.Held;
import org.coterie.interests.Interests.Look;

@Label("The index of holders")
class HolderIndexTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private static final List<UUID> PEOPLE = ids(12);
    private static final List<UUID> TAGS = ids(6);

    private static List<UUID> ids(int count) {
        var random = new Random(count);
        return IntStream.range(0, count)
                .mapToObj(i -> new UUID(random.nextLong(), random.nextLong()))
                .toList();
    }

    private static Held held(UUID tag, Instant at, Duration lasts, boolean matchOnly) {
        return new Held(tag, Stance.SHARE, 3, matchOnly, at, at.plus(lasts));
    }

    /** The same, as simple as it can be: everything that was said, in the order in which it was. */
    private static final class Notebook {

        private record Note(UUID personId, Held held) {}

        private final List<Note> notes = new ArrayList<>();

        void put(UUID personId, List<Held> held) {
            notes.removeIf(note -> note.personId.equals(personId) && !held.contains(note.held));
            held.stream()
                    .map(one -> new Note(personId, one))
                    .filter(note -> !notes.contains(note))
                    .forEach(notes::add);
        }

        List<UUID> holders(UUID tag, Instant now) {
            List<UUID> holders = new ArrayList<>(notes.stream()
                    .filter(note -> note.held.tagId().equals(tag)
                            && note.held.matchesUntil().isAfter(now))
                    .map(Note::personId)
                    .toList());
            java.util.Collections.reverse(holders);
            return holders;
        }

        /** Whoever is found first of equals comes first. */
        List<UUID> holdingMost(List<Look> looks, Set<UUID> without, int most, Instant now) {
            Map<UUID, Double> worth = new LinkedHashMap<>();
            looks.forEach(look -> holders(look.tagId(), now).stream()
                    .limit(look.limit())
                    .forEach(person -> worth.merge(person, look.worth(), Double::sum)));
            worth.keySet().removeAll(without);
            return worth.keySet().stream()
                    .sorted(Comparator.<UUID, Double>comparing(worth::get).reversed())
                    .limit(most)
                    .toList();
        }

        long publicHolders(UUID tag, Instant now) {
            return notes.stream()
                    .filter(note -> note.held.tagId().equals(tag)
                            && !note.held.matchOnly()
                            && note.held.matchesUntil().isAfter(now))
                    .count();
        }

        long publicPeople(Instant now) {
            return notes.stream()
                    .filter(note ->
                            !note.held.matchOnly() && note.held.matchesUntil().isAfter(now))
                    .map(Note::personId)
                    .distinct()
                    .count();
        }

        /** Who holds any of these, and which. */
        Map<UUID, Set<Held>> each(List<UUID> tags, Instant now) {
            return notes.stream()
                    .filter(note -> tags.contains(note.held.tagId())
                            && note.held.matchesUntil().isAfter(now))
                    .collect(Collectors.groupingBy(Note::personId, Collectors.mapping(Note::held, Collectors.toSet())));
        }

        List<Held> of(UUID personId, Instant now) {
            return notes.stream()
                    .filter(note -> note.personId.equals(personId)
                            && note.held.matchesUntil().isAfter(now))
                    .map(Note::held)
                    .toList();
        }
    }

    @Property(tries = 200)
    void itSaysWhatASimpleNotebookSays(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int changes) {
        var random = new Random(seed);
        var index = new HolderIndex();
        var notebook = new Notebook();
        Instant now = START;
        for (int i = 0; i < changes; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(30)));
            UUID person = PEOPLE.get(random.nextInt(PEOPLE.size()));
            List<Held> held = said(random, notebook.of(person, Instant.MIN), now);
            index.put(person, held);
            notebook.put(person, held);
            if (random.nextInt(4) == 0) {
                expectTheSame(index, notebook, now);
            }
        }
        expectTheSame(index, notebook, now);
    }

    /** Something new, some of it just as before. */
    private static List<Held> said(Random random, List<Held> before, Instant now) {
        Map<UUID, Held> said = new LinkedHashMap<>();
        before.stream().filter(held -> random.nextBoolean()).forEach(held -> said.put(held.tagId(), held));
        for (int t = random.nextInt(3); t > 0; t--) {
            UUID tag = TAGS.get(random.nextInt(TAGS.size()));
            said.remove(tag);
            said.put(tag, held(tag, now, Duration.ofMinutes(1 + random.nextInt(600)), random.nextInt(3) == 0));
        }
        return List.copyOf(said.values());
    }

    private static void expectTheSame(HolderIndex index, Notebook notebook, Instant now) {
        for (UUID tag : TAGS) {
            assertThat(index.publicHolders(tag, now)).isEqualTo(notebook.publicHolders(tag, now));
            assertThat(index.holders(tag, 100, now)).containsExactlyElementsOf(notebook.holders(tag, now));
            assertThat(index.holders(tag, 2, now))
                    .containsExactlyElementsOf(
                            notebook.holders(tag, now).stream().limit(2).toList());
        }
        assertThat(index.publicPeople(now)).isEqualTo(notebook.publicPeople(now));
        List<Look> looks =
                List.of(new Look(TAGS.get(0), 100, .5), new Look(TAGS.get(1), 2, .25), new Look(TAGS.get(2), 5, .25));
        Set<UUID> without = Set.of(PEOPLE.get(0), PEOPLE.get(1));
        assertThat(index.holdingMost(looks, without, 3, now))
                .containsExactlyElementsOf(notebook.holdingMost(looks, without, 3, now));
        for (UUID person : PEOPLE) {
            assertThat(index.of(person, now)).containsExactlyInAnyOrderElementsOf(notebook.of(person, now));
        }
        Map<UUID, Set<Held>> everybody = new HashMap<>();
        index.each(now, (person, held) -> everybody.put(person, Set.copyOf(held)));
        assertThat(everybody).isEqualTo(notebook.each(TAGS, now));
        List<UUID> some = TAGS.subList(0, 2);
        Map<UUID, Set<Held>> ofSome = new HashMap<>();
        index.each(PEOPLE, some, now, (person, held) -> ofSome.put(person, Set.copyOf(held)));
        ofSome.values().removeIf(Set::isEmpty);
        assertThat(ofSome).isEqualTo(notebook.each(some, now));
    }

    @Property(tries = 50)
    void sortedItHasTheOrderInWhichPeopleSpoke(@ForAll long seed, @ForAll boolean inAnyOrder) {
        var random = new Random(seed);
        Map<UUID, Instant> spoke =
                PEOPLE.stream().collect(Collectors.toMap(id -> id, id -> START.plusSeconds(random.nextInt(1_000_000))));
        var index = inAnyOrder ? HolderIndex.inAnyOrder() : new HolderIndex();
        spoke.forEach((person, at) -> index.add(person, List.of(held(TAGS.get(0), at, Duration.ofDays(30), false))));
        index.put(PEOPLE.get(0), List.of());
        spoke.remove(PEOPLE.get(0));

        index.order();

        assertThat(index.holders(TAGS.get(0), 100, START)).isEqualTo(lastFirst(spoke));

        Instant late = START.plusSeconds(random.nextInt(1_000_000)).plusMillis(1);
        index.put(PEOPLE.get(0), List.of(held(TAGS.get(0), late, Duration.ofDays(30), false)));
        spoke.put(PEOPLE.get(0), late);

        assertThat(index.holders(TAGS.get(0), 100, START)).isEqualTo(lastFirst(spoke));
    }

    private static List<UUID> lastFirst(Map<UUID, Instant> spoke) {
        return spoke.keySet().stream()
                .sorted(Comparator.<UUID, Instant>comparing(spoke::get)
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
    }

    @Property(tries = 100)
    void whoeverSaidItBeforeOthersComesAfterThemWheneverItIsHeardOf(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int old) {
        var random = new Random(seed);
        List<UUID> crowd = ids(200);
        Map<UUID, Instant> spoke = new HashMap<>();
        var index = new HolderIndex();
        for (int i = 0; i < 600; i++) {
            UUID person = crowd.get(random.nextInt(crowd.size()));
            int micros = 1_000 * i - (random.nextInt(200) < old ? random.nextInt(600_000) : 0);
            Instant at = START.plus(micros, ChronoUnit.MICROS);
            if (random.nextInt(4) == 0) {
                index.put(person, List.of());
                spoke.remove(person);
            } else if (!spoke.containsValue(at)) {
                index.put(person, List.of(held(TAGS.get(0), at, Duration.ofDays(30), false)));
                spoke.put(person, at);
            }
            if (random.nextInt(10) == 0) {
                List<UUID> lastFirst = lastFirst(spoke);
                assertThat(index.holders(TAGS.get(0), 300, START)).isEqualTo(lastFirst);
                assertThat(index.holders(TAGS.get(0), 5, START))
                        .isEqualTo(lastFirst.stream().limit(5).toList());
            }
        }
    }

    @Example
    void atTheVeryMomentItIsOverItIsOver() {
        var index = new HolderIndex();
        index.put(PEOPLE.get(0), List.of(held(TAGS.get(0), START, Duration.ofNanos(2_000), false)));

        assertThat(index.publicHolders(TAGS.get(0), START.plusNanos(1_999))).isEqualTo(1);
        assertThat(index.publicHolders(TAGS.get(0), START.plusNanos(2_000))).isZero();
        assertThat(index.of(PEOPLE.get(0), START.plusNanos(1_999))).hasSize(1);
        assertThat(index.of(PEOPLE.get(0), START.plusNanos(2_000))).isEmpty();
    }

    @Example
    void whatIsAddedIsHeldBesideWhatIsThere() {
        var index = new HolderIndex();
        Held first = held(TAGS.get(0), START, Duration.ofDays(1), false);
        Held second = held(TAGS.get(1), START, Duration.ofDays(1), false);
        index.add(PEOPLE.get(0), List.of(first));
        index.add(PEOPLE.get(0), List.of(second));

        assertThat(index.of(PEOPLE.get(0), START)).containsExactlyInAnyOrder(first, second);
        assertThat(index.publicPeople(START)).isEqualTo(1);
        assertThat(index.holders(TAGS.get(0), 5, START)).containsExactly(PEOPLE.get(0));
    }

    @Example
    void whatAnyOfThemSeeksIsFoundUntilItIsOver() {
        var index = new HolderIndex();
        Duration day = Duration.ofDays(1);
        UUID ended = TAGS.get(2);
        index.put(PEOPLE.get(0), List.of(sought(TAGS.get(0), day), held(TAGS.get(1), START, day, false)));
        index.put(PEOPLE.get(1), List.of(sought(ended, Duration.ofHours(1)), sought(TAGS.get(3), day)));
        index.put(PEOPLE.get(2), List.of(sought(TAGS.get(4), day)));
        List<UUID> asked = List.of(PEOPLE.get(0), PEOPLE.get(1), PEOPLE.get(5));

        assertThat(index.sought(asked, START)).containsExactlyInAnyOrder(TAGS.get(0), ended, TAGS.get(3));
        assertThat(index.sought(asked, START.plus(Duration.ofHours(1))))
                .containsExactlyInAnyOrder(TAGS.get(0), TAGS.get(3));
    }

    private static Held sought(UUID tag, Duration lasts) {
        return new Held(tag, Stance.SEEK, 3, false, START, START.plus(lasts));
    }

    @Example
    void ofManyTagsEachIsFound() {
        var index = new HolderIndex();
        List<Held> all = ids(100).stream()
                .map(tag -> held(tag, START, Duration.ofDays(1), false))
                .toList();
        index.put(PEOPLE.get(0), all);
        List<Held> asked = all.subList(10, 90);
        List<Held> found = new ArrayList<>();

        index.each(
                List.of(PEOPLE.get(0)),
                asked.stream().map(Held::tagId).toList(),
                START,
                (person, held) -> found.addAll(held));

        assertThat(found).containsExactlyElementsOf(asked);
    }

    @Example
    void nobodyHoldsWhatNobodySaid() {
        var index = new HolderIndex();

        assertThat(index.publicHolders(TAGS.get(0), START)).isZero();
        assertThat(index.holders(TAGS.get(0), 5, START)).isEmpty();
        assertThat(index.of(PEOPLE.get(0), START)).isEmpty();
    }
}
