package org.coterie.tags;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How else everyday activities are said in a language, where that is no matter of endings: {@code geschwommen}, {@code je cours},
 * {@code fahre gern Rad}; and what looks like a form of one and is none, such as {@code Nähe} of {@code Nähen}.
 *
 * @param bases by a form, folded, the name that it is another form of; empty for a form of nothing
 * @param words by a form of a word, folded, that word, within longer names
 * @param fillers folded words that may stand between two words of a name
 * @param lookalikes by what it is folded, words in small letters that are no name in a text: {@code nahen} is a name only with
 *     other signs on its letters, and {@code Geschichte}, which is rather a story there, only by itself
 */
record WordForms(
        Map<String, String> bases,
        Map<String, String> words,
        Set<String> fillers,
        Map<String, Set<String>> lookalikes) {

    static final WordForms NONE = new WordForms(Map.of(), Map.of(), Set.of(), Map.of());

    private static final String NOTHING = "-";
    private static final String FILLERS = "+";
    private static final String WITHIN_LONGER = "~";
    private static final String LOOKALIKES = "!";

    WordForms {
        bases = Map.copyOf(bases);
        words = Map.copyOf(words);
        fillers = Set.copyOf(fillers);
        lookalikes = Map.copyOf(lookalikes);
    }

    /**
     * Those that come along for a language: a line {@code Backen: backt, gebacken} for each name, {@code -} for none;
     * {@code +} for fillers, {@code !} for what only looks like a name in a text, {@code ~schreiben} for a word within longer names.
     */
    static WordForms read(String language) {
        Map<String, String> bases = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        Set<String> fillers = new HashSet<>();
        Map<String, Set<String>> lookalikes = new HashMap<>();
        WordFiles.lines("/forms/" + language + ".txt").forEach(line -> {
            String[] nameAndForms = line.split(": ", 2);
            String name = nameAndForms[0];
            for (String written : nameAndForms[1].split(", ", -1)) {
                String form = Folding.fold(written);
                if (name.equals(FILLERS)) {
                    fillers.add(form);
                } else if (name.equals(LOOKALIKES)) {
                    lookalikes.computeIfAbsent(form, same -> new HashSet<>()).add(inSmallLetters(written));
                } else if (name.startsWith(WITHIN_LONGER)) {
                    words.put(form, Folding.fold(name));
                    words.put(Folding.fold(name), Folding.fold(name));
                } else {
                    bases.put(form, name.equals(NOTHING) ? "" : Folding.fold(name));
                }
            }
        });
        return new WordForms(bases, words, fillers, lookalikes);
    }

    private static String inSmallLetters(String written) {
        return Normalizer.normalize(written, Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Whether what a text writes so, and folded is this, only looks like a name. */
    boolean isLookalike(String written, String folded) {
        Set<String> known = lookalikes.get(folded);
        return known != null && known.contains(inSmallLetters(written));
    }

    /** Of what a folded name is a form; itself where that is not known, empty where it is a form of nothing. */
    String base(String name) {
        String known = bases.get(name);
        if (known != null || name.indexOf('-') < 0) {
            return known == null ? name : known;
        }
        String[] all = name.split("-", -1);
        for (int k = 0; k < all.length; k++) {
            all[k] = words.getOrDefault(all[k], all[k]);
        }
        String plain = String.join("-", all);
        return bases.getOrDefault(plain, plain);
    }

    /** Whether it is known what a folded word is a form of within longer names. */
    boolean isWithinLonger(String word) {
        return words.containsKey(word);
    }

    /** A folded name without the fillers between its first word and its last. */
    String withoutFillers(String name) {
        int second = name.indexOf('-') + 1;
        int last = name.lastIndexOf('-');
        if (last < second) {
            return name;
        }
        var plain = new StringBuilder(name.substring(0, second));
        for (String word : name.substring(second, last).split("-", -1)) {
            if (!fillers.contains(word)) {
                plain.append(word).append('-');
            }
        }
        return plain.append(name, last + 1, name.length()).toString();
    }
}
