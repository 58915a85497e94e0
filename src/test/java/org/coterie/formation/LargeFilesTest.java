package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says of those who have a place in a group counts at once, however many people it brings beside them. */
@QuarkusTest
@Tag("http")
class LargeFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"tag\":\"%s\",\"visibility\":\"PRIVATE\"}]",
                "[{\"tag\":\"%s\",\"visibility\":\"MATCH_ONLY\"}]",
                "[{\"tag\":\"something-else\"}]",
                "[]"
            })
    void whatALargeFileTakesBackIsNoLongerTold(String interests) {
        String tag = unique("burnout");
        List<Somebody> people = List.of(join("ada"), join("grace"), join("joan"));
        people.forEach(person -> person.caresAbout(tag));
        String group = groupOf(people.get(0));
        people.forEach(person -> accept(person, group));
        var stranger = join("dora");
        accept(stranger, group);
        String because = "$.items[?(@.displayName == 'ada')].because[*]";
        stranger.asks().get("/v1/groups/%s/members".formatted(group)).then().body(at(because, hasSize(1)));

        send(says(people.get(0), "\"interests\":" + interests.formatted(tag)));

        stranger.asks().get("/v1/groups/%s/members".formatted(group)).then().body(at(because, empty()));
    }

    @Test
    void whatALargeFileKeepsForMatchingOnlyNamesNoProposal() {
        String tag = unique("grief");
        List<Somebody> people = List.of(join("ada"), join("grace"), join("joan"));
        people.forEach(person -> person.caresAbout(tag));
        String group = groupOf(people.get(0));
        var stranger = join("dora");
        assertThat(stranger.asks().get("/v1/groups/" + group).asString()).contains(tag);

        send(people.stream()
                .map(person ->
                        says(person, "\"interests\":[{\"tag\":\"%s\",\"visibility\":\"MATCH_ONLY\"}]".formatted(tag)))
                .toArray(String[]::new));

        assertThat(stranger.asks().get("/v1/groups/" + group).asString()).doesNotContain(tag);
        stranger.asks().get("/v1/groups?tag=" + tag).then().body(at("$.items", empty()));
        people.get(1).asks().get("/v1/groups/" + group).then().body(at("$.purpose.tags[0]", equalTo(tag)));
    }

    @Test
    void whoSuitsTheOthersNoMoreByALargeFileIsInvitedNoLonger() {
        String tag = unique("lute");
        List<Somebody> people = List.of(join("ada"), join("grace"), join("joan"));
        people.forEach(person -> person.caresAbout(tag));

        send(says(people.get(0), "\"languages\":[\"fr\"]"));

        expectInvitations(people.get(0), 0);
        expectInvitations(people.get(1), 1);
        expectInvitations(people.get(2), 1);
    }

    @Test
    void whereALargeFileTakesBackTheOnlyOfferWhoSeeksIsInvitedNoLonger() {
        String tag = unique("millstone");
        List<Somebody> people = List.of(join("ada"), join("grace"), join("joan"));
        Guest.says(people.get(0), "OFFER", tag);
        Guest.says(people.get(1), "SEEK", tag);
        Guest.says(people.get(2), "SEEK", tag);
        expectInvitations(people.get(1), 1);

        send(says(people.get(0), "\"interests\":[]"));

        expectInvitations(people.get(1), 0);
        expectInvitations(people.get(2), 0);
    }

    private static String groupOf(Somebody person) {
        String group = json(person.asks().get("/v1/people/me/groups").asString())
                .at("/items/0/group/id")
                .asText();
        assertThat(group).isNotEmpty();
        return group;
    }

    private static void accept(Somebody person, String group) {
        person.asks().put("/v1/groups/%s/members/me".formatted(group)).then().statusCode(200);
    }

    private static void expectInvitations(Somebody person, int many) {
        person.asks().get("/v1/people/me/groups").then().body(at("$.items", hasSize(many)));
    }

    private static String says(Somebody person, String more) {
        return "{\"handle\":\"%s\",%s}".formatted(person.handle(), more);
    }

    /** Sends a hundred people of whom nothing is said, and these lines after them. */
    private static void send(String... lines) {
        String bystander = unique("bystander");
        operator()
                .contentType("application/x-ndjson")
                .body(Stream.concat(
                                IntStream.range(0, 100).mapToObj(i -> "{\"handle\":\"%s-%d\"}".formatted(bystander, i)),
                                Stream.of(lines))
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .body(at("$.accepted", equalTo(100 + lines.length)));
    }
}
