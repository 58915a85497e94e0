package org.coterie.interests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.freshness.Precondition;
import org.coterie.live.Live;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.problem.Problem;
import org.coterie.tags.FoundTag;
import org.coterie.tags.KnownTag;
import org.coterie.tags.NearTagFinder;
import org.coterie.tags.Tags;

/** Short messages, and the tags that they say or seem to be about. */
@ApplicationScoped
class Signals {

    private final Caller caller;
    private final Clock clock;
    private final Live live;
    private final NearTagFinder nearTags;
    private final Precondition precondition;
    private final StillPeople still;
    private final SignalReader reader;
    private final InterestRepository held;
    private final SignalInterests interests;
    private final SignalRepository repository;
    private final SignalViews views;
    private final Tags tags;

    Signals(
            Caller caller,
            Clock clock,
            Live live,
            NearTagFinder nearTags,
            Precondition precondition,
            StillPeople still,
            SignalReader reader,
            InterestRepository held,
            SignalInterests interests,
            SignalRepository repository,
            SignalViews views,
            Tags tags) {
        this.caller = caller;
        this.clock = clock;
        this.live = live;
        this.nearTags = nearTags;
        this.precondition = precondition;
        this.still = still;
        this.reader = reader;
        this.held = held;
        this.interests = interests;
        this.repository = repository;
        this.views = views;
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
            Map<UUID, SignalTag> tagged = new HashMap<>();
            Map<UUID, String> meant = new HashMap<>();
            for (FoundTag one : found) {
                KnownTag tag = Optional.ofNullable(known.get(one.tag().name())).orElseThrow();
                if (tagged.containsKey(tag.id())) {
                    continue; // another name of it
                }
                var signalTag = new SignalTag(signal.id, tag.id(), one);
                signalTag.persist();
                tagged.put(tag.id(), signalTag);
                if (one.meant()) {
                    meant.put(tag.id(), one.tag().label());
                }
            }
            interests.hear(signal, meant, now);
            return views.of(signal, tagged.values()).readBy(reader.model());
        });
    }

    /** What the person who asks said, newest first. */
    @Transactional
    Page<SignalView> mine(PageRequest page) {
        int limit = page.limit();
        List<Signal> signals = repository.of(caller.personId(), page.afterId(), limit + 1);
        Page<Signal> whole = Page.of(signals, limit, signal -> signal.id.toString());
        return new Page<>(views.of(whole.items()), whole.nextCursor());
    }

    /**
     * One message of the person who asks.
     *
     * @throws Problem UNKNOWN where they have not said it
     */
    @Transactional
    SignalView find(UUID id) {
        return views.of(repository.expect(caller.personId(), id));
    }

    /**
     * Takes a message back, and the interests that came of it.
     *
     * @throws Problem UNKNOWN where the person who asks has not said it
     */
    @Transactional
    void takeBack(UUID id) {
        still.hold(caller.personId());
        Signal signal = repository.expect(caller.personId(), id);
        precondition.expectRead(() -> views.of(signal));
        interests.unsay(signal, held.cameOf(signal));
        held.flush();
        repository.deleteById(signal.id);
    }
}
