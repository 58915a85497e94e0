package org.coterie.people;

import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which terms somebody meets others: said, changed in part, taken back. */
@QuarkusTest
@Tag("http")
class MatchingPreferencesTest {

    private static final String ME = "/v1/people/me";

    private static ValidatableResponse change(Somebody person, String patch) {
        return person.asks()
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(ME)
                .then();
    }

    @Test
    void whoSaysNothingMeetsOnAnyTerms() {
        join("ada").asks().get(ME).then().statusCode(200).body(at("$.matching", nullValue()));
    }

    @Test
    void allOfItIsKeptAndReadBack() {
        var ada = join("ada");

        change(ada, """
                {"timeZone": "Europe/Oslo", "matching": {
                    "newCompany": true,
                  "groupSize": {"min": 3, "max": 4},
                  "availability": [
                    {"day": "TUESDAY", "from": "18:00", "to": "21:30"},
                    {"day": "TUESDAY", "from": "21:00", "to": "24:00"},
                    {"day": "MONDAY", "from": "07:30", "to": "08:00"}],
                  "place": {"latitude": 59.9139, "longitude": 10.7522, "withinKm": 15, "onlineOk": true}}}""").statusCode(200);

        ada.asks()
                .get(ME)
                .then()
                .body(at("$.matching.newCompany", equalTo(true)))
                .body(at("$.matching.groupSize.min", equalTo(3)))
                .body(at("$.matching.groupSize.max", equalTo(4)))
                .body(at("$.matching.availability[0].length()", equalTo(3)))
                .body(at("$.matching.availability[*].day", contains("MONDAY", "TUESDAY")))
                .body(at("$.matching.availability[*].from", contains("07:30", "18:00")))
                .body(at("$.matching.availability[*].to", contains("08:00", "24:00")))
                .body(at("$.matching.place.withinKm", equalTo(15)))
                .body(at("$.matching.place.onlineOk", equalTo(true)));
    }

    @Test
    void aPlaceIsKeptRoughlyAndTheSameHoweverOftenItIsSaid() {
        var ada = join("ada");
        String place = "{\"matching\": {\"place\": {\"latitude\": 59.9139, \"longitude\": 10.7522}}}";

        for (int again = 0; again < 3; again++) {
            change(ada, place)
                    .statusCode(200)
                    .body(at("$.matching.place.latitude", equalTo(59.91)))
                    .body(at("$.matching.place.longitude", closeTo(10.7522, 0.02)))
                    .body(at("$.matching.place.withinKm", equalTo(25)))
                    .body(at("$.matching.place.onlineOk", equalTo(false)));
        }
        double kept = ada.asks().get(ME).jsonPath().getDouble("matching.place.longitude");
        change(ada, "{\"matching\": {\"place\": {\"withinKm\": 3}}}")
                .body(at("$.matching.place.longitude", equalTo(kept)))
                .body(at("$.matching.place.withinKm", equalTo(3)));
    }

