package org.coterie.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.coterie.demo.Catalogue.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoPopulationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HASHTAG = Pattern.compile("#([\\p{L}\\p{N}\\p{M}_]+)");

    private final List<Purpose> purposes = Catalogue.read(JSON).purposes();
    private final List<JsonNode> people = people(17, DemoPopulation.PEOPLE);

    @Test
    void theSameSeedMakesTheSamePeople() {
        assertThat(DemoPopulation.lines(JSON, 17, 480)).containsExactlyElementsOf(lines(17, 480));
    }

    @Test
    void anotherSeedMakesOtherPeople() {
        assertThat(lines(18, 480)).isNotEqualTo(lines(17, 480));
    }

    @Test
    void fewerThanFourHundredPeopleAreTooFew() {
        assertThatIllegalArgumentException().isThrownBy(() -> lines(1, 399));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 480, 5000})
    void thereAreAsManyPeopleAsAskedFor(int many) {
        assertThat(people(1, many)).hasSize(many);
    }

    @Test
    void everyHandleIsUniqueAndValid() {
        assertThat(people(17, 5000))
                .map(person -> person.path("handle").asText())
                .doesNotHaveDuplicates()
                .allMatch(handle -> handle.matches("[a-z0-9._-]{2,64}"), "2–64 of a-z, 0-9, '-', '_', '.'");
    }

    @Test
    void aLineHasTheFieldsOfAnImportAndNoOthers() {
        assertThat(people)
                .allSatisfy(person -> assertThat(person.fieldNames())
                        .toIterable()
                        .containsExactly("handle", "displayName", "interests", "signals", "languages", "timeZone"));
        assertThat(people.stream().flatMap(person -> each(person.path("interests"))))
                .filteredOn(JsonNode::isObject)
                .allSatisfy(interest -> {
                    assertThat(interest.fieldNames())
                            .toIterable()
                            .isSubsetOf("tag", "strength", "stance", "visibility", "why");
                    assertThat(interest.path("strength").asInt()).isBetween(1, 5);
                    assertThat(interest.path("why").asText()).hasSizeLessThanOrEqualTo(280);
                });
    }

    @Test
    void everyoneHasANameALanguageAndATimeZoneThatExist() {
        var known = Set.of(Locale.getISOLanguages());
        assertThat(people).allSatisfy(person -> {
            assertThat(person.path("displayName").asText()).isNotBlank();
            assertThat(texts(person.path("languages")))
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allMatch(language -> known.contains(language) || language.equals("bfi")); // British Sign Language
            assertThat(ZoneId.getAvailableZoneIds())
                    .contains(person.path("timeZone").asText());
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 17, 4711})
    void everyPurposeHasAtLeastThreePeopleWhoAllSpeakItsLanguage(long seed) {
        var everyone = people(seed, DemoPopulation.PEOPLE);

        assertThat(purposes)
                .allSatisfy(purpose -> assertThat(carriersOf(purpose, everyone))
                        .as(purpose.id())
                        .hasSizeGreaterThanOrEqualTo(3)
                        .allMatch(person -> texts(person.path("languages")).contains(purpose.language())));
    }

    @Test
    void aRarePurposeHasThreeOrFourPeopleEvenAmongAThousand() {
        var thousand = people(17, 1000);

        assertThat(purposes)
                .filteredOn(purpose -> purpose.people() <= 4)
                .isNotEmpty()
                .allSatisfy(purpose -> assertThat(carriersOf(purpose, thousand))
                        .as(purpose.id())
                        .hasSizeBetween(3, 4));
    }

    @Test
    void everyTagHasALetterOrDigit() {
        assertThat(people.stream().flatMap(person -> tagsOf(person)))
                .allMatch(tag -> tag.codePoints().anyMatch(Character::isLetterOrDigit));
    }

    @Test
    void nobodyNamesTheSameTagTwice() {
        assertThat(people)
                .allSatisfy(person ->
                        assertThat(tagsOf(person).map(DemoPopulationTest::fold)).doesNotHaveDuplicates());
    }

    @Test
    void whoeverSeeksFindsSomeoneWhoOffersTheSameAndSpeaksTheirLanguage() {
        assertThat(withStance("SEEK", people)).isNotEmpty().allSatisfy(seeker -> {
            var offered = people.stream()
                    .filter(other ->
                            texts(other.path("languages")).stream().anyMatch(texts(seeker.path("languages"))::contains))
                    .flatMap(other -> foldedWithStance("OFFER", other));
            assertThat(offered.collect(toSet()))
                    .containsAll(foldedWithStance("SEEK", seeker).toList());
        });
    }

    @Test
    void fewSeekAndMoreOffer() {
        long interests = people.stream()
                .mapToLong(person -> person.path("interests").size())
                .sum();

        assertThat(withStance("SEEK", people).size())
                .isLessThan(withStance("OFFER", people).size());
        assertThat((long) withStance("OFFER", people).size()).isLessThan(interests / 10);
    }

    @Test
    void someTagsAreMisspelt() {
        var slips = purposes.stream()
                .flatMap(purpose -> purpose.tags().stream())
                .flatMap(wording -> wording.slips().stream())
                .collect(toSet());

        assertThat(people.stream().flatMap(person -> tagsOf(person)).filter(slips::contains))
                .hasSizeBetween(10, 100);
    }

    @Test
    void someTwoInFiveSaySomethingAndNobodyRepeatsAWhy() {
        assertThat(people.stream().filter(person -> !person.path("signals").isEmpty()))
                .hasSizeBetween(150, 230);
        assertThat(people.stream()
                        .flatMap(person -> each(person.path("interests")))
                        .map(interest -> interest.path("why").asText())
                        .filter(why -> !why.isEmpty()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void theSpellingsOfATagAreOneTagAndItsSlipsAreNot() {
        assertThat(purposes).flatMap(Purpose::tags).allSatisfy(wording -> {
            assertThat(foldAll(wording.as())).hasSize(1);
            assertThat(foldAll(wording.slips())).doesNotContainAnyElementsOf(foldAll(wording.as()));
        });
    }

    @Test
    void everyHashtagIsATagOfItsPurpose() {
        assertThat(purposes).allSatisfy(purpose -> {
            var tags = purpose.tags().stream()
                    .flatMap(wording -> foldAll(wording.as()).stream())
                    .toList();
            assertThat(purpose.voices())
                    .flatMap(voice -> HASHTAG.matcher(voice.text())
                            .results()
                            .map(hashtag -> fold(hashtag.group(1)))
                            .toList())
                    .as(purpose.id())
                    .isSubsetOf(tags);
        });
    }

    @Test
    void thereAreSixtyOddPurposesWithThreeToFiveTagsAndAVoiceInTheirOwnLanguage() {
        assertThat(purposes).hasSizeBetween(60, 66).allSatisfy(purpose -> {
            assertThat(purpose.tags()).as(purpose.id()).hasSizeBetween(3, 5);
            assertThat(purpose.signals()).as(purpose.id()).containsKey(purpose.language());
        });
        assertThat(purposes).map(Purpose::id).doesNotHaveDuplicates();
    }

    private static List<String> lines(long seed, int people) {
        return DemoPopulation.lines(JSON, seed, people).toList();
    }

    private static List<JsonNode> people(long seed, int people) {
        return DemoPopulation.lines(JSON, seed, people)
                .map(DemoPopulationTest::parse)
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those who name the heart of the purpose, rightly spelt or not. */
    private static List<JsonNode> carriersOf(Purpose purpose, List<JsonNode> people) {
        var heart = purpose.tags().get(0);
        var names = new HashSet<>(foldAll(heart.as()));
        names.addAll(foldAll(heart.slips()));
        return people.stream()
                .filter(person -> tagsOf(person).map(DemoPopulationTest::fold).anyMatch(names::contains))
                .toList();
    }

    private static List<JsonNode> withStance(String stance, List<JsonNode> people) {
        return people.stream()
                .filter(person -> foldedWithStance(stance, person).findAny().isPresent())
                .toList();
    }

    private static Stream<String> foldedWithStance(String stance, JsonNode person) {
        return each(person.path("interests"))
                .filter(interest -> interest.path("stance").asText().equals(stance))
                .map(interest -> fold(interest.path("tag").asText()));
    }

    private static Stream<String> tagsOf(JsonNode person) {
        return each(person.path("interests"))
                .map(interest -> interest.isTextual()
                        ? interest.asText()
                        : interest.path("tag").asText());
    }

    private static List<String> texts(JsonNode array) {
        return each(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Set<String> foldAll(Collection<String> labels) {
        return labels.stream().map(DemoPopulationTest::fold).collect(toSet());
    }

    /** The contract's folding, as far as the demo's tags need it. */
    private static String fold(String label) {
        String hyphenated = Normalizer.normalize(label, Normalizer.Form.NFKC)
                .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "-")
                .replaceAll("[\\s_-]+", "-");
        return Normalizer.normalize(hyphenated.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("(?<=\\p{IsLatin})\\p{Mn}+", "");
    }
}
