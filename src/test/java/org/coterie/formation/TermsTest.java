package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.Door;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms on which people meet hold on every path: first proposal, formation, suggestion, open place, group by hand. */
@QuarkusTest
@Tag("http")
class TermsTest {

    private static final String SUGGESTIONS = "/v1/people/me/suggestions";

    private static Somebody whoSays(String handle, String stance, String tag) {
        var somebody = join(handle);
        Guest.says(somebody, stance, tag);
        return somebody;
    }

    private static Somebody joinOn(String name, String matching) {
        var person = join(Map.of("handle", unique(name), "languages", List.of("en"), "timeZone", "Etc/UTC"));
        Guest.meetOn(person, matching);
        return person;
    }

    private static String place(double latitude, boolean online) {
        return "{\"place\": {\"latitude\": %s, \"longitude\": 10.5, \"withinKm\": 20, \"onlineOk\": %s}}"
                .formatted(latitude, online);
    }

    private static String evening(String day) {
        return "{\"availability\": [{\"day\": \"%s\", \"from\": \"18:00\", \"to\": \"21:00\"}]}".formatted(day);
    }

    /** The last of three with the same rare tag, of whom two are there already. */
    private static Somebody third(String tag, String theirs, String terms) {
        joinOn("ada", theirs).caresAbout(tag);
        joinOn("bo", theirs).caresAbout(tag);
        var third = joinOn("cy", terms);
        third.caresAbout(tag);
        return third;
    }

    private static int invitations(Somebody person) {
        return Door.json(person.asks().get("/v1/people/me/groups").asString())
                .path("items")
                .size();
    }

    @Test
    void whoLivesFarAwayIsNotProposedUntilAllWouldMeetOnline() {
        String tag = unique("cistern");
        var cy = third(tag, place(10.1, true), place(12.1, false));

        assertThat(invitations(cy)).isZero();
        cy.asks().get(SUGGESTIONS).then().body(at("$.people", empty()));
        Guest.meetOn(cy, place(12.1, true));
        assertThat(invitations(cy)).isEqualTo(1);
    }

    @Test
    void whoIsNeverFreeWithTheOthersIsNotProposedUntilTheyAre() {
        var cy = third(unique("weir"), evening("TUESDAY"), evening("WEDNESDAY"));

        assertThat(invitations(cy)).isZero();
        cy.asks().get(SUGGESTIONS).then().body(at("$.people", empty()));
        Guest.meetOn(cy, evening("TUESDAY"));
        assertThat(invitations(cy)).isEqualTo(1);
    }

    @Test
    void whereClocksAreAQuarterOfAnHourOffTheOneHourInWhichAllAreFreeIsEnough() {
        String tag = unique("cistern");
        String hour = "{\"availability\": [{\"day\": \"MONDAY\", \"from\": \"10:00\", \"to\": \"11:00\"}]}";
        List<Somebody> nepalis = Stream.of("ada", "bo", "cy")
                .map(name ->
                        join(Map.of("handle", unique(name), "languages", List.of("en"), "timeZone", "Asia/Kathmandu")))
                .toList();
        nepalis.forEach(one -> {
            Guest.meetOn(one, hour);
            one.caresAbout(tag);
        });

        var last = nepalis.get(2);
        assertThat(invitations(last)).isEqualTo(1);
        last.asks()
                .get("/v1/people/me/groups")
                .then()
                .body(at("$.items[0].inCommon.times[0].from", equalTo("10:00")))
                .body(at("$.items[0].inCommon.times[0].to", equalTo("11:00")));
    }

    @Test
    void whoIsFreeForLessThanTheCommonHoursIsNotProposed() {
        var cy = third(
                unique("culvert"),
                evening("TUESDAY"),
                "{\"availability\": [{\"day\": \"TUESDAY\", \"from\": \"20:30\", \"to\": \"23:00\"}]}");

        assertThat(invitations(cy)).isZero();
    }

    @Test
    void whoWantsALargerGroupIsNotProposedIntoASmallOne() {
        var cy = third(
                unique("sluice"),
                "{\"groupSize\": {\"min\": 2, \"max\": 3}}",
                "{\"groupSize\": {\"min\": 4, \"max\": 6}}");

        assertThat(invitations(cy)).isZero();
        Guest.meetOn(cy, "{\"groupSize\": {\"min\": 3, \"max\": 6}}");
        assertThat(invitations(cy)).isEqualTo(1);
    }

