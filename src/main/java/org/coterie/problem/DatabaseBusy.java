package org.coterie.problem;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database where others were changing the same for too long from one that refused a statement. */
final class DatabaseBusy {

    /** Waited too long (H2, PostgreSQL); gave way, so that others who waited for each other could go on. */
    private static final Set<String> STATES = Set.of("HYT00", "55P03", "40001", "40P01");

    private DatabaseBusy() {}

    static boolean isCauseOf(Throwable failure) {
        return Causes.any(
                failure,
                cause -> cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState())));
    }
}
