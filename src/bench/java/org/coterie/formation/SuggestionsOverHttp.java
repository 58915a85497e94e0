package org.coterie.formation;

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
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What suggestions and the first screen cost, each of another person, in turns with something that asks nobody. Needs nothing
 * but a running application without limits, which is filled with planted people unless it has been before: {@code java
 * src/bench/java/org/coterie/formation/SuggestionsOverHttp.java http://localhost:8080 operator 100000}.
 */
public final class SuggestionsOverHttp {

    private static final int PEOPLE_A_FILE = 10_000;
    private static final int ASKING = 1_000;
    private static final int ROUNDS_TO_WARM_UP = 2_000;
    private static final int ROUNDS = 3_000;
    private static final int MASS_TAGS = 100;
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    private final Random random = new Random(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String operator;

    private SuggestionsOverHttp(String address, String operator) {
        this.address = address;
        this.operator = operator;
    }

    /**
     * Measures it.
     *
     * @param args the address of the application, the operator's key, and how many people there are to be
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        new SuggestionsOverHttp(args[0], args[1]).measure(Integer.parseInt(args[2]));
    }

    private void measure(int people) throws IOException, InterruptedException {
        if (personCalled(handle(people - 1)).isEmpty()) {
            bring(people);
            follow("/v1/formations", "{\"minSize\": 3, \"maxSize\": 8, \"groupsPerPerson\": 2}");
        }
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < ASKING; i++) {
            String id = personCalled(handle((int) ((long) i * people / ASKING)));
            tokens.add(found("token", ask("POST", "/v1/people/" + id + "/tokens", operator, "")));
        }
        List<String> paths = List.of("/problems/handle-taken", "/v1/people/me/suggestions", "/v1/home");
        List<List<Double>> millis = Stream.generate(() -> (List<Double>) new ArrayList<Double>())
                .limit(paths.size())
                .toList();
        for (int round = -ROUNDS_TO_WARM_UP; round < ROUNDS; round++) {
            String token = tokens.get(Math.floorMod(round, tokens.size()));
            for (int i = 0; i < paths.size(); i++) {
                long begun = System.nanoTime();
                ask("GET", paths.get(i), token, "");
                if (round >= 0) {
                    millis.get(i).add((System.nanoTime() - begun) / 1e6);
                }
            }
        }
        millis.forEach(Collections::sort);
        for (int i = 0; i < paths.size(); i++) {
            System.out.printf(
                    "%-27s p50 %5.2f ms, %4.1f times the no-op; p99 %5.2f ms, %4.1f times%n",
                    paths.get(i),
                    within(.5, millis.get(i)),
                    within(.5, millis.get(i)) / within(.5, millis.get(0)),
                    within(.99, millis.get(i)),
                    within(.99, millis.get(i)) / within(.99, millis.get(0)));
        }
    }

    private static double within(double share, List<Double> sorted) {
        return sorted.get((int) (share * sorted.size()));
    }

    /** As many as are asked for, around a purpose of 3 to 5 rare tags for every four of them, the same each time. */
    private void bring(int people) throws IOException, InterruptedException {
        int niche = 3 * people / 8;
        List<int[]> purposes = Stream.generate(
                        () -> random.ints(3 + random.nextInt(3), 0, niche).toArray())
                .limit(people / 4)
                .toList();
        for (int from = 0; from < people; from += PEOPLE_A_FILE) {
            var lines = new StringBuilder();
            for (int p = from; p < Math.min(people, from + PEOPLE_A_FILE); p++) {
                lines.append("{\"handle\":\"%s\",\"interests\":[\"%s\"],\"languages\":[\"%s\"]}\n"
                        .formatted(
                                handle(p),
                                String.join("\",\"", tags(purposes, niche)),
                                String.join("\",\"", languages())));
            }
            follow("/v1/imports", lines.toString());
            System.out.printf("%d people are here%n", Math.min(people, from + PEOPLE_A_FILE));
        }
    }

    private Set<String> tags(List<int[]> purposes, int niche) {
        Set<String> tags = new TreeSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            for (int tag : purposes.get(random.nextInt(purposes.size()))) {
                if (random.nextDouble() >= 0.15) {
                    tags.add("rare-" + tag);
                }
            }
        }
        tags.add("rare-" + random.nextInt(niche));
        for (int i = 0; i < 5; i++) {
            tags.add("popular-" + (int) Math.pow(MASS_TAGS, random.nextDouble())); // Zipf
        }
        return tags;
    }

    private Set<String> languages() {
        Set<String> languages = new TreeSet<>(Set.of(LANGUAGES.get(random.nextInt(LANGUAGES.size()))));
        if (random.nextDouble() < 0.4) {
            languages.add(LANGUAGES.get(random.nextInt(LANGUAGES.size())));
        }
        return languages;
    }

    private static String handle(int person) {
        return "planted-" + person;
    }

    /** Their id; empty where nobody is called so. */
    private String personCalled(String handle) throws IOException, InterruptedException {
        String found = ask("GET", "/v1/people?handle=" + handle, operator, "");
        return found.contains("\"id\"") ? found("id", found) : "";
    }

    /** Begins long work, and waits for its end. */
    private void follow(String path, String body) throws IOException, InterruptedException {
        String work = ask("POST", path, operator, body);
        String id = found("id", work);
        while (!found("state", work).equals("SUCCEEDED")) {
            Thread.sleep(Duration.ofSeconds(1).toMillis());
            work = ask("GET", path + "/" + id, operator, "");
        }
    }

    private static String found(String name, String body) {
        var matcher = Pattern.compile("\"%s\":\"([^\"]+)\"".formatted(name)).matcher(body);
        if (!matcher.find()) {
            throw new IllegalStateException("no %s in %s".formatted(name, body));
        }
        return matcher.group(1);
    }

    private String ask(String method, String path, String token, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", path.equals("/v1/imports") ? "application/x-ndjson" : "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
