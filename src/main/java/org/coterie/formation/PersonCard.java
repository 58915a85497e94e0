package org.coterie.formation;

import java.util.UUID;
import org.coterie.formation.SuggestionsView.SuggestedPerson;
import org.coterie.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who cares about the same, in a few lines. */
@Schema(name = "PersonCard", description = "Somebody who cares about the same, in a few lines.")
record PersonCard(
        @Schema(description = "Who it is.", examples = "1b4e28ba-2fa1-41d2-883f-9c16d3cca427")
        UUID personId,

        @Schema(description = "Their handle.", examples = "grace")
        String handle,

        @Schema(description = "The name they show.", examples = "Grace")
        String displayName,

        @Schema(description = "How much of what you care about they share, 0 to 1.", examples = "0.83")
        double affinity,

        @Schema(
                implementation = String.class,
                description = "Why, in a sentence.",
                examples = "You and Grace both care about Repair Café; only 12 of 480 people here name it openly.")
        Text sentence) {

    /** The names of its fields, a number and its id. */
    private static final int FIELDS = 160;

    /** As many as it has in an answer, or some more. */
    int mostBytes() {
        return FIELDS + Utf8.bytes(handle) + Utf8.bytes(displayName) + sentence.mostBytes();
    }

    static PersonCard of(SuggestedPerson suggested) {
        return new PersonCard(
                suggested.person().id(),
                suggested.person().handle(),
                suggested.person().displayName(),
                suggested.affinity(),
                suggested.sentence());
    }
}
