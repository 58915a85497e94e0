package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.tags.KnownTag;
import org.coterie.tags.Tags;

/** Messages as the people who gave them read them, with the tags that were found. */
@ApplicationScoped
class SignalViews {

    private final SignalRepository repository;
    private final Tags tags;

    SignalViews(SignalRepository repository, Tags tags) {
        this.repository = repository;
        this.tags = tags;
    }

    SignalView of(Signal signal) {
        return of(List.of(signal)).get(0);
    }

    /** In the same order. */
    List<SignalView> of(List<Signal> signals) {
        List<SignalTag> all =
                repository.tagsOf(signals.stream().map(signal -> signal.id).toList());
        Map<UUID, List<SignalTag>> found = all.stream().collect(Collectors.groupingBy(one -> one.signalId));
        Map<UUID, KnownTag> known = known(all);
        return signals.stream()
                .map(signal -> view(signal, found.getOrDefault(signal.id, List.of()), known))
                .toList();
    }

    /** One in which these tags have just been found. */
    SignalView of(Signal signal, Collection<SignalTag> found) {
        return view(signal, found, known(found));
    }

    private Map<UUID, KnownTag> known(Collection<SignalTag> found) {
        return tags.byIdsForReader(found.stream().map(one -> one.tagId).collect(Collectors.toSet()));
    }

    private static SignalView view(Signal signal, Collection<SignalTag> found, Map<UUID, KnownTag> known) {
        return SignalView.of(
                signal,
                found.stream()
                        .flatMap(one ->
                                Stream.ofNullable(known.get(one.tagId)).map(tag -> SignalView.Found.of(one, tag)))
                        .toList());
    }
}
