package org.coterie.tags;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import java.util.regex.Pattern;
import org.coterie.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One way to write a tag, folded.
 *
 * @param name the folded name, at most 64 characters: {@code repair-cafe}
 * @param label as it was written, tidied: {@code Repair Café}
 * @param told whether others may read that it was written so
 */
public record TagName(String name, String label, boolean told) {

    /** No name is longer, folded; counted in code points. */
    public static final int LONGEST = 64;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<!\\p{N})-|-(?!\\p{N})");
    private static final Pattern HASH_IN_FRONT = Pattern.compile("^[\\s#＃]+");
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]+");

    /** What a label does not need: controls and marks of direction, but not the joiners that some scripts write with. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\u200C\\u200D]]");

    /**
     * Folds what somebody wrote.
     *
     * @throws Problem INVALID {@code tag-unreadable} without a letter or digit, {@code tag-too-long} beyond 64 characters
     */
    public static TagName of(String written) {
        String name = Folding.fold(written);
        if (name.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "tag-unreadable");
        }
        if (isTooLong(name)) {
            throw new Problem(Problem.Kind.INVALID, "tag-too-long", Map.of("most", LONGEST));
        }
        String label = tidy(written);
        return new TagName(name, isTooLong(label) ? name : label, true);
    }

    /**
     * How a tag is written that somebody names as they have read it: as its label says, where that is another writing of it.
     *
     * @param tag its name; anything else is how it is written now
     * @param label whatever stands there
     */
    public static String writtenAs(String tag, @Nullable Object label) {
        if (tag == null || !(label instanceof String written) || isTooLong(written)) {
            return tag;
        }
        return tag.equals(Folding.fold(tag)) && keyOf(Folding.fold(written)).equals(keyOf(tag)) ? written : tag;
    }

    /**
     * What decides whether two names are one tag: the name without its hyphens, so that {@code open-source} and
     * {@code opensource} meet. Between two digits a hyphen stays: {@code 24-7} is not {@code 247}.
     */
    public String key() {
        return keyOf(name);
    }

    static String keyOf(String name) {
        return name.indexOf('-') < 0 ? name : BETWEEN_WORDS.matcher(name).replaceAll("");
    }

    /** The same name, with a label that tells nothing of who wrote it. */
    public TagName withoutLabel() {
        return new TagName(name, name, told);
    }

    /** The same name, written by somebody who keeps it to themselves: a tag is not called so because of it. */
    public TagName untold() {
        return new TagName(name, name, false);
    }

    private static String tidy(String written) {
        String seen = UNSEEN.matcher(SPACE.matcher(written).replaceAll(" ")).replaceAll("");
        return Normalizer.normalize(HASH_IN_FRONT.matcher(seen).replaceFirst(""), Form.NFC)
                .strip();
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST;
    }
}
