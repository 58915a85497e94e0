package org.coterie.transfer;

import static org.coterie.Door.at;
import static org.coterie.Door.operator;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real people, who come in last: no other test meets them, nor finds what they say near to what it says itself. */
@QuarkusTest
@TestProfile(SharedDataTest.Last.class)
@Tag("http")
class SharedDataTest {

    /** Changes nothing: tests with a profile are run after all others, in the order of the names of their profiles. */
    public static class Last implements QuarkusTestProfile {}

    /** Where the data is, if not in {@code shared/data} beside the project. */
    private static final String SETTING = "coterie.shared-data";

    @ParameterizedTest
    @CsvSource({"young-people-survey, 1010", "nashville-meetup, 13458"})
    void realPeopleComeInWhole(String folder, int people) throws IOException {
        Optional<Path> data = sharedData();
        assumeTrue(
                data.isPresent(), "skipped: there is no ../shared/data here; -D%s says where it is".formatted(SETTING));

        operator()
                .contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(Files.readAllBytes(data.orElseThrow().resolve(folder).resolve("people.ndjson.gz")))
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .body(at("$.state", equalTo("SUCCEEDED")))
                .body(at("$.accepted", equalTo(people)))
                .body(at("$.rejected", equalTo(0)))
                .body(at("$.errors", empty()));
    }

    private static Optional<Path> sharedData() {
        String setting = System.getProperty(SETTING);
        if (setting != null) {
            return Optional.of(Path.of(setting)).filter(Files::isDirectory);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("data"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
