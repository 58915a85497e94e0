package org.coterie.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.as;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.coterie.Door.Somebody;
import org.coterie.Together;
import org.coterie.live.Live;
import org.coterie.safety.Safety;
import org.coterie.tags.Tags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("http")
class GroupsTest {

    @Inject
    Explanations explanations;

    @Inject
    Live live;

    @Inject
    Safety safety;

    @Inject
    Seating seating;

    @Inject
    Tags tags;

    @Test
    void whoBeginsAGroupIsItsFirstMember() {
        var ada = join("ada");
        String cafe = unique("repair-cafe");

        String location = ada.asks()
                .body(Map.of(
                        "name",
                        " Menders ",
                        "purpose",
                        Map.of("statement", "Mending things.", "tags", List.of(cafe.replace('-', ' '), cafe)),
                        "minSize",
                        2,
                        "maxSize",
                        4))
                .post("/v1/groups")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/groups/"))
                .body(at("$.name", equalTo("Menders")))
                .body(at("$.state", equalTo("PROPOSED")))
                .body(at("$.purpose.statement", equalTo("Mending things.")))
                .body(at("$.purpose.tags", contains(cafe)))
                .body(at("$.purpose.labels", contains(cafe.replace('-', ' '))))
                .body(at("$.minSize", equalTo(2)))
                .body(at("$.maxSize", equalTo(4)))
                .body(at("$.memberCount", equalTo(1)))
                .body(at("$.activeCount", equalTo(1)))
                .body(at("$.openPlaces", equalTo(3)))
                .body(at("$.createdAt", endsWith("Z")))
                .body(at("$.cohesion", nullValue()))
                .extract()
                .header("Location");

        ada.asks()
                .get(location + "/members")
                .then()
                .statusCode(200)
                .body(at("$.items", hasSize(1)))
                .body(at("$.items[0].personId", equalTo(ada.id())))
                .body(at("$.items[0].state", equalTo("ACTIVE")))
                .body(at("$.items[0].affinity", nullValue()))
                .body(at("$.items[0].because", empty()))
                .body(at("$.items[0].sentence", equalTo("ada joined of their own accord.")));
    }

    @Test
    void sizesAreThreeToEightUnlessSaidOtherwise() {
        begin(join("ada"), Map.of()).body(at("$.minSize", equalTo(3))).body(at("$.maxSize", equalTo(8)));
        begin(join("ada"), Map.of("minSize", 10))
                .body(at("$.minSize", equalTo(10)))
                .body(at("$.maxSize", equalTo(10)));
        begin(join("ada"), Map.of("maxSize", 2))
                .body(at("$.minSize", equalTo(2)))
                .body(at("$.maxSize", equalTo(2)));
    }

