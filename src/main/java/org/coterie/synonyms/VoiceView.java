package org.coterie.synonyms;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the reader has said of a proposal. */
@Schema(name = "Voice", description = "What you have said of a proposal, which nobody else is told.")
record VoiceView(
        @Schema(description = "Whether the two mean the same.", examples = "true")
        boolean agrees,

        @Schema(description = "When you said so.", examples = "2026-01-01T12:00:00Z")
        Instant saidAt) {

    static VoiceView of(SynonymVoice voice) {
        return new VoiceView(voice.agrees, voice.saidAt);
    }
}
