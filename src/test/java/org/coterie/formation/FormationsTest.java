package org.coterie.formation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.as;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.Door;
import org.coterie.groups.Proposals;
import org.coterie.live.ChangeLog;
import org.coterie.matching.FormationRules;
import org.coterie.matching.Matching;
import org.coterie.matching.Outcome;
import org.coterie.tags.Tags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("http")
class FormationsTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @Inject
    AgroalDataSource database;

    @Inject
    Tags tags;

    @Inject
    Registry registry;

    @Inject
    Meanwhile meanwhile;

    @Inject
    Proposals proposals;

    @Inject
    Turn turn;

    @Inject
    FormationQueue queue;

    @Inject
    FormationJob job;

    @Inject
    ObjectMapper json;

    private static String request(String body) {
        return operator()
                .body(body)
                .post("/v1/formations")
                .then()
                .statusCode(202)
                .header("Location", containsString("/v1/formations/"))
                .extract()
                .path("id");
    }

    private static JsonNode finished(String id, ObjectMapper json) {
        await().atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !Set.of("QUEUED", "RUNNING")
                        .contains(read(operator().get("/v1/formations/" + id).asString(), json)
                                .path("state")
                                .asText()));
        return read(operator().get("/v1/formations/" + id).asString(), json);
    }

    private static JsonNode read(String text, ObjectMapper json) {
        try {
            return json.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private JsonNode form(String body) {
        JsonNode formation = finished(request(body), json);
        assertThat(formation.path("state").asText()).as(formation.toString()).isEqualTo("SUCCEEDED");
        return formation;
    }

    private List<JsonNode> groupsOf(JsonNode formation) {
        String lines = operator()
                .header("Accept", "application/x-ndjson")
                .get("/v1/groups?expand=members&formation="
                        + formation.path("id").asText())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> read(line, json))
                .toList();
    }

    private static Set<String> handles(JsonNode group) {
        Set<String> handles = new TreeSet<>();
        group.path("members")
                .forEach(member -> handles.add(member.path("handle").asText()));
        return handles;
    }

    private long rows(String table) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void write(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Purposes of three tags each, five people to a purpose, everybody with a few mass tags beside them. */
    private Map<String, Set<String>> plant(int purposes) {
        var random = new Random(42);
        var crowd = new Crowd();
        var planted = new HashMap<String, Set<String>>();
        List<String> mass = IntStream.range(0, 8).mapToObj(i -> unique("mass")).toList();
        for (int p = 0; p < purposes; p++) {
            String niche = unique("niche");
            for (int i = 0; i < 5; i++) {
                List<String> interests = new ArrayList<>(List.of(niche + "-a", niche + "-b", niche + "-c"));
                interests.add(mass.get(random.nextInt(4)));
                interests.add(mass.get(4 + random.nextInt(4)));
                planted.computeIfAbsent(niche, unknown -> new TreeSet<>()).add(crowd.add("planted", interests));
            }
        }
        crowd.arrive(database, tags);
        return planted;
    }

    @Test
    void plantedGroupsAreFoundWithinTheirSizes() {
        Map<String, Set<String>> planted = plant(40);

        JsonNode formation = form("{\"groupsPerPerson\":1}");

        List<JsonNode> groups = groupsOf(formation);
        Set<Set<String>> formed = new HashSet<>();
        groups.forEach(group -> formed.add(handles(group)));
        assertThat(groups)
                .allSatisfy(group -> assertThat(group.path("members").size())
                        .isBetween(3, 8)
                        .isEqualTo(group.path("memberCount").asInt()));
        long found = planted.values().stream().filter(formed::contains).count();
        assertThat(found).isGreaterThanOrEqualTo(38);
        assertThat(formation.path("progress").asDouble()).isEqualTo(1);
        assertThat(formation.path("algorithm").asText()).isEqualTo(Matching.ALGORITHM);
        assertThat(formation.path("algorithmVersion").asText()).isEqualTo(Matching.VERSION);
        assertThat(formation.path("people").asInt()).isGreaterThanOrEqualTo(200);
        assertThat(formation.path("placed").asInt()).isGreaterThanOrEqualTo(190);
        assertThat(formation.path("groups").asInt()).isEqualTo(groups.size());
        assertThat(formation.path("millis").path("load").isNumber()).isTrue();
        assertThat(formation.path("millis").path("match").isNumber()).isTrue();
        assertThat(formation.path("millis").path("store").isNumber()).isTrue();
        for (String figure : List.of("coverage", "meanAffinity", "stability", "purity")) {
            assertThat(formation.path("quality").path(figure).asDouble(-1)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void theSamePeopleAndSeedGiveTheSameGroups() {
        plant(12);

        JsonNode dry = form("{\"seed\":7,\"dryRun\":true}");
        JsonNode once = form("{\"seed\":7}");
        JsonNode again = form("{\"seed\":7}");

        assertThat(shape(groupsOf(again))).isEqualTo(shape(groupsOf(once))).isNotEmpty();
        assertThat(dry.path("groups")).isEqualTo(once.path("groups"));
        assertThat(dry.path("placed")).isEqualTo(once.path("placed"));
        assertThat(dry.path("quality")).isEqualTo(once.path("quality"));
        assertThat(again.path("quality")).isEqualTo(once.path("quality"));
        // what nobody had answered was withdrawn when the next formation stored its own
        assertThat(groupsOf(once)).allSatisfy(group -> {
            assertThat(group.path("state").asText()).isEqualTo("CLOSED");
            assertThat(group.path("closedBecause").asText()).isEqualTo("EXPIRED");
        });
    }

    private static Set<String> shape(List<JsonNode> groups) {
        Set<String> shape = new TreeSet<>();
        groups.forEach(group ->
                shape.add(group.path("name") + " " + group.path("purpose").path("tags") + " " + handles(group)));
        return shape;
    }

    @Test
    void aDryRunWritesNothing() throws SQLException {
        plant(4);
        long groups = rows("peer_group");
        long seats = rows("membership");

        JsonNode formation = form("{\"dryRun\":true}");

        assertThat(rows("peer_group")).isEqualTo(groups);
        assertThat(rows("membership")).isEqualTo(seats);
        assertThat(groupsOf(formation)).isEmpty();
        assertThat(formation.path("groups").asInt()).isPositive();
        assertThat(formation.path("millis").has("store")).isFalse();
        assertThat(formation.path("dryRun").asBoolean()).isTrue();
    }

    @Test
    void whoHasAcceptedStaysWhereTheyAre() {
        String tag = unique("accepted");
        var ada = join("ada");
        ada.caresAbout(tag);
        join("grace").caresAbout(tag);
        join("joan").caresAbout(tag);
        String group = ada.asks().get("/v1/people/me/suggestions").path("groups[0].group.id");
        ada.asks().put("/v1/groups/" + group + "/members/me").then().statusCode(200);

        form("{\"groupsPerPerson\":1}");

        ada.asks()
                .get("/v1/groups/" + group)
                .then()
                .statusCode(200)
                .body(at("$.state", equalTo("PROPOSED")))
                .body(at("$.memberCount", equalTo(3)));
    }

    @Test
    void whoMustNotMeetIsNeverPlacedTogether() {
        String tag = unique("apart");
        List<Door.Somebody> people =
                IntStream.range(0, 7).mapToObj(i -> join("apart")).toList();
        people.get(0)
                .asks()
                .put("/v1/people/me/blocks/" + people.get(1).id())
                .then()
                .statusCode(204);
        people.forEach(one -> one.caresAbout(tag));

        JsonNode formation = form("{}");

        List<Set<String>> groups =
                groupsOf(formation).stream().map(FormationsTest::handles).toList();
        assertThat(groups)
                .noneMatch(group -> group.contains(people.get(0).handle())
                        && group.contains(people.get(1).handle()));
        assertThat(groups).anyMatch(group -> group.contains(people.get(2).handle()));
    }

    /** Who would be asked, if this happened between the finding of groups and their storing. */
    private Set<String> askedAlthough(Runnable happening) {
        var rules = new FormationRules(3, 8, 1, 1);
        Census census = registry.takeCensus(1, new Manner(false, false, false, false));
        Outcome outcome = Matching.form(census.population(), rules, share -> {});
        happening.run();
        return QuarkusTransaction.requiringNew()
                .call(() -> new Draft(census, outcome, rules, registry.lookAgain(census, outcome))
                        .proposals(UUID.randomUUID())
                        .flatMap(proposal -> proposal.seats().stream())
                        .map(seat -> seat.personId().toString())
                        .collect(toSet()));
    }

    private static List<Door.Somebody> caringAbout(String tag, String... names) {
        List<Door.Somebody> people = Stream.of(names).map(Door::join).toList();
        people.forEach(one -> one.caresAbout(tag));
        return people;
    }

    @Test
    void whoeverChangesTheirTermsWhileGroupsAreFoundIsLeftForTheNextTime() {
        List<Door.Somebody> people = caringAbout(unique("meanwhile"), "ada", "bo", "cy", "di");

        Set<String> asked =
                askedAlthough(() -> Guest.meetOn(people.get(0), "{\"groupSize\": {\"min\": 2, \"max\": 2}}"));

        assertThat(asked)
                .contains(people.get(1).id())
                .doesNotContain(people.get(0).id());
    }

    /** What comes of it if this happens while groups are being stored. */
    private void storingAlthough(Runnable happening, List<CompletableFuture<Integer>> leaving) {
        var rules = new FormationRules(3, 8, 1, 1);
        Census census = registry.takeCensus(1, new Manner(false, false, false, false));
        Outcome outcome = Matching.form(census.population(), rules, share -> {});
        var formation = new Formation(rules, new Manner(false, false, false, false), false, Instant.now());
        formation.begin(Instant.now());
        QuarkusTransaction.requiringNew().run(() -> formation.persist());
        ChangeLog.Moment begun = meanwhile.begin();
        QuarkusTransaction.requiringNew().run(() -> {
            proposals.propose(
                    new Draft(census, outcome, rules, registry.lookAgain(census, outcome)).proposals(formation.id));
            happening.run();
        });
        assertThat(leaving).allSatisfy(gone -> assertThat(gone.join()).isEqualTo(204));
        meanwhile.settle(begun);
        QuarkusTransaction.requiringNew().run(() -> Formation.deleteById(formation.id));
    }

    private static void isInvited(Door.Somebody person, int times) {
        person.asks().get("/v1/people/me/groups").then().body(at("$.items", hasSize(times)));
    }

    @Test
    void whoeverChangesTheirTermsWhileGroupsAreStoredIsInvitedNoLonger() {
        List<Door.Somebody> people = caringAbout(unique("storing"), "ada", "bo", "cy", "di", "ed");
        List<CompletableFuture<Integer>> leaving = new ArrayList<>();

        storingAlthough(
                () -> {
                    Guest.meetOn(people.get(0), "{\"groupSize\": {\"min\": 2, \"max\": 2}}");
                    // it may wait until groups are stored
                    leaving.add(CompletableFuture.supplyAsync(
                            () -> people.get(1).asks().delete("/v1/people/me").statusCode()));
                    people.get(2)
                            .asks()
                            .put("/v1/people/me/companions/" + people.get(0).id())
                            .then()
                            .statusCode(204);
                    people.get(0)
                            .asks()
                            .put("/v1/people/me/companions/" + people.get(2).id())
                            .then()
                            .statusCode(204);
                },
                leaving);

        isInvited(people.get(0), 0);
        isInvited(people.get(2), 0);
        isInvited(people.get(3), 1);
        people.get(3).asks().get("/v1/people/me/groups").then().body(at("$.items[0].group.memberCount", equalTo(2)));
    }

    @Test
    void whereWhoOffersIsGoneMeanwhileWhoSeeksIsNotAsked() {
        String tag = unique("meanwhile");
        List<Door.Somebody> people = caringAbout(tag, "ada", "bo", "cy", "di");
        Guest.says(people.get(0), "SEEK", tag);
        Guest.says(people.get(1), "OFFER", tag);

        Set<String> asked = askedAlthough(() -> {});
        assertThat(asked).contains(people.get(0).id());
        asked = askedAlthough(() -> Guest.says(people.get(1), "SHARE", tag));

        assertThat(asked)
                .contains(people.get(1).id())
                .doesNotContain(people.get(0).id());
    }

    @Test
    void whereSomebodyLeavesMeanwhileWhoWantedAsManyIsNotAsked() {
        List<Door.Somebody> people = caringAbout(unique("meanwhile"), "ada", "bo", "cy", "di");
        Guest.meetOn(people.get(0), "{\"groupSize\": {\"min\": 4, \"max\": 6}}");

        Set<String> asked = askedAlthough(() -> {});
        assertThat(asked).contains(people.get(0).id());
        asked = askedAlthough(
                () -> people.get(3).asks().delete("/v1/people/me").then().statusCode(204));

        assertThat(asked)
                .doesNotContainAnyElementsOf(
                        people.stream().map(Door.Somebody::id).toList());
    }

    @Test
    void formationsRunOneAfterTheOther() {
        List<String> ids =
                List.of(request("{\"dryRun\":true}"), request("{\"dryRun\":true}"), request("{\"dryRun\":true}"));

        List<JsonNode> finished = ids.stream().map(id -> finished(id, json)).toList();

        for (int i = 1; i < finished.size(); i++) {
            assertThat(time(finished.get(i), "startedAt")).isAfterOrEqualTo(time(finished.get(i - 1), "finishedAt"));
        }
        operator().get("/v1/formations?limit=2").then().statusCode(200).body(at("$.items[*].id", hasItem(ids.get(2))));
    }

    private static Instant time(JsonNode formation, String field) {
        return Instant.parse(formation.path(field).asText());
    }

    @Test
    void twentyMayWaitAndWhatWaitsCanBeCancelled() {
        List<String> waiting = new ArrayList<>();
        // while somebody else has the right to begin, nothing begins
        QuarkusTransaction.requiringNew().timeout(60).run(() -> {
            turn.take(Turn.Right.FORM, 10);
            for (int i = 0; i < 20; i++) {
                waiting.add(request("{\"dryRun\":true}"));
            }
            operator()
                    .body("{}")
                    .post("/v1/formations")
                    .then()
                    .statusCode(409)
                    .body(at("$.code", equalTo("too-many-formations")));
            operator()
                    .get("/v1/formations/" + waiting.get(0))
                    .then()
                    .body(at("$.state", equalTo("QUEUED")))
                    .body(at("$.progress", equalTo(0.0)))
                    .body(at("$.people", nullValue()))
                    .body(at("$.millis", nullValue()))
                    .body(at("$.quality", nullValue()))
                    .body(at("$.requestedAt", notNullValue()));
            waiting.forEach(id -> operator()
                    .delete("/v1/formations/" + id)
                    .then()
                    .statusCode(200)
                    .body(at("$.state", equalTo("CANCELLED"))));
        });
        operator().delete("/v1/formations/" + waiting.get(0)).then().statusCode(200);

        JsonNode done = form("{\"dryRun\":true}");
        operator()
                .delete("/v1/formations/" + done.path("id").asText())
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("formation-finished")));
    }

    @Test
    void whatIsCancelledWhileItRunsLeavesNoGroups() {
        plant(4);
        var formation = new Formation(
                new FormationRules(3, 8, 1, 1), new Manner(false, false, false, false), false, Instant.now());
        formation.begin(Instant.now());
        QuarkusTransaction.requiringNew().run(() -> formation.persist());
        operator()
                .delete("/v1/formations/" + formation.id)
                .then()
                .statusCode(200)
                .body(at("$.state", equalTo("CANCELLED")));

        assertThatThrownBy(() -> job.run(new Run(formation))).isInstanceOf(CancellationException.class);

        assertThat(groupsOf(
                        read(operator().get("/v1/formations/" + formation.id).asString(), json)))
                .isEmpty();
    }

    @Test
    void aFormationCanBeFollowedUntilItEnds() throws Exception {
        var id = new String[1];
        HttpResponse<java.util.stream.Stream<String>> stream;
        QuarkusTransaction.begin();
        try {
            turn.take(Turn.Right.FORM, 10);
            id[0] = request("{\"dryRun\":true}");
            stream = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:%d/v1/formations/%s/events"
                                            .formatted(RestAssured.port, id[0])))
                                    .header("Authorization", "Bearer " + Door.OPERATOR)
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines());
        } finally {
            QuarkusTransaction.rollback();
        }

        List<String> lines = stream.body().filter(line -> !line.isBlank()).toList();

        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(lines).contains("event:state");
        List<String> states = lines.stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> read(line.substring(5), json).path("state").asText())
                .toList();
        assertThat(states).startsWith("QUEUED").endsWith("SUCCEEDED");
    }

    @Test
    void whatACrashLeftRunningHasFailed() throws SQLException {
        String id = UUID.randomUUID().toString();
        write("""
                insert into formation (id, state, progress, min_size, max_size, groups_per_person, seed, dry_run,
                                       requested_at, started_at, heartbeat_at)
                values ('%s', 'RUNNING', 0.4, 3, 8, 2, 1, false, timestamp with time zone '2026-01-01 00:00:00+00',
                        timestamp with time zone '2026-01-01 00:00:00+00',
                        timestamp with time zone '2026-01-01 00:00:09+00')""".formatted(id));

        operator()
                .get("/v1/formations/" + id)
                .then()
                .statusCode(200)
                .body(at("$.state", equalTo("FAILED")))
                .body(at("$.failure", containsString("nothing of it was stored")))
                .body(at("$.finishedAt", notNullValue()));
    }

    @Test
    void whatWasWaitingAtTheStartIsRunAndWhatWasRunningIsNot() throws SQLException {
        String running = UUID.randomUUID().toString();
        String waiting = UUID.randomUUID().toString();
        String row = """
                insert into formation (id, state, progress, min_size, max_size, groups_per_person, seed, dry_run,
                                       requested_at, heartbeat_at)
                values ('%s', '%s', 0, 3, 8, 2, 1, true, current_timestamp, current_timestamp - interval '13' second)""";
        write(row.formatted(running, "RUNNING"));
        write(row.formatted(waiting, "QUEUED"));

        queue.recover();
        queue.nudge();

        // where replicas share the database, it takes some seconds of silence until one is known to have stopped
        String end = finished(running, json).path("state").asText();
        assertThat(end).isEqualTo("FAILED");
        assertThat(finished(waiting, json).path("state").asText()).isEqualTo("SUCCEEDED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"minSize":1}                 | /minSize         | out-of-range
            {"maxSize":13}                | /maxSize         | out-of-range
            {"minSize":6,"maxSize":5}     | /maxSize         | out-of-range
            {"groupsPerPerson":0}         | /groupsPerPerson | out-of-range
            {"groupsPerPerson":6}         | /groupsPerPerson | out-of-range
            {"commonHours":169}           | /commonHours     | out-of-range
            {"seed":"lucky"}              | /seed            | wrong-type
            {"size":3}                    | /size            | unknown-field
            """)
    void whatIsWrongIsPointedAt(String body, String pointer, String code) {
        operator()
                .body(body)
                .post("/v1/formations")
                .then()
                .statusCode(400)
                .body(at("$.errors[*].pointer", hasItem(pointer)))
                .body(at("$.errors[*].code", hasItem(code)));
    }

    @Test
    void onlyTheOperatorForms() {
        as(join("ada").token()).body("{}").post("/v1/formations").then().statusCode(403);
        operator()
                .get("/v1/formations/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("unknown-formation")));
        operator().get("/v1/formations/" + UUID.randomUUID() + "/events").then().statusCode(404);
    }
}
