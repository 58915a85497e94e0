package org.coterie.tags;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Where a form may go on in one of several ways. */
    private static final Pattern CHOICE = Pattern.compile("\\(([^)]*)\\)");

    /**
     * Those that come along for a language: a line {@code Backen: back(t|te|ten), gebacken} for each name, {@code -} for none. What
     * stands in parentheses is said in one of these ways.
     */
    static WordForms read(String language) {
        Map<String, String> bases = new HashMap<>();
        WordFiles.lines("/forms/" + language + ".txt").forEach(line -> {
            String[] baseAndForms = line.split(": ", 2);
            for (String form : baseAndForms[1].split(", ", -1)) {
                spelledOut(form).forEach(one -> bases.put(Folding.fold(one), Folding.fold(baseAndForms[0])));
            }
        });
        return new WordForms(bases);
    }

    private static Stream<String> spelledOut(String form) {
        var choice = CHOICE.matcher(form);
        return choice.find()
                ? Stream.of(choice.group(1).split("\\|", -1))
                        .flatMap(way ->
                                spelledOut(form.substring(0, choice.start()) + way + form.substring(choice.end())))
                : Stream.of(form);
    }

    /** Of what a folded name is a form; itself where that is not known, empty where it is a form of nothing. */
    String base(String name) {
        return bases.getOrDefault(name, name);
    }
}
