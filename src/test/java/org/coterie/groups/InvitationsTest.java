package org.coterie.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.Door;
import org.coterie.Door.Somebody;
import org.coterie.Together;
import org.coterie.live.Live;
import org.coterie.safety.Safety;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("http")
class InvitationsTest {

    @Inject
    Explanations explanations;

    @Inject
    Live live;

    @Inject
    Proposals proposals;

    @Inject
    Roster roster;

    @Inject
    Safety safety;

    @Inject
    Seating seating;

    @Inject
    Tags tags;

    private String cafe;
    private String soldering;

    @BeforeEach
    void fresh() {
        cafe = unique("repair-cafe");
        soldering = unique("soldering");
    }

    @Test
    void anInvitationNeverJoinsByItself() {
        var people = people(3);
        var draft = proposed(3, 8, people);

        look(people.get(0), draft)
                .body(at("$.state", equalTo("PROPOSED")))
                .body(at("$.memberCount", equalTo(3)))
                .body(at("$.activeCount", equalTo(0)))
                .body(at("$.openPlaces", equalTo(5)))
                .body(at("$.cohesion", equalTo(0.58)))
                .body(at("$.purpose.statement", equalTo("People who care about %s and %s.".formatted(cafe, soldering))))
                .body(at("$.purpose.tags", contains(cafe, soldering)))
                .body(at("$.closedBecause", nullValue()))
                .body(at("$.formationId", nullValue()))
                .body(at("$.members", nullValue()));
        people.get(0)
                .asks()
                .get(draft.path() + "/members")
                .then()
                .body(at("$.items[*].state", everyItem(equalTo("INVITED"))));
    }

    @Test
    void fiveProposedOneDeclinesFourAcceptAndTheGroupForms() {
        var people = people(5);
        var draft = proposed(3, 8, people);

        decline(people.get(4), draft);
        accept(people.get(0), draft).body(at("$.state", equalTo("PROPOSED")));
        accept(people.get(1), draft).body(at("$.state", equalTo("PROPOSED")));
        accept(people.get(2), draft).body(at("$.state", equalTo("ACTIVE")));
        accept(people.get(3), draft)
                .body(at("$.state", equalTo("ACTIVE")))
                .body(at("$.memberCount", equalTo(4)))
                .body(at("$.activeCount", equalTo(4)));

        people.get(0)
                .asks()
                .get(draft.path() + "/members")
                .then()
                .statusCode(200)
                .body(at("$.items", hasSize(4)))
                .body(at("$.items[*].state", everyItem(equalTo("ACTIVE"))))
                .body(at("$.items[*].personId", not(hasItem(people.get(4).id()))));
    }

    @Test
    void acceptingTwiceIsAcceptingOnce() {
        var people = people(3);
        var draft = proposed(3, 3, people);

        accept(people.get(0), draft).body(at("$.activeCount", equalTo(1)));
        accept(people.get(0), draft).body(at("$.activeCount", equalTo(1))).body(at("$.memberCount", equalTo(3)));
    }

    @Test
    void decliningTwiceIsDecliningOnce() {
        var people = people(3);
        var draft = proposed(3, 8, people);

        decline(people.get(0), draft);
        decline(people.get(0), draft);

        look(people.get(1), draft).body(at("$.memberCount", equalTo(2)));
    }

    @Test
    void whoDeclinedMayComeBackWhileThereIsRoom() {
        var people = people(3);
        var draft = proposed(2, 3, people);
        decline(people.get(0), draft);

        accept(people.get(0), draft).body(at("$.memberCount", equalTo(3))).body(at("$.activeCount", equalTo(1)));

        decline(people.get(0), draft);
        accept(join("quick"), draft);
        conflict(people.get(0), draft, "group-full");
    }

    @Test
    void whenEverybodyDeclinesTheGroupIsOver() {
        var people = people(3);
        var draft = proposed(3, 8, people);

        people.forEach(person -> decline(person, draft));

        look(people.get(0), draft)
                .body(at("$.state", equalTo("CLOSED")))
                .body(at("$.closedBecause", equalTo("EMPTY")))
                .body(at("$.memberCount", equalTo(0)))
                .body(at("$.openPlaces", equalTo(0)));
        conflict(people.get(0), draft, "group-closed");
    }

