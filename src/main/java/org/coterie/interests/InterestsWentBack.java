package org.coterie.interests;

import java.util.Set;
import java.util.UUID;
import org.coterie.tags.TagMove;

/** These people hold the tag no more that another had become one with, now that the two are two again. */
public record InterestsWentBack(TagMove move, Set<UUID> people) {

    public InterestsWentBack {
        people = Set.copyOf(people);
    }
}
