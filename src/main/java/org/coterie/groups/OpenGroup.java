package org.coterie.groups;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A group as a candidate for somebody: what is needed to judge whether it suits them.
 *
 * @param purpose the tags, most decisive first; one that is not disclosed is for those who hold it
 * @param formationId which formation proposed it, if one did
 * @param waits whether it takes more who say yes for it to come about
 */
public record OpenGroup(
        UUID id,
        List<PurposeTag> purpose,
        int minSize,
        int maxSize,
        @Nullable UUID formationId,
        boolean waits) {

    public OpenGroup {
        purpose = List.copyOf(purpose);
    }

    /** What it is for, and for how many. */
    public Frame frame() {
        return new Frame(
                minSize,
                maxSize,
                purpose.stream().map(PurposeTag::tagId).collect(Collectors.toSet()),
                formationId,
                waits);
    }

    /** By its id alone: many are held against each other. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