    /** Four who are invited to one group, of whom the last wants to be four at least. */
    private static List<Somebody> fourOfWhomOneWantsFour() {
        String tag = unique("sump");
        List<Somebody> four = Stream.of("ada", "bo", "cy", "dan")
                .map(name -> joinOn(name, "{}"))
                .toList();
        Guest.meetOn(four.get(3), "{\"groupSize\": {\"min\": 4, \"max\": 6}}");
        // the last completes the group, so that nobody is asked into a smaller one before
        for (int i = 3; i >= 0; i--) {
            four.get(i).caresAbout(tag);
        }
        return four;
    }

    private static List<Somebody> threeInvitedFor(String tag) {
        List<Somebody> three = Stream.of("ada", "bo", "cy").map(Door::join).toList();
        three.forEach(one -> one.caresAbout(tag));
        return three;
    }

    private static String onlyGroupOf(Somebody person) {
        assertThat(invitations(person)).isEqualTo(1);
        return person.asks().get("/v1/people/me/groups").path("items[0].group.id");
    }

    private static void isIn(String group, String state, int minSize) {
        operator()
                .get("/v1/groups/" + group)
                .then()
                .body(at("$.state", equalTo(state)))
                .body(at("$.minSize", equalTo(minSize)));
    }

    @Test
    void aProposalWaitsForAsManyAsWhoeverIsInvitedWants() {
        List<Somebody> four = fourOfWhomOneWantsFour();
        form("{\"minSize\": 3, \"maxSize\": 6}");
        String group = onlyGroupOf(four.get(3));
        isIn(group, "PROPOSED", 4);

        four.get(0)
                .asks()
                .delete("/v1/groups/%s/members/me".formatted(group))
                .then()
                .statusCode(204);
        four.subList(1, 4).forEach(one -> takePlace(one, group).then().statusCode(200));

        isIn(group, "PROPOSED", 4);
        var newcomer = joinOn("eve", "{}");
        takePlace(newcomer, group).then().statusCode(200);
        isIn(group, "ACTIVE", 4);
    }

    @Test
    void whoWantedMoreAndDoesNotComeIsWaitedForNoLonger() {
        List<Somebody> four = fourOfWhomOneWantsFour();
        form("{\"minSize\": 3, \"maxSize\": 6}");
        String group = onlyGroupOf(four.get(3));
        four.subList(0, 3).forEach(one -> takePlace(one, group).then().statusCode(200));
        isIn(group, "PROPOSED", 4);

        four.get(3)
                .asks()
                .delete("/v1/groups/%s/members/me".formatted(group))
                .then()
                .statusCode(204);

        isIn(group, "ACTIVE", 3);
        // what happens beside it may keep an event back for a moment
        await().untilAsserted(() ->
                four.get(0).asks().get("/v1/events").then().body(at("$.items[*].type", hasItem("group.activated"))));
    }

    @Test
    void whoWantsFewerThanBeforeIsWaitedForNoLonger() {
        List<Somebody> four = fourOfWhomOneWantsFour();
        form("{\"minSize\": 3, \"maxSize\": 6}");
        String group = onlyGroupOf(four.get(3));
        four.get(0)
                .asks()
                .delete("/v1/groups/%s/members/me".formatted(group))
                .then()
                .statusCode(204);
        four.subList(1, 4).forEach(one -> takePlace(one, group).then().statusCode(200));

        Guest.meetOn(four.get(3), "{\"groupSize\": {\"min\": 2, \"max\": 6}}");

        isIn(group, "ACTIVE", 3);
    }

