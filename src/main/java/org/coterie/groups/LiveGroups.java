package org.coterie.groups;

import io.quarkus.narayana.jta.QuarkusTransaction;
import it.unimi.dsi.fastutil.Hash;
import it.unimi.dsi.fastutil.objects.ObjectLinkedOpenHashSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.coterie.groups.GroupIndex.Place;
import org.coterie.groups.GroupIndex.Row;
import org.coterie.live.Follower;
import org.coterie.live.Identified;
import org.coterie.live.Topic;
import org.coterie.paging.Cells;
import org.coterie.paging.Portions;
import org.coterie.paging.RowStream;
import org.coterie.paging.RowStream.RowSink;
import org.jspecify.annotations.Nullable;

/** The groups that are not over, in the memory of this process. */
@ApplicationScoped
class LiveGroups implements Follower {

    private static final int GROUPS_AT_ONCE = 100;

    /** Where more have changed, as by a formation, everything is read in one go. */
    private static final int MANY = 10_000;

    private static final String GROUPS = "select id, state, min_size, max_size, formation_id from peer_group";

    private static final String PURPOSES = "select group_id, tag_id, disclosed, position from group_tag";

    private static final String PLACES = "select group_id, person_id, state from membership";

    private static final String NOT_OVER = " where state in ('PROPOSED', 'ACTIVE', 'QUIET', 'DORMANT')";

    private final RowStream rows;
    private final Set<UUID> unread = new LinkedHashSet<>();
    private volatile GroupIndex index = new GroupIndex();

    LiveGroups(RowStream rows) {
        this.rows = rows;
    }

    /** What is in memory. */
    GroupIndex index() {
        return index;
    }

    @Override
    public Topic topic() {
        return Topic.GROUPS;
    }

    @Override
    public void begin(Instant now) {
        readAll();
    }

    private void readAll() {
        var loaded = new GroupIndex();
        var read = new Reading();
        rows.each(GROUPS + NOT_OVER, RowStream.Parameters.NONE, read::group);
        // those of groups that are over are passed by: no index finds the others as fast as all are read one after the
        // other
        rows.each(PURPOSES, RowStream.Parameters.NONE, read::tag);
        rows.each(PLACES, RowStream.Parameters.NONE, read::place);
        read.groups.forEach(group -> loaded.put(group.id(), group.row()));
        index = loaded;
        unread.clear();
    }

    @Override
    public void changed(long change, Collection<UUID> groups) {
        unread.addAll(groups);
    }

    @Override
    public void readOn(Connection connection) throws SQLException {
        if (unread.size() > MANY) {
            // which takes longer than other looks may
            QuarkusTransaction.suspendingExisting().run(this::readAll);
        }
        for (List<UUID> some : Portions.of(unread, GROUPS_AT_ONCE).toList()) {
            var read = new Reading();
            Array ids = connection.createArrayOf("uuid", some.toArray());
            each(GROUPS + " where id = any (?)", ids, connection, read::group);
            each(PURPOSES + " where group_id = any (?)", ids, connection, read::tag);
            each(PLACES + " where group_id = any (?)", ids, connection, read::place);
            ids.free();
            for (UUID id : some) {
                Reading.Unfinished group = read.group(id);
                index.put(id, group == null || group.state == GroupState.CLOSED ? null : group.row());
            }
            some.forEach(unread::remove);
        }
    }

    private static void each(String select, Array ids, Connection connection, RowSink sink) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setArray(1, ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sink.accept(row);
                }
            }
        }
    }

    /** Puts groups together from the rows of three questions; what came about between them is told anyway. */
    private static final class Reading {

        private final ObjectLinkedOpenHashSet<Unfinished> groups =
                new ObjectLinkedOpenHashSet<>(Hash.DEFAULT_INITIAL_SIZE, Hash.VERY_FAST_LOAD_FACTOR);

        /** Each once, whatever the number of groups it proposed. */
        private final Map<UUID, UUID> formations = new HashMap<>();

        /** A group of which not everything has been read. */
        private static final class Unfinished extends Identified {

            private final GroupState state;
            private final int minSize;
            private final int maxSize;
            private final @Nullable UUID formationId;
            private final SortedMap<Integer, PurposeTag> purpose = new TreeMap<>();
            private final List<Place> places = new ArrayList<>();

            Unfinished(ResultSet row, Map<UUID, UUID> formations) throws SQLException {
                super(Cells.id(row, 1));
                state = GroupState.valueOf(row.getString(2));
                minSize = row.getInt(3);
                maxSize = row.getInt(4);
                UUID formation = row.getObject(5, UUID.class);
                formationId = formation == null ? null : formations.computeIfAbsent(formation, id -> id);
            }

            Row row() {
                return new Row(id(), state, minSize, maxSize, formationId, List.copyOf(purpose.values()), places);
            }
        }

        void group(ResultSet row) throws SQLException {
            groups.add(new Unfinished(row, formations));
        }

        private @Nullable Unfinished group(UUID id) {
            return groups.get(new Identified(id));
        }

        void tag(ResultSet row) throws SQLException {
            Unfinished group = group(Cells.id(row, 1));
            if (group != null) {
                group.purpose.put(row.getInt(4), new PurposeTag(Cells.id(row, 2), row.getBoolean(3)));
            }
        }

        void place(ResultSet row) throws SQLException {
            Unfinished group = group(Cells.id(row, 1));
            if (group != null) {
                group.places.add(new Place(Cells.id(row, 2), MembershipState.valueOf(row.getString(3))));
            }
        }
    }
}
