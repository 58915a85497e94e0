package org.coterie.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coterie.Door.Somebody;
import org.coterie.Together;
import org.coterie.accounts.Pass;
import org.coterie.events.EventStore.Placed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("http")
class EventsTest {

    @Inject
    Clock clock;

    @Inject
    Events happened;

    @Inject
    EventStore store;

    @Inject
    Postman postman;

    @Inject
    Publisher publisher;

    private static List<JsonNode> events(Somebody reader) {
        List<JsonNode> events = new ArrayList<>();
        json(reader.asks()
                        .get("/v1/events?limit=100")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .path("items")
                .forEach(events::add);
        return events;
    }

    private static List<String> types(Somebody reader) {
        return events(reader).stream().map(event -> event.path("type").asText()).toList();
    }

    /** Three who share what nobody else does, the last of whom completes the group. */
    private static List<Somebody> invited() {
        String tag = unique("sundials");
        List<Somebody> people =
                Stream.of("ana", "ben", "chi").map(name -> join(name)).toList();
        people.forEach(somebody -> somebody.caresAbout(tag));
        return people;
    }

    private static String group(Somebody somebody) {
        return events(somebody).get(0).at("/data/groupId").asText();
    }

    private static void accept(Somebody somebody, String group) {
        somebody.asks().put("/v1/groups/" + group + "/members/me").then().statusCode(200);
    }

    private static void leave(Somebody somebody, String group) {
        somebody.asks().delete("/v1/groups/" + group + "/members/me").then().statusCode(204);
    }

    @Test
    void aNewcomerWhoCompletesAGroupIsToldToAll() {
        List<Somebody> people = invited();

        for (Somebody somebody : people) {
            List<JsonNode> events = events(somebody);
            assertThat(events).hasSize(1);
            assertThat(events.get(0).path("type").asText()).isEqualTo("invitation.sent");
            assertThat(events.get(0).path("timestamp").asText()).endsWith("Z");
            assertThat(events.get(0).path("data")).hasSize(1);
            assertThat(events.get(0).has("recipients")).isFalse();
            somebody.asks()
                    .get("/v1/groups/" + group(somebody))
                    .then()
                    .statusCode(200)
                    .body(at("$.state", equalTo("PROPOSED")));
        }
    }

    @Test
    void membersHearWhoJoinsThatItComesAboutAndWhoLeaves() {
        List<Somebody> people = invited();
        Somebody ana = people.get(0);
        Somebody ben = people.get(1);
        Somebody chi = people.get(2);
        String group = group(ana);

        accept(ana, group);
        accept(ben, group);
        accept(chi, group);
        leave(ben, group);

        assertThat(types(ana))
                .containsExactly("invitation.sent", "member.joined", "member.joined", "group.activated", "member.left");
        assertThat(types(ben)).containsExactly("invitation.sent", "member.joined", "group.activated");
        assertThat(types(chi)).containsExactly("invitation.sent", "group.activated", "member.left");
        JsonNode left = events(ana).get(4);
        assertThat(left.at("/data/personId").asText()).isEqualTo(ben.id());
        assertThat(left.at("/data/groupId").asText()).isEqualTo(group);
    }

    @Test
    void whoSaysNoIsToldToNobody() {
        List<Somebody> people = invited();
        String group = group(people.get(0));
        accept(people.get(0), group);

        leave(people.get(1), group);

        assertThat(types(people.get(0))).containsExactly("invitation.sent");
    }

    @Test
    void nothingIsHeardOfWhomSomebodyHasBlockedAndTheOtherDoesNotNotice() {
        List<Somebody> people = invited();
        Somebody ana = people.get(0);
        Somebody ben = people.get(1);
        String group = group(ana);
        people.forEach(somebody -> accept(somebody, group));
        assertThat(types(ana)).contains("member.joined");

        List<JsonNode> toldBefore = events(ben);
        ana.asks().put("/v1/people/me/blocks/" + ben.id()).then().statusCode(204);
        assertThat(events(ben)).isEqualTo(toldBefore);
        leave(ben, group);

        assertThat(events(ana))
                .noneMatch(event -> event.at("/data/personId").asText().equals(ben.id()));
        assertThat(types(people.get(2))).contains("member.left");
        ana.asks().delete("/v1/people/me/blocks/" + ben.id()).then().statusCode(204);
        assertThat(types(ana)).contains("member.left");
    }

    @Test
    void companionsHearWhenBothHaveNamedEachOtherAndNotBefore() {
        var ada = join("ada");
        var grace = join("grace");

        ada.asks().put("/v1/people/me/companions/" + grace.id()).then().statusCode(204);
        assertThat(events(grace)).isEmpty();
        grace.asks().put("/v1/people/me/companions/" + ada.id()).then().statusCode(204);

        assertThat(types(ada)).containsExactly("companion.confirmed");
        assertThat(events(grace).get(0).at("/data/personId").asText()).isEqualTo(ada.id());
    }

    @Test
    void whoIsAvoidedHearsNothingOfBeingNamed() {
        var ada = join("ada");
        var grace = join("grace");

        ada.asks().put("/v1/people/me/avoids/" + grace.id()).then().statusCode(204);
        grace.asks().put("/v1/people/me/companions/" + ada.id()).then().statusCode(204);
        ada.asks().put("/v1/people/me/companions/" + grace.id()).then().statusCode(204);

        assertThat(events(grace)).isEmpty();
    }

    @Test
    void anInvitationThatCannotBeAcceptedAnyMoreEndsAndItsOwnerHearsSo() {
        List<Somebody> people = invited();
        Somebody ana = people.get(0);
        Somebody ben = people.get(1);
        accept(ana, group(ana));

        ana.asks().put("/v1/people/me/blocks/" + ben.id()).then().statusCode(204);

        assertThat(types(ben)).containsExactly("invitation.sent", "invitation.ended");
        assertThat(events(ben).get(1).path("data")).hasSize(1);
        assertThat(types(people.get(2))).containsExactly("invitation.sent");
    }

    @Test
    void holdersHearThatItIsProposedThatTagsAreOneAndOnceTheyAreWhoseHasMoved() {
        String bike = unique("bike");
        String cycle = unique("cycle");
        var ada = join("ada");
        var grace = join("grace");
        ada.caresAbout(bike);
        grace.caresAbout(cycle);

        String synonym = json(ada.asks()
                        .body(Map.of("tag", bike, "sameAs", cycle))
                        .post("/v1/synonyms")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString())
                .path("id")
                .asText();

        assertThat(events(ada)).isEmpty();
        assertThat(types(grace)).containsExactly("synonym.proposed");
        assertThat(events(grace).get(0).at("/data/synonymId").asText()).isEqualTo(synonym);
        grace.asks()
                .body(Map.of("agrees", true))
                .put("/v1/synonyms/" + synonym + "/voices/me")
                .then()
                .statusCode(200);
        await().atMost(30, SECONDS).until(() -> types(ada).equals(List.of("synonym.applied")));
        assertThat(types(grace)).containsExactly("synonym.proposed");
    }

    @Test
    void whatHappensToManyIsToldToAHundredAtATime() {
        UUID synonym = UUID.randomUUID();
        List<String> many =
                Stream.generate(UUID::randomUUID).limit(199).map(UUID::toString).toList();
        QuarkusTransaction.requiringNew()
                .run(() -> happened.tell(Fact.synonymProposed(
                        synonym, many.stream().map(UUID::fromString).toList())));

        await().atMost(30, SECONDS).until(() -> about(synonym).size() == 2);

        List<String> told = new ArrayList<>();
        for (JsonNode event : about(synonym)) {
            assertThat(event.path("recipients")).hasSizeLessThanOrEqualTo(100);
            event.path("recipients").forEach(one -> told.add(one.asText()));
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(many);
    }

    /** As the operator reads it, all of it held against the document. */
    private static List<JsonNode> about(UUID synonym) {
        return operator()
                .accept("application/x-ndjson")
                .get("/v1/events")
                .asString()
                .lines()
                .filter(line -> line.contains(synonym.toString()))
                .map(line -> json(line))
                .toList();
    }

    @Test
    void whoCatchesUpReadsEachEventOnceInOneOrder() {
        List<Somebody> people = invited();
        Somebody ana = people.get(0);
        String group = group(ana);
        people.forEach(somebody -> accept(somebody, group));
        List<JsonNode> all = events(ana);
        assertThat(all).hasSize(4);

        for (int i = 0; i < all.size(); i++) {
            String page = ana.asks()
                    .get("/v1/events?limit=100&after=" + all.get(i).path("id").asText())
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            List<JsonNode> rest = new ArrayList<>();
            json(page).path("items").forEach(rest::add);
            assertThat(rest).isEqualTo(all.subList(i + 1, all.size()));
        }
        JsonNode first =
                json(ana.asks().get("/v1/events?limit=3").then().extract().asString());
        assertThat(first.path("items")).hasSize(3);
        ana.asks()
                .get("/v1/events?limit=3&cursor=" + first.path("nextCursor").asText())
                .then()
                .body(at("$.items[0].id", equalTo(all.get(3).path("id").asText())));
    }

    @Test
    void anEventOfSomebodyElseIsUnknown() {
        List<Somebody> people = invited();
        var stranger = join("stranger");
        String id = events(people.get(0)).get(0).path("id").asText();

        for (String after : List.of(id, "nonsense")) {
            for (String path : List.of("/v1/events", "/v1/events/stream")) {
                stranger.asks()
                        .accept("*/*")
                        .get(path + "?after=" + after)
                        .then()
                        .statusCode(404)
                        .body(at("$.code", equalTo("unknown-event")));
            }
        }
    }

    @Test
    void whatHappenedIsForgottenAfterThirtyDaysAndSaidToBe() {
        Somebody ana = invited().get(0);
        String id = events(ana).get(0).path("id").asText();

        sweepIn(Duration.ofDays(29));
        assertThat(events(ana)).hasSize(1);
        sweepIn(Duration.ofDays(31));

        assertThat(events(ana)).isEmpty();
        ana.asks().get("/v1/events?after=" + id).then().statusCode(404).body(at("$.code", equalTo("unknown-event")));
    }

    private void sweepIn(Duration time) {
        boolean more = true;
        while (more) {
            more = postman.sweep(clock.instant().plus(time));
        }
    }

    @Test
    void theOperatorHearsHowImportsAndFormationsEnd() {
        String imported = json(operator()
                        .contentType("application/x-ndjson")
                        .body("{\"handle\":\"%s\"}".formatted(unique("p")).getBytes(UTF_8))
                        .post("/v1/imports")
                        .then()
                        .statusCode(202)
                        .extract()
                        .asString())
                .path("id")
                .asText();
        String formation = json(operator()
                        .body(Map.of("dryRun", true))
                        .post("/v1/formations")
                        .then()
                        .statusCode(202)
                        .extract()
                        .asString())
                .path("id")
                .asText();

        await().atMost(30, SECONDS)
                .until(() -> of(EventData::importId, imported).equals(List.of("SUCCEEDED")));
        await().atMost(30, SECONDS)
                .until(() -> of(EventData::formationId, formation).equals(List.of("SUCCEEDED")));
    }

    /** How something ended that has this id, as the operator is told. */
    private List<String> of(Function<EventData, UUID> thing, String id) {
        publisher.publishSome();
        List<String> ends = new ArrayList<>();
        List<Placed> some = List.of();
        do {
            long last = some.isEmpty() ? 0 : some.get(some.size() - 1).position();
            some = store.after(new Listener(new Pass(null, null, null), null), last, 1_000)
                    .read();
            some.stream()
                    .map(placed -> placed.event().data())
                    .filter(data -> id.equals(String.valueOf(thing.apply(data))))
                    .forEach(data -> ends.add(data.state()));
        } while (!some.isEmpty());
        return ends;
    }

    @Test
    void theOperatorReadsEverybodysAndWhomTheyAreTold() {
        List<Somebody> people = invited();
        String id = events(people.get(0)).get(0).path("id").asText();

        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        while (found.isEmpty()) {
            JsonNode page = json(operator()
                    .get("/v1/events?limit=100&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            page.path("items").forEach(event -> {
                if (event.path("id").asText().equals(id)) {
                    found.add(event);
                }
            });
            cursor = page.path("nextCursor").asText();
        }

        List<String> told = new ArrayList<>();
        found.get(0).path("recipients").forEach(person -> told.add(person.asText()));
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        people.stream().map(Somebody::id).toList());
    }

    @Test
    void whoLeavesTakesTheirEventsAlong() {
        List<Somebody> people = invited();
        Somebody ana = people.get(0);
        String group = group(ana);
        people.forEach(somebody -> accept(somebody, group));

        people.get(1).asks().delete("/v1/people/me").then().statusCode(204);

        people.get(1).asks().get("/v1/events").then().statusCode(401);
        assertThat(types(ana)).endsWith("group.activated", "member.left");
    }

    @Test
    void whoLeavesWhileEventsArePublishedKeepsNobodyFromReadingTheirs() throws Exception {
        Somebody ana = join("ana");
        for (int times = 0; times < 10; times++) {
            List<Somebody> leaving =
                    Stream.generate(() -> join("gone")).limit(4).toList();
            QuarkusTransaction.requiringNew()
                    .run(() -> happened.tell(Fact.synonymProposed(
                            UUID.randomUUID(),
                            leaving.stream()
                                    .map(somebody -> UUID.fromString(somebody.id()))
                                    .toList())));

            List<Callable<Integer>> all = new ArrayList<>();
            leaving.forEach(somebody ->
                    all.add(() -> somebody.asks().delete("/v1/people/me").statusCode()));
            all.add(() -> ana.asks().get("/v1/events").statusCode());
            all.add(() -> ana.asks().get("/v1/events").statusCode());

            assertThat(Together.all(all)).containsExactly(204, 204, 204, 204, 200, 200);
        }
    }
}