    @Test
    void whenAllWhoWereThereHaveLeftNobodyIsInvitedToWhatTheyLeft() {
        var people = people(4);
        var draft = proposed(3, 8, people);
        people.subList(0, 3).forEach(person -> accept(person, draft));

        people.subList(0, 3).forEach(person -> decline(person, draft));

        assertThat(invitations(people.get(3))).isZero();
        conflict(people.get(3), draft, "group-closed");
        look(people.get(0), draft)
                .body(at("$.state", equalTo("CLOSED")))
                .body(at("$.closedBecause", equalTo("EMPTY")))
                .body(at("$.memberCount", equalTo(0)));
    }

    @Test
    void aProposalThatWhoeverSaidYesHasLeftGoesOnBeingOne() {
        var people = people(4);
        var draft = proposed(3, 8, people);
        accept(people.get(0), draft);

        decline(people.get(0), draft);

        assertThat(invitations(people.get(1))).isOne();
        look(people.get(0), draft).body(at("$.state", equalTo("PROPOSED"))).body(at("$.memberCount", equalTo(3)));
    }

    @Test
    void membersReadWhoIsThereAndWhy() {
        var people = people(3);
        var draft = proposed(3, 8, people);

        people.get(0)
                .asks()
                .get(draft.path() + "/members")
                .then()
                .statusCode(200)
                .body(at("$.items", hasSize(3)))
                .body(at("$.items[*].personId", containsInAnyOrder(ids(people))))
                .body(at("$.items[*].handle", hasItem(people.get(1).handle())))
                .body(at("$.items[0].because[*].tag", containsInAnyOrder(cafe, soldering)))
                .body(at("$.items[0].because[*].holders", everyItem(equalTo(12))))
                .body("items[0].because.contribution.sum()", closeTo(0.8, 1e-6))
                .body(at("$.items[0].affinity", equalTo(0.8)))
                .body(at("$.items[0].since", not(nullValue())))
                .body(at(
                        "$.items[*].sentence",
                        hasItem("p1 shares %s and %s with this group.".formatted(cafe, soldering))));
        operator().get(draft.path() + "/members").then().statusCode(200).body(at("$.items", hasSize(3)));
    }

    @Test
    void othersDoNotReadWhoIsThere() {
        var people = people(3);
        var draft = proposed(3, 8, people);
        var stranger = join("stranger");

        stranger.asks()
                .get(draft.path() + "/members")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body(at("$.code", equalTo("not-a-member")));
        decline(people.get(0), draft);
        people.get(0).asks().get(draft.path() + "/members").then().statusCode(403);
        stranger.asks().get(draft.path()).then().statusCode(200);
    }

    @Test
    void aSentenceIsShortWhateverTheName() {
        var windy = join(Map.of(
                "handle", unique("windy"), "displayName", "a b c d e f g h i j k l m n o p q r s t u v w x y z"));
        var others = people(2);
        var draft = new Draft(tags).about(cafe, soldering).inviting(windy, cafe, soldering);
        others.forEach(other -> draft.inviting(other, cafe));
        propose(draft);

        String sentence = windy.asks()
                .get(draft.path() + "/members")
                .then()
                .extract()
                .path("items.find { it.personId == '%s' }.sentence".formatted(windy.id()));

        assertThat(sentence)
                .isEqualTo("%s shares %s and %s with this group.".formatted(windy.handle(), cafe, soldering));
        assertThat(sentence.split(" ").length).isLessThanOrEqualTo(25);
    }

