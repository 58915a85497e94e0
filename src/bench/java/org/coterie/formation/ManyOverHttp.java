package org.coterie.formation;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What it takes that many people arrive in one file, that groups form among all of them, that all are told, and that all are
 * in memory again after {@code kill -9}: seconds, processor time of the process, what lies on the disk, and the heap in use
 * after a collection. It starts the package itself, on data of its own or on the database that the environment names:
 * {@code java src/bench/java/org/coterie/formation/ManyOverHttp.java target/bench/people-100000.ndjson.gz -Xmx6g}, after
 * {@code mvn package} and {@code mvn -Pbench -Dmeasure=PlantedLines -Dpeople=100000}.
 */
public final class ManyOverHttp {

    private static final String PORT = "18080";
    private static final String OPERATOR = "operator";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern STATE = Pattern.compile("\"state\":\"([A-Z]+)\"");
    private static final Pattern PROGRESS = Pattern.compile("\"progress\":([0-9.E-]+)");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final double LOADED = 0.2;
    private static final double MATCHED = 0.7;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path data;
    private final List<String> options;
    private Process process;

    private ManyOverHttp(Path data, List<String> options) throws IOException {
        this.data = data;
        this.options = options;
        this.process = launch();
    }

    /**
     * Measures it.
     *
     * @param args the file of people, and options for the virtual machine of the package
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(Path.of("target"), "many");
        new ManyOverHttp(data, List.of(args).subList(1, args.length)).measure(Path.of(args[0]));
    }

    private void measure(Path people) throws IOException, InterruptedException {
        try {
            step("start without anybody", this::awaitReady);
            long empty = heap();
            step(
                    "import",
                    () -> send("POST", "/v1/imports", BodyPublishers.ofFile(people), "Content-Encoding", "gzip"));
            form();
            step("told to all", this::awaitCalm);
            long full = heap();
            process.destroyForcibly().waitFor();
            process = launch();
            step("start with everybody", this::awaitReady);
            long again = heap();
            System.out.printf("heap MB: empty %d, before the kill %d, after the start %d%n", empty, full, again);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Something that takes a while. */
    @FunctionalInterface
    private interface Step {

        void run() throws IOException, InterruptedException;
    }

    private void step(String what, Step step) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        double before = what.startsWith("start") ? 0 : processorSeconds();
        step.run();
        tell(what, begin, before);
    }

    private void tell(String what, long begin, double before) throws IOException {
        System.out.printf(
                "%s: %.1f s, of the processor %.1f s; %d MB on the disk%n",
                what, (System.nanoTime() - begin) / 1e9, processorSeconds() - before, disk() >> 20);
    }

    private void form() throws IOException, InterruptedException {
        String begun = send("POST", "/v1/formations", BodyPublishers.ofString("{\"maxSize\":8}"));
        String path = "/v1/formations/" + found(ID, begun);
        step("formation: load", () -> await(path, LOADED));
        step("formation: match", () -> await(path, MATCHED));
        step("formation: store", () -> await(path, 1));
        System.out.println(send("GET", path, BodyPublishers.noBody()));
    }

    private void await(String path, double progress) throws IOException, InterruptedException {
        String formation = send("GET", path, BodyPublishers.noBody());
        while (Double.parseDouble(found(PROGRESS, formation)) < progress
                && List.of("QUEUED", "RUNNING").contains(found(STATE, formation))) {
            Thread.sleep(100);
            formation = send("GET", path, BodyPublishers.noBody());
        }
    }

    /** Until it has done hardly anything for five seconds. */
    private void awaitCalm() throws InterruptedException {
        double before;
        do {
            before = processorSeconds();
            Thread.sleep(5_000);
        } while (processorSeconds() - before > 0.5);
    }

    private void awaitReady() throws IOException, InterruptedException {
        while (true) {
            if (!process.isAlive()) {
                throw new IOException("The package has stopped; see " + log());
            }
            try {
                if (ask("GET", "/q/health/ready", BodyPublishers.noBody()).statusCode() == 200) {
                    return;
                }
            } catch (ConnectException e) {
                Thread.sleep(50); // it does not listen yet
            }
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(options);
        command.addAll(List.of("-jar", System.getProperty("package", "target/quarkus-app/quarkus-run.jar")));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("COTERIE_DATA_DIR", data.toString());
        builder.environment().put("COTERIE_OPERATOR_KEY", OPERATOR);
        builder.environment().put("COTERIE_LIMITS", "off");
        builder.environment().put("COTERIE_MEANING", "off");
        builder.environment().put("COTERIE_VOCABULARY_ENABLED", "false");
        builder.environment().put("QUARKUS_HTTP_PORT", PORT);
        return builder.start();
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    private long disk() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Megabytes in use after a collection. */
    private long heap() throws IOException, InterruptedException {
        diagnose("GC.run");
        return Long.parseLong(found(USED, diagnose("GC.heap_info"))) >> 10;
    }

    private String diagnose(String command) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder("jcmd", Long.toString(process.pid()), command).start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return answer;
    }

    private static String found(Pattern what, String text) {
        Matcher matcher = what.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(text);
        }
        return matcher.group(1);
    }

    private String send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(method, path, body, headers);
        if (answer.statusCode() >= 400) {
            throw new IOException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private HttpResponse<String> ask(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
                .header("Authorization", "Bearer " + OPERATOR)
                .header("Content-Type", path.equals("/v1/imports") ? "application/x-ndjson" : "application/json")
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
