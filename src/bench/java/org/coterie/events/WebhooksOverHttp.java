package org.coterie.events;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast a webhook is told what has happened: so many events are made, by imports of one person each, and then replayed some
 * times to a receiver beside this, which answers at once or takes its time. Needs nothing but a running application without
 * limits that may post to private addresses ({@code COTERIE_WEBHOOKS_PRIVATE_ADDRESSES=allow}):
 * {@code java src/bench/java/org/coterie/events/WebhooksOverHttp.java http://localhost:8080 operator 1000 5 0}.
 */
public final class WebhooksOverHttp {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final long LONGEST_SECONDS = 600;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Semaphore arrived = new Semaphore(0);
    private final String address;
    private final String key;
    private final long answersAfterMillis;

    private WebhooksOverHttp(String address, String key, long answersAfterMillis) {
        this.address = address;
        this.key = key;
        this.answersAfterMillis = answersAfterMillis;
    }

    /**
     * Tries it.
     *
     * @param args the address, the operator's key, how many events, how often they are replayed, and after how many
     *     milliseconds the receiver answers
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var bench = new WebhooksOverHttp(args[0], args[1], Long.parseLong(args[4]));
        bench.tell(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }

    private void tell(int events, int times) throws IOException, InterruptedException {
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        var threads = Executors.newCachedThreadPool();
        receiver.setExecutor(threads);
        receiver.createContext("/", this::receive);
        receiver.start();
        String replay = sinceNow();
        String webhook = "/v1/webhooks/"
                + idIn(send("/v1/webhooks", "application/json", """
                        {"url": "http://127.0.0.1:%d/", "types": ["import.finished"]}""".formatted(
                                receiver.getAddress().getPort())));
        for (int i = 0; i < events; i++) {
            send("/v1/imports", "application/x-ndjson", "{\"handle\": \"p%s\"}".formatted(UUID.randomUUID()));
        }
        await(events);
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            send(webhook + "/replay", "application/json", replay);
            await(events);
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf("%d events in %.1f s: %.0f a second%n", events, seconds, events / seconds);
        }
        ask(request(webhook).DELETE());
        receiver.stop(0);
        threads.shutdown();
    }

    /** What happened before is not told again, however often this has been tried on the same database. */
    private String sinceNow() throws IOException, InterruptedException {
        var events = ask(
                request("/v1/events").header("Accept", "application/x-ndjson").GET());
        return events.lines()
                .reduce((before, last) -> last)
                .map(last -> "{\"after\": \"%s\"}".formatted(idIn(last)))
                .orElse("{}");
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            body.readAllBytes();
            TimeUnit.MILLISECONDS.sleep(answersAfterMillis);
            exchange.sendResponseHeaders(204, -1);
            arrived.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(int events) throws InterruptedException {
        if (!arrived.tryAcquire(events, LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("only %d of %d have arrived".formatted(arrived.availablePermits(), events));
        }
    }

    private String send(String path, String type, String body) throws IOException, InterruptedException {
        return ask(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + key);
    }

    private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String idIn(String body) {
        Matcher id = ID.matcher(body);
        if (!id.find()) {
            throw new IllegalStateException(body);
        }
        return id.group(1);
    }
}
