package org.coterie.interests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.accounts.Caller;
import org.coterie.freshness.Precondition;
import org.coterie.live.Live;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.problem.Fault;
import org.coterie.problem.Problem;
import org.coterie.tags.FoundTag;
import org.coterie.tags.KnownTag;
import org.coterie.tags.NearTagFinder;
import org.coterie.tags.Source;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;

/** Short messages, and the interests they become: a hashtag at once, what was only recognised when the person says so. */
@ApplicationScoped
class Signals {

    private final Caller caller;
    private final Event<InterestsChanged> changed;
    private final Clock clock;
    private final Fading fading;
    private final Live live;
    private final NearTagFinder nearTags;
    private final Precondition precondition;
    private final StillPeople still;
    private final SignalReader reader;
    private final InterestRepository held;
    private final SignalRepository repository;
    private final Tags tags;

    Signals(
            Caller caller,
            Event<InterestsChanged> changed,
            Clock clock,
            InterestsConfig config,
            Live live,
            NearTagFinder nearTags,
            Precondition precondition,
            StillPeople still,
            SignalReader reader,
            InterestRepository held,
            SignalRepository repository,
            Tags tags) {
        this.caller = caller;
        this.changed = changed;
        this.clock = clock;
        this.fading = new Fading(config.halfLife());
        this.live = live;
        this.nearTags = nearTags;
        this.precondition = precondition;
        this.still = still;
        this.reader = reader;
        this.held = held;
        this.repository = repository;
        this.tags = tags;
    }

    /**
     * Takes a message of the person who asks, and what it says about them.
     *
     * @throws Problem CONFLICT where its hashtags would make more interests than anybody may have
     */
    SignalView say(NewSignal message) {
        live.catchUp();
        List<FoundTag> found = reader.read(message);
        Map<String, KnownTag> known =
                tags.resolve(found.stream().map(FoundTag::tag).toList());
        nearTags.findNow(known.values().stream().map(KnownTag::id).toList());
        return QuarkusTransaction.joiningExisting().call(() -> {
            UUID me = caller.personId();
            still.hold(me);
            Instant now = clock.instant();
            var signal = new Signal(me, message.text(), now);
            repository.persist(signal);
            Map<KnownTag, SignalTag> tagged = new HashMap<>();
            Map<UUID, String> meant = new HashMap<>();
            for (FoundTag one : found) {
                KnownTag tag = Optional.ofNullable(known.get(one.tag().name())).orElseThrow();
                if (tagged.containsKey(tag)) {
                    continue; // another name of it
                }
                var signalTag = new SignalTag(signal.id, tag.id(), one);
                signalTag.persist();
                tagged.put(tag, signalTag);
                if (one.meant()) {
                    meant.put(tag.id(), one.tag().label());
                }
            }
            hear(signal, meant, now);
            return viewOf(signal, forReader(tagged)).readBy(reader.model());
        });
    }

    private Map<KnownTag, SignalTag> forReader(Map<KnownTag, SignalTag> tagged) {
        Map<UUID, SignalTag> byTag = new HashMap<>();
        tagged.forEach((tag, signalTag) -> byTag.put(tag.id(), signalTag));
        Map<KnownTag, SignalTag> told = new HashMap<>();
        tags.byIdsForReader(byTag.keySet())
                .forEach((id, tag) -> Optional.ofNullable(byTag.get(id)).ifPresent(found -> told.put(tag, found)));
        return told;
    }

    /** Makes interests of what the person meant, or renews them. */
    private void hear(Signal signal, Map<UUID, String> labelByTag, Instant now) {
        if (labelByTag.isEmpty()) {
            return;
        }
        Map<UUID, Interest> mine = held.of(signal.personId).stream()
                .collect(Collectors.toMap(interest -> interest.tagId, interest -> interest));
        Set<UUID> further = new HashSet<>(labelByTag.keySet());
        further.removeAll(mine.keySet());
        if (!further.isEmpty()) {
            Interests.expectRoom(mine.size() + further.size());
        }
        labelByTag.forEach((tagId, label) -> {
            Interest interest = mine.get(tagId);
            if (interest == null) {
                interest = new Interest(signal.personId, tagId);
                interest.declare(label, Declaration.PLAIN, now, fading);
                interest.signalId = signal.id;
                held.persist(interest);
                RejectedTag.forget(signal.personId, tagId);
            } else {
                interest.hear(signal.id, now, fading);
            }
        });
        changed.fire(new InterestsChanged(signal.personId));
    }

    /** What the person who asks said, newest first. */
    @Transactional
    Page<SignalView> mine(PageRequest page) {
        int limit = page.limit();
        List<Signal> signals = repository.of(caller.personId(), page.afterId(), limit + 1);
        Map<UUID, Map<KnownTag, SignalTag>> tagged = tagsOf(signals);
        return Page.of(signals, limit, signal -> signal.id.toString())
                .map(signal -> viewOf(signal, tagged.getOrDefault(signal.id, Map.of())));
    }

    /**
     * One message of the person who asks.
     *
     * @throws Problem UNKNOWN where they have not said it
     */
    @Transactional
    SignalView find(UUID id) {
        return viewOf(mineWith(id));
    }

    /**
     * The person who asks means this tag: it becomes an interest.
     *
     * @throws Problem UNKNOWN where it was not found in what they said
     */
    @Transactional
    SignalView confirm(UUID id, String written) {
        still.hold(caller.personId());
        Signal signal = mineWith(id);
        confirm(signal, List.of(foundIn(signal, written)));
        return viewOf(signal);
    }

