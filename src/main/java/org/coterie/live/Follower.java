package org.coterie.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * Keeps a part of the database in memory: it reads all of it at the start, and what changes from then on. Only one thread at
 * a time calls it.
 */
public interface Follower {

    /** What it follows. */
    Topic topic();

    /** Reads all that there is, and forgets what it knew. What changes meanwhile is told afterwards. */
    void begin(Instant now);

    /**
     * Learns of a change that follows all before it; it is read with {@link #readOn}.
     *
     * @param change its number in the record
     */
    void changed(long change, Collection<UUID> ids);

    /** Learns of a change that was committed after some that follow it: it does not say what is the case now. */
    default void changedLate(Collection<UUID> ids) {
        changed(0, ids);
    }

    /** Reads what has changed. Where it breaks off, it goes on the next time. */
    void readOn(Connection connection) throws SQLException;
}
