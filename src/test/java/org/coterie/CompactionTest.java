package org.coterie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the embedded database, without a server. */
class CompactionTest {

    @TempDir
    private Path directory;

    @Test
    void whatIsReplacedTakesNoRoomForEver() throws SQLException, IOException {
        long grown = sizeAfterChanges("grown", false);
        long compacted = sizeAfterChanges("compacted", true);

        assertThat(compacted).isLessThan(grown / 2);
    }

    /** As requests change it: much that is changed again soon, and something that is not. */
    private long sizeAfterChanges(String name, boolean compacting) throws SQLException, IOException {
        String url = "jdbc:h2:file:%s;WRITE_DELAY=0;RETENTION_TIME=0".formatted(directory.resolve(name));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table bucket (id integer primary key, state varchar(4000) not null)");
            statement.execute("insert into bucket select x, repeat('a', 4000) from system_range(1, 8)");
            statement.execute("create table interest (id integer primary key, why varchar(400) not null)");
            statement.execute("insert into interest select x, repeat('a', 400) from system_range(1, 20000)");
            connection.setAutoCommit(false);
            for (int i = 0; i < 800; i++) {
                char said = (char) ('b' + i % 20);
                statement.execute("update bucket set state = repeat('%c', 4000)".formatted(said));
                statement.execute("update interest set why = repeat('%c', 400) where id = %d"
                        .formatted(said, 1 + i * 7919L % 20_000));
                connection.commit();
                if (compacting && i % 20 == 0) {
                    Compaction.compact(connection);
                }
            }
            return Files.size(directory.resolve(name + ".mv.db"));
        }
    }
}
