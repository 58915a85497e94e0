package org.coterie.synonyms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.coterie.synonyms.Words.PATH;
import static org.coterie.synonyms.Words.holders;
import static org.coterie.synonyms.Words.interests;
import static org.coterie.synonyms.Words.merged;
import static org.coterie.synonyms.Words.tags;
import static org.coterie.synonyms.Words.undone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coterie.Door.Somebody;
import org.coterie.tags.TagMoves;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What moves when two tags become one, and what comes back when they are two again. */
@QuarkusTest
@Tag("http")
class MergeTest {

    private static final List<String> LANGUAGES = List.of("de", "es", "fi", "fr", "it", "nb", "pl", "pt");

    private final Kept kept;
    private final MergeQueue queue;
    private final TagMoves moves;
    private final String biking = unique("biking");
    private final String cycling = unique("cycling");
    private final String cooking = unique("cooking");

    MergeTest(DataSource database, MergeQueue queue, TagMoves moves) {
        this.kept = new Kept(database);
        this.queue = queue;
        this.moves = moves;
    }

    /** Somebody whom no group is proposed to, while nobody else here speaks the same. */
    private static Somebody speaking(String language) {
        return join(Map.of("handle", unique("speaker"), "languages", List.of(language)));
    }

    private static JsonNode hold(Somebody person, String tag, Map<String, ?> how) {
        return json(person.asks()
                .body(how)
                .put("/v1/people/me/interests/{tag}", tag)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static void letGo(Somebody person, String tag) {
        person.asks().delete("/v1/people/me/interests/{tag}", tag).then().statusCode(204);
    }

    private static JsonNode begin(Somebody founder, String... tags) {
        return json(founder.asks()
                .body(Map.of(
                        "name",
                        "Riders",
                        "purpose",
                        Map.of("statement", "Riding " + tags[0] + " together.", "tags", List.of(tags))))
                .post("/v1/groups")
                .then()
                .statusCode(201)
                .extract()
                .asString());
    }

    private static JsonNode group(Somebody reader, JsonNode group) {
        return json(reader.asks()
                .get("/v1/groups/{id}", group.path("id").asText())
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static List<String> purpose(JsonNode group) {
        List<String> tags = new ArrayList<>();
        group.at("/purpose/tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    @Test
    void whoHeldBothKeepsTheStrongerAsNewAsTheNewer() {
        Somebody ada = join("ada");
        hold(ada, biking, Map.of("strength", 5, "stance", "OFFER", "why", "I mend them."));
        JsonNode newer = hold(ada, cycling, Map.of("strength", 2));
        JsonNode before = interests(ada);
        String id = merged(biking, cycling);

        JsonNode after = interests(ada).path("items");
        assertThat(after).hasSize(1);
        assertThat(after.get(0).path("tag").asText()).isEqualTo(cycling);
        assertThat(after.get(0).path("label").asText()).isEqualTo(biking);
        assertThat(after.get(0).path("strength").asInt()).isEqualTo(5);
        assertThat(after.get(0).path("why").asText()).isEqualTo("I mend them.");
        assertThat(after.get(0).path("expressedAt")).isEqualTo(newer.path("expressedAt"));
        undone(id);
        assertThat(interests(ada)).isEqualTo(before);
    }

    @Test
    void whoPutsBackWhatTheyHaveReadOfTwoTagsBeforeLosesNothing() {
        Somebody ada = join("ada");
        hold(ada, biking.toUpperCase(Locale.ROOT), Map.of("strength", 4, "stance", "SEEK"));
        hold(ada, cycling, Map.of("strength", 3, "visibility", "PRIVATE", "stance", "OFFER"));
        holders(1, cycling);
        JsonNode before = interests(ada).path("items");
        String id = merged(biking, cycling);
        putBack(ada, before)
                .body(at("$.items[*].visibility", contains("PUBLIC")))
                .body(at("$.items[*].strength", contains(4)));
        undone(id);

        JsonNode after = interests(ada).path("items");
        assertThat(after).hasSize(2);
        for (String member : List.of("tag", "label", "stance", "visibility", "strength")) {
            assertThat(after.findValuesAsText(member)).isEqualTo(before.findValuesAsText(member));
        }
    }

    @Test
    void whoPutsBackWhatTheyHaveReadAmidSeveralMergesHoldsAllAsBeforeWhenTheyAreUndone() {
        String velo = unique("velo");
        Somebody ada = join("ada");
        hold(ada, biking, Map.of("strength", 5));
        hold(ada, cycling, Map.of("strength", 3, "visibility", "PRIVATE"));
        hold(ada, velo, Map.of("strength", 2, "stance", "OFFER"));
        Stream.of(cycling, velo).forEach(tag -> holders(1, tag));
        JsonNode before = interests(ada).path("items");
        String first = merged(biking, cycling);
        JsonNode read = interests(ada).path("items");
        String second = merged(cycling, velo);
        putBack(ada, read);
        undone(second);
        undone(first);

        JsonNode after = interests(ada).path("items");
        for (String member : List.of("tag", "label", "stance", "visibility", "strength")) {
            assertThat(after.findValuesAsText(member)).isEqualTo(before.findValuesAsText(member));
        }
    }

    private static ValidatableResponse putBack(Somebody person, JsonNode items) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (JsonNode item : items) {
            Map<String, Object> one = new HashMap<>();
            for (String member : List.of("tag", "stance", "visibility")) {
                one.put(member, item.path(member).asText());
            }
            one.put("strength", item.path("strength").asInt());
            all.add(one);
        }
        return person.asks()
                .body(Map.of("interests", all))
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"true, 4, 2, 4", "false, 4, 2, 4", "true, 2, 4, 4", "false, 2, 4, 4"})
    void ofTwoNamesOfOneTagTheStrongerCountsWhoeverSaysThem(boolean byImport, int first, int second, int counts) {
        holders(1, biking);
        holders(1, cycling);
        Somebody ada = join("ada");
        merged(biking, cycling);
        String both = """
                [{"tag":"%s","strength":%d},{"tag":"%s","strength":%d}]""".formatted(cycling, first, biking, second);
        if (byImport) {
            imported("{\"handle\":\"%s\",\"interests\":%s}".formatted(ada.handle(), both));
        } else {
            ada.asks()
                    .body("{\"interests\":%s}".formatted(both))
                    .put("/v1/people/me/interests")
                    .then()
                    .statusCode(200);
        }

        assertThat(tags(ada)).containsExactly(cycling);
        assertThat(interests(ada).at("/items/0/strength").asInt()).isEqualTo(counts);
    }

    @Test
    void whatIsSaidOfEachAtOnceIsHeldOfEachWhenTwoAreTwoAgain() {
        String velo = unique("velo");
        holders(1, biking);
        holders(1, cycling);
        holders(1, velo);
        Somebody both = join("both");
        Somebody all = join("all");
        Somebody first = join("first");
        first.caresAbout(biking);
        String one = merged(biking, cycling);
        both.caresAbout(biking, cycling);
        first.caresAbout(biking, cycling, cooking);
        String two = merged(cycling, velo);
        all.asks()
                .body(Map.of(
                        "interests",
                        List.of(
                                Map.of("tag", biking, "strength", 2),
                                Map.of("tag", cycling, "strength", 5),
                                Map.of("tag", velo, "strength", 4))))
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200)
                .body(at("$.items[*].strength", contains(5)));
        undone(two);
        assertThat(tags(all)).containsExactly(cycling, velo);
        undone(one);

        assertThat(tags(both)).containsExactlyInAnyOrder(biking, cycling);
        assertThat(tags(first)).containsExactlyInAnyOrder(biking, cycling, cooking);
        assertThat(tags(all)).containsExactly(cycling, velo, biking);
        assertThat(kept.before(one) + kept.before(two)).isZero();
    }

    @Test
    void whatWasKeptQuietIsNotTold() {
        Somebody ada = join("ada");
        hold(ada, biking, Map.of("strength", 5, "visibility", "PRIVATE", "why", "Nobody is to know."));
        hold(ada, cycling, Map.of("strength", 1));
        Somebody grace = join("grace");
        hold(grace, biking, Map.of("visibility", "MATCH_ONLY"));
        holders(1, biking);
        merged(biking, cycling);

        assertThat(interests(ada).at("/items/0/strength").asInt()).isEqualTo(1);
        assertThat(interests(ada).at("/items/0/visibility").asText()).isEqualTo("PUBLIC");
        assertThat(interests(ada).findPath("why").isMissingNode()).isTrue();
        assertThat(interests(grace).at("/items/0/visibility").asText()).isEqualTo("MATCH_ONLY");
        ada.asks().get("/v1/tags/{tag}", biking).then().body(at("$.holders", equalTo("<3")));
    }

    @Test
    void purposesMoveAndOneThatStatesBothStatesOne() {
        Somebody ada = join("ada");
        ada.caresAbout(biking, cycling, cooking);
        JsonNode one = begin(ada, biking, cooking);
        JsonNode both = begin(ada, cycling, cooking, biking);
        String members = "/v1/groups/%s/members".formatted(both.path("id").asText());
        String reasons = ada.asks().get(members).asString();
        Map<String, List<String>> before = kept.under(kept.tag(biking), kept.tag(cycling));
        String id = merged(biking, cycling);

        assertThat(purpose(group(ada, one))).containsExactly(cycling, cooking);
        assertThat(group(ada, one).at("/purpose/statement")).isEqualTo(one.at("/purpose/statement"));
        assertThat(purpose(group(ada, both))).containsExactly(cycling, cooking);
        assertThat(json(ada.asks().get(members).asString()).findValuesAsText("tag"))
                .containsExactlyInAnyOrder(cycling, cooking);
        ada.asks()
                .queryParam("tag", biking)
                .get("/v1/groups")
                .then()
                .body(at(
                        "$.items[*].id",
                        contains(one.path("id").asText(), both.path("id").asText())));
        undone(id);
        assertThat(kept.under(kept.tag(biking), kept.tag(cycling))).isEqualTo(before);
        assertThat(ada.asks().get(members).asString()).isEqualTo(reasons);
    }

    @Test
    void peopleOfBothNamesAreSuggestedToEachOtherAndBecomeAGroup() {
        Somebody ada = join("ada");
        ada.caresAbout(biking);
        Somebody grace = join("grace");
        grace.caresAbout(biking);
        Somebody alan = join("alan");
        alan.caresAbout(cycling);
        merged(biking, cycling);

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> alan.asks()
                        .get("/v1/people/me/suggestions")
                        .then()
                        .statusCode(200)
                        .body(at("$.groups[0].invited", equalTo(true)))
                        .body(at("$.groups[0].group.memberCount", equalTo(3))));
        Somebody hedy = join("hedy");
        hedy.caresAbout(biking);
        hedy.asks().get("/v1/people/me/suggestions").then().body(at("$.people[*].person.id", hasItem(alan.id())));
    }

    @Test
    void signalsAndWhatWasNotMeantFollow() {
        holders(1, biking);
        holders(1, cycling);
        Somebody ada = speaking("de");
        String text = "#%s and #%s, and %s".formatted(tagged(biking), tagged(cycling), cooking);
        holders(1, cooking);
        String said = "/v1/people/me/signals/"
                + json(ada.asks()
                                .body(Map.of("text", text))
                                .post("/v1/people/me/signals")
                                .asString())
                        .path("id")
                        .asText();
        JsonNode phrase = json(ada.asks()
                .body(Map.of("text", "I like " + biking))
                .post("/v1/people/me/signals")
                .asString());
        Somebody grace = speaking("fr");
        String rejected = "/v1/people/me/signals/"
                + json(grace.asks()
                                .body(Map.of("text", "I like " + biking))
                                .post("/v1/people/me/signals")
                                .asString())
                        .path("id")
                        .asText();
        grace.asks().delete(rejected + "/tags/{tag}", biking).then().statusCode(204);
        Map<String, List<String>> before = kept.under(kept.tag(biking), kept.tag(cycling));
        String signals = ada.asks().get("/v1/people/me/signals").asString();
        String id = merged(biking, cycling);

        assertThat(json(ada.asks().get(said).asString()).findValuesAsText("tag"))
                .containsExactlyInAnyOrder(cycling, cooking);
        assertThat(tags(ada)).containsExactly(cycling);
        grace.asks()
                .body(Map.of("text", "Still " + cycling))
                .post("/v1/people/me/signals")
                .then()
                .body(at("$.tags[*].tag", not(hasItem(cycling))));
        undone(id);
        assertThat(kept.under(kept.tag(biking), kept.tag(cycling))).isEqualTo(before);
        assertThat(ada.asks().get("/v1/people/me/signals").asString()).isEqualTo(signals);
        assertThat(phrase.findValuesAsText("tag")).containsExactly(biking);
    }

    @Test
    void whatWasNotMeantAndIsTakenBackSinceStaysAway() {
        holders(1, biking);
        holders(1, cycling);
        Somebody ada = join("ada");
        ada.asks()
                .body(Map.of("verdict", "WRONG"))
                .put("/v1/people/me/corrections/{tag}", biking)
                .then()
                .statusCode(200);
        String id = merged(biking, cycling);
        ada.asks().delete("/v1/people/me/corrections/{tag}", cycling).then().statusCode(204);
        undone(id);

        ada.asks().get("/v1/people/me/corrections").then().body(at("$.items", hasSize(0)));
        assertThat(kept.before(id)).isZero();
    }

    @Test
    void aReasonOfSinceGoesWithTheTagThatItsOwnerHoldsNoMore() {
        Somebody ada = join("ada");
        hold(ada, biking, Map.of());
        hold(ada, cooking, Map.of());
        holders(1, cycling);
        JsonNode before = begin(ada, biking, cooking);
        Somebody grace = join("grace");
        grace.caresAbout(cycling);
        String id = merged(biking, cycling);
        JsonNode since = begin(ada, cycling, cooking);
        JsonNode hers = begin(grace, cycling);
        assertThat(reasons(ada, since)).containsExactlyInAnyOrder(cycling, cooking);
        undone(id);

        assertThat(reasons(ada, since)).containsExactly(cooking);
        assertThat(reasons(ada, before)).containsExactlyInAnyOrder(biking, cooking);
        assertThat(reasons(grace, hers)).containsExactly(cycling);
    }

    @Test
    void whatWasSaidSinceByTheOldNameGoesBackAndWhatWasSaidByTheOtherStays() {
        holders(1, biking);
        holders(1, cycling);
        Somebody before = speaking("de");
        before.caresAbout(biking);
        String id = merged(biking, cycling);
        List<Somebody> people = List.of(speaking("es"), speaking("fi"));
        List<String> names = List.of(biking, cycling);
        Map<String, List<JsonNode>> said = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Somebody person = people.get(i);
            said.put(
                    names.get(i),
                    List.of(say(person, "I like " + names.get(i)), say(before, "I love " + names.get(i))));
            begin(person, names.get(i), cooking);
            person.asks()
                    .contentType("application/merge-patch+json")
                    .body(Map.of("matching", Map.of("notTheOnlyOneWith", List.of(names.get(i)))))
                    .patch("/v1/people/me")
                    .then()
                    .statusCode(200);
            Somebody corrected = join("corrected");
            corrected
                    .asks()
                    .body(Map.of("verdict", "WRONG"))
                    .put("/v1/people/me/corrections/{tag}", names.get(i))
                    .then()
                    .statusCode(200);
            Somebody rejecting = speaking("pl");
            JsonNode signal = say(rejecting, "I like " + names.get(i));
            rejecting
                    .asks()
                    .delete(
                            "/v1/people/me/signals/{id}/tags/{tag}",
                            signal.path("id").asText(),
                            names.get(i))
                    .then()
                    .statusCode(204);
        }
        undone(id);

        said.forEach((name, signals) -> assertThat(
                        List.of(found(people.get(names.indexOf(name)), signals.get(0)), found(before, signals.get(1))))
                .allSatisfy(found -> assertThat(found).contains(name).doesNotContain(other(name))));
        for (String name : names) {
            UUID tag = kept.tag(name);
            assertThat(kept.under(tag)).satisfies(rows -> {
                assertThat(rows.get("rejected_tag")).hasSize(2);
                assertThat(rows.get("group_tag")).hasSize(1);
                assertThat(rows.get("person")).hasSize(1);
            });
            people.get(names.indexOf(name))
                    .asks()
                    .get("/v1/people/me")
                    .then()
                    .body(at("$.matching.notTheOnlyOneWith", contains(name)));
        }
    }

    @Test
    void whatWasFoundSinceByTheOldNameWithAnotherEndingGoesBack() {
        holders(1, biking);
        holders(1, cycling);
        String id = merged(biking, cycling);
        String bikes = "I like " + biking.replace("biking", "bikes");
        Somebody ada = speaking("en-GB");
        Somebody grace = speaking("en-GB");
        Somebody alan = speaking("en-GB");
        JsonNode undecided = say(ada, bikes);
        JsonNode cycled = say(grace, "I " + cycling.replace("cycling", "cycled"));
        JsonNode meant = say(alan, bikes);
        JsonNode notMeant = say(grace, bikes);
        assertThat(found(ada, undecided)).containsExactly(cycling);
        assertThat(found(alan, meant)).containsExactly(cycling);
        String signalTag = "/v1/people/me/signals/{id}/tags/{tag}";
        alan.asks().put(signalTag, meant.path("id").asText(), biking).then().statusCode(200);
        grace.asks()
                .delete(signalTag, notMeant.path("id").asText(), biking)
                .then()
                .statusCode(204);

        undone(id);

        assertThat(found(ada, undecided)).containsExactly(biking);
        assertThat(found(grace, cycled)).containsExactly(cycling);
        assertThat(found(alan, meant)).containsExactly(biking);
        assertThat(tags(alan)).containsExactly(biking);
        assertThat(kept.under(kept.tag(biking)).get("rejected_tag")).hasSize(1);
    }

    private static void call(String tag, String language, String label, String... synonyms) {
        operator()
                .body(Map.of("label", label, "synonyms", List.of(synonyms)))
                .put("/v1/tags/{tag}/labels/{language}", tag, language)
                .then()
                .statusCode(200);
    }

    private static List<String> called(String tag) {
        return json(operator().get("/v1/tags/{tag}/labels", tag).asString())
                .path("items")
                .findParents("language")
                .stream()
                .map(JsonNode::toString)
                .toList();
    }

    @Test
    void whatGaveWayIsLabelledAgainWhenItsLabelsHaveBeenTakenBack() {
        holders(1, biking);
        holders(1, cycling);
        call(biking, "en", "Biking " + biking);
        String id = merged(biking, cycling);
        operator().delete("/v1/tags/{tag}/labels/en", biking).then().statusCode(204);

        call(biking, "en", "Bike rides " + biking);

        assertThat(called(cycling)).singleElement().asString().contains("Bike rides");
        undone(id);
        assertThat(called(biking)).singleElement().asString().contains("Bike rides");
        assertThat(called(cycling)).isEmpty();
    }

    /** What is kept of a tag itself. */
    private String itself(String tag) {
        return String.valueOf(kept.under(kept.tag(tag)).get("tag"));
    }

    @Test
    void whatATagIsCalledSinceGoesToTheOneByWhoseNameThatWasSaid() {
        holders(1, biking);
        holders(1, cycling);
        String radeln = unique("Radeln");
        String radfahren = unique("Radfahren");
        String veloFahren = unique("Velo fahren");
        String bici = unique("bici");
        String sykling = unique("sykling");
        String drahtesel = unique("Drahtesel");
        call(biking, "de", radeln);
        call(biking, "es", bici);
        call(cycling, "de", radfahren);
        call(cycling, "nb", sykling);
        String id = merged(biking, cycling);
        call(cycling, "de", veloFahren, radfahren, radeln);
        call(biking, "de", drahtesel, veloFahren, radeln);
        call(biking, "en", unique("Biking"));
        operator().delete("/v1/tags/{tag}/labels/es", biking).then().statusCode(204);
        operator().delete("/v1/tags/{tag}/labels/nb", biking).then().statusCode(204);
        List<String> english = called(biking).stream()
                .filter(label -> label.contains("\"en\""))
                .toList();
        undone(id);

        assertThat(called(biking))
                .anySatisfy(label -> assertThat(List.of(label)).isEqualTo(english))
                .anySatisfy(
                        label -> assertThat(label).contains(drahtesel, radeln).doesNotContain(veloFahren))
                .hasSize(2);
        assertThat(called(cycling))
                .anySatisfy(label ->
                        assertThat(label).contains(veloFahren, radfahren).doesNotContain(radeln))
                .anySatisfy(label -> assertThat(label).contains(sykling))
                .hasSize(2);
        operator().get("/v1/tags/{tag}", cycling).then().body(at("$.label", equalTo(cycling)));
        for (String name : List.of(radfahren, veloFahren, sykling)) {
            operator().get("/v1/tags/{tag}", name).then().body(at("$.tag", equalTo(cycling)));
        }
        for (String name : List.of(drahtesel, radeln)) {
            operator().get("/v1/tags/{tag}", name).then().body(at("$.tag", equalTo(biking)));
        }
        assertThat(kept.before(id)).isZero();
    }

    @Test
    void whatATagIsCalledByTheOldNameMakesTheOtherNoBetterKnown() {
        holders(1, biking);
        holders(1, cycling);
        String before = itself(cycling);
        String id = merged(biking, cycling);
        call(biking, "de", unique("Radeln"));
        call(biking, "en", unique("Biking"));
        assertThat(itself(cycling)).isNotEqualTo(before);
        undone(id);

        assertThat(called(cycling)).isEmpty();
        assertThat(called(biking)).hasSize(2);
        assertThat(itself(cycling)).isEqualTo(before);
    }

    @Test
    void ofMovesThatBuildOnEachOtherEachGivesBackWhatWasSaidByItsName() {
        String velo = unique("velo");
        String tram = unique("tram");
        holders(1, biking);
        holders(1, cycling);
        holders(1, velo);
        holders(1, tram);
        String first = merged(biking, cycling);
        String second = merged(tram, cycling);
        String third = merged(cycling, velo);
        String german = unique("Radeln");
        String spanish = unique("bici");
        String norwegian = unique("sykling");
        call(biking, "de", german);
        call(tram, "es", unique("tranvia"));
        call(velo, "es", spanish);
        call(cycling, "nb", norwegian);
        undone(third);

        assertThat(called(velo))
                .hasSize(1)
                .allSatisfy(label -> assertThat(label).contains(spanish));
        assertThat(called(cycling)).hasSize(3);
        undone(second);
        assertThat(called(tram)).hasSize(1);
        undone(first);
        assertThat(called(biking))
                .hasSize(1)
                .allSatisfy(label -> assertThat(label).contains(german));
        assertThat(called(cycling))
                .hasSize(1)
                .allSatisfy(label -> assertThat(label).contains(norwegian));
    }

    @Test
    void theOldNameLeadsOnWhateverTheTagIsCalledInItsLanguage() {
        holders(1, biking);
        holders(1, cycling);
        String id = Words.id(operator()
                .body(Words.pair(biking, cycling, "de"))
                .post(PATH)
                .then()
                .statusCode(202));
        Words.settled(id, "MERGED");
        call(cycling, "de", unique("Radfahren"));

        operator().get("/v1/tags/{tag}", biking).then().body(at("$.tag", equalTo(cycling)));
    }

    private String other(String name) {
        return name.equals(biking) ? cycling : biking;
    }

    private static JsonNode say(Somebody person, String text) {
        return json(person.asks()
                .body(Map.of("text", text))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(201)
                .extract()
                .asString());
    }

    private static List<String> found(Somebody person, JsonNode signal) {
        return json(person.asks()
                        .get("/v1/people/me/signals/{id}", signal.path("id").asText())
                        .asString())
                .findValuesAsText("tag");
    }

    @Test
    void aGroupOfSinceByTheOldNameKeepsItsReasons() {
        Somebody ada = join("ada");
        ada.caresAbout(biking, cooking);
        holders(1, cycling);
        String id = merged(biking, cycling);
        JsonNode since = begin(ada, biking, cooking);
        assertThat(reasons(ada, since)).containsExactlyInAnyOrder(cycling, cooking);
        undone(id);

        assertThat(purpose(group(ada, since))).containsExactly(biking, cooking);
        assertThat(reasons(ada, since)).containsExactlyInAnyOrder(biking, cooking);
    }

    /** The tags by which somebody is in a group. */
    private static List<String> reasons(Somebody member, JsonNode group) {
        List<String> tags = new ArrayList<>();
        for (JsonNode mine :
                json(member.asks().get("/v1/people/me/groups").asString()).path("items")) {
            if (mine.at("/group/id").equals(group.path("id"))) {
                mine.path("because")
                        .forEach(reason -> tags.add(reason.path("tag").asText()));
            }
        }
        return tags;
    }

    private static String tagged(String tag) {
        return tag.replace('-', '_');
    }

    @Test
    void whatPeopleHaveChangedSinceStaysChangedUnderTheNameThatTheyUsed() {
        Somebody stronger = join("stronger");
        stronger.caresAbout(biking, cooking);
        Somebody renamed = join("renamed");
        renamed.caresAbout(biking);
        Somebody gone = join("gone");
        gone.caresAbout(biking, cooking);
        Somebody both = join("both");
        both.caresAbout(biking, cycling);
        Somebody leaving = join("leaving");
        leaving.caresAbout(biking);
        holders(1, cycling);
        String id = merged(biking, cycling);
        JsonNode changed = hold(stronger, biking, Map.of("strength", 5));
        hold(renamed, cycling, Map.of("strength", 1));
        hold(both, cycling, Map.of("strength", 4));
        letGo(gone, biking);
        Somebody newcomer = join("newcomer");
        newcomer.caresAbout(biking, cooking);
        Somebody other = join("other");
        other.caresAbout(cycling);
        Somebody writer = join("writer");
        String signal = writer.asks()
                .body(Map.of("text", "Who is into #" + tagged(biking)))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        leaving.asks().delete("/v1/people/me").then().statusCode(204);
        hold(stronger, cooking, Map.of("strength", 1));
        undone(id);

        assertThat(tags(stronger)).containsExactly(biking, cooking);
        assertThat(interests(stronger).at("/items/0/strength").asInt()).isEqualTo(5);
        assertThat(interests(stronger).at("/items/0/expressedAt")).isEqualTo(changed.path("expressedAt"));
        assertThat(interests(stronger).at("/items/1/strength").asInt()).isEqualTo(1);
        assertThat(tags(renamed)).containsExactly(biking);
        assertThat(interests(renamed).at("/items/0/label").asText()).isEqualTo(biking);
        assertThat(interests(renamed).at("/items/0/strength").asInt()).isEqualTo(1);
        assertThat(tags(gone)).containsExactly(cooking);
        assertThat(tags(both)).containsExactly(cycling, biking);
        assertThat(interests(both).at("/items/0/strength").asInt()).isEqualTo(4);
        assertThat(interests(both).at("/items/1/strength").asInt()).isEqualTo(3);
        assertThat(tags(newcomer)).containsExactlyInAnyOrder(biking, cooking);
        assertThat(tags(other)).containsExactly(cycling);
        assertThat(tags(writer)).containsExactly(biking);
        writer.asks().get("/v1/people/me/signals/{id}", signal).then().body(at("$.tags[*].tag", contains(biking)));
        assertThat(kept.before(id)).isZero();
    }

    @Test
    void whoSaysATagByTheNameOfTheOtherHoldsWhatTheyHeldBesideItWhenTwoAreTwoAgain() {
        holders(1, biking);
        holders(1, cycling);
        Map<Somebody, List<JsonNode>> held = new HashMap<>();
        List<String> names = List.of(biking, cycling);
        for (String first : names) {
            Somebody somebody = join("somebody");
            held.put(somebody, new ArrayList<>());
            held.get(somebody).add(hold(somebody, first, Map.of("strength", 4, "why", "I like it.")));
        }
        Somebody both = join("both");
        names.forEach(name -> hold(both, name, Map.of("strength", 3)));
        held.put(both, new ArrayList<>());
        String id = merged(biking, cycling);
        held.forEach((somebody, theirs) -> {
            String first =
                    theirs.isEmpty() ? cycling : theirs.get(0).path("tag").asText();
            if (theirs.isEmpty()) {
                theirs.add(hold(somebody, capital(cycling), Map.of("strength", 2)));
            }
            theirs.add(hold(somebody, capital(other(first)), Map.of("strength", 1)));
        });
        Somebody newcomer = join("newcomer");
        held.put(
                newcomer,
                List.of(
                        hold(newcomer, capital(cycling), Map.of("strength", 5)),
                        hold(newcomer, capital(biking), Map.of("strength", 2))));
        undone(id);

        held.forEach((somebody, theirs) -> {
            JsonNode now = interests(somebody).path("items");
            assertThat(now).hasSize(2);
            for (int i = 0; i < theirs.size(); i++) {
                for (String field : List.of("label", "strength", "why", "expressedAt")) {
                    assertThat(now.get(i).path(field)).isEqualTo(theirs.get(i).path(field));
                }
            }
        });
        assertThat(kept.before(id)).isZero();
    }

    @Test
    void whatIsImportedByTheOldNameGoesBackWheneverItWasSaid() {
        String velo = unique("velo");
        for (String tag : List.of(biking, cycling, velo)) {
            holders(1, tag);
        }
        String one = merged(biking, cycling);
        String two = merged(cycling, velo);
        Map<String, List<Somebody>> people = new HashMap<>();
        Instant earlier = Instant.now().minus(Duration.ofDays(2));
        for (String name : List.of(biking, cycling, velo)) {
            Somebody newcomer = join("newcomer");
            Somebody holder = join("holder");
            holder.caresAbout(name);
            people.put(name, List.of(newcomer, holder));
            people.get(name).forEach(person -> imported("""
                    {"handle":"%s","interests":[{"tag":"%s","expressedAt":"%s"}]}""".formatted(person.handle(), name, earlier)));
        }
        Somebody both = join("both");
        imported("""
                {"handle":"%1$s","interests":[{"tag":"%2$s","expressedAt":"%4$s"},{"tag":"%3$s","expressedAt":"%4$s"}]}""".formatted(both.handle(), biking, velo, earlier));
        undone(two);
        assertThat(tags(both)).containsExactlyInAnyOrder(cycling, velo);
        assertThat(people.get(biking))
                .allSatisfy(person -> assertThat(tags(person)).containsExactly(cycling));
        undone(one);

        people.forEach((name, theirs) ->
                assertThat(theirs).allSatisfy(person -> assertThat(tags(person)).containsExactly(name)));
        assertThat(tags(both)).containsExactlyInAnyOrder(biking, velo);
        assertThat(kept.before(one) + kept.before(two)).isZero();
    }

    @Test
    void whoIsImportedByTheNameOfTheOtherHoldsWhatTheyHeldBesideItWhenTwoAreTwoAgain() {
        holders(1, biking);
        holders(1, cycling);
        Instant earlier = Instant.now().minus(Duration.ofDays(2));
        Map<Somebody, String> held = new HashMap<>();
        for (String first : List.of(biking, cycling)) {
            Somebody before = join("before");
            hold(before, first, Map.of("strength", 4, "why", "I like it."));
            held.put(before, first);
        }
        String id = merged(biking, cycling);
        for (String first : List.of(biking, cycling)) {
            Somebody since = join("since");
            held.put(since, first);
            imported("""
                    {"handle":"%s","interests":[{"tag":"%s","strength":4,"why":"I like it.","expressedAt":"%s"}]}""".formatted(since.handle(), first, earlier));
        }
        held.forEach((person, first) -> imported("""
                {"handle":"%s","interests":[{"tag":"%s","strength":2}]}""".formatted(person.handle(), capital(other(first)))));
        Somebody both = join("both");
        imported("""
                {"handle":"%s","interests":[{"tag":"%s","strength":4,"why":"I like it."},{"tag":"%s","strength":2}]}""".formatted(both.handle(), biking, cycling));
        held.put(both, biking);
        assertThat(interests(both).findValuesAsText("strength")).containsExactly("4");
        undone(id);

        held.forEach((person, first) -> {
            assertThat(tags(person)).containsExactly(first, other(first));
            assertThat(interests(person).findValuesAsText("strength")).containsExactly("4", "2");
            assertThat(interests(person).at("/items/0/why").asText()).isEqualTo("I like it.");
        });
        assertThat(kept.before(id)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasSaidByANameThatIsTakenBackSinceIsOfTheTagThatWasCalledSo(boolean replaced) {
        String velo = unique("velo");
        holders(1, biking);
        holders(1, cycling);
        call(biking, "fr", velo);
        Somebody before = join("before");
        before.caresAbout(biking, cycling);
        String id = merged(biking, cycling);
        Somebody since = join("since");
        hold(since, velo, Map.of());
        hold(before, velo, Map.of("strength", 5));
        Somebody saying = join("saying");
        JsonNode signal = say(saying, "I like #" + velo);
        Somebody first = join("first");
        hold(first, velo, Map.of("strength", 4));
        if (replaced) {
            call(biking, "fr", unique("bicyclette"));
        } else {
            operator().delete("/v1/tags/{tag}/labels/fr", biking).then().statusCode(204);
        }
        hold(first, capital(cycling), Map.of("strength", 2));
        undone(id);

        assertThat(tags(since)).containsExactly(biking);
        assertThat(tags(before)).containsExactly(biking, cycling);
        assertThat(tags(saying)).containsExactly(biking);
        assertThat(found(saying, signal)).containsExactly(biking);
        assertThat(tags(first)).containsExactly(biking, cycling);
        assertThat(kept.before(id)).isZero();
    }

    private static String capital(String tag) {
        return tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1);
    }

    @Test
    void whatSomebodyMeansByTheOldNameIsTheirsWhenTwoAreTwoAgain() {
        holders(1, biking);
        holders(1, cycling);
        Somebody ada = join("ada");
        Somebody grace = join("grace");
        Map<Somebody, String> signals = new HashMap<>();
        for (Somebody somebody : List.of(ada, grace)) {
            String text = "I like %s and %s".formatted(biking, cycling);
            signals.put(somebody, say(somebody, text).path("id").asText());
        }
        String id = merged(biking, cycling);
        Map.of(ada, biking, grace, cycling)
                .forEach((somebody, name) -> somebody.asks()
                        .body(Map.of("confirm", List.of(name)))
                        .put("/v1/people/me/signals/{id}/tags", signals.get(somebody))
                        .then()
                        .statusCode(200)
                        .body(at("$.tags[*].tag", contains(cycling)))
                        .body(at("$.tags[*].confirmed", contains(true))));
        assertThat(tags(ada)).containsExactly(cycling);
        undone(id);

        Map.of(ada, biking, grace, cycling).forEach((somebody, name) -> {
            assertThat(tags(somebody)).containsExactly(name);
            somebody.asks()
                    .get("/v1/people/me/signals/{id}", signals.get(somebody))
                    .then()
                    .body(at("$.tags[*].tag", contains(biking, cycling)))
                    .body(at("$.tags[?(@.confirmed == true)].tag", contains(name)));
        });
    }

    @Test
    void whatWasSaidInSignalsByANameIsAnInterestInThatOneWhenTwoAreTwoAgain() {
        Somebody biker = holders(1, biking).get(0);
        Somebody cyclist = holders(1, cycling).get(0);
        Somebody both = join("both");
        Somebody unasked = holders(1, cycling).get(0);
        String id = merged(biking, cycling);
        String bikes = "#" + tagged(biking);
        String cycles = "#" + tagged(cycling);
        Map<Somebody, JsonNode> signals = new HashMap<>();
        signals.put(biker, say(biker, cycles));
        signals.put(cyclist, say(cyclist, bikes));
        signals.put(both, say(both, bikes + " " + cycles));
        signals.put(unasked, say(unasked, "I love " + biking));
        undone(id);

        assertThat(found(biker, signals.get(biker))).containsExactly(cycling);
        assertThat(found(cyclist, signals.get(cyclist))).containsExactly(biking);
        assertThat(found(both, signals.get(both))).containsExactlyInAnyOrder(biking, cycling);
        assertThat(found(unasked, signals.get(unasked))).containsExactly(biking);
        for (Somebody one : List.of(biker, cyclist, both)) {
            assertThat(tags(one)).containsExactlyInAnyOrder(biking, cycling);
        }
        assertThat(tags(unasked)).containsExactly(cycling);
        biker.asks()
                .delete(
                        "/v1/people/me/signals/{id}",
                        signals.get(biker).path("id").asText())
                .then()
                .statusCode(204);
        assertThat(tags(biker)).containsExactly(biking);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "0, 1, 1", "1, 0, 0", "1, 0, 1"})
    void whatASignalSaidThatIsGoneComesBackOfNeither(int first, int second, int gone) {
        List<String> names = List.of(biking, cycling);
        holders(1, biking);
        holders(1, cycling);
        Somebody ada = join("ada");
        Map<Integer, JsonNode> said = new HashMap<>();
        for (int name : List.of(first, second)) {
            said.put(name, say(ada, "I like #" + tagged(names.get(name))));
        }
        String id = merged(biking, cycling);
        unsay(ada, Objects.requireNonNull(said.get(gone)));
        undone(id);

        assertThat(tags(ada)).containsExactly(other(names.get(gone)));
    }

    private static void unsay(Somebody person, JsonNode signal) {
        person.asks()
                .delete("/v1/people/me/signals/{id}", signal.path("id").asText())
                .then()
                .statusCode(204);
    }

    @Test
    void whatAnotherSignalStillSaysComesBack() {
        holders(1, biking);
        Somebody ada = join("ada");
        ada.caresAbout(cycling);
        say(ada, "one #" + tagged(biking));
        JsonNode second = say(ada, "two #" + tagged(biking));
        String id = merged(biking, cycling);
        unsay(ada, second);
        undone(id);

        assertThat(tags(ada)).containsExactlyInAnyOrder(biking, cycling);
    }

    @Test
    void whatIsTakenBackAndSaidAnewIsHeldByTheNameOfSinceAlone() {
        holders(1, cycling);
        Somebody one = join("one");
        one.caresAbout(biking);
        List<Somebody> both = List.of(join("first"), join("second"));
        both.forEach(somebody -> {
            hold(somebody, biking, Map.of("strength", 5));
            hold(somebody, cycling, Map.of());
        });
        String id = merged(biking, cycling);
        letGo(one, biking);
        hold(one, cycling, Map.of());
        both.forEach(somebody -> letGo(somebody, cycling));
        hold(both.get(0), biking, Map.of("strength", 1));
        hold(both.get(1), cycling, Map.of());
        undone(id);

        assertThat(tags(one)).containsExactly(cycling);
        assertThat(tags(both.get(0))).containsExactly(biking);
        assertThat(interests(both.get(0)).at("/items/0/strength").asInt()).isEqualTo(1);
        assertThat(tags(both.get(1))).containsExactly(cycling);
        assertThat(kept.before(id)).isZero();
    }

    @Test
    void whatAnImportTakesAwayAndIsSaidAnewIsHeldByTheNameOfSinceAlone() {
        holders(1, cycling);
        List<Somebody> people = List.of(join("one"), join("first"), join("second"));
        people.get(0).caresAbout(biking);
        people.get(1).caresAbout(biking, cycling);
        people.get(2).caresAbout(biking, cycling);
        String id = merged(biking, cycling);
        people.forEach(person -> imported("""
                {"handle":"%s","interests":["%s"]}""".formatted(person.handle(), cooking)));
        hold(people.get(0), cycling, Map.of());
        hold(people.get(1), cycling, Map.of());
        hold(people.get(2), biking, Map.of());
        undone(id);

        assertThat(tags(people.get(0))).containsExactlyInAnyOrder(cooking, cycling);
        assertThat(tags(people.get(1))).containsExactlyInAnyOrder(cooking, cycling);
        assertThat(tags(people.get(2))).containsExactlyInAnyOrder(cooking, biking);
        assertThat(kept.before(id)).isZero();
    }

    private static void imported(String line) {
        String id = operator()
                .contentType("application/x-ndjson")
                .body(line.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> operator().get("/v1/imports/" + id).path("state").equals("SUCCEEDED"));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whatIsTakenBackByHandComesBackOfNoEarlierSignalOfEither(boolean byImport) {
        holders(1, biking);
        holders(1, cycling);
        Somebody ada = join("ada");
        JsonNode first = say(ada, "I like #" + tagged(biking));
        JsonNode both = say(ada, "I like #%s and #%s".formatted(tagged(biking), tagged(cycling)));
        String id = merged(biking, cycling);
        JsonNode since = say(ada, "I like #%s and #%s".formatted(tagged(cycling), tagged(biking)));
        if (byImport) {
            imported("""
                    {"handle":"%s","interests":["%s"]}""".formatted(ada.handle(), cooking));
        } else {
            hold(ada, cooking, Map.of());
            letGo(ada, cycling);
        }
        JsonNode later = say(ada, "I like #" + tagged(cycling));
        unsay(ada, later);
        assertThat(tags(ada)).containsExactly(cooking);
        undone(id);

        assertThat(tags(ada)).containsExactly(cooking);
        for (JsonNode before : List.of(first, both, since)) {
            ada.asks()
                    .get("/v1/people/me/signals/{id}", before.path("id").asText())
                    .then()
                    .body(at("$.tags[?(@.confirmed == true)]", empty()));
        }
        for (String tag : List.of(biking, cycling)) {
            unsay(ada, say(ada, "I like #" + tagged(tag)));
        }
        assertThat(tags(ada)).containsExactly(cooking);
    }

    @Test
    void withWhomSomebodyWantsToBeIsCalledAsTheySayItSince() {
        holders(1, biking);
        holders(1, cycling);
        List<List<String>> before = List.of(List.of(biking), List.of(biking), List.of(biking, cycling));
        List<List<String>> since = List.of(List.of(cycling), List.of(cycling, cooking), List.of(biking));
        List<Somebody> people = before.stream()
                .map(names -> {
                    Somebody person = join("kindred");
                    wantsToBeWith(person, names);
                    return person;
                })
                .toList();
        String id = merged(biking, cycling);
        for (int i = 0; i < people.size(); i++) {
            wantsToBeWith(people.get(i), since.get(i));
        }
        undone(id);

        for (int i = 0; i < people.size(); i++) {
            people.get(i)
                    .asks()
                    .get("/v1/people/me")
                    .then()
                    .body(at("$.matching.notTheOnlyOneWith", equalTo(since.get(i))));
        }
    }

    private static void wantsToBeWith(Somebody person, List<String> tags) {
        person.asks()
                .contentType("application/merge-patch+json")
                .body(Map.of("matching", Map.of("notTheOnlyOneWith", tags)))
                .patch("/v1/people/me")
                .then()
                .statusCode(200);
    }

    @Test
    void whoNamesTheOneInTheMiddleHoldsItToo() {
        String velo = unique("velo");
        Somebody ada = join("ada");
        ada.caresAbout(biking);
        holders(1, cycling);
        holders(1, velo);
        String first = merged(biking, cycling);
        String second = merged(cycling, velo);
        hold(ada, cycling, Map.of("strength", 5));
        undone(second);
        assertThat(tags(ada)).containsExactly(cycling);
        undone(first);

        assertThat(tags(ada)).containsExactly(cycling, biking);
    }

    @Test
    void whoPutsBackWhatWasCalledAsTheOneInTheMiddleHoldsWhatTheyWrote() {
        String velo = unique("velo");
        Somebody ada = join("ada");
        ada.caresAbout(biking);
        holders(1, cycling);
        holders(1, velo);
        String first = merged(biking, cycling);
        String read = tags(ada).get(0);
        String second = merged(cycling, velo);
        ada.asks()
                .body(Map.of("interests", List.of(Map.of("tag", read), Map.of("tag", cooking))))
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200);
        undone(second);
        undone(first);

        assertThat(tags(ada)).containsExactlyInAnyOrder(biking, cooking);
    }

    @Test
    void aCorrectionByTheTagThatWasReadGoesBackToTheNameOfItsOwner() {
        Somebody ada = join("ada");
        ada.caresAbout(biking);
        holders(1, cycling);
        String id = merged(biking, cycling);
        ada.asks()
                .body(Map.of("verdict", "WRONG"))
                .put("/v1/people/me/corrections/{tag}", cycling)
                .then()
                .statusCode(200);
        undone(id);

        assertThat(tags(ada)).isEmpty();
        ada.asks().get("/v1/people/me/corrections").then().body(at("$.items[*].tag", contains(biking)));
    }

    @Test
    void ofTwoMovesThatFollowEachOtherTheLastIsUndoneFirst() {
        String velo = unique("velo");
        Somebody ada = join("ada");
        ada.caresAbout(biking, velo);
        Somebody grace = join("grace");
        grace.caresAbout(biking, cycling, velo);
        holders(1, cycling);
        List<JsonNode> before = List.of(interests(ada), interests(grace));
        String first = merged(biking, cycling);
        String second = merged(cycling, velo);
        assertThat(tags(ada)).containsExactly(velo);
        ada.asks().get("/v1/tags/{tag}", biking).then().body(at("$.tag", equalTo(velo)));

        operator()
                .delete(PATH + "/{id}", first)
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("merged-further")))
                .body(at("$.detail", containsString(second)));
        undone(second);
        undone(first);
        assertThat(List.of(interests(ada), interests(grace))).isEqualTo(before);
        operator().delete(PATH + "/{id}", first).then().statusCode(409).body(at("$.code", equalTo("nothing-to-undo")));
    }

    @Test
    void oneThatTookInAnotherLaterIsUndoneLast() {
        String velo = unique("velo");
        Somebody ada = join("ada");
        ada.caresAbout(biking, velo, cooking);
        holders(1, cycling);
        JsonNode before = interests(ada);
        String first = merged(biking, cycling);
        String second = merged(velo, cycling);

        operator().delete(PATH + "/{id}", first).then().statusCode(409);
        undone(second);
        undone(first);
        assertThat(interests(ada)).isEqualTo(before);
    }

    @Test
    void withWhomSomebodyWantsToBeFollowsItsTag() {
        holders(1, cycling);
        Somebody ada = join("ada");
        ada.caresAbout(biking);
        ada.asks()
                .contentType("application/merge-patch+json")
                .body(Map.of("matching", Map.of("notTheOnlyOneWith", List.of(biking, cooking, cycling))))
                .patch("/v1/people/me")
                .then()
                .statusCode(200);
        String before = ada.asks().get("/v1/people/me").asString();
        String id = merged(biking, cycling);

        ada.asks().get("/v1/people/me").then().body(at("$.matching.notTheOnlyOneWith", contains(cycling, cooking)));
        undone(id);
        assertThat(ada.asks().get("/v1/people/me").asString()).isEqualTo(before);
    }

    @Test
    void whoWouldBeTheOnlyOneAgainIsInvitedNoLonger() {
        Somebody ada = join("ada");
        ada.caresAbout(cooking, cycling);
        ada.asks()
                .contentType("application/merge-patch+json")
                .body(Map.of("matching", Map.of("notTheOnlyOneWith", List.of(cycling))))
                .patch("/v1/people/me")
                .then()
                .statusCode(200);
        join("grace").caresAbout(cooking, biking);
        join("joan").caresAbout(cooking);
        String id = merged(biking, cycling);
        isIn(ada, 1);

        undone(id);

        isIn(ada, 0);
    }

    private static void isIn(Somebody person, int groups) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> person.asks().get("/v1/people/me/groups").then().body(at("$.items", hasSize(groups))));
    }

    @Test
    void whoeverLeavesLeavesNothingBehind() {
        Somebody ada = join("ada");
        ada.caresAbout(biking, cycling);
        ada.asks()
                .body(Map.of("text", "#" + tagged(biking)))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(201);
        begin(ada, biking);
        String id = merged(biking, cycling);
        long names = kept.rows("select * from moved_tag_key where move_id = '%s'".formatted(id))
                .size();
        long groups = kept.rows("select * from moved_group_tag where move_id = '%s'".formatted(id))
                .size();
        long tags = 1;
        assertThat(kept.before(id)).isGreaterThan(tags + names + groups);

        ada.asks().delete("/v1/people/me").then().statusCode(204);

        assertThat(kept.before(id)).isEqualTo(tags + names + groups);
    }

    @Test
    void whatAProcessHasLeftAndWhatCameLateIsTakenUp() {
        Somebody ada = join("ada");
        ada.caresAbout(biking, cooking);
        holders(1, cycling);
        UUID old = kept.tag(biking);
        String id = merged(biking, cycling);
        UUID stays = kept.tag(cycling);
        String late = "update interest set tag_id = '%s' where person_id = '%s' and tag_id = '%s'";
        kept.write(late.formatted(old, ada.id(), stays));
        kept.write("""
                update synonym set state = 'MERGING', queued_at = merged_at, worker = '%s',
                    heartbeat_at = timestamp '2026-01-01 00:00:00' where id = '%s'""".formatted(UUID.randomUUID(), id));
        Words.settled(id, "MERGED");
        assertThat(tags(ada)).containsExactly(cooking, cycling).doesNotContain(biking);

        kept.write(late.formatted(old, ada.id(), stays));
        kept.write("update synonym set look_again_at = merged_at where id = '%s'".formatted(id));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> tags(ada).contains(cycling));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> kept.rows("select * from tag_move where id = '%s'".formatted(id))
                        .isEmpty());
        undone(id);
        assertThat(tags(ada)).containsExactlyInAnyOrder(biking, cooking);
    }

    @Test
    void whoUndoesWhatIsJustBeingDoneIsToldWhenToTryAgain() {
        Somebody ada = join("ada");
        ada.caresAbout(biking, cooking);
        holders(1, cycling);
        String id = merged(biking, cycling);
        String working = "update synonym set state = 'MERGING', queued_at = merged_at, worker = '%s',"
                + " heartbeat_at = timestamp '%s-01-01 00:00:00' where id = '%s'";
        kept.write(working.formatted(UUID.randomUUID(), 2100, id));

        operator()
                .delete(PATH + "/" + id)
                .then()
                .statusCode(409)
                .header("Retry-After", equalTo("5"))
                .body(at("$.code", equalTo("merge-under-way")));

        kept.write(working.formatted(UUID.randomUUID(), 2026, id));
        Words.settled(id, "MERGED");
        undone(id);
    }

    @Test
    void whoeverWritesWhileItIsBeingDoneFindsTheirsMovedAlready() {
        Somebody ada = join("ada");
        JsonNode before = hold(ada, biking, Map.of("strength", 5));
        Somebody grace = join("grace");
        grace.caresAbout(biking);
        holders(1, cycling);
        UUID old = kept.tag(biking);
        merged(biking, cycling);
        UUID stays = kept.tag(cycling);
        for (Somebody person : List.of(ada, grace)) {
            kept.write("update interest set tag_id = '%s' where person_id = '%s' and tag_id = '%s'"
                    .formatted(old, person.id(), stays));
        }

        hold(ada, biking, Map.of("strength", 1));
        letGo(grace, biking);

        assertThat(interests(ada).path("items")).hasSize(1);
        assertThat(interests(ada).at("/items/0/strength").asInt()).isEqualTo(1);
        assertThat(before.path("strength").asInt()).isEqualTo(5);
        assertThat(tags(grace)).isEmpty();
    }

    @Test
    void whatWasBeforeIsForgottenWhenItCannotBeUndoneAnyMore() {
        Somebody ada = join("ada");
        ada.caresAbout(biking, cycling);
        String id = merged(biking, cycling);
        assertThat(kept.before(id)).isPositive();
        kept.write("update synonym set undo_until = merged_at, look_again_at = null where id = '%s'".formatted(id));

        operator().delete(PATH + "/{id}", id).then().statusCode(409).body(at("$.code", equalTo("too-late-to-undo")));
        queue.forgetWhatIsSettled(Instant.now());
        assertThat(kept.before(id)).isZero();
        assertThat(Words.read(id).has("undoUntil")).isFalse();
    }

    /** While there is one nothing is moved. */
    private UUID formationUnderWay() {
        UUID formation = UUID.randomUUID();
        kept.write("""
                insert into formation (id, state, progress, min_size, max_size, groups_per_person, seed, dry_run,
                    requested_at, heartbeat_at)
                values ('%s', 'RUNNING', 0, 3, 8, 1, 1, false, current_timestamp, timestamp '2999-01-01 00:00:00')""".formatted(formation));
        return formation;
    }

    private void over(UUID formation) {
        kept.write("delete from formation where id = '%s'".formatted(formation));
    }

    @Test
    void whileItIsUndoneEverybodyReadsTheNamesOfWhatTheyHold() {
        List<Somebody> riders = holders(3, biking);
        Somebody ada = riders.get(0);
        Somebody grace = riders.get(1);
        Somebody joan = riders.get(2);
        wantsOthersWith(joan, biking);
        say(ada, "#" + tagged(biking));
        holders(1, cycling);
        String id = merged(biking, cycling);
        UUID formation = formationUnderWay();
        operator().delete(PATH + "/{id}", id).then().statusCode(202);

        List<Map<String, String>> all = new ArrayList<>();
        tags(ada).forEach(tag -> all.add(Map.of("tag", tag)));
        all.add(Map.of("tag", cooking));
        ada.asks()
                .body(Map.of("interests", all))
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200);
        letGo(grace, tags(grace).get(0));
        joan.asks().get("/v1/people/me").then().body(at("$.matching.notTheOnlyOneWith", contains(biking)));
        joan.asks()
                .body(Map.of("verdict", "WRONG"))
                .put("/v1/people/me/corrections/{tag}", tags(joan).get(0))
                .then()
                .statusCode(200);

        assertThat(Words.read(id).path("state").asText()).isEqualTo("UNDOING");
        ada.asks().get("/v1/people/me/signals").then().body(at("$.items[*].tags[*].tag", contains(biking)));
        over(formation);
        Words.settled(id, "UNDONE");
        assertThat(tags(ada)).containsExactlyInAnyOrder(biking, cooking);
        assertThat(tags(grace)).isEmpty();
        assertThat(tags(joan)).isEmpty();
        joan.asks().get("/v1/people/me/corrections").then().body(at("$.items[*].tag", contains(biking)));
    }

    private static void wantsOthersWith(Somebody person, String tag) {
        person.asks()
                .contentType("application/merge-patch+json")
                .body(Map.of("matching", Map.of("notTheOnlyOneWith", List.of(tag))))
                .patch("/v1/people/me")
                .then()
                .statusCode(200);
    }

    @Test
    void groupsThatAreBeingFormedAreFormedToTheEndFirst() {
        Somebody ada = join("ada");
        ada.caresAbout(biking);
        holders(1, cycling);
        UUID formation = formationUnderWay();
        assertThat(moves.isInTheWay()).isTrue();
        String id = Words.id(operator()
                .body(Words.pair(biking, cycling, null))
                .post(PATH)
                .then()
                .statusCode(202));
        assertThat(moves.isAtWork()).isTrue();
        assertThat(Words.read(id).path("state").asText()).isEqualTo("AGREED");
        ada.asks().get("/v1/tags/{tag}", biking).then().body(at("$.tag", equalTo(cycling)));
        over(formation);

        Words.settled(id, "MERGED");
        assertThat(tags(ada)).containsExactly(cycling);
        assertThat(moves.isAtWork()).isFalse();
    }

    /** People at random, of whom some change what has nothing to do with it while the two tags are one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void doneAndUndoneIsAsIfItHadNeverBeen(long seed) {
        var random = new Random(seed);
        List<Somebody> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            people.add(somebody(random, LANGUAGES.get(i)));
        }
        holders(1, biking);
        holders(1, cycling);
        if (random.nextBoolean()) {
            operator()
                    .body(Map.of("label", unique("Radeln"), "synonyms", List.of(unique("Radfahren"))))
                    .put("/v1/tags/{tag}/labels/de", random.nextBoolean() ? biking : cycling)
                    .then()
                    .statusCode(200);
        }
        UUID one = kept.tag(biking);
        UUID other = kept.tag(cycling);
        Map<String, List<String>> before = kept.under(one, other);
        List<List<JsonNode>> read = people.stream().map(MergeTest::relevant).toList();
        String id = random.nextBoolean() ? merged(biking, cycling) : merged(cycling, biking);
        for (Somebody person : people) {
            if (random.nextBoolean()) {
                hold(person, unique("other"), Map.of());
            }
        }
        undone(id);

        assertThat(kept.under(one, other)).isEqualTo(before);
        assertThat(people.stream().map(MergeTest::relevant).toList()).isEqualTo(read);
        assertThat(kept.before(id)).isZero();
    }

    /** What they hold, without what they have said since. */
    private static List<JsonNode> relevant(Somebody person) {
        List<JsonNode> relevant = new ArrayList<>();
        for (JsonNode item : interests(person).path("items")) {
            if (!item.path("tag").asText().startsWith("other")) {
                relevant.add(item);
            }
        }
        return relevant;
    }

    private Somebody somebody(Random random, String language) {
        Somebody person = speaking(language);
        for (String tag : List.of(biking, cycling, cooking)) {
            if (random.nextInt(3) > 0) {
                Map<String, Object> how = new HashMap<>();
                how.put("strength", 1 + random.nextInt(5));
                how.put("stance", List.of("SHARE", "OFFER", "SEEK").get(random.nextInt(3)));
                how.put(
                        "visibility",
                        List.of("PUBLIC", "PUBLIC", "MATCH_ONLY", "PRIVATE").get(random.nextInt(4)));
                if (random.nextBoolean()) {
                    how.put("why", "Because of %d.".formatted(random.nextInt(100)));
                }
                if (random.nextInt(3) == 0) {
                    how.put("until", "2099-01-0%dT00:00:00Z".formatted(1 + random.nextInt(9)));
                }
                hold(person, tag, how);
            }
            if (random.nextInt(3) == 0) {
                person.asks()
                        .body(Map.of("text", "I say #%s and #%s".formatted(tagged(tag), tagged(cycling))))
                        .post("/v1/people/me/signals")
                        .then()
                        .statusCode(201);
            }
        }
        if (random.nextInt(3) == 0) {
            begin(person, random.nextBoolean() ? biking : cycling, cooking);
        }
        if (random.nextInt(3) == 0) {
            begin(person, biking, cycling);
        }
        if (random.nextInt(3) == 0) {
            person.asks()
                    .contentType("application/merge-patch+json")
                    .body(Map.of("matching", Map.of("notTheOnlyOneWith", List.of(biking, cycling))))
                    .patch("/v1/people/me")
                    .then()
                    .statusCode(200);
        }
        return person;
    }
}
