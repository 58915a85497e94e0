package org.coterie.safety;

import java.time.Instant;
import java.util.UUID;
import org.coterie.freshness.Beside;
import org.coterie.people.PersonView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody whom the reader avoids. */
@Schema(name = "Avoid", description = "Somebody you avoid.")
record AvoidView(
        @Schema(description = "The person's id.", examples = "5e8f3c1a-7b2d-4f60-9a4c-d1e6b3f7082c")
        UUID personId,

        @Schema(description = "The name that is theirs alone.", examples = "marvin") @Beside
        String handle,

        @Schema(description = "The name they show.", examples = "Marvin") @Beside
        String displayName,

        @Schema(description = "Since when you avoid them.", examples = "2026-01-01T12:00:00Z")
        Instant avoidedAt) {

    static AvoidView of(Avoid avoid, PersonView avoided) {
        return new AvoidView(avoid.avoidedId, avoided.handle(), avoided.displayName(), avoid.avoidedAt);
    }
}
