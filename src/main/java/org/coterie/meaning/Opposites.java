package org.coterie.meaning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that are said in the same company and mean that one is on the other side: the model takes them for near, and
 * whoever says the one is not to meet whoever says the other as if both said the same.
 */
final class Opposites {

    private static final Set<Set<String>> PAIRS = pairs(
            "advanced beginner",
            "advanced beginners",
            "anti pro",
            "boys girls",
            "buy sell",
            "buying selling",
            "choice life",
            "conservative labour",
            "conservative liberal",
            "conservatives liberals",
            "day night",
            "democrat republican",
            "democrats republicans",
            "east west",
            "evening morning",
            "fathers mothers",
            "female male",
            "indoor outdoor",
            "indoors outdoors",
            "israel palestine",
            "israeli palestinian",
            "leave remain",
            "leavers remainers",
            "left right",
            "leftist rightist",
            "man woman",
            "men women",
            "dads mums",
            "dads moms",
            "north south",
            "old young",
            "summer winter",
            "with without");

    private Opposites() {}

    private static Set<Set<String>> pairs(String... pairs) {
        Set<Set<String>> all = new HashSet<>();
        for (String pair : pairs) {
            all.add(Set.of(pair.split(" ", 2)));
        }
        return Set.copyOf(all);
    }

    /** Whether two names of as many words differ in one of them, at the same place, and by that say the opposite. */
    static boolean are(List<String> one, List<String> other) {
        if (one.size() != other.size()) {
            return false;
        }
        int differs = -1;
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                if (differs >= 0) {
                    return false;
                }
                differs = i;
            }
        }
        return differs >= 0 && PAIRS.contains(Set.of(one.get(differs), other.get(differs)));
    }
}