    @Test
    void aTagHeldForMatchingOnlyIsReadByFellowHoldersAlone() {
        String secret = unique("secret");
        var ada = join("ada");
        var fellow = join("fellow");
        var other = join("other");
        var quiet = join("quiet");
        var draft = new Draft(tags)
                .about(cafe)
                .secretlyAbout(secret)
                .inviting(ada, cafe, secret)
                .inviting(fellow, cafe, secret)
                .inviting(quiet, secret)
                .inviting(other, cafe);
        propose(draft);

        look(ada, draft).body(at("$.purpose.tags", contains(cafe, secret)));
        look(fellow, draft)
                .body(at("$.purpose.tags", contains(cafe, secret)))
                .body(at("$.purpose.labels", contains(cafe, secret)));
        look(other, draft).body(at("$.purpose.tags", contains(cafe))).body(at("$.purpose.labels", contains(cafe)));
        look(join("stranger"), draft).body(at("$.purpose.tags", contains(cafe)));
        operator().get(draft.path()).then().body(at("$.purpose.tags", contains(cafe)));

        String adas = "$.items[?(@.personId == '%s')].".formatted(ada.id());
        fellow.asks()
                .get(draft.path() + "/members")
                .then()
                .body(at(adas + "because[*].tag", containsInAnyOrder(cafe, secret)))
                .body(at(adas + "affinity", contains(0.8)));
        for (var reader : List.of(other.asks(), operator())) {
            reader.get(draft.path() + "/members")
                    .then()
                    .body(at(adas + "because[*].tag", contains(cafe)))
                    .body(at(adas + "affinity", contains(0.4)))
                    .body(at(adas + "sentence", contains("ada shares %s with this group.".formatted(cafe))))
                    .body(at("$.items[?(@.personId == '%s')].affinity".formatted(quiet.id()), empty()));
        }
        operator()
                .get("/v1/groups?expand=members&tag=" + cafe)
                .then()
                .body(at("$.items[0].members[?(@.personId == '%s')].affinity".formatted(ada.id()), contains(0.4)));
        operator().get("/v1/groups?tag=" + secret).then().statusCode(200).body(at("$.items", empty()));
    }

    @Test
    void aReasonThatIsNoneAnyMoreIsNotShown() {
        var people = people(3);
        var draft = proposed(3, 8, people);
        var changed = UUID.fromString(people.get(1).id());
        String theirs = "$.items[?(@.personId == '%s')].".formatted(changed);

        explanations.revise(changed, Set.of(draft.idOf(cafe)), Set.of());

        people.get(0)
                .asks()
                .get(draft.path() + "/members")
                .then()
                .body(at(theirs + "because[*].tag", contains(cafe)))
                .body(at(theirs + "affinity", contains(0.4)));

        explanations.revise(changed, Set.of(), Set.of(draft.idOf(cafe)));

        people.get(0).asks().get(draft.path() + "/members").then().body(at(theirs + "because[*].tag", contains(cafe)));
        operator()
                .get(draft.path() + "/members")
                .then()
                .body(at(theirs + "because[*]", empty()))
                .body(at(theirs + "sentence", contains("p1 is invited to this group.")));
    }

    @Test
    void onesOwnGroupsComeWithTheirReasons() {
        var people = people(3);
        var ada = people.get(0);
        var first = proposed(3, 8, people);
        var second = proposed(3, 8, people);
        accept(ada, second);

        ada.asks()
                .get("/v1/people/me/groups")
                .then()
                .statusCode(200)
                .body(at(
                        "$.items[*].group.id",
                        contains(first.id().toString(), second.id().toString())))
                .body(at("$.items[*].state", contains("INVITED", "ACTIVE")))
                .body(at("$.items[0].affinity", equalTo(0.8)))
                .body(at("$.items[0].because[*].tag", containsInAnyOrder(cafe, soldering)))
                .body(at(
                        "$.items[0].sentence",
                        equalTo("You share %s and %s with this group.".formatted(cafe, soldering))));
        ada.asks()
                .get("/v1/people/me/groups?state=INVITED")
                .then()
                .body(at("$.items[*].group.id", contains(first.id().toString())));
        ada.asks()
                .get("/v1/people/me/groups?state=ACTIVE")
                .then()
                .body(at("$.items[*].group.id", contains(second.id().toString())));
        String cursor =
                ada.asks().get("/v1/people/me/groups?limit=1").then().extract().path("nextCursor");
        ada.asks()
                .get("/v1/people/me/groups?limit=1&cursor=" + cursor)
                .then()
                .body(at("$.items[*].group.id", contains(second.id().toString())))
                .body(at("$.nextCursor", nullValue()));
        ada.asks().get("/v1/people/me/groups?state=LEFT").then().statusCode(400);
        decline(ada, first);
        ada.asks().get("/v1/people/me/groups?state=INVITED").then().body(at("$.items", empty()));
    }

