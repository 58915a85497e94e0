package org.coterie.synonyms;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        if (!agreed(List.of(synonym)).isEmpty()) {
            Map<UUID, Long> holders = interests.holders(List.of(synonym.tagId, synonym.sameAsId));
            boolean keepsOther = synonym.language != null
                    || holders.getOrDefault(synonym.sameAsId, 0L) >= holders.getOrDefault(synonym.tagId, 0L);
            takeEffect(
                    synonym,
                    keepsOther ? synonym.tagId : synonym.sameAsId,
                    keepsOther ? synonym.sameAsId : synonym.tagId);
        }
    }

    /** Of these proposals those of which enough of the holders say so by now. */
    List<Synonym> agreed(Collection<Synonym> proposals) {
        Set<UUID> both = proposals.stream()
                .flatMap(synonym -> Stream.of(synonym.tagId, synonym.sameAsId))
                .collect(Collectors.toSet());
        Map<UUID, Long> holders = interests.holders(both);
        Map<UUID, KnownTag> known = tags.byIds(both);
        Map<UUID, Ballot.Tally> tallies = ballot.count(proposals);
        return proposals.stream()
                .filter(synonym -> ballot.isAgreed(
                        tallies.getOrDefault(synonym.id, Ballot.Tally.empty()),
                        held(synonym.tagId, holders, known),
                        held(synonym.sameAsId, holders, known)))
                .toList();
    }

    private static Ballot.Held held(UUID tagId, Map<UUID, Long> holders, Map<UUID, KnownTag> known) {
        return new Ballot.Held(
                holders.getOrDefault(tagId, 0L),
                Objects.requireNonNull(known.get(tagId)).common());
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
