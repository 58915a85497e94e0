package org.coterie.transfer;

import java.sql.SQLException;
import java.util.Set;
import org.coterie.people.PeopleIntake.MovedMeanwhile;
import org.coterie.problem.Problem;

/** What it means that a chunk could not be stored. */
enum StoreFailure {
    /** Somebody else wrote the same rows at the same time: another attempt sees what they wrote. */
    CONFLICT,
    /** The database refuses a value: one of the lines is to blame. */
    VALUE,
    /** It is nobody's line. */
    OTHER;

    /** PostgreSQL's "lock not available" and H2's "timeout trying to lock". */
    private static final Set<String> LOCKED = Set.of("55P03", "HYT00");

    static StoreFailure of(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof MovedMeanwhile
                    || (cause instanceof Problem busy && busy.kind() == Problem.Kind.UNAVAILABLE)) {
                return CONFLICT;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return of(sql.getSQLState());
            }
        }
        return OTHER;
    }

    private static StoreFailure of(String state) {
        // 23 constraint violated, 40 rolled back; 22 data exception
        if (state.startsWith("23") || state.startsWith("40") || LOCKED.contains(state)) {
            return CONFLICT;
        }
        return state.startsWith("22") ? VALUE : OTHER;
    }
}
