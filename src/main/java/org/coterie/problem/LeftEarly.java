package org.coterie.problem;

import io.netty.handler.codec.http.HttpObjectDecoder;
import io.quarkus.logging.LoggingFilter;
import io.vertx.core.http.HttpClosedException;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Leaves out of the log that a reader hung up amid a stream, which is how streams end, and that a body is no HTTP, which anybody
 * can send: either would be told as a failure, with all that stood in the address.
 */
@LoggingFilter(name = "left-early")
public final class LeftEarly implements Filter {

    private static final String TELLER = "io.quarkus.vertx.http.runtime.QuarkusErrorHandler";

    /** What reads the lines of HTTP, and nothing else. */
    private static final String LINES = HttpObjectDecoder.class.getPackageName() + ".";

    @Override
    public boolean isLoggable(LogRecord told) {
        return !(TELLER.equals(told.getLoggerName()) && told.getThrown() != null && isTheSenders(told.getThrown()));
    }

    private static boolean isTheSenders(Throwable thrown) {
        return thrown instanceof HttpClosedException
                || Arrays.stream(thrown.getStackTrace())
                        .limit(1)
                        .anyMatch(where -> where.getClassName().startsWith(LINES));
    }
}
