package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coterie.paging.Portions;
import org.coterie.tags.NextPeople;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagMover;

/** What was found in signals follows its tag; what has been said no to since stays away. */
@ApplicationScoped
class SignalTagMover implements TagMover {

    private static final int AT_ONCE = 1_000;

    private static final String NEXT = """
            select distinct s.person_id from signal_tag t join signal s on s.id = t.signal_id
            where t.tag_id = ?2 and s.person_id > ?1 order by s.person_id""";

    private static final String NEXT_BACK = """
            select distinct s.person_id from moved_signal_tag t join signal s on s.id = t.signal_id
            where t.move_id = ?2 and s.person_id > ?1 order by s.person_id""";

    private static final String THEIRS = """
            select t from %s t where t.%s = ?1
            and exists (select 1 from Signal s where s.id = t.signalId and s.personId in ?2)""";

    private final SignalRepository repository;

    SignalTagMover(SignalRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<UUID> people(TagMove move, UUID after, int limit) {
        Object what = move.back() ? move.id() : move.from();
        return NextPeople.of(repository.getEntityManager(), move.back() ? NEXT_BACK : NEXT, after, what, limit);
    }

    @Override
    public void movePeople(TagMove move, Collection<UUID> people) {
        if (move.back()) {
            moveBack(move, people);
        } else {
            moveOn(move, people);
        }
    }

    private void moveOn(TagMove move, Collection<UUID> people) {
        List<SignalTag> going = SignalTag.list(THEIRS.formatted("SignalTag", "tagId"), move.from(), people);
        Map<UUID, SignalTag> staying =
                found(going.stream().map(tag -> tag.signalId).toList(), move.to());
        for (SignalTag gone : going) {
            SignalTag beside = staying.get(gone.signalId);
            keep(move, gone);
            gone.delete();
            if (beside == null) {
                gone.under(move.to()).persist();
            } else {
                keep(move, beside);
                beside.take(SignalTag.surer(gone, beside));
            }
        }
        SignalTag.flush();
    }

    private static void keep(TagMove move, SignalTag found) {
        if (MovedSignalTag.findById(new MovedSignalTag.Key(move.id(), found.signalId, found.tagId)) == null) {
            new MovedSignalTag(move.id(), found).persist();
        }
    }

    private void moveBack(TagMove move, Collection<UUID> people) {
        List<MovedSignalTag> moved =
                MovedSignalTag.list(THEIRS.formatted("MovedSignalTag", "moveId"), move.id(), people);
        Map<UUID, SignalTag> before = new HashMap<>();
        List<SignalTag> going = new ArrayList<>();
        for (MovedSignalTag was : moved) {
            SignalTag found = was.found();
            if (was.tagId.equals(move.from())) {
                going.add(found);
            } else {
                before.put(found.signalId, found);
            }
        }
        List<UUID> signals = going.stream().map(tag -> tag.signalId).toList();
        Map<UUID, SignalTag> now = found(signals, move.to());
        Map<UUID, SignalTag> again = found(signals, move.from());
        for (SignalTag was : going) {
            SignalTag current = now.get(was.signalId);
            SignalTag beside = before.get(was.signalId);
            if (current != null && !again.containsKey(was.signalId)) {
                if (beside == null) {
                    current.delete();
                    current.under(move.from()).persist();
                } else {
                    if (current.isMeantSince(was)) {
                        was.confirmed = true;
                        current.take(beside);
                    } else if (current.isStill(SignalTag.surer(was, beside))) {
                        current.take(beside);
                    }
                    was.persist();
                }
            }
        }
        moved.forEach(MovedSignalTag::delete);
        SignalTag.flush();
    }

    /** What was found of a tag in these signals. */
    static Map<UUID, SignalTag> found(Collection<UUID> signals, UUID tagId) {
        Map<UUID, SignalTag> found = new HashMap<>();
        Portions.of(signals, AT_ONCE)
                .flatMap(some -> SignalTag.<SignalTag>list("signalId in ?1 and tagId = ?2", some, tagId).stream())
                .forEach(tag -> found.put(tag.signalId, tag));
        return found;
    }

    @Override
    public void forget(UUID moveId) {
        MovedSignalTag.delete("moveId", moveId);
    }
}
