package org.coterie.groups;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One part of why a person fits a purpose.
 *
 * @param contribution its part of the affinity
 * @param holders how many people held the tag publicly when it was computed
 * @param said the tag that the person holds in its place, where they do not hold it itself
 */
public record Reason(
        UUID tagId,
        double contribution,
        long holders,
        @Nullable Said said) {

    /** The person holds the tag itself. */
    public Reason(UUID tagId, double contribution, long holders) {
        this(tagId, contribution, holders, null);
    }

    /** The tag by which the person says it. */
    public UUID held() {
        return said == null ? tagId : said.tagId();
    }

    /**
     * A tag that means nearly the same.
     *
     * @param confidence how sure that is, in (0, 1]
     */
    public record Said(UUID tagId, double confidence) {}
}
