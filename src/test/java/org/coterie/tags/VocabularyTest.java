package org.coterie.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.unique;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coterie.tags.NameIndex.Name;
import org.coterie.tags.Vocabulary.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that come along. */
@QuarkusTest
@org.junit.jupiter.api.Tag("http")
class VocabularyTest {

    @Inject
    Vocabulary vocabulary;

    @Inject
    Tags tags;

    @Test
    void itHasHundredsOfEntriesEachWithALabelInFiveLanguages() {
        List<Entry> entries = vocabulary.starter();

        assertThat(entries).hasSizeBetween(600, 800);
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.names().keySet()).isEqualTo(Set.of("en", "de", "fr", "es", "nb"));
            assertThat(entry.names().values())
                    .allSatisfy(names -> assertThat(names)
                            .isNotEmpty()
                            .extracting(TagName::label)
                            .doesNotHaveDuplicates());
        });
    }

    @Test
    void noNameInItMeansTwoTags() {
        Map<String, String> means = new HashMap<>();

        for (Entry entry : vocabulary.starter()) {
            entry.all()
                    .forEach(name -> assertThat(
                                    means.merge(name.key(), entry.tag().name(), (one, other) -> one))
                            .as(name.label())
                            .isEqualTo(entry.tag().name()));
        }
    }

    @Test
    void noReaderIsToldHowSomebodyDecoratesAWord() {
        TagName ours = TagName.of(unique("Kite flying"));
        QuarkusTransaction.requiringNew()
                .run(() -> vocabulary.store(
                        List.of(new Entry(ours, Map.of("en", List.of(ours)))), java.time.Instant.now()));

        tags.resolve(List.of(TagName.of(ours.label().replace("Kite", "Kïté"))));

        assertThat(tags.find(ours.label())).map(KnownTag::label).contains(ours.label());
    }

    @Test
    void everyNameInItIsFoundWhereItIsSaid() {
        List<Entry> entries = vocabulary.starter();
        var reading = new Reading(entries);

        List<String> notFound = new ArrayList<>();
        for (Entry entry : entries) {
            entry.names()
                    .forEach((language, names) -> names.forEach(name -> {
                        if (!reading.tagsIn(name.label(), language)
                                .contains(entry.tag().name())) {
                            notFound.add("%s: %s".formatted(language, name.label()));
                        }
                    }));
        }
        // two letters are rather a filler than a tag, and a comma parts what is said
        assertThat(notFound).containsExactlyInAnyOrder("fr: BD", "de: Großeltern, die ihre Enkel großziehen");
    }

    @Test
    void whatPeopleUseAlreadyStaysAsItIs() {
        TagName theirs = TagName.of(unique("Moped"));
        TagName ours = TagName.of(unique("motorbike"));
        TagName synonym = TagName.of(unique("Motorrad"));
        KnownTag before = tags.resolve(List.of(theirs)).get(theirs.name());

        QuarkusTransaction.requiringNew()
                .run(() -> vocabulary.store(
                        List.of(new Entry(ours, Map.of("en", List.of(ours), "de", List.of(synonym, theirs)))),
                        java.time.Instant.now()));

        assertThat(tags.find(theirs.label())).contains(before);
        assertThat(tags.find(synonym.label())).map(KnownTag::name).contains(ours.name());
        assertThat(tags.find(ours.label())).map(KnownTag::common).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en", "es", "fr", "no"})
    void aFormOfAnActivityIsFoundAndMeansNothingElse(String language) {
        var reading = new Reading(vocabulary.starter());

        Map<String, String> bases = WordForms.read(language).bases();

        assertThat(bases)
                .allSatisfy((form, base) -> assertThat(reading.tagsIn(form.replace('-', ' '), language))
                        .hasSize(base.isEmpty() ? 0 : 1)
                        .isEqualTo(reading.tagsIn(base.replace('-', ' '), language)));
    }

    @ParameterizedTest
    @CsvSource({
        "de, Ich fahre gern Rad, cycling",
        "de, Letztes Jahr fuhr ich viel Ski, skiing",
        "de, Wir fahren jeden Tag Fahrrad, cycling",
        "de, Früher sang ich viel mit Freunden, singing",
        "de, Als Kind zeltete ich oft, camping",
        "en, She sang and I swam, singing swimming",
        "es, Me gusta salir corriendo por el parque, running",
        "es, De joven nadaba mucho, swimming",
        "fr, Nous nagions toute la journée, swimming",
        "fr, Je tricotais avec ma mère, knitting",
        "no, Jeg svømte og vi sang, swimming singing",
        "no, Vi strikket sammen, knitting",
        "de, Die Nähte halten, ''",
        "no, Det er et godt tegn, ''",
        "en, 'I hate chess, swimming and hiking', ''",
        "en, 'I hate chess, but swimming and hiking are fine', swimming hiking",
        "de, 'Ich mag kein Schach, Wandern oder Schwimmen', ''"
    })
    void whatPeopleDoIsFoundInAnyTenseAndWhatTheyDenyIsNot(String language, String sentence, String tags) {
        assertThat(new Reading(vocabulary.starter()).tagsIn(sentence, language))
                .containsExactlyInAnyOrder(tags.isEmpty() ? new String[0] : tags.split(" ", -1));
    }

    /** Finds what comes along in what somebody writes. */
    private static final class Reading {

        private final NameIndex index = new NameIndex();
        private final Map<String, KnownTag> known = new HashMap<>();
        private final Map<UUID, Long> holders = new HashMap<>();

        Reading(List<Entry> entries) {
            for (Entry entry : entries) {
                var tag = new KnownTag(UUID.randomUUID(), entry.tag().name(), entry.label(), true, true);
                Map<String, Name> called = new HashMap<>();
                entry.all().forEach(name -> {
                    called.put(name.key(), new Name(name.name(), tag.id(), Set.of()));
                    known.put(name.key(), tag);
                });
                index.put(tag.id(), called);
                holders.put(tag.id(), 0L);
            }
        }

        List<String> tagsIn(String words, String language) {
            var text = new Text("%s!".formatted(words), Set.of(language), Set.of());
            return new TextReading(text, index)
                    .among(known, holders).stream()
                            .map(found -> found.tag().name())
                            .toList();
        }
    }
}
