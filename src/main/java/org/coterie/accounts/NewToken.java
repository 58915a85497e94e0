package org.coterie.accounts;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token that has just been issued: the only time it can be read. */
@Schema(name = "NewToken", description = "A token that has just been issued; it can be read only now.")
public record NewToken(
        @Schema(description = "Names the token, to revoke it.", examples = "0192f1c0-5e6f-7a71-8c8d-9e0f1a2b3c4d")
        UUID id,

        @Schema(description = "The token itself: send it as `Authorization: Bearer …`.", examples = "coterie_9vJ0…")
        String token,

        @Schema(description = "When it was issued.", examples = "2026-01-01T12:00:00Z")
        Instant issuedAt) {}
