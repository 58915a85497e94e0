package org.coterie.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That an answer is put together again where something was written that it depends on, and not where nothing was. */
@QuarkusTest
@Tag("http")
class UnchangedTest {

    private static final String HOME = "/v1/home";
    private static final String GROUPS = "/v1/people/me/groups";
    private static final String SUGGESTIONS = "/v1/people/me/suggestions";

    @Inject
    DataSource database;

    private final String tag = unique("sundials");
    private Somebody ada;
    private Somebody bob;

    @BeforeEach
    void peopleJoin() {
        ada = join("ada");
        bob = join("bob");
    }

    private static Response readAgain(Somebody who, String path, String name) {
        return asIn(who.asks(), "en").header("If-None-Match", name).get(path);
    }

    private static RequestSpecification asIn(RequestSpecification asks, String language) {
        return asks.header("Accept-Language", language);
    }

    private static String nameOf(Somebody who, String path) {
        return asIn(who.asks(), "en").get(path).then().statusCode(200).extract().header("ETag");
    }

    /** What it is called once all is told that has happened: events get their place a moment later. */
    private static String settled(Somebody reader, String path) {
        return await().until(
                        () -> nameOf(reader, path),
                        name -> readAgain(reader, path, name).statusCode() == 304);
    }

    /** Somebody has read this, it is still so, somebody else writes something, and it is another answer. */
    private static JsonNode changes(Somebody reader, String path, Runnable write) {
        String before = settled(reader, path);
        write.run();
        Response after = readAgain(reader, path, before);
        assertThat(after.statusCode()).as(path).isEqualTo(200);
        return json(after.asString());
    }

    @Test
    void whatSomebodyElseSaysOfThemselvesIsThereAtOnce() {
        ada.caresAbout(tag);

        for (String path : List.of(HOME, SUGGESTIONS)) {
            changes(ada, path, () -> bob.caresAbout(tag));
            changes(ada, path, () -> change(bob, Map.of("displayName", unique("Bob"))));
            changes(ada, path, () -> change(bob, Map.of("languages", List.of("fr"))));
            changes(ada, path, () -> change(bob, Map.of("languages", List.of("en"))));
            changes(ada, path, () -> bob.asks().put("/v1/people/me/blocks/" + ada.id()));
            changes(ada, path, () -> bob.asks().delete("/v1/people/me/blocks/" + ada.id()));
            changes(ada, path, () -> call(tag, unique("Dials")));
            changes(
                    ada,
                    path,
                    () -> bob.asks()
                            .delete("/v1/people/me/interests/" + tag)
                            .then()
                            .statusCode(204));
        }
    }

    @Test
    void whatBecomesOfAGroupIsThereAtOnce() {
        ada.caresAbout(tag);
        bob.caresAbout(tag);
        var cem = join("cem");

        JsonNode invited = changes(ada, GROUPS, () -> cem.caresAbout(tag));
        String place = "/v1/groups/" + invited.at("/items/0/group/id").asText() + "/members/me";
        String group = place.replaceFirst("/members/me$", "");
        changes(bob, HOME, () -> cem.asks().put(place).then().statusCode(200));
        changes(ada, group, () -> bob.asks().put(place).then().statusCode(200));
        changes(ada, HOME, () -> ada.asks().put(place).then().statusCode(200));
        changes(bob, GROUPS, () -> call(tag, unique("Dials")));
        changes(bob, group + "/members", () -> change(cem, Map.of("displayName", unique("Cem"))));
        changes(bob, GROUPS, () -> cem.asks().delete(place).then().statusCode(204));
        changes(bob, "/v1/events", () -> cem.asks().put(place).then().statusCode(200));
        changes(bob, HOME, () -> ada.asks().delete("/v1/people/me").then().statusCode(204));
    }

