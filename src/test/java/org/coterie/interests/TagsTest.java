package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("http")
class TagsTest {

    @Test
    void aTagIsCompletedAndItsHoldersCounted() {
        String word = unique("Repair Café");
        join("ada").caresAbout(word);
        join("grace").caresAbout(word.toLowerCase(java.util.Locale.ROOT));
        Somebody alan = join("alan");
        alan.asks().get("/v1/tags/{tag}", word).then().statusCode(200).body(at("$.holders", equalTo("<3")));
        alan.caresAbout(word);

        alan.asks()
                .queryParam("prefix", word.substring(0, word.length() - 1))
                .get("/v1/tags")
                .then()
                .statusCode(200)
                .body(at("$.items[0].label", equalTo(word)))
                .body(at("$.items[0].holders", equalTo(3)))
                .body(at("$.nextCursor", nullValue()));
        operator().get("/v1/tags/{tag}", word).then().statusCode(200).body(at("$.holders", equalTo(3)));
    }

    @Test
    void withoutTheModelAWordIsNearThatWhichItMistypes() {
        Somebody ada = join("ada");
        ada.caresAbout("Marquetry workshops", "Marquetry");

        ada.asks()
                .get("/v1/tags/{tag}/near", "marqetry workshops")
                .then()
                .statusCode(200)
                .body(at("$.meaning", equalTo("OFF")))
                .body(at("$.items[*].tag", contains("marquetry-workshops")))
                .body(at("$.items[0].confidence", greaterThan(0.6)));
        ada.asks().get("/v1/tags/{tag}/near", "marksmanship").then().body(at("$.items", empty()));
    }

    @Test
    void aWordNobodyHasUsedIsNearToThatFromWhichItIsOneSlipAway() {
        Somebody ada = join("ada");
        ada.caresAbout("Fujo", "Zitherbau", "Qip");

        for (String slip : List.of("fujjo", "fuzo")) {
            ada.asks()
                    .get("/v1/tags/{tag}/near", slip)
                    .then()
                    .statusCode(200)
                    .body(at("$.items[*].tag", contains("fujo")))
                    .body(at("$.items[0].confidence", greaterThan(0.7)));
        }
        ada.asks().get("/v1/tags/zihterbu/near").then().body(at("$.items[*].tag", contains("zitherbau")));
        for (String other : List.of("fuj", "qipp", "zihterbuu-x", "zitherba1")) {
            ada.asks().get("/v1/tags/{tag}/near", other).then().body(at("$.items", empty()));
        }
    }

    @Test
    void whoeverHasReadTheirInterestsChangesThemWhateverOthersWrite() {
        Somebody ada = join("ada");
        String mine = "/v1/people/me/interests";
        String word = "Quolfing";
        String slip = "Quollfing";
        Stream.of("ben", "cem", "dot").forEach(name -> join(name).caresAbout(word));
        String set = "{\"interests\": [{\"tag\": \"%s\", \"strength\": %d}]}";
        var said = ada.asks().body(set.formatted(slip, 3)).put(mine);
        said.then().body(at("$.items[0].othersWrite.holders", equalTo(3)));
        // what is offered while it is new is not offered for ever
        assertThat(ada.asks().get(mine).header("ETag")).isNotEqualTo(said.header("ETag"));

        for (int status : List.of(200, 412)) {
            ada.asks()
                    .header("If-Match", said.header("ETag"))
                    .body(set.formatted(slip, 5))
                    .put(mine)
                    .then()
                    .statusCode(status);
        }
    }

    @Test
    void aSlipStaysNearAKnownWordUntilThreeHoldIt() {
        Somebody ada = join("ada");
        String word = "Wupf";
        String slip = "Wuppf";
        ada.caresAbout(word);
        ada.asks().get("/v1/tags/{tag}/near", slip).then().body(at("$.items[*].label", hasItem(word)));
        join("ben").caresAbout(slip);
        ada.asks().get("/v1/tags/{tag}/near", slip).then().body(at("$.items[*].label", not(hasItem(word))));

        join("grace").caresAbout(word);
        join("alan").caresAbout(word);
        ada.asks().get("/v1/tags/{tag}/near", slip).then().body(at("$.items[*].label", hasItem(word)));
        Somebody cleo = join("cleo");
        cleo.asks()
                .put("/v1/people/me/interests/{tag}", slip)
                .then()
                .body(at("$.othersWrite.label", equalTo(word)))
                .body(at("$.othersWrite.holders", equalTo(3)));

        join("dora").caresAbout(slip);
        ada.asks().get("/v1/tags/{tag}/near", slip).then().body(at("$.items[*].label", not(hasItem(word))));
    }

