package org.coterie.groups;

import java.util.List;
import java.util.UUID;

/**
 * Fired inside the transaction in which somebody's place in a proposal became free, so that it has fewer people than it takes to
 * come about, even if all who are invited accept.
 *
 * @param tagIds what it tells that it is about
 * @param missing how many more it takes at least
 */
public record ProposalTooSmall(UUID groupId, List<UUID> tagIds, int missing) {

    public ProposalTooSmall {
        tagIds = List.copyOf(tagIds);
    }
}