    @Test
    void whoWantsMoreThanBeforeIsWaitedForAsFarAsSoManyAreThere() {
        List<Somebody> four = fourOfWhomOneWantsFour();
        form("{\"minSize\": 3, \"maxSize\": 6}");
        String group = onlyGroupOf(four.get(3));
        Guest.meetOn(four.get(3), "{\"groupSize\": {\"min\": 2, \"max\": 6}}");
        isIn(group, "PROPOSED", 3);

        Guest.meetOn(four.get(2), "{\"groupSize\": {\"min\": 5, \"max\": 6}}");

        isIn(group, "PROPOSED", 4);
        four.subList(1, 4).forEach(one -> takePlace(one, group).then().statusCode(200));
        isIn(group, "PROPOSED", 4);
        takePlace(four.get(0), group).then().statusCode(200).body(at("$.state", equalTo("ACTIVE")));
    }

    @Test
    void whoTakesAnOpenPlaceAndWantsMoreIsWaitedFor() {
        String tag = unique("sump");
        List<Somebody> three = threeInvitedFor(tag);
        String group = onlyGroupOf(three.get(2));
        takePlace(three.get(0), group).then().statusCode(200);
        takePlace(three.get(1), group).then().statusCode(200);

        takePlace(joinOn("dan", "{\"groupSize\": {\"min\": 4, \"max\": 6}}"), group)
                .then()
                .statusCode(200)
                .body(at("$.state", equalTo("PROPOSED")));

        takePlace(three.get(2), group).then().statusCode(200).body(at("$.state", equalTo("ACTIVE")));
    }

    @Test
    void aFormationAsksIntoAProposalWhoWantsMoreAndLetsItWaitForThem() {
        String tag = unique("sump");
        List<Somebody> three = threeInvitedFor(tag);
        String group = onlyGroupOf(three.get(2));
        takePlace(three.get(0), group).then().statusCode(200);
        var dan = joinOn("dan", "{\"groupSize\": {\"min\": 4, \"max\": 6}}");
        dan.caresAbout(tag);
        assertThat(invitations(dan)).isZero();

        form("{}");

        assertThat(onlyGroupOf(dan)).isEqualTo(group);
        isIn(group, "PROPOSED", 4);
    }

    @Test
    void aProposalNamesTheLanguageAndTheHoursThatAllShare() {
        String tag = unique("aqueduct");
        joinOn("ada", evening("TUESDAY")).caresAbout(tag);
        joinOn("bo", """
                {"availability": [{"day": "TUESDAY", "from": "19:30", "to": "23:00"},
                                  {"day": "FRIDAY", "from": "10:00", "to": "12:00"}]}""").caresAbout(tag);
        var cy = join(Map.of("handle", unique("cy"), "languages", List.of("no", "en-GB"), "timeZone", "Asia/Kolkata"));
        cy.caresAbout(tag);

        cy.asks()
                .get("/v1/people/me/groups")
                .then()
                .body(at("$.items[0].inCommon.languages", contains("en")))
                .body(at("$.items[0].inCommon.timeZone", equalTo("Asia/Kolkata")))
                // 19:30 to 21:00 by UTC, past midnight where it is read
                .body(at("$.items[0].inCommon.times[*].day", contains("WEDNESDAY")))
                .body(at("$.items[0].inCommon.times[*].from", contains("01:00")))
                .body(at("$.items[0].inCommon.times[*].to", contains("02:30")));
    }

    @Test
    void theHoursOfOneAloneAreTheirsToTell() {
        String tag = unique("viaduct");
        joinOn("ada", evening("TUESDAY")).caresAbout(tag);
        join("bo").caresAbout(tag);
        var cy = join("cy");
        cy.caresAbout(tag);

        cy.asks()
                .get("/v1/people/me/groups")
                .then()
                .body(at("$.items", hasSize(1)))
                .body(at("$.items[0].inCommon.times", nullValue()));
    }

    @Test
    void whoNamesNoTermsMeetsEverybody() {
        var cy = third(unique("culvert"), place(10.1, false), "{}");

        assertThat(invitations(cy)).isEqualTo(1);
    }

