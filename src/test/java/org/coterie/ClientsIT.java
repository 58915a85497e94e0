package org.coterie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients made from the document walk the main path, in the very lines that the guides beside it show. */
class ClientsIT {

    private static final Path GUIDES = Path.of("openapi");
    private static final Path CLIENTS = Path.of("target", "clients");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    static Path data;

    private static Packaged coterie;

    @BeforeAll
    static void coterieIsThere() throws IOException {
        coterie = Packaged.start(data, Map.of());
    }

    @AfterAll
    static void coterieGoes() {
        coterie.close();
    }

    @Test
    void newcomersWithAClientForJavaBecomeAGroup() throws IOException, InterruptedException {
        Path home = CLIENTS.resolve("java");
        Matcher shown = JAVA.matcher(Files.readString(GUIDES.resolve("java.md")));
        assertThat(shown.find()).isTrue();
        Path program = Files.writeString(
                home.resolve("Newcomers.java"),
                shown.group(1)
                        .replace("http://localhost:8080", coterie.address().toString()));
        String classpath = home.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path");

        compile(home.resolve("src/main/java"), program, home.resolve("classes"));

        Process newcomers = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        classpath,
                        "Newcomers")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(newcomers.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .matches("You care about .*\nACTIVE\n");
        assertThat(newcomers.waitFor()).isZero();
    }

    private static void compile(Path sources, Path program, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none", program.toString()));
        try (Stream<Path> client = Files.walk(sources)) {
            client.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        var said = new ByteArrayOutputStream();
        int failed = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        assertThat(failed).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    @Test
    void newcomersWithAClientForTypeScriptBecomeAGroup() throws IOException, InterruptedException {
        NodeChecks.run(
                "typescript-client.mjs",
                GUIDES.resolve("typescript.md").toString(),
                CLIENTS.resolve("typescript").toString(),
                coterie.address().toString());
    }
}
