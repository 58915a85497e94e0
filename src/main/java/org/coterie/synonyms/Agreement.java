package org.coterie.synonyms;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.coterie.interests.Interests;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagMoves;
import org.coterie.tags.Tags;

/** When what is proposed is agreed, and what follows from it. */
@ApplicationScoped
class Agreement {

    /** Whoever began to write under the old name before the names were one has ended by then, formations too. */
    private static final Duration LONGEST_WRITING = Duration.ofMinutes(35);

    private final Ballot ballot;
    private final Clock clock;
    private final Interests interests;
    private final TagMoves moves;
    private final SynonymsConfig config;
    private final Tags tags;

    Agreement(Ballot ballot, Clock clock, Interests interests, TagMoves moves, SynonymsConfig config, Tags tags) {
        this.ballot = ballot;
        this.clock = clock;
        this.interests = interests;
        this.moves = moves;
        this.config = config;
        this.tags = tags;
    }

    /** Only who holds one of them, be it for matching only, has a voice. */
    void expectHolder(UUID personId, UUID one, UUID other) {
        if (interests.of(List.of(personId), Set.of(one, other)).isEmpty()) {
            throw new Problem(Problem.Kind.FORBIDDEN, "not-a-holder");
        }
    }

    /** The two tags become one if enough of their holders say so by now. */
    void reach(Synonym synonym) {
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

    /** From now on the names of one tag lead to the other. */
    void takeEffect(Synonym synonym, UUID gone, UUID kept) {
        Instant now = clock.instant();
        moves.begin(
                synonym.takeEffect(gone, kept, now, now.plus(config.undoWithin()), now.plus(LONGEST_WRITING)),
                synonym.language);
        Synonym.endThoseOf(gone, synonym.id);
    }
}
