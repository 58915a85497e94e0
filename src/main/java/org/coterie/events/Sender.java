package org.coterie.events;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.coterie.events.Destination.Forbidden;
import org.coterie.language.Text;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Posts a message to a webhook, signed as Standard Webhooks has it (https://www.standardwebhooks.com). It connects to the
 * address that was checked, under the name that the URL has; redirects are not followed, and of the answer only the status is
 * read.
 */
@ApplicationScoped
class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final Clock clock;
    private final Destination destination;
    private final HttpClient client;
    private final long patienceMillis;

    Sender(Clock clock, Destination destination, WebhooksConfig config, Vertx vertx) {
        this.clock = clock;
        this.destination = destination;
        this.patienceMillis = config.patience().toMillis();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(100)
                .setConnectTimeout(Math.toIntExact(patienceMillis)));
    }

    /**
     * What came of an attempt: a status, or why there is none.
     *
     * @param pause how long whoever answered does not want to be asked again
     */
    record Outcome(@Nullable Integer status, @Nullable Text failure, Duration pause) {

        private static final int GONE = 410;

        private static Outcome of(int status, Duration pause) {
            return new Outcome(
                    status,
                    status / 100 == 2
                            ? null
                            : new Text("not-delivered.answer", Map.of("status", Integer.toString(status))),
                    pause);
        }

        boolean delivered() {
            return failure == null;
        }

        /** Whoever was there says that nobody is to come again. */
        boolean gone() {
            return status != null && status == GONE;
        }
    }

    /**
     * Posts it.
     *
     * @param id of the message, the same in each attempt
     * @param secrets each of which signs it
     */
    CompletableFuture<Outcome> send(String url, List<String> secrets, String id, String body) {
        URI uri;
        InetAddress address;
        try {
            uri = destination.parse(url);
            address = destination.addressOf(uri);
        } catch (UnknownHostException e) {
            return CompletableFuture.completedFuture(unreachable(new Text("unknown-host")));
        } catch (Forbidden e) {
            return CompletableFuture.completedFuture(unreachable(new Text(String.valueOf(e.getMessage()))));
        }
        long timestamp = clock.instant().getEpochSecond();
        return client.request(optionsOf(uri, address))
                .compose(request -> request.putHeader("Content-Type", "application/json")
                        .putHeader("User-Agent", "Coterie")
                        .putHeader("webhook-id", id)
                        .putHeader("webhook-timestamp", Long.toString(timestamp))
                        .putHeader("webhook-signature", signatures(secrets, id, timestamp, body))
                        .send(Buffer.buffer(body))
                        .map(response -> {
                            response.exceptionHandler(e -> LOG.trace("What follows the status is not read", e));
                            request.reset();
                            return Outcome.of(response.statusCode(), waitOf(response.getHeader("Retry-After")));
                        }))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(patienceMillis, TimeUnit.MILLISECONDS)
                .exceptionally(e -> new Outcome(null, failureOf(e), Duration.ZERO));
    }

    private static Text failureOf(Throwable e) {
        return e instanceof TimeoutException || e.getCause() instanceof TimeoutException
                ? new Text("not-delivered.late")
                : new Text("not-delivered.silence", Map.of("reason", reasonOf(e)));
    }

    private static Outcome unreachable(Text fault) {
        return new Outcome(null, new Text("not-delivered.url", Map.of("fault", fault)), Duration.ZERO);
    }

    /** As RFC 9110 writes it: in seconds, or until when; none where it is neither. */
    private Duration waitOf(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        if (SECONDS.matcher(retryAfter).matches()) {
            return Duration.ofSeconds(Long.parseLong(retryAfter));
        }
        try {
            return Duration.between(
                    clock.instant(), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(retryAfter)));
        } catch (DateTimeParseException neither) {
            return Duration.ZERO;
        }
    }

    /** In the words of whatever has failed, which are in one language. */
    private static String reasonOf(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private RequestOptions optionsOf(URI uri, InetAddress address) {
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : (tls ? 443 : 80);
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setTimeout(patienceMillis);
    }

    private static String signatures(List<String> secrets, String id, long timestamp, String body) {
        List<String> signatures = new ArrayList<>();
        for (String secret : secrets) {
            try {
                signatures.add(new com.standardwebhooks.Webhook(secret).sign(id, timestamp, body));
            } catch (EmptyWebhookSecretException | WebhookSigningException e) {
                throw new IllegalStateException("A message could not be signed.", e);
            }
        }
        return String.join(" ", signatures);
    }
}
