package org.coterie.interests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coterie.accounts.Caller;
import org.coterie.freshness.Precondition;
import org.coterie.interests.HolderIndex.Held;
import org.coterie.paging.Page;
import org.coterie.paging.RowStream;
import org.coterie.people.PersonLeaving;
import org.coterie.problem.Findings;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/** What people care about right now: said, renewed, faded, taken back. */
@ApplicationScoped
public class Interests {

    /** Nobody has time for more. */
    static final int MOST = 100;

    private final Caller caller;
    private final Event<InterestsChanged> changed;
    private final Clock clock;
    private final Fading fading;
    private final LiveHoldings holdings;
    private final OthersWrite othersWrite;
    private final Precondition precondition;
    private final StillPeople still;
    private final InterestRepository repository;
    private final RowStream rows;
    private final Tags tags;
    private final Validator validator;

    Interests(
            Caller caller,
            Event<InterestsChanged> changed,
            Clock clock,
            InterestsConfig config,
            LiveHoldings holdings,
            OthersWrite othersWrite,
            Precondition precondition,
            StillPeople still,
            InterestRepository repository,
            RowStream rows,
            Tags tags,
            Validator validator) {
        this.caller = caller;
        this.changed = changed;
        this.clock = clock;
        this.fading = new Fading(config.halfLife());
        this.holdings = holdings;
        this.othersWrite = othersWrite;
        this.precondition = precondition;
        this.still = still;
        this.repository = repository;
        this.rows = rows;
        this.tags = tags;
        this.validator = validator;
    }

    private record Said(TagName tag, Declaration how) {}

