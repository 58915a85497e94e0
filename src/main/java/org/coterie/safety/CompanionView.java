package org.coterie.safety;

import java.time.Instant;
import java.util.UUID;
import org.coterie.freshness.Beside;
import org.coterie.people.PersonView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody whom the reader has named as a companion. */
@Schema(name = "Companion", description = "Somebody with whom you would come to groups, and without whom not.")
record CompanionView(
        @Schema(description = "The person's id.", examples = "1b4e28ba-2fa1-41d2-883f-9c16d3cca427")
        UUID personId,

        @Schema(description = "The name that is theirs alone.", examples = "grace") @Beside
        String handle,

        @Schema(description = "The name they show.", examples = "Grace") @Beside
        String displayName,

        @Schema(
                description =
                        "Whether they have named you, too, and neither of you keeps away from the other: only then it counts, for both of"
                                + " you.",
                examples = "true")
        @Beside
        boolean mutual,

        @Schema(description = "When you named them.", examples = "2026-01-01T12:00:00Z")
        Instant namedAt) {

    static CompanionView of(Companion companion, PersonView person, boolean mutual) {
        return new CompanionView(
                companion.companionId, person.handle(), person.displayName(), mutual, companion.namedAt);
    }
}
