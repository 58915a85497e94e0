package org.coterie;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the document promises of every operation of a kind, tried on each of them. */
@QuarkusTest
@Tag("http")
@TestInstance(Lifecycle.PER_CLASS)
class ConventionsTest {

    private static final String PATCH = "application/merge-patch+json";
    private static final String LINES = "application/x-ndjson";

    private final String rare = unique("rare");
    private final Map<String, String> ids = new TreeMap<>();

    @SuppressWarnings("NullAway.Init") // before the first test
    private Somebody ada;

    /** Somebody whom she blocks and avoids, and somebody with whom she comes. */
    private String kept = "";

    private String friend = "";

    /** Once for all tests; before them all there is nobody to ask. */
    @BeforeEach
    void somebodyWithSomeOfEverything() {
        if (!ids.isEmpty()) {
            return;
        }
        ada = join("ada");
        ada.caresAbout(rare, "sewing", "soldering");
        var others = Stream.of("bob", "cem", "dot").map(name -> join(name)).toList();
        others.forEach(other -> {
            other.caresAbout(rare, "knitting", "golf", "chess", "tennis");
            put("/v1/people/me/blocks/" + other.id());
            put("/v1/people/me/avoids/" + other.id());
        });
        kept = others.get(0).id();
        for (String tag : List.of("golf", "chess", "tennis")) {
            ada.asks()
                    .body("{\"verdict\": \"WRONG\"}")
                    .put("/v1/people/me/corrections/" + tag)
                    .then()
                    .statusCode(200);
        }
        operator()
                .body(Map.of("label", unique("selten")))
                .put("/v1/tags/" + rare + "/labels/de")
                .then()
                .statusCode(200);
        ids.putAll(Map.of("tag", rare, "personId", ada.id(), "code", "handle-taken"));
        var webhook = operator()
                .body("{\"url\": \"http://127.0.0.1:9/\", \"types\": [\"formation.finished\"]}")
                .post("/v1/webhooks");
        ids.put("webhookId", json(webhook.asString()).at("/webhook/id").asText());
        for (String kind : List.of("one", "two", "three")) {
            ids.put("groupId", idOf(ada.asks().body(group(kind)).post("/v1/groups")));
            ids.put(
                    "signalId",
                    idOf(ada.asks()
                            .body(Map.of("text", "#" + rare + " " + kind))
                            .post("/v1/people/me/signals")));
            ids.put(
                    "importId",
                    idOf(operator()
                            .contentType(LINES)
                            .body(line(kind).getBytes(UTF_8))
                            .post("/v1/imports")));
            ids.put("formationId", idOf(operator().body("{\"dryRun\": true}").post("/v1/formations")));
            // these end with the formation
            operator()
                    .get("/v1/formations/" + ids.get("formationId") + "/events")
                    .asString();
        }
        ids.put("tokenId", idOf(ada.asks().post("/v1/people/me/tokens")));
        ids.put("language", "de");
        ids.put(
                "synonymId",
                idOf(ada.asks().body(Map.of("tag", rare, "sameAs", "sewing")).post("/v1/synonyms")));
        for (String name : List.of("eve", "fay")) {
            var one = join(name);
            friend = one.id();
            put("/v1/people/me/companions/" + friend);
            one.asks().put("/v1/people/me/companions/" + ada.id()).then().statusCode(204);
        }
        // told in the order in which it happened
        await().until(() -> count("type", "companion.confirmed", ada.asks().get("/v1/events")) == 2);
        String deliveries = "/v1/webhooks/" + ids.get("webhookId") + "/deliveries";
        await().until(() -> count("state", "FAILED", operator().get(deliveries)) == 3);
        operator()
                .body("{\"enabled\": false}")
                .patch("/v1/webhooks/" + ids.get("webhookId"))
                .then()
                .statusCode(200);
    }

    private static long count(String property, String value, Response page) {
        var rows = Stream.<JsonNode>builder();
        json(page.asString()).path("items").forEach(rows);
        return rows.build()
                .filter(row -> row.path(property).asText().equals(value))
                .count();
    }

    private Map<String, ?> group(String kind) {
        return Map.of("name", kind, "purpose", Map.of("statement", kind + " of them.", "tags", List.of(rare)));
    }

    private static String line(String kind) {
        return "{\"handle\": \"%s\", \"interests\": [\"sewing\"]}".formatted(unique(kind));
    }

    private void put(String path) {
        assertThat(ada.asks().put(path).statusCode()).isIn(200, 204);
    }

    private static String idOf(Response made) {
        return json(made.then().extract().asString()).path("id").asText();
    }

    /** What is asked for beside the path, where something has to be. */
    private String queryOf(String path) {
        return switch (path) {
            case "/v1/people" -> "handle=" + ada.handle();
            case "/v1/groups" -> "tag=" + rare;
            case "/v1/tags" -> "prefix=" + rare.substring(0, 4);
            case "/v1/synonyms" -> "tag=" + rare;
            default -> "";
        };
    }

