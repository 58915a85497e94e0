package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coterie.matching.Crew.Gathering;
import org.coterie.matching.Crew.Interest;
import org.junit.jupiter.api.Test;

class ContinuityTest {

    private static final long ENGLISH = 1;
    private static final long FRENCH = 2;

    private final Crew crew = new Crew();

    @Test
    void whoFitsTheOthersNoMoreGoesAndTheyStay() {
        // whom the purpose fits best, as there is nothing else for them, is looked at first
        crew.add(Map.of(0, share()), FRENCH, 2);
        for (int i = 1; i < 5; i++) {
            crew.add(Map.of(0, share(), i, share()), ENGLISH, 2);
        }
        crew.tags = 5;
        proposed(5);

        Outcome outcome = form(new FormationRules(3, 8, 2, 7));

        assertThat(outcome.moved()).containsExactly(new Moved(0, 0, Moved.Because.COMPANY));
        assertThat(kept(outcome)).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    void whoOffersWhatTheOthersSeekStaysAlthoughThePurposeFitsThemLess() {
        crew.add(Map.of(0, new Interest(0.6f, Stance.OFFER), 1, share()), 0, 1);
        for (int i = 1; i < 6; i++) {
            crew.add(Map.of(0, new Interest(0.6f, Stance.SEEK)), 0, 1);
        }
        crew.tags = 2;
        proposed(6);

        Outcome outcome = form(new FormationRules(3, 4, 1, 7));

        assertThat(kept(outcome)).hasSize(4).contains(0);
        assertThat(outcome.moved()).hasSize(2).allMatch(moved -> moved.because() == Moved.Because.ROOM);
    }

    @Test
    void onlyWhoWasThereBeforeGivesAPlaceUp() {
        for (int i = 0; i < 3; i++) {
            crew.add(Map.of(0, share()), 0, 1);
        }
        crew.tags = 1;
        proposed(2);

        Outcome outcome = form(new FormationRules(4, 8, 1, 7));

        assertThat(outcome.groups()).isZero();
        assertThat(outcome.moved())
                .containsExactlyInAnyOrder(new Moved(0, 0, Moved.Because.GROUP), new Moved(1, 0, Moved.Because.GROUP));
    }

    @Test
    void aGroupOfWhichItIsNotKnownWhatForStaysAsItIs() {
        for (int i = 0; i < 6; i++) {
            crew.add(Map.of(0, share()), 0, 2);
        }
        crew.tags = 1;
        crew.gatherings.add(new Gathering(true, 8, List.of(), List.of(0, 1, 2), List.of()));

        Outcome outcome = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> form(new FormationRules(3, 8, 2, 7)));

        assertThat(kept(outcome)).isEmpty();
        assertThat(outcome.moved()).isEmpty();
        assertThat(outcome.members(0)).hasSize(6);
    }

    @Test
    void intoAGroupThatIsLeftAloneNobodyComesAndNobodyGoesOutOfIt() {
        var builder = Population.builder();
        int tag = builder.tag(1);
        for (int p = 0; p < 4; p++) {
            builder.interest(builder.person(11 + p, 0, 1), tag, 1, Stance.SHARE);
        }
        int group = builder.groups().add(false, 8);
        builder.groups().purpose(group, tag).leaveAlone(group);
        IntStream.range(0, 2).forEach(p -> builder.groups().member(group, p));

        Outcome outcome = Matching.form(builder.build(), new FormationRules(3, 8, 1, 7), progress -> {});

        assertThat(outcome.groups()).isZero();
        assertThat(outcome.moved()).isEmpty();
        assertThat(outcome.placed()).isEqualTo(2);
    }

    @Test
    void nobodyIsAskedIntoAGroupThatIsToBecomeLargerThanTheyWant() {
        for (int i = 0; i < 4; i++) {
            crew.add(Map.of(0, share()), 0, 1);
        }
        crew.tags = 1;
        crew.company.put(0, new int[] {5, 8});
        crew.company.put(1, new int[] {2, 3});
        crew.gatherings.add(new Gathering(true, 8, List.of(0), List.of(0), List.of()));

        Outcome outcome = form(new FormationRules(3, 8, 1, 7));

        assertThat(kept(outcome)).containsExactlyInAnyOrder(0, 2, 3);
    }

    @Test
    void nobodyIsAskedIntoAGroupThatTakesMorePeopleThanTheyWant() {
        var builder = Population.builder();
        int tag = builder.tag(1);
        for (int p = 0; p < 3; p++) {
            builder.interest(builder.person(11 + p, 0, 1), tag, 1, Stance.SHARE);
        }
        builder.company(1, 2, 2);
        int group = builder.groups().add(true, 8);
        builder.groups().purpose(group, tag).member(group, 0).takes(group, 3);

        Outcome outcome = Matching.form(builder.build(), new FormationRules(2, 8, 1, 7), progress -> {});

        assertThat(kept(outcome)).containsExactlyInAnyOrder(0, 2);
    }

    private static Interest share() {
        return new Interest(0.6f, Stance.SHARE);
    }

    /** The first of them are in a proposal about the first tag. */
    private void proposed(int members) {
        crew.gatherings.add(new Gathering(
                false, 8, List.of(0), IntStream.range(0, members).boxed().toList(), List.of()));
    }

    private Outcome form(FormationRules rules) {
        return Matching.form(crew.population(), rules, progress -> {});
    }

    private static int[] kept(Outcome outcome) {
        return IntStream.range(0, outcome.groups())
                .filter(g -> outcome.origin(g) == 0)
                .mapToObj(outcome::members)
                .findFirst()
                .orElse(new int[0]);
    }
}
