package org.coterie.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.Door.Somebody;
import org.coterie.live.ChangeLog;
import org.coterie.live.Live;
import org.coterie.live.Topic;
import org.coterie.tags.Tags;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What other processes write, here by a connection that the server knows nothing of. */
@QuarkusTest
@Tag("http")
class LiveGroupsTest {

    @Inject
    Proposals proposals;

    @Inject
    Live live;

    @Inject
    Seating seating;

    @Inject
    Tags tags;

    private static Connection elsewhere() throws SQLException {
        Connection connection =
                DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password"));
        connection.setAutoCommit(false);
        return connection;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }

    private Draft proposed(List<Somebody> people) {
        var draft = new Draft(tags).about(unique("live")).sized(2, 8);
        people.forEach(somebody -> draft.inviting(somebody));
        proposals.propose(Stream.of(draft.proposal()));
        return draft;
    }

    @Test
    void aPlaceThatAnotherProcessGivesUpIsFreeAtOnce() throws SQLException {
        var ada = join("ada");
        var grace = join("grace");
        var draft = proposed(List.of(ada, grace));
        var both = List.of(UUID.fromString(ada.id()), UUID.fromString(grace.id()));
        live.catchUp();
        assertThat(seating.seated(both)).hasSize(2);

        try (Connection other = elsewhere();
                PreparedStatement decline = other.prepareStatement(
                        "update membership set state = 'DECLINED' where group_id = ? and person_id = ?")) {
            decline.setObject(1, draft.id());
            decline.setObject(2, both.get(0));
            assertThat(decline.executeUpdate()).isEqualTo(1);
            ChangeLog.note(Topic.GROUPS, List.of(draft.id()), other);
            live.catchUp();
            assertThat(seating.seated(both)).hasSize(2);
            other.commit();
        }
        live.catchUp();

        assertThat(seating.seated(both)).containsExactly(both.get(1));
        assertThat(seating.groupsOf(both.get(0))).isEmpty();
    }
}
