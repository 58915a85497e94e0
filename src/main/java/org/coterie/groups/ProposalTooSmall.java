package org.coterie.groups;

import java.util.List;
import java.util.UUID;

/**
 * A proposal has lost somebody, so that it has fewer people than it takes to come about, even if all who are invited accept. Fired
 * inside the transaction in which somebody has given their place up.
 *
 * @param tagIds what it tells that it is about
 * @param missing how many more it takes at least
 */
public record ProposalTooSmall(List<UUID> tagIds, int missing) {

    public ProposalTooSmall {
        tagIds = List.copyOf(tagIds);
    }
}
