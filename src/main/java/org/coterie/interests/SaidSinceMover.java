package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coterie.events.Events;
import org.coterie.events.Fact;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.tags.NextPeople;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagMover;
import org.coterie.tags.Tags;

/**
 * Where two tags are two again, what people have said since by the name that gave way goes to that one, as far as it was not
 * moved before.
 */
@ApplicationScoped
class SaidSinceMover implements TagMover {

    private final Event<InterestsWentBack> wentBack;
    private final ChangeLog log;
    private final Events events;
    private final InterestRepository repository;
    private final SaidInSignals inSignals;
    private final Tags tags;

    SaidSinceMover(
            Event<InterestsWentBack> wentBack,
            ChangeLog log,
            Events events,
            InterestRepository repository,
            SaidInSignals inSignals,
            Tags tags) {
        this.wentBack = wentBack;
        this.log = log;
        this.events = events;
        this.repository = repository;
        this.inSignals = inSignals;
        this.tags = tags;
    }

    @Override
    public List<UUID> people(TagMove move, UUID after, int limit) {
        if (!move.back()) {
            return List.of();
        }
        return NextPeople.among(
                after,
                limit,
                last -> repository
                        .find(
                                "tagId = ?1 and expressedAt >= ?2 and personId > ?3 order by personId",
                                move.to(),
                                move.mergedAt(),
                                last)
                        .page(0, NextPeople.PORTION)
                        .list(),
                interest -> interest.personId,
                said -> byTheOldName(said, move));
    }

    /** Of people who said these those who wrote a name of the tag that gave way, and of whom nothing else is to go back. */
    private List<UUID> byTheOldName(List<Interest> said, TagMove move) {
        if (said.isEmpty()) {
            return List.of();
        }
        List<UUID> people = said.stream().map(interest -> interest.personId).toList();
        Set<UUID> others = new HashSet<>();
        MovedInterest.of(move.id(), people).forEach(moved -> others.add(moved.personId));
        repository
                .list("personId in ?1 and tagId = ?2", people, move.from())
                .forEach(again -> others.add(again.personId));
        Set<String> old = tags.oldNames(
                move, said.stream().map(interest -> interest.label).toList());
        return said.stream()
                .filter(interest -> !others.contains(interest.personId) && old.contains(interest.label))
                .map(interest -> interest.personId)
                .toList();
    }

    @Override
    public void movePeople(TagMove move, Collection<UUID> people) {
        if (!move.back()) {
            return;
        }
        List<Interest> since = repository.list(
                "personId in ?1 and tagId = ?2 and expressedAt >= ?3", people, move.to(), move.mergedAt());
        Set<UUID> going = Set.copyOf(byTheOldName(since, move));
        if (going.isEmpty()) {
            return;
        }
        repository
                .getEntityManager()
                .createNativeQuery(InterestMover.MOVE)
                .setParameter("into", move.from())
                .setParameter("out", move.to())
                .setParameter("people", going)
                .executeUpdate();
        since.stream().filter(said -> going.contains(said.personId)).forEach(repository.getEntityManager()::detach);
        inSignals.keep(move, going);
        log.noteAll(Topic.INTERESTS, going);
        events.tell(Fact.synonymUndone(move.id(), going));
        Set<UUID> without = new HashSet<>(going);
        repository
                .list("personId in ?1 and tagId = ?2", going, move.to())
                .forEach(both -> without.remove(both.personId));
        wentBack.fire(new InterestsWentBack(move, without));
    }

    @Override
    public void forget(UUID moveId) {
        // nothing is kept
    }
}
