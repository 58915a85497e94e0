package org.coterie.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coterie.tags.NameIndex.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void aWordInsideOfAHashtagDeniesNothing() {
        assertThat(read("#no-waste #cooking, #boycott #golf"))
                .extracting(FoundTag::meant)
                .containsExactly(true, true, true, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Only #r&b!                      | r-b
            #node.js, #asp.net and #c++.    | node-js,asp-net,c++
            #web2.0                         | web2-0
            I love #yoga.Then #chess. Yes   | yoga,chess
            #yoga &amp; #chess&nbsp;        | yoga,chess
            """)
    void aSignInTheMiddleOfAHashtagGoesOn(String text, String names) {
        assertThat(read(text).stream().map(found -> found.tag().name())).containsExactly(names.split(",", -1));
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

    @Test
    void whatStandsInBracketsDoesNotGoOnOutside() {
        add("Chess club", true);

        assertThat(read("I like chess (club or not)")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
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
}
