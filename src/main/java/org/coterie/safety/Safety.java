package org.coterie.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.paging.FewRows;
import org.coterie.paging.RowStream;

/** Who must not meet, whoever of them asked for it, and how. */
@ApplicationScoped
public class Safety {

    /**
     * Whom somebody blocks or avoids and who does so with them, each read from an index of its own. As one row, since H2 plans a
     * union anew each time.
     */
    private static final String APART = """
            select (select array_agg(blocked_id) from block where person_id = any (?)),
                (select array_agg(person_id) from block where blocked_id = any (?)),
                (select array_agg(avoided_id) from avoid where person_id = any (?)),
                (select array_agg(person_id) from avoid where avoided_id = any (?))""";

    private final FewRows few;
    private final RowStream rows;

    Safety(FewRows few, RowStream rows) {
        this.few = few;
        this.rows = rows;
    }

    /** Everybody with whom this person must not be brought together, whoever of them asked for it, and how. */
    @Transactional
    public Set<UUID> apartFrom(UUID personId) {
        return apartFromAnyOf(Set.of(personId));
    }

    /** Everybody with whom one of these people must not be brought together, whoever asked for it, and how. */
    @Transactional
    public Set<UUID> apartFromAnyOf(Collection<UUID> people) {
        return people.isEmpty()
                ? Set.of()
                : few.with(people, APART, Safety::everybodyIn).stream()
                        .flatMap(Set::stream)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<UUID> everybodyIn(ResultSet row) throws SQLException {
        Set<UUID> all = new HashSet<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            Array some = row.getArray(column);
            if (some != null) {
                for (Object id : (Object[]) some.getArray()) {
                    all.add((UUID) id);
                }
                some.free();
            }
        }
        return all;
    }

    /** Whether these two must not be brought together, whoever of them asked for it, and how. */
    @Transactional
    public boolean apart(UUID one, UUID other) {
        return Block.between(one, other) || Avoid.between(one, other);
    }

    /** Streams every two who must not be brought together, in constant memory; some more than once. */
    public void eachTwoApart(PairSink sink) {
        rows.each(
                """
                select person_id, blocked_id from block
                union all
                select person_id, avoided_id from avoid""",
                RowStream.Parameters.NONE,
                row -> sink.accept(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }
}