    @Test
    void whoWritesAWordWithAnotherEndingThanOthersIsToldSo() {
        join("ada").caresAbout("Zwoken");
        join("ben").caresAbout("Zwoken");
        join("cem").caresAbout("Zwoken");
        String mine = "/v1/people/me/interests/{tag}";
        join("dora").asks().put(mine, "Zwok").then().body(at("$.othersWrite", nullValue()));

        Somebody cleo = join(Map.of("handle", unique("cleo"), "languages", List.of("de")));
        cleo.asks()
                .put(mine, "Zwok")
                .then()
                .body(at("$.tag", equalTo("zwok")))
                .body(at("$.othersWrite.label", equalTo("Zwoken")));
        cleo.caresAbout("Zwok", "Zwoken").body(at("$.items[*].othersWrite", empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "es, zuko, zukos",
        "nb, zwosert, zwoserter",
        "es, gromis, gromi",
        "fr, zwat, zwats",
        "de, Zwimme, Zwimmen",
        "de, Zwonto, Zwontos"
    })
    void whoWritesOfOneIsToldThatOthersWriteOfMany(String language, String one, String many) {
        join("ada").caresAbout(many);
        join("ben").caresAbout(many);
        Somebody cleo = join(Map.of("handle", unique("cleo"), "languages", List.of(language)));

        cleo.asks().put("/v1/people/me/interests/{tag}", one).then().body(at("$.othersWrite.label", equalTo(many)));
    }

    @Test
    void whatManyKnowIsNotTakenForAMistypedWord() {
        String word = unique("Wolfing");
        String other = word.replace("Wolf", "Wulf");
        Somebody ada = join("ada");
        ada.caresAbout(word, other);
        String path = "/v1/tags?prefix=" + word;
        ada.asks().get(path).then().body(at("$.items[*].label", contains(word, other)));

        join("ben").caresAbout(word);
        join("cem").caresAbout(word);

        ada.asks().get(path).then().body(at("$.items[*].label", contains(word)));
        ada.asks().get(path + " ").then().body(at("$.items[*].label", contains(word)));
    }

    @Test
    void aPrefixIsFoldedLikeANameAndMayStopInTheMiddleOfAWord() {
        String word = unique("Ünter Wasser");
        Somebody ada = join("ada");
        ada.caresAbout(word);
        String run = word.substring("Ünter Wasser".length());

        for (String prefix : List.of("#UNTER w", "unterwasser", "ünter-Wasser" + run)) {
            ada.asks().queryParam("prefix", prefix).get("/v1/tags").then().body(at("$.items[*].label", hasItem(word)));
        }
        ada.asks()
                .queryParam("prefix", "wasser" + run)
                .get("/v1/tags")
                .then()
                .body(at("$.items[*].label", not(hasItem(word))));
        ada.asks()
                .queryParam("prefix", "x".repeat(500))
                .get("/v1/tags")
                .then()
                .statusCode(200)
                .body(at("$.items", empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "%", "#", "-", " ", "❤️", "%😀"})
    void nothingBeginsWithoutALetterOrADigit(String prefix) {
        Somebody ada = join("ada");
        ada.caresAbout(unique("anything"));

        ada.asks()
                .queryParam("prefix", prefix)
                .get("/v1/tags")
                .then()
                .statusCode(200)
                .body(at("$.items", empty()))
                .body(at("$.nextCursor", nullValue()));
        ada.asks().queryParam("prefix", "").get("/v1/tags").then().body(at("$.items", not(empty())));
        ada.asks().get("/v1/tags").then().body(at("$.items", not(empty())));
    }

    @ParameterizedTest
    @EnumSource(
            value = Visibility.class,
            names = {"MATCH_ONLY", "PRIVATE"})
    void whatIsHiddenIsNeitherCountedNorCompleted(Visibility hidden) {
        String word = unique("secret");
        Somebody ada = join("ada");
        Somebody grace = join("grace");
        ada.declares(word, Map.of("visibility", hidden));

        grace.asks().queryParam("prefix", word).get("/v1/tags").then().body(at("$.items[*].tag", not(hasItem(word))));
        grace.asks().get("/v1/tags/" + word).then().statusCode(404).body(at("$.code", equalTo("unknown-tag")));

        grace.caresAbout(word);
        join("alan").caresAbout(word);
        ada.asks().get("/v1/tags/" + word).then().statusCode(200).body(at("$.holders", equalTo("<3")));
        join("joan").caresAbout(word);
        ada.asks().get("/v1/tags/" + word).then().body(at("$.holders", equalTo(3)));
    }

    @Test
    void aMistypedBeginningIsCompletedToo() {
        String tag = unique("woodcarving");
        String start = tag.substring(0, tag.length() - 1);
        Somebody ada = join("ada");
        ada.caresAbout(tag);

        ada.asks()
                .queryParam("prefix", start.replace("carv", "crav"))
                .get("/v1/tags")
                .then()
                .statusCode(200)
                .body(at("$.items[*].label", hasItem(tag)));
        ada.asks()
                .queryParam("prefix", start.replace("woodcarving", "wodcarvinng"))
                .get("/v1/tags")
                .then()
                .body(at("$.items[*].label", hasItem(tag)));
        ada.asks()
                .queryParam("prefix", start.replace("woodcarving", "wdcarvinnng"))
                .get("/v1/tags")
                .then()
                .body(at("$.items[*].label", not(hasItem(tag))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"l'", "D’", "qu'", " #jʼ"})
    void whatFrenchPutsBeforeAWordIsNotPartOfIt(String before) {
        String article = before.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        String word = unique("escalade" + article.repeat(3));
        String start = word.substring("escalade".length());
        Somebody ada = join("ada");
        String itself = article + "'" + word + " en salle";
        ada.caresAbout(word, word + " libre", itself);
        Somebody grace = join("grace");
        grace.asks()
                .body(Map.of("visibility", "MATCH_ONLY"))
                .put("/v1/people/me/interests/" + word + "-cachee")
                .then()
                .statusCode(200);

        assertThat(completed(ada, before + word)).containsExactly(itself, word, word + " libre");
        assertThat(completed(ada, before + "escalaed" + start)).contains(word);
        assertThat(completed(ada, "k'" + word)).doesNotContain(word);
        List<String> inPages = completedInPages(ada, before + word, 1);
        assertThat(inPages).containsExactly(itself, word, word + " libre");
    }

    private static List<String> completedInPages(Somebody reader, String prefix, int limit) {
        List<String> labels = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = reader.asks()
                    .queryParam("prefix", prefix)
                    .queryParam("limit", limit)
                    .queryParam("cursor", cursor)
                    .get("/v1/tags")
                    .then()
                    .statusCode(200)
                    .extract();
            labels.addAll(page.path("items.label"));
            cursor = page.path("nextCursor");
        }
        return labels;
    }

    private static List<String> completed(Somebody reader, String prefix) {
        return reader.asks()
                .queryParam("prefix", prefix)
                .get("/v1/tags")
                .then()
                .statusCode(200)
                .extract()
                .path("items.label");
    }

    @Test
    void whatIsMistypedIsAllThereHoweverItIsRead() {
        String start = unique("woodturning").substring("woodturning".length());
        Somebody ada = join("ada");
        String tag = "wodturning" + start;
        String[] others = IntStream.range(0, 30)
                .mapToObj(i -> "woodturning%s %c%c".formatted(start, 'a' + i / 26, 'a' + i % 26))
                .toArray(String[]::new);
        ada.caresAbout(others);
        ada.asks().put("/v1/people/me/interests/{tag}", tag);

        List<String> inPages = completedInPages(ada, tag, 7);

        assertThat(inPages).startsWith(tag).contains(others).doesNotHaveDuplicates();
        assertThat(ada.asks()
                        .accept("application/x-ndjson")
                        .queryParam("prefix", tag)
                        .get("/v1/tags")
                        .asString()
                        .lines())
                .hasSameSizeAs(inPages);
    }

    @Test
    void aTagNobodyHoldsAnyMoreIsNotCompleted() {
        String word = unique("fad");
        Somebody ada = join("ada");
        ada.caresAbout(word);
        ada.asks().get("/v1/tags/" + word).then().statusCode(200);

        ada.caresAbout("something else");

        ada.asks().get("/v1/tags/" + word).then().statusCode(404);
        ada.asks().queryParam("prefix", word).get("/v1/tags").then().body(at("$.items[*].tag", not(hasItem(word))));
    }

    @Test
    void theLabelGivesWayToOneThatReadsBetter() {
        String word = unique("fix");
        String run = word.substring(3);
        Somebody ada = join("ada");

        ada.caresAbout("FIX" + run);
        ada.asks().get("/v1/tags/" + word).then().body(at("$.label", equalTo("FIX" + run)));
        ada.caresAbout("Fix" + run.replace('-', ' '));
        ada.asks().get("/v1/tags/" + word).then().body(at("$.label", equalTo("Fix" + run.replace('-', ' '))));
        ada.caresAbout("𝕱𝖎𝖝" + run);
        ada.caresAbout("Fíx" + run.replace('-', ' '));
        ada.caresAbout("Fix" + run.replace('-', ' ') + " \uD83D\uDCA9");
        ada.asks().get("/v1/tags/" + word).then().body(at("$.label", equalTo("Fix" + run.replace('-', ' '))));
        ada.caresAbout("fix" + run.replace('-', '_'))
                .body(at("$.items[0].label", equalTo("fix" + run.replace('-', '_'))));
        ada.asks().get("/v1/tags/" + word).then().body(at("$.label", equalTo("Fix" + run.replace('-', ' '))));
    }

    @Test
    void aTagThatPeopleNamedIsCalledAsMostOfThemWriteIt() {
        String word = unique("Zorbing x");
        String decorated = word.replace("Zorbing", "Zörbing");
        join("ada").caresAbout(word);
        join("grace").caresAbout(word);
        Somebody alan = join("alan");
        alan.caresAbout(decorated);
        join("joan").caresAbout(decorated);
        operator().get("/v1/tags/{tag}", word).then().body(at("$.label", equalTo(word)));

        join("mary").caresAbout(decorated);
        operator().get("/v1/tags/{tag}", word).then().body(at("$.label", equalTo(decorated)));

        alan.caresAbout("something else");
        for (String name : List.of("ben", "cleo")) {
            join(name).declares(word, Map.of());
        }
        operator().get("/v1/tags/{tag}", word).then().body(at("$.label", equalTo(word)));
    }

    @Test
    void howTheyWriteItWhoHoldItForMatchingOnlyIsNotCounted() {
        String word = unique("Zorbing x");
        String decorated = word.replace("Zorbing", "Zörbing");
        join("ada").caresAbout(word);
        join("grace").caresAbout(word);
        Stream.of("alan", "mary", "edith")
                .forEach(name -> join(name).declares(decorated, Map.of("visibility", "MATCH_ONLY")));

        join("joan").caresAbout(decorated);

        operator().get("/v1/tags/{tag}", word).then().body(at("$.label", equalTo(word)));
    }

    @Test
    void whatIsWrittenInPrivateNamesNoTag() {
        String word = unique("zebra-quux");
        String glued = word.replace("-quux-", "quux-");
        Somebody ada = join("ada");
        Somebody grace = join("grace");
        ada.asks()
                .body(Map.of("visibility", "PRIVATE"))
                .put("/v1/people/me/interests/" + word)
                .then()
                .statusCode(200)
                .body(at("$.tag", equalTo(word)));

        grace.caresAbout(glued).body(at("$.items[0].tag", equalTo(glued))).body(at("$.items[0].label", equalTo(glued)));

        grace.asks()
                .get("/v1/tags/" + word)
                .then()
                .body(at("$.tag", equalTo(glued)))
                .body(at("$.label", equalTo(glued)));
        ada.asks().delete("/v1/people/me/interests/" + word).then().statusCode(204);
    }

    @Test
    void aListOfTagsGoesOnWhereAPageEnds() {
        String word = unique("wide");
        Somebody ada = join("ada");
        String[] all = java.util.stream.Stream.of("ä", "b", "日本", "z", "é", "c++", "c")
                .map(end -> word + " " + end)
                .toArray(String[]::new);
        ada.caresAbout(all);

        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            var request = ada.asks().queryParam("prefix", word).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/tags")
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(page.path("items.label"));
            cursor = page.path("nextCursor");
            if (cursor != null) {
                assertThat(page.header("Link")).contains("rel=\"next\"").contains("cursor=" + cursor);
            }
        } while (cursor != null);

        assertThat(read)
                .containsExactly(java.util.stream.Stream.of("ä", "b", "c", "c++", "é", "z", "日本")
                        .map(end -> word + " " + end)
                        .toArray(String[]::new));
    }

    @Test
    void aPageIsFollowedByTheNextInTheSameLanguage() {
        String word = unique("wide");
        Somebody ada = join("ada");
        ada.caresAbout(word + " one", word + " three", word + " two");
        String next = ada.asks()
                .header("Accept-Language", "de")
                .queryParam("prefix", word)
                .queryParam("limit", 1)
                .get("/v1/tags")
                .then()
                .extract()
                .path("nextCursor");

        for (var answer : Map.of("de", 200, "fr", 400).entrySet()) {
            ada.asks()
                    .header("Accept-Language", answer.getKey())
                    .queryParam("prefix", word)
                    .queryParam("cursor", next)
                    .get("/v1/tags")
                    .then()
                    .statusCode(answer.getValue());
        }
    }

    @Test
    void aPageIsFollowedByTheNextInWhateverWritingAndBesideWhatNobodyReads() {
        String word = unique("broad");
        Somebody ada = join("ada");
        ada.caresAbout(word + " one", word + " three", word + " two");
        String next = ada.asks()
                .queryParam("prefix", word)
                .queryParam("limit", 1)
                .get("/v1/tags")
                .then()
                .extract()
                .path("nextCursor");

        for (var answer : Map.of(word, 200, word.toUpperCase(Locale.ROOT), 200, word + "x", 400)
                .entrySet()) {
            ada.asks()
                    .queryParam("prefix", answer.getKey())
                    .queryParam("cursor", next)
                    .queryParam("_", "1")
                    .queryParam("limit", "")
                    .get("/v1/tags")
                    .then()
                    .statusCode(answer.getValue());
        }
    }

    @Test
    void whatIsNoPageIsRefused() {
        Somebody ada = join("ada");

        ada.asks()
                .queryParam("limit", "0")
                .get("/v1/tags")
                .then()
                .statusCode(400)
                .body(at("$.code", equalTo("invalid-parameter")))
                .body(at("$.errors.length()", equalTo(1)));
        ada.asks()
                .queryParam("cursor", "?")
                .get("/v1/tags")
                .then()
                .statusCode(400)
                .body(at("$.detail", containsString("cursor")));
        ada.asks().get("/v1/tags/!!").then().statusCode(400).body(at("$.code", equalTo("tag-unreadable")));
    }

    @Test
    void whatGoesTogetherIsToldFromThreePeopleOn() {
        String tag = unique("sundials");
        String often = unique("sextants");
        String twice = unique("astrolabes");
        String hidden = unique("horoscopes");
        for (int i = 0; i < 3; i++) {
            Somebody somebody = join("p");
            somebody.caresAbout(i < 2 ? new String[] {tag, often, twice} : new String[] {tag, often});
            somebody.declares(hidden, Map.of("visibility", "MATCH_ONLY"));
        }

        join("ada")
                .asks()
                .get("/v1/tags/{tag}/related", tag)
                .then()
                .statusCode(200)
                .body(at("$.items[*].tag", org.hamcrest.Matchers.contains(often)))
                .body(at("$.items[0].together", equalTo(3)))
                .body(at("$.items[0].lift", org.hamcrest.Matchers.greaterThan(1.0)));
        operator().get("/v1/tags/{tag}/related", hidden).then().statusCode(404);
    }
}
