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
import org.coterie.freshness.Precondition;
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
    private final Precondition precondition;
    private final TagLookup lookup;
    private final StillPeople still;
    private final Tags tags;

    Corrections(
            Caller caller,
            Event<InterestsChanged> changed,
            Clock clock,
            InterestsConfig config,
            InterestRepository held,
            Precondition precondition,
            TagLookup lookup,
            StillPeople still,
            Tags tags) {
        this.caller = caller;
        this.changed = changed;
        this.clock = clock;
        this.fading = new Fading(config.halfLife());
        this.held = held;
        this.precondition = precondition;
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
        expectRead(me, written);
        Verdict verdict = correction.verdict();
        Instant now = clock.instant();
        Optional<Interest> mine =
                tags.find(written).flatMap(tag -> held.findByIdOptional(new Interest.Key(me, tag.id())));
        if (verdict == Verdict.LESS) {
            Interest interest = mine.orElseThrow(MyInterests::unknown);
            interest.countAsLittleAsCanBe(fading);
        } else {
            KnownTag tag = mine.isPresent() ? tags.find(written).orElseThrow() : lookup.shown(written);
            held.takeBack(me, mine.stream().toList());
            String said = TagName.of(written).label();
            String writing = mine.map(interest -> InterestView.writingOf(tag, interest.label, said))
                    .orElse(said);
            now = RejectedTag.note(me, tag.id(), now, writing).rejectedAt;
        }
        changed.fire(new InterestsChanged(me));
        return CorrectionView.of(tags.findForReader(written).orElseThrow(), verdict, now);
    }

    private void expectRead(UUID me, String written) {
        rejected(me, written)
                .ifPresentOrElse(
                        one -> precondition.expectRead(() -> viewOf(one, written)), precondition::expectUnread);
    }

    private Optional<RejectedTag> rejected(UUID me, String written) {
        return tags.find(written).flatMap(tag -> RejectedTag.of(me, tag.id()));
    }

    private CorrectionView viewOf(RejectedTag rejected, String written) {
        return CorrectionView.of(tags.findForReader(written).orElseThrow(), Verdict.WRONG, rejected.rejectedAt);
    }

    /**
     * What the person who asks has said of a tag that is not offered to them any more.
     *
     * @throws Problem UNKNOWN where they have not said that it is wrong
     */
    @Transactional
    CorrectionView one(String written) {
        RejectedTag rejected = rejected(caller.personId(), written).orElseThrow(Corrections::unknown);
        return viewOf(rejected, written);
    }

    private static Problem unknown() {
        return new Problem(Problem.Kind.UNKNOWN, "unknown-correction");
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
        rejected(me, written).ifPresent(one -> precondition.expectRead(() -> viewOf(one, written)));
        if (tags.find(written)
                .filter(tag -> RejectedTag.deleteById(new RejectedTag.Key(me, tag.id())))
                .isEmpty()) {
            throw unknown();
        }
        changed.fire(new InterestsChanged(me));
    }
}
