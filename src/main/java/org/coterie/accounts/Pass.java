package org.coterie.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * With what somebody has asked, for what goes on after their request: it may lapse, see {@link Accounts#isValid}.
 *
 * @param tokenId the token, where it is one of ours
 * @param subject whom the OIDC issuer vouches for, where its token was used
 * @param until when the issuer's token lapses by itself
 */
public record Pass(
        @Nullable UUID tokenId,
        OidcSubject.@Nullable Key subject,
        @Nullable Instant until) {}
