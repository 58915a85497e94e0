package org.coterie.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.hibernate.exception.JDBCConnectionException;

/** Tells a database that cannot be reached from one that refused a statement. */
final class DatabaseAway {

    /** H2's own codes for "closed", "broken" and "cannot be opened", beside the standard's class 08. */
    private static final Set<Integer> H2_AWAY = Set.of(90013, 90020, 90031, 90067, 90098, 90121);

    private DatabaseAway() {}

    static boolean isCauseOf(Throwable failure) {
        return Causes.any(
                failure,
                cause -> cause instanceof JDBCConnectionException
                        || cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLNonTransientConnectionException
                        || (cause instanceof SQLException sql && saysAway(sql)));
    }

    private static boolean saysAway(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        // 08 connection exception, 57P0x shutting down, 53300 too many connections
        return state.startsWith("08")
                || state.startsWith("57P0")
                || state.equals("53300")
                || H2_AWAY.contains(failure.getErrorCode())
                // Agroal has no code for it
                || String.valueOf(failure.getMessage()).contains("Acquisition timeout");
    }
}
