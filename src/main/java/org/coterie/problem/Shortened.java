package org.coterie.problem;

/** What somebody has sent, repeated in an answer no longer than it has to be. */
final class Shortened {

    /** Of a name, enough to find it again. */
    static final int NAME = 100;

    private static final String ELLIPSIS = "…";

    private Shortened() {}

    /** The same, or its beginning and an ellipsis; {@code most} counts as a schema does. */
    static String to(int most, String text) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + ELLIPSIS;
    }

    /** A JSON pointer, cut where no escape is. */
    static String pointer(int most, String pointer) {
        return to(most, pointer).replaceFirst("~" + ELLIPSIS + "$", ELLIPSIS);
    }
}
