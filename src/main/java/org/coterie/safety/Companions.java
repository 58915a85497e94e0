package org.coterie.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.events.Events;
import org.coterie.events.Fact;
import org.coterie.freshness.Precondition;
import org.coterie.paging.FewRows;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.paging.RowStream;
import org.coterie.people.People;
import org.coterie.problem.Problem;

/** Who comes to groups only together with whom: as both say, and neither keeps away from the other. */
@ApplicationScoped
public class Companions {

    private static final UUID FIRST = new UUID(0, 0);

    private static final int MOST_COMPANIONS = 2;

    /** A party that is larger fits into no group. */
    private static final int LARGEST_PARTY = 12;

    private static final String NAMING = "select person_id from companion where person_id = any (?)";

    private final Caller caller;
    private final Event<CompanyChanged> changed;
    private final Clock clock;
    private final Events events;
    private final FewRows few;
    private final People people;
    private final Precondition precondition;
    private final RowStream rows;
    private final Safety safety;
    private final Said said;

    Companions(
            Caller caller,
            Event<CompanyChanged> changed,
            Clock clock,
            Events events,
            FewRows few,
            People people,
            Precondition precondition,
            RowStream rows,
            Safety safety,
            Said said) {
        this.caller = caller;
        this.changed = changed;
        this.clock = clock;
        this.events = events;
        this.few = few;
        this.people = people;
        this.precondition = precondition;
        this.rows = rows;
        this.safety = safety;
        this.said = said;
    }

    /**
     * Names somebody as a companion of the person who asks; once is enough.
     *
     * @throws Problem UNKNOWN where nobody has this id, INVALID for oneself, CONFLICT where there are enough
     */
    void comeWith(UUID personId) {
        said.once(personId, me -> {
            Companion before = Companion.findById(new Companion.Key(me, personId));
            precondition.expectAsRead(before, this::viewOf);
            if (before != null) {
                return;
            }
            if (Companion.namedBy(me) >= MOST_COMPANIONS) {
                throw new Problem(Problem.Kind.CONFLICT, "too-many-companions", Map.of("most", MOST_COMPANIONS));
            }
            new Companion(me, personId, clock.instant()).persistAndFlush();
            boolean mutual = isNamedBy(personId, me);
            changed.fire(changed(me, personId, mutual));
            if (mutual && !safety.apart(me, personId)) {
                events.tell(Fact.companionConfirmed(personId, me), Fact.companionConfirmed(me, personId));
            }
        });
    }

    /** Lets the caller come without this person again. */
    @Transactional
    void comeWithout(UUID personId) {
        UUID me = caller.personId();
        people.holdStill(me);
        precondition.expectAsRead(Companion.<Companion>findById(new Companion.Key(me, personId)), this::viewOf);
        part(me, personId);
    }

    /** Lets the caller come without anybody again, whom they have named at once: not first with one of two alone. */
    @Transactional
    void comeAlone() {
        UUID me = caller.personId();
        people.holdStill(me);
        precondition.expectRead(() -> list(new PageRequest()));
        List<UUID> named = Companion.of(me, FIRST, MOST_COMPANIONS).stream()
                .map(one -> one.companionId)
                .toList();
        if (!named.isEmpty()) {
            List<UUID> concerned = Stream.concat(Stream.of(me), named.stream().filter(one -> isNamedBy(one, me)))
                    .toList();
            Companion.delete("personId", me);
            changed.fire(new CompanyChanged(concerned));
        }
    }

    /** Lets somebody come without this person. */
    void part(UUID me, UUID personId) {
        boolean mutual = isNamedBy(personId, me);
        if (Companion.deleteById(new Companion.Key(me, personId))) {
            changed.fire(changed(me, personId, mutual));
        }
    }

    private static CompanyChanged changed(UUID me, UUID personId, boolean mutual) {
        return new CompanyChanged(mutual ? List.of(me, personId) : List.of(me));
    }

    private static boolean isNamedBy(UUID personId, UUID me) {
        return Companion.findById(new Companion.Key(personId, me)) != null;
    }

    /** Nobody comes together any more with somebody who is leaving altogether. */
    @Transactional
    public void comeWithoutWhoeverLeaves(UUID personId) {
        Set<UUID> left = of(Set.of(personId)).getOrDefault(personId, Set.of());
        if (!left.isEmpty()) {
            changed.fire(new CompanyChanged(List.copyOf(left)));
        }
        Companion.delete("personId", personId);
        Companion.delete("companionId", personId); // of its own, since H2 finds no index for one or the other
    }

    /**
     * What the person who asks has said of this one.
     *
     * @throws Problem UNKNOWN where they have not
     */
    @Transactional
    CompanionView one(UUID personId) {
        return Said.expect(
                Companion.<Companion>findByIdOptional(new Companion.Key(caller.personId(), personId)), this::viewOf);
    }

    private CompanionView viewOf(Companion companion) {
        return CompanionView.of(
                companion,
                people.find(companion.companionId),
                !Companion.naming(companion.personId, List.of(companion.companionId))
                        .isEmpty());
    }

    /** Whom the person who asks has named as companions. */
    @Transactional
    Page<CompanionView> list(PageRequest page) {
        Page<Companion> named = Page.of(
                Companion.of(caller.personId(), page.afterId().orElse(FIRST), page.limit() + 1),
                page.limit(),
                one -> one.companionId.toString());
        List<UUID> ids = named.items().stream().map(one -> one.companionId).toList();
        var persons = people.findAll(ids);
        Set<UUID> mutual = Companion.naming(caller.personId(), ids);
        return named.mapKnown(one -> Optional.ofNullable(persons.get(one.companionId))
                .map(person -> CompanionView.of(one, person, mutual.contains(one.companionId))));
    }

    /**
     * With whom each of these people comes together, as both say, and neither keeps away from the other; who comes alone is left
     * out. One query where nobody has named anybody, as most have not.
     */
    @Transactional
    public Map<UUID, Set<UUID>> of(Collection<UUID> people) {
        Set<UUID> naming = Set.copyOf(few.with(people, NAMING, row -> row.getObject(1, UUID.class)));
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
            Set<UUID> beside = of(next).values().stream()
                    .flatMap(Set::stream)
                    .filter(one -> !party.contains(one))
                    .collect(Collectors.toSet());
            party.addAll(beside);
            next = beside;
        }
        return party;
    }

    /** Streams every two who come together, in constant memory; some more than once. */
    public void eachTwoTogether(PairSink sink) {
        rows.each(
                """
                select c.person_id, c.companion_id from companion c
                join companion d on d.person_id = c.companion_id and d.companion_id = c.person_id
                where not exists (
                    select 1 from block b
                    where (b.person_id = c.person_id and b.blocked_id = c.companion_id)
                       or (b.person_id = c.companion_id and b.blocked_id = c.person_id))
                  and not exists (
                    select 1 from avoid a
                    where (a.person_id = c.person_id and a.avoided_id = c.companion_id)
                       or (a.person_id = c.companion_id and a.avoided_id = c.person_id))""",
                RowStream.Parameters.NONE,
                row -> sink.accept(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }
}
