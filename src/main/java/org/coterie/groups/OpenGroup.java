package org.coterie.groups;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A group as a candidate for somebody: what is needed to judge whether it suits them.
 *
 * @param purpose the tags, most decisive first; one that is not disclosed is for those who hold it
 */
public record OpenGroup(UUID id, List<PurposeTag> purpose, int minSize, int maxSize) {

    public OpenGroup {
        purpose = List.copyOf(purpose);
    }

    /** What it is for, and for how many; which formation proposed it is not known here. */
    public Frame frame() {
        return new Frame(
                minSize, maxSize, purpose.stream().map(PurposeTag::tagId).collect(Collectors.toSet()), null);
    }

    /** By its id alone: many are held against each other. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
