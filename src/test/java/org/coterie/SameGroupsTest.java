package org.coterie;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.operator;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whole populations, imported and formed through the door, alone in the database: whoever was there goes, and they
 * go afterwards. The groups are written down, so that the run on the other database can compare its own.
 */
@QuarkusTest
@Tag("http")
class SameGroupsTest {

    /** The same for both databases of one build. */
    private static final String RUN =
            System.getProperty("coterie.test.run", "alone").replaceAll("\\W", "-");

    private static final int MIN = 3;
    private static final int MAX = 8;
    private static final int GROUPS_PER_PERSON = 2;

    private static final String DEADLOCK = "40P01";

    private final ObjectMapper json = new ObjectMapper();

    @Inject
    DataSource database;

    /** What earlier tests set going may still be at work; PostgreSQL lets one of two that wait for each other try again. */
    @BeforeEach
    @AfterEach
    void nobodyIsHere() {
        await().atMost(30, SECONDS)
                .ignoreExceptionsMatching(
                        e -> e instanceof SQLException failed && DEADLOCK.equals(failed.getSQLState()))
                .until(() -> {
                    deleteEverybody();
                    return true;
                });
    }

    private void deleteEverybody() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false); // memory is to see all of it or nothing
            // whoever is being given a place comes first, in the order in which everybody holds people
            statement.execute("select id from person order by id for update");
            for (String topic : List.of("PEOPLE", "INTERESTS")) {
                statement.execute(
                        "insert into live_change (topic, ids) select '%s', array_agg(id) from person having count(*) > 0"
                                .formatted(topic));
            }
            statement.execute("delete from membership");
            statement.execute("delete from group_tag");
            statement.execute("delete from peer_group");
            statement.execute("delete from formation");
            statement.execute("delete from interest");
            statement.execute("delete from person");
            statement.execute("delete from synonym");
            statement.execute("delete from tag_label");
            statement.execute("delete from tag_key");
            statement.execute("delete from tag");
            connection.commit();
        }
    }

    @Test
    void fictionalPeopleFormTheSameGroupsOnBothDatabases() throws IOException {
        var random = new Random(4);
        List<String> lines = IntStream.range(0, 400)
                .mapToObj(person -> {
                    int purpose = random.nextInt(60);
                    return """
                            {"handle":"p%d","interests":["craft %d","tool %d","place %d","music","hiking"]}""".formatted(person, purpose, purpose, purpose % 30);
                })
                .collect(Collectors.toCollection(ArrayList::new));

        formsGoodGroups("fictional", lines);
    }

    @Test
    void youngPeopleFormTheSameGroupsOnBothDatabases() throws IOException {
        formsGoodGroups("young-people-survey", real("young-people-survey"));
    }

    @Test
    void peopleOfNashvilleFormTheSameGroupsOnBothDatabases() throws IOException {
        formsGoodGroups("nashville-meetup", real("nashville-meetup"));
    }

    private void formsGoodGroups(String name, List<String> lines) throws IOException {
        // files leak the truth through their order
        Collections.shuffle(lines, new Random(11));
        operator()
                .contentType("application/x-ndjson")
                .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .body(at("$.state", equalTo("SUCCEEDED")))
                .body(at("$.rejected", equalTo(0)));
        String formation = operator()
                .body("{\"minSize\":%d,\"maxSize\":%d,\"groupsPerPerson\":%d,\"seed\":1}"
                        .formatted(MIN, MAX, GROUPS_PER_PERSON))
                .post("/v1/formations")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(120, SECONDS)
                .untilAsserted(() ->
                        operator().get("/v1/formations/" + formation).then().body(at("$.state", equalTo("SUCCEEDED"))));
        List<JsonNode> groups = groupsOf(formation);
        Map<String, Set<String>> interests = interestsOf(lines);

        holdTheirBounds(groups);
        cover(groups, interests);
        stateWhatTheirMembersCarry(groups, interests);
        agreeWithTheOtherDatabase(name, groups);
    }

    private List<JsonNode> groupsOf(String formation) throws IOException {
        String lines = operator()
                .accept("application/x-ndjson")
                .get("/v1/groups?formation=%s&expand=members".formatted(formation))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<JsonNode> groups = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            groups.add(json.readTree(line));
        }
        return groups;
    }

    private static void holdTheirBounds(List<JsonNode> groups) {
        Map<String, Integer> places = new HashMap<>();
        assertThat(groups).isNotEmpty().allSatisfy(group -> {
            assertThat(group.path("members").size()).isBetween(MIN, MAX);
            assertThat(group.path("memberCount").asInt())
                    .isEqualTo(group.path("members").size());
            group.path("members")
                    .forEach(member -> places.merge(member.path("handle").asText(), 1, Integer::sum));
        });
        assertThat(places.values()).allMatch(count -> count <= GROUPS_PER_PERSON);
    }

    private static void cover(List<JsonNode> groups, Map<String, Set<String>> interests) {
        Set<String> placed = new HashSet<>();
        groups.forEach(group -> group.path("members")
                .forEach(member -> placed.add(member.path("handle").asText())));
        List<String> able = interests.entrySet().stream()
                .filter(person -> person.getValue().size() >= 2)
                .map(Map.Entry::getKey)
                .toList();

        assertThat((double) able.stream().filter(placed::contains).count() / able.size())
                .as("share of people with two tags or more who are in a group")
                .isGreaterThanOrEqualTo(0.95);
    }

    private static void stateWhatTheirMembersCarry(List<JsonNode> groups, Map<String, Set<String>> interests) {
        assertThat(groups).allSatisfy(group -> {
            assertThat(group.path("purpose").path("tags").size()).isBetween(1, 5);
            group.path("purpose").path("tags").forEach(tag -> {
                int carriers = 0;
                for (JsonNode member : group.path("members")) {
                    if (interests
                            .getOrDefault(member.path("handle").asText(), Set.of())
                            .contains(tag.asText())) {
                        carriers++;
                    }
                }
                assertThat(carriers / (double) group.path("members").size())
                        .as("share of members of %s who carry %s", group.path("name"), tag)
                        .isGreaterThanOrEqualTo(0.6);
            });
        });
    }

    private static void agreeWithTheOtherDatabase(String name, List<JsonNode> groups) throws IOException {
        Set<String> plain = new TreeSet<>();
        for (JsonNode group : groups) {
            Set<String> members = new TreeSet<>();
            group.path("members")
                    .forEach(member -> members.add(member.path("handle").asText()));
            plain.add(group.path("purpose").path("tags") + " " + members);
        }
        Path kept = Files.createDirectories(Path.of("target", "same-groups", RUN));
        Path mine = kept.resolve(name + (TestDatabase.isPostgres() ? "-postgresql" : "-h2"));
        Path other = kept.resolve(name + (TestDatabase.isPostgres() ? "-h2" : "-postgresql"));
        Path written = Files.createTempFile(kept, name, null);
        Files.write(written, plain);
        Files.move(written, mine, StandardCopyOption.ATOMIC_MOVE);

        // whichever comes second compares
        if (Files.exists(other)) {
            assertThat(plain).containsExactlyElementsOf(Files.readAllLines(other));
        }
    }

    /** What each person holds, as the server folds it. */
    private Map<String, Set<String>> interestsOf(List<String> lines) throws IOException {
        Map<String, Set<String>> interests = new HashMap<>();
        for (String line : lines) {
            JsonNode person = json.readTree(line);
            Set<String> tags = new HashSet<>();
            for (JsonNode interest : person.path("interests")) {
                String written = interest.isTextual()
                        ? interest.asText()
                        : interest.path("tag").asText();
                tags.add(org.coterie.tags.TagName.of(written).name());
            }
            interests.put(person.path("handle").asText(), tags);
        }
        return interests;
    }

    /** Real people, where they are at hand; they are never part of the project. */
    private static List<String> real(String set) throws IOException {
        Path file = Path.of("..", "shared", "data", set, "people.ndjson.gz");
        if (!Files.exists(file)) {
            System.out.printf("Left out: %s is absent%n", file);
            return abort(file + " is absent");
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }
}