    // --- for other rooms ---

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
        return fading.weightAfter(strength, Duration.between(expressedAt, now));
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
        return repository.statements(personIds, tagIds, clock.instant());
    }

    /** How many people publicly hold each tag right now; 0 where nobody does; from memory, see {@link Live#catchUp}. */
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

    // --- for the person who asks ---

    @Transactional
    Page<InterestView> mine() {
        return viewOf(repository.of(caller.personId()));
    }

    private Page<InterestView> viewOf(Collection<Interest> interests) {
        return viewOf(interests, Set.of());
    }

    /**
     * @param fresh which of them have just been said for the first time
     */
    private Page<InterestView> viewOf(Collection<Interest> interests, Set<UUID> fresh) {
        Set<UUID> tagIds = interests.stream().map(interest -> interest.tagId).collect(Collectors.toSet());
        Map<UUID, KnownTag> known = tags.byIds(tagIds);
        Map<UUID, TagView> instead = othersWrite.insteadOf(
                tagIds,
                known.values().stream().filter(tag -> fresh.contains(tag.id())).toList());
        return Page.whole(interests.stream()
                .flatMap(interest -> Optional.ofNullable(known.get(interest.tagId))
                        .map(tag -> InterestView.of(interest, tag, instead.get(interest.tagId)))
                        .stream())
                .sorted(InterestView.STRONGEST_FIRST)
                .toList());
    }

    /**
     * Replaces all that the person who asks cares about; of two writings of one tag the later counts.
     *
     * @throws Problem INVALID with each place that is wrong
     */
    Page<InterestView> declareAll(NewInterests wish) {
        List<Said> all = read(wish);
        Map<String, KnownTag> known = known(all);
        Map<UUID, Said> wanted = new LinkedHashMap<>();
        for (Said said : all) {
            wanted.put(idOf(known, said), said);
        }
        Set<UUID> fresh = new HashSet<>(wanted.keySet());
        List<Interest> declared = QuarkusTransaction.joiningExisting().call(() -> {
            UUID me = caller.personId();
            still.hold(me);
            Instant now = clock.instant();
            Map<UUID, Interest> held = heldBy(me);
            precondition.expectRead(this::mine);
            fresh.removeAll(held.keySet());
            held.values().stream()
                    .filter(interest -> !wanted.containsKey(interest.tagId))
                    .forEach(repository::delete);
            List<Interest> kept = new ArrayList<>();
            wanted.forEach((tagId, said) -> kept.add(declare(me, tagId, held.get(tagId), said, now)));
            changed.fire(new InterestsChanged(me));
            return kept;
        });
        return viewOf(declared, fresh);
    }

    /**
     * Adds one, or says it again.
     *
     * @throws Problem CONFLICT beyond as many as anybody may have
     */
    InterestView declare(String tag, Declaration how) {
        var findings = Findings.of(how, validator);
        findings.add(how.faults("", clock.instant()));
        findings.expectNone();
        var said = new Said(TagName.of(tag), how);
        UUID tagId = idOf(known(List.of(said)), said);
        Set<UUID> fresh = new HashSet<>();
        Interest interest = QuarkusTransaction.joiningExisting().call(() -> {
            UUID me = caller.personId();
            still.hold(me);
            Map<UUID, Interest> held = heldBy(me);
            Interest before = held.get(tagId);
            if (before == null) {
                expectRoom(held.size() + 1);
                fresh.add(tagId);
            }
            Instant now = clock.instant();
            Interest declared = declare(me, tagId, before, said, now);
            changed.fire(new InterestsChanged(me));
            return declared;
        });
        return viewOf(List.of(interest), fresh).items().get(0);
    }

    /**
     * Takes one back.
     *
     * @throws Problem UNKNOWN where the person who asks does not have it
     */
    @Transactional
    void takeBack(String tag) {
        UUID me = caller.personId();
        still.hold(me);
        boolean gone = tags.find(tag)
                .map(known -> repository.deleteById(new Interest.Key(me, known.id())))
                .orElse(false);
        if (!gone) {
            throw unknown();
        }
        changed.fire(new InterestsChanged(me));
    }

    static Problem unknown() {
        return new Problem(Problem.Kind.UNKNOWN, "unknown-interest");
    }

    private Interest declare(UUID me, UUID tagId, @Nullable Interest before, Said said, Instant now) {
        Interest interest = before == null ? new Interest(me, tagId) : before;
        Declaration how = before == null ? said.how() : said.how().after(before, now);
        interest.declare(said.tag().label(), how, now, fading);
        if (before == null) {
            repository.persist(interest);
            RejectedTag.forget(me, tagId);
        }
        return interest;
    }

    private Map<UUID, Interest> heldBy(UUID personId) {
        return repository.of(personId).stream()
                .collect(Collectors.toMap(interest -> interest.tagId, Function.identity()));
    }

    private List<Said> read(NewInterests wish) {
        Instant now = clock.instant();
        var findings = Findings.of(wish, validator);
        List<Said> all = new ArrayList<>();
        List<NewInterest> interests = Objects.requireNonNullElse(wish.interests(), List.of());
        for (int i = 0; i < interests.size(); i++) {
            NewInterest interest = interests.get(i);
            if (interest != null && interest.tag() != null) {
                String pointer = "/interests/" + i;
                Declaration how = Declaration.of(interest);
                findings.add(how.faults(pointer, now));
                findings.read(pointer + "/tag", () -> TagName.of(interest.tag()))
                        .ifPresent(tag -> all.add(new Said(tag, how)));
            }
        }
        findings.expectNone();
        return all;
    }

    /** Before any transaction. */
    private Map<String, KnownTag> known(List<Said> all) {
        return tags.resolve(all.stream()
                .map(said -> said.how().effectiveVisibility().told(said.tag()))
                .toList());
    }

    private static UUID idOf(Map<String, KnownTag> known, Said said) {
        return Optional.ofNullable(known.get(said.tag().name())).orElseThrow().id();
    }

    /**
     * Refuses more than anybody may have.
     *
     * @throws Problem CONFLICT
     */
    static void expectRoom(int wanted) {
        if (wanted > MOST) {
            throw new Problem(Problem.Kind.CONFLICT, "too-many-interests", Map.of("most", MOST));
        }
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
