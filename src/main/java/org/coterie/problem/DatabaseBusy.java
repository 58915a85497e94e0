package org.coterie.problem;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.hibernate.StaleStateException;

/** Tells a database where others were changing the same from one that refused a statement. */
public final class DatabaseBusy {

    /** Waited too long (H2, PostgreSQL); gave way, so that others who waited for each other could go on. */
    private static final Set<String> STATES = Set.of("HYT00", "55P03", "40001", "40P01");

    /** There already, or gone, though it was not when it was looked for (H2, PostgreSQL). */
    private static final Set<String> MEANWHILE = Set.of("23503", "23505", "23506");

    private DatabaseBusy() {}

    static boolean isCauseOf(Throwable failure) {
        return Causes.any(
                failure,
                cause -> cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState())));
    }

    /**
     * Whether somebody else was quicker: what was to be written is there already, or what it is about is gone. Whoever asks again
     * is told so.
     */
    public static boolean isOvertakenIn(Throwable failure) {
        return Causes.any(
                failure,
                cause -> cause instanceof OptimisticLockException
                        || cause instanceof StaleStateException
                        || (cause instanceof SQLException sql
                                && MEANWHILE.contains(String.valueOf(sql.getSQLState()))));
    }
}
