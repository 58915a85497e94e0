package org.coterie.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coterie.live.ChangeLog;
import org.coterie.problem.Problem;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** Gives people the means to say who they are, and takes them away again. */
@ApplicationScoped
public class Accounts {

    /** More devices than anybody has; a list that stays short. */
    private static final int MOST_TOKENS = 50;

    private final AccountsConfig config;
    private final Caller caller;
    private final Attempt attempt;
    private final Limits limits;
    private final Clock clock;
    private final ChangeLog log;

    Accounts(AccountsConfig config, Caller caller, Attempt attempt, Limits limits, Clock clock, ChangeLog log) {
        this.config = config;
        this.caller = caller;
        this.attempt = attempt;
        this.limits = limits;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Refuses a sign-up that is one too many from its address, or that nobody vouches for, where an OIDC issuer is
     * configured.
     *
     * @throws Problem TOO_MANY after too many sign-ups, UNAUTHENTICATED without the issuer's token, CONFLICT where this
     *     subject has joined already
     */
    public void expectNewcomer() {
        limits.takeForSignUp();
        if (!config.oidc()) {
            return;
        }
        if (caller.subject().isEmpty()) {
            throw new Problem(Problem.Kind.UNAUTHENTICATED, "token-required.issuer");
        }
        if (caller.person().isPresent()) {
            throw new Problem(Problem.Kind.CONFLICT, "already-joined");
        }
    }

    /**
     * Lets a person in who has just joined.
     *
     * @return the access token, shown only now; empty where people come with tokens of the OIDC issuer
     */
    @Transactional
    public Optional<String> admit(UUID personId) {
        attempt.belongsTo(personId);
        if (config.oidc()) {
            caller.subject().ifPresent(subject -> new OidcSubject(subject, personId).persist());
            return Optional.empty();
        }
        return Optional.of(give(personId).token());
    }

    /** Forgets what somebody who leaves has been answered; a late retry of their sign-up must not bring them back. */
    @Transactional(TxType.MANDATORY)
    public void forgetAnswers(UUID personId) {
        KeptAnswer.emptyOf(personId);
    }

    /**
     * A further token, for a further device or for somebody who was imported. It is shown only now.
     *
     * @throws Problem UNKNOWN where nobody has this id, CONFLICT where the person has more tokens than anybody needs
     */
    @Transactional
    public NewToken issue(UUID personId) {
        if (AccessToken.count("personId", personId) >= MOST_TOKENS) {
            throw new Problem(Problem.Kind.CONFLICT, "too-many-tokens", Map.of("most", MOST_TOKENS));
        }
        log.noteOther();
        return give(personId);
    }

    private NewToken give(UUID personId) {
        String secret = Secret.fresh();
        var token = new AccessToken(personId, Secret.hash(secret), clock.instant());
        try {
            token.persistAndFlush();
        } catch (ConstraintViolationException e) {
            // the foreign key knows who is here
            throw e.getKind() == ConstraintKind.FOREIGN_KEY
                    ? new Problem(Problem.Kind.UNKNOWN, "unknown-person", Map.of("id", personId))
                    : e;
        }
        return new NewToken(token.id, secret, token.issuedAt);
    }

    /** Whether it is still of use: its token has not been revoked and has not lapsed, and whoever has it has not left. */
    @Transactional
    public boolean isValid(Pass pass) {
        return (pass.tokenId() == null || AccessToken.findById(pass.tokenId()) != null)
                && (pass.subject() == null
                        || OidcSubject.personOf(pass.subject()).isPresent())
                && (pass.until() == null || clock.instant().isBefore(pass.until()));
    }

    /** The tokens of the person who asks, oldest first. */
    @Transactional
    List<TokenView> mine() {
        Optional<UUID> current = caller.tokenId();
        return AccessToken.of(caller.personId()).stream()
                .map(token -> TokenView.of(token, current))
                .toList();
    }

    /** Ends one token of the person who asks, everywhere at once. */
    @Transactional
    void revoke(UUID tokenId) {
        if (AccessToken.delete("id = ?1 and personId = ?2", tokenId, caller.personId()) == 0) {
            throw new Problem(Problem.Kind.UNKNOWN, "unknown-token");
        }
        log.noteOther();
    }

    /** Ends the token of this very request: signing out. */
    @Transactional
    void revokeCurrent() {
        revoke(caller.tokenId().orElseThrow(() -> new Problem(Problem.Kind.CONFLICT, "not-our-token")));
    }
}
