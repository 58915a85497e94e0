package org.coterie.transfer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.coterie.Door;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("http")
class ImportsTest {

    private static final String NDJSON = "application/x-ndjson";

    private final DataSource database;

    ImportsTest(DataSource database) {
        this.database = database;
    }

    @Test
    void aFileOfPeopleComesIn() {
        String handle = unique("p");
        String tag = unique("soldering");

        var answer = send("""
                {"handle":"%s","displayName":"Pat","interests":["hiking",{"tag":"%s","strength":5,"stance":"OFFER",\
                "why":"It saves things.","visibility":"PUBLIC","expressedAt":"2026-01-01T12:00:00Z"}],\
                "languages":["EN"],"timeZone":"Europe/Oslo"}
                """.formatted(handle, tag));

        String id = answer.statusCode(202)
                .header("Location", containsString("/v1/imports/"))
                .body(at("$.state", equalTo("SUCCEEDED")))
                .body(at("$.progress", equalTo(1.0)))
                .body(at("$.accepted", equalTo(1)))
                .body(at("$.rejected", equalTo(0)))
                .body(at("$.errors", empty()))
                .body(at("$.startedAt", endsWith("Z")))
                .body(at("$.finishedAt", endsWith("Z")))
                .body(at("$.failure", nullValue()))
                .extract()
                .path("id");
        operator()
                .get("/v1/imports/" + id)
                .then()
                .statusCode(200)
                .body(at("$.id", equalTo(id)))
                .body(at("$.state", equalTo("SUCCEEDED")))
                .body(at("$.accepted", equalTo(1)));

        Somebody pat = imported(handle);
        pat.asks()
                .get("/v1/people/me")
                .then()
                .statusCode(200)
                .body(at("$.handle", equalTo(handle)))
                .body(at("$.displayName", equalTo("Pat")))
                .body(at("$.languages", equalTo(List.of("en"))))
                .body(at("$.timeZone", equalTo("Europe/Oslo")));
        JsonPath interests = interestsOf(pat);
        assertThat(interests.getList("items.label", String.class)).containsExactlyInAnyOrder("hiking", tag);
        String offered = "items.find { it.label == '%s' }.".formatted(tag);
        assertThat(interests.getString(offered + "stance")).isEqualTo("OFFER");
        assertThat(interests.getInt(offered + "strength")).isEqualTo(5);
        assertThat(interests.getString(offered + "why")).isEqualTo("It saves things.");
        assertThat(interests.getString(offered + "expressedAt")).isEqualTo("2026-01-01T12:00:00Z");
    }

    @Test
    void whatIsReadLineByLineIsImportedAsItIs() {
        Somebody ada = join("ada");
        ada.asks()
                .body(Map.of("stance", "SEEK", "strength", 5, "visibility", "MATCH_ONLY", "why", "It calms."))
                .put("/v1/people/me/interests/" + unique("Knüpfen"))
                .then()
                .statusCode(200);
        Supplier<String> interests = () -> ada.asks()
                .accept(NDJSON)
                .get("/v1/people/me/interests")
                .asString()
                .strip();
        String before = interests.get();
        String person = operator()
                .accept(NDJSON)
                .get("/v1/people?handle=" + ada.handle())
                .asString()
                .strip();

        send(person.replaceFirst("}$", ",\"interests\":[" + before + "]}") + "\n")
                .body(at("$.accepted", equalTo(1)));

        assertThat(interests.get()).isEqualTo(before);
    }

    @Test
    void whatSomebodyHidesStaysHiddenWhereAnImportDoesNotSayOtherwise() {
        Somebody ada = join("ada");
        ada.asks()
                .body(Map.of(
                        "interests",
                        List.of(
                                Map.of("tag", "Hushed%s".formatted(ada.handle()), "visibility", "PRIVATE"),
                                Map.of("tag", "Murmured %s".formatted(ada.handle()), "visibility", "MATCH_ONLY"),
                                Map.of("tag", "Told %s".formatted(ada.handle()), "visibility", "PRIVATE"))))
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200);

