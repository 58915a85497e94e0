package org.coterie.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coterie.accounts.Caller;
import org.coterie.paging.FewRows;
import org.coterie.problem.Problem;

/** Being looked up, and held still while something of one's own changes. */
@ApplicationScoped
public class People {

    // in one order for everybody: two never wait for each other
    private static final String HOLD_FREE =
            "select id from person where id = any (?) order by id for update skip locked";

    private static final String TERMS_OF_SOME = TermsRow.SELECT + " where id = any (?)";

    private final Caller caller;
    private final Clock clock;
    private final DataSource database;
    private final FewRows few;

    People(Caller caller, Clock clock, DataSource database, FewRows few) {
        this.caller = caller;
        this.clock = clock;
        this.database = database;
        this.few = few;
    }

    /**
     * Looks somebody up.
     *
     * @throws Problem UNKNOWN where nobody has this id
     */
    @Transactional
    public PersonView find(UUID id) {
        return PersonView.of(Person.known(id));
    }

    /** Who has this handle, in whatever case. */
    @Transactional
    Optional<PersonView> withHandle(String handle) {
        if (handle.indexOf('\0') >= 0) {
            return Optional.empty(); // PostgreSQL does not even look for it
        }
        return Person.<Person>find("handleKey", Person.keyOf(NewPerson.plain(handle)))
                .firstResultOptional()
                .map(PersonView::of);
    }

    /** Looks several people up in one query; ids of nobody are left out. */
    @Transactional
    public Map<UUID, PersonView> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return few.with(ids, PersonView.SELECT, PersonView::read).stream()
                .collect(Collectors.toMap(PersonView::id, person -> person));
    }

    /** On which terms these people meet others, in one query; ids of nobody are left out. */
    @Transactional
    public Map<UUID, Terms> termsOf(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Person.flush();
        return few.with(Set.copyOf(ids), TERMS_OF_SOME, TermsRow::read).stream()
                .collect(Collectors.toMap(Terms::personId, terms -> terms));
    }

    /**
     * What each of these groups of people has in common, with times by the clock of the one who reads it; one query.
     *
     * @param groups people by the id of their group
     */
    @Transactional
    public Map<UUID, InCommon> inCommon(Map<UUID, ? extends Collection<UUID>> groups, UUID reader) {
        Set<UUID> everybody = new HashSet<>(Set.of(reader));
        groups.values().forEach(everybody::addAll);
        Map<UUID, Terms> terms = termsOf(everybody);
        String timeZone =
                Optional.ofNullable(terms.get(reader)).map(Terms::timeZone).orElse(null);
        Instant now = clock.instant();
        return groups.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        group -> InCommon.of(
                                group.getValue().stream()
                                        .flatMap(person -> Stream.ofNullable(terms.get(person)))
                                        .toList(),
                                timeZone,
                                now)));
    }

    /** The person who asks, as they see themselves. */
    @Transactional
    public MeView me() {
        return MeView.of(Person.known(caller.personId()));
    }

    /**
     * Makes changes of one person wait for each other, and their leaving for each of them, until the transaction ends. An
     * update, because it stands in nobody else's way who only refers to the person, as locking the row to delete it would.
     *
     * @throws Problem UNKNOWN where the person has left meanwhile
     */
    @Transactional(TxType.MANDATORY)
    public void holdStill(UUID personId) {
        if (Person.update("displayName = displayName where id = ?1", personId) == 0) {
            throw new Problem(Problem.Kind.UNKNOWN, "unknown-person.you");
        }
    }

    /**
     * The same for those of many whom nobody else holds right now, which nobody waits for.
     *
     * @return those who are held still; who has left is not among them, either
     */
    @Transactional(TxType.MANDATORY)
    public List<UUID> holdStillWhereFree(Collection<UUID> personIds) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(HOLD_FREE)) {
            Array ids = connection.createArrayOf("uuid", personIds.toArray());
            lock.setArray(1, ids);
            List<UUID> held = new ArrayList<>();
            try (ResultSet rows = lock.executeQuery()) {
                while (rows.next()) {
                    held.add(rows.getObject(1, UUID.class));
                }
            }
            ids.free();
            return held;
        } catch (SQLException e) {
            throw new IllegalStateException("People could not be held still.", e);
        }
    }
}
