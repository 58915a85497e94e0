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
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coterie.freshness.Names;
import org.coterie.language.Reader;
import org.coterie.problem.Problem;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request with an {@code Idempotency-Key} happen once (draft-ietf-httpapi-idempotency-key-header): all that it does
 * and what it is answered are one transaction. Only answers that say it is done are kept; after any other nothing has
 * happened, and it may simply be tried again. A POST returns a record, a {@link RestResponse} or nothing.
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
    private final Clock clock;
    private final ObjectMapper json;
    private final Names names;
    private final Reader reader;

    Retries(
            Attempt attempt,
            Caller caller,
            CurrentVertxRequest http,
            UnderWay underWay,
            Clock clock,
            ObjectMapper json,
            Names names,
            Reader reader) {
        this.attempt = attempt;
        this.caller = caller;
        this.http = http;
        this.underWay = underWay;
        this.clock = clock;
        this.json = json;
        this.names = names;
        this.reader = reader;
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
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            Object answer = request.proceed();
            Optional<String> fingerprint = attempt.fingerprint();
            // whoever sends the whole of what broke off asks something else
            if (fingerprint.isPresent()) {
                byte[] sealed = seal.close(json.writeValueAsBytes(answerOf(request.getMethod(), answer)));
                // what the request itself may not write is no matter of its key
                KeptAnswer.flush();
                keep(id, fingerprint.get(), sealed);
            }
            return answer;
        });
    }

    private RuntimeException again(KeptAnswer kept, Seal seal) throws IOException {
        if (kept.isEmpty()) {
            return new Problem(Problem.Kind.UNKNOWN, "unknown-person.you");
        }
        if (!Optional.of(kept.requestHash).equals(attempt.fingerprint())) {
            return new Problem(Problem.Kind.UNPROCESSABLE, "idempotency-key-reused");
        }
        return new AnsweredBefore(json.readValue(seal.open(kept.sealed), Answer.class));
    }

    private Problem inProgress() {
        http.getCurrent().response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(SECONDS_TO_WAIT));
        return new Problem(Problem.Kind.CONFLICT, "request-in-progress");
    }

    private Answer answerOf(Method post, @Nullable Object answer) throws JsonProcessingException {
        if (answer instanceof RestResponse<?> response) {
            String body = written(response.getEntity());
            Map<String, String> headers = languageOf();
            response.getStringHeaders().keySet().forEach(name -> headers.put(name, response.getHeaderString(name)));
            if (response.getStatus() == RestResponse.StatusCode.CREATED) {
                // whoever asks again may take it in another encoding
                names.ofMade(response.getLocation(), response.getEntity(), null)
                        .ifPresent(name -> headers.put(HttpHeaders.ETAG.toString(), name));
            }
            return new Answer(response.getStatus(), headers, body);
        }
        String body = written(answer);
        ResponseStatus status = post.getAnnotation(ResponseStatus.class);
        int otherwise = answer == null ? RestResponse.StatusCode.NO_CONTENT : RestResponse.StatusCode.OK;
        return new Answer(status == null ? otherwise : status.value(), languageOf(), body);
    }

    /** What is told again is told in the language of the first time, and depends on it as it did then. */
    private Map<String, String> languageOf() {
        Map<String, String> headers = new HashMap<>();
        String language = http.getCurrent().response().headers().get(HttpHeaders.CONTENT_LANGUAGE);
        if (language != null) {
            headers.put(HttpHeaders.CONTENT_LANGUAGE.toString(), language);
        }
        if (reader.isCounted()) {
            headers.put("Vary", "Accept-Language"); // as elsewhere, and not in small letters
        }
        return headers;
    }

    private @Nullable String written(@Nullable Object body) throws JsonProcessingException {
        return body == null ? null : json.writeValueAsString(body);
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
