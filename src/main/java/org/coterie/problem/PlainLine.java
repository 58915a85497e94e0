package org.coterie.problem;

import java.util.regex.Pattern;

/** What a name may be that others read. */
public final class PlainLine {

    /**
     * One line with something to be seen in it, that does not turn around the text it stands in: no control characters, and
     * no marks that override direction.
     */
    public static final String PATTERN =
            "(?=.*[\\p{L}\\p{N}\\p{P}\\p{S}])[^\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]*";

    /** Key of the text that says so. */
    public static final String MESSAGE = "wrong-format.line";

    private static final Pattern TURNS = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private PlainLine() {}

    /** A text of any number of lines without what would turn around the text it stands in, and without controls. */
    public static String harmless(String text) {
        return TURNS.matcher(text).replaceAll("");
    }
}
