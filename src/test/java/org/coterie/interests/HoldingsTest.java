package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.coterie.Door.Somebody;
import org.coterie.live.Live;
import org.coterie.tags.Tags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("http")
class HoldingsTest {

    @Inject
    Interests interests;

    @Inject
    Live live;

    @Inject
    InterestRepository repository;

    @Inject
    Event<InterestsChanged> changed;

    @Inject
    Tags tags;

    private final Fading fading = new Fading(Duration.ofDays(30));

    private UUID tag(String written) {
        return tags.find(written).orElseThrow().id();
    }

    private static UUID idOf(Somebody somebody) {
        return UUID.fromString(somebody.id());
    }

    /** As if it had been said that long ago. */
    private void age(Somebody somebody, String tag, Duration age) {
        change(somebody, tag, interest -> {
            interest.expressedAt = Instant.now().minus(age).truncatedTo(ChronoUnit.MICROS);
            interest.matchesUntil = fading.matchesUntil(interest.strength, interest.expressedAt, interest.untilAt);
        });
    }

    private void change(Somebody somebody, String tag, Consumer<Interest> change) {
        QuarkusTransaction.requiringNew().run(() -> {
            change.accept(repository.findById(new Interest.Key(idOf(somebody), tag(tag))));
            changed.fire(new InterestsChanged(idOf(somebody)));
        });
        live.catchUp();
    }

    @Test
    void whatMatchesIsWhatIsNeitherPrivateNorFaded() {
        String word = unique("w");
        Somebody ada = join("ada");
        ada.declares(word + "-public", Map.of("stance", "SEEK", "strength", 5));
        ada.declares(word + "-hidden", Map.of("visibility", "MATCH_ONLY"));
        ada.declares(word + "-private", Map.of("visibility", "PRIVATE"));
        ada.declares(word + "-faded", Map.of("strength", 1));
        age(ada, word + "-faded", Duration.ofDays(61));
        ada.declares(word + "-fading", Map.of("strength", 5));
        age(ada, word + "-fading", Duration.ofDays(30));

        Map<UUID, Holding> held = new HashMap<>();
        interests.of(idOf(ada)).forEach(holding -> held.put(holding.tagId(), holding));

        assertThat(held).containsOnlyKeys(tag(word + "-public"), tag(word + "-hidden"), tag(word + "-fading"));
        assertThat(held).hasEntrySatisfying(tag(word + "-public"), one -> {
            assertThat(one.stance()).isEqualTo(Stance.SEEK);
            assertThat(one.strengthNow()).isCloseTo(1, within(1e-3));
            assertThat(one.matchOnly()).isFalse();
        });
        assertThat(held).hasEntrySatisfying(tag(word + "-hidden"), one -> {
            assertThat(one.strengthNow()).isCloseTo(0.6, within(1e-3));
            assertThat(one.matchOnly()).isTrue();
        });
        assertThat(held)
                .hasEntrySatisfying(
                        tag(word + "-fading"),
                        one -> assertThat(one.strengthNow()).isCloseTo(0.5, within(1e-3)));
        assertThat(interests.of(List.of(idOf(ada), UUID.randomUUID())))
                .as("from memory")
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("strengthNow")
                .containsExactlyInAnyOrderElementsOf(held.values());
        assertThat(interests.of(List.of())).isEmpty();
    }

    @Test
    void aCommonAgeLeavesNoTraceInTheStreamOfAll() {
        String word = unique("w");
        Somebody ada = join("ada");
        ada.declares(word + "-new", Map.of("strength", 5));
        ada.declares(word + "-old", Map.of("strength", 5, "visibility", "MATCH_ONLY"));
        age(ada, word + "-new", Duration.ofDays(20));
        age(ada, word + "-old", Duration.ofDays(50));
        Somebody grace = join("grace");
        grace.caresAbout(word + "-new", word + "-old");

        Map<UUID, Map<UUID, Float>> strengths = new HashMap<>();
        Set<UUID> hidden = new HashSet<>();
        List<UUID> people = new ArrayList<>();
        live.catchUp();
        interests.eachHolding((person, tag, stance, strength, matchOnly) -> {
            strengths.computeIfAbsent(person, id -> new HashMap<>()).put(tag, strength);
            if (matchOnly) {
                hidden.add(tag);
            }
            if (people.isEmpty() || !people.get(people.size() - 1).equals(person)) {
                people.add(person);
            }
        });

        assertThat(people).as("all of one person in a row").doesNotHaveDuplicates();
        assertThat(strengths)
                .hasEntrySatisfying(
                        idOf(ada),
                        held -> assertThat(held)
                                .hasSize(2)
                                .hasEntrySatisfying(
                                        tag(word + "-new"),
                                        strength -> assertThat(strength).isCloseTo(1f, within(1e-3f)))
                                .hasEntrySatisfying(
                                        tag(word + "-old"),
                                        strength -> assertThat(strength).isCloseTo(0.5f, within(1e-3f))));
        assertThat(strengths)
                .hasEntrySatisfying(
                        idOf(grace), held -> assertThat(held).hasSize(2).containsValues(0.6f));
        assertThat(hidden).contains(tag(word + "-old"));
        assertThat(interests.of(idOf(ada)))
                .as("the same connections still answer")
                .hasSize(2);
    }

    @Test
    void holdersAreCountedInPublicAndFoundInAnyCase() {
        String word = unique("w");
        Somebody ada = join("ada");
        Somebody grace = join("grace");
        Somebody alan = join("alan");
        Somebody edith = join("edith");
        ada.declares(word, Map.of("strength", 2));
        grace.declares(word, Map.of("strength", 5));
        alan.declares(word, Map.of("strength", 4, "visibility", "MATCH_ONLY"));
        edith.declares(word, Map.of("visibility", "PRIVATE"));

        UUID tag = tag(word);
        UUID nobodys = UUID.randomUUID();
        assertThat(interests.holders(List.of(tag, nobodys, tag))).isEqualTo(Map.of(tag, 2L, nobodys, 0L));
        assertThat(interests.holdersOf(tag, 10))
                .as("who said it last comes first")
                .containsExactly(idOf(alan), idOf(grace), idOf(ada));
        assertThat(interests.holdersOf(tag, 2)).containsExactly(idOf(alan), idOf(grace));

        age(grace, word, Duration.ofDays(200));
        assertThat(interests.holders(List.of(tag))).isEqualTo(Map.of(tag, 1L));
    }

    @Test
    void untilItIsOverItCountsAndThenNoMore() {
        String word = unique("w");
        Somebody ada = join("ada");
        ada.declares(
                word, Map.of("until", Instant.now().plus(1, ChronoUnit.HOURS).toString()));
        assertThat(interests.holders(List.of(tag(word)))).containsValue(1L);

        change(ada, word, interest -> {
            interest.untilAt = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MICROS);
            interest.matchesUntil = interest.untilAt;
        });

        assertThat(interests.holders(List.of(tag(word)))).containsValue(0L);
        assertThat(interests.of(idOf(ada))).isEmpty();

        ada.asks()
                .body(Map.of("text", "Once more #" + word))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(201);
        assertThat(interests.of(idOf(ada))).as("said again").hasSize(1);
    }

    @Test
    void everyTagIsHandedOver() {
        String word = unique("w");
        join("ada").caresAbout(word);

        Map<UUID, String> all = new HashMap<>();
        tags.eachTag(all::put);

        assertThat(all).containsEntry(tag(word), word);
    }
}
