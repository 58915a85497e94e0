package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("http")
class SignalsTest {

    private static final String MINE = "/v1/people/me/signals";
    private static final String INTERESTS = "/v1/people/me/interests";

    private static ValidatableResponse say(Somebody somebody, String text) {
        return somebody.asks().body(Map.of("text", text)).post(MINE).then().statusCode(201);
    }

    @Test
    void aHashtagBecomesAnInterest() {
        Somebody ada = join("ada");

        String id = say(ada, "Our street needs safe bike lanes #cycling")
                .header("Location", containsString(MINE))
                .body(at("$.text", equalTo("Our street needs safe bike lanes #cycling")))
                .body(at("$.tags[?(@.tag == 'cycling')].start", contains(33)))
                .body(at("$.tags[?(@.tag == 'cycling')].end", contains(41)))
                .body(at("$.tags[?(@.tag == 'cycling')].source", contains("HASHTAG")))
                .body(at("$.tags[?(@.tag == 'cycling')].confirmed", contains(true)))
                .body(at("$.tags[?(@.tag == 'cycling')].confidence", empty()))
                .extract()
                .path("id");

        ada.asks()
                .get(INTERESTS)
                .then()
                .body(at("$.items[*].tag", contains("cycling")))
                .body(at("$.items[0].stance", equalTo("SHARE")))
                .body(at("$.items[0].strength", equalTo(3)))
                .body(at("$.items[0].visibility", equalTo("PUBLIC")));
        ada.asks().get(MINE + "/" + id).then().statusCode(200).body(at("$.tags[*].tag", hasItem("cycling")));
    }

    @Test
    void withoutTheModelTheAnswerSaysSo() {
        say(join("ada"), "Some words").body(at("$.meaning", equalTo("OFF")));
        join("grace").asks().get("/v1/tags/words/near").then().statusCode(200).body(at("$.meaning", equalTo("OFF")));
    }

    /** Held against the document, as every answer. */
    @Test
    void aMessageMayHaveMoreTagsThanAPage() {
        String hashtags = IntStream.range(0, 100)
                .mapToObj(i -> "#" + Character.toString(0x4E00 + i))
                .collect(Collectors.joining(" "));

        String phrase = unique("urban planning");
        join("grace").caresAbout(phrase);
        join("alan").caresAbout(phrase);

        say(join("ada"), hashtags + " I dream of " + phrase + ", really.")
                .body(at("$.tags", hasSize(greaterThan(100))));
    }

