package org.coterie.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.coterie.events.Destination.Forbidden;
import org.coterie.events.Sender.Outcome;
import org.coterie.language.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderTest {

    private static final String PASSWORD = "of-a-test";

    @TempDir
    Path data;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Outcome sent(Destination destination, String url) {
        return new Sender(Clock.systemUTC(), destination, WebhooksConfigTest.defaults(), vertx)
                .send(url, List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "1", "{}")
                .join();
    }

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
        try {
            Outcome outcome = sent(
                    new Destination(true, InetAddress::getAllByName),
                    "https://localhost:" + server.getAddress().getPort() + "/");

            assertThat(outcome.delivered()).isFalse();
            assertThat(outcome.failure()).asString().contains("certification path");
            assertThat(heard).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws IOException {
        var lookups = new AtomicInteger();
        try (var receiver = new Receiver()) {
            // a name that nobody else could resolve, and that leads elsewhere when it is looked up again
            Outcome outcome = sent(
                    new Destination(true, host -> new InetAddress[] {
                        lookups.getAndIncrement() == 0 ? InetAddress.getLoopbackAddress() : unreachable()
                    }),
                    receiver.url("hooks.invalid"));

            assertThat(outcome.delivered()).isTrue();
            assertThat(lookups).hasValue(1);
            assertThat(receiver.messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.header("Host")).startsWith("hooks.invalid:"));
        }
    }

    @Test
    void aNameThatLeadsInwardsSinceItWasAddedIsToldNothing() throws IOException, Forbidden {
        var address = new AtomicReference<>(InetAddress.getByName("8.8.8.8"));
        var destination = new Destination(false, host -> new InetAddress[] {address.get()});
        String url = "https://hooks.invalid/";
        assertThat(destination.addressOf(destination.parse(url))).isEqualTo(address.get());

        address.set(InetAddress.getLoopbackAddress());
        Outcome outcome = sent(destination, url);

        assertThat(outcome.failure())
                .isEqualTo(new Text("not-delivered.url", Map.of("fault", new Text("private-address"))));
    }

    private static InetAddress unreachable() throws UnknownHostException {
        return InetAddress.getByName("192.0.2.1");
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
