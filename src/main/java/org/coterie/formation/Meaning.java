package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.matching.Nearness;
import org.coterie.tags.NearTags;

/** What else somebody may mean by their tags: for each the few that are near, unless that is switched off. */
@ApplicationScoped
class Meaning {

    private final NearTags nearTags;
    private final MeaningConfig config;

    Meaning(NearTags nearTags, MeaningConfig config) {
        this.nearTags = nearTags;
        this.config = config;
    }

    /** For each of these tags that has near ones the surest {@value Nearness#MOST}, and how sure each is; one query. */
    Map<UUID, Map<UUID, Double>> near(Collection<UUID> tagIds) {
        if (!config.meaning() || tagIds.isEmpty()) {
            return Map.of();
        }
        return nearTags.of(tagIds, config.nearThreshold()).entrySet().stream()
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
