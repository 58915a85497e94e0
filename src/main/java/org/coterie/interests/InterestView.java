package org.coterie.interests;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import org.coterie.freshness.Beside;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An interest, as the person who holds it sees it. */
@Schema(name = "Interest", description = "Something you care about.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InterestView(
        @Schema(description = "The tag, by the name that all its writings share.", examples = "repair-cafe")
        String tag,

        @Schema(description = "As you wrote it.", examples = "Repair Café")
        String label,

        @Schema(description = "Whether you share, offer or seek it.", examples = "SHARE")
        Stance stance,

        @Schema(description = "How much you care, 1 to 5.", examples = "4")
        int strength,

        @Schema(description = "Who learns of it.", examples = "PUBLIC")
        Visibility visibility,

        @Schema(description = "When you last said it; from then on it fades.", examples = "2026-01-01T12:00:00Z")
        Instant expressedAt,

        @Schema(
                description =
                        "Until when it matches unless you say it again; absent where it is private and never does.",
                examples = "2026-05-01T12:00:00Z")
        @Nullable
        Instant matchesUntil,

        @Schema(
                description = "When it is over, as you said; absent where you did not.",
                examples = "2026-03-01T00:00:00Z")
        @Nullable
        Instant until,

        @Schema(
                description = "Why you care, where you said so; else absent.",
                examples = "I hate throwing away what a screw could save.")
        @Nullable
        String why,

        @Schema(
                description =
                        "What others rather write, or what is well known, for much the same, so that you may write it too; absent where nothing is.")
        @Nullable
        @Beside
        TagView othersWrite) {

    static final Comparator<InterestView> STRONGEST_FIRST =
            Comparator.comparingInt(InterestView::strength).reversed().thenComparing(InterestView::tag);

    static InterestView of(Interest interest, KnownTag tag, @Nullable TagView othersWrite) {
        return new InterestView(
                nameOf(tag, interest.label),
                interest.label,
                interest.stance,
                interest.strength,
                interest.visibility,
                interest.expressedAt,
                interest.visibility == Visibility.PRIVATE ? null : interest.matchesUntil,
                interest.untilAt,
                interest.why,
                othersWrite);
    }

    /** The name of a tag for whoever writes it so. */
    static String nameOf(KnownTag tag, String writing) {
        return tag.named() ? tag.name() : TagName.of(writing).name();
    }

    /**
     * How somebody writes a tag: who names it as they have read it, be it before it became one with another, says nothing of that.
     *
     * @param before how they wrote it before; null where they did not
     */
    static String writingOf(KnownTag tag, @Nullable String before, String said) {
        if (before == null) {
            return said;
        }
        boolean asRead = said.equals(nameOf(tag, before))
                || said.equals(TagName.of(before).name());
        return asRead ? before : said;
    }
}
