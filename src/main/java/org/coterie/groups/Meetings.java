package org.coterie.groups;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coterie.paging.RowStream;
import org.jspecify.annotations.Nullable;

/**
 * Who has been active in a group with whom, read in one pass with no more than one group at hand.
 *
 * <p>A membership keeps when it ended, not when it began. So two of whom one had left before the other came are taken to
 * have met: rather once too often than not at all.
 */
@ApplicationScoped
public class Meetings {

    private final RowStream rows;

    Meetings(RowStream rows) {
        this.rows = rows;
    }

    /** Somebody who is or was active in the group, and until when. */
    private record Stay(UUID personId, Instant until) {}

    /** Hands over every two of them, those of groups that are over included. */
    public void each(Instant now, MeetingSink sink) {
        List<Stay> stays = new ArrayList<>();
        UUID[] current = new UUID[1];
        rows.each("""
                select m.group_id, m.person_id, m.state, m.since, g.closed_at
                from membership m join peer_group g on g.id = m.group_id
                where m.state in ('ACTIVE', 'LEFT')
                order by m.group_id
                """, RowStream.Parameters.NONE, row -> {
            UUID group = row.getObject(1, UUID.class);
            if (!group.equals(current[0])) {
                stays.clear();
                current[0] = group;
            }
            var stay = stay(row, now);
            stays.forEach(other -> sink.met(stay.personId(), other.personId(), earlier(stay, other)));
            stays.add(stay);
        });
    }

    private static Stay stay(ResultSet row, Instant now) throws SQLException {
        Instant left = row.getString(3).equals("LEFT") ? instant(row, 4) : instant(row, 5);
        return new Stay(row.getObject(2, UUID.class), left == null ? now : left);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant earlier(Stay one, Stay other) {
        return one.until().isBefore(other.until()) ? one.until() : other.until();
    }
}
