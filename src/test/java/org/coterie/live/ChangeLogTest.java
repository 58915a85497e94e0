package org.coterie.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class ChangeLogTest {

    private static Connection open(JdbcDataSource database) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Test
    void sinceAMomentIsWhatIsCommittedAfterItWhereverItBegan() throws SQLException {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:moments;DB_CLOSE_DELAY=0");
        var log = new ChangeLog(database);
        var before = UUID.randomUUID();
        var underWay = UUID.randomUUID();
        var after = UUID.randomUUID();
        try (Connection quick = open(database);
                Connection slow = open(database)) {
            ChangeReaderTest.makeRecord(quick);
            ChangeLog.note(Topic.PEOPLE, List.of(underWay), slow);
            ChangeLog.note(Topic.PEOPLE, List.of(before), quick);
            quick.commit();
            ChangeLog.Moment moment = log.now();
            assertThat(log.since(moment, Topic.PEOPLE)).isEmpty();

            slow.commit();
            ChangeLog.note(Topic.INTERESTS, List.of(after), quick);
            ChangeLog.note(Topic.GROUPS, List.of(UUID.randomUUID()), quick);
            quick.commit();

            assertThat(log.since(moment, Topic.PEOPLE, Topic.INTERESTS)).containsExactlyInAnyOrder(underWay, after);
        }
    }

    @Test
    void whatIsOlderIsNotPassedByForIt() throws SQLException {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:many-moments;DB_CLOSE_DELAY=0");
        try (Connection connection = open(database)) {
            ChangeReaderTest.makeRecord(connection);
            for (int i = 0; i < 100; i++) {
                ChangeLog.note(Topic.PEOPLE, List.of(), connection);
            }
            try (PreparedStatement explain = connection.prepareStatement("explain " + ChangeLog.SINCE)) {
                Array numbers = connection.createArrayOf("bigint", new Long[] {90L, 93L});
                Array topics = connection.createArrayOf("varchar", new String[] {Topic.PEOPLE.name()});
                explain.setLong(1, 95);
                explain.setArray(2, topics);
                explain.setArray(3, numbers);
                explain.setArray(4, topics);
                try (ResultSet plan = explain.executeQuery()) {
                    plan.next();
                    assertThat(plan.getString(1)).doesNotContain("tableScan");
                }
            }
        }
    }
}