    private String addressOf(String template) {
        String address = template.replace("corrections/{tag}", "corrections/golf")
                .replace("me/blocks/{personId}", "me/blocks/" + kept)
                .replace("me/avoids/{personId}", "me/avoids/" + kept)
                .replace("me/companions/{personId}", "me/companions/" + friend);
        for (var id : ids.entrySet()) {
            address = address.replace("{" + id.getKey() + "}", id.getValue());
        }
        String query = queryOf(template);
        return query.isEmpty() ? address : address + "?" + query;
    }

    /** Whoever may. */
    private RequestSpecification whoReads(String address) {
        return ada.asks().get(address).statusCode() == 403 ? operator() : ada.asks();
    }

    private List<String> pathsOfReads(Function<JsonNode, Boolean> which) throws IOException {
        List<String> paths = new ArrayList<>();
        ContractDocument.served().eachOperation((name, operation) -> {
            if (name.startsWith("GET ") && which.apply(operation)) {
                paths.add(name.substring("GET ".length()));
            }
        });
        return paths;
    }

    private static JsonNode contentOf(JsonNode operation) {
        return operation.path("responses").path("200").path("content");
    }

    @Test
    void everyListIsHadInFullByLinesAndPageByPage() throws IOException {
        List<String> lists = pathsOfReads(operation -> contentOf(operation).has(LINES));

        assertThat(lists).hasSizeGreaterThan(15);
        assertThat(lists).allSatisfy(template -> {
            String address = addressOf(template);
            var lines = whoReads(address).accept(LINES).get(address);
            assertThat(lines.contentType()).as(address).startsWith(LINES);
            assertThat(lines.body().asString().lines().map(Door::json))
                    .isNotEmpty()
                    .containsExactlyElementsOf(pageByPage(address));
        });
    }

    private List<JsonNode> pageByPage(String address) {
        List<JsonNode> rows = new ArrayList<>();
        String cursor = "";
        do {
            var asked = whoReads(address).queryParam("limit", 2).queryParam("cursor", cursor);
            JsonNode page =
                    json(asked.get(address).then().statusCode(200).extract().asString());
            page.path("items").forEach(rows::add);
            cursor = page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        return rows;
    }

    @Test
    void everyAnswerIsReadOnceUntilItChanges() throws IOException {
        List<String> reads = pathsOfReads(operation -> contentOf(operation).has("application/json"));

        assertThat(reads).hasSizeGreaterThan(25);
        assertThat(reads).allSatisfy(template -> {
            String address = addressOf(template);
            Response answer = whoReads(address).get(address);
            Response again = askAgain(address, answer);
            if (again.statusCode() == 200) {
                // how many people there are is counted anew now and then
                answer = again;
                again = askAgain(address, answer);
            }
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.header("ETag")).as(address).matches("\"([\\w-]{22}\\.)?[\\w-]{22}-gzip\"");
            assertThat(again.statusCode())
                    .as("%s after %s: %s", address, answer.asString(), again.asString())
                    .isEqualTo(304);
            assertThat(again.header("ETag")).isEqualTo(answer.header("ETag"));
            assertThat(again.asString()).isEmpty();
            whoReads(address)
                    .header("If-None-Match", "\"other\"")
                    .get(address)
                    .then()
                    .statusCode(200);
        });
    }

    private Response askAgain(String address, Response answer) {
        return whoReads(address)
                .header("If-None-Match", "\"other\", W/" + answer.header("ETag"))
                .get(address);
    }

    @Test
    void whatIsReadCanBeAskedForWithoutItsBody() throws IOException {
        List<String> reads = pathsOfReads(operation -> contentOf(operation).has("application/json"));

        assertThat(reads).allSatisfy(template -> {
            String address = addressOf(template);
            Response head = whoReads(address).head(address);
            assertThat(head.statusCode()).as(address).isEqualTo(200);
            assertThat(head.asString()).isEmpty();
            assertThat(namesOf(head))
                    .as(address)
                    .containsAll(namesOf(whoReads(address).get(address)));
        });
    }

    @Test
    void linesCanBeAskedForWithoutThem() throws IOException {
        List<String> lists = pathsOfReads(operation -> contentOf(operation).has(LINES));

        assertThat(lists).hasSizeGreaterThan(10).allSatisfy(template -> {
            String address = addressOf(template);
            for (String accepted : List.of(LINES, LINES + ", application/json")) {
                Response head = whoReads(address).accept(accepted).head(address);
                Response get = whoReads(address).accept(accepted).get(address);
                assertThat(head.statusCode()).as(address).isEqualTo(200);
                assertThat(head.asString()).isEmpty();
                for (String header : List.of("Content-Type", "Content-Language", "Vary", "Cache-Control")) {
                    assertThat(head.header(header)).as(address + " " + header).isEqualTo(get.header(header));
                }
            }
        });
        ada.asks().accept(LINES).head("/v1/people/me").then().statusCode(406);
    }

