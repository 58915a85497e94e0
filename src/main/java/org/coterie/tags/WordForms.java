package org.coterie.tags;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How else everyday activities are said in a language, where that is no matter of endings: {@code geschwommen}, {@code je cours},
 * {@code fahre gern Rad}; and what looks like a form of one and is none, such as {@code Nähe} of {@code Nähen}.
 *
 * @param bases by a form, folded, the name that it is another form of; empty for a form of nothing
 * @param words by a form of a word, folded, that word, within longer names
 * @param fillers folded words that may stand between two words of a name
 */
record WordForms(Map<String, String> bases, Map<String, String> words, Set<String> fillers) {

    static final WordForms NONE = new WordForms(Map.of(), Map.of(), Set.of());

    private static final String NOTHING = "-";
    private static final String FILLERS = "+";
    private static final String WITHIN_LONGER = "~";

    WordForms {
        bases = Map.copyOf(bases);
        words = Map.copyOf(words);
        fillers = Set.copyOf(fillers);
    }

    /**
     * Those that come along for a language: a line {@code Backen: backt, gebacken} for each name, {@code -} for none;
     * {@code +} for fillers, {@code ~schreiben} for a word within longer names.
     */
    static WordForms read(String language) {
        Map<String, String> bases = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        Set<String> fillers = new HashSet<>();
        WordFiles.lines("/forms/" + language + ".txt").forEach(line -> {
            String[] nameAndForms = line.split(": ", 2);
            String name = nameAndForms[0];
            for (String written : nameAndForms[1].split(", ", -1)) {
                String form = Folding.fold(written);
                if (name.equals(FILLERS)) {
                    fillers.add(form);
                } else if (name.startsWith(WITHIN_LONGER)) {
                    words.put(form, Folding.fold(name));
                } else {
                    bases.put(form, name.equals(NOTHING) ? "" : Folding.fold(name));
                }
            }
        });
        return new WordForms(bases, words, fillers);
    }

    /** Of what a folded name is a form; itself where that is not known, empty where it is a form of nothing. */
    String base(String name) {
        String known = bases.get(name);
        if (known != null || name.indexOf('-') < 0) {
            return known == null ? name : known;
        }
        String plain = Stream.of(name.split("-", -1))
                .map(word -> words.getOrDefault(word, word))
                .collect(Collectors.joining("-"));
        return bases.getOrDefault(plain, plain);
    }

    /** A folded name without the fillers between its first word and its last. */
    String withoutFillers(String name) {
        List<String> all = List.of(name.split("-", -1));
        return Stream.of(
                        all.subList(0, 1).stream(),
                        all.subList(1, Math.max(1, all.size() - 1)).stream().filter(word -> !fillers.contains(word)),
                        all.subList(Math.max(1, all.size() - 1), all.size()).stream())
                .flatMap(part -> part)
                .collect(Collectors.joining("-"));
    }
}
