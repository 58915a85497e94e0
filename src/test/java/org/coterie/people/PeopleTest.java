package org.coterie.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.as;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("http")
class PeopleTest {

    @Inject
    People people;

    @Test
    void whoJoinsGetsAnIdAndAToken() {
        String handle = unique("Ada");

        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "handle",
                        handle,
                        "displayName",
                        "Ada",
                        "languages",
                        List.of("en"),
                        "timeZone",
                        "Europe/London"))
                .post("/v1/people")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/people/"))
                .body(at("$.person.handle", equalTo(handle)))
                .body(at("$.person.displayName", equalTo("Ada")))
                .body(at("$.person.timeZone", equalTo("Europe/London")))
                .body(at("$.person.joinedAt", endsWith("Z")))
                .body(at("$.accessToken", startsWith("coterie_")));
    }

    @Test
    void aHandleIsTakenInWhateverCase() {
        var ada = join("ada");

        given().contentType(ContentType.JSON)
                .body(Map.of("handle", ada.handle().toUpperCase(Locale.ROOT)))
                .post("/v1/people")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body(at("$.code", equalTo("handle-taken")))
                .body(at("$.type", equalTo("/problems/handle-taken")))
                .body(at("$.instance", equalTo("/v1/people")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me",
                "Operator",
                "ADMIN",
                "co.terie",
                "_root_",
                "ｓｕｐｐｏｒｔ",
                "coterie-team",
                "Coteriebot",
                "c0ter1e.events",
                "support_team",
                "admins",
                "admin42",
                "the-admin",
                "adm1n",
                "ädmin",
                "аdmin",
                "ADMİN",
                "moderation"
            })
    void nobodySpeaksForCoterieByTheirHandle(String handle) {
        given().contentType(ContentType.JSON)
                .body(Map.of("handle", handle))
                .post("/v1/people")
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("handle-taken")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"badminton", "modest", "supporter-of-cats", "find.me", "nobody-knows", "steam", "coteri"})
    void whoOnlyReadsAlmostSoSignsUp(String handle) {
        assertThat(ReservedHandles.include(handle)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ben, ｂｅｎ",
        "straße, STRASSE",
        "café, cafe\u0301",
        "ΣΑΣ, σας",
        "gruß, gruẞ",
        "ben, b\uFE0Fe\u034Fn",
        "ben, b\u3164e\u115Fn",
        "ben, be\u17B4n\uDB40\uDD00",
        "café, cafe\uFE0E\u0301"
    })
    void handlesThatReadTheSameAreOne(String handle, String same) {
        String number = unique("");
        join(Map.of("handle", handle + number));

        given().contentType(ContentType.JSON)
                .body(Map.of("handle", same + number))
                .post("/v1/people")
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("handle-taken")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"हिन्दी", "สวัสดี", "日本語", "ΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐΐ", "ßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßß"
            })
    void aHandleIsWrittenInAnyLetters(String handle) {
        String number = unique("");
        String whole = handle + number;

        join(Map.of("handle", whole)).asks().get("/v1/people/me").then().body(at("$.handle", equalTo(whole)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                              | /handle      | required
            {"handle":"x"}                                  | /handle      | wrong-format
            {"handle":"a b"}                                | /handle      | wrong-format
            {"handle":"\\u3164\\u115f\\ufe0f"}              | /handle      | wrong-format
            {"handle":"a\\u200bb"}                          | /handle      | wrong-format
            {"handle":"okay","displayName":" "}             | /displayName | wrong-format
            {"handle":"okay","displayName":"a\\nb"}         | /displayName | wrong-format
            {"handle":"okay","displayName":"\\u200b"}       | /displayName | wrong-format
            {"handle":"okay","displayName":"\\u3164"}       | /displayName | wrong-format
            {"handle":"okay","displayName":"\\u2800 \\uffa0"} | /displayName | wrong-format
            {"handle":"okay","displayName":"\\u202eevil"}   | /displayName | wrong-format
            {"handle":"okay","languages":["english!"]}      | /languages/0 | wrong-format
            {"handle":"okay","languages":["en","EN","!"]}   | /languages/2 | wrong-format
            {"handle":"okay","timeZone":"Middle/Earth"}     | /timeZone    | wrong-format
            {"handle":"okay","colour":"blue"}               | /colour      | unknown-field
            {"handle":"okay","languages":"en"}              | /languages   | wrong-type
            {"handle":{"a":1}}                              | /handle      | wrong-type
            {"handle":123}                                  | /handle      | wrong-type
            {"handle":true}                                 | /handle      | wrong-type
            {"handle":"okay","displayName":1.5}             | /displayName | wrong-type
            {"handle":"okay"} {"handle":"more"}             | ''             | malformed-json
            {"handle":"okay","handle":"again"}              | ''             | malformed-json
            """)
    void whatIsWrongIsPointedAt(String body, String pointer, String code) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/people")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(at("$.code", equalTo("invalid-input")))
                .body(at("$.errors[*].pointer", hasItem(pointer)))
                .body(at("$.errors[*].code", hasItem(code)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"handle":
            []
            nonsense
            null
            ''
            """)
    void whatIsNoJsonObjectIsRefusedWithAProblem(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/people")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(at("$.code", not(blankOrNullString())));
    }

    /** The longest of everything, in letters that take more room than they seem to. */
    @ParameterizedTest
    @ValueSource(strings = {"İ", "𐐀", "a"})
    void everyHandleThatIsAllowedCanBeKept(String letter) {
        String start = unique("");
        String handle = start + letter.repeat(64 - start.length());
        List<String> languages = IntStream.range(10, 20)
                .mapToObj("de-latn-de-1901-x-%d-eeeeeeee-fffff"::formatted)
                .toList();

        var person = join(Map.of("handle", handle, "languages", languages));

        person.asks()
                .get("/v1/people/me")
                .then()
                .statusCode(200)
                .body(at("$.handle", equalTo(handle)))
                .body(at("$.displayName", equalTo(handle)))
                .body(at("$.languages", hasSize(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "字", "🧵"})
    void aNameToShowHasAtMost80Characters(String character) {
        var ada = join(Map.of("handle", unique("ada"), "displayName", character.repeat(80)));

        ada.asks().get("/v1/people/me").then().body(at("$.displayName", equalTo(character.repeat(80))));
        ada.asks()
                .body(Map.of("displayName", character.repeat(81)))
                .patch("/v1/people/me")
                .then()
                .statusCode(400)
                .body(at("$.errors[0].code", equalTo("wrong-size")));
    }

    @Test
    void aNameToShowIsKeptWithoutTheBlanksAroundIt() {
        var ada = join(Map.of("handle", unique("ada"), "displayName", " Ada "));

        ada.asks().get("/v1/people/me").then().body(at("$.displayName", equalTo("Ada")));
        ada.asks()
                .body(Map.of("displayName", "\u2003Ada L. "))
                .patch("/v1/people/me")
                .then()
                .statusCode(200)
                .body(at("$.displayName", equalTo("Ada L.")));
    }

    @Test
    void theOperatorFindsSomebodyByTheirHandle() {
        var ada = join("ada");

        operator()
                .queryParam("handle", ada.handle().toUpperCase(Locale.ROOT))
                .get("/v1/people")
                .then()
                .statusCode(200)
                .body(at("$.items[*].id", contains(ada.id())));
        operator()
                .queryParam("handle", unique("nobody"))
                .get("/v1/people")
                .then()
                .statusCode(200)
                .body(at("$.items", hasSize(0)));
        operator()
                .queryParam("handle", "no\0body")
                .get("/v1/people")
                .then()
                .statusCode(200)
                .body(at("$.items", hasSize(0)));
        operator().get("/v1/people").then().statusCode(400).body(at("$.errors[*].pointer", contains("/handle")));
        ada.asks().queryParam("handle", ada.handle()).get("/v1/people").then().statusCode(403);
    }

    @Test
    void othersSeeLessThanOneself() {
        var ada = join(Map.of("handle", unique("ada"), "timeZone", "Europe/London"));
        var grace = join("grace");

        ada.asks().get("/v1/people/me").then().statusCode(200).body(at("$.timeZone", equalTo("Europe/London")));
        grace.asks()
                .get("/v1/people/" + ada.id())
                .then()
                .statusCode(200)
                .body(at("$.handle", equalTo(ada.handle())))
                .body(at("$.timeZone", nullValue()))
                .body(at("$.joinedAt", nullValue()));
    }

    @Test
    void aMissingBodyIsCalledABody() {
        given().contentType(ContentType.JSON)
                .post("/v1/people")
                .then()
                .statusCode(400)
                .body(at("$.code", equalTo("invalid-input")))
                .body(at("$.errors[0].pointer", equalTo("")))
                .body(at("$.errors[0].code", equalTo("required")));
    }

    @Test
    void aMergePatchChangesWhatItNamesAndNullRemoves() {
        var ada = join(Map.of("handle", unique("ada"), "displayName", "Ada", "timeZone", "Europe/London"));

        ada.asks()
                .contentType("application/merge-patch+json")
                .body("{\"timeZone\":null,\"languages\":[\"EN\",\"de-de\"]}")
                .patch("/v1/people/me")
                .then()
                .statusCode(200)
                .body(at("$.displayName", equalTo("Ada")))
                .body(at("$.timeZone", nullValue()))
                .body(at("$.languages", equalTo(List.of("en", "de-DE"))));

        ada.asks()
                .contentType("application/merge-patch+json")
                .body("{\"displayName\":null}")
                .patch("/v1/people/me")
                .then()
                .statusCode(400)
                .body(at("$.errors[*].pointer", hasItem("/displayName")));
        ada.asks()
                .contentType("application/merge-patch+json")
                .body("{\"colour\":\"blue\"}")
                .patch("/v1/people/me")
                .then()
                .statusCode(400)
                .body(at("$.errors[*].code", hasItem("unknown-field")));
    }

    @Test
    void whoLeavesIsGoneAndSoIsTheirToken() {
        var ada = join("ada");
        var grace = join("grace");

        ada.asks().delete("/v1/people/me").then().statusCode(204);

        ada.asks().get("/v1/people/me").then().statusCode(401);
        grace.asks().get("/v1/people/" + ada.id()).then().statusCode(404).body(at("$.code", equalTo("unknown-person")));
    }

    @Test
    void theOperatorIsNobodyInParticular() {
        as("operator").get("/v1/people/me").then().statusCode(403).contentType("application/problem+json");
    }

    @Test
    void whoeverIsBeingGivenAPlaceWhileTheyLeaveIsAskedForPatience() {
        var ada = join("ada");

        QuarkusTransaction.requiringNew().run(() -> {
            people.holdStill(UUID.fromString(ada.id()));
            ada.asks()
                    .delete("/v1/people/me")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body(at("$.code", equalTo("being-placed")));
        });

        ada.asks().delete("/v1/people/me").then().statusCode(204);
    }
}