    private static Set<String> namesOf(Response answer) {
        return answer.headers().asList().stream()
                .map(header -> header.getName().toLowerCase(Locale.ROOT))
                // how long a body is, and how it is packed, is known once it is written
                .filter(name -> !name.startsWith("content-length") && !name.equals("content-encoding"))
                .filter(name -> !name.equals("transfer-encoding"))
                .collect(Collectors.toSet());
    }

    @Test
    void everyAddressTellsWhichMethodsItTakes() throws IOException {
        Map<String, Set<String>> methods = new TreeMap<>();
        ContractDocument.served().eachOperation((name, operation) -> {
            String[] methodAndPath = name.split(" ", 2);
            Set<String> some = methods.computeIfAbsent(methodAndPath[1], none -> new TreeSet<>(Set.of("OPTIONS")));
            some.add(methodAndPath[0]);
            if (methodAndPath[0].equals("GET")) {
                some.add("HEAD");
            }
        });

        methods.forEach((template, taken) -> {
            String address = template.replaceAll("\\{[^}]+}", "any");
            Response told = given().options(address);
            assertThat(told.statusCode()).as(address).isEqualTo(200);
            assertThat(told.header("Allow")).as(address).isEqualTo(String.join(", ", taken));
            Response refused = given().request("BREW", address);
            assertThat(refused.header("Allow")).as(address + refused.asString()).isEqualTo(told.header("Allow"));
        });
        given().options("/v1/nothing").then().statusCode(404).body(at("$.code", equalTo("not-found")));
    }

