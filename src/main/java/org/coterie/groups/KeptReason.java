package org.coterie.groups;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reason as it is kept with a membership.
 *
 * @param matchOnly the member holds it for matching only: fellow holders alone may read it
 * @param said the tag that the member holds in its place, where it is another
 */
record KeptReason(
        UUID tagId,
        double contribution,
        long holders,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean matchOnly,
        @JsonInclude(JsonInclude.Include.NON_NULL) Reason.@Nullable Said said) {

    static KeptReason of(Reason reason, boolean matchOnly) {
        return new KeptReason(reason.tagId(), reason.contribution(), reason.holders(), matchOnly, reason.said());
    }

    KeptReason kept(boolean forFellowHolders) {
        return new KeptReason(tagId, contribution, holders, forFellowHolders, said);
    }

    /** The tag by which the member says it. */
    UUID held() {
        return said == null ? tagId : said.tagId();
    }

    /** The same without the word that the others say: by what the member said themselves. */
    KeptReason inOwnWord() {
        return new KeptReason(held(), contribution, holders, matchOnly, said);
    }
}
