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

    /** The same where a tag has become one with another; who says the very tag says nothing in its place. */
    KeptReason moved(UUID from, UUID to) {
        UUID stated = tagId.equals(from) ? to : tagId;
        Reason.Said word = said == null || !said.tagId().equals(from) ? said : new Reason.Said(to, said.confidence());
        return new KeptReason(
                stated,
                contribution,
                holders,
                matchOnly,
                word == null || word.tagId().equals(stated) ? null : word);
    }

    /** One reason of two in what has become one tag; as quiet as the quieter of them. */
    KeptReason and(KeptReason other) {
        return new KeptReason(
                tagId,
                contribution + other.contribution,
                Math.max(holders, other.holders),
                matchOnly || other.matchOnly,
                said == null || other.said == null ? null : said);
    }
}
