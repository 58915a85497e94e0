package org.coterie.accounts;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code Authorization: Bearer …} (RFC 6750). The operator's key and our own tokens are looked up here; where an
 * OIDC issuer is configured, any other token is left to Quarkus's verifier.
 */
@ApplicationScoped
class BearerMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";
    private static final int BEFORE_OIDC = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1_000;

    private final AccountsConfig config;
    private final Operator operator;

    BearerMechanism(AccountsConfig config, Operator operator) {
        this.config = config;
        this.operator = operator;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        Optional<String> token = tokenOf(context);
        if (token.isEmpty() || (config.oidc() && !operator.isKey(token.get()))) {
            return Uni.createFrom().nullItem();
        }
        return identities.authenticate(new BearerRequest(token.get(), context));
    }

    private static Optional<String> tokenOf(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(BearerRequest.class);
    }

    @Override
    public int getPriority() {
        return BEFORE_OIDC;
    }
}
