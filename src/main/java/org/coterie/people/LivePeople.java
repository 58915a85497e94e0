package org.coterie.people;

import com.github.benmanes.caffeine.cache.Interner;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coterie.live.Follower;
import org.coterie.live.Guard;
import org.coterie.live.Topic;
import org.coterie.paging.Portions;
import org.coterie.paging.RowStream;
import org.jspecify.annotations.Nullable;

/** On which terms everybody meets others, in the memory of this process; what many say alike is kept once. */
@ApplicationScoped
class LivePeople implements Follower {

    private static final int PEOPLE_AT_ONCE = 100;

    private static final String OF_SOME = TermsRow.SELECT + " where id = any (?)";

    private final RowStream rows;
    private final Set<UUID> unread = new LinkedHashSet<>();
    private final Interner<Object> alike = Interner.newWeakInterner();
    private final Guard guard = new Guard();
    private Map<UUID, Terms> terms = Map.of();

    LivePeople(RowStream rows) {
        this.rows = rows;
    }

    /** The terms of somebody; null where there is nobody. */
    @Nullable
    Terms of(UUID personId) {
        return guard.reading(() -> terms.get(personId));
    }

    /** How many people there are. */
    int count() {
        return guard.reading(() -> terms.size());
    }

    /** The terms of everybody. */
    List<Terms> all() {
        return guard.reading(() -> List.copyOf(terms.values()));
    }

    @Override
    public Topic topic() {
        return Topic.PEOPLE;
    }

    @Override
    public void begin(Instant now) {
        Map<UUID, Terms> loaded = new Object2ObjectOpenHashMap<>();
        rows.each(TermsRow.SELECT, RowStream.Parameters.NONE, row -> put(TermsRow.read(row), loaded));
        guard.writing(() -> terms = loaded);
        unread.clear();
    }

    @Override
    public void changed(long change, Collection<UUID> people) {
        unread.addAll(people);
    }

    @Override
    public void readOn(Connection connection) throws SQLException {
        for (List<UUID> some : Portions.of(unread, PEOPLE_AT_ONCE).toList()) {
            Map<UUID, Terms> here = new HashMap<>();
            Array ids = connection.createArrayOf("uuid", some.toArray());
            try (PreparedStatement select = connection.prepareStatement(OF_SOME)) {
                select.setArray(1, ids);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        put(TermsRow.read(row), here);
                    }
                }
            } finally {
                ids.free();
            }
            guard.writing(() -> {
                some.forEach(terms::remove);
                terms.putAll(here);
            });
            some.forEach(unread::remove);
        }
    }

    private void put(Terms read, Map<UUID, Terms> into) {
        into.put(
                read.personId(),
                new Terms(
                        read.personId(),
                        read.handleKey(),
                        shared(read.languages()),
                        read.company() == null ? null : shared(read.company()),
                        read.place(),
                        read.freeTime() == null ? null : shared(read.freeTime()),
                        read.timeZone() == null ? null : shared(read.timeZone()),
                        read.notTheOnlyOneWith(),
                        read.newCompany()));
    }

    @SuppressWarnings("unchecked") // what is equal is of one type here
    private <T> T shared(T value) {
        return (T) alike.intern(value);
    }
}
