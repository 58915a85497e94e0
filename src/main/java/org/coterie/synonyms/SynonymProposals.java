package org.coterie.synonyms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.events.Events;
import org.coterie.events.Fact;
import org.coterie.interests.Interests;
import org.coterie.live.ChangeLog;
import org.coterie.live.Live;
import org.coterie.people.People;
import org.coterie.problem.Checks;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Proposing that two tags are one. */
@ApplicationScoped
class SynonymProposals {

    /** Of the holders of each tag so many are told of a proposal: it is nothing to write to everybody about. */
    private static final int MOST_TOLD = 100;

    /** Nobody has more proposals open at a time. */
    static final int MOST_OPEN = 20;

    private final Agreement agreement;
    private final Caller caller;
    private final Clock clock;
    private final Events events;
    private final Interests interests;
    private final Live live;
    private final ChangeLog log;
    private final Event<SynonymProposed> proposed;
    private final People people;
    private final SynonymsConfig config;
    private final SynonymViews views;
    private final Checks checks;

    SynonymProposals(
            Agreement agreement,
            Caller caller,
            Clock clock,
            Events events,
            Interests interests,
            Live live,
            ChangeLog log,
            Event<SynonymProposed> proposed,
            People people,
            SynonymsConfig config,
            SynonymViews views,
            Checks checks) {
        this.agreement = agreement;
        this.caller = caller;
        this.clock = clock;
        this.events = events;
        this.interests = interests;
        this.live = live;
        this.log = log;
        this.proposed = proposed;
        this.people = people;
        this.config = config;
        this.views = views;
        this.checks = checks;
    }

    /**
     * Proposes that two tags are one, as somebody who holds one of them and agrees; where the operator says so, they are.
     *
     * @throws Problem UNKNOWN where one of them may not be shown, CONFLICT where they are one already or it is proposed
     *     already, FORBIDDEN for whoever holds neither
     */
    SynonymView propose(NewSynonym wish) {
        checks.of(wish).expectNone();
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
            agreement.expectHolder(caller.personId(), tag.id(), sameAs.id());
        }
        try {
            return QuarkusTransaction.joiningExisting().call(() -> {
                Synonym.expire(clock.instant());
                Synonym synonym =
                        decides ? decided(tag.id(), sameAs.id(), language) : proposed(tag.id(), sameAs.id(), language);
                log.noteOther();
                proposed.fire(new SynonymProposed(synonym.id));
                return views.of(synonym);
            });
        } catch (PersistenceException e) {
            throw e instanceof ConstraintViolationException ? alreadyProposed() : e;
        }
    }

    private Synonym decided(UUID tagId, UUID sameAsId, @Nullable String language) {
        Synonym synonym = Synonym.open(tagId, sameAsId).orElseGet(() -> made(tagId, sameAsId, language));
        synonym.language = language;
        agreement.takeEffect(synonym, tagId, sameAsId);
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
        agreement.reach(synonym);
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
}