    @Test
    void whatSomebodyWritesThemselvesIsThereAtOnce() {
        String other = unique("linocut");
        bob.caresAbout(other);
        String said = ada.asks()
                .body(Map.of("text", "I like " + other + " and #" + tag, "language", "en"))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^.*(?=/v1/)", "");
        changes(
                ada,
                "/v1/people/me/signals",
                () -> ada.asks().delete(said + "/tags/" + other).then().statusCode(204));
        changes(ada, said, () -> ada.asks().delete(said + "/tags/" + tag).then().statusCode(204));
        changes(
                ada,
                "/v1/people/me/signals",
                () -> ada.asks().delete(said).then().statusCode(204));
        changes(ada, "/v1/people/me/interests", () -> ada.caresAbout(tag, other));
        changes(
                ada,
                "/v1/people/me/interests/" + other,
                () -> ada.asks()
                        .body(Map.of("why", "It lasts."))
                        .put("/v1/people/me/interests/" + other)
                        .then()
                        .statusCode(200));
        changes(bob, "/v1/tags/" + other, () -> call(other, unique("Lino")));
        changes(bob, "/v1/tags?prefix=" + tag, () -> call(tag, unique(tag)));
        changes(
                ada,
                "/v1/people/me/corrections",
                () -> ada.asks()
                        .body(Map.of("verdict", "WRONG"))
                        .put("/v1/people/me/corrections/" + other)
                        .then()
                        .statusCode(200));
        for (String list : List.of("blocks", "avoids", "companions")) {
            String path = "/v1/people/me/" + list;
            changes(
                    ada,
                    path,
                    () -> ada.asks().put(path + "/" + bob.id()).then().statusCode(204));
            ada.asks().delete(path + "/" + bob.id()).then().statusCode(204);
        }
        changes(bob, "/v1/people/" + ada.id(), () -> change(ada, Map.of("displayName", unique("Ada"))));
        changes(ada, "/v1/people/me", () -> change(ada, Map.of("displayName", unique("Ada"))));
    }

