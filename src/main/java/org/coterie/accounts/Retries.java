package org.coterie.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.coterie.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Lets a request with an {@code Idempotency-Key} happen once (draft-ietf-httpapi-idempotency-key-header): all that it does
 * and what it is answered are one transaction. Only answers that say it is done are kept; after any other nothing has
 * happened, and it may simply be tried again.
 */
@Interceptor
@Retriable
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class Retries {

    /** A file may take this long to arrive. */
    private static final int LONGEST_SECONDS = 24 * 60 * 60;

    /** Nobody guesses a key of this length. */
    private static final int HARD_TO_GUESS = 16;

    private static final int SECONDS_TO_WAIT = 1;

    private final Attempt attempt;
    private final Caller caller;
    private final CurrentVertxRequest http;
    private final UnderWay underWay;
    /** A request may need a second connection beside that of its transaction: half of them are never waited for. */
    private final Semaphore places;

    private final Clock clock;
    private final ObjectMapper json;

    Retries(
            Attempt attempt,
            Caller caller,
            CurrentVertxRequest http,
            UnderWay underWay,
            Clock clock,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.attempt = attempt;
        this.caller = caller;
        this.http = http;
        this.underWay = underWay;
        this.places = new Semaphore(Math.max(1, connections / 2));
        this.clock = clock;
        this.json = json;
    }

    @AroundInvoke
    Object once(InvocationContext request) throws Exception {
        Optional<String> key = attempt.key();
        return key.isPresent() ? once(request, owned(key.get())) : request.proceed();
    }

    /** One caller's key is not another's. What a stranger could guess, strangers elsewhere cannot use. */
    private String owned(String key) {
        String owner = caller.name().orElseGet(() -> key.length() < HARD_TO_GUESS ? Address.of(http.getCurrent()) : "");
        return owner + "\n" + key;
    }

    private Object once(InvocationContext request, String secret) throws IOException {
        String id = Secret.hash(secret);
        var seal = new Seal(secret);
        if (!underWay.begin(id)) {
            throw inProgress();
        }
        try {
            Optional<KeptAnswer> before = QuarkusTransaction.requiringNew().call(() -> KeptAnswer.withId(id));
            if (before.isPresent()) {
                throw again(before.get(), seal);
            }
            return kept(request, id, seal);
        } finally {
            underWay.end(id);
        }
    }

    private Object kept(InvocationContext request, String id, Seal seal) {
        places.acquireUninterruptibly();
        try {
            return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
                Object answer = request.proceed();
                Optional<String> fingerprint = attempt.fingerprint();
                // whoever sends the whole of what broke off asks something else
                if (fingerprint.isPresent()) {
                    keep(id, fingerprint.get(), seal.close(json.writeValueAsBytes(answerOf(request, answer))));
                }
                return answer;
            });
        } finally {
            places.release();
        }
    }

    private RuntimeException again(KeptAnswer kept, Seal seal) throws IOException {
        if (!Optional.of(kept.requestHash).equals(attempt.fingerprint())) {
            return new Problem(
                    Problem.Kind.UNPROCESSABLE,
                    "idempotency-key-reused",
                    "Another request had this Idempotency-Key: each needs one of its own.");
        }
        return new AnsweredBefore(json.readValue(seal.open(kept.sealed), Answer.class));
    }

    private Problem inProgress() {
        http.getCurrent().response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(SECONDS_TO_WAIT));
        return new Problem(
                Problem.Kind.CONFLICT,
                "request-in-progress",
                "A request with this Idempotency-Key is being answered; ask again in a moment.");
    }

    private Answer answerOf(InvocationContext request, Object answer) throws JsonProcessingException {
        if (answer instanceof RestResponse<?> response) {
            return new Answer(
                    response.getStatus(),
                    response.getHeaderString(HttpHeaders.LOCATION.toString()),
                    json.writeValueAsString(response.getEntity()));
        }
        ResponseStatus status = request.getMethod().getAnnotation(ResponseStatus.class);
        return new Answer(
                status == null ? RestResponse.StatusCode.OK : status.value(), null, json.writeValueAsString(answer));
    }

    private void keep(String id, String fingerprint, byte[] sealed) {
        UUID owner = attempt.owner().or(caller::person).orElse(null);
        try {
            new KeptAnswer(id, owner, fingerprint, sealed, clock.instant()).persistAndFlush();
        } catch (ConstraintViolationException another) {
            throw inProgress();
        }
    }
}
