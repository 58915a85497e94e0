package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.as;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.coterie.Door.Somebody;
import org.coterie.tags.Tags;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What other processes write, here by connections that the server knows nothing of. */
@QuarkusTest
@Tag("http")
class LiveHoldingsTest {

    private static final String UNSAY = "delete from interest where person_id = ? and tag_id = ?";

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
        ChangeLog.note(List.of(id), connection);
    }

    private static void expectHolders(Somebody reader, String word, int holders) {
        as(reader.token()).get("/v1/tags/" + word).then().body("holders", equalTo(holders));
    }

    @Test
    void whatAnotherProcessCommitsIsSeenAtOnce() throws SQLException {
        String word = unique("w");
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
            ChangeLog.note(List.of(UUID.fromString(ada.id())), failing);
            unsay(alan, word, fast);
            fast.commit();
            failing.rollback();
            expectHolders(ada, word, 2);
            slow.commit();
        }

        expectHolders(ada, word, 1);
    }

    @Test
    void whoLeavesIsNotCountedAnyMore() {
        String word = unique("w");
        Somebody ada = join("ada");
        ada.caresAbout(word);
        Somebody grace = join("grace");
        grace.caresAbout(word);

        grace.asks().delete("/v1/people/me").then().statusCode(204);

        expectHolders(ada, word, 1);
    }
}
