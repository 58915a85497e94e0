package org.coterie.synonyms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.coterie.freshness.Beside;
import org.coterie.paging.LongWork;
import org.coterie.people.HolderCount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That two tags are one, as everybody reads it. */
@Schema(
        name = "Synonym",
        description = "Two tags that are one, or proposed to be. Who proposed it, or said what, is told to nobody.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SynonymView(
        @Schema(description = "Names the proposal.", examples = "0192f1c0-6f70-7b82-9d9e-0f1a2b3c4d5e")
        UUID id,

        @Schema(description = "The one tag.", examples = "biking")
        String tag,

        @Schema(description = "The other tag.", examples = "bicycle-riding")
        String sameAs,

        @Schema(
                description = "The language in which the one is a label of the other; absent where it is in none.",
                examples = "en")
        @Nullable
        String language,

        @Schema(description = "How far it is.", examples = "PROPOSED")
        SynonymState state,

        @Schema(
                description = "Of the two the one that stays, and to which both names lead; absent where they do not.",
                examples = "bicycle-riding")
        @Nullable
        String kept,

        @Schema(description = "What part of all that is under the other tag has been moved, 0 to 1.", examples = "0")
        @Beside
        double progress,

        @Schema(description = "What public holders of either tag say; absent once it is decided or over.")
        @Beside
        @Nullable
        Voices voices,

        @Schema(description = "When it was proposed.", examples = "2026-01-01T12:00:00Z")
        Instant createdAt,

        @Schema(description = "Until when it can be agreed on.", examples = "2026-01-31T12:00:00Z")
        Instant until,

        @Schema(
                description = "Since when both names lead to one tag; absent where they do not.",
                examples = "2026-01-02T12:00:00Z")
        @Nullable
        Instant mergedAt,

        @Schema(
                description = "Until when the operator can undo it; absent where that cannot be done.",
                examples = "2026-02-01T12:00:00Z")
        @Nullable
        Instant undoUntil)
        implements LongWork {

    /** What is said on both sides. */
    @Schema(name = "SynonymVoices", description = "What public holders say, on the side of either tag.")
    record Voices(
            @Schema(description = "Those who hold the one tag.")
            Side tag,

            @Schema(description = "Those who hold the other tag.")
            Side sameAs) {}

    /** What is said on one side. */
    @Schema(
            name = "SynonymSide",
            description = "What the public holders of one tag say; who holds both speaks on both sides.")
    record Side(
            @Schema(description = "How many agree.", examples = "5")
            HolderCount agree,

            @Schema(description = "How many do not.", examples = "<3")
            HolderCount disagree) {}

    @Override
    public boolean over() {
        return !state.isMoving();
    }
}
