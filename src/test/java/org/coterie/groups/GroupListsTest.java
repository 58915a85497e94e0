package org.coterie.groups;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.Door.Somebody;
import org.coterie.tags.Tags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("http")
class GroupListsTest {

    @Inject
    Proposals proposals;

    @Inject
    ObjectMapper json;

    @Inject
    Tags tags;

    private String tag;
    private List<Somebody> people;

    @BeforeEach
    void fresh() {
        tag = unique("soldering");
        people = IntStream.range(0, 3).mapToObj(i -> join("p" + i)).toList();
    }

    @Test
    void groupsAreFoundByTagInWhateverWriting() {
        var draft = proposed();

        people.get(0)
                .asks()
                .queryParam("tag", tag.toUpperCase(Locale.ROOT).replace('-', ' '))
                .get("/v1/groups")
                .then()
                .statusCode(200)
                .body(at("$.items[*].id", contains(draft.id().toString())))
                .body(at("$.items[0].members", nullValue()));
        people.get(0)
                .asks()
                .get("/v1/groups?tag=" + unique("unheard-of"))
                .then()
                .statusCode(200)
                .body(at("$.items", empty()));
    }

    @Test
    void whatIsOverIsShownToWhoAsksForIt() {
        var open = proposed();
        var over = proposed();
        people.forEach(person ->
                person.asks().delete(over.path() + "/members/me").then().statusCode(204));

        find("").body(at("$.items[*].id", contains(open.id().toString())));
        find("&state=PROPOSED").body(at("$.items[*].id", contains(open.id().toString())));
        find("&state=CLOSED").body(at("$.items[*].id", contains(over.id().toString())));
        find("&state=ACTIVE").body(at("$.items", empty()));
        find("&formation=" + UUID.randomUUID()).body(at("$.items", empty()));
        operator()
                .get("/v1/groups?limit=100")
                .then()
                .statusCode(200)
                .body(at("$.items[*].state", everyItem(not(equalTo("CLOSED")))));
    }

    @Test
    void aListComesInPagesWithALink() {
        var all =
                IntStream.range(0, 5).mapToObj(i -> proposed().id().toString()).toList();

        var first = find("&limit=3")
                .body(at("$.items[*].id", is(all.subList(0, 3))))
                .header("Link", containsString("rel=\"next\""))
                .extract();
        String cursor = first.path("nextCursor");

        find("&limit=3&cursor=" + cursor)
                .body(at("$.items[*].id", is(all.subList(3, 5))))
                .body(at("$.nextCursor", nullValue()));
    }

