package org.coterie.accounts;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.coterie.paging.FewRows;

/**
 * Turns a bearer token of ours into whom it stands for; one read by index, so a revoked token ends everywhere at once. In the same
 * look it is read whether tags are being two again: that is to be known with each request, and is hardly ever so.
 */
@ApplicationScoped
class BearerIdentities implements IdentityProvider<BearerRequest> {

    private static final String HOLDER = """
            select person_id, id, exists (select 1 from tag_move where back = true)
            from access_token where token_hash = ?""";

    private final FewRows rows;
    private final Operator operator;
    private final Limits limits;

    BearerIdentities(FewRows rows, Operator operator, Limits limits) {
        this.rows = rows;
        this.operator = operator;
        this.limits = limits;
    }

    @Override
    public Class<BearerRequest> getRequestType() {
        return BearerRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(BearerRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identityOf(request));
    }

    private SecurityIdentity identityOf(BearerRequest request) {
        // the operator's key may be short enough to be guessed
        if (operator.isKey(request.token()) && !limits.isSpentOnWrongTokens(request.context())) {
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(Role.OPERATOR))
                    .addRole(Role.OPERATOR)
                    .build();
        }
        return rows
                .with(
                        Secret.hash(request.token()),
                        HOLDER,
                        known -> personWith(
                                known.getObject(1, UUID.class), known.getObject(2, UUID.class), known.getBoolean(3)))
                .stream()
                .findFirst()
                .orElseThrow(() -> {
                    limits.takeForWrongToken(request.context());
                    return new AuthenticationFailedException("unknown token");
                });
    }

    private static SecurityIdentity personWith(UUID personId, UUID tokenId, boolean undoing) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(personId.toString()))
                .addAttribute(Caller.PERSON_ID, personId)
                .addAttribute(Caller.TOKEN_ID, tokenId)
                .addAttribute(Caller.UNDOING, undoing)
                .addRole(Role.PERSON)
                .build();
    }
}
