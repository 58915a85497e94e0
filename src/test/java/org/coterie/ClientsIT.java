package org.coterie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients made from the document walk the main path, in the very lines that the guides beside it show; so does the README. */
class ClientsIT {

    private static final Path GUIDES = Path.of("openapi");
    private static final Path CLIENTS = Path.of("target", "clients");
    private static final Pattern VERSION = Pattern.compile("OpenAPI Generator\\]\\S+ (\\d+(?:\\.\\d+)+)");
    private static final Pattern REQUESTS = Pattern.compile("```sh\n((?:(?!```)[\\s\\S])*?curl[\\s\\S]*?)```");
    private static final Pattern CALL = Pattern.compile("```sh\nopenapi-generator-cli (.*?)```", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    /** What is not said stays as it was, so that a client may not say it by itself. */
    private static final String SAYING = """
            import org.coterie.client.ApiClient;
            import org.coterie.client.model.*;

            class Saying {
                public static void main(String[] none) throws Exception {
                    for (Object said : new Object[] {
                        new PersonEdit().displayName("Ada"),
                        new NewInterest().tag("Sundials"),
                        new Declaration(),
                        new MatchingPreferences().groupSize(new GroupSize().min(3).max(5)),
                        new WebhookEdit().enabled(true)
                    }) {
                        System.out.println(new ApiClient().getObjectMapper().writeValueAsString(said));
                    }
                }
            }
            """;

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
    void newcomersWithAClientForJavaBecomeAGroupAndSayNothingUnsaid() throws IOException, InterruptedException {
        generate("java");
        Path home = CLIENTS.resolve("java");
        Matcher shown = JAVA.matcher(Files.readString(GUIDES.resolve("java.md")));
        assertThat(shown.find()).isTrue();
        Path newcomers = Files.writeString(
                home.resolve("Newcomers.java"),
                shown.group(1)
                        .replace("http://localhost:8080", coterie.address().toString()));
        Path saying = Files.writeString(home.resolve("Saying.java"), SAYING);

        compile(home.resolve("src/main/java"), List.of(newcomers, saying), home.resolve("classes"));

        assertThat(run("Newcomers", home.resolve("classes"))).matches("You care about .*\nACTIVE\n");
        assertThat(run("Saying", home.resolve("classes")).lines())
                .containsExactly(
                        "{\"displayName\":\"Ada\"}",
                        "{\"tag\":\"Sundials\"}",
                        "{}",
                        "{\"groupSize\":{\"min\":3,\"max\":5}}",
                        "{\"enabled\":true}");
    }

    private static String run(String program, Path classes) throws IOException, InterruptedException {
        Process running = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        classes + File.pathSeparator + System.getProperty("java.class.path"),
                        program)
                .redirectErrorStream(true)
                .start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        return said;
    }

    private static void compile(Path sources, List<Path> programs, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
        programs.forEach(program -> arguments.add(program.toString()));
        try (Stream<Path> client = Files.walk(sources)) {
            client.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        var said = new ByteArrayOutputStream();
        int failed = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        assertThat(failed).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    @Test
    void newcomersWithAClientForTypeScriptBecomeAGroup() throws IOException, InterruptedException {
        generate("typescript");
        NodeChecks.run(
                "typescript-client.mjs",
                GUIDES.resolve("typescript.md").toString(),
                CLIENTS.resolve("typescript").toString(),
                coterie.address().toString());
    }

    @Test
    void whatTheReadmeAsksWorksBesideThatAndTwice() throws IOException, InterruptedException {
        String asked = REQUESTS.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining())
                .replace("localhost:8080", coterie.address().getAuthority());
        for (int time = 1; time <= 2; time++) {
            Process shell = new ProcessBuilder("sh", "-euc", asked)
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as(said).isZero();
            assertThat(said)
                    .contains("You care about ", "\"state\":\"ACTIVE\"", "\"accepted\":3", "\"rejected\":0")
                    .doesNotContain("\"code\":");
            // whoever comes while groups are formed is looked at once they are
            await().until(() -> !isAnyFormationAtWork());
        }
    }

    private static boolean isAnyFormationAtWork() throws IOException, InterruptedException {
        String formations = Door.operator()
                .baseUri(coterie.address().toString())
                .get("/v1/formations")
                .asString();
        return Stream.of("QUEUED", "RUNNING").anyMatch(formations::contains);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ' ',
            value = {
                "dart lib/api/*_api.dart Future<[^(]+>",
                "kotlin src/main/kotlin/**/apis/*Api.kt fun",
                "swift **/APIs/*API.swift func",
            })
    void aClientForAPhoneHasEachOperationOnceAndNoneOfWebhooks(String platform, String files, String before)
            throws IOException, InterruptedException {
        generate(platform);

        Pattern named = Pattern.compile("^ {2,4}(?:\\w+ )*" + before + " (\\w+)\\(", Pattern.MULTILINE);
        List<String> operations = new ArrayList<>();
        Path home = CLIENTS.resolve(platform);
        var isApi = FileSystems.getDefault().getPathMatcher("glob:" + home + "/" + files);
        try (Stream<Path> client = Files.walk(home)) {
            for (Path api : client.filter(isApi::matches).toList()) {
                named.matcher(Files.readString(api))
                        .results()
                        .map(found -> api.getFileName() + " " + found.group(1))
                        .forEach(operations::add);
            }
        }
        assertThat(operations)
                .hasSizeGreaterThan(100)
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.endsWith(" memberJoined"));
    }

    /** By the very call that the guide shows. */
    private static void generate(String platform) throws IOException, InterruptedException {
        String guide = Files.readString(GUIDES.resolve(platform + ".md"));
        Matcher version = VERSION.matcher(guide);
        Matcher call = CALL.matcher(guide);
        assertThat(version.find() && call.find()).as(guide).isTrue();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "target/tools/openapi-generator-cli-" + version.group(1) + ".jar"));
        command.addAll(List.of(call.group(1).replace("\\\n", " ").strip().split("\\s+")));
        Process generator =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(generator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(generator.waitFor()).as(said).isZero();
    }
}
