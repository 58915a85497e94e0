package org.coterie.formation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coterie.language.Spoken;

/**
 * Turns what people speak into bit masks: one bit a language (see {@link Spoken}: {@code pt-BR} and {@code pt-PT} are
 * one), 0 where unknown. A mask has 64 bits. Where people speak more languages than that, the most spoken have a bit, and
 * who speaks only others {@linkplain #hasNoBit has none}: two languages never share a bit, because their speakers would
 * not understand each other.
 */
final class SpokenLanguages {

    private static final int BITS = 64;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<String>> sets = new ArrayList<>();
    private final IntArrayList speakers = new IntArrayList();
    private long[] masks = {};

    /** Takes note of one person's languages, comma-separated; gives the number of that combination. */
    int note(String languages) {
        Integer known = numbers.get(languages);
        if (known == null) {
            known = sets.size();
            numbers.put(languages, known);
            sets.add(languagesOf(languages));
            speakers.add(0);
        }
        speakers.set((int) known, speakers.getInt(known) + 1);
        return known;
    }

    /** Gives the most spoken languages their bits, after everybody was noted. */
    void deal() {
        Map<String, Integer> spoken = new TreeMap<>();
        for (int set = 0; set < sets.size(); set++) {
            for (String language : sets.get(set)) {
                spoken.merge(language, speakers.getInt(set), Integer::sum);
            }
        }
        Map<String, Integer> bits = new HashMap<>();
        spoken.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(BITS)
                .forEach(language -> bits.put(language.getKey(), bits.size()));
        masks = new long[sets.size()];
        for (int set = 0; set < masks.length; set++) {
            for (String language : sets.get(set)) {
                Integer bit = bits.get(language);
                masks[set] |= bit == null ? 0 : 1L << bit;
            }
        }
    }

    /** The mask of a combination. */
    long mask(int set) {
        return masks[set];
    }

    /** Whether languages are known, but none that has a bit. */
    boolean hasNoBit(int set) {
        return !sets.get(set).isEmpty() && mask(set) == 0;
    }

    private static List<String> languagesOf(String set) {
        return set.isEmpty()
                ? List.of()
                : List.of(set.split(",")).stream()
                        .map(Spoken::language)
                        .distinct()
                        .toList();
    }
}
