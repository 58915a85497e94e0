package org.coterie.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.runtime.QuarkusErrorHandler;
import io.vertx.core.http.HttpClosedException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LeftEarlyTest {

    private final LeftEarly filter = new LeftEarly();

    @Test
    void whoHangsUpIsNotLoggedAndWhatFailsOtherwiseIs() {
        var left = new HttpClosedException("Connection was closed");

        assertThat(filter.isLoggable(told(QuarkusErrorHandler.class, left))).isFalse();
        assertThat(filter.isLoggable(told(QuarkusErrorHandler.class, new IllegalStateException("Broken."))))
                .isTrue();
        assertThat(filter.isLoggable(told(LeftEarlyTest.class, left))).isTrue();
    }

    private static LogRecord told(Class<?> by, Exception failure) {
        var record = new LogRecord(Level.SEVERE, "HTTP Request failed");
        record.setLoggerName(by.getName());
        record.setThrown(failure);
        return record;
    }
}
