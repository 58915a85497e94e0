package org.coterie.interests;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.tags.NextPeople;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagMover;
import org.coterie.tags.Tags;

/**
 * Where two tags are two again, what was found since in signals by a name of the one that gave way, with whichever ending, goes
 * to that one: what is undecided in any case, what is meant unless its owner holds the other alone. It comes after their interests.
 */
@ApplicationScoped
@Priority(SignalsSinceMover.LAST)
class SignalsSinceMover implements TagMover {

    static final int LAST = -1;

    private static final String NEXT = """
            select distinct s.person_id from signal_tag t join signal s on s.id = t.signal_id
            where t.tag_id = :to and s.said_at >= :since and s.person_id > :after
            order by s.person_id""";

    private static final String SIGNALS = """
            from Signal s where s.personId in ?1 and s.saidAt >= ?2
            and exists (select 1 from SignalTag t where t.signalId = s.id and t.tagId = ?3)""";

    private final InterestRepository interests;
    private final Tags tags;

    SignalsSinceMover(InterestRepository interests, Tags tags) {
        this.interests = interests;
        this.tags = tags;
    }

    @Override
    public List<UUID> people(TagMove move, UUID after, int limit) {
        if (!move.back()) {
            return List.of();
        }
        return NextPeople.among(after, limit, last -> next(move, last), person -> person, some -> {
            Set<UUID> whose = new HashSet<>();
            going(move, some).forEach((signal, found) -> whose.add(signal.personId));
            return some.stream().filter(whose::contains).toList();
        });
    }

    private List<UUID> next(TagMove move, UUID after) {
        List<?> rows = em().createNativeQuery(NEXT, UUID.class)
                .setParameter("to", move.to())
                .setParameter("since", move.mergedAt())
                .setParameter("after", after)
                .setMaxResults(NextPeople.PORTION)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** What goes to the tag that gave way, by its signal. */
    private Map<Signal, SignalTag> going(TagMove move, Collection<UUID> people) {
        Map<UUID, Signal> signals = people.isEmpty()
                ? Map.of()
                : Signal.<Signal>list(SIGNALS, people, move.mergedAt(), move.to()).stream()
                        .collect(Collectors.toMap(signal -> signal.id, signal -> signal));
        Map<UUID, SignalTag> found = SignalTagMover.found(signals.keySet(), move.to());
        Map<Signal, String> written = new HashMap<>();
        found.forEach((id, tag) -> {
            Signal signal = Objects.requireNonNull(signals.get(id));
            String writing = signal.writing(tag);
            if (writing != null) {
                written.put(signal, writing);
            }
        });
        if (written.isEmpty()) {
            return Map.of();
        }
        Set<String> old = tags.oldNames(move, written.values());
        Set<UUID> again = SignalTagMover.found(signals.keySet(), move.from()).keySet();
        Set<UUID> staying = holders(move.to(), people);
        staying.removeAll(holders(move.from(), people));
        Map<Signal, SignalTag> going = new HashMap<>();
        written.forEach((signal, writing) -> {
            SignalTag tag = Objects.requireNonNull(found.get(signal.id));
            boolean stays = tag.confirmed && staying.contains(signal.personId);
            if (old.contains(writing) && !again.contains(signal.id) && !stays) {
                going.put(signal, tag);
            }
        });
        return going;
    }

    private Set<UUID> holders(UUID tagId, Collection<UUID> people) {
        return interests.list("personId in ?1 and tagId = ?2", people, tagId).stream()
                .map(interest -> interest.personId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public void movePeople(TagMove move, Collection<UUID> people) {
        if (!move.back()) {
            return;
        }
        em().flush();
        going(move, people).forEach((signal, found) -> {
            found.under(move.from()).persist();
            found.delete();
        });
        SignalTag.flush();
    }

    private EntityManager em() {
        return interests.getEntityManager();
    }

    @Override
    public void forget(UUID moveId) {
        // nothing is kept
    }
}
