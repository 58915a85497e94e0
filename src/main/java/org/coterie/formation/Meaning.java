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
import org.coterie.matching.Nearness;
import org.coterie.tags.NearTags;

/** What else somebody may mean by their tags: for each the few that are near, unless that is switched off. */
@ApplicationScoped
class Meaning {

    private final Interests interests;
    private final NearTags nearTags;
    private final MeaningConfig config;

    Meaning(Interests interests, NearTags nearTags, MeaningConfig config) {
        this.interests = interests;
        this.nearTags = nearTags;
        this.config = config;
    }

    /**
     * For each of these tags of a person's that has near ones the surest {@value Nearness#MOST}, and how sure each is; a tag
     * that is near to what the person does not mean has none.
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
        return near.entrySet().stream()
                .filter(tag -> Collections.disjoint(tag.getValue().keySet(), notMeant))
                .collect(Collectors.toMap(Map.Entry::getKey, tag -> surest(tag.getValue())));
    }

    private static Map<UUID, Double> surest(Map<UUID, Double> near) {
        return near.entrySet().stream()
                .sorted(Map.Entry.<UUID, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Nearness.MOST)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }
}
