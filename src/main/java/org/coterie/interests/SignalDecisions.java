package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.problem.Fault;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.coterie.tags.Source;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;

/** What people say of the tags that were found in their messages: meant, or not. */
@ApplicationScoped
class SignalDecisions {

    private final Caller caller;
    private final Clock clock;
    private final StillPeople still;
    private final InterestRepository held;
    private final SignalInterests interests;
    private final SignalRepository repository;
    private final SignalViews views;
    private final Tags tags;

    SignalDecisions(
            Caller caller,
            Clock clock,
            StillPeople still,
            InterestRepository held,
            SignalInterests interests,
            SignalRepository repository,
            SignalViews views,
            Tags tags) {
        this.caller = caller;
        this.clock = clock;
        this.still = still;
        this.held = held;
        this.interests = interests;
        this.repository = repository;
        this.views = views;
        this.tags = tags;
    }

    /**
     * The person who asks means this tag: it becomes an interest.
     *
     * @throws Problem UNKNOWN where it was not found in what they said
     */
    @Transactional
    SignalView confirm(UUID id, String written) {
        still.hold(caller.personId());
        Signal signal = repository.expect(caller.personId(), id);
        SignalTag found = foundIn(signal, List.of(written)).of(written);
        standAsSaid(signal, Map.of(written, found));
        confirm(signal, List.of(found));
        return views.of(signal);
    }

    /**
     * What somebody means by the name of a tag that has become one with another, and that stands in the message as well, stands
     * where they wrote that name: so it is theirs if two are two again.
     */
    private static void standAsSaid(Signal signal, Map<String, SignalTag> meant) {
        List<MovedSignalTag> others = MovedSignalTag.list("signalId", signal.id);
        meant.forEach((written, found) -> {
            if (!found.confirmed) {
                String key = TagName.of(written).key();
                others.stream()
                        .filter(moved -> !moved.tagId.equals(found.tagId))
                        .filter(moved -> {
                            String there = signal.writing(moved);
                            return there != null && TagName.of(there).key().equals(key);
                        })
                        .findFirst()
                        .ifPresent(found::take);
            }
        });
    }

    private void confirm(Signal signal, Collection<SignalTag> meant) {
        Set<UUID> mine = held.of(signal.personId).stream()
                .map(interest -> interest.tagId)
                .collect(Collectors.toSet());
        Map<UUID, String> heard = new HashMap<>();
        for (SignalTag found : meant) {
            if (!found.confirmed || !mine.contains(found.tagId)) {
                found.confirmed = true;
                heard.put(found.tagId, labelOf(signal, found));
            }
        }
        interests.hear(signal, heard, clock.instant());
    }

    /**
     * The person who asks does not mean this tag: it goes, and the interest that came of it here. Where it was only
     * recognised, it is not offered again.
     *
     * @throws Problem UNKNOWN where it was not found in what they said
     */
    @Transactional
    void reject(UUID id, String written) {
        still.hold(caller.personId());
        Signal signal = repository.expect(caller.personId(), id);
        reject(signal, List.of(foundIn(signal, List.of(written)).of(written)));
    }

    private void reject(Signal signal, Collection<SignalTag> notMeant) {
        Set<UUID> gone = new HashSet<>();
        for (SignalTag found : notMeant) {
            gone.add(found.tagId);
            found.delete();
            if (found.source != Source.HASHTAG) {
                RejectedTag.note(signal.personId, found.tagId, clock.instant(), signal.writing(found));
            }
        }
        interests.unsay(
                signal,
                held.cameOf(signal).stream()
                        .filter(interest -> gone.contains(interest.tagId))
                        .toList());
    }

    /**
     * The person who asks means some of the tags, and does not mean others.
     *
     * @throws Problem UNKNOWN where they have not said it, INVALID with each that was not found in it or is in both lists,
     *     CONFLICT where it would be more interests than anybody may have; then nothing is decided
     */
    @Transactional
    SignalView decide(UUID id, Decision decision) {
        still.hold(caller.personId());
        Signal signal = repository.expect(caller.personId(), id);
        List<String> all = new ArrayList<>(decision.meant());
        all.addAll(decision.notMeant());
        FoundIn there = foundIn(signal, all);
        List<Fault> faults = new ArrayList<>();
        Map<String, SignalTag> meant = there.each(decision.meant(), "/confirm/", faults);
        Map<String, SignalTag> notMeant = there.each(decision.notMeant(), "/reject/", faults);
        for (int i = 0; i < decision.notMeant().size(); i++) {
            SignalTag found = notMeant.get(decision.notMeant().get(i));
            if (found != null && meant.containsValue(found)) {
                faults.add(new Fault("/reject/" + i, "contradictory"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        standAsSaid(signal, meant);
        confirm(signal, new LinkedHashSet<>(meant.values()));
        reject(signal, new LinkedHashSet<>(notMeant.values()));
        SignalTag.flush();
        return views.of(signal);
    }

    /** What was found in a message, by the names that somebody writes. */
    private record FoundIn(Map<String, KnownTag> known, Map<UUID, SignalTag> found) {

        SignalTag of(String written) {
            return Optional.ofNullable(known.get(TagName.of(written).name()))
                    .flatMap(tag -> Optional.ofNullable(found.get(tag.id())))
                    .orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "unknown-signal-tag"));
        }

        Map<String, SignalTag> each(List<String> written, String pointer, List<Fault> faults) {
            Map<String, SignalTag> each = new LinkedHashMap<>();
            for (int i = 0; i < written.size(); i++) {
                try {
                    each.put(written.get(i), of(written.get(i)));
                } catch (Problem unknown) {
                    faults.add(unknown.at(pointer + i));
                }
            }
            return each;
        }
    }

    private FoundIn foundIn(Signal signal, Collection<String> written) {
        return new FoundIn(
                tags.known(written.stream().flatMap(SignalDecisions::readable).toList()),
                repository.tagsOf(List.of(signal.id)).stream()
                        .collect(Collectors.toMap(found -> found.tagId, Function.identity())));
    }

    private static Stream<TagName> readable(String written) {
        try {
            return Stream.of(TagName.of(written));
        } catch (Problem noTag) {
            return Stream.empty();
        }
    }

    /** As the person wrote it there, where their words stand for it. */
    private String labelOf(Signal signal, SignalTag found) {
        String writing = signal.writing(found);
        return writing == null
                ? tags.byIds(List.of(found.tagId)).values().iterator().next().label()
                : writing;
    }
}
