package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.interests.HolderIndex.Held;
import org.coterie.paging.RowStream;
import org.coterie.people.PersonLeaving;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.coterie.tags.PublicHolders;
import org.coterie.tags.Tags;

/** What people care about right now: said, renewed, faded, taken back. */
@ApplicationScoped
public class Interests implements PublicHolders {

    /** Nobody has time for more. */
    static final int MOST = 100;

    private final Clock clock;
    private final Fading fading;
    private final LiveHoldings holdings;
    private final InterestRepository repository;
    private final RowStream rows;
    private final Tags tags;

    Interests(
            Clock clock,
            InterestsConfig config,
            LiveHoldings holdings,
            InterestRepository repository,
            RowStream rows,
            Tags tags) {
        this.clock = clock;
        this.fading = new Fading(config.halfLife());
        this.holdings = holdings;
        this.repository = repository;
        this.rows = rows;
        this.tags = tags;
    }

    /** What matches for somebody right now, in the current transaction. */
    @Transactional
    public List<Holding> of(UUID personId) {
        Instant now = clock.instant();
        return repository.current(personId, now).stream()
                .map(interest -> new Holding(
                        interest.personId(),
                        interest.tagId(),
                        interest.stance(),
                        weight(interest.strength(), interest.expressedAt(), now),
                        interest.visibility() == Visibility.MATCH_ONLY))
                .toList();
    }

    private double weight(int strength, Instant expressedAt, Instant now) {
        return fading.weightOfMatching(strength, Duration.between(expressedAt, now));
    }

    /** What matches for several people right now, from memory, see {@link Live#catchUp}. */
    public List<Holding> of(Collection<UUID> personIds) {
        Instant now = clock.instant();
        HolderIndex index = holdings.index();
        return personIds.stream()
                .flatMap(personId -> index.of(personId, now).stream().map(held -> holding(personId, held, now)))
                .toList();
    }

    /** The same, but only of these tags. */
    public List<Holding> of(Collection<UUID> personIds, Set<UUID> tagIds) {
        Instant now = clock.instant();
        List<Holding> all = new ArrayList<>();
        holdings.index()
                .each(
                        personIds,
                        tagIds,
                        now,
                        (personId, some) -> some.forEach(held -> all.add(holding(personId, held, now))));
        return all;
    }

    /** What any of these people seeks right now, from memory, see {@link Live#catchUp}. */
    public Set<UUID> soughtBy(Collection<UUID> personIds) {
        return holdings.index().sought(personIds, clock.instant());
    }

    private Holding holding(UUID personId, HolderIndex.Held held, Instant now) {
        return new Holding(
                personId,
                held.tagId(),
                held.stance(),
                weight(held.strength(), held.expressedAt(), now),
                held.matchOnly());
    }

    /**
     * What these people say of these tags right now, for those who are told that they hold them; nothing of what they keep
     * to themselves.
     */
    @Transactional
    public List<Statement> statements(Collection<UUID> personIds, Collection<UUID> tagIds) {
        return statementsUntilNow(personIds, tagIds).stream()
                .filter(said -> !said.over())
                .toList();
    }

    /** The same, and what they said until a time that is over. */
    @Transactional
    public List<Statement> statementsUntilNow(Collection<UUID> personIds, Collection<UUID> tagIds) {
        return repository.statements(personIds, tagIds, clock.instant());
    }

    /**
     * These tags as one person may read them and nobody else: those that they hold for matching only, and that so have no label,
     * are called as they wrote them; from memory which these are, see {@link Live#catchUp}.
     */
    @Transactional
    public Map<UUID, KnownTag> asWrittenBy(UUID personId, Map<UUID, KnownTag> known) {
        Map<UUID, KnownTag> theirs = new HashMap<>(known);
        List<UUID> unlabelled = holdings.index().of(personId, clock.instant()).stream()
                .filter(Held::matchOnly)
                .flatMap(held -> Stream.ofNullable(known.get(held.tagId())))
                .filter(KnownTag::isUnlabelled)
                .map(KnownTag::id)
                .toList();
        repository
                .of(personId, unlabelled)
                .forEach(interest ->
                        theirs.computeIfPresent(interest.tagId, (id, tag) -> tag.writtenAs(interest.label)));
        return theirs;
    }

