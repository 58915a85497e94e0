package org.coterie;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application as an operator runs it: the package, in a process of its own, which can be killed. */
final class Packaged implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");

    /** No test stays long enough for thorough compilation to pay. */
    private static final List<String> QUICKLY = List.of("-XX:TieredStopAtLevel=1");

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final Process process;
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    private Packaged(Process process) {
        this.process = process;
        var reader = new Thread(this::read, "packaged-log");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts on a free port and waits until it listens.
     *
     * @param jvm options of the virtual machine; where there are none, it compiles quickly
     */
    static Packaged start(Path data, Map<String, String> environment, String... jvm) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm.length == 0 ? QUICKLY : List.of(jvm));
        command.addAll(List.of("-jar", JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("COTERIE_DATA_DIR", data.toString());
        builder.environment().put("COTERIE_OPERATOR_KEY", Door.OPERATOR);
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().putAll(environment);
        return new Packaged(builder.start());
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    address.complete(URI.create("http://localhost:" + listening.group(1)));
                }
            }
        } catch (IOException e) {
            log.add(e.toString());
        }
        address.completeExceptionally(new IOException("ended before it listened"));
    }

    URI address() throws InterruptedException {
        try {
            return address.get(90, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("did not start:\n" + log(), e);
        }
    }

    /** What it has printed so far. */
    String log() {
        return String.join("\n", log);
    }

    /** Whether it has ended by itself within so many seconds, and said that it failed. */
    boolean failsWithin(int seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() != 0;
    }

    /** kill -9: no goodbye, no flush. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
