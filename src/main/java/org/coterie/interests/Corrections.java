package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;

/** Puts right what somebody was told as a reason and does not hold for them: from then on nothing rests on it. */
@ApplicationScoped
class Corrections {

    private final Caller caller;
    private final Event<InterestsChanged> changed;
    private final Clock clock;
    private final Fading fading;
    private final InterestRepository held;
    private final TagLookup lookup;
    private final StillPeople still;
    private final Tags tags;

    Corrections(
            Caller caller,
            Event<InterestsChanged> changed,
            Clock clock,
            InterestsConfig config,
            InterestRepository held,
            TagLookup lookup,
            StillPeople still,
            Tags tags) {
        this.caller = caller;
        this.changed = changed;
        this.clock = clock;
        this.fading = new Fading(config.halfLife());
        this.held = held;
        this.lookup = lookup;
        this.still = still;
        this.tags = tags;
    }

    /**
     * Corrects a reason of the person who asks.
     *
     * @throws Problem UNKNOWN for a tag that they do not hold, where it may not be shown to them or they care less about it
     */
    @Transactional
    CorrectionView correct(String written, NewCorrection correction) {
        UUID me = caller.personId();
        still.hold(me);
        Verdict verdict = correction.verdict();
        Instant now = clock.instant();
        Optional<Interest> mine =
                tags.find(written).flatMap(tag -> held.findByIdOptional(new Interest.Key(me, tag.id())));
        if (verdict == Verdict.LESS) {
            Interest interest = mine.orElseThrow(MyInterests::unknown);
            interest.countAsLittleAsCanBe(fading);
        } else {
            KnownTag tag = mine.isPresent() ? tags.find(written).orElseThrow() : lookup.shown(written);
            mine.ifPresent(held::delete);
            RejectedTag.note(me, tag.id(), now, TagName.of(written).label());
        }
        changed.fire(new InterestsChanged(me));
        return CorrectionView.of(tags.findForReader(written).orElseThrow(), verdict, now);
    }

    /** What is not offered to the person who asks any more. */
    @Transactional
    Page<CorrectionView> mine(PageRequest page) {
        List<RejectedTag> rejected = RejectedTag.of(caller.personId(), page.afterId(), page.limit() + 1);
        Map<UUID, KnownTag> known =
                tags.byIdsForReader(rejected.stream().map(one -> one.tagId).toList());
        return Page.of(rejected, page.limit(), one -> one.tagId.toString())
                .map(one ->
                        CorrectionView.of(Objects.requireNonNull(known.get(one.tagId)), Verdict.WRONG, one.rejectedAt));
    }

    /**
     * A tag may be offered to the person who asks again.
     *
     * @throws Problem UNKNOWN where they have not said that it is wrong
     */
    @Transactional
    void takeBack(String written) {
        UUID me = caller.personId();
        still.hold(me);
        if (tags.find(written)
                .filter(tag -> RejectedTag.deleteById(new RejectedTag.Key(me, tag.id())))
                .isEmpty()) {
            throw new Problem(Problem.Kind.UNKNOWN, "unknown-correction");
        }
        changed.fire(new InterestsChanged(me));
    }
}
