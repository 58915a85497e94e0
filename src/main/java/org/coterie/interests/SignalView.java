package org.coterie.interests;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.coterie.freshness.Beside;
import org.coterie.freshness.ToldOnce;
import org.coterie.meaning.Meaning;
import org.coterie.tags.KnownTag;
import org.coterie.tags.Source;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A signal, as the person who gave it sees it. */
@Schema(name = "Signal", description = "What you said, and the tags found in it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignalView(
        @Schema(description = "Its id.", examples = "0192f1c0-4d5e-7f60-9b7c-8d9e0f1a2b3c")
        UUID id,

        @Schema(description = "Your words.", examples = "Our street needs safe bike lanes #cycling")
        String text,

        @Schema(description = "When you said it.", examples = "2026-01-01T12:00:00Z")
        Instant saidAt,

        @Schema(
                description =
                        "The tags found in it, in the order of the text, then those that it is about although no words of it stand for them.",
                maxItems = SignalView.MOST_TAGS)
        List<Found> tags,

        @Schema(
                description =
                        "Whether the model that tells what a text is about has read it; absent where you read the message again later.",
                examples = "ON")
        @Beside
        Meaning.@Nullable State meaning)
        implements ToldOnce {

    /** Hashtags, of which nobody may hold more than a hundred, and the few that are found otherwise. */
    static final int MOST_TAGS = 150;

    SignalView {
        tags = tags.stream().sorted(Found.AS_IN_TEXT).toList();
    }

    static SignalView of(Signal signal, List<Found> tags) {
        return new SignalView(signal.id, signal.text, signal.saidAt, tags, null);
    }

    /** The same, as it is answered when it has just been said. */
    SignalView readBy(Meaning.State model) {
        return new SignalView(id, text, saidAt, tags, model);
    }

    @Override
    public Object asRead() {
        return new SignalView(id, text, saidAt, tags, null);
    }

    /** One of its tags. */
    @Schema(name = "SignalTag", description = "A tag found in what you said.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            @Schema(description = "The tag's name.", examples = "cycling")
            String tag,

            @Schema(
                    description = "What it is called, in your language (`Accept-Language`) where that is known.",
                    examples = "cycling")
            @Beside
            String label,

            @Schema(
                    description =
                            "Where it begins in the text, in UTF-16 code units; absent where no words stand for it.",
                    examples = "33")
            @Nullable
            Integer start,

            @Schema(
                    description = "Where it ends: behind its last code unit; absent where no words stand for it.",
                    examples = "41")
            @Nullable
            Integer end,

            @Schema(description = "How it was found.", examples = "HASHTAG")
            Source source,

            @Schema(description = "How sure that is, 0 to 1; absent where it is certain.", examples = "0.71") @Nullable
            Double confidence,

            @Schema(
                    description = "Whether you said that you mean it; only then it is an interest and matches.",
                    examples = "true")
            boolean confirmed) {

        private static final Comparator<Found> AS_IN_TEXT = Comparator.comparing(
                        Found::start, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Found::confidence, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Found::tag);

        static Found of(SignalTag found, KnownTag tag) {
            return new Found(
                    tag.name(),
                    tag.label(),
                    found.startsAt,
                    found.endsAt,
                    found.source,
                    found.confidence == null ? null : NearTagView.hundredths(found.confidence),
                    found.confirmed);
        }
    }
}