    @Test
    void moreHashtagsThanThereIsRoomForAreToldByHowMany() {
        Somebody ada = join("ada");
        ada.caresAbout("sewing", "soldering");
        String hashtags =
                IntStream.range(0, 150).mapToObj(i -> "#h" + i).collect(Collectors.joining(" ", "", " #sewing"));

        ada.asks()
                .body(Map.of("text", hashtags))
                .post(MINE)
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("too-many-interests")))
                .body(at("$.detail", equalTo("This would make 150 new interests; you have 2 of at most 100.")));
    }

    @Test
    void positionsCountAsClientsDo() {
        String tag = unique("räder");

        say(join("ada"), "🚲🚲 #" + tag + " 🚲")
                .body(at("$.tags[0].start", equalTo(5)))
                .body(at("$.tags[0].end", equalTo(6 + tag.length())))
                .body(at("$.tags[0].label", equalTo(tag)));
    }

    @Test
    void aPhraseThatOthersUseIsProposedAndWaitsForAYes() {
        String phrase = unique("urban planning");
        join("grace").caresAbout(phrase);
        join("alan").caresAbout(phrase);
        Somebody ada = join("ada");
        String text = "I dream of " + phrase + ", really.";

        var signal = say(ada, text)
                .body(at("$.tags", hasSize(1)))
                .body(at("$.tags[0].label", equalTo(phrase)))
                .body(at("$.tags[0].source", equalTo("PHRASE")))
                .body(at("$.tags[0].start", equalTo(11)))
                .body(at("$.tags[0].end", equalTo(11 + phrase.length())))
                .body(at("$.tags[0].confirmed", equalTo(false)))
                .extract();
        String tag = signal.path("tags[0].tag");
        String found = MINE + "/" + signal.path("id") + "/tags/" + tag;
        ada.asks().get(INTERESTS).then().body(at("$.items", empty()));
        ada.asks().get("/v1/tags/" + tag).then().body(at("$.holders", equalTo("<3")));

        ada.asks().put(found).then().statusCode(200).body(at("$.tags[0].confirmed", equalTo(true)));

        ada.asks()
                .get(INTERESTS)
                .then()
                .body(at("$.items[*].tag", contains(tag)))
                .body(at("$.items[0].label", equalTo(phrase)));
        ada.asks().get("/v1/tags/" + tag).then().body(at("$.holders", equalTo(3)));
    }

    /** A word nobody has used, of letters only, to which no stem adds an e. */
    private static String word() {
        return unique("w")
                .chars()
                .map(c -> Character.isDigit(c) ? 'a' + c - '0' : c)
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append("ank")
                .toString();
    }

    @Test
    void aPhraseIsFoundWithOtherEndings() {
        String stem = word();
        join("grace").caresAbout(stem + "ing");
        Somebody ada = join("ada");

        say(ada, "Now, " + stem + "s please")
                .body(at("$.tags[*].tag", contains(stem + "ing")))
                .body(at("$.tags[0].source", equalTo("PHRASE")))
                .body(at("$.tags[0].start", equalTo(5)))
                .body(at("$.tags[0].end", equalTo(6 + stem.length())));
    }

    @Test
    void endingsAreThoseOfTheLanguageInWhichItIsSaid() {
        String stem = word();
        join("grace").caresAbout(stem + "ungen");
        Somebody ada = join("ada");
        String text = "Eine " + stem + "ung";

        say(ada, text).body(at("$.tags", empty()));
        ada.asks()
                .body(Map.of("text", text, "language", "de-AT"))
                .post(MINE)
                .then()
                .statusCode(201)
                .body(at("$.tags[*].tag", contains(stem + "ungen")));
        ada.asks()
                .body(Map.of("text", text, "language", "no language"))
                .post(MINE)
                .then()
                .statusCode(400)
                .body(at("$.errors[0].pointer", equalTo("/language")));
    }

    @Test
    void ofSeveralWithTheSameStemTheOneThatMostHoldIsFound() {
        String stem = word();
        join("grace").caresAbout(stem + "ed");
        join("alan").caresAbout(stem + "ing");
        join("mary").caresAbout(stem + "ing");

        say(join("ada"), "Some " + stem + "s").body(at("$.tags[*].tag", contains(stem + "ing")));
        say(join("edith"), "It is " + stem + "ed").body(at("$.tags[*].tag", contains(stem + "ed")));
    }

    @Test
    void whatIsDeniedDoesNotBecomeAWish() {
        String stem = word();
        String other = unique("word");
        join("grace").caresAbout(stem + "ing");
        Somebody ada = join("ada");

        say(ada, "I no longer " + stem).body(at("$.tags", empty()));
        say(ada, "I no longer " + stem + ", but #" + other)
                .body(at("$.tags[*].label", contains(other)))
                .body(at("$.tags[0].confirmed", equalTo(true)));
        say(ada, "No more work, I'm tired of #" + stem)
                .body(at("$.tags[*].source", contains("HASHTAG")))
                .body(at("$.tags[0].confirmed", equalTo(false)));

        ada.asks().get(INTERESTS).then().body(at("$.items[*].label", contains(other)));
    }

    @Test
    void whatIsInsideOfWhatIsNotMeantIsNotOfferedInItsPlace() {
        String inner = word();
        String outer = "trail " + inner;
        join("grace").caresAbout(outer, inner);
        Somebody ada = join("ada");
        String text = outer + " is fun";
        var signal = say(ada, text).body(at("$.tags[*].label", contains(outer))).extract();
        ada.asks()
                .delete(MINE + "/" + signal.path("id") + "/tags/" + signal.path("tags[0].tag"))
                .then()
                .statusCode(204);

        say(ada, text).body(at("$.tags", empty()));
        say(join("alan"), "#" + outer.replace(' ', '-') + "! " + text).body(at("$.tags", hasSize(1)));
    }

    @Test
    void allThatWasFoundIsDecidedInOneCall() {
        String meant = unique("stamp collecting");
        String notMeant = unique("coin collecting");
        String open = unique("map collecting");
        join("grace").caresAbout(meant, notMeant, open);
        Somebody ada = join("ada");
        String text = meant + ", " + notMeant + " and " + open;
        String own = MINE + "/"
                + say(ada, text).body(at("$.tags", hasSize(3))).extract().path("id") + "/tags";
        String wrong = unique("nothing");

        ada.asks()
                .body(Map.of("confirm", List.of(meant, wrong), "reject", List.of(notMeant, meant)))
                .put(own)
                .then()
                .statusCode(400)
                .body(at("$.errors[*].pointer", contains("/confirm/1", "/reject/1")))
                .body(at("$.errors[*].code", contains("unknown-signal-tag", "contradictory")));
        ada.asks().get(INTERESTS).then().body(at("$.items", empty()));

        ada.asks()
                .body(Map.of("confirm", List.of(meant), "reject", List.of(notMeant)))
                .put(own)
                .then()
                .statusCode(200)
                .body(at("$.tags[*].label", contains(meant, open)))
                .body(at("$.tags[*].confirmed", contains(true, false)));
        ada.asks().get(INTERESTS).then().body(at("$.items[*].label", contains(meant)));
        say(ada, text).body(at("$.tags[*].label", contains(meant, open)));
    }

    @Test
    void whatIsNotMeantGoes() {
        String phrase = unique("stamp collecting");
        join("grace").caresAbout(phrase);
        Somebody ada = join("ada");
        var signal =
                say(ada, "My uncle loves " + phrase + " #" + unique("uncles")).extract();
        String own = MINE + "/" + signal.path("id");

        ada.asks().delete(own + "/tags/" + signal.path("tags[0].tag")).then().statusCode(204);
        ada.asks().get(own).then().body(at("$.tags", hasSize(1))).body(at("$.tags[0].source", equalTo("HASHTAG")));

        ada.asks().delete(own + "/tags/" + signal.path("tags[1].tag")).then().statusCode(204);
        ada.asks().get(own).then().body(at("$.tags", empty()));
        ada.asks().get(INTERESTS).then().body(at("$.items", empty()));
        ada.asks()
                .delete(own + "/tags/" + signal.path("tags[1].tag"))
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("unknown-signal-tag")));
    }

    @Test
    void whatWasNotMeantIsNotOfferedAgainUntilItIsSaid() {
        String phrase = unique("stamp collecting");
        join("grace").caresAbout(phrase);
        Somebody ada = join("ada");
        var signal = say(ada, "My uncle loves " + phrase).extract();
        String tag = signal.path("tags[0].tag");

        ada.asks()
                .delete(MINE + "/" + signal.path("id") + "/tags/" + tag)
                .then()
                .statusCode(204);

        say(ada, "My uncle still loves " + phrase).body(at("$.tags", empty()));
        say(join("alan"), "My aunt loves " + phrase).body(at("$.tags", hasSize(1)));
        say(ada, "Me too: #" + tag).body(at("$.tags[0].source", equalTo("HASHTAG")));
        say(ada, "So now I love " + phrase).body(at("$.tags[0].source", equalTo("PHRASE")));
        ada.asks().delete("/v1/people/me").then().statusCode(204);
    }

    @Test
    void theLongestPhraseWins() {
        String run = unique("");
        join("grace").caresAbout("kites" + run, "building kites" + run);

        say(join("ada"), "We could be building kites" + run + " all day")
                .body(at("$.tags", hasSize(1)))
                .body(at("$.tags[0].tag", equalTo("building-kites" + run)));
    }

    @Test
    void whatAnAddressSaysIsNotProposed() {
        String word = unique("wind");
        join("grace").caresAbout(word);

        say(join("ada"), "https://example.org/wiki/%1$s#%1$s %1$s@example.org @%1$s".formatted(word))
                .body(at("$.tags", empty()));
        say(join("alan"), "@ada: " + word).body(at("$.tags[0].start", equalTo(6)));
    }

    @Test
    void aPhraseDoesNotReachAcrossSentences() {
        String word = unique("wind");
        join("grace").caresAbout("summer " + word);

        say(join("ada"), "I like the summer. " + word + " less so").body(at("$.tags", empty()));
    }

    @Test
    void wordsAreFoundInScriptsWithoutSpaces() {
        join("grace").caresAbout("攀岩");

        say(join("ada"), "我很喜欢攀岩和音乐")
                .body(at("$.tags[*].tag", hasItem("攀岩")))
                .body(at("$.tags[?(@.tag == '攀岩')].start", contains(4)))
                .body(at("$.tags[?(@.tag == '攀岩')].end", contains(6)));
    }

    @Test
    void aHiddenInterestIsNotRecognised() {
        String word = unique("secret");
        join("grace")
                .asks()
                .body(Map.of("visibility", "MATCH_ONLY"))
                .put(INTERESTS + "/" + word)
                .then()
                .statusCode(200);

        say(join("ada"), "Is there a " + word + " here?").body(at("$.tags", empty()));
    }

    @Test
    void aHashtagNeverWeakensWhatWasDeclared() {
        String tag = unique("chess");
        Somebody ada = join("ada");
        ada.declares(tag, Map.of("stance", "OFFER", "strength", 5, "visibility", "PRIVATE", "why", "Just so."));

        String id = say(ada, "Playing #" + tag + " tonight").extract().path("id");

        ada.asks()
                .get(INTERESTS)
                .then()
                .body(at("$.items[0].stance", equalTo("OFFER")))
                .body(at("$.items[0].strength", equalTo(5)))
                .body(at("$.items[0].visibility", equalTo("PRIVATE")))
                .body(at("$.items[0].why", equalTo("Just so.")));
        ada.asks().delete(MINE + "/" + id).then().statusCode(204);
        ada.asks().get(INTERESTS).then().body(at("$.items", hasSize(1)));
    }

    @Test
    void anInterestGoesWithTheLastSignalThatSaysIt() {
        String tag = unique("kites");
        Somebody ada = join("ada");
        String first = say(ada, "#" + tag + " on Sunday").extract().path("id");
        String second = say(ada, "#" + tag + " on Monday").extract().path("id");

        ada.asks().delete(MINE + "/" + second).then().statusCode(204);
        ada.asks().get(INTERESTS).then().body(at("$.items[*].tag", contains(tag)));

        ada.asks().delete(MINE + "/" + first).then().statusCode(204);
        ada.asks().get(INTERESTS).then().body(at("$.items", empty()));
        ada.asks().get(MINE).then().body(at("$.items", empty()));
        ada.asks().delete(MINE + "/" + first).then().statusCode(404).body(at("$.code", equalTo("unknown-signal")));
    }

    @Test
    void whatIsTakenBackByHandDoesNotComeBackOfAnEarlierMessage() {
        String tag = unique("kites");
        Somebody ada = join("ada");
        String first = say(ada, "#" + tag + " on Sunday").extract().path("id");
        ada.asks().delete(INTERESTS + "/" + tag).then().statusCode(204);
        ada.asks().get(MINE + "/" + first).then().body(at("$.tags[0].confirmed", equalTo(false)));
        String second = say(ada, "#" + tag + " on Monday").extract().path("id");
        ada.asks().get(INTERESTS).then().body(at("$.items[*].tag", contains(tag)));

        ada.asks().delete(MINE + "/" + second).then().statusCode(204);
        ada.asks().get(INTERESTS).then().body(at("$.items", empty()));

        ada.asks().put(MINE + "/" + first + "/tags/" + tag).then().statusCode(200);
        ada.asks().get(INTERESTS).then().body(at("$.items[*].tag", contains(tag)));
    }

    @Test
    void whatIsLeftOutOfAllDoesNotComeBackOfAnEarlierMessage() {
        String tag = unique("kites");
        Somebody ada = join("ada");
        String first = say(ada, "#" + tag + " and #sewing").extract().path("id");

        ada.asks()
                .body("{\"interests\": [{\"tag\": \"sewing\"}]}")
                .put(INTERESTS)
                .then()
                .statusCode(200);
        ada.asks().get(MINE + "/" + first).then().body(at("$.tags[?(@.confirmed == true)].tag", contains("sewing")));
        String second = say(ada, "#" + tag).extract().path("id");
        ada.asks().delete(MINE + "/" + second).then().statusCode(204);

        ada.asks().get(INTERESTS).then().body(at("$.items[*].tag", contains("sewing")));
    }

    @Test
    void whatWasSaidIsReadNewestFirst() {
        Somebody ada = join("ada");
        say(ada, "one");
        say(ada, "two");
        say(ada, "three");

        String cursor = ada.asks()
                .queryParam("limit", 2)
                .get(MINE)
                .then()
                .statusCode(200)
                .body(at("$.items[*].text", contains("three", "two")))
                .extract()
                .path("nextCursor");
        ada.asks()
                .queryParam("cursor", cursor)
                .get(MINE)
                .then()
                .body(at("$.items[*].text", contains("one")))
                .body(at("$.nextCursor", nullValue()));
    }

    @Test
    void whatWasSaidIsNobodyElsesBusiness() {
        String id = say(join("ada"), "Just for me #" + unique("me")).extract().path("id");
        Somebody grace = join("grace");

        grace.asks().get(MINE + "/" + id).then().statusCode(404).body(at("$.code", equalTo("unknown-signal")));
        grace.asks().put(MINE + "/" + id + "/tags/me").then().statusCode(404);
        grace.asks().delete(MINE + "/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I like #OpenSource and #open_source   | open-source
            '#c++ and #C# and #.net'              | c++,c#,.net
            We are #1!                            |
            see https://example.org/a#part        |
            see https://example.org/?q=#yoga      |
            '#yoga@park, says @chess'             | yoga
            &#39; is an entity                    |
            '#one#two,#three-four!'               | one,two,three-four
            ＃日本語で                              | 日本語で
            '#می‌خواهم'                            | میخواهم
            """)
    void hashtagsAreWhatPeopleTakeThemFor(String text, String tags) {
        List<String> found = say(join("ada"), text).extract().path("tags.findAll { it.source == 'HASHTAG' }.tag");

        assertThat(found).containsExactly(tags == null ? new String[0] : tags.split(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                      | required
            {"text":""}             | wrong-size
            {"text":"  "}           | wrong-format
            {"text":"a\\u0000b"}    | unreadable-text
            {"text":["a"]}          | wrong-type
            """)
    void aSignalNeedsAText(String body, String code) {
        join("ada")
                .asks()
                .body(body)
                .post(MINE)
                .then()
                .statusCode(400)
                .body(at("$.errors[*].pointer", hasItem("/text")))
                .body(at("$.errors[*].code", hasItem(code)));
    }

    @Test
    void aSignalIsShort() {
        Somebody ada = join("ada");

        say(ada, "x".repeat(1_000));
        say(ada, "😀".repeat(1_000)).body(at("$.text", equalTo("😀".repeat(1_000))));
        say(ada, "#" + "x".repeat(80)).body(at("$.tags", empty()));
        ada.asks().body(Map.of("text", "x".repeat(1_001))).post(MINE).then().statusCode(400);
        ada.asks().body(Map.of("text", "😀".repeat(1_001))).post(MINE).then().statusCode(400);
    }

    @Test
    void manyHashtagsAtOnceAreTooMany() {
        Somebody ada = join("ada");
        var text = new StringBuilder();
        for (int i = 0; i < 101; i++) {
            text.append("#hobby").append(i).append(' ');
        }

        ada.asks()
                .body(Map.of("text", text.toString().strip()))
                .post(MINE)
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("too-many-interests")));

        ada.asks().get(MINE).then().body(at("$.items", empty()));
        ada.asks().get(INTERESTS).then().body(at("$.items[*].tag", not(hasItem("hobby0"))));
    }
}
