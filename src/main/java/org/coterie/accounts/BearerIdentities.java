package org.coterie.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Turns a bearer token of ours into whom it stands for; one read by index, so a revoked token ends everywhere at once. */
@ApplicationScoped
class BearerIdentities implements IdentityProvider<BearerRequest> {

    private final Operator operator;

    BearerIdentities(Operator operator) {
        this.operator = operator;
    }

    @Override
    public Class<BearerRequest> getRequestType() {
        return BearerRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(BearerRequest request, AuthenticationRequestContext context) {
        if (operator.isKey(request.token())) {
            return Uni.createFrom()
                    .item(QuarkusSecurityIdentity.builder()
                            .setPrincipal(new QuarkusPrincipal(Role.OPERATOR))
                            .addRole(Role.OPERATOR)
                            .build());
        }
        return context.runBlocking(() -> identityOf(request.token()));
    }

    private static SecurityIdentity identityOf(String token) {
        return QuarkusTransaction.requiringNew()
                .call(() -> AccessToken.withHash(Secret.hash(token)))
                .map(known -> personWith(known.personId, known.id))
                .orElseThrow(() -> new AuthenticationFailedException("unknown token"));
    }

    private static SecurityIdentity personWith(UUID personId, UUID tokenId) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(personId.toString()))
                .addAttribute(Caller.PERSON_ID, personId)
                .addAttribute(Caller.TOKEN_ID, tokenId)
                .addRole(Role.PERSON)
                .build();
    }
}
