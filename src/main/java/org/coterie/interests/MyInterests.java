package org.coterie.interests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coterie.accounts.Caller;
import org.coterie.freshness.Precondition;
import org.coterie.paging.Page;
import org.coterie.problem.Checks;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.coterie.tags.NearTagFinder;
import org.coterie.tags.TagMoves;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/** What the person who asks cares about: said, renewed, taken back. */
@ApplicationScoped
class MyInterests {

    private final Caller caller;
    private final Event<InterestsChanged> changed;
    private final Clock clock;
    private final Fading fading;
    private final MostWritten mostWritten;
    private final TagMoves moves;
    private final NearTagFinder nearTags;
    private final SaidOfEach ofEach;
    private final OthersWrite othersWrite;
    private final Precondition precondition;
    private final StillPeople still;
    private final InterestRepository repository;
    private final Tags tags;
    private final Checks checks;

    MyInterests(
            Caller caller,
            Event<InterestsChanged> changed,
            Clock clock,
            InterestsConfig config,
            MostWritten mostWritten,
            TagMoves moves,
            NearTagFinder nearTags,
            SaidOfEach ofEach,
            OthersWrite othersWrite,
            Precondition precondition,
            StillPeople still,
            InterestRepository repository,
            Tags tags,
            Checks checks) {
        this.caller = caller;
        this.changed = changed;
        this.clock = clock;
        this.fading = new Fading(config.halfLife());
        this.mostWritten = mostWritten;
        this.moves = moves;
        this.nearTags = nearTags;
        this.ofEach = ofEach;
        this.othersWrite = othersWrite;
        this.precondition = precondition;
        this.still = still;
        this.repository = repository;
        this.tags = tags;
        this.checks = checks;
    }

    private record Said(TagName tag, Declaration how) {}

    Page<InterestView> all() {
        return viewOf(repository.lookAt(caller.personId()));
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
        Map<UUID, TagView> instead = othersWrite.insteadOf(known, fresh);
        return Page.whole(interests.stream()
                .flatMap(interest -> Optional.ofNullable(known.get(interest.tagId))
                        .map(tag -> InterestView.of(interest, tag, instead.get(interest.tagId)))
                        .stream())
                .sorted(InterestView.STRONGEST_FIRST)
                .toList());
    }

    /**
     * One of them.
     *
     * @throws Problem UNKNOWN where the person who asks does not have it
     */
    @Transactional
    InterestView one(String tag) {
        return viewOf(held(caller.personId(), tag));
    }

    private Interest held(UUID me, String tag) {
        return tags.find(tag)
                .flatMap(known -> repository.findByIdOptional(new Interest.Key(me, known.id())))
                .orElseThrow(MyInterests::unknown);
    }

    private InterestView viewOf(Interest interest) {
        return viewOf(List.of(interest)).items().get(0);
    }

    /**
     * Replaces all that the person who asks cares about; of two writings of one tag the later counts, and of two tags that have become
     * one, as somebody may have read them before, what would have been kept.
     *
     * @throws Problem INVALID with each place that is wrong
     */
    Page<InterestView> declareAll(NewInterests wish) {
        List<Said> all = read(wish);
        Map<String, KnownTag> known = known(all);
        Map<UUID, Said> wanted = new LinkedHashMap<>();
        Map<UUID, Map<TagName, Said>> byName = new HashMap<>();
        for (Said said : all) {
            UUID tagId = tagOf(known, said).id();
            wanted.merge(tagId, said, this::counting);
            byName.computeIfAbsent(tagId, id -> new LinkedHashMap<>()).put(said.tag, said);
        }
        nearTags.findNow(wanted.keySet());
        Set<UUID> fresh = new HashSet<>(wanted.keySet());
        List<Interest> declared = QuarkusTransaction.joiningExisting().call(() -> {
            UUID me = caller.personId();
            still.hold(me);
            Instant now = clock.instant();
            Map<UUID, Interest> held = heldBy(me);
            precondition.expectRead(this::all);
            fresh.removeAll(held.keySet());
            repository.takeBack(
                    me,
                    held.values().stream()
                            .filter(interest -> !wanted.containsKey(interest.tagId))
                            .toList());
            List<Interest> kept = new ArrayList<>();
            wanted.forEach((tagId, said) -> {
                KnownTag tag = tagOf(known, said);
                Interest before = held.get(tagId);
                Interest one = declare(me, tag, before, before == null ? said : asWritten(before, tag, said), now);
                Map<TagName, Said> names = byName.getOrDefault(tagId, Map.of());
                if (names.size() > 1) {
                    one.take(byEachName(one, names, now));
                }
                kept.add(one);
            });
            RejectedTag.forget(me, fresh);
            changed.fire(new InterestsChanged(me));
            return kept;
        });
        mostWritten.look(wanted.values().stream()
                .collect(Collectors.toMap(said -> tagOf(known, said), Said::tag, (first, other) -> other)));
        return viewOf(declared, fresh);
    }

