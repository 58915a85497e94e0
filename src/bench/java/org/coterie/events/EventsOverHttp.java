package org.coterie.events;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether an operator who follows the stream hears of each import once, however often the connection is cut and whichever
 * replica they come back to; replicas may be killed and started again meanwhile. Needs nothing but running applications on one
 * database without limits:
 * {@code java src/bench/java/org/coterie/events/EventsOverHttp.java http://localhost:8080,http://localhost:8081 operator 1000}.
 */
public final class EventsOverHttp {

    private static final Pattern EVENT_ID = Pattern.compile("(?m)^id:\\s*(\\S+)");
    private static final Pattern IMPORT_ID = Pattern.compile("\"importId\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final int WRITERS = 3;
    private static final int PART = 64;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Set<String> imports = ConcurrentHashMap.newKeySet();
    private final List<String> told = new ArrayList<>();
    private final String[] replicas;
    private final String key;
    private String last = "";
    private int cuts;

    private EventsOverHttp(String replicas, String key) {
        this.replicas = replicas.split(",");
        this.key = key;
    }

    /**
     * Tries it.
     *
     * @param args the addresses of the replicas, the operator's key, and how often the connection is cut
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        new EventsOverHttp(args[0], args[1]).follow(Integer.parseInt(args[2]));
    }

    private void follow(int times) throws IOException, InterruptedException {
        imports.add(write(0));
        var over = new CountDownLatch(1);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new Thread(() -> writeUntil(over)));
        }
        writers.forEach(Thread::start);
        var random = new Random(1);
        for (int i = 0; i < times; i++) {
            read(i, 1 + random.nextInt(300));
        }
        over.countDown();
        for (Thread writer : writers) {
            writer.join();
        }
        for (int i = 0; i < 100 && !Set.copyOf(told).containsAll(imports); i++) {
            read(i, 5_000);
        }
        var missing = new ArrayList<>(imports);
        missing.removeAll(told);
        var heard = new ArrayList<>(told);
        heard.retainAll(imports);
        System.out.printf(
                "%d times cut or refused, %d imports acknowledged, %d told, %d lost, %d twice%n",
                cuts,
                imports.size(),
                heard.size(),
                missing.size(),
                told.size() - Set.copyOf(told).size());
    }

    private void writeUntil(CountDownLatch over) {
        for (int i = 0; over.getCount() > 0; i++) {
            try {
                imports.add(write(i));
            } catch (IOException e) {
                // whether it has happened is not known, so nothing is expected
                System.err.println("not acknowledged: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String write(int i) throws IOException, InterruptedException {
        String line = "{\"handle\": \"p%s\", \"interests\": [\"chess\"]}".formatted(UUID.randomUUID());
        var answer = client.send(
                to(i, "/v1/imports")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(line))
                        .build(),
                BodyHandlers.ofString());
        Matcher id = ID.matcher(answer.body());
        if (answer.statusCode() / 100 != 2 || !id.find()) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return id.group(1);
    }

    /** Comes back where it was, and hangs up after so long, be it in the middle of an event. */
    private void read(int i, long millis) throws InterruptedException {
        var request = to(i, "/v1/events/stream").header("Accept", "text/event-stream");
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        var read = new StringBuilder();
        try (InputStream stream =
                client.send(request.GET().build(), BodyHandlers.ofInputStream()).body()) {
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> cut(stream));
            byte[] part = new byte[PART];
            for (int size = stream.read(part); size >= 0; size = stream.read(part)) {
                read.append(new String(part, 0, size, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            cuts++;
        }
        int whole = read.lastIndexOf("\n\n");
        for (String event : read.substring(0, Math.max(0, whole)).split("\n\n", -1)) {
            Matcher id = EVENT_ID.matcher(event);
            if (id.find()) {
                last = id.group(1);
                IMPORT_ID.matcher(event).results().forEach(found -> told.add(found.group(1)));
            }
        }
    }

    private static void cut(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            System.err.println("cut already: " + e.getMessage());
        }
    }

    private HttpRequest.Builder to(int i, String path) {
        return HttpRequest.newBuilder(URI.create(replicas[i % replicas.length] + path))
                .header("Authorization", "Bearer " + key);
    }
}
