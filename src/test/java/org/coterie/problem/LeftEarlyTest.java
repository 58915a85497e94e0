package org.coterie.problem;

import static io.netty.buffer.Unpooled.copiedBuffer;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
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

    @Test
    void whoSendsNoHttpAmidABodyIsNotLogged() {
        var connection = new EmbeddedChannel(new HttpRequestDecoder());
        connection.writeInbound(copiedBuffer("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", US_ASCII));
        connection.<HttpMessage>readInbound();
        HttpContent body = connection.readInbound();

        assertThat(body.decoderResult().cause()).isInstanceOf(NumberFormatException.class);
        assertThat(filter.isLoggable(
                        told(QuarkusErrorHandler.class, body.decoderResult().cause())))
                .isFalse();
        assertThat(filter.isLoggable(told(QuarkusErrorHandler.class, new NumberFormatException("Ours."))))
                .isTrue();
    }

    private static LogRecord told(Class<?> by, Throwable failure) {
        var record = new LogRecord(Level.SEVERE, "HTTP Request failed");
        record.setLoggerName(by.getName());
        record.setThrown(failure);
        return record;
    }
}
