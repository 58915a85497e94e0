package org.coterie.tags;

import java.util.HashMap;
import java.util.Map;

/**
 * How else everyday activities are said in a language, where that is no matter of endings: {@code geschwommen}, {@code je cours};
 * and what looks like a form of one and is none, such as {@code Nähe} of {@code Nähen}.
 *
 * @param bases by a form, folded, the name that it is another form of; empty for a form of nothing
 */
record WordForms(Map<String, String> bases) {

    static final WordForms NONE = new WordForms(Map.of());

    WordForms {
        bases = Map.copyOf(bases);
    }

    /** Those that come along for a language: a line {@code Backen: backt, gebacken} for each name, {@code -} for none. */
    static WordForms read(String language) {
        Map<String, String> bases = new HashMap<>();
        WordFiles.lines("/forms/" + language + ".txt").forEach(line -> {
            String[] baseAndForms = line.split(": ", 2);
            for (String form : baseAndForms[1].split(", ", -1)) {
                bases.put(Folding.fold(form), Folding.fold(baseAndForms[0]));
            }
        });
        return new WordForms(bases);
    }

    /** Of what a folded name is a form; itself where that is not known, empty where it is a form of nothing. */
    String base(String name) {
        return bases.getOrDefault(name, name);
    }
}
