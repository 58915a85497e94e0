package org.coterie.synonyms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.PersistenceException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.coterie.accounts.Caller;
import org.coterie.events.Events;
import org.coterie.events.Fact;
import org.coterie.freshness.Precondition;
import org.coterie.interests.Interests;
import org.coterie.live.Live;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.people.People;
import org.coterie.problem.Findings;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagMoves;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Which tags are one: proposing it, agreeing, and taking it back. */
@ApplicationScoped
class Synonyms {

    /** Whoever began to write under the old name before the names were one has ended by then, formations too. */
    private static final Duration LONGEST_WRITING = Duration.ofMinutes(35);

    /** Of the holders of each tag so many are told of a proposal: it is nothing to write to everybody about. */
    private static final int MOST_TOLD = 100;
    /** Nobody has more proposals open at a time. */
    static final int MOST_OPEN = 20;

    private final Ballot ballot;
    private final Caller caller;
    private final Clock clock;
    private final Events events;
    private final Interests interests;
    private final Live live;
    private final MergeQueue queue;
    private final Event<SynonymProposed> proposed;
    private final TagMoves moves;
    private final Precondition precondition;
    private final People people;
    private final SynonymRepository repository;
    private final SynonymsConfig config;
    private final SynonymViews views;
    private final Tags tags;
    private final Validator validator;

    Synonyms(
            Ballot ballot,
            Caller caller,
            Clock clock,
            Events events,
            Interests interests,
            Live live,
            MergeQueue queue,
            Event<SynonymProposed> proposed,
            TagMoves moves,
            Precondition precondition,
            People people,
            SynonymRepository repository,
            SynonymsConfig config,
            SynonymViews views,
            Tags tags,
            Validator validator) {
        this.ballot = ballot;
        this.caller = caller;
        this.clock = clock;
        this.events = events;
        this.interests = interests;
        this.live = live;
        this.queue = queue;
        this.proposed = proposed;
        this.moves = moves;
        this.precondition = precondition;
        this.people = people;
        this.repository = repository;
        this.config = config;
        this.views = views;
        this.tags = tags;
        this.validator = validator;
    }

    /**
     * Proposes that two tags are one, as somebody who holds one of them and agrees; where the operator says so, they are.
     *
     * @throws Problem UNKNOWN where one of them may not be shown, CONFLICT where they are one already or it is proposed
     *     already, FORBIDDEN for whoever holds neither
     */
    SynonymView propose(NewSynonym wish) {
        var findings = Findings.of(wish, validator);
        readable("/tag", wish.tag(), findings);
        readable("/sameAs", wish.sameAs(), findings);
        findings.expectNone();
        live.catchUp();
        KnownTag tag = interests.expectShown(wish.tag());
        KnownTag sameAs = interests.expectShown(wish.sameAs());
        if (tag.id().equals(sameAs.id())) {
            throw new Problem(Problem.Kind.CONFLICT, "same-tag", Map.of("tag", tag.name()));
        }
        String language = wish.language() == null
                ? null
                : Locale.forLanguageTag(wish.language()).toLanguageTag();
        boolean decides = caller.isOperator();
        if (!decides) {
            expectHolder(caller.personId(), tag.id(), sameAs.id());
        }
        try {
            return QuarkusTransaction.joiningExisting().call(() -> {
                Synonym.expire(clock.instant());
                Synonym synonym =
                        decides ? decided(tag.id(), sameAs.id(), language) : proposed(tag.id(), sameAs.id(), language);
                proposed.fire(new SynonymProposed(synonym.id));
                return views.of(synonym);
            });
        } catch (PersistenceException e) {
            throw e instanceof ConstraintViolationException ? alreadyProposed() : e;
        }
    }

    private static void readable(String pointer, @Nullable String written, Findings findings) {
        if (written != null) {
            findings.read(pointer, () -> TagName.of(written));
        }
    }

    private Synonym decided(UUID tagId, UUID sameAsId, @Nullable String language) {
        Synonym synonym = Synonym.open(tagId, sameAsId).orElseGet(() -> made(tagId, sameAsId, language));
        synonym.language = language;
        takeEffect(synonym, tagId, sameAsId);
        return synonym;
    }

    private Synonym made(UUID tagId, UUID sameAsId, @Nullable String language) {
        Instant now = clock.instant();
        var synonym = new Synonym(tagId, sameAsId, language, now, now.plus(config.proposalLasts()));
        synonym.persistAndFlush();
        return synonym;
    }

