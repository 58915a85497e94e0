package org.coterie.interests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coterie.interests.HolderIndex.Held;

/**
 * What this process itself wrote a moment ago, by the number of the change: an import need not read back what it has
 * just written. Whatever is not here any more is read.
 */
@ApplicationScoped
class OwnChanges {

    private static final int MOST_INTERESTS = 200_000;

    private final Cache<Long, Map<UUID, List<Held>>> changes = Caffeine.newBuilder()
            .maximumWeight(MOST_INTERESTS)
            .weigher((Long change, Map<UUID, List<Held>> held) ->
                    1 + held.values().stream().mapToInt(all -> 1 + all.size()).sum())
            .build();

    /** Keeps all that each of these people holds after a change, which may still be undone. */
    void keep(long change, Map<UUID, List<Held>> held) {
        changes.put(change, held);
    }

    /** What people hold after a change, where it is known; it is given once. */
    Map<UUID, List<Held>> take(long change) {
        Map<UUID, List<Held>> held = changes.asMap().remove(change);
        return held == null ? Map.of() : held;
    }
}
