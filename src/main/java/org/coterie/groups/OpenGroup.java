package org.coterie.groups;

import java.util.List;
import java.util.UUID;

/**
 * A group as a candidate for somebody: what is needed to judge whether it suits them.
 *
 * @param purpose the tags, most decisive first; one that is not disclosed is for those who hold it
 */
public record OpenGroup(UUID id, List<PurposeTag> purpose, int minSize, int maxSize) {

    public OpenGroup {
        purpose = List.copyOf(purpose);
    }

    /** By its id alone: many are held against each other. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