    private Synonym proposed(UUID tagId, UUID sameAsId, @Nullable String language) {
        UUID me = caller.personId();
        people.holdStill(me);
        if (Synonym.open(tagId, sameAsId).isPresent()) {
            throw alreadyProposed();
        }
        if (Synonym.openBy(me) >= MOST_OPEN) {
            throw new Problem(Problem.Kind.CONFLICT, "too-many-proposals", Map.of("most", MOST_OPEN));
        }
        Synonym synonym = made(tagId, sameAsId, language);
        events.tell(Fact.synonymProposed(synonym.id, othersWhoHold(tagId, sameAsId, me)));
        synonym.proposedBy = me;
        SynonymVoice.say(synonym.id, me, true, clock.instant());
        decide(synonym);
        return synonym;
    }

    /** Of everybody who has a voice, those who are at it right now. */
    private Set<UUID> othersWhoHold(UUID one, UUID other, UUID me) {
        Set<UUID> told = new HashSet<>();
        for (UUID tag : List.of(one, other)) {
            told.addAll(interests.holdersOf(tag, MOST_TOLD));
        }
        told.remove(me);
        return told;
    }

    private static Problem alreadyProposed() {
        return new Problem(Problem.Kind.CONFLICT, "already-proposed");
    }

    /** Only who holds one of them, be it for matching only, has a voice. */
    private void expectHolder(UUID personId, UUID one, UUID other) {
        if (interests.of(List.of(personId), Set.of(one, other)).isEmpty()) {
            throw new Problem(Problem.Kind.FORBIDDEN, "not-a-holder");
        }
    }

    private void decide(Synonym synonym) {
        SynonymVoice.flush();
        Map<UUID, Long> holders = interests.holders(List.of(synonym.tagId, synonym.sameAsId));
        long tag = holders.getOrDefault(synonym.tagId, 0L);
        long sameAs = holders.getOrDefault(synonym.sameAsId, 0L);
        Ballot.Tally tally = ballot.count(List.of(synonym)).getOrDefault(synonym.id, Ballot.Tally.empty());
        Map<UUID, KnownTag> known = tags.byIds(List.of(synonym.tagId, synonym.sameAsId));
        if (ballot.isAgreed(
                tally,
                new Ballot.Held(
                        tag, Objects.requireNonNull(known.get(synonym.tagId)).common()),
                new Ballot.Held(
                        sameAs,
                        Objects.requireNonNull(known.get(synonym.sameAsId)).common()))) {
            boolean keepsOther = synonym.language != null || sameAs >= tag;
            takeEffect(
                    synonym,
                    keepsOther ? synonym.tagId : synonym.sameAsId,
                    keepsOther ? synonym.sameAsId : synonym.tagId);
        }
    }

    private void takeEffect(Synonym synonym, UUID gone, UUID kept) {
        Instant now = clock.instant();
        moves.begin(
                synonym.takeEffect(gone, kept, now, now.plus(config.undoWithin()), now.plus(LONGEST_WRITING)),
                synonym.language);
        Synonym.endThoseOf(gone, synonym.id);
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
     * The person who asks says what they think, in place of what they said before.
     *
     * @throws Problem CONFLICT where it is over, FORBIDDEN for whoever holds neither tag
     */
    SynonymView say(UUID id, NewVoice voice) {
        Findings.of(voice, validator).expectNone();
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
                expectHolder(me, synonym.tagId, synonym.sameAsId);
            }
            saying.accept(me);
            decide(synonym);
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
                case AGREED, MERGING -> throw new Problem(Problem.Kind.CONFLICT, "merge-under-way");
                case MERGED -> undo(synonym, now);
                case UNDOING -> {
                    // once is enough
                }
                case UNDONE, DECLINED, EXPIRED -> throw new Problem(Problem.Kind.CONFLICT, "nothing-to-undo");
            }
            return views.of(synonym);
        });
        queue.nudge();
        return view;
    }

    private void undo(Synonym synonym, Instant now) {
        if (synonym.undoUntil == null || !synonym.undoUntil.isAfter(now)) {
            throw new Problem(Problem.Kind.CONFLICT, "too-late-to-undo");
        }
        if (synonym.isOvertaken()) {
            throw new Problem(Problem.Kind.CONFLICT, "merged-further");
        }
        moves.beginUndoing(synonym.undo(now));
    }
}