        send("""
                {"handle":"%1$s","interests":["Hushed%1$s",{"tag":"Murmured %1$s","strength":5},\
                {"tag":"Told %1$s","visibility":"PUBLIC"}]}""".formatted(ada.handle()));
        send("""
                {"handle":"%1$s","interests":["Murmured %1$s","Told %1$s"],"signals":["Hush! #Hushed%1$s"]}""".formatted(ada.handle()));

        List<Map<String, String>> interests = interestsOf(ada).getList("items");
        assertThat(interests)
                .extracting(one -> one.get("label") + " " + one.get("visibility"))
                .containsExactlyInAnyOrder(
                        "Hushed%s PRIVATE".formatted(ada.handle()),
                        "Murmured %s MATCH_ONLY".formatted(ada.handle()),
                        "Told %s PUBLIC".formatted(ada.handle()));
    }

    @Test
    void whatAFileKeepsToItsOwnerNamesNoTag() {
        String word = unique("zebra-quux");
        String glued = word.replace("-quux-", "quux-");
        send("{\"handle\":\"%s\",\"interests\":[{\"tag\":\"%s\",\"visibility\":\"PRIVATE\"}]}"
                        .formatted(unique("p"), word))
                .body(at("$.accepted", equalTo(1)));

        join("grace")
                .caresAbout(glued)
                .body(at("$.items[0].tag", equalTo(glued)))
                .body(at("$.items[0].label", equalTo(glued)));
    }

    @Test
    void whatALineDoesNotSayOfWhatIsHeldStaysAsItWas() {
        Somebody ada = join("ada");
        ada.asks().body("""
                        {"stance": "OFFER", "strength": 5, "why": "It saves things.", "until": "2099-01-01T00:00:00Z"}""").put("/v1/people/me/interests/sewing").then().statusCode(200);

        send("{\"handle\":\"%s\",\"interests\":[\"Sewing\"]}".formatted(ada.handle()));
        assertThat(interestsOf(ada).getMap("items[0]"))
                .containsEntry("stance", "OFFER")
                .containsEntry("strength", 5)
                .containsEntry("why", "It saves things.")
                .containsEntry("until", "2099-01-01T00:00:00Z");

        send("""
                {"handle":"%s","interests":[{"tag":"sewing","strength":1,"why":""}]}""".formatted(ada.handle()));
        assertThat(interestsOf(ada).getMap("items[0]"))
                .containsEntry("stance", "OFFER")
                .containsEntry("strength", 1)
                .doesNotContainKey("why")
                .containsEntry("until", "2099-01-01T00:00:00Z");
    }

    @Test
    void whoIsHereAlreadyIsUpdated() {
        Somebody ada = join("ada");
        ada.caresAbout("chess", "bees");

        send("{\"handle\":\"%s\",\"timeZone\":\"Europe/Oslo\"}"
                        .formatted(ada.handle().toUpperCase(Locale.ROOT)))
                .body(at("$.accepted", equalTo(1)));

        ada.asks()
                .get("/v1/people/me")
                .then()
                .body(at("$.id", equalTo(ada.id())))
                .body(at("$.handle", equalTo(ada.handle())))
                .body(at("$.displayName", equalTo("ada")))
                .body(at("$.languages", equalTo(List.of("en"))))
                .body(at("$.timeZone", equalTo("Europe/Oslo")));
        assertThat(tagsOf(ada)).containsExactlyInAnyOrder("chess", "bees");

        send("{\"handle\":\"%s\",\"interests\":[\"sewing\"],\"languages\":[]}".formatted(ada.handle()))
                .body(at("$.accepted", equalTo(1)));

        assertThat(tagsOf(ada)).containsExactly("sewing");
        ada.asks()
                .get("/v1/people/me")
                .then()
                .body(at("$.languages", empty()))
                .body(at("$.timeZone", equalTo("Europe/Oslo")));

        send("{\"handle\":\"%s\",\"interests\":[]}".formatted(ada.handle())).body(at("$.accepted", equalTo(1)));

        assertThat(tagsOf(ada)).isEmpty();
    }

    @Test
    void whoIsSaidToCareAboutATagByItsNameKeepsHowTheyWroteIt() {
        String word = unique("Zörbing x");
        Somebody ada = join("ada");
        ada.caresAbout(word);
        List<String> name = tagsOf(ada);

        send("{\"handle\":\"%s\",\"interests\":[\"%s\"]}".formatted(ada.handle(), name.get(0)));

        ada.asks().get("/v1/people/me/interests").then().body(at("$.items[*].label", contains(word)));
        send("{\"handle\":\"%s\",\"interests\":[\"%s\"]}".formatted(ada.handle(), word.replace('ö', 'o')));
        ada.asks().get("/v1/people/me/interests").then().body(at("$.items[*].label", contains(word.replace('ö', 'o'))));
    }

    @Test
    void whatPeopleReadOfThemselvesComesInAsTheyWroteIt() {
        String word = unique("Zörbing x");
        Somebody ada = join("ada");
        ada.caresAbout(word);
        String me = ada.asks().get("/v1/people/me").asString();
        String interests = ada.asks().get("/v1/people/me/interests").asString();
        ada.asks().delete("/v1/people/me").then().statusCode(204);

        send(me.replaceFirst("}$", "") + interests.replaceFirst("^\\{\"items\"", ",\"interests\""))
                .body(at("$.accepted", equalTo(1)));

        Somebody again = imported(ada.handle());
        again.asks().get("/v1/people/me/interests").then().body(at("$.items[*].label", contains(word)));
    }

    @Test
    void aTagIsCalledAsMostOfThoseWriteItWhoComeIn() {
        String word = unique("Zorbing x");
        String decorated = word.replace("Zorbing", "Zörbing");
        Somebody ada = join("ada");
        ada.caresAbout(word);

        send(Stream.of(decorated, decorated)
                .map(writing -> "{\"handle\":\"%s\",\"interests\":[\"%s\"]}".formatted(unique("p"), writing))
                .collect(Collectors.joining("\n")));

        ada.asks().get("/v1/tags/{tag}", word).then().body(at("$.label", equalTo(decorated)));
    }

    @Test
    void theLaterLineHasTheLastWord() {
        String handle = unique("p");

        send("""
                {"handle":"%1$s","displayName":"First","interests":["chess"],"timeZone":"Europe/Oslo"}
                {"handle":"%2$s","displayName":"Second","interests":["bees"]}
                {"handle":"%1$s","interests":["sewing"]}
                """.formatted(handle, handle.toUpperCase(Locale.ROOT)))
                .body(at("$.accepted", equalTo(3)))
                .body(at("$.rejected", equalTo(0)));

        Somebody person = imported(handle);
        assertThat(tagsOf(person)).containsExactly("sewing");
        person.asks()
                .get("/v1/people/me")
                .then()
                .body(at("$.displayName", equalTo("Second")))
                .body(at("$.timeZone", equalTo("Europe/Oslo")));
    }

    @Test
    void whoIsSaidToCareIsNotSaidToHaveMeantOtherwise() {
        Somebody ada = join("ada");
        String declared = unique("bees");
        String hashtag = unique("wasps");
        String other = unique("ants");
        join("grace").caresAbout(declared, hashtag, other);
        for (String tag : List.of(declared, hashtag, other)) {
            ada.asks()
                    .body(Map.of("verdict", "WRONG"))
                    .put("/v1/people/me/corrections/{tag}", tag)
                    .then()
                    .statusCode(200);
        }

        send("""
                {"handle":"%s","interests":["%s"],"signals":["I like #%s"]}
                """.formatted(ada.handle(), declared, hashtag));
        ada.asks().put("/v1/people/me/interests/{tag}", other).then().statusCode(200);
        for (String tag : List.of(declared, hashtag, other)) {
            ada.asks().delete("/v1/people/me/interests/{tag}", tag).then().statusCode(204);
        }

        ada.asks().get("/v1/people/me/corrections").then().body(at("$.items", empty()));
    }

    @Test
    void hashtagsOfSignalsBecomeInterests() {
        String handle = unique("p");
        String line = """
                {"handle":"%s","interests":[{"tag":"Cycling","strength":5}],\
                "signals":["Safe lanes #cycling and #bees","Safe lanes #cycling and #bees","No tag in here"]}""".formatted(handle);

        send(line).body(at("$.accepted", equalTo(1)));

        Somebody person = imported(handle);
        assertThat(tagsOf(person)).containsExactlyInAnyOrder("cycling", "bees");
        assertThat(interestsOf(person).getInt("items.find { it.tag == 'cycling' }.strength"))
                .isEqualTo(5);
        person.asks()
                .get("/v1/people/me/signals")
                .then()
                .statusCode(200)
                .body(at("$.items[*].text", containsInAnyOrder("Safe lanes #cycling and #bees", "No tag in here")))
                .body(at("$.items[*].tags[?(@.source == 'HASHTAG')].tag", containsInAnyOrder("cycling", "bees")))
                .body(at("$.items[*].tags[?(@.source == 'HASHTAG')].confirmed", equalTo(List.of(true, true))));

        send(line).body(at("$.accepted", equalTo(1)));
        send("{\"handle\":\"%s\",\"signals\":[\"No tag in here\", \"One more: #sewing\"]}".formatted(handle))
                .body(at("$.accepted", equalTo(1)));

        assertThat(tagsOf(person)).containsExactlyInAnyOrder("cycling", "bees", "sewing");
        person.asks().get("/v1/people/me/signals").then().body(at("$.items", hasSize(3)));
    }

    @Test
    void aHashtagRenewsWhatIsHeld() {
        String handle = unique("p");
        String tag = unique("w");
        send("{\"handle\":\"%s\",\"interests\":[{\"tag\":\"%s\",\"strength\":5,\"expressedAt\":\"2020-01-01T00:00:00Z\"}]}"
                        .formatted(handle, tag))
                .body(at("$.accepted", equalTo(1)));
        Somebody person = imported(handle);
        person.asks().get("/v1/tags/" + tag).then().statusCode(404);

        send("{\"handle\":\"%s\",\"signals\":[\"Right now #%s\"]}".formatted(handle, tag))
                .body(at("$.accepted", equalTo(1)));

        person.asks().get("/v1/tags/" + tag).then().statusCode(200).body(at("$.holders", equalTo("<3")));
        assertThat(interestsOf(person).getInt("items[0].strength"))
                .as("as it was declared")
                .isEqualTo(5);
        assertThat(interestsOf(person).getString("items[0].expressedAt")).isGreaterThan("2026");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"handle":                                                              | malformed-json | column
            nonsense                                                                | malformed-json | column
            {"handle":"p"} {"handle":"q"}                                           | malformed-json | more than one
            {"handle":"p","handle":"q"}                                             | malformed-json | name handle is there twice
            null                                                                    | wrong-type     | JSON object
            []                                                                      | wrong-type     | JSON object
            17                                                                      | wrong-type     | JSON object
            {}                                                                      | required       | /handle
            {"handle":null}                                                         | required       | /handle
            {"handle":"a b"}                                                        | wrong-format   | /handle
            {"handle":"okay","colour":"blue"}                                       | unknown-field  | /colour
            {"handle":"okay","displayName":""}                                      | wrong-format   | /displayName
            {"handle":"okay","displayName":"a\\u0000b"}                             | unreadable-text | /displayName
            {"handle":"okay","displayName":"a\\ud800b"}                             | unreadable-text | /displayName
            {"handle":"okay","languages":["english!"]}                              | wrong-format   | /languages/0
            {"handle":"okay","timeZone":"Middle/Earth"}                             | wrong-format   | /timeZone
            {"handle":"okay","interests":"hiking"}                                  | wrong-type     | /interests
            {"handle":"okay","interests":[null]}                                    | required       | /interests/0
            {"handle":"okay","interests":[{}]}                                      | required       | /interests/0/tag
            {"handle":"okay","interests":["a","!!!"]}                               | tag-unreadable | /interests/1/tag
            {"handle":"okay","interests":[{"tag":"a","strength":6}]}                | out-of-range   | /interests/0/strength
            {"handle":"okay","interests":[{"tag":"a","stance":"HATE"}]}             | unknown-value  | /interests/0/stance
            {"handle":"okay","interests":[{"tag":"a","colour":1}]}                  | unknown-field  | /interests/0/colour
            {"handle":"okay","interests":[{"tag":"a","why":"\\u0000"}]}             | unreadable-text | /interests/0/why
            {"handle":"okay","interests":[{"tag":"a","until":"soon"}]}              | wrong-type     | /interests/0/until
            {"handle":"okay","interests":[{"tag":"a","until":4102444800}]}          | wrong-type     | /interests/0/until
            {"handle":"okay","interests":[{"tag":"a","until":"1899-12-31T23:59:59Z"}]}    | in-the-past   | /interests/0/until
            {"handle":"okay","interests":["b",{"tag":"a","until":"2020-01-01T00:00:00Z"}]} | in-the-past   | /interests/1/until
            {"handle":"okay","interests":[{"tag":"a","until":"2020-01-01T00:00:00Z","expressedAt":"2020-01-01T00:00:00Z"}]} | in-the-past | /interests/0/until
            {"handle":"okay","interests":[{"tag":"a","until":"+10000-01-01T00:00:00Z"}]}  | out-of-range  | before the year 10000
            {"handle":"okay","interests":[{"tag":"a","expressedAt":1767225600}]}    | wrong-type     | /interests/0/expressedAt
            {"handle":"okay","interests":[{"tag":"a","expressedAt":"1767225600"}]}  | wrong-type     | /interests/0/expressedAt
            {"handle":"okay","interests":[{"tag":"a","until":"+99999-01-01T00:00:00Z"}]}  | out-of-range  | /interests/0/until
            {"handle":"okay","interests":[{"tag":"a","expressedAt":"9999-01-01T00:00:00Z"}]} | in-the-future | /interests/0/expressedAt
            {"handle":"okay","signals":[" "]}                                       | required       | /signals/0
            {"handle":"okay","signals":[null]}                                      | required       | /signals/0
            {"handle":"okay","signals":["a\\u0000b"]}                               | unreadable-text | /signals/0
            """)
    void aBadLineIsNamedAndStopsNobody(String line, String code, String detail) {
        String before = unique("p");
        String after = unique("p");

        send("{\"handle\":\"%s\"}\r\n\n%s\n{\"handle\":\"%s\"}".formatted(before, line, after))
                .body(at("$.state", equalTo("SUCCEEDED")))
                .body(at("$.accepted", equalTo(2)))
                .body(at("$.rejected", equalTo(1)))
                .body(at("$.errors", hasSize(1)))
                .body(at("$.errors[0].line", equalTo(3)))
                .body(at("$.errors[0].code", equalTo(code)))
                .body(at("$.errors[0].detail", containsString(detail)));

        assertThat(imported(before).token()).isNotBlank();
        assertThat(imported(after).token()).isNotBlank();
    }

    @Test
    void ofAnInterestAllThatIsWrongIsCounted() {
        String why = "w".repeat(281);

        send("{\"handle\":\"okay\",\"interests\":[{\"tag\":\"a\",\"strength\":6,\"why\":\"%s\"}]}".formatted(why))
                .body(at("$.errors[0].code", equalTo("out-of-range")))
                .body(at("$.errors[0].detail", containsString("/interests/0/strength")))
                .body(at("$.errors[0].detail", containsString("(and 1 more)")));
    }

    @Test
    void importedMessagesAreLookedThroughForOtherTagsToo() {
        String phrase = unique("stamp collecting");
        join("grace").caresAbout(phrase);
        Somebody ada = join(Map.of("handle", unique("ada"), "languages", List.of("en")));

        send("{\"handle\":\"%s\",\"signals\":[\"My uncle loves %s #uncles\", \"I no longer do %2$s\"]}"
                        .formatted(ada.handle(), phrase))
                .body(at("$.accepted", equalTo(1)));

        await().untilAsserted(() -> ada.asks()
                .get("/v1/people/me/signals")
                .then()
                .body(at("$.items[*].tags[?(@.source == 'PHRASE')].label", contains(phrase)))
                .body(at("$.items[*].tags[?(@.source == 'PHRASE')].start", contains(15)))
                .body(at("$.items[*].tags[?(@.source == 'PHRASE')].confirmed", contains(false)))
                .body(at("$.items[*].tags[?(@.source == 'HASHTAG')].confirmed", contains(true))));
        ada.asks().get("/v1/people/me/interests").then().body(at("$.items[*].tag", contains("uncles")));
    }

    @Test
    void ofManyImportedMessagesEachIsLookedThrough() {
        String phrase = unique("stamp collecting");
        join("grace").caresAbout(phrase);
        String name = unique("p");

        send(IntStream.range(0, 700)
                        .mapToObj(i -> "{\"handle\":\"%s-%d\",\"languages\":[\"en\"],\"signals\":[\"We love %s\"]}"
                                .formatted(name, i, phrase))
                        .collect(Collectors.joining("\n")))
                .body(at("$.accepted", equalTo(700)));

        for (int i : List.of(0, 255, 256, 257, 511, 512, 699)) {
            Somebody one = imported(name + "-" + i);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> one.asks()
                            .get("/v1/people/me/signals")
                            .then()
                            .body(at("$.items[*].tags[*].label", contains(phrase))));
        }
    }

    @Test
    void anInterestMayLastUntilTheEndOfTheYear9999() {
        String handle = unique("p");

        send("{\"handle\":\"%s\",\"interests\":[{\"tag\":\"a\",\"until\":\"9999-12-31T23:59:59.999999Z\"}]}"
                        .formatted(handle))
                .body(at("$.accepted", equalTo(1)));

        assertThat(interestsOf(imported(handle)).getString("items[0].until")).isEqualTo("9999-12-31T23:59:59.999999Z");
    }

    @Test
    void whatWasOverOnlyAfterItWasSaidComesInAsItWas() {
        String handle = unique("p");

        send("""
                {"handle":"%s","interests":[{"tag":"a","until":"2020-01-02T00:00:00Z","expressedAt":"2020-01-01T00:00:00Z"}]}""".formatted(handle)).body(at("$.accepted", equalTo(1)));

        assertThat(interestsOf(imported(handle)).getString("items[0].until")).isEqualTo("2020-01-02T00:00:00Z");
    }

    @Test
    void textsAreMeasuredInCharactersOfWhateverKind() {
        String handle = unique("p");

        send("""
                {"handle":"%1$s","displayName":"%2$s","interests":[{"tag":"a","why":"%3$s"}],"signals":["%4$s"]}
                {"handle":"%1$s","displayName":"%2$s🧵"}
                {"handle":"%1$s","interests":[{"tag":"a","why":"%3$s🧵"}]}
                {"handle":"%1$s","signals":["%4$s🧵"]}
                """.formatted(handle, "🧵".repeat(80), "🧵".repeat(280), "🧵".repeat(1_000)))
                .body(at("$.accepted", equalTo(1)))
                .body(at("$.errors[*].line", equalTo(List.of(2, 3, 4))))
                .body(at("$.errors[*].code", equalTo(List.of("wrong-size", "wrong-size", "wrong-size"))));

        assertThat(interestsOf(imported(handle)).getString("items[0].why")).isEqualTo("🧵".repeat(280));
    }

    @Test
    void linesThatAreTooLongOrTooFullAreNamed() {
        String tags =
                IntStream.rangeClosed(1, 101).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));

        send("""
                {"handle":"%s","interests":[%s]}
                {"handle":"%s","signals":["%s"]}
                {"handle":"%s","signals":["%s"]}
                {"handle":"%s"}
                """.formatted(
                                unique("p"),
                                tags,
                                unique("p"),
                                "x".repeat(70_000),
                                unique("p"),
                                "x".repeat(1_001),
                                "İ".repeat(65)))
                .body(at("$.accepted", equalTo(0)))
                .body(at("$.errors[*].line", equalTo(List.of(1, 2, 3, 4))))
                .body(at(
                        "$.errors[*].code",
                        equalTo(List.of("wrong-size", "line-too-long", "wrong-size", "wrong-format"))));
    }

    @Test
    void whatIsNotUtf8IsNamed() {
        String file = "{\"handle\":\"café-%s\"}\n{\"handle\":\"%s\"}".formatted(unique("p"), unique("p"));

        send(file.getBytes(StandardCharsets.ISO_8859_1))
                .body(at("$.accepted", equalTo(1)))
                .body(at("$.errors[0].line", equalTo(1)))
                .body(at("$.errors[0].code", equalTo("not-utf-8")));
    }

    @Test
    void aThousandBadLinesAreListedAndAllAreCounted() {
        send("nonsense\n".repeat(2_500) + "{\"handle\":\"%s\"}".formatted(unique("p")))
                .body(at("$.state", equalTo("SUCCEEDED")))
                .body(at("$.accepted", equalTo(1)))
                .body(at("$.rejected", equalTo(2_500)))
                .body(at("$.errors", hasSize(1_000)))
                .body(at("$.errors[999].line", equalTo(1_000)));
    }

    @Test
    void aZippedFileIsUnpacked() throws IOException {
        String handle = unique("p");
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write("{\"handle\":\"%s\"}".formatted(handle).getBytes(StandardCharsets.UTF_8));
        }

        with(zipped.toByteArray())
                .header("Content-Encoding", "gzip")
                .post("/v1/imports")
                .then()
                .body(at("$.accepted", equalTo(1)));
        assertThat(imported(handle).token()).isNotBlank();

        byte[] cut = Arrays.copyOf(zipped.toByteArray(), zipped.size() - 9);
        with(cut)
                .header("Content-Encoding", "gzip")
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .body(at("$.state", equalTo("FAILED")))
                .body(at("$.failure", containsString("broke off")));
        with(cut).header("Content-Encoding", "br").post("/v1/imports").then().statusCode(415);
    }

    @Test
    void anEmptyFileBringsNobody() {
        send("").body(at("$.state", equalTo("SUCCEEDED"))).body(at("$.accepted", equalTo(0)));
        send("\n \n").body(at("$.accepted", equalTo(0))).body(at("$.rejected", equalTo(0)));
    }

    @Test
    void whatWasStoredStaysWhereTheSenderBreaksOff() throws IOException {
        String name = unique("cut");
        StringBuilder people = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            people.append("{\"handle\":\"%s-%d\"}\n".formatted(name, i));
        }
        people.append("{\"handle\":\"%s-half".formatted(name));
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write("""
                    POST /v1/imports HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer operator\r
                    Content-Type: application/x-ndjson\r
                    Content-Length: 10000000\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(people.toString().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            runningImport();
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> operator()
                        .get("/v1/imports?limit=1")
                        .then()
                        .body(at("$.items[0].state", equalTo("FAILED")))
                        .body(at("$.items[0].rejected", equalTo(0))));
        int accepted = operator().get("/v1/imports?limit=1").then().extract().path("items[0].accepted");
        assertThat(accepted).isBetween(0, 1_500);
        assertThat(isHere(name + "-0")).isEqualTo(accepted > 0);
        assertThat(isHere(name + "-1499")).isEqualTo(accepted == 1_500);
        assertThat(isHere(name + "-half")).isFalse();
    }

    @Test
    void whileEightFilesArriveANinthIsToldToComeBack() throws IOException {
        byte[] line = "{\"handle\":\"%s\"}\n".formatted(unique("p")).getBytes(StandardCharsets.US_ASCII);
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < Imports.MOST_AT_ONCE; i++) {
                sockets.add(beginImport(line));
            }
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> operator()
                            .get("/v1/imports?limit=100")
                            .then()
                            .body(at("$.items[?(@.state == 'RUNNING')]", hasSize(Imports.MOST_AT_ONCE))));

            with(line)
                    .post("/v1/imports")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body(at("$.code", equalTo("too-many-imports")));

            for (Socket socket : sockets) {
                socket.getOutputStream().write(line, 5, line.length - 5);
                socket.getOutputStream().flush();
                assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                                .readLine())
                        .startsWith("HTTP/1.1 202");
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        send(line);
    }

    /** An import of one line whose first characters arrive. */
    private static Socket beginImport(byte[] line) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream().write("""
                POST /v1/imports HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer operator\r
                Content-Type: application/x-ndjson\r
                Content-Length: %d\r
                \r
                """.formatted(line.length).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(line, 0, 5);
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void anImportCanBeFollowedWhileItsFileArrives() throws IOException, InterruptedException {
        byte[] line = "{\"handle\":\"%s\"}\n".formatted(unique("p")).getBytes(StandardCharsets.US_ASCII);
        HttpResponse<Stream<String>> events;
        try (Socket socket = beginImport(line)) {
            String id = runningImport();

            events = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(
                                            "http://localhost:%d/v1/imports/%s/events".formatted(RestAssured.port, id)))
                                    .header("Authorization", "Bearer " + Door.OPERATOR)
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines());
            Iterator<String> data = events.body()
                    .filter(event -> event.startsWith("data:"))
                    .map(event -> event.substring(5))
                    .iterator();
            assertThat(JsonPath.from(data.next()).getString("state")).isEqualTo("RUNNING");
            socket.getOutputStream().write(line, 5, line.length - 5);
            socket.getOutputStream().flush();

            String last = "";
            while (data.hasNext()) {
                last = data.next();
            }
            assertThat(JsonPath.from(last).getString("state")).isEqualTo("SUCCEEDED");
            assertThat(JsonPath.from(last).getInt("accepted")).isEqualTo(1);
        }
        operator().get("/v1/imports/" + UUID.randomUUID() + "/events").then().statusCode(404);
    }

    @Test
    void importsAreListedNewestFirst() {
        String first = send("").extract().path("id");
        String second = send("x").extract().path("id");

        var page = operator()
                .get("/v1/imports?limit=1")
                .then()
                .statusCode(200)
                .body(at("$.items", hasSize(1)))
                .body(at("$.items[0].id", equalTo(second)))
                .body(at("$.items[0].rejected", equalTo(1)))
                .body(at("$.items[0].errors", nullValue()))
                .extract();
        operator()
                .queryParam("cursor", page.<String>path("nextCursor"))
                .get("/v1/imports")
                .then()
                .statusCode(200)
                .body(at("$.items[0].id", equalTo(first)))
                .body(at("$.items[*].id", not(hasItem(second))));
    }

    @Test
    void onlyTheOperatorImports() {
        given().contentType(NDJSON)
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(401);
        join("ada")
                .asks()
                .contentType(NDJSON)
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(403);
        join("ada").asks().get("/v1/imports").then().statusCode(403);
        operator().body("{}").post("/v1/imports").then().statusCode(415);
        operator()
                .get("/v1/imports/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("unknown-import")));
    }

    @Test
    void theOperatorGivesATokenOnlyToSomebody() {
        operator()
                .contentType(ContentType.JSON)
                .post("/v1/people/" + UUID.randomUUID() + "/tokens")
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("unknown-person")));
        Somebody ada = join("ada");
        join("eve").asks().post("/v1/people/" + ada.id() + "/tokens").then().statusCode(403);
    }

    /** The import that is arriving, as soon as there is one. */
    private static String runningImport() {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> operator()
                                .get("/v1/imports?limit=1")
                                .then()
                                .extract()
                                .<String>path("items.find { it.state == 'RUNNING' }?.id"),
                        Objects::nonNull);
    }

    private static ValidatableResponse send(String file) {
        return send(file.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse send(byte[] file) {
        return with(file).post("/v1/imports").then().statusCode(202);
    }

    private static RequestSpecification with(byte[] file) {
        return operator().contentType(NDJSON).body(file);
    }

    /** Somebody who was imported, with a token that the operator gave them. */
    private Somebody imported(String handle) {
        String id = idOf(handle).orElseThrow().toString();
        var token = operator()
                .post("/v1/people/" + id + "/tokens")
                .then()
                .statusCode(201)
                .extract();
        return new Somebody(id, handle, token.path("token"));
    }

    private boolean isHere(String handle) {
        return idOf(handle).isPresent();
    }

    private Optional<UUID> idOf(String handle) {
        try (Connection connection = database.getConnection();
                var query = connection.prepareStatement("select id from person where handle_key = ?")) {
            query.setString(1, handle.toLowerCase(Locale.ROOT));
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonPath interestsOf(Somebody person) {
        return person.asks()
                .get("/v1/people/me/interests")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> tagsOf(Somebody person) {
        return interestsOf(person).getList("items.tag", String.class);
    }
}
