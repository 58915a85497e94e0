package org.coterie.safety;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.events.Events;
import org.coterie.events.Fact;
import org.coterie.paging.FewRows;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.people.People;
import org.coterie.problem.Problem;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** Keeps people apart who must not meet, without telling the other, and together who come only so. */
@ApplicationScoped
public class Safety {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int MOST_COMPANIONS = 2;

    /** A party that is larger fits into no group. */
    private static final int LARGEST_PARTY = 12;

    private static final int ROWS_AT_A_TIME = 1_000;

    /** Whom somebody blocks or avoids and who does so with them, each read from an index of its own. */
    private static final String APART = """
            select blocked_id from block where person_id = any (?)
            union all select person_id from block where blocked_id = any (?)
            union all select avoided_id from avoid where person_id = any (?)
            union all select person_id from avoid where avoided_id = any (?)""";

    private static final String NAMING = "select person_id from companion where person_id = any (?)";

    private final AgroalDataSource database;
    private final Caller caller;
    private final Clock clock;
    private final Event<CompanyChanged> changed;
    private final Events events;
    private final FewRows rows;
    private final People people;

    Safety(
            AgroalDataSource database,
            Caller caller,
            Clock clock,
            Event<CompanyChanged> changed,
            Events events,
            FewRows rows,
            People people) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
        this.changed = changed;
        this.events = events;
        this.rows = rows;
        this.people = people;
    }

    /**
     * Keeps the person who asks and this one apart from now on; once is enough.
     *
     * @throws Problem UNKNOWN where nobody has this id, INVALID for oneself
     */
    public void block(UUID personId) {
        UUID me = caller.personId();
        if (me.equals(personId)) {
            throw new Problem(Problem.Kind.INVALID, "own-id");
        }
        people.find(personId);
        once(me, () -> {
            if (Block.findById(new Block.Key(me, personId)) == null) {
                new Block(me, personId, clock.instant()).persistAndFlush();
                changed.fire(new CompanyChanged(me));
            }
            // nobody is kept from groups by somebody they want to be apart from
            part(me, personId);
        });
    }

    /** Takes the caller's own block back, if there is one; what the other asked for stays. */
    @Transactional
    public void unblock(UUID personId) {
        UUID me = caller.personId();
        if (Block.deleteById(new Block.Key(me, personId))) {
            changed.fire(new CompanyChanged(me));
        }
    }

    /**
     * Keeps the person who asks and this one out of one group from now on; once is enough.
     *
     * @throws Problem UNKNOWN where nobody has this id, INVALID for oneself
     */
    void avoid(UUID personId) {
        UUID me = caller.personId();
        if (me.equals(personId)) {
            throw new Problem(Problem.Kind.INVALID, "own-id");
        }
        people.find(personId);
        once(me, () -> {
            if (Avoid.findById(new Avoid.Key(me, personId)) == null) {
                new Avoid(me, personId, clock.instant()).persistAndFlush();
                changed.fire(new CompanyChanged(me));
            }
            part(me, personId);
        });
    }

    /** Lets the caller avoid this person no longer, if they did; whether the other does stays. */
    @Transactional
    void unavoid(UUID personId) {
        UUID me = caller.personId();
        if (Avoid.deleteById(new Avoid.Key(me, personId))) {
            changed.fire(new CompanyChanged(me));
        }
    }

    /**
     * Names somebody as a companion of the person who asks; once is enough.
     *
     * @throws Problem UNKNOWN where nobody has this id, INVALID for oneself, CONFLICT where there are enough
     */
    void comeWith(UUID personId) {
        UUID me = caller.personId();
        if (me.equals(personId)) {
            throw new Problem(Problem.Kind.INVALID, "own-id");
        }
        people.find(personId);
        once(me, () -> {
            if (Companion.findById(new Companion.Key(me, personId)) != null) {
                return;
            }
            if (Companion.namedBy(me) >= MOST_COMPANIONS) {
                throw new Problem(Problem.Kind.CONFLICT, "too-many-companions", Map.of("most", MOST_COMPANIONS));
            }
            new Companion(me, personId, clock.instant()).persistAndFlush();
            changed.fire(new CompanyChanged(me));
            if (isNamedBy(personId, me)) {
                changed.fire(new CompanyChanged(personId));
                if (!apart(me, personId)) {
                    events.tell(Fact.companionConfirmed(personId, me), Fact.companionConfirmed(me, personId));
                }
            }
        });
    }

    /** Lets the caller come without this person again. */
    @Transactional
    void comeWithout(UUID personId) {
        part(caller.personId(), personId);
    }

    private void part(UUID me, UUID personId) {
        boolean mutual = isNamedBy(personId, me);
        if (Companion.deleteById(new Companion.Key(me, personId))) {
            changed.fire(new CompanyChanged(me));
            if (mutual) {
                changed.fire(new CompanyChanged(personId));
            }
        }
    }

    private static boolean isNamedBy(UUID personId, UUID me) {
        return Companion.findById(new Companion.Key(personId, me)) != null;
    }

    /** Nobody comes together any more with somebody who is leaving altogether. */
    @Transactional
    public void comeWithoutWhoeverLeaves(UUID personId) {
        Companion.delete("personId = ?1 or companionId = ?1", personId);
    }

    /** Writes something in a transaction of its own, in which this person does not leave. */
    private void once(UUID me, Runnable writing) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                people.holdStill(me);
                writing.run();
            });
        } catch (PersistenceException e) {
            // the same request at the same moment was first, which is as good
            if (!(e instanceof ConstraintViolationException violated && violated.getKind() == ConstraintKind.UNIQUE)) {
                throw e;
            }
        }
    }

    /** Whom the person who asks has blocked. */
    @Transactional
    Page<BlockView> mine(PageRequest page) {
        List<Block> blocks = Block.of(caller.personId(), page.afterId().orElse(FIRST), page.limit() + 1);
        var blocked =
                people.findAll(blocks.stream().map(block -> block.blockedId).toList());
        // who leaves at this very moment takes the block along
        List<BlockView> views = blocks.stream()
                .flatMap(block ->
                        Stream.ofNullable(blocked.get(block.blockedId)).map(person -> BlockView.of(block, person)))
                .toList();
        return Page.of(views, page.limit(), view -> view.personId().toString());
    }

    /** Whom the person who asks avoids. */
    @Transactional
    Page<AvoidView> avoids(PageRequest page) {
        List<Avoid> avoids = Avoid.of(caller.personId(), page.afterId().orElse(FIRST), page.limit() + 1);
        var avoided =
                people.findAll(avoids.stream().map(avoid -> avoid.avoidedId).toList());
        List<AvoidView> views = avoids.stream()
                .flatMap(avoid ->
                        Stream.ofNullable(avoided.get(avoid.avoidedId)).map(person -> AvoidView.of(avoid, person)))
                .toList();
        return Page.of(views, page.limit(), view -> view.personId().toString());
    }

    /** Whom the person who asks has named as companions. */
    @Transactional
    Page<CompanionView> companions(PageRequest page) {
        List<Companion> named = Companion.of(caller.personId(), page.afterId().orElse(FIRST), page.limit() + 1);
        List<UUID> ids = named.stream().map(one -> one.companionId).toList();
        var persons = people.findAll(ids);
        Set<UUID> mutual = Companion.naming(caller.personId(), ids);
        List<CompanionView> views = named.stream()
                .flatMap(one -> Stream.ofNullable(persons.get(one.companionId))
                        .map(person -> CompanionView.of(one, person, mutual.contains(one.companionId))))
                .toList();
        return Page.of(views, page.limit(), view -> view.personId().toString());
    }

    /**
     * With whom each of these people comes together, as both say, and neither keeps away from the other; who comes alone is left
     * out. One query where nobody has named anybody, as most have not.
     */
    @Transactional
    public Map<UUID, Set<UUID>> companionsOf(Collection<UUID> people) {
        Set<UUID> naming = Set.copyOf(rows.with(people, NAMING, row -> row.getObject(1, UUID.class)));
        return Companion.pairs(naming).stream()
                .collect(Collectors.groupingBy(
                        Companion.Pair::one, Collectors.mapping(Companion.Pair::other, Collectors.toSet())));
    }

    /** This person, all with whom they come together, all with whom these do, and so on; in one order for everybody. */
    @Transactional
    public SortedSet<UUID> partyOf(UUID personId) {
        SortedSet<UUID> party = new TreeSet<>(Set.of(personId));
        Set<UUID> next = Set.of(personId);
        while (!next.isEmpty() && party.size() <= LARGEST_PARTY) {
            Set<UUID> beside = companionsOf(next).values().stream()
                    .flatMap(Set::stream)
                    .filter(one -> !party.contains(one))
                    .collect(Collectors.toSet());
            party.addAll(beside);
            next = beside;
        }
        return party;
    }

    /** Streams every two who come together, in constant memory; some more than once. */
    @Transactional
    public void eachTwoTogether(PairSink sink) {
        each("""
                select c.person_id, c.companion_id from companion c
                join companion d on d.person_id = c.companion_id and d.companion_id = c.person_id
                where not exists (
                    select 1 from block b
                    where (b.person_id = c.person_id and b.blocked_id = c.companion_id)
                       or (b.person_id = c.companion_id and b.blocked_id = c.person_id))
                  and not exists (
                    select 1 from avoid a
                    where (a.person_id = c.person_id and a.avoided_id = c.companion_id)
                       or (a.person_id = c.companion_id and a.avoided_id = c.person_id))""", sink);
    }

    /** Whom they have blocked. */
    @Transactional
    public Set<UUID> blockedBy(UUID personId) {
        return Block.blockedBy(personId);
    }

    /** Everybody of whom this person reads nothing, whoever of them asked for it; whom somebody avoids is not among them. */
    @Transactional
    public Set<UUID> blockedFrom(UUID personId) {
        return Block.blockedFrom(personId);
    }

    /** Everybody with whom this person must not be brought together, whoever of them asked for it, and how. */
    @Transactional
    public Set<UUID> apartFrom(UUID personId) {
        return apartFromAnyOf(Set.of(personId));
    }

    /** Everybody with whom one of these people must not be brought together, whoever asked for it, and how. */
    @Transactional
    public Set<UUID> apartFromAnyOf(Collection<UUID> people) {
        return people.isEmpty() ? Set.of() : Set.copyOf(rows.with(people, APART, row -> row.getObject(1, UUID.class)));
    }

    /** Whether these two must not be brought together, whoever of them asked for it, and how. */
    @Transactional
    public boolean apart(UUID one, UUID other) {
        return Block.between(one, other) || Avoid.between(one, other);
    }

    /** Streams every two who must not be brought together, in constant memory; some more than once. */
    @Transactional
    public void eachTwoApart(PairSink sink) {
        each("""
                select person_id, blocked_id from block
                union all
                select person_id, avoided_id from avoid""", sink);
    }

    private void each(String pairs, PairSink sink) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(pairs)) {
            // PostgreSQL reads on demand only where a fetch size is set
            select.setFetchSize(ROWS_AT_A_TIME);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    sink.accept(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
