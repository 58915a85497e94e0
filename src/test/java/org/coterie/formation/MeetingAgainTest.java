package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Not the same people again; and where it cannot be helped, those are told whom it concerns. */
@QuarkusTest
@Tag("http")
class MeetingAgainTest {

    private final String craft = unique("craft");
    private final String tool = unique("tool");

    /** A formation that was asked for so, when it has ended well. */
    static JsonNode form(String body) {
        String path = "/v1/formations/"
                + json(operator().body(body).post("/v1/formations").asString())
                        .path("id")
                        .asText();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !Set.of("QUEUED", "RUNNING")
                        .contains(json(operator().get(path).asString())
                                .path("state")
                                .asText()));
        JsonNode formation = json(operator().get(path).asString());
        assertThat(formation.path("state").asText()).as(formation.toString()).isEqualTo("SUCCEEDED");
        return formation;
    }

    private static JsonNode newCompany() {
        return form("{\"minSize\": 2, \"maxSize\": 2, \"groupsPerPerson\": 1, \"newCompany\": true}");
    }

    private List<Somebody> people(int howMany) {
        List<Somebody> people = new ArrayList<>();
        IntStream.range(0, howMany).forEach(i -> people.add(join("maker")));
        people.forEach(person -> person.caresAbout(craft, tool));
        return people;
    }

    /** The one group somebody is in. */
    private static JsonNode mine(Somebody person) {
        JsonNode mine =
                json(person.asks().get("/v1/people/me/groups").asString()).path("items");
        assertThat(mine).hasSize(1);
        return mine.get(0);
    }

    private static JsonNode members(Somebody reader) {
        return json(reader.asks().get(path(reader)).asString()).path("items");
    }

    private static String path(Somebody person) {
        return "/v1/groups/" + mine(person).path("group").path("id").asText() + "/members";
    }

    private static Set<String> company(Somebody person) {
        return StreamSupport.stream(members(person).spliterator(), false)
                .map(member -> member.path("personId").asText())
                .collect(Collectors.toSet());
    }

    /** Everybody says yes, and leaves in the end; gives who was with whom, of which nothing was said to anybody. */
    private static Set<Set<String>> meet(List<Somebody> people) {
        Set<Set<String>> pairs = new HashSet<>();
        Map<Somebody, String> places = new HashMap<>();
        for (Somebody person : people) {
            JsonNode mine = mine(person);
            assertThat(mine.has("loosened")).isFalse();
            String path = "/v1/groups/" + mine.path("group").path("id").asText() + "/members";
            places.put(person, path + "/me");
            json(person.asks().get(path).asString()).path("items").forEach(member -> {
                if (!member.path("personId").asText().equals(person.id())) {
                    pairs.add(Set.of(person.id(), member.path("personId").asText()));
                }
            });
        }
        places.forEach((person, place) -> person.asks().put(place).then().statusCode(200));
        places.forEach((person, place) -> person.asks().delete(place).then().statusCode(204));
        return pairs;
    }

    @Test
    void whoHaveMetAndAreInAGroupStillAreKeptApartToo() {
        List<Somebody> people = people(4);
        newCompany();
        people.forEach(person -> person.asks().put(path(person) + "/me").then().statusCode(200));
        Set<Set<String>> met = people.stream().map(MeetingAgainTest::company).collect(Collectors.toSet());
        assertThat(met).hasSize(2);
        String other = unique("other");
        people.forEach(person -> person.caresAbout(craft, tool, other));
        // who is in no group, and needs two of them for one
        Somebody late = join("late");
        late.caresAbout(other);

        form("{\"minSize\": 3, \"maxSize\": 3, \"groupsPerPerson\": 2, \"newCompany\": true}");

        assertThat(company(late)).hasSize(3);
        assertThat(met).noneMatch(company(late)::containsAll);
        assertThat(mine(late).has("loosened")).isFalse();
    }

    @Test
    void whoWishesNewCompanyThemselvesIsKeptApartFromThoseTheyHaveMetUnlessSomebodyWereLeftOut() {
        String small = "{\"minSize\": 2, \"maxSize\": 3, \"groupsPerPerson\": 1}";
        List<Somebody> people = people(6);
        Somebody curious = people.get(0);
        Guest.meetOn(curious, "{\"newCompany\": true}");
        form(small);
        Set<String> before = company(curious);
        meet(people);

        form(small);

        assertThat(company(curious)).doesNotContainAnyElementsOf(others(before, curious));
        assertThat(mine(curious).has("loosened")).isFalse();
        meet(people);
        String known = others(before, curious).iterator().next();
        people.stream()
                .filter(person -> !Set.of(curious.id(), known).contains(person.id()))
                .forEach(MeetingAgainTest::leave);

        JsonNode formation = form(small);

        assertThat(formation.path("metAgain").asInt()).isEqualTo(2);
        assertThat(mine(curious).path("loosened").path(0).path("rule").asText()).isEqualTo("NEW_COMPANY");
        leave(curious);
    }

    @Test
    void whoMeetsSomebodyAgainByAnOpenPlaceIsCountedAlsoInADryRunAndSoIsTheOther() {
        List<Somebody> people = people(4);
        form("{\"minSize\": 2, \"maxSize\": 2, \"groupsPerPerson\": 1}");
        meet(people);
        String roomy = "{\"minSize\": 2, \"maxSize\": 3, \"groupsPerPerson\": 1, \"newCompany\": true, \"dryRun\": %s}";
        form(roomy.formatted(false));
        people.forEach(person -> person.asks().put(path(person) + "/me").then().statusCode(200));
        Somebody first = people.get(0);
        first.asks().delete(path(first) + "/me").then().statusCode(204);

        JsonNode tried = form(roomy.formatted(true));
        JsonNode done = form(roomy.formatted(false));

        assertThat(mine(first).path("loosened")).hasSize(1);
        // also those whom other tests have brought together
        assertThat(done.path("metAgain").asInt())
                .isGreaterThanOrEqualTo(2)
                .isEqualTo(tried.path("metAgain").asInt());
    }

    private static Set<String> others(Set<String> company, Somebody person) {
        return company.stream().filter(id -> !id.equals(person.id())).collect(Collectors.toSet());
    }

    private static void leave(Somebody person) {
        person.asks().delete("/v1/people/me").then().statusCode(204);
    }

    @Test
    void nobodyMeetsTwiceUntilNobodyElseIsLeftThenTheOldestMeetingIsRepeatedAndToldToThoseTwo() {
        List<Somebody> people = people(4);
        newCompany();
        Set<Set<String>> oldest = meet(people);
        newCompany();
        Set<Set<String>> met = new HashSet<>(meet(people));
        newCompany();
        met.addAll(meet(people));
        assertThat(met).hasSize(4).noneMatch(oldest::contains);

        JsonNode formation = newCompany();

        assertThat(formation.path("metAgain").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(formation.path("newCompany").asBoolean()).isTrue();
        for (Somebody person : people) {
            Set<String> company = company(person);
            assertThat(oldest).contains(company);
            company.remove(person.id());
            JsonNode loosened = mine(person).path("loosened");
            assertThat(loosened).hasSize(1);
            assertThat(loosened.get(0).path("rule").asText()).isEqualTo("NEW_COMPANY");
            assertThat(loosened.get(0).path("with")).hasSize(1);
            assertThat(loosened.get(0).path("with").get(0).asText())
                    .isEqualTo(company.iterator().next());
            assertThat(loosened.get(0).path("sentence").asText())
                    .isEqualTo("You have been in a group with maker before:"
                            + " otherwise somebody would have been left without one.");
            members(person)
                    .forEach(member -> assertThat(member.has("loosened"))
                            .isEqualTo(member.path("personId").asText().equals(person.id())));
        }
        assertThat(json(operator().get(path(people.get(0))).asString()).path("items"))
                .hasSize(2)
                .noneMatch(member -> member.has("loosened"));
        // who has gone is named no more
        people.get(0).asks().delete(path(people.get(0)) + "/me").then().statusCode(204);
        people.stream()
                .filter(person -> !person.equals(people.get(0))
                        && oldest.contains(Set.of(person.id(), people.get(0).id())))
                .forEach(person -> assertThat(mine(person).has("loosened")).isFalse());
    }

    @Test
    void withoutItTheSamePeopleMeetAgain() {
        List<Somebody> people = people(4);
        String two = "{\"minSize\": 2, \"maxSize\": 2, \"groupsPerPerson\": 1}";
        form(two);
        Set<Set<String>> first = meet(people);

        JsonNode formation = form(two);

        assertThat(formation.path("metAgain").asInt()).isZero();
        assertThat(formation.path("newCompany").asBoolean()).isFalse();
        assertThat(meet(people)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"6, 1, true", "6, 2, true", "6, 3, false", "9, 1, true", "9, 2, true", "9, 3, false"})
    void whoHaveAllMetAreInOneGroupEachHoweverManyTheyMayBeIn(int howMany, long seed, boolean forAll) {
        List<Somebody> people = people(howMany);
        if (!forAll) {
            people.forEach(person -> Guest.meetOn(person, "{\"newCompany\": true}"));
        }
        form("{\"minSize\": %d, \"maxSize\": %d, \"groupsPerPerson\": 1}".formatted(howMany, howMany));
        meet(people);

        form("""
                {"minSize": 3, "maxSize": 3, "groupsPerPerson": 2, "newCompany": %b, "seed": %d}
                """.formatted(forAll, seed));

        people.forEach(person -> assertThat(company(person)).hasSize(3));
        people.forEach(MeetingAgainTest::leave);
    }
}
