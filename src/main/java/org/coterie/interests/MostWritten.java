package org.coterie.interests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.accounts.Caller;
import org.coterie.interests.InterestRepository.Written;
import org.coterie.live.Live;
import org.coterie.paging.Portions;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;

/** Has tags that people named be called as most of them write them; of many, those who said one last stand for all. */
@ApplicationScoped
class MostWritten {

    private static final int MOST_ASKED = 100;

    private final Caller caller;
    private final Clock clock;
    private final Live live;
    private final LiveHoldings holdings;
    private final InterestRepository repository;
    private final Tags tags;

    MostWritten(
            Caller caller, Clock clock, Live live, LiveHoldings holdings, InterestRepository repository, Tags tags) {
        this.caller = caller;
        this.clock = clock;
        this.live = live;
        this.holdings = holdings;
        this.repository = repository;
        this.tags = tags;
    }

    /** Looks how others write these; after the person who asks has said them, and outside of any transaction. */
    void look(Map<KnownTag, TagName> said) {
        Map<KnownTag, TagName> otherwise = new HashMap<>(said);
        otherwise.entrySet().removeIf(one -> !one.getKey().isWrittenOtherwise(one.getValue()));
        look(otherwise, Set.of(caller.personId()));
    }

    /** The same of what many people have just said. */
    void lookAtMany(Map<KnownTag, TagName> otherwise) {
        if (!otherwise.isEmpty()) {
            live.catchUp();
        }
        Portions.of(otherwise.entrySet(), Interests.MOST)
                .forEach(some -> look(
                        some.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)), Set.of()));
    }

    private void look(Map<KnownTag, TagName> otherwise, Set<UUID> alsoAsked) {
        if (otherwise.isEmpty()) {
            return;
        }
        Set<UUID> asked = new HashSet<>(alsoAsked);
        otherwise
                .keySet()
                .forEach(tag -> asked.addAll(holdings.index().holders(tag.id(), MOST_ASKED, clock.instant())));
        List<UUID> tagIds = otherwise.keySet().stream().map(KnownTag::id).toList();
        Map<UUID, List<String>> writings =
                QuarkusTransaction.joiningExisting().call(() -> repository.written(asked, tagIds)).stream()
                        .collect(Collectors.groupingBy(
                                Written::tagId, Collectors.mapping(Written::label, Collectors.toList())));
        otherwise.forEach(
                (tag, written) -> tags.callAsMostWrite(tag, written, writings.getOrDefault(tag.id(), List.of())));
    }
}