    /** How many people publicly hold each tag right now; 0 where nobody does; from memory, see {@link Live#catchUp}. */
    @Override
    public Map<UUID, Long> holders(Collection<UUID> tagIds) {
        Instant now = clock.instant();
        HolderIndex index = holdings.index();
        return index.publicHolders(tagIds, now);
    }

    /**
     * People for whom a tag matches right now, counted or not; those who said it last come first; from memory, see {@link
     * Live#catchUp}.
     */
    public List<UUID> holdersOf(UUID tagId, int limit) {
        return holdings.index().holders(tagId, limit, clock.instant());
    }

    /** Behind which tag to look for people, at how many of those who said it last, and what it counts that one holds it. */
    public record Look(UUID tagId, int limit, double worth) {}

    /**
     * People for whom most of some tags matches right now, counted or not, whoever has most first, by what these count in all; of
     * equals whoever is found first; from memory, see {@link Live#catchUp}.
     *
     * @param without nobody of these
     * @param most no more people than these
     */
    public List<UUID> holdingMost(List<Look> looks, Set<UUID> without, int most) {
        return holdings.index().holdingMost(looks, without, most, clock.instant());
    }

    /**
     * Hands over all that matches right now, a person after the other; from memory, see {@link Live#catchUp}. What somebody said
     * last counts in full, and the rest as much less as it is older.
     */
    public void eachHolding(HoldingSink sink) {
        holdings.index().each(clock.instant(), (personId, all) -> {
            Instant newest = all.stream()
                    .map(Held::expressedAt)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            for (Held one : all) {
                double weight = weight(one.strength(), one.expressedAt(), newest);
                sink.accept(personId, one.tagId(), one.stance(), (float) weight, one.matchOnly());
            }
        });
    }

    /** Which tags each of these people has said that they do not mean, and does not hold all the same. */
    @Transactional
    public Map<UUID, Set<UUID>> notMeant(Collection<UUID> personIds) {
        return RejectedTag.of(personIds);
    }

    /** Hands over the same of everybody, in no particular order, in constant memory. */
    public void eachNotMeant(NotMeantSink sink) {
        rows.each(
                """
                select r.person_id, r.tag_id from rejected_tag r
                where not exists (
                    select 1 from interest i where i.person_id = r.person_id and i.tag_id = r.tag_id)
                """,
                RowStream.Parameters.NONE,
                row -> sink.accept(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }

    /**
     * Refuses more than anybody may have.
     *
     * @param held how many they have
     * @param further how many they would have besides
     * @throws Problem CONFLICT
     */
    static void expectRoom(int held, int further) {
        if (held + further <= MOST) {
            return;
        }
        throw held < MOST
                ? new Problem(
                        Problem.Kind.CONFLICT,
                        "too-many-interests.at-once",
                        Map.of("further", further, "held", held, "most", MOST))
                : new Problem(Problem.Kind.CONFLICT, "too-many-interests", Map.of("most", MOST));
    }

    /** Whoever leaves takes along what they care about; they are held still already. */
    void letGo(@Observes PersonLeaving leaving) {
        repository.delete("personId", leaving.personId());
    }

    /**
     * A tag that may be shown, as it is called without a language; from memory, see {@link Live#catchUp}.
     *
     * @throws Problem UNKNOWN for others: that somebody holds it unseen is not told
     */
    public KnownTag expectShown(String written) {
        return tags.find(written).filter(this::isShown).orElseThrow(Interests::unknownTag);
    }

    /** Whether a tag may be shown: somebody publicly holds it right now, or it is well known; from memory. */
    public boolean isShown(KnownTag tag) {
        return tag.common() || holdings.index().publicHolders(tag.id(), clock.instant()) > 0;
    }

    static Problem unknownTag() {
        return new Problem(Problem.Kind.UNKNOWN, "unknown-tag");
    }
}