    @Test
    void pagesOfEverythingMissNothing() {
        var mine = Stream.of(proposed(), proposed(), proposed())
                .map(draft -> draft.id().toString())
                .toList();
        people.forEach(person -> person.asks()
                .put("/v1/groups/" + mine.get(1) + "/members/me")
                .then()
                .statusCode(200));

        var seen = new java.util.ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = operator()
                    .get("/v1/groups?limit=100&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("nextCursor");
        }

        assertThat(seen).isSorted().doesNotHaveDuplicates().containsAll(mine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=SLEEPING", "formation=1", "expand=everything", "limit=0", "cursor=!"})
    void aParameterThatMakesNoSenseIsRefused(String query) {
        for (String accept : List.of("application/json", "application/x-ndjson")) {
            if (accept.equals("application/x-ndjson") && (query.startsWith("limit") || query.startsWith("cursor"))) {
                continue;
            }
            operator()
                    .accept(accept + ", application/problem+json")
                    .get("/v1/groups?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body(at("$.code", equalTo("invalid-parameter")));
        }
    }

    @Test
    void membersAreForTheOperatorAndForMembers() {
        var draft = proposed();
        var other = join("other");

        operator()
                .get("/v1/groups?expand=members&tag=" + tag)
                .then()
                .statusCode(200)
                .body(at("$.items[0].members", hasSize(3)))
                .body(at(
                        "$.items[0].members[*].personId",
                        containsInAnyOrder(
                                people.get(0).id(),
                                people.get(1).id(),
                                people.get(2).id())))
                .body(at("$.items[0].members[*].state", everyItem(equalTo("INVITED"))))
                .body(at("$.items[0].members[*].affinity", everyItem(equalTo(0.8))))
                .body(at("$.items[0].members[0].handle", startsWith("p")))
                .body(at("$.items[0].members[0].because", nullValue()));
        people.get(0)
                .asks()
                .get("/v1/groups?expand=members&tag=" + tag)
                .then()
                .body(at("$.items[0].members", hasSize(3)));
        other.asks()
                .get("/v1/groups?expand=members&tag=" + tag)
                .then()
                .body(at("$.items[0].id", equalTo(draft.id().toString())))
                .body(at("$.items[0].members", nullValue()));
        people.get(1).asks().delete(draft.path() + "/members/me").then().statusCode(204);
        people.get(1)
                .asks()
                .get("/v1/groups?expand=members&tag=" + tag)
                .then()
                .body(at("$.items[0].members", nullValue()));
    }

    @Test
    void everyGroupComesAsALine() throws IOException {
        var all = IntStream.range(0, 3).mapToObj(i -> proposed()).toList();

        var lines = lines("?expand=members&tag=" + tag);

        assertThat(lines).extracting(line -> line.path("id").asText()).isEqualTo(ids(all));
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("purpose").path("tags").get(0).asText()).isEqualTo(tag);
            assertThat(line.path("members")).hasSize(3).allSatisfy(member -> {
                assertThat(member.path("handle").asText()).startsWith("p");
                assertThat(member.path("affinity").asDouble()).isEqualTo(0.8);
                assertThat(member.path("state").asText()).isEqualTo("INVITED");
            });
            assertThat(line.has("closedBecause")).isFalse();
        });
        assertThat(lines("?tag=" + tag))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.has("members")).isFalse());
        assertThat(lines("?tag=" + unique("unheard-of"))).isEmpty();
    }

    @Test
    void manyGroupsAreProposedAndReadInFull() throws IOException {
        var seats = people.stream()
                .map(person -> new Seat(UUID.fromString(person.id()), 0.5, List.of()))
                .toList();
        var purpose = List.of(new PurposeTag(new Draft(tags).idOf(tag), true));
        int many = 2_345;

        proposals.propose(IntStream.range(0, many)
                .mapToObj(i -> new Proposal(
                        com.github.f4b6a3.uuid.UuidCreator.getTimeOrderedEpoch(), null, purpose, 3, 3, 8, 0.5, seats)));

        var lines = lines("?expand=members&tag=" + tag);
        assertThat(lines)
                .hasSize(many)
                .allSatisfy(line -> assertThat(line.path("members")).hasSize(3));
        assertThat(lines)
                .extracting(line -> line.path("id").asText())
                .isSorted()
                .doesNotHaveDuplicates();
        // nobody accepted: they go together
        assertThat(proposals.withdrawUnanswered(UUID.randomUUID())).isGreaterThanOrEqualTo(many);
        assertThat(lines("?tag=" + tag)).isEmpty();
    }

    @Test
    void withoutAnAcceptHeaderAListIsAPage() {
        proposed();

        given().header("Authorization", "Bearer operator")
                .accept("*/*")
                .get("/v1/groups?tag=" + tag)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(at("$.items", hasSize(1)));
    }

    private List<JsonNode> lines(String query) throws IOException {
        String body = operator()
                .accept("application/x-ndjson")
                .get("/v1/groups" + query)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/x-ndjson"))
                .extract()
                .asString();
        var lines = Stream.<JsonNode>builder();
        for (String line : body.lines().toList()) {
            lines.add(json.readTree(line));
        }
        return lines.build().toList();
    }

    private io.restassured.response.ValidatableResponse find(String more) {
        return people.get(0).asks().get("/v1/groups?tag=" + tag + more).then().statusCode(200);
    }

    private Draft proposed() {
        var draft = new Draft(tags).about(tag);
        people.forEach(person -> draft.inviting(person, tag));
        proposals.propose(Stream.of(draft.proposal()));
        return draft;
    }

    private static List<String> ids(List<Draft> drafts) {
        return drafts.stream().map(draft -> draft.id().toString()).toList();
    }
}
