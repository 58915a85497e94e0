package org.coterie.accounts;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.coterie.problem.Problem;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, for the length of one request. */
@RequestScoped
public class Caller {

    static final String PERSON_ID = "coterie.person";
    static final String TOKEN_ID = "coterie.token";
    static final String UNDOING = "coterie.undoing";
    static final String SUBJECT = "coterie.subject";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The person who asks.
     *
     * @throws Problem FORBIDDEN where it is not a person: the operator has no interests of their own
     */
    public UUID personId() {
        return person().orElseThrow(() -> {
            if (identity.isAnonymous()) {
                return new UnauthorizedException();
            }
            return new Problem(Problem.Kind.FORBIDDEN, "person-required");
        });
    }

    /** The person who asks, unless it is the operator. */
    public Optional<UUID> person() {
        return Optional.ofNullable(identity.<UUID>getAttribute(PERSON_ID));
    }

    /** Whether something of theirs may still have to be moved back, as far as was read when they came. */
    public boolean mayHaveToGoBack() {
        return !Boolean.FALSE.equals(identity.<Boolean>getAttribute(UNDOING));
    }

    public boolean isOperator() {
        return identity.hasRole(Role.OPERATOR);
    }

    /** With what it is asked, to be looked at again when this request is over. */
    public Pass pass() {
        return new Pass(
                tokenId().orElse(null),
                subject().orElse(null),
                identity.getPrincipal() instanceof JsonWebToken token
                        ? Instant.ofEpochSecond(token.getExpirationTime())
                        : null);
    }

    /** The token in use, where it is one of ours. */
    Optional<UUID> tokenId() {
        return Optional.ofNullable(identity.<UUID>getAttribute(TOKEN_ID));
    }

    /** Whom the OIDC issuer vouches for, where one is configured. */
    Optional<OidcSubject.Key> subject() {
        return Optional.ofNullable(identity.<OidcSubject.Key>getAttribute(SUBJECT));
    }

    /** Tells those who ask apart; empty where nobody says who it is. */
    Optional<String> name() {
        // a subject that has just joined is the one it was before
        return subject()
                .map(subject -> subject.issuer() + " " + subject.subject())
                .or(() -> person().map(UUID::toString))
                .or(() -> isOperator() ? Optional.of(Role.OPERATOR) : Optional.empty());
    }
}
