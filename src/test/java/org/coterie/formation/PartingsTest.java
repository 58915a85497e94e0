package org.coterie.formation;

import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three who have all just left a group of theirs. */
@QuarkusTest
@Tag("http")
class PartingsTest {

    @Inject
    DataSource database;

    private final String tag = unique("samovar");
    private String group;
    private Somebody ada;
    private Somebody bo;
    private Somebody cy;

    @BeforeEach
    void meetAndPart() {
        ada = join("ada");
        bo = join("bo");
        cy = join("cy");
        Stream.of(ada, bo, cy).forEach(one -> one.caresAbout(tag));
        group = suggestions(ada).extract().path("groups[0].group.id");
        Stream.of(ada, bo, cy).forEach(one -> accept(one, group));
        Stream.of(ada, bo, cy).forEach(one -> leave(one, group));
    }

    @Test
    void areNotInvitedTogetherAgain() {
        suggestions(ada).body(at("$.groups", empty())).body(at("$.waiting.people", equalTo(0)));
        bo.caresAbout(tag, unique("teapot"));

        for (Somebody one : List.of(ada, bo, cy)) {
            groups(one).body(at("$.items", empty()));
        }
        ada.asks().get("/v1/people/me/suggestions/why-not").then().body(at("$.reason", equalTo("TOO_FEW")));
    }

    @Test
    void findOthersForTheSame() {
        var dora = join("dora");
        dora.caresAbout(tag);
        suggestions(ada).body(at("$.waiting.people", equalTo(1))).body(at("$.waiting.missing", equalTo(1)));
        suggestions(dora).body(at("$.groups", empty())).body(at("$.waiting.missing", equalTo(1)));
        join("ed").caresAbout(tag);

        suggestions(dora)
                .body(at("$.groups[0].invited", equalTo(true)))
                .body(at("$.groups[0].group.memberCount", equalTo(3)));
    }

    @Test
    void findTwoForTheSameWhoHaveLeftSomethingElse() {
        String another = unique("kettle");
        var dora = join("dora");
        var ed = join("ed");
        var fay = join("fay");
        Stream.of(dora, ed, fay).forEach(one -> one.caresAbout(another));
        String theirs = suggestions(dora).extract().path("groups[0].group.id");
        Stream.of(dora, ed, fay).forEach(one -> accept(one, theirs));
        Stream.of(dora, ed, fay).forEach(one -> leave(one, theirs));

        dora.caresAbout(tag);
        ed.caresAbout(tag);

        for (Somebody one : List.of(dora, ed)) {
            groups(one).body(at("$.items[*].group.purpose.tags[*]", contains(tag)));
        }
    }

    @Test
    void findEachOtherForSomethingElse() {
        String another = unique("chess");
        Stream.of(ada, bo, cy).forEach(one -> one.caresAbout(tag, another));

        groups(ada).body(at("$.items[*].group.purpose.tags[*]", contains(another)));
        groups(cy).body(at("$.items[*].group.purpose.tags[*]", contains(another)));
    }

    @Test
    void areNotInvitedIntoWhatOneOfThemIsInvitedTo() {
        var dora = join("dora");
        var ed = join("ed");
        Stream.of(dora, ed).forEach(one -> one.caresAbout(tag));
        String next = suggestions(dora).extract().path("groups[0].group.id");
        List<Somebody> rest = Stream.of(ada, bo, cy)
                .filter(one -> groups(one).extract().<List<?>>path("items").isEmpty())
                .toList();

        leave(ed, next);

        rest.forEach(one -> groups(one).body(at("$.items[*].group.id", not(hasItem(next)))));
        var fay = join("fay");
        fay.caresAbout(tag);
        groups(fay).body(at("$.items[*].group.id", contains(next)));
    }

    @Test
    void areInvitedTogetherAgainAfterARest() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update membership set since = since - interval '31' day where group_id = '%s'".formatted(group));
        }

        suggestions(ada).body(at("$.groups[0].invited", equalTo(true))).body(at("$.waiting", nullValue()));
    }

    private static ValidatableResponse suggestions(Somebody one) {
        return one.asks().get("/v1/people/me/suggestions").then().statusCode(200);
    }

    private static ValidatableResponse groups(Somebody one) {
        return one.asks().get("/v1/people/me/groups").then().statusCode(200);
    }

    private static void accept(Somebody one, String group) {
        one.asks().put("/v1/groups/%s/members/me".formatted(group)).then().statusCode(200);
    }

    private static void leave(Somebody one, String group) {
        one.asks().delete("/v1/groups/%s/members/me".formatted(group)).then().statusCode(204);
    }
}