    private void confirm(Signal signal, Collection<SignalTag> meant) {
        Set<UUID> mine = held.of(signal.personId).stream()
                .map(interest -> interest.tagId)
                .collect(Collectors.toSet());
        Map<UUID, String> heard = new HashMap<>();
        for (SignalTag found : meant) {
            if (!found.confirmed || !mine.contains(found.tagId)) {
                found.confirmed = true;
                heard.put(found.tagId, labelOf(signal, found));
            }
        }
        hear(signal, heard, clock.instant());
    }

    /**
     * The person who asks does not mean this tag: it goes, and the interest that came of it here. Where it was only
     * recognised, it is not offered again.
     *
     * @throws Problem UNKNOWN where it was not found in what they said
     */
    @Transactional
    void reject(UUID id, String written) {
        still.hold(caller.personId());
        Signal signal = mineWith(id);
        reject(signal, List.of(foundIn(signal, written)));
    }

    private void reject(Signal signal, Collection<SignalTag> notMeant) {
        Set<UUID> gone = new HashSet<>();
        for (SignalTag found : notMeant) {
            gone.add(found.tagId);
            found.delete();
            if (found.source != Source.HASHTAG) {
                RejectedTag.note(signal.personId, found.tagId, clock.instant());
            }
        }
        unsay(
                signal,
                held.cameOf(signal).stream()
                        .filter(interest -> gone.contains(interest.tagId))
                        .toList());
    }

    /**
     * The person who asks means some of the tags, and does not mean others.
     *
     * @throws Problem UNKNOWN where they have not said it, INVALID with each that was not found in it or is in both lists,
     *     CONFLICT where it would be more interests than anybody may have; then nothing is decided
     */
    @Transactional
    SignalView decide(UUID id, Decision decision) {
        still.hold(caller.personId());
        Signal signal = mineWith(id);
        List<Fault> faults = new ArrayList<>();
        Map<UUID, SignalTag> meant = foundIn(signal, decision.meant(), "/confirm/", faults);
        Map<UUID, SignalTag> notMeant = foundIn(signal, decision.notMeant(), "/reject/", faults);
        for (int i = 0; i < decision.notMeant().size(); i++) {
            if (tags.find(decision.notMeant().get(i))
                    .filter(tag -> meant.containsKey(tag.id()))
                    .isPresent()) {
                faults.add(new Fault("/reject/" + i, "contradictory"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        confirm(signal, meant.values());
        reject(signal, notMeant.values());
        SignalTag.flush();
        return viewOf(signal);
    }

    private Map<UUID, SignalTag> foundIn(Signal signal, List<String> written, String pointer, List<Fault> faults) {
        Map<UUID, SignalTag> found = new HashMap<>();
        for (int i = 0; i < written.size(); i++) {
            try {
                SignalTag one = foundIn(signal, written.get(i));
                found.put(one.tagId, one);
            } catch (Problem unknown) {
                faults.add(unknown.at(pointer + i));
            }
        }
        return found;
    }

    /**
     * Takes a message back, and the interests that came of it.
     *
     * @throws Problem UNKNOWN where the person who asks has not said it
     */
    @Transactional
    void takeBack(UUID id) {
        still.hold(caller.personId());
        Signal signal = mineWith(id);
        precondition.expectRead(() -> viewOf(signal));
        unsay(signal, held.cameOf(signal));
        held.flush();
        repository.deleteById(signal.id);
    }

    /** Interests of a signal go with it, unless another one still says the same. */
    private void unsay(Signal signal, Collection<Interest> said) {
        for (Interest interest : said) {
            repository
                    .otherOf(signal, interest.tagId)
                    .ifPresentOrElse(
                            other -> interest.hear(other.id, other.saidAt, fading), () -> held.delete(interest));
        }
        if (!said.isEmpty()) {
            changed.fire(new InterestsChanged(signal.personId));
        }
    }

    private Signal mineWith(UUID id) {
        return repository
                .of(caller.personId(), id)
                .orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "unknown-signal"));
    }

    private SignalTag foundIn(Signal signal, String written) {
        return tags.find(written)
                .flatMap(tag -> SignalTag.<SignalTag>findByIdOptional(new SignalTag.Key(signal.id, tag.id())))
                .orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "unknown-signal-tag"));
    }

    /** As the person wrote it there, where their words stand for it. */
    private String labelOf(Signal signal, SignalTag found) {
        return found.startsAt == null || found.endsAt == null
                ? tags.byIds(List.of(found.tagId)).values().iterator().next().label()
                : TagName.of(signal.text.substring(found.startsAt, found.endsAt))
                        .label();
    }

    private SignalView viewOf(Signal signal) {
        return viewOf(signal, tagsOf(List.of(signal)).getOrDefault(signal.id, Map.of()));
    }

    private static SignalView viewOf(Signal signal, Map<KnownTag, SignalTag> tagged) {
        List<SignalView.Found> found = new ArrayList<>();
        tagged.forEach((tag, signalTag) -> found.add(SignalView.Found.of(signalTag, tag)));
        return SignalView.of(signal, found);
    }

    private Map<UUID, Map<KnownTag, SignalTag>> tagsOf(List<Signal> signals) {
        List<SignalTag> all =
                repository.tagsOf(signals.stream().map(signal -> signal.id).toList());
        Map<UUID, KnownTag> known = tags.byIdsForReader(
                all.stream().map(signalTag -> signalTag.tagId).collect(Collectors.toSet()));
        Map<UUID, Map<KnownTag, SignalTag>> bySignal = new HashMap<>();
        for (SignalTag signalTag : all) {
            KnownTag tag = known.get(signalTag.tagId);
            if (tag != null) {
                bySignal.computeIfAbsent(signalTag.signalId, id -> new HashMap<>())
                        .put(tag, signalTag);
            }
        }
        return bySignal;
    }
}
