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
}
