package org.coterie.safety;

import java.time.Instant;
import java.util.UUID;
import org.coterie.freshness.Beside;
import org.coterie.people.PersonView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody whom the reader has blocked. */
@Schema(name = "Block", description = "Somebody you have blocked.")
record BlockView(
        @Schema(description = "The person's id.", examples = "9b2d0f4e-5c3a-4e1b-a7d6-2f8c4b9e1a35")
        UUID personId,

        @Schema(description = "The name that is theirs alone.", examples = "mallory") @Beside
        String handle,

        @Schema(description = "The name they show.", examples = "Mallory") @Beside
        String displayName,

        @Schema(description = "When you blocked them.", examples = "2026-01-01T12:00:00Z")
        Instant blockedAt) {

    static BlockView of(Block block, PersonView blocked) {
        return new BlockView(block.blockedId, blocked.handle(), blocked.displayName(), block.blockedAt);
    }
}
