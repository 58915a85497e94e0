package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A formation finds groups there already: those with a yes stay, proposals go on where that is asked for. */
@QuarkusTest
@Tag("http")
class FormationOverGroupsTest {

    private static final String KEEPING = "{\"keepProposals\": true}";

    private final String craft = unique("craft");
    private final String tool = unique("tool");

    /** What a formation came to. */
    static JsonNode form(String body) {
        String path = "/v1/formations/"
                + json(operator().body(body).post("/v1/formations").asString())
                        .path("id")
                        .asText();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !Set.of("QUEUED", "RUNNING")
                        .contains(json(operator().get(path).asString())
                                .path("state")
                                .asText()));
        JsonNode formation = json(operator().get(path).asString());
        assertThat(formation.path("state").asText()).as(formation.toString()).isEqualTo("SUCCEEDED");
        return formation;
    }

    private List<Somebody> people(int howMany) {
        List<Somebody> people = new ArrayList<>();
        IntStream.range(0, howMany).forEach(i -> people.add(join("maker")));
        people.forEach(person -> person.caresAbout(craft, tool));
        return people;
    }

    /** The groups about the craft that are not over. */
    private List<JsonNode> groups() {
        return json(operator().get("/v1/groups?expand=members&tag=" + craft).asString())
                .path("items")
                .findParents("openPlaces")
                .stream()
                .filter(group -> !group.path("state").asText().equals("CLOSED"))
                .toList();
    }

    /** The one there is. */
    private JsonNode group() {
        List<JsonNode> groups = groups();
        assertThat(groups).hasSize(1);
        return groups.get(0);
    }

    private static Set<String> members(JsonNode group) {
        return StreamSupport.stream(group.path("members").spliterator(), false)
                .map(member -> member.path("handle").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> handles(List<Somebody> people) {
        return people.stream().map(Somebody::handle).collect(Collectors.toCollection(HashSet::new));
    }

    private static void answer(Somebody person, JsonNode group, boolean yes) {
        String path = "/v1/groups/" + group.path("id").asText() + "/members/me";
        assertThat((yes ? person.asks().put(path) : person.asks().delete(path)).statusCode())
                .isIn(200, 204);
    }

    private static int places(JsonNode formation, String because) {
        return StreamSupport.stream(formation.path("moved").spliterator(), false)
                .filter(moved -> moved.path("because").asText().equals(because))
                .mapToInt(moved -> moved.path("places").asInt())
                .sum();
    }

    @Test
    void whoWasLeftOutComesFirstTheNextTimeIfThatIsAskedFor() {
        List<Somebody> people = people(4);
        String three = "\"minSize\": 3, \"maxSize\": 3, \"groupsPerPerson\": 1";
        form("{" + three + "}");
        Set<String> first = members(group());
        Set<String> leftOut = handles(people);
        leftOut.removeAll(first);
        assertThat(leftOut).hasSize(1);

        form("{" + three + "}");
        assertThat(members(group())).isEqualTo(first);

        form("{" + three + ", \"leftOutFirst\": true, \"dryRun\": true}");
        JsonNode formation = form("{" + three + ", \"leftOutFirst\": true}");
        assertThat(formation.path("leftOutFirst").asBoolean()).isTrue();
        assertThat(members(group())).containsAll(leftOut);
    }

    @Test
    void nobodyIsAskedIntoAGroupThatIsToBecomeLargerThanTheyWant() {
        List<Somebody> people = people(4);
        Guest.meetOn(people.get(0), "{\"groupSize\": {\"min\": 4, \"max\": 8}}");
        Guest.meetOn(people.get(1), "{\"groupSize\": {\"min\": 2, \"max\": 3}}");
        Guest.meetOn(people.get(2), "{\"groupSize\": {\"min\": 2, \"max\": 2}}");
        beginsAGroup(people.get(0));

        form("{}");

        JsonNode group = group();
        assertThat(members(group)).isEqualTo(handles(List.of(people.get(0), people.get(3))));
        answer(people.get(3), group, true);
    }

    @Test
    void whoeverBeganAGroupAloneIsJoinedByThoseWhoSuitIt() {
        List<Somebody> people = people(3);
        beginsAGroup(people.get(0));

        form("{}");

        JsonNode group = group();
        assertThat(group.path("memberCount").asInt()).isEqualTo(3);
        assertThat(members(group)).isEqualTo(handles(people));
        assertThat(group.hasNonNull("formationId")).isFalse();
    }

    @Test
    void aProposalThatStillFitsGoesOn() {
        List<Somebody> people = people(5);
        form("{}");
        JsonNode before = group();

        JsonNode formation = form("{\"keepProposals\": true, \"minSize\": 4, \"maxSize\": 6}");

        JsonNode after = group();
        assertThat(after.path("minSize").asInt()).isEqualTo(4);
        assertThat(after.path("maxSize").asInt()).isEqualTo(6);
        assertThat(members(after)).isEqualTo(members(before)).isEqualTo(handles(people));
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.path("formationId")).isEqualTo(formation.path("id"));
        assertThat(formation.path("kept").asInt())
                .isPositive()
                .isLessThanOrEqualTo(formation.path("groups").asInt());
        assertThat(formation.path("keepProposals").asBoolean()).isTrue();
    }

    @Test
    void otherwiseItIsWithdrawnAndFoundAnew() {
        List<Somebody> people = people(5);
        form("{}");
        JsonNode before = group();

        JsonNode formation = form("{}");

        JsonNode after = group();
        assertThat(members(after)).isEqualTo(handles(people));
        assertThat(after.path("id")).isNotEqualTo(before.path("id"));
        assertThat(formation.path("kept").asInt()).isZero();
        assertThat(formation.path("moved")).isEmpty();
    }

    @Test
    void whoCaresNoLongerIsMovedAndTheFormationSaysWhy() {
        List<Somebody> people = people(5);
        form("{}");
        JsonNode before = group();
        people.get(0).caresAbout(unique("something-else"));

        JsonNode dry = form("{\"keepProposals\": true, \"dryRun\": true}");
        assertThat(members(group())).isEqualTo(handles(people));
        JsonNode formation = form(KEEPING);

        assertThat(places(dry, "INTEREST")).isPositive();
        assertThat(formation.path("moved")).isEqualTo(dry.path("moved"));
        JsonNode after = group();
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(members(after)).isEqualTo(handles(people.subList(1, 5)));
        assertThat(after.path("memberCount").asInt()).isEqualTo(4);
        assertThat(json(people.get(0).asks().get("/v1/people/me/groups").asString())
                        .path("items"))
                .isEmpty();
    }

    @Test
    void whoCannotMeetTheOthersAnyMoreIsThereNoMore() {
        List<Somebody> people = people(5);
        form("{}");
        people.get(0)
                .asks()
                .put("/v1/people/me/blocks/" + people.get(1).id())
                .then()
                .statusCode(204);

        form(KEEPING);

        assertThat(groups()).noneMatch(group -> members(group).containsAll(handles(people.subList(0, 2))));
        assertThat(groups()).anySatisfy(group -> assertThat(members(group)).hasSize(4));
    }

    @Test
    void aProposalOfWhichTooFewAreLeftEnds() {
        List<Somebody> people = people(3);
        JsonNode before = group();
        people.get(0).caresAbout(unique("something-else"));

        JsonNode formation = form(KEEPING);

        assertThat(places(formation, "GROUP")).isGreaterThanOrEqualTo(2);
        operator()
                .get("/v1/groups/" + before.path("id").asText())
                .then()
                .body(at("$.closedBecause", org.hamcrest.Matchers.equalTo("EXPIRED")));
    }

    @Test
    void whoeverSuitsAProposalThatOneDeclinedTakesTheirPlace() {
        List<Somebody> people = people(3);
        JsonNode before = group();
        answer(people.get(0), before, false);
        Somebody late = join("late");
        late.caresAbout(craft, tool);

        form(KEEPING);

        JsonNode after = group();
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(members(after))
                .containsExactlyInAnyOrder(people.get(1).handle(), people.get(2).handle(), late.handle());
    }

    @Test
    void aNewcomerIsAskedIntoAnOpenPlaceOfAGroupThatHasDecided() {
        List<Somebody> people = people(3);
        JsonNode before = group();
        people.forEach(person -> answer(person, before, true));
        // the purpose alone is what the newcomer has in common with them, and nobody else does
        Somebody late = join("late");
        late.caresAbout(craft, tool);

        form("{}");

        JsonNode asked = group();
        assertThat(asked.path("id")).isEqualTo(before.path("id"));
        assertThat(asked.path("state").asText()).isEqualTo("ACTIVE");
        assertThat(asked.path("memberCount").asInt()).isEqualTo(4);
        assertThat(asked.path("activeCount").asInt()).isEqualTo(3);
        assertThat(members(asked)).contains(late.handle());
        answer(late, asked, true);
        assertThat(group().path("activeCount").asInt()).isEqualTo(4);
    }

    @Test
    void whoSaidNoIsNotAskedAgain() {
        List<Somebody> people = people(6);
        form("{}");
        JsonNode before = group();
        answer(people.get(0), before, false);

        form(KEEPING);

        assertThat(members(group())).isEqualTo(handles(people.subList(1, 6)));
        answer(people.get(1), before, true);
        form("{}");
        assertThat(members(group())).isEqualTo(handles(people.subList(1, 6)));
    }

    @Test
    void whoHoldsItInSecretIsNotShownToAGroupThatIsThere() {
        List<Somebody> people = people(3);
        JsonNode before = group();
        people.forEach(person -> answer(person, before, true));
        Somebody quiet = join("quiet");
        quiet.asks()
                .body("{\"interests\": [{\"tag\": \"%s\", \"visibility\": \"MATCH_ONLY\"}]}".formatted(craft))
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200);

        form("{}");

        assertThat(members(group())).isEqualTo(handles(people));
    }

    @Test
    void aPlaceThatIsNotForWhoHoldsItInSecretGoesToSomebodyElse() {
        List<Somebody> people = people(3);
        JsonNode before = group();
        people.forEach(person -> answer(person, before, true));
        Somebody quiet = join("quiet");
        quiet.asks()
                .body(("{\"interests\": [{\"tag\": \"%s\", \"strength\": 5},"
                                + " {\"tag\": \"%s\", \"visibility\": \"MATCH_ONLY\"}]}")
                        .formatted(craft, tool))
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200);
        Somebody open = join("open");
        open.caresAbout(craft, tool, unique("other"), unique("else"));
        JsonNode dry = form("{\"dryRun\": true}");
        JsonNode formation = form("{}");

        assertThat(groups())
                .filteredOn(group -> group.path("id").equals(before.path("id")))
                .singleElement()
                .satisfies(group ->
                        assertThat(members(group)).contains(open.handle()).doesNotContain(quiet.handle()));
        assertThat(formation.path("placed")).isEqualTo(dry.path("placed"));
    }

    @Test
    void whatAGroupIsForAlreadyNeedsNoOther() {
        List<Somebody> people = people(8);
        form("{}");
        JsonNode before = group();
        people.forEach(person -> answer(person, before, true));

        form("{}");

        assertThat(group().path("id")).isEqualTo(before.path("id"));
    }

    private void beginsAGroup(Somebody founder) {
        founder.asks()
                .body(Map.of(
                        "name",
                        "Makers",
                        "purpose",
                        Map.of("statement", "Making things.", "tags", List.of(craft, tool))))
                .post("/v1/groups")
                .then()
                .statusCode(201);
    }
}