    private List<OpenGroup> openFor(List<UUID> tagIds, UUID personId, int limit) {
        live.catchUp();
        return seating.openFor(tagIds, personId, Set.of(), safety.apartFrom(personId), limit);
    }

    private List<OpenGroup> invitationsOf(UUID personId) {
        live.catchUp();
        return seating.invitationsOf(personId, safety.apartFrom(personId));
    }

    @Test
    void whoseInvitationIsTakenBackAndWhoIsInvitedInsteadAreTold() {
        var people = people(4);
        var draft = proposed(2, 8, people.subList(0, 3));
        String formation = Door.json(operator()
                        .body(Map.of("dryRun", true))
                        .post("/v1/formations")
                        .asString())
                .path("id")
                .asText();

        proposals.carryOn(
                Stream.of(new Continuation(
                        draft.id(),
                        false,
                        2,
                        0.5,
                        List.of(new Seat(idOf(people.get(3)), 0.5, List.of())),
                        Set.of(idOf(people.get(0)), UUID.randomUUID()))),
                UUID.fromString(formation),
                2,
                8);

        for (var told : Map.of(
                        0, List.of("invitation.sent", "invitation.ended"),
                        1, List.of("invitation.sent"),
                        3, List.of("invitation.sent"))
                .entrySet()) {
            people.get(told.getKey())
                    .asks()
                    .get("/v1/events")
                    .then()
                    .body(at("$.items[*].type", equalTo(told.getValue())));
        }
    }

    @Test
    void proposalsThatNobodyAcceptedAreWithdrawn() {
        var people = people(6);
        var ignored = proposed(3, 8, people.subList(0, 3));
        var accepted = proposed(3, 8, people.subList(3, 6));
        accept(people.get(3), accepted);
        assertThat(roster.seated(idsOf(people))).hasSize(6);
        assertThat(places(Set.of(ignored.id(), accepted.id())))
                .hasSize(6)
                .allMatch(place -> place.endsWith(
                        place.startsWith(accepted.id().toString()) ? "of an answered group" : "of a proposal"));

        assertThat(proposals.withdrawUnanswered(UUID.randomUUID())).isPositive();

        look(people.get(0), ignored)
                .body(at("$.state", equalTo("CLOSED")))
                .body(at("$.closedBecause", equalTo("EXPIRED")))
                .body(at("$.openPlaces", equalTo(0)));
        look(people.get(3), accepted).body(at("$.state", equalTo("PROPOSED")));
        // where very much has happened at once, it is told a moment later
        await().untilAsserted(() -> people.get(0)
                .asks()
                .get("/v1/events")
                .then()
                .body(at("$.items[*].type", contains("invitation.sent", "group.closed")))
                .body(at("$.items[1].data.groupId", equalTo(ignored.id().toString())))
                .body(at("$.items[1].data.because", equalTo("EXPIRED"))));
        people.get(4).asks().get("/v1/events").then().body(at("$.items[*].type", contains("invitation.sent")));
        conflict(people.get(0), ignored, "group-closed");
        people.get(0).asks().get("/v1/people/me/groups").then().body(at("$.items", empty()));
        assertThat(invitationsOf(idOf(people.get(0)))).isEmpty();
        assertThat(openFor(List.of(ignored.idOf(cafe)), idOf(join("new")), 10))
                .extracting(OpenGroup::id)
                .containsExactly(accepted.id());
        assertThat(roster.seated(idsOf(people))).containsExactlyInAnyOrderElementsOf(idsOf(people.subList(3, 6)));
        // saying no to what is over is possible too
        decline(people.get(0), ignored);
        look(people.get(0), ignored)
                .body(at("$.closedBecause", equalTo("EXPIRED")))
                .body(at("$.memberCount", equalTo(2)));
    }

