package org.coterie.groups;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a group is for, and for how many.
 *
 * @param minSize the fewest people that it takes
 * @param maxSize the most people that it takes
 * @param tags what it is about
 * @param formationId which formation proposed it, if one did
 * @param waits whether it takes more who say yes for it to come about
 */
public record Frame(
        int minSize, int maxSize, Set<UUID> tags, @Nullable UUID formationId, boolean waits) {

    public Frame {
        tags = Set.copyOf(tags);
    }
}
