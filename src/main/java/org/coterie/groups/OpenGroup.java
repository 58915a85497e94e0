package org.coterie.groups;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group as a candidate for somebody: what is needed to judge whether it suits them.
 *
 * @param state the name of a {@link GroupState}
 * @param purpose the tags, most decisive first; one that is not disclosed is for those who hold it
 * @param memberCount places taken
 * @param cohesion null where nobody computed it
 */
public record OpenGroup(
        UUID id,
        String name,
        String statement,
        String state,
        List<PurposeTag> purpose,
        int minSize,
        int maxSize,
        int memberCount,
        @Nullable Double cohesion) {

    public OpenGroup {
        purpose = List.copyOf(purpose);
    }

    static OpenGroup of(GroupRow row, List<PurposeTag> purpose) {
        return new OpenGroup(
                row.id(),
                row.name(),
                row.statement(),
                row.state().name(),
                purpose,
                row.minSize(),
                row.maxSize(),
                row.memberCount(),
                row.cohesion());
    }
}
