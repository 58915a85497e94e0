package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What formations come to among people whom one can picture. */
class FormationTest {

    private static final FormationRules USUAL = new FormationRules(3, 8, 2, 1);

    @Test
    void nobodyMakesNoGroup() {
        var outcome = form(new Crew(), USUAL);

        assertThat(outcome.groups()).isZero();
        assertThat(outcome.quality()).isEqualTo(new Quality(1, 0, 1, 1));
    }

    @Test
    void threeWhoShareATagAreAGroup() {
        var outcome = form(Crew.sharing(tags(0), tags(0), tags(0)), USUAL);

        assertThat(outcome.groups()).isEqualTo(1);
        assertThat(outcome.purpose(0)).containsExactly(0);
        assertThat(outcome.members(0)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(outcome.cohesion(0)).isCloseTo(1, within(1e-9));
    }

    @Test
    void threeWhoShareEverythingAreOneGroupAndNotTwo() {
        List<int[]> people = new ArrayList<>();
        IntStream.range(0, 3).forEach(friend -> people.add(tags(0, 1, 2, 3, 4, 5)));
        IntStream.range(6, 56).forEach(tag -> people.add(tags(tag)));

        var outcome = form(Crew.sharing(people.toArray(int[][]::new)), USUAL);

        assertThat(outcome.groups()).isEqualTo(1);
        assertThat(outcome.members(0)).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void twoTriosAmongSixFindEachOther() {
        var outcome = form(
                Crew.sharing(tags(0, 1, 4), tags(0, 1, 4), tags(0, 1), tags(2, 3, 4), tags(2, 3), tags(2, 3, 4)),
                USUAL);

        assertThat(IntStream.range(0, outcome.groups()).mapToObj(g -> sorted(outcome.members(g))))
                .contains("[0, 1, 2]", "[3, 4, 5]");
        assertThat(outcome.placed()).isEqualTo(6);
    }

    @Test
    void whoIsTooFewForAGroupIsJoinedByOthersWhoHaveRoom() {
        var five = Crew.sharing(tags(0), tags(0), tags(0), tags(0), tags(0));

        assertThat(form(five, new FormationRules(3, 3, 2, 1)).placed()).isEqualTo(5);
        assertThat(form(five, new FormationRules(3, 3, 1, 1)).placed()).isEqualTo(3);
    }

    @Test
    void ofNineWhoCareAboutTheSameThoseSitTogetherWhoShareMostBesides() {
        List<int[]> people = new ArrayList<>();
        for (int trio = 0; trio < 3; trio++) {
            int first = 2 + 3 * trio;
            // each of these is shared by two, who cannot be a group
            people.add(tags(0, 1, first, first + 1));
            people.add(tags(0, 1, first + 1, first + 2));
            people.add(tags(0, 1, first, first + 2));
        }
        IntStream.range(11, 41).forEach(tag -> people.add(tags(tag)));
        var crew = Crew.sharing(people.toArray(int[][]::new));

        for (int seed = 0; seed < 5; seed++) {
            var outcome = form(crew, new FormationRules(3, 3, 1, seed));

            assertThat(IntStream.range(0, outcome.groups()).mapToObj(g -> sorted(outcome.members(g))))
                    .containsExactlyInAnyOrder("[0, 1, 2]", "[3, 4, 5]", "[6, 7, 8]");
        }
    }

    @Test
    void ofManyWhoCareAboutTheSameThoseSitTogetherWhoKnowEachOther() {
        var crew = twentyAmongMany();
        IntStream.range(0, 10).forEach(p -> crew.acquainted.add(Set.of(p, p + 10)));

        for (int seed = 0; seed < 5; seed++) {
            var outcome = form(crew, new FormationRules(3, 4, 1, seed));

            assertThat(crew.acquainted).allMatch(pair -> areTogether(outcome, pair));
        }
    }

    @Test
    void whoIsInAGroupTogetherKnowsEachOther() {
        var crew = twentyAmongMany();
        IntStream.range(0, 10)
                .forEach(p -> crew.gatherings.add(
                        new Crew.Gathering(true, 0, List.of(2 + p), List.of(p, p + 10), List.of())));

        var outcome = form(crew, new FormationRules(3, 4, 2, 1));

        assertThat(IntStream.range(0, 10)).allMatch(p -> areTogether(outcome, Set.of(p, p + 10)));
    }

    /** People who all share two rare tags, and others who share none. */
    private static Crew twentyAmongMany() {
        return Crew.sharing(Stream.concat(
                        Stream.generate(() -> tags(0, 1)).limit(20),
                        IntStream.range(2, 102).mapToObj(tag -> tags(tag)))
                .toArray(int[][]::new));
    }

    private static boolean areTogether(Outcome outcome, Set<Integer> people) {
        return IntStream.range(0, outcome.groups())
                .mapToObj(g -> IntStream.of(outcome.members(g)).boxed().toList())
                .anyMatch(members -> members.size() > people.size() && members.containsAll(people));
    }

    @Test
    void threeSeekersAloneAreNoGroupAndOneSeekerWithTwoWhoOfferIs() {
        assertThat(form(stances(Stance.SEEK, Stance.SEEK, Stance.SEEK), USUAL).groups())
                .isZero();
        assertThat(form(stances(Stance.SEEK, Stance.SEEK, Stance.SHARE), USUAL).groups())
                .isZero();
        assertThat(form(stances(Stance.SEEK, Stance.OFFER, Stance.OFFER), USUAL).groups())
                .isEqualTo(1);
        assertThat(form(stances(Stance.SEEK, Stance.SEEK, Stance.OFFER), USUAL).groups())
                .isEqualTo(1);
    }

    @Test
    void whereNobodyOffersWhatAllSeekTheyMeetForWhatTheyShareBesides() {
        var crew = new Crew();
        var shared = new Crew.Interest(0.6f, Stance.SHARE);
        var sought = new Crew.Interest(0.6f, Stance.SEEK);
        for (int p = 0; p < 6; p++) {
            // each has two others elsewhere, so that nobody is left who would get a group in any case
            crew.add(Map.of(0, shared, 1, shared, 2, sought, 3 + 2 * p, shared, 4 + 2 * p, shared), 0, 2);
            crew.add(Map.of(3 + 2 * p, shared, 4 + 2 * p, shared), 0, 2);
            crew.add(Map.of(3 + 2 * p, shared, 4 + 2 * p, shared), 0, 2);
        }
        IntStream.range(15, 97).forEach(tag -> crew.add(Map.of(tag, shared), 0, 2));
        crew.tags = 97;

        var outcome = form(crew, USUAL);

        assertThat(IntStream.range(0, outcome.groups()).mapToObj(g -> sorted(outcome.purpose(g))))
                .contains("[0, 1]");
    }

    @Test
    void whoWantsFewAndWhoWantsManyAreBothSeatedWhoeverSitsDownFirst() {
        for (long seed = 1; seed <= 40; seed++) {
            var crew = Crew.identical(9, 1, 2);
            for (int p = 0; p < 9; p++) {
                crew.company.put(p, p < 3 ? new int[] {3, 4} : new int[] {6, 7});
            }

            assertThat(form(crew, new FormationRules(3, 8, 2, seed)).placed()).isEqualTo(9);
        }
    }

    @Test
    void aPersonWhoWantsThreeOrFourIsNotPlacedAmongFive() {
        var crew = Crew.identical(5, 2, 1);
        crew.company.put(0, new int[] {3, 4});

        var outcome = form(crew, USUAL);

        assertThat(outcome.groups()).isEqualTo(1);
        assertThat(outcome.members(0)).hasSize(4);
    }

    @Test
    void whoIsNeverFreeWithTheOthersDoesNotKeepThemApart() {
        var crew = Crew.identical(5, 2, 1);
        for (int p = 0; p < 5; p++) {
            var free = new BitSet();
            int hour = p == 2 ? 100 : 40;
            free.set(4 * hour, 4 * hour + 4);
            crew.free.put(p, free);
        }

        for (int seed = 0; seed < 5; seed++) {
            var outcome = form(crew, new FormationRules(3, 8, 1, seed));

            assertThat(sorted(outcome.members(0))).isEqualTo("[0, 1, 3, 4]");
        }
    }

    @Test
    void aQuarterOfAnHourBeyondTheWeekIsRefused() {
        var builder = Population.builder();
        int person = builder.person(1, 0, 1);
        var free = new BitSet();
        free.set(672);

        assertThatThrownBy(() -> builder.free(person, free)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoMeetsInPersonOnlyIsNotPlacedFarAway() {
        var crew = Crew.identical(5, 2, 1);
        for (int p = 0; p < 5; p++) {
            crew.places.put(p, new int[] {p == 2 ? 40 : 0, 1, p % 2});
        }

        assertThat(sorted(form(crew, USUAL).members(0))).isEqualTo("[0, 1, 3, 4]");
    }

    @Test
    void aPlaceBeyondThePolesIsRefused() {
        var builder = Population.builder();
        int person = builder.person(1, 0, 1);

        assertThatThrownBy(() -> builder.place(person, 91, 0, 1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.place(person, 0, 0, -1, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoHasNoRoomIsLeftAlone() {
        var crew = Crew.identical(3, 2, 1);
        crew.rooms.set(1, 0);

        assertThat(form(crew, USUAL).groups()).isZero();
    }

    @Test
    void manyWhoAreFreeWithNobodyKeepNobodyElseOut() {
        List<int[]> people = new ArrayList<>(Collections.nCopies(12, tags(0)));
        IntStream.range(12, 15).forEach(friend -> people.add(tags(0, friend)));
        var crew = Crew.sharing(people.toArray(int[][]::new));
        for (int p = 0; p < people.size(); p++) {
            var quarters = new BitSet();
            int from = 20 * Math.min(p, 12);
            quarters.set(from, from + 20);
            crew.free.put(p, quarters);
        }

        var outcome = form(crew, USUAL);

        assertThat(outcome.groups()).isEqualTo(1);
        assertThat(outcome.members(0)).containsExactlyInAnyOrder(12, 13, 14);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 11, 20, 200, 450})
    void smallPopulationsFindTheirPurposes(int people) {
        var crew = purposes(people, Math.max(1, people / 8), 4, 0.1, 5);

        var outcome = form(crew, USUAL);

        assertThat(outcome.quality().coverage()).isEqualTo(1);
        assertThat(outcome.quality().stability()).isEqualTo(1);
    }

    @Test
    void sixtyPurposesAmongFourHundredAndFiftyAreAllFound() {
        var crew = purposes(450, 60, 4, 0.15, 9);

        assertThat(recovered(crew, form(crew, new FormationRules(3, 12, 2, 1)), 60))
                .isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ofTwoHundredPeopleNearlyAllPlantedGroupsAreRecovered(long seed) {
        var crew = purposes(200, 25, 4, 0.15, seed);

        assertThat(recovered(crew, form(crew, new FormationRules(3, 12, 2, seed)), 25))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void wherePeopleHaveManyOverlappingPurposesMostAreRecovered() {
        var planted = new PlantedPeople(1000, 5);

        var outcome = Matching.form(
                planted.population(3), new FormationRules(3, 12, 3, 1, PlantedPeople.COMMON_HOURS), progress -> {});

        // what was planted, as far as it can be groups, has an mF1 of .88 and an Omega of .80
        assertThat(Recovery.recovered(planted, outcome, 3)).isGreaterThan(0.88);
        assertThat(Recovery.meanF1(planted, Circles.of(outcome), 3)).isGreaterThan(0.75);
        assertThat(Recovery.omega(planted, Circles.of(outcome))).isGreaterThan(0.65);
        assertThat(outcome.quality().coverage()).isGreaterThan(0.985);
        assertThat(outcome.quality().stability()).isGreaterThan(0.998);
    }

    @Test
    void twoHalfEmptyGroupsWithTheSamePurposeBecomeOne() {
        var index = new Index(Crew.identical(6, 2, 1).population(), USUAL);
        var groups = new Groups(index, USUAL);
        for (int p = 0; p < 6; p++) {
            if (p % 3 == 0) {
                groups.found(new int[] {0, 1});
            }
            groups.seat(p / 3, p);
        }

        new Consolidation(index, groups, new HardRules(index, groups, USUAL)).merge(new Progress(progress -> {}));

        assertThat(IntStream.of(groups.size(0), groups.size(1)).sorted()).containsExactly(0, 6);
    }

    @Test
    void thoseWhoShareMostBesidesChangePlacesUntilTheySitTogether() {
        var crew = Crew.sharing(tags(0, 1), tags(0, 2), tags(0, 1), tags(0, 2), tags(0, 1), tags(0, 2));

        assertThat(afterChangingPlaces(crew, seated(tags(0), 0, 1, 2), seated(tags(0), 3, 4, 5)))
                .containsExactlyInAnyOrder("[0, 2, 4] about [0, 1]", "[1, 3, 5] about [0, 2]");
    }

    @Test
    void whoKnowEachOtherChangePlacesUntilTheySitTogether() {
        var crew = Crew.sharing(tags(0, 1), tags(0, 2), tags(0), tags(0, 1), tags(0, 2), tags(0));
        crew.acquainted.addAll(Set.of(Set.of(0, 4), Set.of(0, 5), Set.of(4, 5)));

        assertThat(afterChangingPlaces(crew, seated(tags(0), 0, 1, 2), seated(tags(0), 3, 4, 5)))
                .containsExactlyInAnyOrder("[0, 4, 5] about [0]", "[1, 2, 3] about [0]");
    }

    @Test
    void nobodyLeavesAGroupThatIsAboutMoreOfWhatTheyCareAboutForLikerCompany() {
        int[] likeTheOthers = tags(0, 1, 2);
        var crew = Crew.sharing(
                likeTheOthers, tags(0, 1), tags(0, 1), tags(0, 1), tags(0, 2), tags(0, 2), tags(1), tags(1), tags(1));

        assertThat(afterChangingPlaces(crew, seated(tags(0, 1), 0, 1, 2), seated(tags(0), 3, 4, 5)))
                .containsExactly("[0, 1, 2] about [0, 1]", "[3, 4, 5] about [0]");
        // and where it is about no more than the other
        assertThat(afterChangingPlaces(crew, seated(tags(0), 0, 1, 2), seated(tags(0), 3, 4, 5)))
                .containsExactlyInAnyOrder("[1, 2, 3] about [0, 1]", "[0, 4, 5] about [0, 2]");
    }

    private static Crew.Gathering seated(int[] purpose, Integer... people) {
        return new Crew.Gathering(false, 0, IntStream.of(purpose).boxed().toList(), List.of(people), List.of());
    }

    /** Who sits where and what for, once those who sit so have changed places. */
    private static List<String> afterChangingPlaces(Crew crew, Crew.Gathering... gatherings) {
        var index = new Index(crew.population(), USUAL);
        var groups = new Groups(index, USUAL);
        for (var gathering : gatherings) {
            int g = groups.found(IntStream.range(0, index.tags)
                    .filter(tag -> gathering.purpose().contains(index.outsideTag(tag)))
                    .toArray());
            gathering.members().forEach(person -> groups.seat(g, index.numbersInside()[person]));
        }
        new Kindred(index, groups, new HardRules(index, groups, USUAL)).meet(new Progress(progress -> {}));
        return IntStream.range(0, groups.count())
                .mapToObj(g -> sorted(groups.members(g)
                                .intStream()
                                .map(index::outsidePerson)
                                .toArray())
                        + " about "
                        + sorted(IntStream.of(groups.purpose(g))
                                .map(index::outsideTag)
                                .toArray()))
                .toList();
    }

    @Test
    void whoDoesNotWantToBeTheOnlyOneSitsWithAnotherAlthoughMoreIsSharedElsewhere() {
        var crew = Crew.sharing(
                tags(0, 1, 2), tags(0, 2), tags(0, 2), tags(0, 2), tags(0, 1, 3), tags(0, 3), tags(0, 3), tags(0, 3));
        for (int seed = 0; seed < 5; seed++) {
            var rules = new FormationRules(4, 4, 1, seed);
            crew.wishes.clear();
            assertThat(together(form(crew, rules), 0, 4)).isFalse();

            crew.wishes.put(0, Set.of(1));
            crew.wishes.put(4, Set.of(1));
            var outcome = form(crew, rules);

            assertThat(outcome.placed()).isEqualTo(8);
            assertThat(together(outcome, 0, 4)).isTrue();
        }
    }

    @Test
    void whoComeTogetherSitTogetherOrNowhereAlthoughMoreIsSharedElsewhere() {
        var crew = Crew.sharing(
                tags(0, 1), tags(0, 1), tags(0, 1), tags(0, 1), tags(0, 2), tags(0, 2), tags(0, 2), tags(0, 2));
        for (int seed = 0; seed < 5; seed++) {
            var rules = new FormationRules(4, 4, 1, seed);
            crew.together.clear();
            crew.blocks.clear();
            assertThat(together(form(crew, rules), 0, 4)).isFalse();

            crew.together.add(Set.of(0, 4));
            crew.together.add(Set.of(1, 4));
            var outcome = form(crew, rules);
            assertThat(outcome.placed()).isEqualTo(8);
            assertThat(together(outcome, 0, 4) && together(outcome, 1, 4)).isTrue();

            crew.blocks.add(Set.of(0, 1));
            outcome = form(crew, rules);
            assertThat(outcome.placed()).isEqualTo(4);
            assertThat(IntStream.of(outcome.members(0))).doesNotContain(0, 1, 4);
        }
    }

    @Test
    void aCompanionNeedsToCarryNoMoreOfThePurposeThanAnybody() {
        var crew = Crew.sharing(
                tags(0, 1, 2), tags(0, 1, 2), tags(0, 1, 2), tags(0, 1), tags(3), tags(3), tags(3), tags(0, 1, 2));
        crew.together.add(Set.of(0, 3));
        crew.together.add(Set.of(7, 4));

        var outcome = form(crew, new FormationRules(3, 8, 1, 1));

        assertThat(together(outcome, 0, 3)).isTrue();
        assertThat(IntStream.range(0, outcome.groups()).flatMap(g -> IntStream.of(outcome.members(g))))
                .doesNotContain(4, 7)
                .contains(0, 1, 2, 3);
    }

    private static boolean together(Outcome outcome, int one, int other) {
        return IntStream.range(0, outcome.groups())
                .mapToObj(outcome::members)
                .anyMatch(members -> IntStream.of(members).anyMatch(m -> m == one)
                        && IntStream.of(members).anyMatch(m -> m == other));
    }

    @Test
    void whereEveryTagIsPopularEverybodyIsPlaced() {
        var random = new Random(3);
        var crew = Crew.sharing(IntStream.range(0, 500)
                .mapToObj(p -> random.ints(0, 8).distinct().limit(5).toArray())
                .toArray(int[][]::new));

        assertThat(form(crew, USUAL).placed()).isEqualTo(500);
    }

    @Test
    void whereEveryTagIsPopularMostSitWithThoseToWhomItMattersMost() {
        int people = 2_000;
        var builder = Population.builder();
        int[] tags = IntStream.range(0, 40).map(builder::tag).toArray();
        var random = new Random(3);
        int[] dearest = new int[people];
        for (int p = 0; p < people; p++) {
            int person = builder.person(p, 0, 1);
            int[] own = random.ints(0, tags.length).distinct().limit(8).toArray();
            dearest[p] = tags[own[0]];
            for (int i = 0; i < own.length; i++) {
                builder.interest(person, tags[own[i]], i == 0 ? 1 : 0.2f, Stance.SHARE);
            }
        }

        var outcome = Matching.form(builder.build(), new FormationRules(3, 8, 1, 1), progress -> {});

        long together = IntStream.range(0, outcome.groups())
                .flatMap(g -> IntStream.of(outcome.members(g))
                        .filter(p -> IntStream.of(outcome.purpose(g)).anyMatch(tag -> tag == dearest[p])))
                .count();
        assertThat(together).isGreaterThan(people * 3 / 4);
    }

    /** One tag held by 3 of 40 outranks five that all of them hold, however large groups may be. */
    @Test
    void whoSharesWhatHardlyAnybodyHoldsIsNotTakenFromItByWhatEverybodyDoes() {
        int everybody = 40;
        var builder = Population.builder();
        int rare = builder.tag(0);
        int[] common = IntStream.rangeClosed(1, 5).map(builder::tag).toArray();
        for (int p = 0; p < everybody; p++) {
            int person = builder.person(p, 0, 1);
            for (int tag : common) {
                builder.interest(person, tag, 1, Stance.SHARE);
            }
            if (p % 13 == 5) {
                builder.interest(person, rare, 1, Stance.SHARE);
            }
        }

        for (int largest = 4; largest <= FormationRules.LARGEST_GROUP; largest++) {
            var outcome = Matching.form(builder.build(), new FormationRules(3, largest, 1, 1), progress -> {});

            assertThat(IntStream.range(0, outcome.groups())
                            .filter(g -> IntStream.of(outcome.purpose(g)).anyMatch(tag -> tag == rare))
                            .flatMap(g -> IntStream.of(outcome.members(g)))
                            .boxed())
                    .as("groups of %d at most", largest)
                    .containsExactlyInAnyOrder(5, 18, 31);
            assertThat(outcome.placed()).isEqualTo(everybody);
        }
    }

    @Test
    void anInterruptedFormationIsCancelledAndStaysInterrupted() {
        var population = Crew.identical(20, 3, 1).population();

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Matching.form(population, USUAL, progress -> {}))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void rulesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new FormationRules(1, 8, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FormationRules(4, 3, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FormationRules(3, 13, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FormationRules(3, 8, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** People of whom the p-th took up purpose p modulo the number of purposes, each with its own tags. */
    private static Crew purposes(int people, int purposes, int tagsEach, double forgetting, long seed) {
        var random = new Random(seed);
        var crew = new Crew();
        crew.tags = purposes * tagsEach + 5;
        for (int p = 0; p < people; p++) {
            Map<Integer, Crew.Interest> interests = new HashMap<>();
            for (int t = 0; t < tagsEach; t++) {
                if (t == 0 || random.nextDouble() >= forgetting) {
                    interests.put(p % purposes * tagsEach + t, new Crew.Interest(0.6f, Stance.SHARE));
                }
            }
            interests.put(purposes * tagsEach + random.nextInt(5), new Crew.Interest(0.4f, Stance.SHARE));
            crew.add(interests, 0, 3);
        }
        return crew;
    }

    private static double recovered(Crew crew, Outcome outcome, int purposes) {
        int tagsEach = (crew.tags - 5) / purposes;
        return IntStream.range(0, purposes)
                        .filter(purpose -> IntStream.range(0, outcome.groups())
                                .anyMatch(g -> 2
                                                        * IntStream.of(outcome.purpose(g))
                                                                .filter(tag -> tag / tagsEach == purpose)
                                                                .count()
                                                > tagsEach
                                        && 2
                                                        * IntStream.of(outcome.members(g))
                                                                .filter(m -> m % purposes == purpose)
                                                                .count()
                                                >= outcome.members(g).length))
                        .count()
                / (double) purposes;
    }

    private static Crew stances(Stance... stances) {
        var crew = new Crew();
        crew.tags = 1;
        for (var stance : stances) {
            crew.add(Map.of(0, new Crew.Interest(0.6f, stance)), 0, 1);
        }
        return crew;
    }

    private static Outcome form(Crew crew, FormationRules rules) {
        return Matching.form(crew.population(), rules, progress -> {});
    }

    private static int[] tags(int... tags) {
        return tags;
    }

    private static String sorted(int[] members) {
        Arrays.sort(members);
        return Arrays.toString(members);
    }
}
