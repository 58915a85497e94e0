package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coterie.Door;
import org.coterie.Door.Somebody;
import org.coterie.Together;
import org.coterie.people.People;
import org.coterie.people.Terms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("http")
class ThirdPersonTest {

    @Inject
    DataSource database;

    @Inject
    People community;

    @Inject
    ThirdPerson thirdPerson;

    private static List<Map<String, Object>> groupsAbout(String tag) {
        return Door.operator()
                .accept("application/json")
                .get("/v1/groups?limit=100&tag=" + tag)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    @Test
    void whoSaidNoIsNotAskedTheSameAgain() {
        String tag = unique("samovar");
        List<Somebody> people = List.of(join("ada"), join("bo"), join("cy"));
        people.forEach(person -> person.caresAbout(tag));
        String group = people.get(2).asks().get("/v1/people/me/suggestions").path("groups[0].group.id");
        people.forEach(person -> decline(person, group));

        people.get(0).asks().get("/v1/people/me/suggestions").then().body(at("$.groups", empty()));
        people.get(1).caresAbout(tag, unique("teapot"));
        people.get(0).asks().get("/v1/people/me/suggestions").then().body(at("$.groups", empty()));
        people.get(1).asks().get("/v1/people/me/groups").then().body(at("$.items", empty()));
    }

    @Test
    void whoSaidNoIsNotAskedTheSameTogetherWithSomethingElse() {
        String common = unique("samovar");
        String rare = unique("teapot");
        IntStream.range(0, 20).forEach(i -> join("bystander"));
        List<Somebody> people = IntStream.range(0, 9).mapToObj(i -> join("ada")).toList();
        people.forEach(person -> person.caresAbout(common));
        var dora = people.get(0);
        decline(dora, dora.asks().get("/v1/people/me/groups").path("items[0].group.id"));
        join("cy").caresAbout(common); // who takes their place
        List<Somebody> others = List.of(join("ed"), join("flo"));
        others.forEach(person -> person.caresAbout(common, rare));

        dora.caresAbout(common, rare);

        suggestions(dora)
                .body(at("$.groups[0].invited", equalTo(true)))
                .body(at("$.groups[0].group.purpose.tags", contains(rare)));
    }

    @Test
    void threeWhoShareARareTagAreProposedTheMomentTheThirdAppears() {
        String tag = unique("rare");
        List<Somebody> people = List.of(join("ada"), join("grace"), join("joan"));
        people.get(0).caresAbout(tag);
        people.get(1).caresAbout(tag);
        people.get(0).asks().get("/v1/people/me/suggestions").then().body(at("$.groups", empty()));

        people.get(2).caresAbout(tag);

        assertThat(groupsAbout(tag)).hasSize(1);
        for (Somebody one : people) {
            one.asks()
                    .get("/v1/people/me/suggestions")
                    .then()
                    .body(at("$.groups", hasSize(1)))
                    .body(at("$.groups[0].invited", equalTo(true)))
                    .body(at("$.groups[0].group.state", equalTo("PROPOSED")))
                    .body(at("$.groups[0].group.memberCount", equalTo(3)))
                    .body(at("$.groups[0].group.name", equalTo(tag)))
                    .body(at("$.groups[0].group.purpose.tags", equalTo(List.of(tag))))
                    .body(at("$.groups[0].because[0].tag", equalTo(tag)))
                    .body(at("$.groups[0].because[0].holders", equalTo(3)));
        }
    }

    @Test
    void whoFitsAProposalThatHasBecomeTooSmallIsInvitedIntoIt() {
        String tag = unique("samovar");
        List<Somebody> people = List.of(join("ada"), join("bo"), join("cy"));
        people.forEach(person -> person.caresAbout(tag));
        String group = String.valueOf(groupsAbout(tag).get(0).get("id"));
        decline(people.get(0), group);

        var dora = join("dora");
        dora.caresAbout(tag);
        var ed = join("ed");
        ed.caresAbout(tag);

        assertThat(groupsAbout(tag)).extracting(one -> one.get("id")).containsExactly(group);
        suggestions(dora)
                .body(at("$.groups[*].group.id", contains(group)))
                .body(at("$.groups[0].invited", equalTo(true)))
                .body(at("$.groups[0].group.memberCount", equalTo(3)))
                .body(at("$.groups[0].because[0].tag", equalTo(tag)));
        dora.asks()
                .get("/v1/events")
                .then()
                .body(at("$.items[?(@.type == 'invitation.sent')].data.groupId", contains(group)));
        suggestions(ed).body(at("$.groups[*].invited", contains(false)));
        for (Somebody one : List.of(people.get(1), people.get(2), dora)) {
            one.asks().put("/v1/groups/%s/members/me".formatted(group)).then().statusCode(200);
        }
        dora.asks().get("/v1/groups/" + group).then().body(at("$.state", equalTo("ACTIVE")));
    }

    @Test
    void nobodyIsInvitedIntoAProposalForWhatTooFewInItCareAbout() {
        String tag = unique("pergola");
        List<Somebody> three = Stream.of("ada", "bo", "cy").map(Door::join).toList();
        three.forEach(one -> one.caresAbout(tag));
        String group = only(three.get(0));
        three.get(0).asks().delete("/v1/people/me/interests/" + tag).then().statusCode(204);
        decline(three.get(1), group);
        decline(three.get(2), group);
        var dan = join("dan");
        dan.caresAbout(tag);

        dan.asks().get("/v1/people/me/groups").then().body(at("$.items", empty()));
    }

    @Test
    void nobodyIsInvitedIntoAProposalOfWhichTheyCarryOnlyWhatIsDisclosed() {
        String open = unique("arbour");
        String secret = unique("espalier");
        List<Somebody> three = Stream.of("ada", "bo", "cy").map(Door::join).toList();
        three.forEach(one -> one.caresAbout(open, secret));
        String group = only(three.get(0));
        three.get(0).declares(secret, Map.of("visibility", "MATCH_ONLY"));
        decline(three.get(2), group);
        var dan = join("dan");
        dan.caresAbout(open);
        dan.asks().get("/v1/people/me/groups").then().body(at("$.items", empty()));

        dan.caresAbout(open, secret);

        assertThat(only(dan)).isEqualTo(group);
    }

    /** The one group somebody is in, or invited to. */
    private static String only(Somebody person) {
        person.asks().get("/v1/people/me/groups").then().body(at("$.items", hasSize(1)));
        return person.asks().get("/v1/people/me/groups").path("items[0].group.id");
    }

    @Test
    void whoWaitsAlreadyIsInvitedAtOnceWhereSomebodyDeclines() {
        String tag = unique("samovar");
        List<Somebody> people = List.of(join("ada"), join("bo"), join("cy"));
        people.forEach(person -> person.caresAbout(tag));
        String group = String.valueOf(groupsAbout(tag).get(0).get("id"));
        var blocked = join("blocked");
        blocked.asks().put("/v1/people/me/blocks/" + people.get(1).id()).then().statusCode(204);
        blocked.caresAbout(tag);
        var dora = join("dora");
        dora.caresAbout(tag);

        decline(people.get(0), group);

        blocked.asks().get("/v1/people/me/groups").then().body(at("$.items", empty()));
        dora.asks().get("/v1/people/me/groups").then().body(at("$.items[*].group.id", contains(group)));
        assertThat(groupsAbout(tag)).extracting(one -> one.get("id")).containsExactly(group);
    }

    @Test
    void whoHoldsItForMatchingOnlyOrMustNotMeetThemIsNotInvitedIntoAProposalThatIsTooSmall() {
        String tag = unique("samovar");
        List<Somebody> people = List.of(join("ada"), join("bo"), join("cy"));
        people.forEach(person -> person.caresAbout(tag));
        String group = String.valueOf(groupsAbout(tag).get(0).get("id"));
        decline(people.get(0), group);

        var secret = join("secret");
        secret.declares(tag, Map.of("visibility", "MATCH_ONLY"));
        var blocked = join("blocked");
        blocked.asks().put("/v1/people/me/blocks/" + people.get(1).id()).then().statusCode(204);
        blocked.caresAbout(tag);

        for (Somebody one : List.of(secret, blocked)) {
            one.asks().get("/v1/people/me/groups").then().body(at("$.items", empty()));
        }
    }

    @Test
    void whileGroupsAreFormedTheThirdIsToldSoAndProposedAfterwards() throws SQLException {
        String tag = unique("rare");
        join("ada").caresAbout(tag);
        join("grace").caresAbout(tag);
        UUID formation = UUID.randomUUID();
        write("""
                insert into formation (id, state, progress, min_size, max_size, groups_per_person, seed, dry_run,
                                       requested_at, heartbeat_at)
                values ('%s', 'RUNNING', 0, 3, 8, 2, 1, false, current_timestamp, current_timestamp)""".formatted(formation));
        Somebody third = join("joan");
        try {
            third.caresAbout(tag);

            third.asks()
                    .get("/v1/people/me/suggestions")
                    .then()
                    .body(at("$.groups", empty()))
                    .body(at("$.waiting.people", equalTo(2)))
                    .body(at("$.waiting.missing", equalTo(0)))
                    .body(at("$.waiting.sentence", endsWith("groups are being formed right now.")));
        } finally {
            write("delete from formation where id = '%s'".formatted(formation));
        }

        third.asks()
                .get("/v1/people/me/suggestions")
                .then()
                .body(at("$.groups[*].invited", equalTo(List.of(true))))
                .body(at("$.waiting", nullValue()));
    }

    private void write(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Both in the seconds in which their place is not seen; who is kept apart is noticed only by whoever looks again. */
    @Test
    void whoChangesTheirTermsWhileTheyAreGivenAPlaceIsLookedAtAgain() throws SQLException {
        String tag = unique("samovar");
        List<Somebody> three = List.of(join("ada"), join("bo"), join("cy"));
        three.forEach(one -> one.caresAbout(tag));
        var ada = three.get(0);
        Map<UUID, Terms> terms =
                QuarkusTransaction.requiringNew().call(() -> community.termsOf(List.of(UUID.fromString(ada.id()))));
        write("insert into avoid (person_id, avoided_id, avoided_at) values ('%s', '%s', current_timestamp)"
                .formatted(ada.id(), three.get(1).id()));

        thirdPerson.settle(terms);
        ada.asks().get("/v1/people/me/groups").then().body(at("$.items", hasSize(1)));
        write("update person set new_company = not new_company where id = '%s'".formatted(ada.id()));
        thirdPerson.settle(terms);

        ada.asks().get("/v1/people/me/groups").then().body(at("$.items", empty()));
    }

    @Test
    void threeWhoComeAtOnceBecomeOneGroup() throws Exception {
        for (int earlier : List.of(0, 2)) {
            String tag = unique("at-once");
            for (int i = 0; i < earlier; i++) {
                join("early").caresAbout(tag);
            }
            List<Somebody> late =
                    IntStream.range(0, 3).mapToObj(i -> join("late")).toList();

            Together.all(late.stream()
                    .<Callable<ValidatableResponse>>map(one -> () -> one.caresAbout(tag))
                    .toList());

            assertThat(groupsAbout(tag)).hasSize(1);
        }
    }

    @Test
    void whoComesToSpeakTheirLanguageCompletesAGroup() {
        String tag = unique("language");
        join("ada").caresAbout(tag);
        join("grace").caresAbout(tag);
        var hanna = join(Map.of("handle", unique("hanna"), "languages", List.of("de")));
        hanna.caresAbout(tag);
        assertThat(groupsAbout(tag)).isEmpty();

        hanna.asks()
                .contentType("application/merge-patch+json")
                .body("{\"languages\":[\"de\",\"en\"]}")
                .patch("/v1/people/me")
                .then()
                .statusCode(200);

        assertThat(groupsAbout(tag)).hasSize(1);
    }

    @Test
    void whoLiftsABlockCompletesAGroup() {
        String tag = unique("lifted");
        var ada = join("ada");
        var grace = join("grace");
        ada.asks().put("/v1/people/me/blocks/" + grace.id()).then().statusCode(204);
        Stream.of(ada, grace, join("joan")).forEach(one -> one.caresAbout(tag));
        assertThat(groupsAbout(tag)).isEmpty();

        ada.asks().delete("/v1/people/me/blocks/" + grace.id()).then().statusCode(204);

        assertThat(groupsAbout(tag)).hasSize(1);
    }

    @Test
    void membersReadWhoOffersWhoSeeksAndWhy() {
        String tag = unique("welding");
        var ada = join("ada");
        var grace = join("grace");
        var joan = join("joan");
        ada.declares(tag, Map.of("stance", "OFFER", "why", "I have done it for years."));
        Guest.says(grace, "SEEK", tag);
        joan.caresAbout(tag);
        String group = (String) groupsAbout(tag).get(0).get("id");

        var members = joan.asks().get("/v1/groups/" + group + "/members").then().statusCode(200);

        members.body(at(
                        "$.items[?(@.displayName == 'ada')].sentence",
                        contains("ada offers %s to this group.".formatted(tag))))
                .body(at("$.items[?(@.displayName == 'ada')].because[0].stance", contains("OFFER")))
                .body(at("$.items[?(@.displayName == 'ada')].because[0].why", contains("I have done it for years.")))
                .body(at(
                        "$.items[?(@.displayName == 'grace')].sentence",
                        contains("grace looks for %s in this group.".formatted(tag))))
                .body(at(
                        "$.items[?(@.displayName == 'joan')].sentence",
                        contains("joan shares %s with this group.".formatted(tag))));
        grace.asks()
                .get("/v1/people/me/groups")
                .then()
                .body(at("$.items[0].sentence", equalTo("You look for %s in this group.".formatted(tag))));

        Guest.says(ada, "OFFER", tag);
        joan.asks()
                .get("/v1/groups/" + group + "/members")
                .then()
                .body(at("$.items[?(@.displayName == 'ada')].because[0].why", empty()));
    }

    @Test
    void whatIsMissingIsSaidAsItIs() {
        String sought = unique("sought");
        List<Somebody> seekers = List.of(join("ada"), join("grace"), join("joan"));
        seekers.forEach(seeker -> Guest.says(seeker, "SEEK", sought));
        seekers.get(0)
                .asks()
                .get("/v1/people/me/suggestions")
                .then()
                .body(at("$.waiting.people", equalTo(2)))
                .body(at("$.waiting.missing", equalTo(1)))
                .body(at("$.waiting.sentence", containsString("1 more who offers it is needed")));

        String apart = unique("apart");
        var mary = join("mary");
        var emmy = join("emmy");
        mary.asks().put("/v1/people/me/blocks/" + emmy.id()).then().statusCode(204);
        var lise = join("lise");
        Stream.of(mary, emmy, lise).forEach(one -> one.caresAbout(apart));
        lise.asks()
                .get("/v1/people/me/suggestions")
                .then()
                .body(at("$.waiting.people", equalTo(2)))
                .body(at("$.waiting.missing", equalTo(1)))
                .body(at("$.waiting.sentence", containsString("1 more whom all can meet is needed")));
    }

    private static void decline(Somebody person, String group) {
        person.asks().delete("/v1/groups/%s/members/me".formatted(group)).then().statusCode(204);
    }

    private static ValidatableResponse suggestions(Somebody person) {
        return person.asks().get("/v1/people/me/suggestions").then().statusCode(200);
    }

    @Test
    void whoSharesIsNotToldThatSomebodyHasToOfferWhatOthersSeek() {
        String tag = unique("half-sought");
        var ada = join("ada");
        Guest.says(ada, "SHARE", tag);
        var grace = join("grace");
        Guest.says(grace, "SEEK", tag);
        var joan = join("joan");
        Guest.says(joan, "SHARE", tag);

        suggestions(ada)
                .body(at("$.waiting.people", equalTo(2)))
                .body(at("$.waiting.missing", equalTo(1)))
                .body(at("$.waiting.sentence", containsString("1 more whom all can meet is needed")));
        suggestions(grace)
                .body(at("$.waiting.missing", equalTo(1)))
                .body(at("$.waiting.sentence", containsString("1 more who offers it is needed")));
        Guest.says(join("mary"), "SHARE", tag);
        suggestions(ada).body(at("$.groups[0].invited", equalTo(true)));
        suggestions(grace).body(at("$.waiting.sentence", containsString("2 more are needed, 1 of them to offer it")));
    }

    @Test
    void nothingIsSaidToBeMissingWhereNobodyWhoCameWouldHelp() {
        String tag = unique("alone");
        var ada = join("ada");
        Guest.meetOn(ada, "{\"groupSize\": {\"min\": 2, \"max\": 2}}");
        ada.caresAbout(tag);
        join("grace").caresAbout(tag);

        suggestions(ada).body(at("$.waiting", nullValue()));
        Guest.meetOn(ada, "{\"groupSize\": {\"min\": 5, \"max\": 8}}");
        suggestions(ada).body(at("$.waiting.missing", equalTo(3)));
    }

    @Test
    void whatHasBeenSaidNoToRests() {
        String tag = unique("rested");
        List<Somebody> three = List.of(join("ada"), join("grace"), join("joan"));
        three.forEach(one -> one.caresAbout(tag));
        String group = suggestions(three.get(0)).extract().path("groups[0].group.id");

        three.forEach(one -> decline(one, group));
        suggestions(three.get(0)).body(at("$.waiting", nullValue()));
        var mary = join("mary");
        mary.caresAbout(tag);

        suggestions(mary).body(at("$.waiting.people", equalTo(0))).body(at("$.waiting.missing", equalTo(2)));
    }

    @Test
    void whoDoesNotCompleteAGroupIsNoneOfThoseWhoDo() {
        String tag = unique("kindred");
        String kind = unique("kind");
        var ada = join("ada");
        ada.caresAbout(tag);
        var grace = join("grace");
        Guest.meetOn(grace, "{\"notTheOnlyOneWith\": [\"%s\"]}".formatted(kind));
        grace.caresAbout(tag, kind);

        suggestions(ada).body(at("$.waiting.people", equalTo(1))).body(at("$.waiting.missing", equalTo(2)));
        join("joan").caresAbout(tag);
        suggestions(ada).body(at("$.groups", empty())).body(at("$.waiting.missing", equalTo(1)));
        join("mary").caresAbout(tag);
        suggestions(ada).body(at("$.groups", hasSize(1))).body(at("$.waiting", nullValue()));
        suggestions(grace).body(at("$.groups", empty()));
    }

    @Test
    void whoMustNotMeetIsNotProposedTogether() {
        String tag = unique("apart");
        var ada = join("ada");
        var grace = join("grace");
        var joan = join("joan");
        ada.asks().put("/v1/people/me/blocks/" + joan.id()).then().statusCode(204);

        Stream.of(ada, grace, joan).forEach(one -> one.caresAbout(tag));
        assertThat(groupsAbout(tag)).isEmpty();

        join("mary").caresAbout(tag);
        assertThat(groupsAbout(tag)).hasSize(1);
        long together = Stream.of(ada, joan)
                .filter(one -> !one.asks()
                        .get("/v1/people/me/suggestions")
                        .<List<?>>path("groups.findAll { it.invited }")
                        .isEmpty())
                .count();
        assertThat(together).isEqualTo(1);
    }

    @Test
    void whoHasNoLanguageInCommonIsNotProposedTogether() {
        String tag = unique("tongue");
        for (String language : List.of("en", "de", "pt-BR")) {
            join(Map.of("handle", unique("speaker"), "languages", List.of(language)))
                    .caresAbout(tag);
        }
        assertThat(groupsAbout(tag)).isEmpty();

        join(Map.of("handle", unique("speaker"), "languages", List.of("pt-PT"))).caresAbout(tag);
        assertThat(groupsAbout(tag)).isEmpty();
        join(Map.of("handle", unique("speaker"), "languages", List.of("es", "pt")))
                .caresAbout(tag);
        assertThat(groupsAbout(tag)).hasSize(1);
    }

    @Test
    void whoIsInAGroupIsLeftInPeace() {
        String tag = unique("peace");
        IntStream.range(0, 3).forEach(i -> join("early").caresAbout(tag));

        join("late").caresAbout(tag);
        join("later").caresAbout(tag);

        assertThat(groupsAbout(tag)).hasSize(1);
    }

    @Test
    void whatIsHeldForMatchingOnlyAfterwardsNamesNothingAnyMore() {
        String tag = unique("hushed");
        var ada = join("ada");
        var grace = join("grace");
        var joan = join("joan");
        List.of(ada, grace, joan).forEach(one -> one.caresAbout(tag));
        String group = ada.asks().get("/v1/people/me/suggestions").path("groups[0].group.id");
        assertThat(join("early").asks().get("/v1/groups/" + group).asString()).contains(tag);

        keepsQuiet(joan, tag);

        assertThat(join("stranger").asks().get("/v1/groups/" + group).asString())
                .doesNotContain(tag);
        assertThat(groupsAbout(tag)).isEmpty();
        ada.asks()
                .get("/v1/groups/" + group)
                .then()
                .body(at("$.name", equalTo("A shared interest")))
                .body(at("$.purpose.tags[0]", equalTo(tag)));
        keepsQuiet(ada);
        assertThat(ada.asks().get("/v1/groups/" + group + "/members").asString())
                .doesNotContain(tag);
    }

    @Test
    void whatAFileKeepsForMatchingOnlyNamesNothingAnyMore() {
        String tag = unique("filed");
        var ada = join("ada");
        var grace = join("grace");
        var joan = join("joan");
        List.of(ada, grace, joan).forEach(one -> one.caresAbout(tag));
        String group = ada.asks().get("/v1/people/me/suggestions").path("groups[0].group.id");

        operator()
                .contentType("application/x-ndjson")
                .body("{\"handle\":\"%s\",\"interests\":[{\"tag\":\"%s\",\"visibility\":\"MATCH_ONLY\"}]}"
                        .formatted(joan.handle(), tag)
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(202);

        assertThat(join("stranger").asks().get("/v1/groups/" + group).asString())
                .doesNotContain(tag);
    }

    private static void keepsQuiet(Somebody one, String... tags) {
        one.asks()
                .body(Map.of(
                        "interests",
                        Stream.of(tags)
                                .map(tag -> Map.of("tag", tag, "visibility", "MATCH_ONLY"))
                                .toList()))
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsHeldForMatchingOnlyNamesNothing() {
        String tag = unique("secret");
        var ada = join("ada");
        var grace = join("grace");
        var joan = join("joan");
        ada.caresAbout(tag);
        grace.caresAbout(tag);
        keepsQuiet(joan, tag);

        for (Somebody one : List.of(ada, joan)) {
            one.asks()
                    .get("/v1/people/me/suggestions")
                    .then()
                    .body(at("$.groups", hasSize(1)))
                    .body(at("$.groups[0].group.name", not(containsString(tag))))
                    .body(at("$.groups[0].group.purpose.statement", not(containsString(tag))))
                    .body(at("$.groups[0].because[0].tag", equalTo(tag)))
                    .body(at("$.groups[0].because[0].holders", equalTo("<3")));
        }
        assertThat(groupsAbout(tag)).isEmpty();
        String group = ada.asks().get("/v1/people/me/suggestions").path("groups[0].group.id");
        String seen = join("stranger").asks().get("/v1/groups/" + group).asString();
        assertThat(seen).doesNotContain(tag);
    }

    @Test
    void whatWasSaidUntilATimeThatIsOverIsNoReasonAnyMore() throws SQLException {
        String tag = unique("lantern");
        String other = unique("parade");
        List<Somebody> people = List.of(join("ada"), join("bo"), join("cy"));
        people.forEach(one -> one.caresAbout(tag, other));
        var cy = people.get(2);
        String group = cy.asks().get("/v1/people/me/groups").path("items[0].group.id");

        isOver(cy, other);

        for (Somebody reader : people) {
            String members =
                    reader.asks().get("/v1/groups/%s/members".formatted(group)).asString();
            for (JsonNode member : Door.json(members).path("items")) {
                JsonNode because = member.path("because");
                assertThat(because).hasSize(member.path("personId").asText().equals(cy.id()) ? 1 : 2);
                assertThat(IntStream.range(0, because.size())
                                .mapToDouble(r ->
                                        because.path(r).path("contribution").asDouble())
                                .sum())
                        .isCloseTo(member.path("affinity").asDouble(), within(1e-9));
            }
        }
        cy.asks()
                .get("/v1/people/me/groups")
                .then()
                .body(at("$.items[0].because[*].tag", contains(tag)))
                .body(at("$.items[0].sentence", equalTo("You share %s with this group.".formatted(tag))));
    }

    /** Time passes, and nobody does anything. */
    private void isOver(Somebody one, String tag) throws SQLException {
        try (var connection = database.getConnection();
                var over = connection.prepareStatement("""
                        update interest set until_at = expressed_at, matches_until = expressed_at
                        where person_id = ? and tag_id = (select id from tag where name = ?)""")) {
            over.setObject(1, UUID.fromString(one.id()));
            over.setString(2, tag);
            assertThat(over.executeUpdate()).isEqualTo(1);
        }
    }
}
