package org.coterie.language;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coterie.Door;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told, as whoever asks reads it. */
@QuarkusTest
@Tag("http")
class ReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Handle taken             | Somebody already has the handle %s.
            de | Benutzername vergeben    | Den Benutzernamen %s hat schon jemand.
            fr | Identifiant déjà pris    | Quelqu’un a déjà l’identifiant %s.
            es | Nombre de usuario ocupado | Alguien tiene ya el nombre de usuario %s.
            nb | Brukernavnet er tatt     | Noen har allerede brukernavnet %s.
            """)
    void theSameRefusalIsToldInEachLanguage(String language, String title, String detail) {
        Somebody ada = join("ada");

        given().contentType(ContentType.JSON)
                .header("Accept-Language", language)
                .body(Map.of("handle", ada.handle()))
                .post("/v1/people")
                .then()
                .statusCode(409)
                .header("Content-Language", equalTo(language))
                .header("Vary", containsString("Accept-Language"))
                .body(at("$.code", equalTo("handle-taken")))
                .body(at("$.type", equalTo("/problems/handle-taken")))
                .body(at("$.title", equalTo(title)))
                .body(at("$.detail", equalTo(detail.formatted(ada.handle()))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | must be at most 5        | must be 2 to 64 letters, digits, -, _ or .                     | must be SHARE, OFFER or SEEK
            de | darf höchstens 5 sein    | muss aus 2 bis 64 Buchstaben, Ziffern, -, _ oder . bestehen    | muss SHARE, OFFER oder SEEK sein
            fr | doit valoir au plus 5    | doit avoir 2 à 64 lettres, chiffres, -, _ ou .                 | doit être SHARE, OFFER ou SEEK
            es | debe ser 5 como máximo   | debe tener de 2 a 64 letras, cifras, -, _ o .                  | debe ser SHARE, OFFER o SEEK
            nb | må være høyst 5          | må være 2 til 64 bokstaver, sifre, -, _ eller .                | må være SHARE, OFFER eller SEEK
            """)
    void whatIsWrongAtAPlaceIsToldInEachLanguage(String language, String most, String handle, String stances) {
        Somebody ada = join("ada");

        isWrong(ada, language, "{\"interests\":[{\"tag\":\"chess\",\"strength\":9}]}", "/interests/0/strength")
                .body(at("$.errors[0].code", equalTo("out-of-range")))
                .body(at("$.errors[0].detail", equalTo(most)));
        isWrong(ada, language, "{\"interests\":[{\"tag\":\"chess\",\"stance\":\"LOVE\"}]}", "/interests/0/stance")
                .body(at("$.errors[0].code", equalTo("unknown-value")))
                .body(at("$.errors[0].detail", equalTo(stances)));
        given().contentType(ContentType.JSON)
                .header("Accept-Language", language)
                .body("{\"handle\":\"!\"}")
                .post("/v1/people")
                .then()
                .statusCode(400)
                .body(at("$.errors[0].pointer", equalTo("/handle")))
                .body(at("$.errors[0].detail", equalTo(handle)));
    }

    private static ValidatableResponse isWrong(Somebody who, String language, String body, String pointer) {
        return who.asks()
                .header("Accept-Language", language)
                .body(body)
                .put("/v1/people/me/interests")
                .then()
                .statusCode(400)
                .header("Content-Language", equalTo(language))
                .body(at("$.code", equalTo("invalid-input")))
                .body(at("$.errors[0].pointer", equalTo(pointer)));
    }

    @ParameterizedTest
    @CsvSource({
        "'fr;q=0.5, de', de",
        "'de;q=0.5, fr;q=0.9, it', fr",
        "de-AT, de",
        "es-419, es",
        "no, nb",
        "nn-NO, nb",
        "'nn;q=0.5, en;q=0.8', en",
        "'it, ja', en",
        "'de;q=0', en",
        "*, en",
        "'', en",
        "-, en",
        "'de;q=nought', en",
        "'de ,, fr', de",
        "',,,de', de",
        "'de, fr;q=', de",
        "'de;q=1.5, fr', fr",
        "'12, de', de",
        "'de;level=1', de",
        "'it,pt,nl,sv,da,fi,pl,cs,hu,ro,de', de",
        "'nn,nb;q=0', en",
        "'nn;q=0,nb', nb",
        "'en;q=0, *', de",
        "'de, *;q=0', de"
    })
    void aTextIsInTheLanguageThatIsReadBest(String accepted, String expected) {
        given().header("Accept-Language", accepted)
                .get("/v1/people/me")
                .then()
                .statusCode(401)
                .header("Content-Language", equalTo(expected))
                .body(at("$.title", equalTo(Texts.in(expected, new Text("token-required.title")))));
    }

    @Test
    void languagesMayBeNamedInSeveralLines() {
        given().header("Accept-Language", "it")
                .header("Accept-Language", "fr")
                .get("/v1/people/me")
                .then()
                .statusCode(401)
                .header("Content-Language", equalTo("fr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "nb"})
    void aDayIsNamedAsItIsSent(String language) {
        join("ada")
                .asks()
                .contentType("application/merge-patch+json")
                .header("Accept-Language", language)
                .body("{\"matching\":{\"availability\":[{\"day\":\"FUNDAY\",\"from\":\"18:00\",\"to\":\"20:00\"}]}}")
                .patch("/v1/people/me")
                .then()
                .statusCode(400)
                .body(at("$.errors[0].code", equalTo("unknown-value")))
                .body(at("$.errors[0].detail", containsString("MONDAY, TUESDAY")));
    }

    @Test
    void aWrongPartOfAnAddressIsNamed() {
        operator()
                .header("Accept-Language", "fr")
                .body(Map.of("label", "x"))
                .put("/v1/tags/x/labels/zz-")
                .then()
                .statusCode(400)
                .body(at("$.code", equalTo("invalid-parameter")))
                .body(at("$.errors[0].pointer", equalTo("/language")))
                .body(at("$.errors[0].code", equalTo("wrong-format")))
                .body(at("$.errors[0].detail", equalTo("doit être un code de langue, comme en ou pt-BR")));
    }

    @Test
    void whatIsRefusedBeforeAnythingElseIsToldInTheLanguage() {
        given().urlEncodingEnabled(false)
                .header("Accept-Language", "de")
                .get("/v1/people/a;b")
                .then()
                .statusCode(400)
                .header("Content-Language", equalTo("de"))
                .header("Vary", containsString("Accept-Language"))
                .body(at("$.title", equalTo("Ungültige Adresse")));
        given().header("Accept-Language", "fr")
                .get("/nowhere")
                .then()
                .statusCode(404)
                .header("Content-Language", equalTo("fr"))
                .body(at("$.detail", equalTo("Il n’y a rien à cette adresse.")));
    }

    @Test
    void whatACodeMeansIsToldInTheLanguage() {
        given().header("Accept-Language", "es")
                .get("/problems/group-closed")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("es"))
                .body(at("$.meaning", equalTo("El grupo ha terminado.")));
    }

    @Test
    void anAnswerIsNotTakenForOneInAnotherLanguage() {
        var told = given().header("Accept-Language", "de")
                .get("/v1/problems")
                .then()
                .statusCode(200)
                .extract();
        assertThat(told.headers().getValues("Vary"))
                .containsExactly("Accept, Accept-Encoding, Accept-Language, Authorization, Origin");
        String german = told.header("ETag");

        given().header("Accept-Language", "nb")
                .header("If-None-Match", german)
                .get("/v1/problems")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("nb"));
        given().header("Accept-Language", "de")
                .header("If-None-Match", german)
                .get("/v1/problems")
                .then()
                .statusCode(304);
    }

    @Test
    void whatHoldsNoSentenceIsInNoLanguage() {
        join("ada")
                .asks()
                .header("Accept-Language", "de")
                .get("/v1/people/me")
                .then()
                .statusCode(200)
                .header("Content-Language", nullValue());
    }

    @Test
    void aSuggestionExplainsItselfInTheLanguage() {
        String tag = unique("bienen");
        Somebody ada = join("ada");
        ada.caresAbout(tag);

        waits(ada, "Niemand sonst wartet offen auf eine Gruppe zu „%s“; 2 Personen fehlen noch.".formatted(tag));

        Somebody grace = join("grace");
        grace.caresAbout(tag);

        waits(ada, "1 andere Person wartet offen auf eine Gruppe zu „%s“; 1 Person fehlt noch.".formatted(tag))
                .body(at("$.people[0].sentence", containsString("Du und grace interessiert euch beide für „" + tag)));
        ada.asks()
                .header("Accept-Language", "fr")
                .get("/v1/people/me/suggestions")
                .then()
                .body(at(
                        "$.people[0].sentence",
                        containsString("grace et toi, vous vous intéressez à « %s »".formatted(tag))));
    }

    private static ValidatableResponse waits(Somebody who, String sentence) {
        return who.asks()
                .header("Accept-Language", "de")
                .get("/v1/people/me/suggestions")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("de"))
                .body(at("$.waiting.sentence", equalTo(sentence)));
    }

    @Test
    void whyNotIsToldInTheLanguage() {
        Somebody ada = join("ada");

        ada.asks()
                .header("Accept-Language", "de")
                .get("/v1/people/me/suggestions/why-not")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("de"))
                .body(at("$.reason", equalTo("NO_INTERESTS")))
                .body(at("$.sentence", equalTo("Du hast nichts gesagt, was gerade zählt.")));
    }

    @Test
    void whatWouldHelpIsToldInTheLanguage() {
        String tag = unique("sticken");
        join("ada").caresAbout(tag);
        join("grace").caresAbout(tag);
        Somebody joan = join("joan");
        joan.asks()
                .contentType("application/merge-patch+json")
                .body("{\"matching\": {\"groupSize\": {\"min\": 4, \"max\": 8}}}")
                .patch("/v1/people/me")
                .then()
                .statusCode(200);
        joan.caresAbout(tag);

        joan.asks()
                .header("Accept-Language", "de-CH")
                .get("/v1/people/me/suggestions/why-not")
                .then()
                .body(at(
                        "$.sentence",
                        equalTo("Es gäbe eine Gruppe für dich, wären da nicht deine eigenen Bedingungen.")))
                .body(at(
                        "$.wouldHelp[0].sentence",
                        equalTo("Wenn dir 3 Personen genug wären, gäbe es eine Gruppe für dich: „%s“."
                                .formatted(tag))));
    }

    @Test
    void aListByLinesIsInTheLanguage() {
        String body = given().header("Accept", "application/x-ndjson")
                .header("Accept-Language", "nb")
                .get("/v1/problems")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("nb"))
                .extract()
                .asString();

        assertThat(body).contains("Gruppen er over.").doesNotContain("The group is over.");
    }

    @Test
    void aListOfTagsDependsOnTheLanguageAlthoughItHoldsNoSentence() {
        String tag = unique("weaving");
        Somebody ada = join("ada");
        ada.caresAbout(tag);

        ada.asks()
                .header("Accept", "application/x-ndjson")
                .queryParam("prefix", tag)
                .get("/v1/tags")
                .then()
                .statusCode(200)
                .header("Content-Language", nullValue())
                .header("Vary", equalTo("Accept-Language"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-AT, fr;q=0.5 | de, fr
            fr              | fr
            de              | de
            es              |
            """)
    void whatHoldsTagsAloneIsInTheLanguagesInWhichTheseAreCalled(String accepted, String expected) {
        List<String> tags = Stream.of("bees", "wasps", "ants").map(Door::unique).toList();
        Somebody ada = join("ada");
        ada.asks()
                .body(Map.of("text", "#" + String.join(" #", tags)))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(201);
        isCalled(tags.get(0), "de", unique("Bienen"));
        isCalled(tags.get(1), "fr", unique("guêpes"));

        String tag = ada.asks()
                .header("Accept-Language", accepted)
                .get("/v1/people/me/signals")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo(expected))
                .header("Vary", containsString("Accept-Language"))
                .extract()
                .header("ETag");
        ada.asks()
                .header("Accept-Language", accepted)
                .header("If-None-Match", tag)
                .get("/v1/people/me/signals")
                .then()
                .statusCode(304)
                .header("Content-Language", nullValue());
        ada.asks()
                .header("Accept-Language", accepted)
                .header("Accept", "application/x-ndjson")
                .get("/v1/people/me/signals")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo(expected))
                .header("Vary", containsString("Accept-Language"));
    }

    @Test
    void aRefusalIsInTheLanguageOfItsSentencesWhateverTheTagsAreCalled() {
        String bees = unique("bees");
        Somebody ada = join("ada");
        ada.caresAbout(bees);
        isCalled(bees, "sv", unique("bin"));

        ada.asks()
                .header("Accept-Language", "sv, fr")
                .body("{\"tag\": \"%s\", \"sameAs\": \"%s\"}".formatted(bees, bees))
                .post("/v1/synonyms")
                .then()
                .statusCode(409)
                .header("Content-Language", equalTo("fr"));
    }

    @Test
    void whatIsSentAgainIsCalledAsTheFirstTime() {
        String bees = unique("bees");
        Somebody ada = join("ada");
        ada.caresAbout(bees);
        isCalled(bees, "de", unique("Bienen"));
        isCalled(bees, "fr", unique("abeilles"));
        String key = unique("once-and-for-all");

        for (String language : List.of("de", "fr")) {
            ada.asks()
                    .header("Accept-Language", language)
                    .header("Idempotency-Key", key)
                    .body(Map.of("text", "#" + bees))
                    .post("/v1/people/me/signals")
                    .then()
                    .statusCode(201)
                    .header("Content-Language", equalTo("de"))
                    .header("Vary", equalTo("Accept-Language"));
        }
    }

    private static void isCalled(String tag, String language, String label) {
        operator()
                .body(Map.of("label", label))
                .put("/v1/tags/{tag}/labels/{language}", tag, language)
                .then()
                .statusCode(200);
    }

    @Test
    void anImportIsToldToEachReaderInTheirLanguage() {
        String id = operatorImports("de", "{\"handle\":\"!\"}\nno json\n")
                .header("Content-Language", equalTo("de"))
                .body(at("$.errors[0].code", equalTo("wrong-format")))
                .body(at("$.errors[0].detail", containsString("Bei /handle: muss aus 2 bis 64")))
                .extract()
                .path("id");

        operator()
                .header("Accept-Language", "es")
                .get("/v1/imports/{id}", id)
                .then()
                .body(at("$.errors[0].detail", containsString("En /handle: debe tener de 2 a 64")))
                .body(at("$.errors[1].detail", equalTo("La línea no es JSON bien formado, columna 1.")));
        String followed = operator()
                .header("Accept-Language", "fr")
                .header("Accept", "text/event-stream")
                .get("/v1/imports/{id}/events", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(followed).contains("La ligne n’est pas du JSON bien formé, colonne 1.");
    }

    @Test
    void whatIsSentAgainIsAnsweredInTheLanguageOfTheFirstTime() {
        Somebody ada = join("ada");
        String key = unique("once-and-for-all");
        String tag = unique("mending");
        for (String language : List.of("de", "fr")) {
            ada.asks()
                    .header("Accept-Language", language)
                    .header("Idempotency-Key", key)
                    .body(Map.of("name", tag, "purpose", Map.of("statement", tag, "tags", List.of(tag))))
                    .post("/v1/groups")
                    .then()
                    .statusCode(201)
                    .header("Content-Language", equalTo("de"))
                    .header("Vary", equalTo("Accept-Language"))
                    .body(at("$.name", equalTo(tag)));
        }
    }

    @Test
    void aGroupThatWasProposedIsCalledByItsTagsInTheLanguage() {
        String bees = unique("bees");
        String bienen = unique("Bienen");
        var people = Stream.of("ada", "grace", "joan").map(Door::join).toList();
        people.get(0).caresAbout(bees);
        operator()
                .body(Map.of("label", bienen))
                .put("/v1/tags/{tag}/labels/de", bees)
                .then()
                .statusCode(200);
        people.stream().skip(1).forEach(person -> person.caresAbout(bees));

        people.get(0)
                .asks()
                .header("Accept-Language", "de")
                .get("/v1/people/me/groups")
                .then()
                .header("Content-Language", equalTo("de"))
                .body(at("$.items[0].group.name", equalTo(bienen)))
                .body(at(
                        "$.items[0].group.purpose.statement",
                        equalTo("Für alle, die sich für „%s“ interessieren.".formatted(bienen))))
                .body(at(
                        "$.items[0].sentence",
                        equalTo("Du interessierst dich wie diese Gruppe für „%s“.".formatted(bienen))));
        people.get(1)
                .asks()
                .get("/v1/people/me/groups")
                .then()
                .body(at("$.items[0].group.purpose.statement", equalTo("People who care about %s.".formatted(bees))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-%s", "*-%s", "en;q=0, de-%s", "i-%s"})
    void noWishKeepsTheServerBusy(String wish) {
        String endless = "x-".repeat(1_000) + "x";

        assertTimeout(
                Duration.ofSeconds(2),
                () -> given().header("Accept-Language", wish.formatted(endless))
                        .get("/v1/people/me")
                        .then()
                        .statusCode(401)
                        .header("Content-Language", notNullValue()));
    }

    @Test
    void whatNobodyWishesLongerIsReadAsBefore() {
        String longest = "de-" + "abcdefgh-".repeat(3) + "abcde";

        assertThat(longest).hasSize(35);
        given().header("Accept-Language", longest)
                .get("/v1/people/me")
                .then()
                .statusCode(401)
                .header("Content-Language", equalTo("de"));
    }

    private static ValidatableResponse operatorImports(String language, String lines) {
        return operator()
                .header("Accept-Language", language)
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(202);
    }
}
