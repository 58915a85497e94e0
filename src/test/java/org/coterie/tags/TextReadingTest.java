package org.coterie.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.coterie.tags.NameIndex.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReadingTest {

    private final NameIndex index = new NameIndex();
    private final Map<String, KnownTag> known = new HashMap<>();
    private final Map<UUID, Long> holders = new HashMap<>();

    private void add(String label, boolean common) {
        TagName name = TagName.of(label);
        var tag = new KnownTag(UUID.randomUUID(), name.name(), name.label(), true, common);
        index.put(tag.id(), Map.of(name.key(), new Name(name.name(), tag.id(), Set.of())));
        known.put(name.key(), tag);
        holders.put(tag.id(), 3L);
    }

    private void add(String label, String language) {
        TagName name = TagName.of(label);
        var tag = new KnownTag(UUID.randomUUID(), name.name(), name.label(), true, true);
        index.put(tag.id(), Map.of(name.key(), new Name(name.name(), tag.id(), Set.of(language))));
        known.put(name.key(), tag);
        holders.put(tag.id(), 3L);
    }

    private UUID idOf(String name) {
        return Objects.requireNonNull(known.get(name)).id();
    }

    private List<FoundTag> read(String text) {
        return new TextReading(new Text(text, Set.of(), Set.of()), index).among(known, holders);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ich will mit dem Rauchen aufhören         | Mit dem Rauchen aufhören
            Mein Baby schläft nicht                   | Baby schläft nicht
            Jeg får ikke sove                         | får ikke sove
            Me gustaría ayudar a personas sin hogar   | ayudar a personas sin hogar
            """)
    void noWordOfANameThatEverybodyKnowsDeniesIt(String text, String label) {
        add(label, true);
        add("Rauchen", true);

        assertThat(read(text)).extracting(found -> found.tag().label()).containsExactly(label);
    }

    @Test
    void aNameIsDeniedByWhatStandsOutsideOfIt() {
        add("ayudar a personas sin hogar", true);

        assertThat(read("No quiero ayudar a personas sin hogar")).isEmpty();
    }

    @Test
    void aWordThatSomebodyMadeATagOfStillDenies() {
        add("do not", false);
        add("golf", true);

        assertThat(read("I do not play golf"))
                .extracting(found -> found.tag().name())
                .containsExactly("do-not");
    }

    @Test
    void whatHoldsSentencesTogetherIsNoPhraseForEverybodyWhereSomebodyMadeATagOfIt() {
        add("the", false);
        add("with", false);
        add("piano", false);

        assertThat(read("I love the piano with my friends"))
                .extracting(found -> found.tag().name())
                .containsExactly("piano");
        assertThat(read("#the piano")).extracting(FoundTag::meant).containsExactly(true, false);
    }

    @Test
    void aWordThatNobodyMeansIsNoPhraseWhereSomebodyMadeATagOfIt() {
        add("you", false);
        add("about", false);
        add("don't", false);
        add("the who", false);

        assertThat(read("I don't know you, tell me about The Who"))
                .extracting(found -> found.tag().name())
                .containsExactly("the-who");
    }

    @Test
    void aWordInsideOfAHashtagDeniesNothing() {
        assertThat(read("#no-waste #cooking, #boycott #golf"))
                .extracting(FoundTag::meant)
                .containsExactly(true, true, true, false);
    }

    @ParameterizedTest
    @CsvSource(commentCharacter = '~', delimiter = '|', textBlock = """
            Only #r&b!                      | r-b
            #node.js, #asp.net and #c++.    | node-js,asp-net,c++
            #web2.0                         | web2-0
            I love #yoga.Then #chess. Yes   | yoga,chess
            #yoga &amp; #chess&nbsp;        | yoga,chess
            #col·lecció                     | col-leccio
            """)
    void aSignInTheMiddleOfAHashtagGoesOn(String text, String names) {
        assertThat(read(text).stream().map(found -> found.tag().name())).containsExactly(names.split(",", -1));
    }

    @ParameterizedTest
    @CsvSource(commentCharacter = '~', delimiter = '|', quoteCharacter = '"', textBlock = """
            #rock'n'roll!                   | rocknroll | 0 | 12
            I love #rock’n’roll             | rocknroll | 7 | 19
            #aujourd'hui                    | aujourdhui | 0 | 12
            #yoga's great                   | yoga | 0 | 5
            #chess’ll do                    | chess | 0 | 6
            See '#chess'                    | chess | 5 | 11
            """)
    void anApostropheInTheMiddleOfAHashtagGoesOn(String text, String name, int start, int end) {
        assertThat(read(text))
                .extracting(found -> found.tag().name(), FoundTag::start, FoundTag::end)
                .containsExactly(tuple(name, start, end));
    }

    @Test
    void aTagUnderTwoNamesIsToldOnceWhereItIsMeant() {
        add("cycling", true);
        var cycling = Objects.requireNonNull(known.get("cycling"));
        index.put(
                cycling.id(),
                Map.of(
                        "cycling", new Name("cycling", cycling.id(), Set.of()),
                        "biking", new Name("biking", cycling.id(), Set.of())));
        known.put("biking", cycling);

        assertThat(read("#biking and #cycling"))
                .extracting(found -> found.tag().name())
                .containsExactly("biking");
        assertThat(read("I gave up #biking. Now I love #cycling"))
                .extracting(found -> found.tag().name(), FoundTag::meant)
                .containsExactly(tuple("cycling", true));
    }

    @Test
    void whatIsDeniedAtFirstAndMeantLaterIsMeant() {
        String text = "I gave up #yoga. Now I do #yoga again";

        assertThat(read(text)).extracting(FoundTag::start, FoundTag::meant).containsExactly(tuple(26, true));
        assertThat(Tags.hashtagsIn(text)).extracting(FoundTag::start).containsExactly(26);
        assertThat(Tags.hashtagsIn("No #yoga, no #yoga!")).isEmpty();
        assertThat(Tags.hashtagsIn("#Yoga, #yoga!")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(commentCharacter = '~', delimiter = '|', textBlock = """
            Shirt with #I❤️NY on it         | ''
            #I❤NY and #yoga                 | yoga
            #l'amour                        | ''
            #A$AP                           | ''
            #C❤️                            | c
            #C 🎉 #r                        | c,r
            #C's pointers, "#C"             | c
            #C/#C++, #R&#D                  | c,c++,r
            https://x.org/#golf, a/#b &#x27; | ''
            #love❤️NY                       | love
            #茶🍵時間                        | 茶
            """)
    void oneLetterThatAPictureCutsOffIsNoHashtag(String text, String names) {
        assertThat(String.join(
                        ",",
                        read(text).stream().map(found -> found.tag().name()).toList()))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u202F", "\u3000", " -\u00A0", "-"})
    void aSpaceThatDoesNotBreakPartsNoPhrase(String space) {
        add("Night walks", true);
        add("walks", true);

        assertThat(read("NIGHT" + space + "WALKS, anyone?"))
                .extracting(found -> found.tag().label())
                .containsExactly("Night walks");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Oui: jeux de rôle sur table. Et vous ?    | Jeux de rôle sur table | 5 | 27
            Who plays Bridge (card game) with me?     | Bridge (card game)     | 10 | 28
            """)
    void aNameIsFoundAsAWhole(String text, String label, int start, int end) {
        add(label, true);

        assertThat(read(text)).extracting(FoundTag::start, FoundTag::end).containsExactly(tuple(start, end));
    }

    @ParameterizedTest
    @CsvSource({"1, dogs", "2, dogs", "3, dog"})
    void whatHardlyAnybodyHoldsTakesNothingFromWhatManyMeanByTheSameWord(long holdersOfOne, String found) {
        add("dogs", "en");
        add("dog", false);
        var dogs = idOf("dogs");
        holders.put(dogs, 0L);
        holders.put(idOf("dog"), holdersOfOne);
        var text = new Text("I love my dog", Set.of("en"), Set.of());

        assertThat(new TextReading(text, index).among(known, holders))
                .extracting(one -> one.tag().name())
                .containsExactly(found);

        var notDogs = new Text(text.words(), Set.of("en"), Set.of(dogs));
        assertThat(new TextReading(notDogs, index).among(known, holders))
                .extracting(one -> one.tag().name())
                .containsExactly("dog");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            I love 'chess' a lot       | chess        | 8  | 13
            ‘chess’ and ‘yoga’         | chess        | 1  | 6
            the dogs' home             | "dogs' home" | 4  | 14
            my dogs’ walk              | dogs         | 3  | 7
            rock'n'roll'               | "rock'n'roll" | 0 | 11
            """)
    void aClosingQuotationMarkIsNoPartOfAName(String text, String label, int start, int end) {
        add(label, true);

        assertThat(read(text)).extracting(FoundTag::start, FoundTag::end).containsExactly(tuple(start, end));
    }

    @Test
    void aSpaceWithoutWidthPartsWords() {
        add("chess", true);
        add("yoga", true);

        assertThat(read("chess\u200Byoga"))
                .extracting(found -> found.tag().name(), FoundTag::start, FoundTag::end)
                .containsExactly(tuple("chess", 0, 5), tuple("yoga", 6, 10));

        add("chess yoga", true);
        assertThat(read("chess\u200Byoga"))
                .extracting(found -> found.tag().name())
                .containsExactly("chess-yoga");
    }

    @Test
    void whatStandsInBracketsDoesNotGoOnOutside() {
        add("Chess club", true);

        assertThat(read("I like chess (club or not)")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en  | These boots are fit for a king                 | ''
            en  | We drew a map of the valley                    | ''
            en  | Fahre in den Ferien mit dem Rad                | Rad
            es  | La novia busca un velo para la boda            | ''
            es  | velo                                           | ''
            es  | La Lecture de tous les jours                   | Lecture
            fr  | velo                                           | vélo
            fr  | Elle a visité la ville de Rad                  | ''
            de  | Herr Broder wohnt in dem Haus                  | ''
            de  | Je fais du vélo avec mes amis                  | vélo
            no  | Vi skal på aking i helgen                      | aking
            no  | Hun har en svart velo på hodet i kirken        | ''
            no  | Norsk og fransk: lecture                       | ''
            ''  | velo                                           | vélo
            en  | #aking is fun for all of us                    | aking
            en  | We looked at a jardinage in the south of Paris | jardinage
            """)
    void aNameOfAnotherLanguageIsFoundOnlyWhereTheTextIsInItOrNobodyMeansAnythingElseByIt(
            String spoken, String text, String found) {
        add("aking", "no");
        add("amap", "fr");
        add("vélo", "fr");
        add("Lecture", "fr");
        add("broder", "fr");
        add("Rad", "de");
        add("jardinage", "fr");

        Set<String> languages = spoken.isEmpty() ? Set.of() : Set.of(spoken);
        assertThat(new TextReading(new Text(text, languages, Set.of()), index)
                        .among(known, holders).stream().map(one -> one.tag().label()))
                .isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }

    @Test
    void aNameOfAnotherLanguageIsFoundWhereItIsOneOfTheTextsWithAnotherEnding() {
        var skiing = UUID.randomUUID();
        var tag = new KnownTag(skiing, "skiing", "Skiing", true, true);
        index.put(
                skiing,
                Map.of(
                        "skiing",
                        new Name("skiing", skiing, Set.of("en")),
                        "ski",
                        new Name("ski", skiing, Set.of("no"))));
        known.put("ski", tag);
        holders.put(skiing, 3L);

        assertThat(read("We love to ski with all of our friends")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(commentCharacter = '~', delimiter = '|', textBlock = """
            mountain biking and mountain biking                         | mountain-biking
            I run a community garden. Our community garden is nice      | community-garden
            Mountain biking in a community garden, biking and a garden  | mountain-biking,community-garden,biking,garden
            #mountain-biking, mountain biking                           | mountain-biking
            """)
    void noWordOfALongerNameIsFoundWhereverThatNameStands(String text, String names) {
        for (String label :
                List.of("mountain biking", "mountain", "biking", "community garden", "community", "garden")) {
            add(label, true);
        }

        assertThat(read(text).stream().map(found -> found.tag().name())).containsExactly(names.split(",", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            l'escalade                        | escalade | 2 | 10
            J’aime l’escalade                 | escalade | 9 | 17
            Je m'intéresse à l'apiculture     | Apiculture | 19 | 29
            L'apiculture me passionne         | Apiculture | 2 | 12
            Qui a envie d'escalade ?          | escalade | 14 | 22
            Lorsqu'escalade rime avec amitié  | escalade | 7 | 15
            Un cours d'espagnol               | cours d'espagnol | 3 | 19
            """)
    void aWordIsFoundBehindWhatFrenchPutsBeforeIt(String text, String label, int start, int end) {
        add("escalade", true);
        add("Apiculture", true);
        add("cours d'espagnol", true);
        add("espagnol", true);

        assertThat(read(text))
                .extracting(found -> found.tag().label(), FoundTag::start, FoundTag::end)
                .containsExactly(tuple(label, start, end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Je n'aime pas l'escalade",
                "Je n’escalade plus",
                "L'escalade ne m'intéresse pas",
                "Je déteste le yoga, l'apiculture et l'escalade",
                "Plus jamais d'escalade",
                "Marre de l'apiculture"
            })
    void whatFrenchDeniesBehindAnArticleIsDenied(String text) {
        add("escalade", true);
        add("apiculture", true);
        add("yoga", true);

        assertThat(read(text)).isEmpty();
    }

    @Test
    void aNameBehindAnArticleIsNotDeniedByItsOwnWord() {
        add("arrête de fumer", true);

        assertThat(read("J'arrête de fumer")).extracting(FoundTag::start).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I love gar\\u00ADdening a lot      | 7 | 17
            gar\\u200Bden\\u2060ing            | 0 | 11
            Garden\\u200Ding!                  | 0 | 10
            My gar\\u00ADden\\u00ADing\\u200B. | 3 | 14
            """)
    void aWordIsFoundWithWhatCannotBeSeenInIt(String text, int start, int end) {
        add("gardening", true);

        assertThat(read(seen(text))).extracting(FoundTag::start, FoundTag::end).containsExactly(tuple(start, end));
        assertThat(read(seen("I don\\u00AD't like gar\\u00ADdening"))).isEmpty();
        assertThat(read(seen("#gar\\u00ADdening")))
                .extracting(found -> found.tag().name())
                .containsExactly("gardening");
    }

    private static String seen(String escaped) {
        return Pattern.compile("\\\\u(\\p{XDigit}{4})")
                .matcher(escaped)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }
}
