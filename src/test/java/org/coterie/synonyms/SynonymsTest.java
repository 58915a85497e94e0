package org.coterie.synonyms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.coterie.synonyms.Words.PATH;
import static org.coterie.synonyms.Words.holders;
import static org.coterie.synonyms.Words.id;
import static org.coterie.synonyms.Words.interests;
import static org.coterie.synonyms.Words.merged;
import static org.coterie.synonyms.Words.pair;
import static org.coterie.synonyms.Words.propose;
import static org.coterie.synonyms.Words.proposed;
import static org.coterie.synonyms.Words.read;
import static org.coterie.synonyms.Words.say;
import static org.coterie.synonyms.Words.settled;
import static org.coterie.synonyms.Words.tags;
import static org.coterie.synonyms.Words.undone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who says that two tags are one, and when they are. */
@QuarkusTest
@Tag("http")
class SynonymsTest {

    private final String biking = unique("biking");
    private final String cycling = unique("cycling");

    private static void letGo(Somebody person, String tag) {
        person.asks().delete("/v1/people/me/interests/{tag}", tag).then().statusCode(204);
    }

    @Test
    void twoTagsAreOneWhenThreeHoldersOfEachAgree() {
        List<Somebody> bikers = holders(4, biking);
        List<Somebody> cyclists = holders(5, cycling);
        String proposal = id(propose(bikers.get(0), biking, cycling)
                .statusCode(201)
                .header("Location", notNullValue())
                .body(at("$.state", equalTo("PROPOSED")))
                .body(at("$.voices.tag.agree", equalTo("<3")))
                .body(at("$.kept", nullValue())));
        for (Somebody one : List.of(bikers.get(1), cyclists.get(0), cyclists.get(1), cyclists.get(2))) {
            say(one, proposal, true).statusCode(200).body(at("$.state", equalTo("PROPOSED")));
        }
        assertThat(read(proposal).at("/voices/sameAs/agree").asInt()).isEqualTo(3);

        say(bikers.get(2), proposal, true)
                .statusCode(200)
                .body(at("$.kept", equalTo(cycling)))
                .body(at("$.voices", nullValue()));
        settled(proposal, "MERGED");

        assertThat(tags(bikers.get(3))).containsExactly(cycling);
        bikers.get(3)
                .asks()
                .get("/v1/tags/{tag}", biking)
                .then()
                .body(at("$.tag", equalTo(cycling)))
                .body(at("$.holders", equalTo(9)));
    }

    @Test
    void ofTwoTagsThatPeopleAgreeOnTheOneThatMoreHoldStays() {
        List<Somebody> bikers = holders(2, biking);
        Somebody cyclist = holders(1, cycling).get(0);
        String proposal = proposed(cyclist, biking, cycling);
        say(bikers.get(0), proposal, true).statusCode(200);
        say(bikers.get(1), proposal, true).statusCode(200).body(at("$.kept", equalTo(biking)));
        settled(proposal, "MERGED");

        assertThat(tags(cyclist)).containsExactly(biking);
    }

    @Test
    void whoeverHoldsBothSpeaksOnBothSides() {
        Somebody ada = join("ada");
        ada.caresAbout(biking, cycling);

        propose(ada, biking, cycling).statusCode(202).body(at("$.kept", equalTo(cycling)));
    }

    @Test
    void aFewHoldersOfAWellKnownTagDoNotDecideForEverybody() {
        operator()
                .body(Map.of("label", cycling))
                .put("/v1/tags/{tag}/labels/en", cycling)
                .then()
                .statusCode(200);
        Somebody ada = join("ada");
        ada.caresAbout(biking, cycling);

        String proposal = proposed(ada, cycling, biking);

        assertThat(read(proposal).at("/state").asText()).isEqualTo("PROPOSED");
        for (Somebody one : holders(2, cycling)) {
            say(one, proposal, true).statusCode(200);
        }
        settled(proposal, "MERGED");
    }

