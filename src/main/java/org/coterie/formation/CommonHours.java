package org.coterie.formation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.coterie.groups.Frame;
import org.jspecify.annotations.Nullable;

/** How many hours of a week the members of a group have in common: as many as it was proposed with. */
@ApplicationScoped
class CommonHours {

    private static final int MOST_REMEMBERED = 1_000;

    private final FormationConfig config;
    private final Cache<UUID, Integer> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    CommonHours(FormationConfig config) {
        this.config = config;
    }

    /** In a group that no formation has proposed, or none that is known any more. */
    int usual() {
        return config.commonHours();
    }

    /** In each group that there is, by the formation it came from; read at once, in the current transaction. */
    ToIntFunction<@Nullable UUID> ofGroups() {
        Map<UUID, Integer> asked = Formation.commonHoursOtherThan(usual());
        return formationId -> formationId == null ? usual() : asked.getOrDefault(formationId, usual());
    }

    /** In this group; in the current transaction. */
    int of(Frame group) {
        UUID formationId = group.formationId();
        return formationId == null
                ? usual()
                : remembered.get(
                        formationId,
                        id -> Formation.withId(id)
                                .map(formation -> formation.commonHours)
                                .orElse(usual()));
    }
}
