package org.coterie.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Knows which person a verified token of the OIDC issuer belongs to, if they have joined. */
@ApplicationScoped
class OidcPeople implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return context.runBlocking(
                    () -> known(identity, new OidcSubject.Key(token.getIssuer(), token.getSubject())));
        }
        return Uni.createFrom().item(identity);
    }

    private static SecurityIdentity known(SecurityIdentity identity, OidcSubject.Key subject) {
        // roles of the issuer mean nothing here: nobody becomes an operator through them
        var builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttribute(Caller.SUBJECT, subject);
        QuarkusTransaction.requiringNew()
                .call(() -> OidcSubject.personOf(subject))
                .ifPresentOrElse(
                        personId -> builder.addRole(Role.PERSON).addAttribute(Caller.PERSON_ID, personId),
                        () -> builder.addRole(Role.NEWCOMER));
        return builder.build();
    }
}