    @Test
    void whatIsAnotherQuestionIsAnsweredForItself() {
        String home = nameOf(ada, HOME);
        String other = unique("linocut");
        call(tag, unique("Dials"), "de");
        ada.caresAbout(tag, other);
        bob.caresAbout(tag);
        join("cem").caresAbout(other);
        String english = nameOf(ada, SUGGESTIONS);

        assertThat(readAgain(ada, SUGGESTIONS, english).statusCode()).isEqualTo(304);
        assertThat(asIn(ada.asks(), "de")
                        .header("If-None-Match", english)
                        .get(SUGGESTIONS)
                        .statusCode())
                .isEqualTo(200);
        assertThat(readAgain(ada, SUGGESTIONS + "?limit=1", english).statusCode())
                .isEqualTo(200);
        assertThat(readAgain(bob, SUGGESTIONS, english).statusCode()).isEqualTo(200);
        assertThat(readAgain(ada, HOME, home).statusCode()).isEqualTo(200);
        assertThat(readAgain(ada, HOME, "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void whoDoesNotReadALanguageAsksAnotherQuestionThanWhoReadsItLittle() {
        call(tag, unique("Dials"), "de");
        ada.caresAbout(tag);
        String path = "/v1/tags/" + tag;

        String german = asIn(ada.asks(), "it, de;q=0.5").get(path).header("ETag");

        assertThat(asIn(ada.asks(), "it, de;q=0")
                        .header("If-None-Match", german)
                        .get(path)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatNobodyHasWrittenSinceIsNotPutTogetherAgain() {
        // beside the record of changes, which nobody does; until nothing else is written meanwhile
        await().until(() -> {
            String before = nameOf(ada, HOME);
            rename(ada, unique("Ada"));
            return readAgain(ada, HOME, before).statusCode() == 304;
        });

        Response fresh = ada.asks().get(HOME);
        Response same = readAgain(ada, HOME, nameOf(ada, HOME));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.asString()).isEmpty();
        for (String header : List.of("Cache-Control", "Vary")) {
            assertThat(same.header(header)).isEqualTo(fresh.header(header));
        }
    }

    @Test
    void whatIsFoundLaterInAnImportedMessageIsThereAtOnce() {
        bob.caresAbout(tag);
        String signals = "/v1/people/me/signals";
        // until one is read before it is looked through
        Response unread = await().until(
                        () -> {
                            imports("{\"handle\":\"%s\",\"signals\":[\"%s\"]}"
                                    .formatted(ada.handle(), unique("I like " + tag + " as number")));
                            return asIn(ada.asks(), "en").get(signals);
                        },
                        read -> json(read.asString()).at("/items/0/tags").isEmpty());

        // another question, so that it is put together
        await().until(() -> !json(asIn(ada.asks(), "en")
                        .accept("application/json;q=0.9")
                        .get(signals)
                        .asString())
                .at("/items/0/tags")
                .isEmpty());
        assertThat(readAgain(ada, signals, unread.header("ETag")).statusCode()).isEqualTo(200);
    }

    private static void imports(String line) {
        operator()
                .contentType("application/x-ndjson")
                .body(line.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(202);
    }

    @Test
    void whatBecomesOfAProposalIsThereAtOnce() {
        String other = unique("dials");
        ada.caresAbout(tag);
        bob.caresAbout(other);
        String list = "/v1/synonyms?tag=" + tag;

        JsonNode proposed = changes(
                bob,
                list,
                () -> ada.asks()
                        .body(Map.of("tag", tag, "sameAs", other))
                        .post("/v1/synonyms")
                        .then()
                        .statusCode(201));
        String one = "/v1/synonyms/" + proposed.at("/items/0/id").asText();
        say(bob, one, false);
        String mine = nameOf(bob, one + "/voices/me");
        assertThat(changes(ada, one, () -> say(bob, one, true)).at("/kept").asText())
                .isNotEmpty();
        assertThat(readAgain(bob, one + "/voices/me", mine).statusCode()).isEqualTo(200);

        Response moving = asIn(ada.asks(), "en").get(one);
        becomes("MERGED", ada.asks(), one);
        assertThat(readAgain(ada, one, moving.header("ETag")).statusCode())
                .isEqualTo(isStill("MERGED", moving) ? 304 : 200);
        assertThat(changes(ada, one, () -> operator().delete(one).then().statusCode(202))
                        .at("/state")
                        .asText())
                .startsWith("UNDO");
        Response goingBack = asIn(ada.asks(), "en").get(one);
        becomes("UNDONE", ada.asks(), one);
        assertThat(readAgain(ada, one, goingBack.header("ETag")).statusCode())
                .isEqualTo(isStill("UNDONE", goingBack) ? 304 : 200);
    }

    @Test
    void howFarAFormationIsIsThereAtOnce() {
        String before = asIn(operator(), "en").get("/v1/formations").header("ETag");

        String one = operator()
                .body(Map.of("dryRun", true))
                .post("/v1/formations")
                .then()
                .statusCode(202)
                .extract()
                .header("Location")
                .replaceFirst("^.*(?=/v1/)", "");
        assertThat(asIn(operator(), "en")
                        .header("If-None-Match", before)
                        .get("/v1/formations")
                        .statusCode())
                .isEqualTo(200);
        Response waiting = asIn(operator(), "en").get(one);
        becomes("SUCCEEDED", operator(), one);
        assertThat(asIn(operator(), "en")
                        .header("If-None-Match", waiting.header("ETag"))
                        .get(one)
                        .statusCode())
                .isEqualTo(isStill("SUCCEEDED", waiting) ? 304 : 200);
    }

    /** Waits for it by another question, so that each answer is put together. */
    private static void becomes(String state, RequestSpecification asks, String path) {
        RequestSpecification other = asks.accept("application/json;q=0.9");
        await().until(() -> isStill(state, other.get(path)));
    }

    private static boolean isStill(String state, Response answer) {
        return json(answer.asString()).at("/state").asText().equals(state);
    }

    private static void say(Somebody who, String proposal, boolean agrees) {
        who.asks()
                .body(Map.of("agrees", agrees))
                .put(proposal + "/voices/me")
                .then()
                .statusCode(200);
    }

    @Test
    void whatTheOperatorDoesIsThereAtOnce() {
        operatorSees("/v1/imports", () -> imports("{}"));
        String handle = unique("eve");
        operatorSees("/v1/people?handle=" + handle, () -> imports("{\"handle\":\"%s\"}".formatted(handle)));
        operatorSees(
                "/v1/webhooks",
                () -> operator()
                        .body(Map.of("url", "http://127.0.0.1:9/", "types", List.of("import.finished")))
                        .post("/v1/webhooks")
                        .then()
                        .statusCode(201));
        List<String> hooks =
                json(operator().get("/v1/webhooks").asString()).at("/items").findValuesAsText("id");
        String hook = "/v1/webhooks/" + hooks.get(hooks.size() - 1);
        operatorSees(
                hook,
                () -> operator()
                        .body(Map.of("enabled", false))
                        .patch(hook)
                        .then()
                        .statusCode(200));
        operatorSees("/v1/webhooks", () -> operator().delete(hook).then().statusCode(204));
    }

    private static void operatorSees(String path, Runnable write) {
        String before = asIn(operator(), "en").get(path).header("ETag");
        write.run();
        assertThat(asIn(operator(), "en")
                        .header("If-None-Match", before)
                        .get(path)
                        .statusCode())
                .as(path)
                .isEqualTo(200);
    }

    @Test
    void whoSignsInElsewhereIsThereAtOnceAndWhichTokenIsTheirOwnIsNotMistaken() {
        String tokens = "/v1/people/me/tokens";
        String another = changes(
                        ada, tokens, () -> ada.asks().post(tokens).then().statusCode(201))
                .at("/items/1/id")
                .asText();
        var phone = new Somebody(
                ada.id(),
                ada.handle(),
                json(ada.asks().post(tokens).asString()).at("/token").asText());
        assertThat(readAgain(phone, tokens, nameOf(ada, tokens)).statusCode()).isEqualTo(200);
        changes(
                ada,
                tokens,
                () -> ada.asks().delete(tokens + "/" + another).then().statusCode(204));
    }

    @Test
    void whyNotIsToldAnewWhereSomethingWasWritten() {
        ada.caresAbout(tag);
        changes(
                ada,
                "/v1/people/me/suggestions/why-not",
                () -> ada.asks().delete("/v1/people/me/interests/" + tag).then().statusCode(204));
    }

    @Test
    void whatIsNearAWordIsThereAtOnce() {
        String near = "/v1/tags/" + tag + "e/near";

        changes(bob, near, () -> ada.caresAbout(tag));
        changes(bob, near, () -> call(tag, unique("Dials")));
    }

    @Test
    void whatGoesWithTimeIsToldAMinuteLateAtMost() {
        Instant then = Instant.parse("2026-03-01T12:00:00Z");
        var name = new NamesGiven.Name("\"a\"", 7, then);

        assertThat(name.holds(7, then)).isTrue();
        assertThat(name.holds(7, then.plusSeconds(59))).isTrue();
        assertThat(name.holds(7, then.plus(Duration.ofMinutes(1)))).isFalse();
        assertThat(name.holds(7, then.minusNanos(1))).isFalse();
        assertThat(name.holds(8, then)).isFalse();
    }

    private static void change(Somebody who, Map<String, ?> patch) {
        who.asks().body(patch).patch("/v1/people/me").then().statusCode(200);
    }

    private static void call(String tag, String label) {
        call(tag, label, "en");
    }

    private static void call(String tag, String label, String language) {
        operator()
                .body(Map.of("label", label))
                .put("/v1/tags/" + tag + "/labels/" + language)
                .then()
                .statusCode(200);
    }

    private void rename(Somebody who, String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement rename =
                        connection.prepareStatement("update person set display_name = ? where id = ?")) {
            rename.setString(1, name);
            rename.setObject(2, UUID.fromString(who.id()));
            rename.executeUpdate();
        }
    }
}
