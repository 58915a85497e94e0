package org.coterie.interests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How fast messages that come in a file are taken, and how fast they are looked through: {@code java MessagesOverHttp.java
 * http://localhost:8080 operator 5000 4711}, with the number of messages and that of the process, on the same machine.
 */
final class MessagesOverHttp {

    private static final List<String> WORDS = List.of(
            ("we they my some old new small green warm quiet summer winter weekend river city garden kitchen bike guitar book film"
                            + " music bread coffee dog walk ride read cook play sing learn repair build share like enjoy with for in"
                            + " near about every often together slowly photography chess pottery climbing physics history")
                    .split(" "));

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final String address;
    private final String operator;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(1);
    private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);

    private MessagesOverHttp(String address, String operator) {
        this.address = address;
        this.operator = operator;
    }

    /** Takes the address, the operator's key, the number of messages and the process. */
    public static void main(String[] args) throws IOException, InterruptedException {
        new MessagesOverHttp(args[0], args[1]).run(Integer.parseInt(args[2]), Long.parseLong(args[3]));
    }

    private void run(int messages, long process) throws IOException, InterruptedException {
        // of those who come in together they are looked through by their handles
        String last = "z" + run;
        String file = Stream.iterate(1, i -> i + 1)
                .limit(messages)
                .map(i -> "{\"handle\":\"%s\",\"languages\":[\"en\"],\"signals\":[\"%s\"]}"
                        .formatted(i == messages ? last : "m" + run + i, i == messages ? "I like gardening" : text()))
                .collect(Collectors.joining("\n"));
        System.out.printf("%d messages of %d letters%n", messages, file.length() / messages - 60);
        Duration busy = busy(process);
        long start = System.nanoTime();
        ask("POST", "/v1/imports", operator, file);
        System.out.printf(Locale.ROOT, "taken after %.1f s%n", seconds(start));
        String token = tokenOf(last);
        while (!ask("GET", "/v1/people/me/signals", token, "").contains("\"PHRASE\"")) {
            Thread.sleep(BETWEEN.toMillis());
        }
        double took = seconds(start);
        System.out.printf(
                Locale.ROOT,
                "looked through after %.1f s: %.0f a second, %.2f ms of the processor each%n",
                took,
                messages / took,
                (double) busy(process).minus(busy).toMillis() / messages);
    }

    private String tokenOf(String handle) throws IOException, InterruptedException {
        String id = found(ID, ask("GET", "/v1/people?handle=" + handle, operator, ""));
        return found(TOKEN, ask("POST", "/v1/people/" + id + "/tokens", operator, ""));
    }

    private static String found(Pattern what, String answer) throws IOException {
        var match = what.matcher(answer);
        if (!match.find()) {
            throw new IOException(answer);
        }
        return match.group(1);
    }

    private String text() {
        return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
                .limit(15)
                .collect(Collectors.joining(" "));
    }

    private static Duration busy(long process) {
        return ProcessHandle.of(process)
                .flatMap(one -> one.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private String ask(String method, String path, String token, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", path.equals("/v1/imports") ? "application/x-ndjson" : "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