    @Test
    void invitationsAreCandidatesLatestFirst() {
        var people = people(3);
        var first = proposed(3, 8, people);
        var second = proposed(3, 8, people);

        var invitations = invitationsOf(idOf(people.get(0)));

        assertThat(invitations).extracting(OpenGroup::id).containsExactly(second.id(), first.id());
        assertThat(invitations.get(0).purpose())
                .containsExactly(new PurposeTag(first.idOf(cafe), true), new PurposeTag(first.idOf(soldering), true));
    }

    @Test
    void whoLeavesForGoodLeavesEveryGroup() {
        var people = people(3);
        var draft = proposed(2, 3, people);
        accept(people.get(0), draft);
        accept(people.get(1), draft).body(at("$.state", equalTo("ACTIVE")));

        people.get(0).asks().delete("/v1/people/me").then().statusCode(204);

        look(people.get(1), draft)
                .body(at("$.memberCount", equalTo(2)))
                .body(at("$.activeCount", equalTo(1)))
                .body(at("$.openPlaces", equalTo(1)));
        people.get(1).asks().get(draft.path() + "/members").then().body(at("$.items", hasSize(2)));
        people.get(1).asks().delete("/v1/people/me").then().statusCode(204);
        people.get(2).asks().delete("/v1/people/me").then().statusCode(204);
        operator()
                .get(draft.path())
                .then()
                .body(at("$.state", equalTo("CLOSED")))
                .body(at("$.closedBecause", equalTo("EMPTY")))
                .body(at("$.memberCount", equalTo(0)));
    }

