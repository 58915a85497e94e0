package org.coterie.problem;

import java.util.function.Predicate;

/** What lies behind a failure. */
final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    /** Whether a failure or one of those that led to it is such. */
    static boolean any(Throwable failure, Predicate<Throwable> such) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (such.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
