package org.coterie.events;

import static org.coterie.Door.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service on this machine that is told what happens, and answers as it is asked to. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Message> messages = new ConcurrentLinkedQueue<>();
    private volatile Answer answer = Receiver::fine;

    /** What has come. */
    record Message(String path, Map<String, List<String>> headers, String body) {

        JsonNode event() {
            return json(body);
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    /** How it is answered. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            messages.add(new Message(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
            answer.to(exchange);
        });
        server.start();
    }

    static void fine(HttpExchange exchange) throws IOException {
        status(204).to(exchange);
    }

    static Answer status(int status) {
        return exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        };
    }

    Receiver answering(Answer answer) {
        this.answer = answer;
        return this;
    }

    String url() {
        return url("127.0.0.1");
    }

    /** Under a name that leads to this machine for whoever is told so. */
    String url(String host) {
        return "http://%s:%d/hook?a=b".formatted(host, server.getAddress().getPort());
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    /** What has come about this group. */
    List<Message> about(Object groupId) {
        return messages.stream()
                .filter(message -> message.body.contains(String.valueOf(groupId)))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