    @Test
    void anOpenPlaceIsSuggestedAndGivenOnlyOnTheTermsOfAll() {
        String tag = unique("millrace");
        var ada = joinOn("ada", evening("TUESDAY"));
        ada.caresAbout(tag);
        String group = begin(ada, tag);
        var bo = joinOn("bo", evening("WEDNESDAY"));
        bo.caresAbout(tag);

        bo.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group))));
        takePlace(bo, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        Guest.meetOn(bo, evening("TUESDAY"));
        bo.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", hasItem(group)));
        takePlace(bo, group).then().statusCode(200);
    }

    @Test
    void anOpenPlaceIsGivenToWhoHasAsManyHoursInCommonAsTheFormationAskedFor() {
        String tag = unique("gristmill");
        var ada = third(tag, evening("TUESDAY"), evening("TUESDAY"));
        form("{\"commonHours\": 3}");
        String group = ada.asks().get("/v1/people/me/groups").path("items[0].group.id");
        var dan = joinOn("dan", "{\"availability\": [{\"day\": \"TUESDAY\", \"from\": \"19:00\", \"to\": \"22:00\"}]}");
        dan.caresAbout(tag);

        dan.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group))));
        takePlace(dan, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        Guest.meetOn(dan, evening("TUESDAY"));
        dan.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", hasItem(group)));
        takePlace(dan, group).then().statusCode(200);
    }

    @Test
    void aFormationThatAsksForNoHoursAsksNobodyIntoAGroupThatHasThem() {
        String tag = unique("leat");
        var cy = third(tag, evening("TUESDAY"), evening("TUESDAY"));
        String group = onlyGroupOf(cy);
        takePlace(cy, group).then().statusCode(200);
        var dan = joinOn("dan", evening("WEDNESDAY"));
        dan.caresAbout(tag);
        var eve = joinOn("eve", evening("TUESDAY"));
        eve.caresAbout(tag);

        form("{\"commonHours\": 0, \"groupsPerPerson\": 1}");

        assertThat(invitations(dan)).isZero();
        assertThat(onlyGroupOf(eve)).isEqualTo(group);
        takePlace(eve, group).then().statusCode(200);
    }

    @Test
    void whoWantsFewHasNoMoreBesideThem() {
        String tag = unique("headgate");
        var ada = joinOn("ada", "{\"groupSize\": {\"min\": 2, \"max\": 2}}");
        String group = begin(ada, tag);
        ada.asks()
                .get("/v1/groups/" + group)
                .then()
                .body(at("$.minSize", equalTo(2)))
                .body(at("$.openPlaces", equalTo(1)));
        takePlace(join("bo"), group).then().statusCode(200);

        takePlace(join("cy"), group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
    }

    @Test
    void whoWantsManyDoesNotJoinWhereTheyCannotBecomeThatMany() {
        String tag = unique("penstock");
        String group = begin(joinOn("ada", "{}"), tag);
        var bo = joinOn("bo", "{\"groupSize\": {\"min\": 9, \"max\": 12}}");
        bo.caresAbout(tag);

        bo.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group))));
        takePlace(bo, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        Guest.meetOn(bo, "{\"groupSize\": {\"min\": 5, \"max\": 12}}");
        takePlace(bo, group).then().statusCode(200);
    }

    /** Three who are proposed as a group. */
    private static List<Somebody> threeFreeOn(String day) {
        String tag = unique("lock-keeper");
        List<Somebody> three = Stream.of("ada", "bo", "cy")
                .map(name -> joinOn(name, evening(day)))
                .toList();
        three.forEach(one -> one.caresAbout(tag));
        return three;
    }

    @Test
    void whoeverChangesTheirTermsGivesUpTheirOwnInvitationAndNobodyElses() {
        List<Somebody> three = threeFreeOn("TUESDAY");
        var ada = three.get(0);
        var cy = three.get(2);
        String group = ada.asks().get("/v1/people/me/groups").path("items[0].group.id");

        Guest.meetOn(
                ada,
                evening("MONDAY").replace("[", "[{\"day\": \"TUESDAY\", \"from\": \"18:00\", \"to\": \"19:00\"}, "));
        assertThat(invitations(ada)).isEqualTo(1);
        Guest.meetOn(ada, evening("WEDNESDAY"));

        assertThat(invitations(ada)).isZero();
        takePlace(ada, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        assertThat(invitations(cy)).isEqualTo(1);
        takePlace(cy, group).then().statusCode(200);
    }

    @Test
    void whoeverHasComeAndChangesTheirTermsEndsInvitationsThatSuitNoMore() {
        List<Somebody> three = threeFreeOn("TUESDAY");
        var ada = three.get(0);
        var cy = three.get(2);
        takePlace(ada, ada.asks().get("/v1/people/me/groups").path("items[0].group.id"))
                .then()
                .statusCode(200);

        Guest.meetOn(ada, evening("WEDNESDAY"));

        assertThat(invitations(ada)).isEqualTo(1);
        assertThat(invitations(cy)).isZero();
    }

    @Test
    void whoCameToWantFewerIsNotInvitedToMore() {
        var cy = third(unique("sluice"), "{}", "{}");
        String group = cy.asks().get("/v1/people/me/groups").path("items[0].group.id");

        Guest.meetOn(cy, "{\"groupSize\": {\"min\": 2, \"max\": 2}}");

        takePlace(cy, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
    }

    @Test
    void whoSeeksIsGivenAPlaceOnlyBesideSomebodyWhoOffers() {
        String tag = unique("millstone");
        Somebody ada = whoSays("ada", "SHARE", tag);
        String group = begin(ada, tag);
        Somebody bo = whoSays("bo", "SEEK", tag);

        bo.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group))));
        takePlace(bo, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        Guest.says(ada, "OFFER", tag);
        bo.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", hasItem(group)));
        takePlace(bo, group).then().statusCode(200);
    }

    @Test
    void whoBeginsAGroupForWhatTheySeekIsJoinedFirstBySomebodyWhoOffersIt() {
        String tag = unique("millstone");
        Somebody ada = whoSays("ada", "SEEK", tag);
        String group = begin(ada, tag);
        Somebody bo = whoSays("bo", "SHARE", tag);
        Somebody cy = whoSays("cy", "OFFER", tag);

        bo.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group))));
        takePlace(bo, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        cy.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", hasItem(group)));
        takePlace(cy, group).then().statusCode(200);
        bo.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", hasItem(group)));
        takePlace(bo, group).then().statusCode(200).body(at("$.state", equalTo("ACTIVE")));
    }

    @Test
    void whereWhoOffersDeclinesWhoSeeksIsInvitedNoLonger() {
        String tag = unique("millstone");
        Somebody ada = whoSays("ada", "SEEK", tag);
        Somebody bo = whoSays("bo", "SEEK", tag);
        Somebody cy = whoSays("cy", "OFFER", tag);
        String group = cy.asks().get("/v1/people/me/groups").path("items[0].group.id");
        assertThat(invitations(ada)).isEqualTo(1);

        cy.asks().delete("/v1/groups/%s/members/me".formatted(group)).then().statusCode(204);

        assertThat(invitations(ada)).isZero();
        takePlace(bo, group).then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereWhoOffersHidesItOrGivesItUpAllInvitationsEnd(boolean hides) {
        String tag = unique("millstone");
        Somebody ada = whoSays("ada", "SEEK", tag);
        Somebody bo = whoSays("bo", "SEEK", tag);
        Somebody cy = whoSays("cy", "OFFER", tag);
        String group = onlyGroupOf(cy);
        assertThat(invitations(ada)).isEqualTo(1);

        String path = "/v1/people/me/interests/" + tag;
        if (hides) {
            cy.asks()
                    .body(Map.of("stance", "OFFER", "visibility", "PRIVATE"))
                    .put(path)
                    .then()
                    .statusCode(200);
        } else {
            cy.asks().delete(path).then().statusCode(204);
        }

        assertThat(List.of(ada, bo, cy))
                .allSatisfy(one -> assertThat(invitations(one)).isZero());
        operator().get("/v1/groups/" + group).then().body(at("$.state", equalTo("CLOSED")));
    }

    @Test
    void whoSaidYesToAnOfferIsJoinedBySomebodyWhoOffersWhereTheFirstDeclines() {
        String tag = unique("millstone");
        Somebody ada = whoSays("ada", "SEEK", tag);
        Somebody bo = whoSays("bo", "SEEK", tag);
        Somebody cy = whoSays("cy", "OFFER", tag);
        String group = onlyGroupOf(cy);
        takePlace(ada, group).then().statusCode(200);
        takePlace(bo, group).then().statusCode(200);
        cy.asks().delete("/v1/groups/%s/members/me".formatted(group)).then().statusCode(204);
        Somebody dan = whoSays("dan", "SHARE", tag);

        dan.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group))));
        takePlace(dan, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        form("{}");
        assertThat(invitations(dan)).isZero();
        Guest.says(dan, "OFFER", tag);
        dan.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", hasItem(group)));
        takePlace(dan, group).then().statusCode(200).body(at("$.state", equalTo("ACTIVE")));
    }

    @Test
    void whereTheyHaveNoLanguageInCommonAnyMoreNobodyComes() {
        String tag = unique("sump");
        List<Somebody> three = threeInvitedFor(tag);
        String group = onlyGroupOf(three.get(2));
        takePlace(three.get(0), group).then().statusCode(200);
        takePlace(three.get(1), group).then().statusCode(200);

        speak(three.get(0), "en");
        speak(three.get(1), "de");

        takePlace(three.get(2), group).then().statusCode(409);
        var dan = join("dan");
        dan.caresAbout(tag);
        dan.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group))));
        takePlace(dan, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        form("{}");
        dan.asks().get("/v1/people/me/groups").then().body(at("$.items[*].group.id", not(hasItem(group))));
    }

    private static void speak(Somebody person, String language) {
        person.asks()
                .contentType("application/merge-patch+json")
                .body(Map.of("languages", List.of(language)))
                .patch("/v1/people/me")
                .then()
                .statusCode(200);
    }

    private static String begin(Somebody founder, String tag) {
        return founder.asks()
                .body(Map.of("name", tag, "purpose", Map.of("statement", tag, "tags", List.of(tag))))
                .post("/v1/groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response takePlace(Somebody person, String group) {
        return person.asks().put("/v1/groups/%s/members/me".formatted(group));
    }

    // --- people at random, who say their terms at random

    /** Who has asked not to meet whom. */
    private final Set<Set<String>> apart = new HashSet<>();

    private void keepApart(Guest one, Guest other, String how) {
        if (!one.equals(other)) {
            one.who()
                    .asks()
                    .put("/v1/people/me/%s/%s".formatted(how, other.who().id()))
                    .then()
                    .statusCode(204);
            apart.add(Set.of(one.who().id(), other.who().id()));
        }
    }

    /** Who comes together with whom. */
    private final Set<Set<String>> pairs = new HashSet<>();

    private void bringTogether(Guest one, Guest other) {
        for (List<Guest> both : List.of(List.of(one, other), List.of(other, one))) {
            both.get(0)
                    .who()
                    .asks()
                    .put("/v1/people/me/companions/" + both.get(1).who().id())
                    .then()
                    .statusCode(204);
        }
        pairs.add(Set.of(one.who().id(), other.who().id()));
    }

    /** Somebody, and whoever comes with them. */
    private Set<Guest> party(Guest guest, Map<String, Guest> guests) {
        Set<Guest> party = new LinkedHashSet<>(Set.of(guest));
        for (int before = 0; before != party.size(); ) {
            before = party.size();
            for (Set<String> pair : pairs) {
                Set<Guest> both = pair.stream().map(guests::get).collect(Collectors.toSet());
                if (!Collections.disjoint(both, party)) {
                    party.addAll(both);
                }
            }
        }
        return party;
    }

    private boolean canMeet(List<Guest> together) {
        Set<String> languages = new HashSet<>(List.of("en", "de", "fr"));
        var free = new BitSet();
        free.set(0, 336);
        Set<Integer> degrees = new HashSet<>();
        boolean online = true;
        for (Guest guest : together) {
            if (!guest.languages().isEmpty()) {
                languages.retainAll(guest.languages());
            }
            if (!guest.free().isEmpty()) {
                free.and(guest.free());
            }
            if (guest.degree() > 0) {
                degrees.add(guest.degree());
                online &= guest.online();
            }
        }
        Set<String> ids = together.stream().map(guest -> guest.who().id()).collect(Collectors.toSet());
        return !languages.isEmpty()
                && apart.stream().noneMatch(ids::containsAll)
                && free.cardinality() >= 2
                && (online || degrees.size() <= 1)
                && together.stream().allMatch(guest -> together.size() <= guest.most())
                && together.stream().mapToInt(Guest::least).max().orElse(0)
                        <= together.stream().mapToInt(Guest::most).min().orElse(0);
    }

    @Test
    void noGroupBreaksAnybodysTermsHoweverItComesAbout() {
        var random = new Random(1);
        List<String> tags =
                IntStream.range(0, 3).mapToObj(i -> unique("random-terms")).toList();
        Map<String, Guest> guests = new LinkedHashMap<>();
        for (int i = 0; i < 14; i++) {
            var guest = Guest.random(random, tags);
            guests.put(guest.who().id(), guest);
            if (i % 3 == 2) {
                keepApart(guest, List.copyOf(guests.values()).get(random.nextInt(i)), i % 2 == 0 ? "avoids" : "blocks");
            }
        }
        List<Guest> all = List.copyOf(guests.values());
        for (int i = 0; i + 1 < all.size(); i += i % 4 + 1) {
            bringTogether(all.get(i), all.get(i + 1));
        }
        guests.values().forEach(Guest::care);
        checkProposed(guests, tags);
        form("{\"minSize\": 3, \"maxSize\": 6}");
        checkProposed(guests, tags);

        var host = Guest.withoutTerms();
        guests.put(host.who().id(), host);
        begin(host.who(), tags.get(0));

        assertThat(joinAnywhere(guests, tags)).isPositive();
        checkAllCanMeet(guests, tags);
    }

    /** Forms groups of everybody, and waits until that is done. */
    static void form(String rules) {
        String formation = operator()
                .body(rules)
                .post("/v1/formations")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Door.json(operator()
                                        .get("/v1/formations/" + formation)
                                        .asString())
                                .path("state")
                                .asText(),
                        equalTo("SUCCEEDED"));
    }

    /** Holds all groups there are to everybody's terms. */
    private void checkAllCanMeet(Map<String, Guest> guests, List<String> tags) {
        groups(tags).values().forEach(members -> {
            List<Guest> together = members.stream().map(guests::get).toList();
            assertThat(canMeet(together)).as("%s", together).isTrue();
            assertThat(together).allMatch(guest -> guest.isAccompanied(together));
            assertThat(pairs).allMatch(pair -> members.containsAll(pair) || Collections.disjoint(members, pair));
        });
    }

    /** The same where nobody has acted yet: nor is a group too small for anybody. */
    private void checkProposed(Map<String, Guest> guests, List<String> tags) {
        checkAllCanMeet(guests, tags);
        groups(tags)
                .values()
                .forEach(members -> assertThat(members.stream().map(guests::get))
                        .allMatch(guest -> members.size() >= guest.least()));
    }

    /** The members of all groups about one of these tags that are not over. */
    private static Map<String, Set<String>> groups(List<String> tags) {
        Map<String, Set<String>> groups = new HashMap<>();
        for (String tag : tags) {
            operator()
                    .header("Accept", "application/x-ndjson")
                    .get("/v1/groups?expand=members&tag=" + tag)
                    .asString()
                    .lines()
                    .map(Door::json)
                    .filter(group -> !group.path("state").asText().equals("CLOSED"))
                    .forEach(group ->
                            groups.put(group.path("id").asText(), Set.copyOf(group.findValuesAsText("personId"))));
        }
        return groups;
    }

    /** Lets everybody try to take a place everywhere; whether they can is known beforehand. How often they could. */
    private int joinAnywhere(Map<String, Guest> guests, List<String> tags) {
        int taken = 0;
        for (var group : groups(tags).entrySet()) {
            List<Guest> together =
                    new ArrayList<>(group.getValue().stream().map(guests::get).toList());
            for (Guest guest : guests.values()) {
                Set<Guest> party = party(guest, guests);
                party.removeAll(together);
                if (party.contains(guest) && together.size() + party.size() <= 6) {
                    together.addAll(party);
                    boolean admitted = takePlace(guest.who(), group.getKey()).statusCode() == 200;
                    assertThat(admitted)
                            .as("%s", together)
                            .isEqualTo(
                                    canMeet(together) && party.stream().allMatch(one -> one.isAccompanied(together)));
                    taken += admitted ? 1 : 0;
                    if (!admitted) {
                        together.removeAll(party);
                    }
                }
            }
        }
        return taken;
    }
}
