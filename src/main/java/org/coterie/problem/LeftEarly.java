package org.coterie.problem;

import io.quarkus.logging.LoggingFilter;
import io.vertx.core.http.HttpClosedException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Leaves out of the log that a reader hung up amid a stream, which is how streams end: it would be told as a failure, with all that
 * stood in the address.
 */
@LoggingFilter(name = "left-early")
public final class LeftEarly implements Filter {

    private static final String TELLER = "io.quarkus.vertx.http.runtime.QuarkusErrorHandler";

    @Override
    public boolean isLoggable(LogRecord told) {
        return !(TELLER.equals(told.getLoggerName()) && told.getThrown() instanceof HttpClosedException);
    }
}
