package org.coterie.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token without its secret, as its owner sees it. */
@Schema(name = "Token", description = "A token of yours, without its secret.")
record TokenView(
        @Schema(description = "Names the token, to revoke it.", examples = "0192f1c0-5e6f-7a71-8c8d-9e0f1a2b3c4d")
        UUID id,

        @Schema(description = "When it was issued.", examples = "2026-01-01T12:00:00Z")
        Instant issuedAt,

        @Schema(description = "Whether it is the one this request came with.", examples = "true")
        boolean current) {

    static TokenView of(AccessToken token, Optional<UUID> current) {
        return new TokenView(
                token.id, token.issuedAt, current.filter(token.id::equals).isPresent());
    }
}
