package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.as;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.Door.Somebody;
import org.coterie.live.ChangeLog;
import org.coterie.live.Live;
import org.coterie.live.Topic;
import org.coterie.tags.Tags;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What other processes write, here by connections that the server knows nothing of. */
@QuarkusTest
@Tag("http")
class LiveHoldingsTest {

    private static final String UNSAY = "delete from interest where person_id = ? and tag_id = ?";

    private static final int OTHERS = 2;

    @Inject
    Interests interests;

    @Inject
    Live live;

    @Inject
    Tags tags;

    private Connection elsewhere() throws SQLException {
        Connection connection =
                DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password"));
        connection.setAutoCommit(false);
        return connection;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }

    private void unsay(Somebody somebody, String word, Connection connection) throws SQLException {
        UUID id = UUID.fromString(somebody.id());
        try (PreparedStatement delete = connection.prepareStatement(UNSAY)) {
            delete.setObject(1, id);
            delete.setObject(2, tags.find(word).orElseThrow().id());
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }
        ChangeLog.note(Topic.INTERESTS, List.of(id), connection);
    }

    /** Few are told nobody, so some hold it who do not change. */
    private static void expectHolders(Somebody reader, String word, int holders) {
        as(reader.token()).get("/v1/tags/" + word).then().body(at("$.holders", equalTo(OTHERS + holders)));
    }

    private static void heldByOthers(String word) {
        for (int i = 0; i < OTHERS; i++) {
            join("other").caresAbout(word);
        }
    }

    @Test
    void whatAnotherProcessCommitsIsSeenAtOnce() throws SQLException {
        String word = unique("w");
        heldByOthers(word);
        Somebody ada = join("ada");
        ada.caresAbout(word);
        Somebody grace = join("grace");
        grace.caresAbout(word);
        expectHolders(ada, word, 2);

        try (Connection other = elsewhere()) {
            unsay(grace, word, other);
            expectHolders(ada, word, 2);
            other.commit();
        }

        expectHolders(ada, word, 1);
    }

    @Test
    void whoeverCommitsLateIsNotPassedBy() throws SQLException {
        String word = unique("w");
        heldByOthers(word);
        Somebody ada = join("ada");
        ada.caresAbout(word);
        Somebody grace = join("grace");
        grace.caresAbout(word);
        Somebody alan = join("alan");
        alan.caresAbout(word);

        try (Connection slow = elsewhere();
                Connection fast = elsewhere();
                Connection failing = elsewhere()) {
            unsay(grace, word, slow);
            ChangeLog.note(Topic.INTERESTS, List.of(UUID.fromString(ada.id())), failing);
            unsay(alan, word, fast);
            fast.commit();
            failing.rollback();
            expectHolders(ada, word, 2);
            slow.commit();
        }

        expectHolders(ada, word, 1);
    }

    @Test
    void whatAnImportWritesIsInMemoryAsItIsInTheDatabase() throws SQLException {
        String word = unique("w");
        String[] handles = IntStream.range(0, 4).mapToObj(i -> unique("p")).toArray(String[]::new);
        send("""
                {"handle":"%1$s","interests":["%5$s-a",{"tag":"%5$s-b","strength":5,"stance":"OFFER"}]}
                {"handle":"%2$s","interests":[{"tag":"%5$s-a","visibility":"MATCH_ONLY"},\
                {"tag":"%5$s-secret","visibility":"PRIVATE"}],"signals":["Who is for #%5$s-c?"]}
                {"handle":"%3$s","signals":["#%5$s-a or #%5$s-d"]}
                {"handle":"%4$s","interests":["%5$s-a"]}
                {"handle":"%4$s","interests":["%5$s-d"]}
                """, handles, word);
        expectTheSameInMemory(handles, 2, 2, 2, 1);

        send("""
                {"handle":"%1$s","interests":["%5$s-a"]}
                {"handle":"%2$s","signals":["I looked at #%5$s-d"]}
                {"handle":"%3$s","interests":[]}
                {"handle":"%4$s","interests":["%5$s-a"],"signals":["#%5$s-b"]}
                {"handle":"%4$s","signals":["#%5$s-c"]}
                """, handles, word);
        expectTheSameInMemory(handles, 1, 3, 0, 3);
    }

    private static void send(String lines, String[] handles, String word) {
        Object[] names = Stream.concat(Stream.of(handles), Stream.of(word)).toArray();
        operator()
                .contentType("application/x-ndjson")
                .body(lines.formatted(names).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .body(at("$.rejected", equalTo(0)));
    }

    private UUID idOf(String handle) throws SQLException {
        try (Connection connection = elsewhere();
                PreparedStatement select = connection.prepareStatement("select id from person where handle_key = ?")) {
            select.setString(1, handle);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }

    private void expectTheSameInMemory(String[] handles, int... sizes) throws SQLException {
        live.catchUp();
        for (int i = 0; i < handles.length; i++) {
            UUID person = idOf(handles[i]);
            assertThat(interests.of(List.of(person)))
                    .as("person %d", i + 1)
                    .hasSize(sizes[i])
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("strengthNow")
                    .containsExactlyInAnyOrderElementsOf(interests.of(person));
        }
    }

    @Test
    void whoLeavesIsNotCountedAnyMore() {
        String word = unique("w");
        heldByOthers(word);
        Somebody ada = join("ada");
        ada.caresAbout(word);
        Somebody grace = join("grace");
        grace.caresAbout(word);

        grace.asks().delete("/v1/people/me").then().statusCode(204);

        expectHolders(ada, word, 1);
    }
}
