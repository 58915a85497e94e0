package org.coterie.problem;

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

    private PlainLine() {}
}
