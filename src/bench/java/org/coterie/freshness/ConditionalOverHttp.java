package org.coterie.freshness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What an answer costs that need not be sent again: requests with {@code If-None-Match}, without it, and of something that
 * asks no database, in turns, each time in another order. Needs nothing but a running application without limits: {@code java
 * src/bench/java/org/coterie/freshness/ConditionalOverHttp.java http://localhost:8080 2000}.
 */
public final class ConditionalOverHttp {

    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");

    private static final String NO_OP = "no-op";

    private static final List<String> INTERESTS = List.of("sundials", "sourdough", "beekeeping", "linocut", "rye");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    private ConditionalOverHttp(String address) {
        this.address = address;
    }

    /**
     * Measures it.
     *
     * @param args the address of the application, and how many requests of each kind are measured
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        new ConditionalOverHttp(args[0]).measure(Integer.parseInt(args[1]));
    }

    private void measure(int requests) throws IOException, InterruptedException {
        String writer = join();
        String newcomer = join();
        String member = join();
        String group = begin(member);
        Map<String, HttpRequest> kinds = new LinkedHashMap<>();
        kinds.put(NO_OP, get("/problems/handle-taken", newcomer, ""));
        add(kinds, "/problems/handle-taken", newcomer, "");
        for (String path : List.of("/v1/people/me", "/v1/people/me/interests", "/v1/home")) {
            add(kinds, path, newcomer, "");
        }
        for (String path : List.of(
                "/v1/people/me",
                "/v1/people/me/interests",
                "/v1/tags/" + INTERESTS.get(0),
                "/v1/tags/" + INTERESTS.get(0) + "/near",
                "/v1/tags?prefix=s",
                "/v1/groups/" + group,
                "/v1/groups/" + group + "/members",
                "/v1/groups",
                "/v1/events",
                "/v1/synonyms",
                "/v1/people/me/groups",
                "/v1/people/me/suggestions",
                "/v1/home")) {
            add(kinds, path, member, ", member");
        }
        compare(kinds, requests, "");
        kinds.keySet().retainAll(List.of(NO_OP, "/v1/people/me/groups, member 304", "/v1/home, member 304"));
        System.out.println("each after somebody else has changed what none of these answers says:");
        compare(kinds, requests, writer);
    }

    /** In turns, each time in another order, so that none always follows what makes it slow; where there is a writer, each after a write. */
    private void compare(Map<String, HttpRequest> kinds, int requests, String writer)
            throws IOException, InterruptedException {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        var order = new ArrayList<>(kinds.entrySet());
        var random = new Random(1);
        for (int i = -requests / 2; i < requests; i++) {
            Collections.shuffle(order, random);
            for (var kind : order) {
                if (!writer.isEmpty()) {
                    send("PATCH", "/v1/people/me", writer, "{\"displayName\": \"%s\"}".formatted(UUID.randomUUID()));
                }
                long begun = System.nanoTime();
                HttpResponse<String> answer = client.send(kind.getValue(), BodyHandlers.ofString());
                double took = (System.nanoTime() - begun) / 1e6;
                if (answer.statusCode() != (kind.getKey().contains(" 304") ? 304 : 200)) {
                    throw new IOException(kind.getKey() + ": " + answer.statusCode() + " " + answer.body());
                }
                if (i >= 0) {
                    millis.computeIfAbsent(kind.getKey(), none -> new ArrayList<>())
                            .add(took);
                }
            }
        }
        double base = median(millis.getOrDefault(NO_OP, List.of()));
        for (String kind : kinds.keySet()) {
            double p50 = median(millis.getOrDefault(kind, List.of()));
            System.out.printf("%-45s p50 %.2f ms, %.2f times the no-op%n", kind, p50, p50 / base);
        }
    }

    private void add(Map<String, HttpRequest> kinds, String path, String token, String who)
            throws IOException, InterruptedException {
        HttpRequest plain = get(path, token, "");
        String tag = client.send(plain, BodyHandlers.ofString())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        String kind = path.replaceAll("[0-9a-f-]{36}", "{id}") + who;
        kinds.put(kind + " 200", plain);
        kinds.put(kind + " 304", get(path, token, tag));
    }

    /** Somebody says what they care about, and begins a group. */
    private String begin(String token) throws IOException, InterruptedException {
        for (String tag : INTERESTS) {
            send("PUT", "/v1/people/me/interests/" + tag, token, "{}");
        }
        String begun = send("POST", "/v1/groups", token, """
                {"name": "Sundials", "minSize": 3, "maxSize": 8, "purpose": {"statement": "Bread and shade", "tags": ["%s", "%s"]}}
                """.formatted(INTERESTS.get(0), INTERESTS.get(1)));
        return found(ID, begun);
    }

    private String send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private static String found(Pattern wanted, String body) throws IOException {
        var match = wanted.matcher(body);
        if (!match.find()) {
            throw new IOException(body);
        }
        return match.group(1);
    }

    private static double median(List<Double> millis) {
        Collections.sort(millis);
        return millis.get(millis.size() / 2);
    }

    private String join() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/v1/people"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"handle\": \"p%s\"}".formatted(UUID.randomUUID())))
                .build();
        return found(TOKEN, client.send(request, BodyHandlers.ofString()).body());
    }

    private HttpRequest get(String path, String token, String tag) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
        return tag.isEmpty()
                ? request.build()
                : request.header("If-None-Match", tag).build();
    }
}