    /**
     * Adds one, or says it again.
     *
     * @throws Problem CONFLICT beyond as many as anybody may have
     */
    InterestView declare(String tag, Declaration how) {
        checks.of(how).expectNone();
        var said = new Said(TagName.of(tag), how);
        KnownTag meant = tagOf(known(List.of(said)), said);
        UUID tagId = meant.id();
        nearTags.findNow(List.of(tagId));
        Set<UUID> fresh = new HashSet<>();
        Interest interest = QuarkusTransaction.joiningExisting().call(() -> {
            UUID me = caller.personId();
            still.hold(me);
            Map<UUID, Interest> held = heldBy(me);
            Interest before = held.get(tagId);
            precondition.expectNone(before != null);
            if (before == null) {
                precondition.expectUnread();
                Interests.expectRoom(held.size(), 1);
                fresh.add(tagId);
            } else {
                precondition.expectRead(() -> viewOf(before));
            }
            Instant now = clock.instant();
            Interest declared = declare(me, meant, before, said, now);
            RejectedTag.forget(me, fresh);
            changed.fire(new InterestsChanged(me));
            return declared;
        });
        mostWritten.look(Map.of(meant, said.tag()));
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
        Interest interest = held(me, tag);
        precondition.expectRead(() -> viewOf(interest));
        repository.takeBack(me, List.of(interest));
        changed.fire(new InterestsChanged(me));
    }

    static Problem unknown() {
        return new Problem(Problem.Kind.UNKNOWN, "unknown-interest");
    }

    private Interest declare(UUID me, KnownTag tag, @Nullable Interest before, Said said, Instant now) {
        Interest interest = before == null ? new Interest(me, tag.id()) : before;
        Declaration how = before == null ? said.how() : said.how().after(before, now);
        String written = said.tag().label();
        if (before != null) {
            written = InterestView.writingOf(tag, before.label, written);
            ofEach.keep(before, written);
        }
        interest.declare(written, how, now, fading);
        if (before == null) {
            repository.persist(interest);
        }
        return interest;
    }

    /** As it is said of each of two tags that have become one. */
    private Interest byEachName(Interest counting, Map<TagName, Said> names, Instant now) {
        Map<String, MovedInterest.Was> before = ofEach.before(counting.personId, names.keySet());
        Map<TagName, Interest> said = new LinkedHashMap<>();
        names.forEach((name, one) -> {
            var interest = new Interest(counting.personId, counting.tagId);
            MovedInterest.Was was = before.get(name.key());
            interest.declare(
                    was == null ? name.label() : InterestView.writingOf(was.tag(), was.interest().label, name.label()),
                    was == null ? one.how : one.how.after(was.interest(), now),
                    now,
                    fading);
            said.put(name, interest);
        });
        return ofEach.join(counting, said);
    }

    private Map<UUID, Interest> heldBy(UUID personId) {
        return repository.of(personId).stream()
                .collect(Collectors.toMap(interest -> interest.tagId, Function.identity()));
    }

    private List<Said> read(NewInterests wish) {
        checks.of(wish).expectNone();
        return wish.interests().stream()
                .map(interest -> new Said(TagName.of(interest.tag()), Declaration.of(interest)))
                .toList();
    }

    private Said counting(Said first, Said later) {
        boolean asTwo = Declaration.WEIGHTIER.compare(first.how, later.how) > 0 && moves.wereTwo(first.tag, later.tag);
        return asTwo ? first : later;
    }

    /** Who puts back all that they have read names what they wrote as it was called then, also where that was in the middle. */
    private Said asWritten(Interest before, KnownTag tag, Said said) {
        TagName name = said.tag;
        TagName written = TagName.of(before.label);
        boolean asRead = name.label().equals(name.name())
                && !name.name().equals(tag.name())
                && !name.equals(written)
                && moves.gaveWay(written, name);
        return asRead ? new Said(written, said.how) : said;
    }

    /** Before any transaction. */
    private Map<String, KnownTag> known(List<Said> all) {
        return tags.resolve(all.stream()
                .map(said -> said.how().effectiveVisibility().told(said.tag()))
                .toList());
    }

    private static KnownTag tagOf(Map<String, KnownTag> known, Said said) {
        return Optional.ofNullable(known.get(said.tag().name())).orElseThrow();
    }
}
