package org.coterie.meaning;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Cuts a text into the pieces of words that the model knows, as BERT's uncased tokenizer does: accents and case are
 * dropped, punctuation and Chinese characters stand alone, and each word is cut from its beginning into the longest
 * pieces there are (WordPiece; Wu et al. 2016). Immutable.
 */
final class WordPieces {

    private static final String FIRST = "[CLS]";
    private static final String LAST = "[SEP]";
    private static final String UNKNOWN = "[UNK]";
    private static final int LONGEST_WORD = 100;
    private static final Pattern PARTING = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** One in so many letters may be of another script. */
    private static final int MOST_OTHERS = 4;

    /** A shorter word may be an acronym, of which the model knows some. */
    private static final int SHORTEST_RIDDLE = 6;

    /** Of no more letters a piece says nothing of the word. */
    private static final int LETTERS_OF_A_RIDDLE = 2;

    private static final int FEWEST_PIECES = 3;

    /** Of so many letters one is a vowel in what can be spoken. */
    private static final int LETTERS_FOR_A_VOWEL = 7;

    private static final String VOWELS = "aeiouyæøœ";

    private final Vocabulary vocabulary;
    private final int window;

    /**
     * Cuts into pieces of this vocabulary.
     *
     * @param window how many pieces the model reads at most, both marks included
     */
    WordPieces(Vocabulary vocabulary, int window) {
        this.vocabulary = vocabulary;
        this.window = window;
    }

    /** The numbers of the pieces between the two marks; what goes beyond the window is left out. */
    long[] of(String text) {
        var pieces = new LongArrayList();
        pieces.add(vocabulary.id(FIRST));
        var word = new StringBuilder();
        String plain = plain(text);
        for (int i = 0; i < plain.length() && pieces.size() < window; ) {
            int point = plain.codePointAt(i);
            i += Character.charCount(point);
            boolean alone = standsAlone(point);
            if (alone || isSpace(point)) {
                cut(word, pieces);
            }
            if (alone) {
                cut(word.appendCodePoint(point), pieces);
            } else if (!isSpace(point) && !isNothing(point)) {
                word.appendCodePoint(point);
            }
        }
        cut(word, pieces);
        if (pieces.size() > window - 1) {
            pieces.size(window - 1);
        }
        pieces.add(vocabulary.id(LAST));
        return pieces.toLongArray();
    }

    /**
     * Whether a text is written in Latin letters but for a few, such as the first of {@code π day}. Of other scripts the
     * vocabulary has single letters only, which say nothing of a word: the model would take any two words of them for near.
     */
    static boolean isReadable(String text) {
        int letters = 0;
        int others = 0;
        for (int point : text.codePoints().filter(Character::isLetter).toArray()) {
            UnicodeScript script = UnicodeScript.of(point);
            letters++;
            others += script == UnicodeScript.LATIN || script == UnicodeScript.COMMON ? 0 : 1;
        }
        return others * MOST_OTHERS <= letters;
    }

    /**
     * Whether most of a text are words that nobody speaks and of which the model knows only letters, such as {@code zqdrmtmcwtn} or
     * the number of a product: it would take any two of them for near.
     */
    boolean isRiddle(String text) {
        int all = 0;
        int riddles = 0;
        for (String word : PARTING.split(plain(text), -1)) {
            all += word.length();
            riddles += isRiddleWord(word) ? word.length() : 0;
        }
        return 2 * riddles > all;
    }

    private boolean isRiddleWord(String word) {
        if (word.length() < SHORTEST_RIDDLE || word.length() > LONGEST_WORD || vocabulary.isWord(word)) {
            return false;
        }
        long vowels = word.chars().filter(letter -> VOWELS.indexOf(letter) >= 0).count();
        if (vowels * LETTERS_FOR_A_VOWEL > word.length()) {
            return false;
        }
        var pieces = new LongArrayList();
        cut(new StringBuilder(word), pieces);
        return pieces.size() >= FEWEST_PIECES && word.length() <= LETTERS_OF_A_RIDDLE * pieces.size();
    }

    /** Whether there is a known piece between the marks. */
    boolean saySomething(long[] ids) {
        long unknown = vocabulary.id(UNKNOWN);
        return Arrays.stream(ids, 1, ids.length - 1).anyMatch(id -> id != unknown);
    }

    /** Lower case without accents. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Adds the pieces of this word and empties it. One that cannot be cut into known pieces is unknown as a whole. */
    private void cut(StringBuilder word, LongArrayList pieces) {
        if (word.isEmpty()) {
            return;
        }
        int before = pieces.size();
        int start = word.codePointCount(0, word.length()) > LONGEST_WORD ? -1 : 0;
        while (start >= 0 && start < word.length()) {
            int end = word.length();
            int id = -1;
            while (end > start && id < 0) {
                String piece = word.substring(start, end);
                id = vocabulary.id(start == 0 ? piece : "##" + piece);
                end -= id < 0 ? 1 : 0;
            }
            if (id >= 0) {
                pieces.add(id);
            }
            start = id < 0 ? -1 : end;
        }
        if (start < 0) {
            pieces.size(before);
            pieces.add(vocabulary.id(UNKNOWN));
        }
        word.setLength(0);
    }

    private static boolean isSpace(int point) {
        return point == '\t' || point == '\n' || point == '\r' || Character.getType(point) == Character.SPACE_SEPARATOR;
    }

    /** Control characters and the like are read over. */
    private static boolean isNothing(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> point == 0 || point == 0xFFFD;
        };
    }

    private static boolean standsAlone(int point) {
        return isPunctuation(point) || isChinese(point);
    }

    private static boolean isPunctuation(int point) {
        boolean ascii = (point >= 33 && point <= 47)
                || (point >= 58 && point <= 64)
                || (point >= 91 && point <= 96)
                || (point >= 123 && point <= 126);
        return ascii
                || switch (Character.getType(point)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    /** The blocks of unified ideographs that the model was trained with; not Kana and not Hangul. */
    private static boolean isChinese(int point) {
        return (point >= 0x4E00 && point <= 0x9FFF)
                || (point >= 0x3400 && point <= 0x4DBF)
                || (point >= 0x20000 && point <= 0x2A6DF)
                || (point >= 0x2A700 && point <= 0x2B73F)
                || (point >= 0x2B740 && point <= 0x2B81F)
                || (point >= 0x2B820 && point <= 0x2CEAF)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0x2F800 && point <= 0x2FA1F);
    }
}
