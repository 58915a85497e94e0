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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coterie.tags.FoundTag;
import org.coterie.tags.KnownTag;
import org.coterie.tags.NextPeople;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagMover;
import org.coterie.tags.Tags;

/**
 * Where two tags are two again, what was found since in signals by a name of the one that gave way, with whichever ending, goes
 * to that one; of hashtags of both in one signal each to its own. What is meant is an interest. It comes after their interests.
 */
@ApplicationScoped
@Priority(SignalsSinceMover.LAST)
class SignalsSinceMover implements TagMover {

    static final int LAST = -1;

    private static final String NEXT = """
            select distinct s.person_id from signal_tag t join signal s on s.id = t.signal_id
            where t.tag_id = :to and s.said_at >= :since and s.person_id > :after
            order by s.person_id""";

    private final InterestRepository interests;
    private final SaidInSignals said;
    private final Tags tags;

    SignalsSinceMover(InterestRepository interests, SaidInSignals said, Tags tags) {
        this.interests = interests;
        this.said = said;
        this.tags = tags;
    }

    @Override
    public List<UUID> people(TagMove move, UUID after, int limit) {
        if (!move.back()) {
            return List.of();
        }
        return NextPeople.among(after, limit, last -> next(move, last), person -> person, some -> {
            Set<UUID> whose = new HashSet<>();
            Map<Signal, SignalTag> found = SaidInSignals.since(move, some);
            going(move, found).keySet().forEach(signal -> whose.add(signal.personId));
            missing(move, found.keySet()).keySet().forEach(signal -> whose.add(signal.personId));
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
    private Map<Signal, SignalTag> going(TagMove move, Map<Signal, SignalTag> found) {
        Map<Signal, String> written = new HashMap<>();
        found.forEach((signal, tag) -> {
            String writing = signal.writing(tag);
            if (writing != null) {
                written.put(signal, writing);
            }
        });
        if (written.isEmpty()) {
            return Map.of();
        }
        Set<String> old = tags.oldNames(move, written.values());
        Set<UUID> again = foundIn(found.keySet(), move.from());
        Map<Signal, SignalTag> going = new HashMap<>();
        written.forEach((signal, writing) -> {
            if (old.contains(writing) && !again.contains(signal.id)) {
                going.put(signal, Objects.requireNonNull(found.get(signal)));
            }
        });
        return going;
    }

    private static Set<UUID> foundIn(Collection<Signal> signals, UUID tagId) {
        return SignalTagMover.found(signals.stream().map(signal -> signal.id).toList(), tagId)
                .keySet();
    }

    /** Hashtags of the two tags that were not noted, since they stand beside the other's, by their signal. */
    private Map<Signal, FoundTag> missing(TagMove move, Collection<Signal> signals) {
        Map<Signal, List<FoundTag>> several = new HashMap<>();
        for (Signal signal : signals) {
            List<FoundTag> hashtags = Tags.hashtagsIn(signal.text);
            if (hashtags.size() > 1) {
                several.put(signal, hashtags);
            }
        }
        Map<String, KnownTag> known = several.isEmpty()
                ? Map.of()
                : tags.known(several.values().stream()
                        .flatMap(List::stream)
                        .map(FoundTag::tag)
                        .toList());
        Map<Signal, FoundTag> missing = new HashMap<>();
        for (UUID tagId : List.of(move.from(), move.to())) {
            Set<UUID> noted = foundIn(several.keySet(), tagId);
            several.forEach((signal, hashtags) -> hashtags.stream()
                    .filter(hashtag -> !noted.contains(signal.id))
                    .filter(hashtag -> Optional.ofNullable(
                                    known.get(hashtag.tag().name()))
                            .filter(tag -> tag.id().equals(tagId))
                            .isPresent())
                    .findFirst()
                    .ifPresent(hashtag -> missing.put(signal, hashtag)));
        }
        return missing;
    }

    @Override
    public void movePeople(TagMove move, Collection<UUID> people) {
        if (!move.back()) {
            return;
        }
        em().flush();
        Map<Signal, SignalTag> found = SaidInSignals.since(move, people);
        going(move, found).forEach((signal, tag) -> {
            SignalTag there = tag.under(move.from());
            there.persist();
            tag.delete();
            hear(move, signal, there);
        });
        SignalTag.flush();
        missing(move, found.keySet()).forEach((signal, hashtag) -> {
            boolean old = !tags.oldNames(move, List.of(hashtag.tag().label())).isEmpty();
            var beside = new SignalTag(signal.id, old ? move.from() : move.to(), hashtag);
            beside.confirmed = Objects.requireNonNull(found.get(signal)).confirmed;
            beside.persist();
            hear(move, signal, beside);
        });
        SignalTag.flush();
        said.letGoOfWhatNoneSays(move, people);
    }

    /** What is meant is held by whoever still holds one of the two. */
    private void hear(TagMove move, Signal signal, SignalTag found) {
        String writing = signal.writing(found);
        boolean holding =
                !interests.of(signal.personId, List.of(move.from(), move.to())).isEmpty();
        if (found.confirmed && writing != null && holding) {
            said.hear(signal, found.tagId, writing);
        }
    }

    private EntityManager em() {
        return interests.getEntityManager();
    }

    @Override
    public void forget(UUID moveId) {
        // nothing is kept
    }
}
