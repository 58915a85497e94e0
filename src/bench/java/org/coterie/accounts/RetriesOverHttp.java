package org.coterie.accounts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What an {@code Idempotency-Key} costs: the same requests with one and without, in turns. Needs nothing but a running
 * application without limits: {@code java src/bench/java/org/coterie/accounts/RetriesOverHttp.java http://localhost:8080 1000}.
 */
public final class RetriesOverHttp {

    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    private RetriesOverHttp(String address) {
        this.address = address;
    }

    /**
     * Measures it.
     *
     * @param args the address of the application, and how many requests of each kind are measured
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        new RetriesOverHttp(args[0]).measure(Integer.parseInt(args[1]));
    }

    private void measure(int requests) throws IOException, InterruptedException {
        Supplier<String> applicant = () -> "{\"handle\": \"p%s\"}".formatted(UUID.randomUUID());
        var token = TOKEN.matcher(post("/v1/people", "", "", applicant.get()));
        if (!token.find()) {
            throw new IOException("nobody was let in");
        }
        compare("a person joins", "/v1/people", "", applicant, requests);
        compare(
                "a message",
                "/v1/people/me/signals",
                token.group(1),
                () -> "{\"text\": \"Our street needs safe bike lanes #cycling\"}",
                requests);
        compare(
                "a group",
                "/v1/groups",
                token.group(1),
                () -> "{\"name\": \"Menders\", \"purpose\": {\"statement\": \"Mending.\", \"tags\": [\"soldering\"]}}",
                requests);
    }

    private void compare(String what, String path, String token, Supplier<String> body, int requests)
            throws IOException, InterruptedException {
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int i = -requests / 4; i < requests; i++) {
            double first = millis(path, token, i % 2 == 0, body.get());
            double second = millis(path, token, i % 2 != 0, body.get());
            if (i >= 0) {
                with.add(i % 2 == 0 ? first : second);
                without.add(i % 2 == 0 ? second : first);
            }
        }
        Collections.sort(without);
        Collections.sort(with);
        double p50 = without.get(requests / 2);
        double keyed = with.get(requests / 2);
        System.out.printf("%s: p50 %.1f ms, with a key %.1f ms, %.2f times as long%n", what, p50, keyed, keyed / p50);
    }

    private double millis(String path, String token, boolean keyed, String body)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        post(path, token, keyed ? UUID.randomUUID().toString() : "", body);
        return (System.nanoTime() - begun) / 1e6;
    }

    private String post(String path, String token, String key, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
