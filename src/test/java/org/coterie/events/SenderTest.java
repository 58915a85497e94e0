package org.coterie.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderTest {

    private static final String PASSWORD = "of-a-test";

    @TempDir
    Path data;

    @Test
    void whoShowsACertificateThatNobodyVouchesForIsToldNothing()
            throws IOException, InterruptedException, GeneralSecurityException {
        var heard = new AtomicInteger();
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(vouchedForByItself()));
        server.createContext("/", exchange -> {
            heard.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
        });
        server.start();
        Vertx vertx = Vertx.vertx();
        try {
            var config = new SmallRyeConfigBuilder()
                    .withConverter(Duration.class, 200, new DurationConverter())
                    .withMapping(WebhooksConfig.class)
                    .build()
                    .getConfigMapping(WebhooksConfig.class);
            var sender = new Sender(Clock.systemUTC(), new Destination(true), config, vertx);

            var outcome = sender.send(
                            "https://localhost:" + server.getAddress().getPort() + "/",
                            List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                            "1",
                            "{}")
                    .join();

            assertThat(outcome.delivered()).isFalse();
            assertThat(outcome.failure()).asString().contains("certification path");
            assertThat(heard).hasValue(0);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            server.stop(0);
        }
    }

    private SSLContext vouchedForByItself() throws IOException, InterruptedException, GeneralSecurityException {
        Path file = data.resolve("localhost.p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD,
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost")
                .start()
                .waitFor();
        assertThat(made).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls;
    }
}
