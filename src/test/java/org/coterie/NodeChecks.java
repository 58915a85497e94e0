package org.coterie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks that need Node. They join in where Node and what {@code npm ci} installs are present and say so where not; on
 * a build server ({@code CI=true}) their absence is a failure.
 */
final class NodeChecks {

    private static final Path HOME = Path.of("src", "test", "node");

    private NodeChecks() {}

    /** Runs a script of ours and expects it to succeed. */
    static void run(String script, String... arguments) throws IOException, InterruptedException {
        if (!Files.isDirectory(HOME.resolve("node_modules"))) {
            absent("what it needs is not installed: npm ci --prefix src/test/node");
        }
        String node = onPath("node").map(Path::toString).orElseGet(() -> absent("there is no node on the PATH"));
        List<String> command =
                new ArrayList<>(List.of(node, HOME.resolve(script).toString()));
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // tells nobody outside that it ran
        builder.environment().put("OPTIC_TELEMETRY_LEVEL", "off");
        // on a build server it would leave a report behind
        builder.environment().remove("CI");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        System.out.print(said);
    }

    /** Debian's name first, then what others call it. */
    static String chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> onPath(name).stream())
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> absent("there is no Chromium on the PATH"));
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(String.valueOf(System.getenv("PATH")).split(java.io.File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String absent(String why) {
        if ("true".equals(System.getenv("CI"))) {
            return fail(why);
        }
        System.out.println("Left out: " + why);
        return abort(why);
    }
}