    @Test
    void whatIsNotNamedStaysAndNullRemoves() {
        var ada = join("ada");
        change(ada, """
                {"matching": {"groupSize": {"min": 3, "max": 4}, "place": {"latitude": 1, "longitude": 2}}}""").statusCode(200);

        change(ada, "{\"matching\": {\"groupSize\": {\"max\": 6}}}")
                .body(at("$.matching.groupSize.min", equalTo(3)))
                .body(at("$.matching.groupSize.max", equalTo(6)))
                .body(at("$.matching.place.latitude", equalTo(1.01)));
        change(ada, "{\"displayName\": \"Ada L.\"}").body(at("$.matching.groupSize.max", equalTo(6)));
        change(ada, "{\"matching\": {\"place\": null}}")
                .body(at("$.matching.place", nullValue()))
                .body(at("$.matching.groupSize.max", equalTo(6)));
        change(ada, "{\"matching\": null}").statusCode(200).body(at("$.matching", nullValue()));
        ada.asks().get(ME).then().body(at("$.matching", nullValue()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"groupSize":{"min":1,"max":3}}                                            | /matching/groupSize/min          | out-of-range
            {"groupSize":{"min":3,"max":13}}                                           | /matching/groupSize/max          | out-of-range
            {"groupSize":{"min":5,"max":4}}                                            | /matching/groupSize/max          | out-of-range
            {"groupSize":{"min":5}}                                                    | /matching/groupSize/max          | required
            {"groupSize":{"min":"few","max":5}}                                        | /matching/groupSize/min          | wrong-type
            {"groupSize":7}                                                            | /matching/groupSize              | wrong-type
            {"colour":"blue"}                                                          | /matching/colour                 | unknown-field
            {"colour":null}                                                            | /matching/colour                 | unknown-field
            {"availability":[{"day":"TUESDAY","from":"18:00","to":"18:00"}]}           | /matching/availability/0/to      | out-of-range
            {"availability":[{"day":"TUESDAY","from":"18:00","to":"17:30"}]}           | /matching/availability/0/to      | out-of-range
            {"availability":[{"day":"TUESDAY","from":"18:15","to":"19:00"}]}           | /matching/availability/0/from    | wrong-format
            {"availability":[{"day":"TUESDAY","from":"24:00","to":"24:00"}]}           | /matching/availability/0/from    | wrong-format
            {"availability":[{"day":"TUESDAY","from":"18:00","to":"25:00"}]}           | /matching/availability/0/to      | wrong-format
            {"availability":[{"day":"TODAY","from":"18:00","to":"19:00"}]}             | /matching/availability/0/day     | unknown-value
            {"availability":[{"from":"18:00","to":"19:00"}]}                           | /matching/availability/0/day     | required
            {"availability":[null]}                                                    | /matching/availability/0         | required
            {"availability":"always"}                                                  | /matching/availability           | wrong-type
            {"place":{"latitude":91,"longitude":0}}                                    | /matching/place/latitude         | out-of-range
            {"place":{"latitude":0,"longitude":-180.5}}                                | /matching/place/longitude        | out-of-range
            {"place":{"latitude":0}}                                                   | /matching/place/longitude        | required
            {"place":{"latitude":0,"longitude":0,"withinKm":0}}                        | /matching/place/withinKm         | out-of-range
            {"place":{"latitude":"north","longitude":0}}                               | /matching/place/latitude         | wrong-type
            {"notTheOnlyOneWith":["sailing","?!"]}                                     | /matching/notTheOnlyOneWith/1    | tag-unreadable
            {"notTheOnlyOneWith":["a","b","c","d"]}                                    | /matching/notTheOnlyOneWith      | wrong-size
            {"notTheOnlyOneWith":[null]}                                               | /matching/notTheOnlyOneWith/0    | required
            {"notTheOnlyOneWith":"sailing"}                                            | /matching/notTheOnlyOneWith      | wrong-type
            {"notTheOnlyOneWith":[{"tag":"sailing"}]}                                  | /matching/notTheOnlyOneWith/0    | wrong-type
            """)
    void whatIsWrongIsPointedAtAndNothingIsChanged(String matching, String pointer, String code) {
        var ada = join("ada");
        change(ada, "{\"timeZone\": \"Europe/Oslo\"}").statusCode(200);

        change(ada, "{\"displayName\": \"Somebody Else\", \"matching\": %s}".formatted(matching))
                .statusCode(400)
                .contentType("application/problem+json")
                .body(at("$.errors[*].pointer", hasItem(pointer)))
                .body(at("$.errors[*].code", hasItem(code)));

        ada.asks().get(ME).then().body(at("$.displayName", equalTo("ada"))).body(at("$.matching", nullValue()));
    }

    @Test
    void whatSomebodyDoesNotWantToBeTheOnlyOneWithIsFoldedAndKeptToThemselves() {
        var ada = join("ada");
        String tag = unique("walkingframe");

        change(
                        ada,
                        "{\"matching\": {\"notTheOnlyOneWith\": [\"#Caf\\u00e9 %1$s\", \"CAFE-%1$s\", \"Deaf\"]}}"
                                .formatted(tag))
                .statusCode(200)
                .body(at("$.matching.notTheOnlyOneWith", contains("cafe-" + tag, "deaf")));
        change(ada, "{\"matching\": {\"groupSize\": {\"min\": 3, \"max\": 6}}}")
                .body(at("$.matching.notTheOnlyOneWith", contains("cafe-" + tag, "deaf")));
        change(ada, "{\"displayName\": \"Ada L.\"}").statusCode(200);
        ada.asks().get(ME).then().body(at("$.matching.notTheOnlyOneWith", contains("cafe-" + tag, "deaf")));
        join("bo").asks().get("/v1/people/" + ada.id()).then().body(not(containsString(tag)));
        ada.asks().get("/v1/tags?prefix=cafe-" + tag).then().body(at("$.items", empty()));
        change(ada, "{\"matching\": {\"notTheOnlyOneWith\": []}}")
                .body(at("$.matching.notTheOnlyOneWith", nullValue()))
                .body(at("$.matching.groupSize.max", equalTo(6)));
    }

    @Test
    void whatSomebodyDoesNotWantToBeTheOnlyOneWithNamesNoTag() {
        var ada = join("ada");
        String tag = unique("zebra-quux");
        String glued = tag.replace("-quux-", "quux-");
        change(ada, "{\"matching\": {\"notTheOnlyOneWith\": [\"%s\"]}}".formatted(tag))
                .statusCode(200);

        var grace = join("grace");
        grace.caresAbout(glued).body(at("$.items[0].tag", equalTo(glued))).body(at("$.items[0].label", equalTo(glued)));

        grace.asks()
                .get("/v1/tags/" + tag)
                .then()
                .body(at("$.tag", equalTo(glued)))
                .body(at("$.label", equalTo(glued)));
    }

    @Test
    void whatIsWrittenInManyWaysCountsOnce() {
        var ada = join("ada");
        String tag = unique("walkingframe");

        change(ada, """
                {"matching": {"notTheOnlyOneWith":
                  ["Caf\\u00e9 %1$s", "CAFE-%1$s", "cafe%1$s", "Deaf", "deaf", "Blind"]}}""".formatted(tag))
                .statusCode(200)
                .body(at("$.matching.notTheOnlyOneWith", contains("cafe-" + tag, "deaf", "blind")));
    }

    /** As texts, 9:00 comes after 18:00, and 09:00 after 0930. */
    @Test
    void aTimeThatCannotBeReadIsNotComparedWithAnother() {
        change(join("ada"), """
                {"timeZone": "Europe/Oslo", "matching": {"availability": [
                  {"day": "FRIDAY", "from": "9:00", "to": "18:00"}, {"day": "FRIDAY", "from": "09:00", "to": "0930"}]}}""")
                .statusCode(400)
                .body(at(
                        "$.errors[*].pointer",
                        contains("/matching/availability/0/from", "/matching/availability/1/to")));
    }

    @Test
    void whoIsFreeBySomeClockHasOne() {
        var ada = join("ada");
        String evening =
                "{\"matching\": {\"availability\": [{\"day\": \"FRIDAY\", \"from\": \"18:00\", \"to\": \"20:00\"}]}}";

        change(ada, evening)
                .statusCode(400)
                .body(at("$.errors[*].pointer", contains("/timeZone")))
                .body(at("$.errors[*].code", contains("required")));
        change(ada, "{\"timeZone\": \"Asia/Kolkata\"}").statusCode(200);
        change(ada, evening).statusCode(200);
        change(ada, "{\"timeZone\": null}").statusCode(400).body(at("$.errors[*].pointer", contains("/timeZone")));
    }

    @Test
    void nobodyElseSeesThem() {
        var ada = join("ada");
        change(ada, "{\"matching\": {\"groupSize\": {\"min\": 3, \"max\": 4}}}").statusCode(200);

        join("bo").asks().get("/v1/people/" + ada.id()).then().statusCode(200).body(at("$.matching", nullValue()));
    }
}