    @Test
    void whoAcceptsWhileTheyLeaveForGoodLeavesNobodyBehind() throws Exception {
        for (int round = 0; round < 10; round++) {
            List<Somebody> leaving = people(3);
            var draft = proposed(2, 3, leaving);

            List<Integer> answers = Together.all(leaving.stream()
                    .flatMap(one -> Stream.<Callable<Integer>>of(
                            () -> one.asks().put(draft.path() + "/members/me").statusCode(),
                            () -> one.asks().delete("/v1/people/me").statusCode()))
                    .toList());

            assertThat(answers).isSubsetOf(200, 204, 401, 404, 409);
            operator()
                    .get(draft.path())
                    .then()
                    .body(at("$.memberCount", equalTo(0)))
                    .body(at("$.activeCount", equalTo(0)))
                    .body(at("$.state", equalTo("CLOSED")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocks", "avoids"})
    void whoeverKeepsApartFromSomebodyInvitedGivesUpTheirOwnInvitationAndNobodyElses(String list) {
        var people = people(3);
        var ada = people.get(0);
        var marvin = people.get(1);
        var draft = proposed(2, 3, people);

        keepApart(list, ada, marvin);

        assertThat(invitations(ada)).isZero();
        assertThat(invitations(marvin)).isEqualTo(1);
        marvin.asks().get(draft.path() + "/members").then().body(at("$.items", hasSize(2)));
        accept(marvin, draft).body(at("$.memberCount", equalTo(2))).body(at("$.openPlaces", equalTo(1)));
        conflict(ada, draft, "group-full");
        accept(people.get(2), draft).body(at("$.state", equalTo("ACTIVE")));
        accept(join("quick"), draft);
    }

    @ParameterizedTest
    @CsvSource({"blocks,false", "blocks,true", "avoids,false", "avoids,true"})
    void whoIsKeptApartFromSomebodyWhoHasAcceptedIsInvitedNoLonger(String list, boolean theOtherWay) {
        var people = people(3);
        var ada = people.get(0);
        var marvin = people.get(1);
        var draft = proposed(3, 3, people);
        accept(ada, draft);

        keepApart(list, theOtherWay ? marvin : ada, theOtherWay ? ada : marvin);

        assertThat(invitations(marvin)).isZero();
        look(ada, draft).body(at("$.memberCount", equalTo(2))).body(at("$.activeCount", equalTo(1)));
        marvin.asks()
                .delete(draft.path() + "/members/me")
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("not-a-member")));
    }

    @Test
    void whoWasInvitedNoLongerHasSaidNoToNothing() {
        var people = people(3);
        var marvin = people.get(1);
        var draft = proposed(2, 8, people);
        accept(people.get(0), draft);
        block(people.get(0), marvin);
        assertThat(roster.goodbyes(List.of(idOf(marvin)), Instant.EPOCH)).isEmpty();

        decline(people.get(0), draft);

        assertThat(openFor(List.of(draft.idOf(cafe)), idOf(marvin), 10))
                .extracting(OpenGroup::id)
                .containsExactly(draft.id());
        accept(marvin, draft).body(at("$.memberCount", equalTo(2)));
    }

    @Test
    void whoIsActiveTogetherStaysSoAfterABlock() {
        var people = people(3);
        var draft = proposed(2, 8, people);
        accept(people.get(0), draft);
        accept(people.get(1), draft);

        block(people.get(0), people.get(1));

        accept(people.get(1), draft).body(at("$.activeCount", equalTo(2))).body(at("$.state", equalTo("ACTIVE")));
        people.get(1)
                .asks()
                .get(draft.path() + "/members")
                .then()
                .statusCode(200)
                .body(at("$.items", hasSize(3)));
    }

    @Test
    void aProposalHoldsItsOwnBounds() {
        var draft = new Draft(tags).about(cafe).sized(3, 8);
        people(2).forEach(person -> draft.inviting(person, cafe));

        org.assertj.core.api.Assertions.assertThatThrownBy(draft::proposal)
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Somebody> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> join("p" + i)).toList();
    }

    private Draft proposed(int min, int max, List<Somebody> people) {
        var draft = new Draft(tags).about(cafe, soldering).sized(min, max);
        people.forEach(person -> draft.inviting(person, cafe, soldering));
        propose(draft);
        return draft;
    }

    private void propose(Draft draft) {
        proposals.propose(Stream.of(draft.proposal()));
    }

    private List<String> places(Set<UUID> of) {
        List<String> places = new ArrayList<>();
        Set<UUID> decided = new HashSet<>();
        roster.eachGroup(new GroupSink() {

            @Override
            public void group(UUID groupId, Consent consent, int fewest, int most, @Nullable UUID formationId) {
                if (consent != Consent.NOBODYS) {
                    decided.add(groupId);
                }
            }

            @Override
            public void tag(UUID groupId, UUID tagId) {
                assertThat(tagId).isNotNull();
            }

            @Override
            public void place(UUID groupId, UUID personId, boolean current) {
                if (of.contains(groupId) && current) {
                    places.add("%s: %s of %s"
                            .formatted(
                                    groupId, personId, decided.contains(groupId) ? "an answered group" : "a proposal"));
                }
            }
        });
        return places;
    }

    private static ValidatableResponse look(Somebody reader, Draft draft) {
        return reader.asks().get(draft.path()).then().statusCode(200);
    }

    private static ValidatableResponse accept(Somebody person, Draft draft) {
        return person.asks().put(draft.path() + "/members/me").then().statusCode(200);
    }

    private static void decline(Somebody person, Draft draft) {
        person.asks().delete(draft.path() + "/members/me").then().statusCode(204);
    }

    private static void conflict(Somebody person, Draft draft, String code) {
        person.asks()
                .put(draft.path() + "/members/me")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body(at("$.code", equalTo(code)));
    }

    private static int invitations(Somebody person) {
        return Door.json(person.asks().get("/v1/people/me/groups?state=INVITED").asString())
                .path("items")
                .size();
    }

    private static void block(Somebody who, Somebody whom) {
        keepApart("blocks", who, whom);
    }

    private static void keepApart(String list, Somebody who, Somebody whom) {
        who.asks().put("/v1/people/me/%s/%s".formatted(list, whom.id())).then().statusCode(204);
    }

    private static UUID idOf(Somebody somebody) {
        return UUID.fromString(somebody.id());
    }

    private static List<UUID> idsOf(List<Somebody> people) {
        return people.stream().map(InvitationsTest::idOf).toList();
    }

    private static String[] ids(List<Somebody> people) {
        return people.stream().map(Somebody::id).toArray(String[]::new);
    }
}
