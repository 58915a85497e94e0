package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coterie.Door.Somebody;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people change while groups are stored is made good afterwards. */
@QuarkusTest
@Tag("http")
class MeanwhileTest {

    @Inject
    Meanwhile meanwhile;

    @Inject
    ChangeLog log;

    @Inject
    DataSource database;

    private static List<Somebody> three() {
        String tag = unique("quill");
        List<Somebody> people =
                Stream.of("ada", "bo", "cy").map(name -> join(name)).toList();
        people.forEach(one -> one.caresAbout(tag));
        return people;
    }

    private static UUID id(Somebody one) {
        return UUID.fromString(one.id());
    }

    private static List<String> groupsOf(Somebody one) {
        return one.asks().get("/v1/people/me/groups").path("items.group.id");
    }

    @Test
    void whereOneGroupIsBusyTheOthersAreSeenTo() throws SQLException {
        List<List<Somebody>> groups = List.of(three(), three());
        List<UUID> changed = groups.stream().map(people -> id(people.get(0))).toList();
        // whoever comes first is the one of the group that is busy
        int busyOne = new HashSet<>(changed).iterator().next().equals(changed.get(0)) ? 0 : 1;
        Somebody first = groups.get(busyOne).get(0);
        List<Somebody> others = groups.get(1 - busyOne);
        ChangeLog.Moment begun = meanwhile.begin();
        // as in another process, in the seconds in which what it does is not seen
        try (Connection connection = database.getConnection();
                PreparedStatement avoid = connection.prepareStatement(
                        "insert into avoid (person_id, avoided_id, avoided_at) values (?, ?, now())")) {
            avoid.setObject(1, id(others.get(0)));
            avoid.setObject(2, id(others.get(1)));
            avoid.executeUpdate();
        }
        QuarkusTransaction.requiringNew().run(() -> log.noteAll(Topic.PEOPLE, changed));

        try (Connection connection = database.getConnection();
                PreparedStatement busy =
                        connection.prepareStatement("select id from peer_group where id = ? for update")) {
            connection.setAutoCommit(false);
            busy.setObject(1, UUID.fromString(groupsOf(first).get(0)));
            busy.executeQuery().close();
            meanwhile.settle(begun);
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(groupsOf(others.get(0))).isEmpty();
        assertThat(groupsOf(first)).hasSize(1);
    }
}
