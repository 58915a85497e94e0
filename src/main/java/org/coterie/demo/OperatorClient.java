package org.coterie.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Speaks to this very server as its operator, through the same door as everybody. */
final class OperatorClient {

    private static final String EVENT = "data:";
    private static final int CONFLICT = 409;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json;
    private final URI server;
    private final String key;

    OperatorClient(ObjectMapper json, URI server, String key) {
        this.json = json;
        this.server = server;
        this.key = key;
    }

    JsonNode get(String path) {
        return ask(path, "application/json", "GET", BodyPublishers.noBody());
    }

    JsonNode post(String path, String type, BodyPublisher body) {
        return ask(path, type, "POST", body);
    }

    /** A further token for somebody; none where they have as many as anybody may. */
    Optional<String> tokenFor(String personId) {
        HttpResponse<String> answer = exchange(
                request("/v1/people/" + personId + "/tokens")
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        return answer.statusCode() == CONFLICT
                ? Optional.empty()
                : Optional.of(read(good(answer)).path("token").asText());
    }

    /** Server-sent events, each as it comes, until the server ends the stream. */
    void follow(String path, Consumer<JsonNode> listener) {
        try (Stream<String> lines =
                send(request(path).header("Accept", "text/event-stream").GET().build(), BodyHandlers.ofLines())) {
            lines.filter(line -> line.startsWith(EVENT))
                    .forEach(line -> listener.accept(read(line.substring(EVENT.length()))));
        }
    }

    private JsonNode ask(String path, String type, String method, BodyPublisher body) {
        return read(send(
                request(path).header("Content-Type", type).method(method, body).build(), BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + key);
    }

    private <T> T send(HttpRequest request, BodyHandler<T> handler) {
        return good(exchange(request, handler));
    }

    private static <T> T good(HttpResponse<T> answer) {
        if (answer.statusCode() >= 300) {
            HttpRequest request = answer.request();
            throw new IllegalStateException(
                    "%s %s answered %d".formatted(request.method(), request.uri(), answer.statusCode()));
        }
        return answer.body();
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
