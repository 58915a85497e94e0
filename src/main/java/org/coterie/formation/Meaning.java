package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.interests.Interests;
import org.coterie.interests.Senses;
import org.coterie.matching.Nearness;
import org.coterie.tags.NearTags;

/** What else somebody may mean by their tags: for each the few that are near, unless that is switched off. */
@ApplicationScoped
class Meaning {

    private final Interests interests;
    private final Senses senses;
    private final NearTags nearTags;
    private final MatchingConfig config;

    Meaning(Interests interests, Senses senses, NearTags nearTags, MatchingConfig config) {
        this.interests = interests;
        this.senses = senses;
        this.nearTags = nearTags;
        this.config = config;
    }

    /**
     * For each of these tags of a person's that has near ones the surest {@value Nearness#MOST}, and how sure each is, without
     * those that the rest of their tags speaks against; a tag that is near to what the person does not mean has none.
     */
    Map<UUID, Map<UUID, Double>> near(UUID personId, Collection<UUID> tagIds) {
        if (!config.meaning() || tagIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Map<UUID, Double>> near = nearTags.of(tagIds, config.nearThreshold());
        if (near.isEmpty()) {
            return near;
        }
        Set<UUID> notMeant = interests.notMeant(List.of(personId)).getOrDefault(personId, Set.of());
        Senses.Look look = senses.look();
        return near.entrySet().stream()
                .filter(tag -> Collections.disjoint(tag.getValue().keySet(), notMeant))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, tag -> meant(personId, tag.getKey(), tag.getValue(), look)));
    }

    private static Map<UUID, Double> meant(UUID personId, UUID held, Map<UUID, Double> near, Senses.Look look) {
        return near.entrySet().stream()
                .sorted(Map.Entry.<UUID, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .filter(other -> !look.isOtherSense(personId, held, other.getKey()))
                .limit(Nearness.MOST)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }
}
