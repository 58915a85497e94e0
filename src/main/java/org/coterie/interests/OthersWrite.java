package org.coterie.interests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.people.HolderCount;
import org.coterie.tags.KnownTag;
import org.coterie.tags.NearTags;
import org.coterie.tags.NearWords;
import org.coterie.tags.Tags;

/** What more people write who mean much the same, to offer it to whoever writes otherwise. */
@ApplicationScoped
class OthersWrite {

    /** Whoever is less sure keeps it to themselves. */
    private static final double SURE = 0.8;

    /** How sure it is of a word with another ending. */
    private static final double ALL_BUT_THE_SAME = 1;

    /** Reading a word takes some milliseconds: more than these are not read while somebody waits. */
    private static final int MOST_READ_AT_ONCE = 3;

    private final Caller caller;
    private final Clock clock;
    private final LiveHoldings holdings;
    private final NearTags nearTags;
    private final NearWords nearWords;
    private final Tags tags;
    private final WrittenIn writtenIn;

    OthersWrite(
            Caller caller,
            Clock clock,
            LiveHoldings holdings,
            NearTags nearTags,
            NearWords nearWords,
            Tags tags,
            WrittenIn writtenIn) {
        this.caller = caller;
        this.clock = clock;
        this.holdings = holdings;
        this.nearTags = nearTags;
        this.nearWords = nearWords;
        this.tags = tags;
        this.writtenIn = writtenIn;
    }

    /**
     * For each of somebody's tags what more people write openly, or everybody knows; nothing that is among these tags.
     *
     * @param mine their tags
     * @param fresh those of them that have just been said: what is near them may not have been looked for yet
     */
    Map<UUID, TagView> insteadOf(Map<UUID, KnownTag> mine, Set<UUID> fresh) {
        Set<UUID> tagIds = mine.keySet();
        Map<UUID, Map<UUID, Double>> near = new HashMap<>(nearTags.of(tagIds, SURE));
        mine.values().stream()
                .filter(tag -> fresh.contains(tag.id()) && !near.containsKey(tag.id()))
                .limit(MOST_READ_AT_ONCE)
                .forEach(tag -> {
                    Map<UUID, Double> found = new HashMap<>();
                    nearWords
                            .near(tag.name(), MOST_READ_AT_ONCE, SURE)
                            .tags()
                            .forEach(one -> found.put(one.tag().id(), one.confidence()));
                    near.put(tag.id(), found);
                });
        withOtherEndings(mine.values())
                .forEach((tagId, others) -> others.forEach(other ->
                        near.computeIfAbsent(tagId, id -> new HashMap<>()).put(other, ALL_BUT_THE_SAME)));
        Set<UUID> asked = new HashSet<>();
        near.values().forEach(others -> asked.addAll(others.keySet()));
        if (asked.isEmpty()) {
            return Map.of();
        }
        Set<UUID> notMeant = notMeant();
        asked.addAll(tagIds);
        Instant now = clock.instant();
        Map<UUID, Long> holders = new HashMap<>();
        asked.forEach(tagId -> holders.put(tagId, holdings.index().publicHolders(tagId, now)));
        Map<UUID, KnownTag> known = tags.byIdsForReader(asked);
        Map<UUID, TagView> instead = new HashMap<>();
        near.forEach((tagId, others) -> Optional.ofNullable(known.get(tagId))
                .ifPresent(tag -> others.entrySet().stream()
                        .sorted(Map.Entry.<UUID, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .flatMap(other -> Stream.ofNullable(known.get(other.getKey())))
                        .filter(other -> !tagIds.contains(other.id()) && !notMeant.contains(other.id()))
                        .filter(other -> isRatherWritten(other, tag, holders))
                        .findFirst()
                        .ifPresent(other ->
                                instead.put(tagId, TagView.of(other, holders.getOrDefault(other.id(), 0L))))));
        return instead;
    }

    /** Of what everybody knows nobody writes another form. */
    private Map<UUID, Set<UUID>> withOtherEndings(Collection<KnownTag> mine) {
        List<KnownTag> unusual = mine.stream().filter(tag -> !tag.common()).toList();
        if (unusual.isEmpty()) {
            return Map.of();
        }
        List<String> languages = writtenIn.by(caller.personId());
        return unusual.stream()
                .collect(Collectors.toMap(KnownTag::id, tag -> nearWords.withOtherEndings(tag, languages)));
    }

    private Set<UUID> notMeant() {
        UUID me = caller.personId();
        return QuarkusTransaction.joiningExisting()
                .call(() -> RejectedTag.of(List.of(me)).getOrDefault(me, Set.of()));
    }

    /** Of two words that everybody knows neither is another writing of the other, however near they are. */
    private static boolean isRatherWritten(KnownTag other, KnownTag tag, Map<UUID, Long> holders) {
        if (other.common() && tag.common()) {
            return false;
        }
        long others = holders.getOrDefault(other.id(), 0L);
        long its = holders.getOrDefault(tag.id(), 0L);
        return (others > its && others > 0) || (other.common() && !tag.common() && its < HolderCount.FEWEST_TOLD);
    }
}
