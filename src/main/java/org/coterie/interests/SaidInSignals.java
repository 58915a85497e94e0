package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.tags.TagMove;
import org.coterie.tags.Tags;

/** What people have said in signals while two tags were one, by the name of either, is an interest in that one when they are two. */
@ApplicationScoped
class SaidInSignals {

    private static final String SIGNALS = """
            from Signal s where s.personId in ?1 and s.saidAt >= ?2
            and exists (select 1 from SignalTag t where t.signalId = s.id and t.tagId = ?3)""";

    private final ChangeLog log;
    private final Fading fading;
    private final InterestRepository interests;
    private final Tags tags;

    SaidInSignals(ChangeLog log, InterestsConfig config, InterestRepository interests, Tags tags) {
        this.log = log;
        this.fading = new Fading(config.halfLife());
        this.interests = interests;
        this.tags = tags;
    }

    /** What was found since of the tag that stays, by its signal. */
    static Map<Signal, SignalTag> since(TagMove move, Collection<UUID> people) {
        Map<UUID, Signal> signals = people.isEmpty()
                ? Map.of()
                : Signal.<Signal>list(SIGNALS, people, move.mergedAt(), move.to()).stream()
                        .collect(Collectors.toMap(signal -> signal.id, signal -> signal));
        Map<Signal, SignalTag> found = new HashMap<>();
        SignalTagMover.found(signals.keySet(), move.to())
                .forEach((id, tag) -> found.put(Objects.requireNonNull(signals.get(id)), tag));
        return found;
    }

    /** People whose interest has gone back to the tag that gave way hold the other too, where they have said its name since. */
    void keep(TagMove move, Collection<UUID> gone) {
        Map<Signal, String> written = new HashMap<>();
        since(move, gone).forEach((signal, tag) -> {
            String writing = signal.writing(tag);
            if (tag.confirmed && writing != null) {
                written.put(signal, writing);
            }
        });
        Set<String> old = written.isEmpty() ? Set.of() : tags.oldNames(move, written.values());
        written.entrySet().stream()
                .filter(said -> !old.contains(said.getValue()))
                .sorted(Comparator.<Map.Entry<Signal, String>, Instant>comparing(said -> said.getKey().saidAt)
                        .reversed())
                .forEach(said -> hear(said.getKey(), move.to(), said.getValue()));
    }

    /** Makes an interest of what somebody meant, unless they hold it. */
    void hear(Signal signal, UUID tagId, String written) {
        if (interests.findByIdOptional(new Interest.Key(signal.personId, tagId)).isEmpty()) {
            var interest = new Interest(signal.personId, tagId);
            interest.declare(written, Declaration.PLAIN, signal.saidAt, fading);
            interest.signalId = signal.id;
            interests.persistAndFlush(interest);
            RejectedTag.forget(signal.personId, tagId);
            log.noteAll(Topic.INTERESTS, List.of(signal.personId));
        }
    }
}
