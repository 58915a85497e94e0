package org.coterie.tags;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.language.Spoken;

/** The stems of all that a tag is called, by the languages in which that may be said. */
final class CalledAs {

    private final Map<String, Set<String>> stems = new HashMap<>();

    /** A tag's own name may be of any language. */
    CalledAs(Tag tag, List<TagLabel> labels) {
        for (String language : Stems.languages()) {
            Stems endings = Stems.of(language).orElseThrow();
            Stream<String> said = labels.stream()
                    .filter(label -> Spoken.language(label.language).equals(language))
                    .map(label -> label.label);
            stems.put(
                    language,
                    Stream.concat(Stream.of(tag.name), said)
                            .map(name -> endings.ofName(TagName.of(name).name()))
                            .filter(stem -> !stem.isEmpty())
                            .collect(Collectors.toSet()));
        }
    }

    /** Whether these words, with whichever ending, are one of its names. */
    boolean isSaid(String written) {
        String phrase = TagName.of(written).name();
        return stems.entrySet().stream()
                .anyMatch(entry -> Stems.of(entry.getKey()).orElseThrow().ofPhrase(phrase).stream()
                        .anyMatch(entry.getValue()::contains));
    }
}
