package org.coterie.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a name is written, as far as it tells whether another says the same. What follows from it is reckoned once. */
final class Spelling {

    private static final Pattern REPEATED = Pattern.compile("(.)\\1+");

    private static final Set<String> SMALL = Set.of("and", "of", "the");
    private static final List<String> ENDINGS = List.of("ers", "ing", "ies", "er", "ed", "es", "s", "y", "e");

    private final List<String> words;
    private final String joined;
    private final List<String> marks;
    private final List<String> numbers;
    private final List<String> large;
    private @Nullable Set<String> stems;

    private Spelling(List<String> words, String joined, List<String> marks) {
        this.words = List.copyOf(words);
        this.joined = joined;
        this.marks = List.copyOf(marks);
        numbers = marks.isEmpty() ? List.of() : only(marks, mark -> Character.isDigit(mark.codePointAt(0)));
        large = only(words, word -> !SMALL.contains(word));
    }

    private static List<String> only(List<String> all, Predicate<String> kind) {
        return all.stream().filter(kind).toList();
    }

    /** Reads a name. */
    static Spelling of(String name) {
        var words = new ArrayList<String>();
        var marks = new ArrayList<String>();
        var word = new StringBuilder();
        var joined = new StringBuilder();
        var number = new StringBuilder();
        String plain = Normalizer.isNormalized(name, Normalizer.Form.NFD)
                ? name
                : Normalizer.normalize(name, Normalizer.Form.NFD);
        for (int i = 0; i < plain.length(); ) {
            int point = plain.codePointAt(i);
            i += Character.charCount(point);
            if (Character.getType(point) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (Character.isDigit(point)) {
                number.appendCodePoint(point);
            } else {
                end(number, marks);
            }
            if (Character.isLetterOrDigit(point)) {
                word.appendCodePoint(Character.toLowerCase(point));
                joined.appendCodePoint(Character.toLowerCase(point));
            } else {
                end(word, words);
                if (isSign(point)) {
                    marks.add(Character.toString(point));
                    joined.appendCodePoint(point);
                }
            }
        }
        end(word, words);
        end(number, marks);
        marks.sort(null);
        return new Spelling(words, joined.toString(), marks);
    }

    private static boolean isSign(int point) {
        return point == '+' || point == '#' || Character.getType(point) == Character.OTHER_SYMBOL;
    }

    private static void end(StringBuilder one, List<String> all) {
        if (!one.isEmpty()) {
            all.add(one.toString());
            one.setLength(0);
        }
    }

    /** Its words, in lower case without accents; letters and digits only. */
    List<String> words() {
        return words;
    }

    /** The words and signs without anything between them. */
    String joined() {
        return joined;
    }

    /** Its numbers, and signs such as {@code +}, {@code #} and pictures, in alphabetical order: C is not C++. */
    List<String> marks() {
        return marks;
    }

    /** Both name numbers, and not the same: Python 2 and Python 3, whatever else they share. */
    boolean countsOtherwise(Spelling other) {
        return !numbers.isEmpty() && !other.numbers.isEmpty() && !numbers.equals(other.numbers);
    }

    /** The same letters, whatever is between them: board games, board-games, BoardGames. */
    boolean isWrittenAs(Spelling other) {
        return !joined.isEmpty() && joined.equals(other.joined);
    }

    /** The same but for a plural. */
    boolean isPluralOf(Spelling other) {
        return !joined.isEmpty() && singular(joined).equals(singular(other.joined));
    }

    /** Made of the same words, whatever their order and ending: dancers, dancing. */
    boolean hasWordsOf(Spelling other) {
        return !words.isEmpty() && marks.equals(other.marks) && stems().equals(other.stems());
    }

    /** All of the other's words and more: rock climbing says more than climbing. */
    boolean saysMoreThan(Spelling other) {
        return !other.words.isEmpty() && words.size() > other.words.size() && stems().containsAll(other.stems());
    }

    /** Whether the other's words come first: chess game after chess, unlike rock climbing after climbing. */
    boolean beginsWith(Spelling other) {
        return words.size() > other.words.size()
                && words.subList(0, other.words.size()).equals(other.words);
    }

    /** One word, and a known one. */
    boolean isWord() {
        return words.size() == 1 && Vocabulary.get().isWord(joined);
    }

    /** Made of the first letters of the other's words: RPG for role-playing game. */
    boolean isAcronymOf(Spelling other) {
        if (other.large.size() < 2 || other.large.size() != joined.length()) {
            return false;
        }
        for (int i = 0; i < joined.length(); i++) {
            if (other.large.get(i).charAt(0) != joined.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Made of the beginnings, two letters or more each, of all of the other's words: gamedev, health pros. What is a word itself,
     * as rear is, is not short for a resumed artist.
     */
    boolean isShortFor(Spelling other) {
        if (other.large.size() < 2 || joined.length() >= other.lettersOfLarge() || isWord()) {
            return false;
        }
        boolean[] reached = new boolean[joined.length() + 1];
        reached[0] = true;
        for (String word : other.large) {
            boolean[] next = new boolean[joined.length() + 1];
            for (int start = 0; start < joined.length(); start++) {
                if (reached[start]) {
                    int same = 0;
                    while (same < word.length()
                            && start + same < joined.length()
                            && word.charAt(same) == joined.charAt(start + same)) {
                        same++;
                        next[start + same] |= same >= Math.min(2, word.length());
                    }
                }
            }
            reached = next;
        }
        return reached[joined.length()] || (joined.endsWith("s") && reached[joined.length() - 1]);
    }

    /**
     * The same but for one slip in one word of five letters or more, behind its first: a letter too few or too many, two in the
     * wrong order, or in a word of nine or more a wrong one; and one of both is no word. So medication is no misspelt
     * meditation, theism no misspelt atheism, and sewing no misspelt sowing.
     */
    boolean isMisspelt(Spelling other) {
        if (words.size() != other.words.size()) {
            return false;
        }
        int slips = 0;
        for (int i = 0; i < words.size(); i++) {
            String one = words.get(i);
            String another = other.words.get(i);
            if (!one.equals(another)) {
                if (slips > 0 || !isSlip(one, another)) {
                    return false;
                }
                slips++;
            }
        }
        return slips == 1;
    }

    /** Whether all that it says otherwise are no words, but letters of a script in which a letter tells little. */
    boolean canBeSlipFor(Spelling other) {
        List<String> otherwise =
                words.stream().filter(word -> !other.words.contains(word)).toList();
        return !otherwise.isEmpty()
                && marks.equals(other.marks)
                && otherwise.stream().allMatch(word -> word.chars().allMatch(Character::isLowerCase))
                && otherwise.stream().noneMatch(Vocabulary.get()::isWord);
    }

    /** Of the same letters as the other, in whatever order, or but for how often each is repeated. */
    boolean hasSameLettersAs(Spelling other) {
        return sameLetters(joined, other.joined) || repeatsLettersOf(other);
    }

    /** Written as the other but for how often letters are repeated: {@code fotballl} and {@code fotball}. */
    boolean repeatsLettersOf(Spelling other) {
        return single(joined).equals(single(other.joined));
    }

    private static String single(String letters) {
        return REPEATED.matcher(letters).replaceAll("$1");
    }

    private static boolean isSlip(String one, String another) {
        int shorter = Math.min(one.length(), another.length());
        boolean wrongLetter = one.length() == another.length() && !sameLetters(one, another);
        return shorter >= (wrongLetter ? 9 : 5)
                && one.charAt(0) == another.charAt(0)
                && isOneEditApart(one, another)
                && !singular(one).equals(singular(another))
                && one.chars().allMatch(Character::isLetter)
                && another.chars().allMatch(Character::isLetter)
                && !(Vocabulary.get().isWord(one) && Vocabulary.get().isWord(another));
    }

    private static boolean sameLetters(String one, String another) {
        char[] a = one.toCharArray();
        char[] b = another.toCharArray();
        Arrays.sort(a);
        Arrays.sort(b);
        return Arrays.equals(a, b);
    }

    private static boolean isOneEditApart(String one, String another) {
        int same = Arrays.mismatch(one.toCharArray(), another.toCharArray());
        String a = one.substring(same);
        String b = another.substring(same);
        if (a.length() != b.length()) {
            String shorter = a.length() < b.length() ? a : b;
            String longer = a.length() < b.length() ? b : a;
            return longer.length() == shorter.length() + 1
                    && longer.substring(1).equals(shorter);
        }
        return a.substring(1).equals(b.substring(1))
                || (a.length() > 1
                        && a.charAt(0) == b.charAt(1)
                        && a.charAt(1) == b.charAt(0)
                        && a.substring(2).equals(b.substring(2)));
    }

    private int lettersOfLarge() {
        int letters = 0;
        for (String word : large) {
            letters += word.length();
        }
        return letters;
    }

    private Set<String> stems() {
        Set<String> some = stems;
        if (some == null) {
            some = new HashSet<>();
            for (String word : words) {
                some.add(stem(word));
            }
            stems = some;
        }
        return some;
    }

    private static String singular(String word) {
        return word.length() > 2 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** A word without its ending, cut roughly: both are cut alike. */
    private static String stem(String word) {
        String stem = word;
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
                stem = word.substring(0, word.length() - ending.length());
                break;
            }
        }
        int last = stem.length() - 1;
        return stem.length() > 3 && stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
    }
}