    /** Somebody says it again, or a silent or disagreeing holder lets go of it, or leaves. */
    @ParameterizedTest
    @ValueSource(strings = {"again", "silent", "disagreeing", "leaving"})
    void whatIsAgreedWithoutAFurtherVoiceTakesEffectToo(String how) {
        List<Somebody> bikers = holders(4, biking);
        List<Somebody> cyclists = holders(2, cycling);
        String proposal = proposed(cyclists.get(0), biking, cycling);
        say(bikers.get(0), proposal, true).statusCode(200);
        say(bikers.get(1), proposal, true).statusCode(200);
        if (how.equals("again")) {
            letGo(bikers.get(1), biking);
            say(bikers.get(2), proposal, true).statusCode(200);
            say(cyclists.get(1), proposal, true).statusCode(200).body(at("$.state", equalTo("PROPOSED")));
            bikers.get(1).caresAbout(biking);
        } else {
            say(bikers.get(2), proposal, true).statusCode(200);
            switch (how) {
                case "silent" -> letGo(cyclists.get(1), cycling);
                case "leaving" ->
                    cyclists.get(1).asks().delete("/v1/people/me").then().statusCode(204);
                default -> {
                    say(bikers.get(3), proposal, false).statusCode(200);
                    Somebody against = holders(1, biking).get(0);
                    say(against, proposal, false).statusCode(200);
                    say(cyclists.get(1), proposal, true).statusCode(200).body(at("$.state", equalTo("PROPOSED")));
                    letGo(against, biking);
                }
            }
        }

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> read(proposal).path("state").asText().equals("MERGED"));
    }

    @Test
    void whatOthersHoldUpHoldsUpNothingElse() {
        Standstill first = agreedButForSilence(biking, cycling);
        Standstill second = agreedButForSilence(unique("rowing"), unique("paddling"));

        QuarkusTransaction.requiringNew().timeout(60).run(() -> {
            Synonym.findById(UUID.fromString(first.proposal), LockModeType.PESSIMISTIC_WRITE);
            letGo(first.silent, first.tag);
            letGo(second.silent, second.tag);

            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> read(second.proposal).path("state").asText().equals("MERGED"));
            assertThat(read(first.proposal).path("state").asText()).isEqualTo("PROPOSED");
        });

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> read(first.proposal).path("state").asText().equals("MERGED"));
    }

    /** A proposal that is agreed on once somebody silent lets go of a tag. */
    private record Standstill(String proposal, Somebody silent, String tag) {}

    private static Standstill agreedButForSilence(String tag, String sameAs) {
        List<Somebody> some = holders(4, tag);
        List<Somebody> others = holders(2, sameAs);
        String proposal = proposed(others.get(0), tag, sameAs);
        some.subList(0, 3).forEach(one -> say(one, proposal, true).statusCode(200));
        return new Standstill(proposal, others.get(1), sameAs);
    }

    @Test
    void whereMoreThanAThirdDisagreesNothingHappens() {
        List<Somebody> bikers = holders(4, biking);
        Somebody cyclist = holders(1, cycling).get(0);
        String proposal = proposed(cyclist, biking, cycling);
        say(bikers.get(0), proposal, true).statusCode(200);
        say(bikers.get(1), proposal, false).statusCode(200);
        say(bikers.get(2), proposal, false).statusCode(200);
        say(bikers.get(3), proposal, true).statusCode(200).body(at("$.state", equalTo("PROPOSED")));
        bikers.get(2).asks().delete(PATH + "/{id}/voices/me", proposal).then().statusCode(204);
        assertThat(read(proposal).path("state").asText()).isEqualTo("PROPOSED");

        say(bikers.get(1), proposal, true).statusCode(200).body(at("$.kept", equalTo(biking)));
        settled(proposal, "MERGED");
    }

    @Test
    void onlyWhoHoldsOneOfThemHasASay() {
        Somebody biker = holders(1, biking).get(0);
        holders(1, cycling);
        Somebody stranger = join("stranger");
        propose(stranger, biking, cycling).statusCode(403).body(at("$.code", equalTo("not-a-holder")));
        stranger.declares(biking, Map.of("visibility", "PRIVATE"));
        propose(stranger, biking, cycling).statusCode(403);
        String proposal = proposed(biker, biking, cycling);

        say(stranger, proposal, true).statusCode(403).body(at("$.code", equalTo("not-a-holder")));
    }

    @Test
    void whoeverHoldsATagForMatchingOnlySpeaksButIsNotCounted() {
        Somebody biker = holders(1, biking).get(0);
        holders(1, cycling);
        String proposal = proposed(biker, biking, cycling);
        Somebody secret = join("secret");
        secret.declares(cycling, Map.of("visibility", "MATCH_ONLY"));

        say(secret, proposal, true).statusCode(200).body(at("$.state", equalTo("PROPOSED")));
    }

    @Test
    void aTagThatIsKnownFromHiddenInterestsAloneIsNotTold() {
        Somebody biker = holders(1, biking).get(0);
        Somebody secret = join("secret");
        secret.declares(cycling, Map.of("visibility", "MATCH_ONLY"));

        for (Somebody one : List.of(biker, secret)) {
            propose(one, biking, cycling).statusCode(404).body(at("$.code", equalTo("unknown-tag")));
        }
        operator().body(pair(biking, cycling, null)).post(PATH).then().statusCode(404);
        propose(biker, biking, unique("never-said")).statusCode(404);
    }

    @Test
    void aProposalIsShownWhileItsTagsMayBe() {
        Somebody biker = holders(1, biking).get(0);
        Somebody cyclist = holders(1, cycling).get(0);
        String proposal = proposed(biker, biking, cycling);
        Somebody reader = join("reader");
        reader.asks().queryParam("tag", biking).get(PATH).then().body(at("$.items[*].id", contains(proposal)));
        cyclist.declares(cycling, Map.of("visibility", "MATCH_ONLY"));

        reader.asks().get(PATH + "/{id}", proposal).then().statusCode(404);
        reader.asks().queryParam("tag", biking).get(PATH).then().body(at("$.items", empty()));
        say(biker, proposal, true).statusCode(404).body(at("$.code", equalTo("unknown-synonym")));
    }

    @Test
    void whatIsOneAlreadyOrProposedAlreadyIsRefused() {
        Somebody biker = holders(1, biking).get(0);
        Somebody cyclist = holders(1, cycling).get(0);
        propose(biker, biking, biking.toUpperCase(java.util.Locale.ROOT))
                .statusCode(409)
                .body(at("$.code", equalTo("same-tag")));
        proposed(biker, biking, cycling);
        propose(cyclist, cycling, biking).statusCode(409).body(at("$.code", equalTo("already-proposed")));
        merged(biking, cycling);

        propose(biker, biking, cycling).statusCode(409).body(at("$.code", equalTo("same-tag")));
    }

    @Test
    void nobodyHasManyProposalsOpen() {
        Somebody biker = join("biker");
        Somebody cyclist = holders(1, cycling).get(0);
        List<String> words = Stream.generate(() -> unique("biking"))
                .limit(SynonymProposals.MOST_OPEN + 1)
                .toList();
        biker.caresAbout(words.toArray(String[]::new));
        String first = proposed(biker, words.get(0), cycling);
        words.subList(1, SynonymProposals.MOST_OPEN).forEach(word -> proposed(biker, word, cycling));
        String last = words.get(SynonymProposals.MOST_OPEN);

        propose(biker, last, cycling).statusCode(409).body(at("$.code", equalTo("too-many-proposals")));

        propose(cyclist, last, cycling).statusCode(201);
        operator().delete(PATH + "/{id}", first).then().statusCode(200);
        proposed(biker, words.get(0), cycling);
    }

    @Test
    void whatIsProposedTakesEffectAtOnceWhereTheOperatorSaysSo() {
        Somebody biker = holders(2, biking).get(0);
        holders(1, cycling);
        String proposal = proposed(biker, biking, cycling);

        assertThat(merged(biking, cycling)).isEqualTo(proposal);
        assertThat(tags(biker)).containsExactly(cycling);
        say(biker, proposal, false).statusCode(409).body(at("$.code", equalTo("proposal-over")));
    }

    @Test
    void theOperatorEndsAProposal() {
        Somebody biker = holders(1, biking).get(0);
        holders(1, cycling);
        String proposal = proposed(biker, biking, cycling);
        biker.asks().delete(PATH + "/{id}", proposal).then().statusCode(403);

        operator().delete(PATH + "/{id}", proposal).then().statusCode(200).body(at("$.state", equalTo("DECLINED")));
        operator()
                .delete(PATH + "/{id}", proposal)
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("nothing-to-undo")));
        proposed(biker, cycling, biking);
    }

    @Test
    void proposalsOfATagThatHasGivenWayAreOver() {
        Somebody biker = holders(1, biking).get(0);
        holders(1, cycling);
        String velo = unique("velo");
        holders(1, velo);
        String proposal = proposed(biker, biking, velo);
        merged(biking, cycling);

        say(biker, proposal, true).statusCode(404);
        proposed(biker, biking, velo);
        assertThat(tags(biker)).containsExactly(cycling);
    }

    @Test
    void theOneBecomesALabelOfTheOtherInALanguage() {
        String radeln = unique("Radeln");
        Somebody radler = holders(2, radeln).get(0);
        holders(1, cycling);
        String id = id(operator()
                .body(pair(radeln, cycling, "de-DE"))
                .post(PATH)
                .then()
                .statusCode(202));
        settled(id, "MERGED");

        radler.asks()
                .header("Accept-Language", "de-DE")
                .get("/v1/tags/{tag}", radeln)
                .then()
                .body(at("$.tag", equalTo(cycling)))
                .body(at("$.label", equalTo(radeln)));
        undone(id);
        radler.asks()
                .header("Accept-Language", "de-DE")
                .get("/v1/tags/{tag}", cycling)
                .then()
                .body(at("$.label", equalTo(cycling)));
    }

    @Test
    void theOldNameStillResolves() {
        holders(1, biking);
        Somebody cyclist = holders(1, cycling).get(0);
        merged(biking, cycling);
        Somebody ada = join("ada");
        ada.caresAbout(biking.replace("-", " "));

        assertThat(tags(ada)).containsExactly(cycling);
        assertThat(interests(ada).at("/items/0/label").asText()).isEqualTo(biking.replace("-", " "));
        cyclist.asks().queryParam("prefix", biking).get("/v1/tags").then().body(at("$.items[0].tag", equalTo(cycling)));
        cyclist.asks()
                .queryParam("tag", biking)
                .queryParam("state", "MERGED")
                .get(PATH)
                .then()
                .body(at("$.items[*].kept", contains(cycling)));
        cyclist.asks().get("/v1/tags?limit=100").then().body(at("$.items[*].tag", not(hasItem(biking))));
        String handle = unique("imported");
        operator()
                .contentType("application/x-ndjson")
                .body("{\"handle\":\"%s\",\"interests\":[\"%s\"]}"
                        .formatted(handle, biking)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(202);
        cyclist.asks().get("/v1/tags/{tag}", cycling).then().body(at("$.holders", equalTo(4)));
        ada.asks().delete("/v1/people/me/interests/{tag}", biking).then().statusCode(204);
        assertThat(tags(ada)).isEmpty();
    }

    @Test
    void whoeverLeavesTakesTheirVoiceAlong() {
        List<Somebody> bikers = holders(4, biking);
        holders(1, cycling);
        String proposal = proposed(bikers.get(0), biking, cycling);
        say(bikers.get(1), proposal, true).statusCode(200);
        say(bikers.get(2), proposal, true).statusCode(200);
        assertThat(read(proposal).at("/voices/tag/agree").asInt()).isEqualTo(3);

        bikers.get(1).asks().delete("/v1/people/me").then().statusCode(204);

        assertThat(read(proposal).at("/voices/tag/agree").asText()).isEqualTo("<3");
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsPlace() {
        Somebody biker = holders(1, biking).get(0);

        propose(biker, "--", cycling).statusCode(400).body(at("$.errors[0].pointer", equalTo("/tag")));
        biker.asks()
                .body(Map.of("tag", biking))
                .post(PATH)
                .then()
                .statusCode(400)
                .body(at("$.errors[0].pointer", equalTo("/sameAs")));
        biker.asks()
                .body(pair(biking, cycling, "not_a_language"))
                .post(PATH)
                .then()
                .statusCode(400)
                .body(at("$.errors[0].pointer", equalTo("/language")));
        biker.asks().get(PATH + "?state=SOON").then().statusCode(400);
        say(biker, UUID.randomUUID().toString(), true).statusCode(404).body(at("$.code", equalTo("unknown-synonym")));
        biker.asks()
                .body("{}")
                .put(PATH + "/{id}/voices/me", UUID.randomUUID())
                .then()
                .statusCode(400)
                .body(at("$.errors[0].pointer", equalTo("/agrees")));
    }
}
