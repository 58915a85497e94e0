package org.coterie.groups;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One part of an affinity, as it travels. */
@Schema(name = "Reason", description = "One part of why a purpose fits somebody.")
public record ReasonView(
        @Schema(description = "The tag.", examples = "repair-cafe")
        String tag,

        @Schema(description = "The tag as people write it.", examples = "Repair Café")
        String label,

        @Schema(description = "Its part of the affinity; the parts sum to it.", examples = "0.62")
        double contribution,

        @Schema(description = "How many people held the tag publicly when it was computed.", examples = "12")
        long holders) {}