    @Test
    void nobodyBeginsAGroupThatIsTooLargeOrTooSmallForThemselves() {
        var ada = join("ada");
        ada.asks()
                .contentType("application/merge-patch+json")
                .body("{\"matching\": {\"groupSize\": {\"min\": 4, \"max\": 5}}}")
                .patch("/v1/people/me")
                .then()
                .statusCode(200);

        begin(ada, Map.of("minSize", 5)).body(at("$.maxSize", equalTo(5)));
        for (var wrong : Map.of("minSize", 6, "maxSize", 3).entrySet()) {
            var wish = new java.util.HashMap<>(named("x", "y"));
            wish.put(wrong.getKey(), wrong.getValue());
            ada.asks()
                    .body(wish)
                    .post("/v1/groups")
                    .then()
                    .statusCode(400)
                    .body(at("$.errors[*].pointer", contains("/" + wrong.getKey())))
                    .body(at("$.errors[*].code", contains("out-of-range")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "🧵"})
    void aNameHasAtMost120CharactersAndAStatement500(String character) {
        var ada = join("ada");

        ada.asks()
                .body(named(character.repeat(120), character.repeat(500)))
                .post("/v1/groups")
                .then()
                .statusCode(201)
                .body(at("$.name", equalTo(character.repeat(120))))
                .body(at("$.purpose.statement", equalTo(character.repeat(500))));
        ada.asks()
                .body(named(character.repeat(121), character.repeat(501)))
                .post("/v1/groups")
                .then()
                .statusCode(400)
                .body(at("$.errors[*].pointer", contains("/name", "/purpose/statement")))
                .body(at("$.errors[*].code", contains("wrong-size", "wrong-size")));
    }

    private static Map<String, Object> named(String name, String statement) {
        return Map.of("name", name, "purpose", Map.of("statement", statement, "tags", List.of("sewing")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                                   | /name              | required
            {"name":"x"}                                                                         | /purpose           | required
            {"name":" ","purpose":{"statement":"y","tags":["z"]}}                                | /name              | wrong-format
            {"name":"\\u3164","purpose":{"statement":"y","tags":["z"]}}                          | /name              | wrong-format
            {"name":"two\\nlines","purpose":{"statement":"y","tags":["z"]}}                      | /name              | wrong-format
            {"name":"x","purpose":{"tags":["z"]}}                                                | /purpose/statement | required
            {"name":"x","purpose":{"statement":" \\n ","tags":["z"]}}                          | /purpose/statement | wrong-format
            {"name":"x","purpose":{"statement":"y"}}                                             | /purpose/tags      | required
            {"name":"x","purpose":{"statement":"y","tags":[]}}                                   | /purpose/tags      | wrong-size
            {"name":"x","purpose":{"statement":"y","tags":["a","b","c","d","e","f"]}}            | /purpose/tags      | wrong-size
            {"name":"x","purpose":{"statement":"y","tags":["z",null]}}                           | /purpose/tags/1    | required
            {"name":"x","purpose":{"statement":"y","tags":["z","!?"]}}                           | /purpose/tags/1    | tag-unreadable
            {"name":"x","purpose":{"statement":"y","tags":["z"]},"minSize":1}                    | /minSize           | out-of-range
            {"name":"x","purpose":{"statement":"y","tags":["z"]},"maxSize":13}                   | /maxSize           | out-of-range
            {"name":"x","purpose":{"statement":"y","tags":["z"]},"minSize":5,"maxSize":4}        | /maxSize           | out-of-range
            {"name":"x","purpose":{"statement":"y","tags":["z"]},"minSize":"few"}                | /minSize           | wrong-type
            {"name":"x","purpose":{"statement":"y","tags":["z"],"aim":"w"}}                      | /purpose/aim       | unknown-field
            """)
    void whatIsWrongIsPointedAt(String body, String pointer, String code) {
        join("ada")
                .asks()
                .body(body)
                .post("/v1/groups")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(at("$.errors[*].pointer", hasItem(pointer)))
                .body(at("$.errors[*].code", hasItem(code)));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        join("ada")
                .asks()
                .body("""
                    {"name": " ", "purpose": {"tags": ["z", "!?"]}, "minSize": 5, "maxSize": 4}""")
                .post("/v1/groups")
                .then()
                .statusCode(400)
                .body(at(
                        "$.errors[*].pointer", contains("/maxSize", "/name", "/purpose/statement", "/purpose/tags/1")));
    }

    @Test
    void sizesThatAreWrongAreToldWithAllElseThatIsSoThatOneCorrectionIsEnough() {
        var ada = join("ada");
        ada.asks()
                .contentType("application/merge-patch+json")
                .body("{\"matching\": {\"groupSize\": {\"min\": 4, \"max\": 6}}}")
                .patch("/v1/people/me")
                .then()
                .statusCode(200);
        String wish = """
                {"name": %s, "purpose": {"statement": "y", "tags": ["z"]}, "minSize": %d, "maxSize": %d%s}""";

        ada.asks()
                .body(wish.formatted("\"x\"", 10, 2, ", \"aim\": 1"))
                .post("/v1/groups")
                .then()
                .statusCode(400)
                .body(at("$.errors[*].pointer", contains("/aim", "/maxSize", "/minSize")))
                .body(at("$.errors[1].detail", containsString("6")))
                .body(at("$.errors[2].detail", containsString("6")));
        ada.asks()
                .body(wish.formatted("7", 4, 3, ""))
                .post("/v1/groups")
                .then()
                .statusCode(400)
                .body(at("$.errors[*].pointer", contains("/maxSize", "/name")));
        ada.asks()
                .body(wish.formatted("\"x\"", 6, 6, ""))
                .post("/v1/groups")
                .then()
                .statusCode(201);
    }

    @Test
    void aGroupComesAboutWhenEnoughHaveJoined() {
        var ada = join("ada");
        String path = pathOf(begin(ada, Map.of("minSize", 3, "maxSize", 3)));

        take(join("grace"), path).body(at("$.state", equalTo("PROPOSED"))).body(at("$.openPlaces", equalTo(1)));
        take(join("edsger"), path)
                .body(at("$.state", equalTo("ACTIVE")))
                .body(at("$.activeCount", equalTo(3)))
                .body(at("$.openPlaces", equalTo(0)));

        join("late").asks().put(path + "/members/me").then().statusCode(409).body(at("$.code", equalTo("group-full")));
    }

    @Test
    void leavingIsAlwaysPossibleAndTheLastOneClosesIt() {
        var ada = join("ada");
        var grace = join("grace");
        String path = pathOf(begin(ada, Map.of("minSize", 2, "maxSize", 3)));
        take(grace, path).body(at("$.state", equalTo("ACTIVE")));

        // the founder first: nobody owns a group
        ada.asks().delete(path + "/members/me").then().statusCode(204);
        grace.asks().get(path).then().body(at("$.state", equalTo("ACTIVE"))).body(at("$.memberCount", equalTo(1)));
        take(join("edsger"), path).body(at("$.memberCount", equalTo(2)));
        take(ada, path).body(at("$.memberCount", equalTo(3)));
        ada.asks().delete(path + "/members/me").then().statusCode(204);
        ada.asks().delete(path + "/members/me").then().statusCode(204);
        grace.asks().delete(path + "/members/me").then().statusCode(204);

        grace.asks().get(path).then().body(at("$.state", equalTo("ACTIVE"))).body(at("$.memberCount", equalTo(1)));
    }

    @Test
    void whatSomebodyHasCalledAGroupOfTheirsAloneGoesWithThem() {
        var ada = join("ada");
        String alone = pathOf(begin(ada, Map.of()));
        String left = pathOf(begin(ada, Map.of()));
        ada.asks().delete(left + "/members/me").then().statusCode(204);
        String shared = pathOf(begin(ada, Map.of("minSize", 2)));
        var grace = join("grace");
        take(grace, shared);
        String name = grace.asks().get(shared).then().extract().path("name");
        grace.asks().get(alone).then().body(at("$.name", equalTo(name)));

        ada.asks().delete("/v1/people/me").then().statusCode(204);

        for (String theirs : List.of(alone, left)) {
            grace.asks()
                    .get(theirs)
                    .then()
                    .body(at("$.state", equalTo("CLOSED")))
                    .body(at("$.name", not(equalTo(name))))
                    .body(at("$.purpose.statement", not(equalTo("Mending things."))));
        }
        grace.asks().get(shared).then().body(at("$.name", equalTo(name)));
    }

    @Test
    void theOthersAreToldWhoHasLeft() {
        var ada = join("ada");
        var grace = join("grace");
        var edsger = join("edsger");
        String path = pathOf(begin(ada, Map.of("minSize", 2, "maxSize", 4)));
        take(grace, path);
        take(edsger, path);
        grace.asks().put("/v1/people/me/blocks/" + edsger.id()).then().statusCode(204);

        edsger.asks().delete(path + "/members/me").then().statusCode(204);
        var late = join("late");
        take(late, path);

        left(ada).body(at("$.items[*].left[*].personId", contains(edsger.id())));
        left(ada).body(at("$.items[*].left[*].leftAt", hasSize(1)));
        edsger.asks().put("/v1/people/me/blocks/" + ada.id()).then().statusCode(204);
        left(ada).body(at("$.items[*].left[*].personId", contains(edsger.id())));
        left(late).body(at("$.items[*].left[*]", hasSize(0)));
        left(grace).body(at("$.items[*].left[*]", hasSize(0)));
    }

    private static ValidatableResponse left(Somebody person) {
        return person.asks().get("/v1/people/me/groups").then().statusCode(200);
    }

    @Test
    void whoWasNeverInAGroupCannotLeaveIt() {
        String path = pathOf(begin(join("ada"), Map.of()));
        var stranger = join("stranger");

        stranger.asks().delete(path + "/members/me").then().statusCode(404).body(at("$.code", equalTo("not-a-member")));
        String nowhere = "/v1/groups/" + UUID.randomUUID();
        for (var answer : List.of(
                stranger.asks().get(nowhere),
                stranger.asks().get(nowhere + "/members"),
                stranger.asks().put(nowhere + "/members/me"),
                stranger.asks().delete(nowhere + "/members/me"))) {
            answer.then().statusCode(404).body(at("$.code", equalTo("unknown-group")));
        }
        operator().put(path + "/members/me").then().statusCode(403);
        as("nobody").get(path).then().statusCode(401);
    }

    @Test
    void anOpenPlaceBesideSomebodyBlockedLooksTaken() {
        var ada = join("ada");
        var mallory = join("mallory");
        String path = pathOf(begin(ada, Map.of("minSize", 2)));
        ada.asks().put("/v1/people/me/blocks/" + mallory.id()).then().statusCode(204);

        mallory.asks().put(path + "/members/me").then().statusCode(409).body(at("$.code", equalTo("group-full")));
        // the places are told to both alike: none would tell that somebody there keeps away
        mallory.asks().get(path).then().body(at("$.openPlaces", equalTo(7)));
        join("grace").asks().get(path).then().body(at("$.openPlaces", equalTo(7)));

        // it works both ways
        String theirs = pathOf(begin(mallory, Map.of("minSize", 2)));
        ada.asks().put(theirs + "/members/me").then().statusCode(409).body(at("$.code", equalTo("group-full")));
    }

    private List<OpenGroup> openFor(List<UUID> tagIds, UUID personId, int limit) {
        live.catchUp();
        return seating.openFor(tagIds, personId, Set.of(), safety.apartFrom(personId), limit);
    }

    @Test
    void openPlacesAreFoundByTag() {
        var ada = join("ada");
        String rare = unique("rare");
        String common = unique("common");
        UUID first = idOf(begin(ada, Map.of("minSize", 2, "maxSize", 2), rare, common));
        UUID second = idOf(begin(ada, Map.of("minSize", 2, "maxSize", 3), common));
        var draft = new Draft(tags);
        var byTag = List.of(draft.idOf(rare), draft.idOf(common));
        var grace = UUID.fromString(join("grace").id());

        assertThat(openFor(byTag, grace, 10)).extracting(OpenGroup::id).containsExactly(first, second);
        assertThat(openFor(byTag, grace, 1)).extracting(OpenGroup::id).containsExactly(first);
        assertThat(openFor(List.of(), grace, 10)).isEmpty();
        // not for who is in it, nor once it is full
        assertThat(openFor(byTag, UUID.fromString(ada.id()), 10)).isEmpty();
        var edsger = join("edsger");
        take(edsger, "/v1/groups/" + first);
        assertThat(openFor(byTag, grace, 10)).extracting(OpenGroup::id).containsExactly(second);
        edsger.asks().delete("/v1/groups/" + first + "/members/me").then().statusCode(204);
        assertThat(openFor(byTag, grace, 10)).extracting(OpenGroup::id).containsExactly(first, second);
        // nor for who left it, nor beside somebody they must not meet
        assertThat(openFor(byTag, UUID.fromString(edsger.id()), 10))
                .extracting(OpenGroup::id)
                .containsExactly(second);
        ada.asks().put("/v1/people/me/blocks/" + grace).then().statusCode(204);
        assertThat(openFor(byTag, grace, 10)).isEmpty();
    }

    @Test
    void whoeverKnowsWhyMayExplainAPlace() {
        var ada = join("ada");
        String cafe = unique("repair-cafe");
        String secret = unique("secret");
        UUID id = idOf(begin(ada, Map.of("minSize", 2), cafe, secret));
        var grace = join("grace");
        take(grace, "/v1/groups/" + id);
        var draft = new Draft(tags);

        explanations.explain(
                id,
                new Seat(
                        UUID.fromString(grace.id()),
                        0.75,
                        List.of(new Reason(draft.idOf(secret), 0.25, 2), new Reason(draft.idOf(cafe), 0.5, 9))),
                Set.of(draft.idOf(secret)));

        String hers = "$.items[?(@.personId == '%s')].".formatted(grace.id());
        grace.asks()
                .get("/v1/groups/" + id + "/members")
                .then()
                .body(at(hers + "because[*].tag", contains(cafe, secret)))
                .body(at(hers + "affinity", contains(0.75)));
        ada.asks()
                .get("/v1/groups/" + id + "/members")
                .then()
                .body(at(hers + "because[*].tag", contains(cafe)))
                .body(at(hers + "affinity", contains(0.5)))
                .body(at(hers + "sentence", contains("grace shares %s with this group.".formatted(cafe))));
    }

    @Test
    void threeOpenPlacesAreTakenByThreeOfTwenty() throws InterruptedException, ExecutionException {
        String path = pathOf(begin(join("ada"), Map.of("minSize", 2, "maxSize", 4)));
        var takers = IntStream.range(0, 20).mapToObj(i -> join("taker")).toList();

        var answers = atOnce(
                takers,
                taker -> taker.asks().put(path + "/members/me").then().extract().statusCode());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(17);
        operator()
                .get(path)
                .then()
                .body(at("$.memberCount", equalTo(4)))
                .body(at("$.activeCount", equalTo(4)))
                .body(at("$.state", equalTo("ACTIVE")));
        operator().get(path + "/members").then().body(at("$.items", hasSize(4)));
    }

    @Test
    void aGroupThatIsChangedForLongAsksForPatience() {
        var begun = begin(join("ada"), Map.of("minSize", 2));
        var grace = join("grace");

        QuarkusTransaction.requiringNew().run(() -> {
            PeerGroup.<PeerGroup>findById(idOf(begun), LockModeType.PESSIMISTIC_WRITE);

            grace.asks()
                    .put(pathOf(begun) + "/members/me")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body(at("$.code", equalTo("group-busy")));
        });

        take(grace, pathOf(begun));
    }

    @Test
    void countsHoldWhileSomeComeAndOthersGo() throws InterruptedException, ExecutionException {
        String path = pathOf(begin(join("ada"), Map.of("minSize", 2, "maxSize", 12)));
        var restless = IntStream.range(0, 8).mapToObj(i -> join("restless")).toList();

        atOnce(restless, person -> {
            take(person, path);
            person.asks().delete(path + "/members/me").then().statusCode(204);
            return take(person, path).extract().statusCode();
        });

        operator().get(path).then().body(at("$.memberCount", equalTo(9))).body(at("$.activeCount", equalTo(9)));
        operator().get(path + "/members").then().body(at("$.items", hasSize(9)));
    }

    private interface Act<T> {
        T by(Somebody somebody);
    }

    private static <T> List<T> atOnce(List<Somebody> people, Act<T> act)
            throws InterruptedException, ExecutionException {
        return Together.all(
                people.stream().<Callable<T>>map(person -> () -> act.by(person)).toList());
    }

    private static ValidatableResponse begin(Somebody founder, Map<String, ?> sizes, String... about) {
        List<String> tags = about.length == 0 ? List.of(unique("mending")) : List.of(about);
        var wish = new java.util.HashMap<String, Object>(sizes);
        wish.put("name", "Menders");
        wish.put("purpose", Map.of("statement", "Mending things.", "tags", tags));
        return founder.asks().body(wish).post("/v1/groups").then().statusCode(201);
    }

    private static UUID idOf(ValidatableResponse begun) {
        return UUID.fromString(begun.extract().path("id"));
    }

    private static String pathOf(ValidatableResponse begun) {
        return "/v1/groups/" + idOf(begun);
    }

    private static ValidatableResponse take(Somebody person, String path) {
        return person.asks().put(path + "/members/me").then().statusCode(200);
    }
}