    @Test
    void everyStreamOfEventsIsKeptNowhereAndSaysWhatItHasToSay() throws Exception {
        List<String> streams = pathsOfReads(operation -> contentOf(operation).has("text/event-stream"));

        assertThat(streams).hasSizeGreaterThan(3);
        for (String template : streams) {
            URI address = URI.create("http://localhost:%d%s".formatted(RestAssured.port, addressOf(template)));
            var request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + (template.contains("synonym") ? ada.token() : Door.OPERATOR));
            var stream = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
            assertThat(stream.headers().allValues("Cache-Control")).as(template).containsExactly("no-store");
            assertThat(stream.headers().map()).as(template).doesNotContainKey("x-sse-content-type");
            try (Stream<String> lines = stream.body()) {
                assertThat(lines.takeWhile(line -> !line.startsWith("data:")))
                        .as(template)
                        .allSatisfy(line -> assertThat(line).matches("(id:.*|event:.*|:.*|)"));
            }
        }
    }

    @Test
    void whatIsCompressedHasANameOfItsOwnButIsTheSame() {
        String compressed = ada.asks().get("/v1/people/me").header("ETag");
        String plain = ada.asks()
                .header("Accept-Encoding", "gzip;q=0, br")
                .get("/v1/people/me")
                .header("ETag");

        assertThat(compressed).isEqualTo(plain.replaceAll("\"$", "-gzip\""));
        for (String read : List.of(plain, compressed)) {
            ada.asks()
                    .header("If-Match", read)
                    .body("{}")
                    .patch("/v1/people/me")
                    .then()
                    .statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "*",
                "gzip;q=0",
                "gzip;q=0, *",
                "*;q=0",
                "*;q=0, gzip",
                "gzip;q=0.1, deflate",
                "identity",
                "x-gzip",
                "br, gzip;q=0.5",
                "gzip;q=x"
            })
    void anAnswerIsNamedAsCompressedOnlyWhereItIs(String accepted) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/v1/problems".formatted(RestAssured.port)))
                .header("Accept-Encoding", accepted);
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag").orElseThrow().endsWith("-gzip\""))
                .isEqualTo(answer.headers().firstValue("Content-Encoding").isPresent())
                .isEqualTo(answer.body()[0] == 0x1f);
    }

    @Test
    void whatIsToldOnceIsKeptNowhere() {
        for (Response answer : List.of(
                ada.asks().post("/v1/people/me/tokens"), ada.asks().get("/v1/tags/never-said-by-anybody/none"))) {
            assertThat(answer.header("Cache-Control")).as(answer.asString()).isEqualTo("no-store");
        }
    }

    @Test
    void everyEditThatHeedsWhatItDoesNotListIsToldOfAtTheBeginningAndOnce() throws IOException {
        ContractDocument document = ContractDocument.served();
        String told = document.root()
                .at("/info/description")
                .asText()
                .replaceAll("(?s).*## Edits with a condition(.*?)\n##.*", "$1");
        Set<String> unlisted = new TreeSet<>();
        document.eachOperation((name, operation) -> {
            String description = operation.path("description").asText();
            if (description.contains("heeded here, too")) {
                unlisted.add(pathOf(name));
            }
            assertThat(description.split("If-None-Match", -1)).as(name).hasSizeLessThan(3);
        });

        assertThat(unlisted)
                .hasSizeGreaterThan(7)
                .allSatisfy(path -> assertThat(told).contains("`" + path + "`"));
        assertThat(told.split("`/v1/", -1)).hasSize(unlisted.size() + 1);
    }

    @Test
    void nobodyChangesWhatTheyHaveNotSeen() throws IOException {
        Map<String, JsonNode> edits = new TreeMap<>();
        ContractDocument.served().eachOperation((name, operation) -> {
            if (operation.path("responses").has("412")) {
                edits.put(name, operation);
            }
        });

        assertThat(edits).hasSizeGreaterThan(30);
        assertThat(edits).allSatisfy((name, operation) -> {
            String method = name.substring(0, name.indexOf(' '));
            String address = addressOf(pathOf(name)).replace("{eventId}", ada.id());
            JsonNode bodies = operation.path("requestBody").path("content");
            Supplier<RequestSpecification> who = () -> ada.asks();
            if (edit(who.get(), bodies, "\"other\"", method, address).statusCode() == 403) {
                who = Door::operator;
            }
            String before = who.get().get(address).header("ETag");
            edit(who.get(), bodies, "\"other\", W/" + before, method, address)
                    .then()
                    .statusCode(412)
                    .body(at("$.code", equalTo("precondition-failed")));
            assertThat(who.get().get(address).header("ETag")).as(name).isEqualTo(before);
            if (before == null || method.equals("POST")) {
                // nothing is read here that could still be so, or would be changed
                return;
            }
            RequestSpecification unless = who.get().header("If-None-Match", "\"other\", W/" + before);
            edit(unless, bodies, "*", method, address)
                    .then()
                    .statusCode(412)
                    .body(at("$.code", equalTo("precondition-failed")));
            assertThat(who.get().get(address).header("ETag")).as(name).isEqualTo(before);
        });
    }

    @Test
    void whatIsReadCanBePutBack() throws IOException {
        List<String> edits = new ArrayList<>();
        ContractDocument document = ContractDocument.served();
        document.eachOperation((name, operation) -> {
            boolean edited = name.startsWith("PUT ") || name.startsWith("PATCH ");
            boolean read = !contentOf(
                            document.root().path("paths").path(pathOf(name)).path("get"))
                    .isEmpty();
            if (edited && read && operation.has("requestBody")) {
                edits.add(name);
            }
        });
        ada.asks()
                .body("{\"why\": \"It lasts.\"}")
                .put("/v1/people/me/interests/sewing")
                .then()
                .statusCode(200);
        ada.asks().body("{\"agrees\": true}").put("/v1/synonyms/" + ids.get("synonymId") + "/voices/me");

        assertThat(edits).hasSizeGreaterThan(6);
        assertThat(edits).allSatisfy(name -> {
            String address = addressOf(pathOf(name));
            Supplier<RequestSpecification> who = () -> whoReads(address);
            String before = who.get().get(address).asString();
            who.get()
                    .body(before.replaceFirst("^\\{\"items\":", "{\"interests\":"))
                    .request(name.substring(0, name.indexOf(' ')), address)
                    .then()
                    .statusCode(200);
            assertThat(withoutTimes(who.get().get(address).asString())).isEqualTo(withoutTimes(before));
        });
    }

    /** Said again, it is said now. */
    private static String withoutTimes(String answer) {
        return answer.replaceAll("\"(expressedAt|matchesUntil|correctedAt|saidAt)\":\"[^\"]*\"", "$1");
    }

    @Test
    void whatIsNoLongerAsItWasIsChangedWhereThatIsWanted() {
        String own = "/v1/people/me";
        String before = ada.asks().get(own).header("ETag");
        String edit = "{\"displayName\": \"%s\"}".formatted(unique("Ada"));
        ada.asks().body(edit).patch(own).then().statusCode(200);

        ada.asks().header("If-None-Match", before).body(edit).patch(own).then().statusCode(200);
        String interest = own + "/interests/sewing";
        String read = ada.asks().get(interest).header("ETag");
        ada.asks()
                .header("If-None-Match", read)
                .header("Accept-Language", "de")
                .put(interest)
                .then()
                .statusCode(412)
                .body(
                        at(
                                "$.detail",
                                equalTo(
                                        "Es ist noch das, was du genannt hast, und sollte nur geändert werden, wenn es das nicht mehr ist.")));
    }

    @Test
    void whatIsReadInOneLanguageIsChangedInAnother() throws IOException {
        List<String> reads = pathsOfReads(operation -> contentOf(operation).has("application/json"));
        Set<String> edited = new TreeSet<>();
        ContractDocument.served().eachOperation((name, operation) -> {
            boolean edit = operation.path("responses").has("412") && !name.startsWith("POST ");
            if (edit && reads.contains(pathOf(name))) {
                edited.add(pathOf(name));
            }
        });

        assertThat(edited).hasSizeGreaterThan(3);
        assertThat(edited).allSatisfy(path -> {
            String address = addressOf(path);
            List<String> names = Stream.of("en", "de")
                    .map(language -> whoReads(address)
                            .header("Accept-Language", language)
                            .get(address)
                            .header("ETag")
                            .replaceAll("\\..*", ""))
                    .toList();
            assertThat(names.get(0)).as(path).hasSizeGreaterThan(20).isEqualTo(names.get(1));
        });
    }

    @Test
    void whoHasReadAMessageInOneLanguageTakesItBackInAnother() {
        var dee = join("dee");
        dee.caresAbout(rare);
        String signal = "/v1/people/me/signals/"
                + idOf(dee.asks().body(Map.of("text", "#" + rare + " language")).post("/v1/people/me/signals"));
        String german = dee.asks().header("Accept-Language", "de").get(signal).header("ETag");
        assertThat(dee.asks().get(signal).header("ETag")).isNotEqualTo(german);

        dee.asks().header("If-Match", german).delete(signal).then().statusCode(204);
    }

    private static String pathOf(String operation) {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    @Test
    void whatNeedsATokenIsNobodysWithoutOneAndTheRestIsEverybodys() throws IOException {
        Set<String> everybodys = new TreeSet<>();
        ContractDocument.served().eachOperation((name, operation) -> {
            Response answer = tried(given(), name, operation);
            if (answer.statusCode() != 401) {
                everybodys.add(name);
            }
            boolean open = operation.path("security").findParents("bearer").size()
                    < operation.path("security").size();
            assertThat(answer.statusCode() != 401).as(name).isEqualTo(open);
        });

        assertThat(everybodys).containsExactlyInAnyOrder("GET /problems/{code}", "GET /v1/problems", "POST /v1/people");
    }

    @Test
    void whatIsTheOperatorsIsNobodyElses() throws IOException {
        Set<String> rooms = Set.of("Formations", "Imports", "Webhooks");
        Set<String> theirs = new TreeSet<>();
        ContractDocument.served().eachOperation((name, operation) -> {
            if (rooms.contains(operation.at("/tags/0").asText())
                    || operation.path("summary").asText().endsWith("(operator)")) {
                theirs.add(name);
                tried(ada.asks(), name, operation).then().statusCode(403);
            }
        });

        assertThat(theirs).hasSizeGreaterThan(20);
    }

    /** Something asked for as the document describes it, and in a way that nothing comes of it. */
    private Response tried(RequestSpecification who, String name, JsonNode operation) {
        JsonNode bodies = operation.path("requestBody").path("content");
        String address = addressOf(pathOf(name)).replace("{eventId}", ada.id());
        return edit(who, bodies, "\"other\"", name.substring(0, name.indexOf(' ')), address);
    }

    private static Response edit(
            RequestSpecification who, JsonNode bodies, String read, String method, String address) {
        RequestSpecification asked = who.header("If-Match", read);
        if (bodies.isMissingNode()) {
            return asked.request(method, address);
        }
        JsonNode example = bodies.elements().next().path("examples").elements().next();
        return asked.contentType(bodies.fieldNames().next())
                .body(example.path("value").toString().getBytes(UTF_8))
                .request(method, address);
    }

    @Test
    void whatIsPutWhereItIsReadHasTheNameOfWhatIsReadThen() throws IOException {
        List<String> puts = new ArrayList<>();
        Set<String> reads =
                Set.copyOf(pathsOfReads(operation -> contentOf(operation).has("application/json")));
        ContractDocument.served().eachOperation((name, operation) -> {
            String path = name.substring(name.indexOf(' ') + 1);
            if (name.startsWith("PUT ")
                    && reads.contains(path)
                    && contentOf(operation).has("application/json")
                    && operation.at("/responses/200/headers/Content-Location").isMissingNode()) {
                puts.add(path);
            }
        });

        assertThat(puts).contains("/v1/people/me/interests");
        var cem = join("cem");
        String put = cem.asks()
                .body("{\"interests\": [{\"tag\": \"golf\"}, {\"tag\": \"%s\", \"why\": \"So.\"}]}"
                        .formatted(unique("put")))
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(put)
                .isNotNull()
                .isEqualTo(cem.asks().get("/v1/people/me/interests").header("ETag"));
        cem.asks()
                .header("If-Match", put)
                .body("{\"interests\": []}")
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200);
        isNamedAlike(
                cem::asks, "/v1/people/me/interests/" + unique("one"), "{\"stance\": \"OFFER\", \"why\": \"So.\"}");
        String less = "/v1/people/me/corrections/golf";
        cem.asks()
                .body("{\"interests\": [{\"tag\": \"golf\"}]}")
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200);
        assertThat(put(cem::asks, less, "{\"verdict\": \"LESS\"}")).isNull();
        cem.asks().get(less).then().statusCode(404);
        isNamedAlike(cem::asks, "/v1/people/me/corrections/tennis", "{\"verdict\": \"WRONG\"}");
        isNamedAlike(
                Door::operator, "/v1/tags/" + rare + "/labels/nb", "{\"label\": \"%s\"}".formatted(unique("uvanlig")));
        assertThat(puts).as("all of them are tried here").hasSize(4);
    }

    @Test
    void whatIsMadeOrChangedHasTheNameThatReadingItHas() throws IOException {
        Set<String> single = new TreeSet<>();
        ContractDocument.served().eachOperation((name, operation) -> {
            if (name.startsWith("GET ") && name.endsWith("}")) {
                single.add(schemaOf(operation, "200"));
            }
        });
        Set<String> found = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        ContractDocument.served()
                .eachOperation((name, operation) -> Stream.of("200", "201")
                        .filter(status -> !name.startsWith("GET ") && single.contains(schemaOf(operation, status)))
                        .forEach(status -> {
                            found.add(operation.path("operationId").asText());
                            if (operation
                                    .at("/responses/" + status + "/headers/ETag")
                                    .isMissingNode()) {
                                silent.add(name);
                            }
                        }));
        assertThat(silent)
                .as("where something else is read")
                .containsExactlyInAnyOrder(
                        "PUT /v1/groups/{groupId}/members/me", "PUT /v1/synonyms/{synonymId}/voices/me");

        var gil = join("gil");
        String word = unique("gilding");
        gil.caresAbout(word, "sewing");
        Map<String, Response> answers = new TreeMap<>();
        String key = unique("key");
        Supplier<Response> begin = () -> gil.asks()
                .header("Idempotency-Key", key)
                .body(Map.of("name", word, "purpose", Map.of("statement", "So.", "tags", List.of(word))))
                .post("/v1/groups");
        Response begun = begin.get();
        answers.put("beginGroup", begun);
        Response again = begin.get();
        assertThat(again.header("ETag")).isNotNull().isEqualTo(begun.header("ETag"));
        assertThat(again.header("Content-Encoding")).isEqualTo("gzip");
        Response said =
                gil.asks().body(Map.of("text", "#" + word + " and sewing")).post("/v1/people/me/signals");
        String tags = "/v1/people/me/signals/" + idOf(said) + "/tags";
        isNamedAsRead(gil::asks, "say", said);
        isNamedAsRead(gil::asks, "confirmSignalTag", gil.asks().put(tags + "/" + word));
        answers.put(
                "decideSignalTags",
                gil.asks().body("{\"confirm\": [\"%s\"]}".formatted(word)).put(tags));
        Response proposed =
                gil.asks().body(Map.of("tag", word, "sameAs", "sewing")).post("/v1/synonyms");
        isNamedAsRead(gil::asks, "proposeSynonym", proposed);
        String synonym = "/v1/synonyms/" + idOf(proposed);
        isNamedAsRead(Door::operator, "undoSynonym", operator().delete(synonym));
        answers.forEach((name, answer) -> isNamedAsRead(gil::asks, name, answer));

        found.removeAll(answers.keySet());
        assertThat(found)
                .as("tried in the other tests of what is put, and what is over before it can be called off")
                .containsExactlyInAnyOrder(
                        "cancelFormation",
                        "changeWebhook",
                        "confirmSignalTag",
                        "correctReason",
                        "declareInterest",
                        "joinGroup",
                        "proposeSynonym",
                        "say",
                        "saySynonym",
                        "undoSynonym",
                        "writeTagLabel");
    }

    @Test
    void whatIsPutWhereSomethingElseIsReadIsNotNamedAsIfItWereThat() throws IOException {
        Map<String, String> read = new TreeMap<>();
        ContractDocument document = ContractDocument.served();
        document.eachOperation((name, operation) -> {
            if (name.startsWith("GET ")) {
                read.put(pathOf(name), schemaOf(operation, "200"));
            }
        });
        Map<String, JsonNode> puts = new TreeMap<>();
        document.eachOperation((name, operation) -> {
            if (name.startsWith("PUT ")
                    && read.containsKey(pathOf(name))
                    && contentOf(operation).has("application/json")
                    && !schemaOf(operation, "200").equals(read.get(pathOf(name)))) {
                puts.put(pathOf(name), operation);
            }
        });

        assertThat(puts).containsOnlyKeys("/v1/groups/{groupId}/members/me", "/v1/synonyms/{synonymId}/voices/me");
        puts.forEach((template, operation) -> {
            String address = addressOf(template);
            Response put = ada.asks()
                    .body(template.contains("voices") ? "{\"agrees\": true}" : "")
                    .put(address);
            JsonNode told = operation.path("responses").path("200").path("headers");
            assertThat(told.has("ETag")).as(template).isFalse();
            assertThat(told.has("Content-Location")).as(template).isTrue();
            assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
            assertThat(put.header("ETag")).as(template).isNull();
            assertThat(ada.asks().get(put.header("Content-Location")).asString())
                    .as(template)
                    .isEqualTo(put.asString());
        });
    }

    private static String schemaOf(JsonNode operation, String status) {
        return operation
                .path("responses")
                .path(status)
                .at("/content/application~1json/schema/$ref")
                .asText("none of " + status);
    }

    private static void isNamedAsRead(Supplier<RequestSpecification> who, String name, Response answer) {
        String place = Stream.of("Content-Location", "Location")
                .map(answer::header)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("/v1/synonyms/" + idOf(answer));
        assertThat(answer.header("ETag"))
                .as(name + ": " + answer.asString())
                .isNotNull()
                .isEqualTo(who.get().get(place).header("ETag"));
    }

    @Test
    void whatIsSaidOnceIsReadWhereItIsSaidAndSaidAnewOnlyWhereWanted() {
        var hal = join("hal");
        String word = unique("halma");
        hal.caresAbout(word, "sewing");
        String group = idOf(ada.asks().body(group("halma")).post("/v1/groups"));
        for (var said : Map.of(
                        "/v1/people/me/blocks/" + ada.id(), "nothing-said",
                        "/v1/people/me/avoids/" + ada.id(), "nothing-said",
                        "/v1/people/me/companions/" + join("ian").id(), "nothing-said",
                        "/v1/groups/" + group + "/members/me", "not-a-member",
                        "/v1/synonyms/" + ids.get("synonymId") + "/voices/me", "nothing-said")
                .entrySet()) {
            String address = said.getKey();
            Supplier<RequestSpecification> who =
                    () -> address.endsWith("voices/me") ? hal.asks().body("{\"agrees\": true}") : hal.asks();
            hal.asks().get(address).then().statusCode(404).body(at("$.code", equalTo(said.getValue())));
            who.get().header("If-Match", "\"other\"").put(address).then().statusCode(412);
            hal.asks().get(address).then().statusCode(404);
            assertThat(who.get().header("If-None-Match", "*").put(address).statusCode())
                    .as(address)
                    .isIn(200, 204);
            who.get().header("If-None-Match", "*").put(address).then().statusCode(412);
            String read =
                    hal.asks().get(address).then().statusCode(200).extract().header("ETag");
            assertThat(who.get().header("If-Match", read).put(address).statusCode())
                    .as(address)
                    .isIn(200, 204);
            hal.asks().header("If-Match", "\"other\"").delete(address).then().statusCode(412);
            hal.asks()
                    .header("If-Match", hal.asks().get(address).header("ETag"))
                    .delete(address)
                    .then()
                    .statusCode(204);
            hal.asks().get(address).then().statusCode(404);
        }
    }

    private static void isNamedAlike(Supplier<RequestSpecification> who, String address, String body) {
        who.get().get(address).then().statusCode(404);
        who.get().header("If-Match", "*").body(body).put(address).then().statusCode(412);
        who.get().get(address).then().statusCode(404);
        String put = put(who, address, body);
        assertThat(put).isNotNull().isEqualTo(who.get().get(address).header("ETag"));
        String again = put(() -> who.get().header("If-Match", put), address, body);
        who.get().header("If-Match", "\"other\"").delete(address).then().statusCode(412);
        who.get().header("If-Match", again).delete(address).then().statusCode(204);
        who.get().get(address).then().statusCode(404);
    }

    private static String put(Supplier<RequestSpecification> who, String address, String body) {
        return who.get()
                .body(body)
                .put(address)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    @Test
    void whoHasReadItChangesItAndKnowsItsNewName() {
        String read = ada.asks().get("/v1/people/me").header("ETag");

        String changed = ada.asks()
                .header("If-Match", "\"other\", " + read)
                .body("{\"displayName\": \"Countess\"}")
                .patch("/v1/people/me")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        ada.asks().header("If-None-Match", changed).get("/v1/people/me").then().statusCode(304);
        ada.asks()
                .header("If-Match", read)
                .body("{\"displayName\": \"Duchess\"}")
                .patch("/v1/people/me")
                .then()
                .statusCode(412);
        ada.asks()
                .header("If-Match", "*")
                .body("{\"displayName\": \"Duchess\"}")
                .patch("/v1/people/me")
                .then()
                .statusCode(200);
    }

    @Test
    void whoChangesSomethingInAnotherFormatIsToldWhichOnesAreRead() {
        ada.asks()
                .contentType("application/json-patch+json")
                .body("[]")
                .patch("/v1/people/me")
                .then()
                .statusCode(415)
                .header("Accept-Patch", equalTo(PATCH));
        ada.asks()
                .contentType("text/plain")
                .body("no")
                .put("/v1/people/me/interests")
                .then()
                .statusCode(415)
                .header("Accept-Patch", nullValue());
    }

    @Test
    void aCursorIsGoodForItsListAlone() {
        String cursor = json(ada.asks().get("/v1/people/me/blocks?limit=1").asString())
                .path("nextCursor")
                .asText();
        String forged = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);

        ada.asks().get("/v1/people/me/blocks?limit=1&cursor=" + cursor).then().statusCode(200);
        for (String refused : List.of("avoids?cursor=" + cursor, "blocks?cursor=" + forged, "blocks?cursor=AAAA")) {
            ada.asks()
                    .get("/v1/people/me/" + refused)
                    .then()
                    .statusCode(400)
                    .body(at("$.code", equalTo("invalid-parameter")))
                    .body(at("$.errors[0].pointer", equalTo("/cursor")));
        }
    }

    @Test
    void aCursorIsGoodForWhatWasAskedForAlone() {
        String word = unique("Fête à");
        Somebody grace = join("grace");
        grace.caresAbout(word + " Brest", word + " Lyon", word + " Nice");
        Response first = grace.asks().queryParam("prefix", word).get("/v1/tags?limit=1&expand=all");
        String next = first.header("Link").replaceAll("<(.*)>.*", "$1");
        String cursor = json(first.asString()).path("nextCursor").asText();

        for (Response on : List.of(
                grace.asks().urlEncodingEnabled(false).get(next),
                grace.asks()
                        .queryParam("cursor", cursor)
                        .queryParam("prefix", word)
                        .get("/v1/tags?limit=2"),
                // what the list does not know is no part of the question
                grace.asks()
                        .queryParam("cursor", cursor)
                        .queryParam("_", "1795838400")
                        .queryParam("prefix", word)
                        .get("/v1/tags?limit=1"))) {
            on.then().statusCode(200).body(at("$.items[0].label", equalTo(word + " Lyon")));
        }
        for (String other : List.of("", "?expand=all", "?expand=all&prefix=F", "?prefix=" + word + "x")) {
            grace.asks()
                    .queryParam("cursor", cursor)
                    .get("/v1/tags" + other)
                    .then()
                    .statusCode(400)
                    .body(at("$.errors[0].pointer", equalTo("/cursor")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, out-of-range",
        "-1, out-of-range",
        "4294967297, out-of-range",
        "99999999999999999999, out-of-range",
        "a, wrong-type",
        "true, wrong-type",
        "-, wrong-type",
        "05, wrong-type",
        "%D9%A3, wrong-type",
        "%2B5, wrong-type",
        "%205, wrong-type",
        "5.0, wrong-type",
        "1e1, wrong-type"
    })
    void aLimitIsAWholeNumberInPlainDigits(String limit, String code) throws IOException {
        List<String> limited = pathsOfReads(operation ->
                operation.path("parameters").findValuesAsText("name").contains("limit"));

        assertThat(limited).hasSizeGreaterThan(10);
        assertThat(limited).allSatisfy(template -> {
            String address = addressOf(template);
            whoReads(address)
                    .urlEncodingEnabled(false)
                    .get(address + (address.contains("?") ? "&" : "?") + "limit=" + limit)
                    .then()
                    .statusCode(400)
                    .body(at("$.errors[0].pointer", equalTo("/limit")))
                    .body(at("$.errors[0].code", equalTo(code)));
        });
    }

    /** Of what is there twice the first is read, and what is empty is not there. */
    @ParameterizedTest
    @CsvSource({
        "groups?limit=, 200,",
        "groups?limit=1&limit=a, 200,",
        "groups?limit=a&limit=1, 400, wrong-type",
        "tags/sewing/near?limit=20, 200,",
        "tags/sewing/near?limit=21, 400, out-of-range",
        "people/me/suggestions?limit=21, 400, out-of-range",
        "people/me/suggestions?limit=a, 400, wrong-type",
        "groups?cursor=, 200,",
        "groups?cursor=a, 400, wrong-format",
        "groups?cursor=&cursor=a, 200,",
        "groups?state=, 200,",
        "groups?state=a, 400, unknown-value",
        "groups?state=active, 400, unknown-value",
        "groups?state=0, 400, unknown-value",
        "groups?state=ACTIVE&state=a, 200,",
        "people/me/groups?state=, 200,",
        "people/me/groups?state=CLOSED, 400, unknown-value",
        "synonyms?state=, 200,",
        "synonyms?state=-1, 400, unknown-value",
        "groups?expand=, 200,",
        "groups?expand=a, 400, unknown-value",
        "groups?formation=, 200,",
        "groups?formation=a, 400, wrong-format",
        "groups?formation=99999999999, 400, wrong-format",
        "groups?tag=, 200,",
        "groups?tag=!!, 400,",
        "synonyms?tag=!!, 400,",
        "tags?prefix=, 200,",
        "tags?prefix=!!, 200,",
        "events?after=, 200,",
        "events?after=a, 404,"
    })
    void whatIsAskedForIsReadOrRefusedByItsName(String asked, int status, String code) {
        var answer =
                ada.asks().urlEncodingEnabled(false).get("/v1/" + asked).then().statusCode(status);
        if (code != null) {
            answer.body(at("$.errors[0].code", equalTo(code)))
                    .body(at("$.errors[0].pointer", equalTo("/" + asked.replaceAll(".*\\?(\\w+)=.*", "$1"))));
        }
    }

    @Test
    void whatIsNoListIsNotHadByLines() {
        ada.asks()
                .accept(LINES)
                .get("/v1/people/me")
                .then()
                .statusCode(406)
                .body(at("$.code", equalTo("not-acceptable")));
        ada.asks()
                .accept(LINES + ", application/json")
                .get("/v1/people/me")
                .then()
                .statusCode(200);
    }
}
