package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.coterie.Door.Somebody;
import org.coterie.tags.NearTags;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What tags do that mean nearly the same. */
@QuarkusTest
@Tag("http")
class NearTagsTest {

    private static final String GROUPS = "/v1/people/me/groups";
    private static final Somebody NOBODY = new Somebody("", "", "");
    private static final String SUGGESTIONS = "/v1/people/me/suggestions";

    private final String cycling = unique("cycling");
    private final String biking = unique("biking");
    private Somebody ada = NOBODY;
    private Somebody bo = NOBODY;
    private Somebody cy = NOBODY;

    @Inject
    Tags tags;

    @Inject
    NearTags nearTags;

    @BeforeEach
    void comeIn() {
        ada = join("ada");
        bo = join("bo");
        cy = join("cy");
    }

    private UUID idOf(String word) {
        TagName name = TagName.of(word);
        return Objects.requireNonNull(tags.resolve(List.of(name)).get(name.name()))
                .id();
    }

    private void letThemBeNear(double confidence) {
        nearTags.replaceAll(Map.of(idOf(biking), Map.of(idOf(cycling), confidence)));
    }

    private static void holds(Somebody person, String tag, String visibility) {
        person.asks()
                .body(Map.of("interests", List.of(Map.of("tag", tag, "visibility", visibility))))
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200);
    }

    private static JsonNode groupsOf(Somebody person) {
        return json(person.asks().get(GROUPS).asString()).path("items");
    }

    private static String members(Somebody person) {
        return "/v1/groups/" + groupsOf(person).path(0).path("group").path("id").asText() + "/members";
    }

    private static JsonNode memberAsSeenBy(Somebody reader, Somebody member) {
        for (JsonNode one : json(reader.asks().get(members(reader)).asString()).path("items")) {
            if (one.path("personId").asText().equals(member.id())) {
                return one;
            }
        }
        throw new AssertionError(member + " is not beside " + reader);
    }

    @Test
    void whoSaysItInAnotherWordCompletesTheGroupAndIsToldSo() {
        letThemBeNear(0.9);
        ada.caresAbout(cycling);
        bo.caresAbout(cycling);
        cy.caresAbout(biking);

        cy.asks()
                .get(GROUPS)
                .then()
                .body(at("$.items", hasSize(1)))
                .body(at("$.items[0].because", hasSize(1)))
                .body(at("$.items[0].because[0].tag", equalTo(cycling)))
                .body(at("$.items[0].because[0].saidAs", equalTo(biking)))
                .body(at("$.items[0].because[0].confidence", equalTo(0.9)))
                .body(at("$.items[0].group.purpose.tags[0]", equalTo(cycling)));
        JsonNode mine = groupsOf(cy).path(0);
        assertThat(mine.path("affinity").asDouble()).isCloseTo(0.9, within(1e-9));
        assertThat(mine.path("sentence").asText())
                .isEqualTo("You said %s, they say %s, which is nearly the same.".formatted(biking, cycling));
        JsonNode seen = memberAsSeenBy(ada, cy);
        assertThat(seen.path("because").path(0).path("saidAs").asText()).isEqualTo(biking);
        assertThat(seen.path("sentence").asText())
                .endsWith(" said %s, others here say %s, which is nearly the same.".formatted(biking, cycling));
        assertThat(memberAsSeenBy(cy, ada).path("because").path(0).has("saidAs"))
                .isFalse();
        cy.asks()
                .get(SUGGESTIONS)
                .then()
                .body(at("$.groups[0].because[0].saidAs", equalTo(biking)))
                .body(at("$.groups[0].sentence", equalTo(mine.path("sentence").asText())));
    }

    @Test
    void whoSaysThatANearTagIsWrongIsNoLongerTakenToMeanIt() {
        letThemBeNear(0.9);
        ada.caresAbout(cycling);
        cy.caresAbout(biking);
        cy.asks()
                .get(SUGGESTIONS)
                .then()
                .body(at("$.people[0].person.handle", equalTo(ada.handle())))
                .body(at("$.people[0].because[0].saidAs", equalTo(biking)));

        cy.asks()
                .body(Map.of("verdict", "WRONG"))
                .put("/v1/people/me/corrections/{tag}", cycling)
                .then()
                .statusCode(200);

        cy.asks().get(SUGGESTIONS).then().body(at("$.people", empty()));
        ada.asks().get(SUGGESTIONS).then().body(at("$.people", empty()));
        bo.caresAbout(cycling);
        cy.asks().get(GROUPS).then().body(at("$.items", empty()));
        MeetingAgainTest.form("{}");
        assertThat(groupsOf(cy)).isEmpty();
        cy.asks().delete("/v1/people/me/corrections/{tag}", cycling).then().statusCode(204);
        cy.asks().get(SUGGESTIONS).then().body(at("$.groups[0].because[0].saidAs", equalTo(biking)));
    }

    @Test
    void whoTakesBackWhatTheySaidHasNoReasonAnyMore() {
        letThemBeNear(0.9);
        ada.caresAbout(cycling);
        bo.caresAbout(cycling);
        cy.caresAbout(biking);

        cy.caresAbout(unique("sailing"));

        cy.asks().get(GROUPS).then().body(at("$.items[0].because", empty()));
        ada.asks().get(members(ada)).then().body(not(containsString(biking)));
    }

    @Test
    void aFormationCountsThemUnlessItIsAskedNotTo() {
        ada.caresAbout(cycling);
        bo.caresAbout(cycling);
        cy.caresAbout(biking);
        assertThat(groupsOf(cy)).isEmpty();
        letThemBeNear(0.9);

        JsonNode without = MeetingAgainTest.form("{\"nearTags\": false}");

        assertThat(without.path("nearTags").asBoolean()).isFalse();
        assertThat(groupsOf(cy)).isEmpty();
        assertThat(groupsOf(ada)).isEmpty();

        JsonNode with = MeetingAgainTest.form("{}");

        assertThat(with.path("nearTags").asBoolean()).isTrue();
        assertThat(groupsOf(cy)).hasSize(1);
        assertThat(groupsOf(cy).path(0).path("because").path(0).path("saidAs").asText())
                .isEqualTo(biking);
        assertThat(groupsOf(cy).path(0).path("group").path("id"))
                .isEqualTo(groupsOf(ada).path(0).path("group").path("id"));
    }

    @Test
    void whatIsNotSureEnoughDoesNotCount() {
        letThemBeNear(0.79);
        ada.caresAbout(cycling);
        bo.caresAbout(cycling);
        cy.caresAbout(biking);

        assertThat(groupsOf(cy)).isEmpty();
        MeetingAgainTest.form("{\"nearTags\": true}");
        assertThat(groupsOf(cy)).isEmpty();
    }

    @Test
    void whatSomebodyHoldsForMatchingOnlyFromNowOnIsToldToNobodyWhoSaysItInAnotherWord() {
        letThemBeNear(0.9);
        ada.caresAbout(cycling);
        bo.caresAbout(cycling);
        cy.caresAbout(biking);
        assertThat(groupsOf(cy)).hasSize(1);

        holds(cy, biking, "MATCH_ONLY");

        String group =
                "/v1/groups/" + groupsOf(cy).path(0).path("group").path("id").asText();
        for (Somebody reader : List.of(ada, bo)) {
            for (String path :
                    List.of(members(reader), GROUPS, SUGGESTIONS, group, "/v1/groups?expand=members&tag=" + cycling)) {
                reader.asks().get(path).then().statusCode(200).body(not(containsString(biking)));
            }
            assertThat(memberAsSeenBy(reader, cy).path("because")).isEmpty();
        }
        assertThat(groupsOf(cy).path(0).path("because").path(0).path("saidAs").asText())
                .isEqualTo(biking);
    }

    @Test
    void whoSaysItInAnotherWordIsNotToldWhatAnotherHoldsForMatchingOnlyFromNowOn() {
        letThemBeNear(0.9);
        cy.caresAbout(biking);
        ada.caresAbout(cycling);
        bo.caresAbout(cycling);
        assertThat(groupsOf(cy)).hasSize(1);

        holds(bo, cycling, "MATCH_ONLY");

        assertThat(memberAsSeenBy(cy, bo).toString()).doesNotContain(cycling);
    }

    @Test
    void whatSomebodyHoldsForMatchingOnlyBringsOnlyThoseBesideThemWhoHoldItThemselves() {
        letThemBeNear(0.9);
        ada.caresAbout(cycling);
        holds(bo, cycling, "MATCH_ONLY");
        cy.caresAbout(biking);
        var dee = join("dee");
        holds(dee, biking, "MATCH_ONLY");
        assertNobodyIsInAGroup();
        cy.asks().get(SUGGESTIONS).then().body(at("$.people[*].person.handle", contains(dee.handle(), ada.handle())));

        MeetingAgainTest.form("{}");

        assertNobodyIsInAGroup();
        join("eve").caresAbout(cycling);
        assertThat(groupsOf(ada)).hasSize(1);
        assertThat(groupsOf(bo).size() + groupsOf(cy).size())
                .as("either of them, not both")
                .isEqualTo(1);
    }

    private void assertNobodyIsInAGroup() {
        for (Somebody one : List.of(ada, bo, cy)) {
            assertThat(groupsOf(one)).isEmpty();
        }
    }

    @Test
    void peopleAndOpenPlacesAreSuggestedByThem() {
        ada.caresAbout(cycling);
        bo.caresAbout(cycling);
        var dee = join("dee");
        holds(dee, cycling, "MATCH_ONLY");
        MeetingAgainTest.form("{}"); // they are in a group, with places left
        cy.caresAbout(biking);
        cy.asks().get(SUGGESTIONS).then().body(at("$.groups", empty())).body(at("$.people", empty()));
        letThemBeNear(0.9);
        String open = unique("open");
        String group = json(ada.asks()
                        .body(Map.of("name", open, "purpose", Map.of("statement", open, "tags", List.of(cycling))))
                        .post("/v1/groups")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString())
                .path("id")
                .asText();

        JsonNode suggested = json(cy.asks().get(SUGGESTIONS).asString());

        assertThat(suggested.path("groups")).hasSize(1);
        JsonNode place = suggested.path("groups").path(0);
        assertThat(place.path("group").path("id").asText()).isEqualTo(group);
        assertThat(place.path("invited").asBoolean()).isFalse();
        assertThat(place.path("affinity").asDouble()).isCloseTo(0.9, within(1e-9));
        assertThat(place.path("because").path(0).path("tag").asText()).isEqualTo(cycling);
        assertThat(place.path("because").path(0).path("saidAs").asText()).isEqualTo(biking);
        assertThat(place.path("sentence").asText())
                .isEqualTo("You said %s, they say %s, which is nearly the same.".formatted(biking, cycling));
        assertThat(suggested.path("people")).hasSize(2);
        for (JsonNode person : suggested.path("people")) {
            assertThat(person.path("person").path("id").asText()).isIn(ada.id(), bo.id());
            assertThat(person.path("affinity").asDouble()).isCloseTo(0.9, within(1e-9));
            assertThat(person.path("because").path(0).path("confidence").asDouble())
                    .isEqualTo(0.9);
            assertThat(person.path("sentence").asText())
                    .startsWith("You said %s, ".formatted(biking))
                    .endsWith(" says %s, which is nearly the same.".formatted(cycling));
        }

        cy.asks().put("/v1/groups/" + group + "/members/me").then().statusCode(200);

        assertThat(groupsOf(cy).path(0).path("because").path(0).path("saidAs").asText())
                .isEqualTo(biking);
    }

    @Test
    void theySayWhatIsNearUntilTheySayOtherwise() {
        UUID one = idOf(biking);
        UUID other = idOf(cycling);
        letThemBeNear(0.9);
        assertThat(nearTags.of(List.of(one, other), 0.8))
                .isEqualTo(Map.of(one, Map.of(other, 0.9), other, Map.of(one, 0.9)));
        assertThat(nearTags.of(List.of(one), 0.95)).isEmpty();

        nearTags.replaceAll(Map.of(other, Map.of(one, 0.85, idOf(unique("wheels")), 1.0)));

        assertThat(nearTags.of(List.of(one), 0.8)).isEqualTo(Map.of(one, Map.of(other, 0.85)));
        nearTags.replaceAll(Map.of(other, Map.of()));
        assertThat(nearTags.of(List.of(one, other), 0.01)).isEmpty();
    }
}
