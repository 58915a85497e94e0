package org.coterie.tags;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is almost written so among words in order, with its first character right: with so many characters at most wrong,
 * missing, too many or in the other's place (optimal string alignment). Words that begin alike share what was reckoned for their
 * beginning, all that begin as none may are passed by, and how much two differ is reckoned only where that is little (Ukkonen,
 * Algorithms for approximate string matching, 1985). Not thread-safe.
 */
final class Mistyped {

    private final String first;
    private final int[] typed;
    private final int most;
    private final boolean beginning;

    /** For each beginning of the word in hand, how many mistakes lead to it from each beginning of what was typed, or one more than may be. */
    private final int[][] mistakes;

    /** The word in hand, behind its first character, as far as that is known. */
    private final int[] path;

    private int known;

    /**
     * @param typed of one character or more
     * @param most how many mistakes there may be
     * @param beginning whether it is enough if a word begins so
     */
    Mistyped(String typed, int most, boolean beginning) {
        int second = typed.offsetByCodePoints(0, 1);
        first = typed.substring(0, second);
        this.typed = typed.codePoints().skip(1).toArray();
        this.most = most;
        this.beginning = beginning;
        path = new int[this.typed.length + most + 1];
        mistakes = new int[path.length + 1][this.typed.length + 1];
        for (int[] some : mistakes) {
            Arrays.fill(some, most + 1);
        }
        for (int i = 0; i <= Math.min(most, this.typed.length); i++) {
            mistakes[0][i] = i;
        }
    }

    /** The first of these words in their order, at most so many. */
    List<String> among(NavigableMap<String, ?> words, int limit) {
        List<String> found = new ArrayList<>();
        String word = words.ceilingKey(first);
        while (word != null && word.startsWith(first) && found.size() < limit) {
            int vain = vain(word);
            if (vain < 0) {
                found.add(word);
            }
            word = vain < 0 || vain == word.length() ? words.higherKey(word) : behind(words, word.substring(0, vain));
        }
        return found;
    }

    /** The first that does not begin so, of those behind. */
    private static @Nullable String behind(NavigableMap<String, ?> words, String beginning) {
        int last = beginning.length() - 1;
        return words.ceilingKey(beginning.substring(0, last) + (char) (beginning.charAt(last) + 1));
    }

    /** How much of this word no other may begin with, or all of it where it ends too early; −1 where it is almost written so. */
    private int vain(String word) {
        int depth = 0;
        int at = first.length();
        while (at < word.length() && !(beginning && isReached(depth))) {
            int character = word.codePointAt(at);
            at += Character.charCount(character);
            if (depth >= known || path[depth] != character) {
                reckon(depth, character);
            }
            depth++;
            if (isVain(mistakes[depth])) {
                return at;
            }
        }
        return isReached(depth) ? -1 : word.length();
    }

    private boolean isVain(int[] some) {
        for (int one : some) {
            if (one <= most) {
                return false;
            }
        }
        return true;
    }

    private boolean isReached(int depth) {
        return mistakes[depth][typed.length] <= most;
    }

    /** With this character behind so many of the word in hand. */
    private void reckon(int depth, int character) {
        path[depth] = character;
        known = depth + 1;
        int[] before = mistakes[depth];
        int[] now = mistakes[depth + 1];
        int from = depth + 1 - most;
        if (from <= 0) {
            now[0] = depth + 1;
        }
        for (int i = Math.max(1, from); i <= Math.min(typed.length, depth + 1 + most); i++) {
            int fewest = before[i - 1] + (typed[i - 1] == character ? 0 : 1);
            fewest = Math.min(fewest, Math.min(before[i], now[i - 1]) + 1);
            if (i > 1 && depth > 0 && typed[i - 1] == path[depth - 1] && typed[i - 2] == character) {
                fewest = Math.min(fewest, mistakes[depth - 1][i - 2] + 1);
            }
            now[i] = Math.min(fewest, most + 1);
        }
    }
}
