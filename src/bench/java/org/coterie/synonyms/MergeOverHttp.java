package org.coterie.synonyms;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How long it takes until two tags of many holders each are one, and are two again, and how long others wait for their answers
 * meanwhile; one holder in five holds both. Needs nothing but a running application:
 * {@code java src/bench/java/org/coterie/synonyms/MergeOverHttp.java http://localhost:8080 operator 10000}.
 */
public final class MergeOverHttp {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern STATE = Pattern.compile("\"state\":\"([A-Z]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final int OTHER_TAGS = 2_000;
    private static final int PEOPLE_A_FILE = 10_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String operator;
    private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);

    private MergeOverHttp(String address, String operator) {
        this.address = address;
        this.operator = operator;
    }

    /**
     * Measures it.
     *
     * @param args the address of the application, the operator's key, and how many hold each tag
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        new MergeOverHttp(args[0], args[1]).measure(Integer.parseInt(args[2]));
    }

    private void measure(int holders) throws IOException, InterruptedException {
        int people = 2 * holders - holders / 5;
        for (int from = 0; from < people; from += PEOPLE_A_FILE) {
            bring(from, Math.min(people, from + PEOPLE_A_FILE), holders);
        }
        String joined =
                ask("POST", "/v1/people", "", "{\"handle\": \"watch%s\", \"languages\": [\"tlh\"]}".formatted(run));
        String token = found(TOKEN, joined);
        answers("before", token, () -> false, 300);
        String begun = ask(
                "POST", "/v1/synonyms", operator, "{\"tag\": \"one%s\", \"sameAs\": \"other%s\"}".formatted(run, run));
        String path = "/v1/synonyms/" + found(ID, begun);
        follow("one", path, token, "MERGED");
        ask("DELETE", path, operator, "");
        follow("two again", path, token, "UNDONE");
    }

    private void bring(int from, int to, int holders) throws IOException, InterruptedException {
        var lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            List<String> tags = new ArrayList<>();
            if (i < holders) {
                tags.add("one" + run);
            }
            if (i >= holders - holders / 5) {
                tags.add("other" + run);
            }
            for (int t = 0; t < 5; t++) {
                tags.add("tag" + (i * 31 + t * 977) % OTHER_TAGS);
            }
            lines.append("{\"handle\":\"h%s-%d\",\"interests\":[\"%s\"],\"languages\":[\"en\"]}\n"
                    .formatted(run, i, String.join("\",\"", tags)));
        }
        ask("POST", "/v1/imports", operator, lines.toString());
    }

    private void follow(String what, String path, String token, String end) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        answers(
                "while they become " + what,
                token,
                () -> found(STATE, ask("GET", path, operator, "")).equals(end),
                Integer.MAX_VALUE);
        System.out.printf("they are %s after %.1f s%n", what, (System.nanoTime() - begin) / 1e9);
    }

    /** Something that is over at some time. */
    @FunctionalInterface
    private interface Over {

        boolean isOver() throws IOException, InterruptedException;
    }

    /** Reads and writes one after the other, as one person does who hurries. */
    private void answers(String when, String token, Over over, int most) throws IOException, InterruptedException {
        List<Long> reading = new ArrayList<>();
        List<Long> writing = new ArrayList<>();
        while (reading.size() < most && !over.isOver()) {
            long begin = System.nanoTime();
            ask("GET", "/v1/people/me/suggestions", token, "");
            long read = System.nanoTime();
            ask("PUT", "/v1/people/me/interests/one" + run, token, "{}");
            writing.add(System.nanoTime() - read);
            reading.add(read - begin);
        }
        tell(when + ", suggestions", reading);
        tell(when + ", an interest said", writing);
    }

    private static void tell(String what, List<Long> nanos) {
        Collections.sort(nanos);
        System.out.printf(
                "%s: %d times, half within %.1f ms, 99 of 100 within %.1f ms, the longest %.1f ms%n",
                what,
                nanos.size(),
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 99 / 100) / 1e6,
                nanos.get(nanos.size() - 1) / 1e6);
    }

    private static String found(Pattern what, String body) {
        var matcher = what.matcher(body);
        if (!matcher.find()) {
            throw new IllegalStateException(body);
        }
        return matcher.group(1);
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
