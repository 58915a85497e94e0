package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

    private final Event<InterestsWentBack> wentBack;
    private final ChangeLog log;
    private final Fading fading;
    private final InterestRepository interests;
    private final SignalRepository signals;
    private final Tags tags;

    SaidInSignals(
            Event<InterestsWentBack> wentBack,
            ChangeLog log,
            InterestsConfig config,
            InterestRepository interests,
            SignalRepository signals,
            Tags tags) {
        this.wentBack = wentBack;
        this.log = log;
        this.fading = new Fading(config.halfLife());
        this.interests = interests;
        this.signals = signals;
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

    /**
     * What these people hold of either because a signal said it goes where that signal does not say it, and no other of theirs
     * does; after what was found in signals has gone back.
     */
    void letGoOfWhatNoneSays(TagMove move, Collection<UUID> people) {
        Set<UUID> changed = new HashSet<>();
        for (UUID tagId : List.of(move.from(), move.to())) {
            List<Interest> came =
                    interests.list("personId in ?1 and tagId = ?2 and signalId is not null", people, tagId);
            Map<UUID, SignalTag> found = SignalTagMover.found(
                    came.stream().map(interest -> interest.signalId).toList(), tagId);
            for (Interest interest : came) {
                SignalTag said = found.get(interest.signalId);
                if (said == null || !said.confirmed) {
                    signals.saying(interest.personId, tagId)
                            .ifPresentOrElse(
                                    other -> interest.hear(other.id, other.saidAt, fading),
                                    () -> interests.delete(interest));
                    changed.add(interest.personId);
                }
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        interests.flush();
        log.noteAll(Topic.INTERESTS, changed);
        Set<UUID> without = new HashSet<>(changed);
        interests
                .list("personId in ?1 and tagId = ?2", changed, move.to())
                .forEach(holding -> without.remove(holding.personId));
        wentBack.fire(new InterestsWentBack(move, without));
    }

    /** Makes an interest of what somebody meant, unless they hold it. */
    void hear(Signal signal, UUID tagId, String written) {
        if (interests.findByIdOptional(new Interest.Key(signal.personId, tagId)).isEmpty()) {
            var interest = new Interest(signal.personId, tagId);
            interest.declare(written, Declaration.PLAIN, signal.saidAt, fading);
            interest.signalId = signal.id;
            interests.persistAndFlush(interest);
            RejectedTag.forget(signal.personId, List.of(tagId));
            log.noteAll(Topic.INTERESTS, List.of(signal.personId));
        }
    }
}
