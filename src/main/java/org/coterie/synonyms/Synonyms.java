package org.coterie.synonyms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.coterie.accounts.Caller;
import org.coterie.freshness.Precondition;
import org.coterie.live.ChangeLog;
import org.coterie.live.Live;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.people.People;
import org.coterie.problem.Checks;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagMoves;
import org.coterie.tags.Tags;

/** What is proposed: reading it, saying what one thinks of it, and taking it back. */
@ApplicationScoped
class Synonyms {

    private final Agreement agreement;
    private final Caller caller;
    private final Clock clock;
    private final Live live;
    private final ChangeLog log;
    private final MergeQueue queue;
    private final TagMoves moves;
    private final Precondition precondition;
    private final People people;
    private final SynonymRepository repository;
    private final SynonymViews views;
    private final Tags tags;
    private final Checks checks;

    Synonyms(
            Agreement agreement,
            Caller caller,
            Clock clock,
            Live live,
            ChangeLog log,
            MergeQueue queue,
            TagMoves moves,
            Precondition precondition,
            People people,
            SynonymRepository repository,
            SynonymViews views,
            Tags tags,
            Checks checks) {
        this.agreement = agreement;
        this.caller = caller;
        this.clock = clock;
        this.live = live;
        this.log = log;
        this.queue = queue;
        this.moves = moves;
        this.precondition = precondition;
        this.people = people;
        this.repository = repository;
        this.views = views;
        this.tags = tags;
        this.checks = checks;
    }

    /**
     * Proposals, newest first, as far as their tags may be shown.
     */
    Page<SynonymView> list(SynonymQuery query, PageRequest page) {
        Optional<SynonymState> state = query.state();
        Optional<UUID> after = page.afterId();
        int limit = page.limit();
        live.catchUp();
        return QuarkusTransaction.requiringNew().call(() -> {
            Synonym.expire(clock.instant());
            Optional<Set<UUID>> named = query.tag()
                    .map(written -> tags.find(written)
                            .map(KnownTag::id)
                            .map(moves::namesakes)
                            .orElse(Set.of()));
            if (named.filter(Set::isEmpty).isPresent()) {
                return Page.whole(List.<SynonymView>of());
            }
            List<Synonym> found = repository.newestFirst(named, state, after, limit + 1);
            Page<Synonym> whole = Page.of(found, limit, synonym -> synonym.id.toString());
            return new Page<>(views.shown(whole.items()), whole.nextCursor());
        });
    }

    /**
     * One proposal.
     *
     * @throws Problem UNKNOWN where there is none with this id, or its tags may not be shown
     */
    SynonymView find(UUID id) {
        live.catchUp();
        return QuarkusTransaction.requiringNew().call(() -> {
            Synonym.expire(clock.instant());
            return shown(id);
        });
    }

    private SynonymView shown(UUID id) {
        return views.shown(repository.findByIdOptional(id).stream().toList()).stream()
                .findFirst()
                .orElseThrow(() -> SynonymRepository.unknown(id));
    }

    /**
     * What the person who asks has said.
     *
     * @throws Problem UNKNOWN where they have not, there is no such proposal, or its tags may not be shown
     */
    VoiceView mine(UUID id) {
        find(id);
        return QuarkusTransaction.requiringNew().call(() -> {
            SynonymVoice voice = SynonymVoice.findById(new SynonymVoice.Key(id, caller.personId()));
            if (voice == null) {
                throw new Problem(Problem.Kind.UNKNOWN, "nothing-said");
            }
            return VoiceView.of(voice);
        });
    }

    /**
     * The person who asks says what they think, in place of what they said before.
     *
     * @throws Problem CONFLICT where it is over, FORBIDDEN for whoever holds neither tag
     */
    SynonymView say(UUID id, NewVoice voice) {
        checks.of(voice).expectNone();
        boolean agrees = voice.agrees();
        return heard(id, true, me -> SynonymVoice.say(id, me, agrees, clock.instant()));
    }

    /**
     * The person who asks says nothing any more; once is enough.
     *
     * @throws Problem CONFLICT where it is over
     */
    void fallSilent(UUID id) {
        heard(id, false, me -> SynonymVoice.deleteById(new SynonymVoice.Key(id, me)));
    }

    private SynonymView heard(UUID id, boolean asHolder, Consumer<UUID> saying) {
        UUID me = caller.personId();
        live.catchUp();
        SynonymView view = QuarkusTransaction.requiringNew().call(() -> {
            people.holdStill(me);
            Synonym.expire(clock.instant());
            shown(id);
            Synonym synonym = repository.locked(id);
            repository.getEntityManager().refresh(synonym);
            if (synonym.state != SynonymState.PROPOSED) {
                throw new Problem(Problem.Kind.CONFLICT, "proposal-over");
            }
            if (asHolder) {
                agreement.expectHolder(me, synonym.tagId, synonym.sameAsId);
            }
            precondition.expectAsRead(SynonymVoice.<SynonymVoice>findById(new SynonymVoice.Key(id, me)), VoiceView::of);
            saying.accept(me);
            log.noteOther();
            agreement.reach(synonym);
            return views.of(synonym);
        });
        queue.nudge();
        return view;
    }

    /**
     * Takes it back: ends what is only proposed, undoes what is in effect.
     *
     * @throws Problem CONFLICT where there is nothing to take back, or no more
     */
    SynonymView takeBack(UUID id) {
        SynonymView view = QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            Synonym.expire(now);
            Synonym synonym = repository.locked(id);
            precondition.expectRead(() -> views.of(synonym));
            switch (synonym.state) {
                case PROPOSED -> synonym.end(SynonymState.DECLINED);
                case MERGING -> {
                    if (synonym.failures == 0) {
                        throw new Problem(Problem.Kind.CONFLICT, "merge-under-way");
                    }
                    undo(synonym, now);
                }
                case AGREED, MERGED -> undo(synonym, now);
                case UNDOING -> {
                    // once is enough
                }
                case UNDONE, DECLINED, EXPIRED -> throw new Problem(Problem.Kind.CONFLICT, "nothing-to-undo");
            }
            log.noteOther();
            return views.of(synonym);
        });
        queue.nudge();
        return view;
    }

    private void undo(Synonym synonym, Instant now) {
        if (synonym.undoUntil == null || !synonym.undoUntil.isAfter(now)) {
            throw new Problem(Problem.Kind.CONFLICT, "too-late-to-undo");
        }
        synonym.overtaking().ifPresent(later -> {
            throw new Problem(Problem.Kind.CONFLICT, "merged-further", Map.of("id", later.id));
        });
        moves.beginUndoing(synonym.undo(now));
    }
}
