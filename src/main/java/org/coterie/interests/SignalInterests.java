package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;

/** The interests that come of messages: made or renewed as somebody means them, gone as they take that back. */
@ApplicationScoped
class SignalInterests {

    private final Event<InterestsChanged> changed;
    private final ChangeLog log;
    private final Fading fading;
    private final InterestRepository held;
    private final SignalRepository repository;

    SignalInterests(
            Event<InterestsChanged> changed,
            ChangeLog log,
            InterestsConfig config,
            InterestRepository held,
            SignalRepository repository) {
        this.changed = changed;
        this.log = log;
        this.fading = new Fading(config.halfLife());
        this.held = held;
        this.repository = repository;
    }

    /** Makes interests of what the person meant, or renews them. */
    void hear(Signal signal, Map<UUID, String> labelByTag, Instant now) {
        if (labelByTag.isEmpty()) {
            note(signal);
            return;
        }
        Map<UUID, Interest> mine = held.of(signal.personId).stream()
                .collect(Collectors.toMap(interest -> interest.tagId, interest -> interest));
        Set<UUID> further = new HashSet<>(labelByTag.keySet());
        further.removeAll(mine.keySet());
        if (!further.isEmpty()) {
            Interests.expectRoom(mine.size(), further.size());
        }
        labelByTag.forEach((tagId, label) -> {
            Interest interest = mine.get(tagId);
            if (interest == null) {
                interest = new Interest(signal.personId, tagId);
                interest.declare(label, Declaration.PLAIN, now, fading);
                interest.signalId = signal.id;
                held.persist(interest);
            } else {
                interest.hear(signal.id, now, fading);
            }
        });
        RejectedTag.forget(signal.personId, further);
        changed.fire(new InterestsChanged(signal.personId));
    }

    /** Interests of a signal go with it, unless another one still says the same. */
    void unsay(Signal signal, Collection<Interest> said) {
        if (said.isEmpty()) {
            note(signal);
            return;
        }
        Map<UUID, SignalRepository.Saying> others = repository.othersOf(
                signal, said.stream().map(interest -> interest.tagId).toList());
        for (Interest interest : said) {
            SignalRepository.Saying other = others.get(interest.tagId);
            if (other == null) {
                held.delete(interest);
            } else {
                interest.hear(other.signalId(), other.saidAt(), fading);
            }
        }
        changed.fire(new InterestsChanged(signal.personId));
    }

    /** What somebody said, or did not mean, is a change also where no interest comes or goes. */
    private void note(Signal signal) {
        log.note(Topic.INTERESTS, signal.personId);
    }
}
