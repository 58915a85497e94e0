package org.coterie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills an empty installation with fictional people, lets their groups form, and shows a few of them. */
@ApplicationScoped
class Demo {

    private static final int SHOWN = 4;

    private final DemoConfig config;
    private final ObjectMapper json;
    private final String operatorKey;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    Demo(
            DemoConfig config,
            ObjectMapper json,
            @ConfigProperty(name = "coterie.operator-key", defaultValue = "operator") String operatorKey) {
        this.config = config;
        this.json = json;
        this.operatorKey = operatorKey;
    }

    void begin(@ObservesAsync HttpServerStart started) {
        if (!config.enabled()) {
            return;
        }
        var server = URI.create("http://localhost:" + started.options().getPort());
        var coterie = new OperatorClient(json, server, operatorKey);
        out.println();
        if (coterie.get("/v1/groups?limit=1").path("items").isEmpty()) {
            moveIn(coterie);
            form(coterie);
        }
        show(coterie, server);
    }

    private void moveIn(OperatorClient coterie) {
        say("%d fictional people move in …", config.people());
        Instant begun = Instant.now();
        String lines =
                DemoPopulation.lines(json, config.seed(), config.people()).collect(Collectors.joining("\n"));
        JsonNode done = coterie.post("/v1/imports", "application/x-ndjson", BodyPublishers.ofString(lines));
        say("  %d did, after %s", done.path("accepted").asInt(), since(begun));
    }

    private void form(OperatorClient coterie) {
        say("groups form …");
        JsonNode formation = coterie.post("/v1/formations", "application/json", BodyPublishers.ofString("{}"));
        String path = "/v1/formations/" + formation.path("id").asText();
        var told = new AtomicInteger();
        coterie.follow(path + "/events", event -> {
            int percent = (int) (100 * event.path("progress").asDouble());
            if (percent >= told.get() + 10) {
                say("  %d %%", percent);
                told.set(percent);
            }
        });
        formation = coterie.get(path);
        if (!formation.path("state").asText().equals("SUCCEEDED")) {
            throw new IllegalStateException("the formation ended as " + formation);
        }
        JsonNode millis = formation.path("millis");
        say(
                "  %d of %d people are invited to %d groups (%d ms to load, %d to match, %d to store)",
                formation.path("placed").asInt(),
                formation.path("people").asInt(),
                formation.path("groups").asInt(),
                millis.path("load").asInt(),
                millis.path("match").asInt(),
                millis.path("store").asInt());
    }

    private void show(OperatorClient coterie, URI server) {
        List<JsonNode> groups = aFew(coterie);
        Set<String> fictional = DemoPopulation.handles(json, config.seed(), config.people());
        List<JsonNode> guests = new ArrayList<>();
        for (JsonNode group : groups) {
            out.println();
            say("%s", group.path("name").asText());
            say("  %s", group.path("purpose").path("statement").asText());
            JsonNode members = coterie.get("/v1/groups/" + group.path("id").asText() + "/members")
                    .path("items");
            for (JsonNode member : members) {
                say("  %.2f  %s", member.path("affinity").asDouble(), reasonOf(member));
                // whoever signed up themselves keeps their account to themselves
                if (fictional.contains(member.path("handle").asText())) {
                    guests.add(member);
                }
            }
        }
        out.println();
        say("Swagger UI       %s/q/swagger-ui", server);
        inviteAsOne(guests, coterie, server);
        say("The operator's key %s", operatorKey);
        say("Ctrl-C ends it; the people stay, and start again with the same command.");
        out.println();
    }

    /** Each start makes a token: who has as many as anybody may is passed by. */
    private void inviteAsOne(List<JsonNode> guests, OperatorClient coterie, URI server) {
        for (JsonNode guest : guests) {
            Optional<String> token = coterie.tokenFor(guest.path("personId").asText());
            if (token.isPresent()) {
                say("A token to try   %s", token.get());
                say(
                        "                 it makes you %s, who has an invitation:",
                        guest.path("displayName").asText());
                say(
                        "                 curl -H 'Authorization: Bearer %s' %s/v1/people/me/suggestions",
                        token.get(), server);
                return;
            }
        }
    }

    /** Groups with different purposes, the tightest first. */
    private static List<JsonNode> aFew(OperatorClient coterie) {
        List<JsonNode> all = StreamSupport.stream(
                        coterie.get("/v1/groups?limit=100").path("items").spliterator(), false)
                .sorted((a, b) -> Double.compare(
                        b.path("cohesion").asDouble(), a.path("cohesion").asDouble()))
                .toList();
        List<JsonNode> few = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (JsonNode group : all) {
            JsonNode tags = group.path("purpose").path("tags");
            if (few.size() < SHOWN && tags.size() > 1 && shown.add(tags.get(0).asText())) {
                few.add(group);
            }
        }
        return few;
    }

    private static String reasonOf(JsonNode member) {
        String sentence = member.path("sentence").asText();
        return sentence.isEmpty() ? member.path("displayName").asText() : sentence;
    }

    private static String since(Instant begun) {
        return String.format(
                Locale.ROOT, "%.1f s", Duration.between(begun, Instant.now()).toMillis() / 1000.0);
    }

    private void say(String line, Object... values) {
        out.println("  " + String.format(Locale.ROOT, line, values));
    }
}
