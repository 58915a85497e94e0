package org.coterie.groups;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * A reason as it is kept with a membership.
 *
 * @param matchOnly the member holds the tag for matching only: fellow holders alone may read it
 */
record KeptReason(
        UUID tagId,
        double contribution,
        long holders,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean matchOnly) {

    static KeptReason of(Reason reason, boolean matchOnly) {
        return new KeptReason(reason.tagId(), reason.contribution(), reason.holders(), matchOnly);
    }

    KeptReason kept(boolean forFellowHolders) {
        return new KeptReason(tagId, contribution, holders, forFellowHolders);
    }

    KeptReason under(UUID otherTag) {
        return new KeptReason(otherTag, contribution, holders, matchOnly);
    }

    /** One reason of two in what has become one tag; as quiet as the quieter of them. */
    KeptReason and(KeptReason other) {
        return new KeptReason(
                tagId,
                contribution + other.contribution,
                Math.max(holders, other.holders),
                matchOnly || other.matchOnly);
    }
}
