package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coterie.Door;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever has no place any more may be the third for others, who need not ask. */
@QuarkusTest
@Tag("http")
class FreeAgainTest {

    private static List<String> groupsOf(Somebody person) {
        return Door.json(person.asks().get("/v1/people/me/groups").asString())
                .findPath("items")
                .findValues("group")
                .stream()
                .map(group -> group.path("id").asText())
                .toList();
    }

    private static void leave(Somebody person) {
        person.asks()
                .delete("/v1/groups/%s/members/me".formatted(groupsOf(person).get(0)))
                .then()
                .statusCode(204);
    }

    private static List<Somebody> some(String... names) {
        return Stream.of(names).map(Door::join).toList();
    }

    @Test
    void whoLeavesAGroupCompletesAnother() {
        String tag = unique("ferry");
        String other = unique("barge");
        var people = some("ada", "bo", "cy");
        people.forEach(one -> one.caresAbout(tag));
        people.forEach(one -> one.asks()
                .put("/v1/groups/%s/members/me".formatted(groupsOf(one).get(0)))
                .then()
                .statusCode(200));
        var ada = people.get(0);
        ada.declares(other, Map.of());
        var waiting = some("dee", "eve");
        waiting.forEach(one -> one.caresAbout(other));

        leave(ada);

        assertThat(waiting).allSatisfy(one -> assertThat(groupsOf(one)).hasSize(1));
    }

    @Test
    void whoseInvitationEndsSinceAnotherSaysNoCompletesAnotherGroup() {
        String tag = unique("ferry");
        String other = unique("barge");
        var people = some("ada", "bo", "cy");
        people.get(0).declares(tag, Map.of("stance", "SEEK"));
        people.get(1).declares(tag, Map.of("stance", "SEEK"));
        people.get(2).declares(tag, Map.of("stance", "OFFER"));
        people.get(0).declares(other, Map.of());
        var waiting = some("dee", "eve");
        waiting.forEach(one -> one.caresAbout(other));

        leave(people.get(2));

        assertThat(waiting).allSatisfy(one -> assertThat(groupsOf(one)).hasSize(1));
    }

    @Test
    void whoseCompanionIsGoneForGoodCompletesAGroup() {
        String tag = unique("ferry");
        var ada = join("ada");
        var bo = join(Map.of("handle", unique("bo"), "languages", List.of("de")));
        ada.asks().put("/v1/people/me/companions/" + bo.id()).then().statusCode(204);
        bo.asks().put("/v1/people/me/companions/" + ada.id()).then().statusCode(204);
        var waiting = some("dee", "eve");
        waiting.forEach(one -> one.caresAbout(tag));
        ada.caresAbout(tag);
        assertThat(groupsOf(waiting.get(0))).isEmpty();

        bo.asks().delete("/v1/people/me").then().statusCode(204);

        assertThat(waiting).allSatisfy(one -> assertThat(groupsOf(one)).hasSize(1));
    }
}
