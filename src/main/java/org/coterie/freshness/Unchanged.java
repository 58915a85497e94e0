package org.coterie.freshness;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coterie.live.Live;
import org.jspecify.annotations.Nullable;

/**
 * Spares an answer that its reader has already from being put together again: where nothing was written since it was, in
 * whichever process, it is what it was. What goes with time alone may be told a minute late. A front door asks before it begins,
 * where what is compared would cost more than the way.
 */
@RequestScoped
public class Unchanged {

    static final Duration LASTS = Duration.ofMinutes(1);

    private static final List<String> DEPENDS_ON =
            List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING, HttpHeaders.ACCEPT_LANGUAGE);

    private final NamesGiven given;
    private final Clock clock;
    private final HttpHeaders headers;
    private final Live live;
    private final UriInfo uri;

    private @Nullable Asked asked;

    Unchanged(NamesGiven given, Clock clock, HttpHeaders headers, Live live, UriInfo uri) {
        this.given = given;
        this.clock = clock;
        this.headers = headers;
        this.live = live;
        this.uri = uri;
    }

    /**
     * What an answer is put together from, but for what is written.
     *
     * @param basis who asks, and whatever else it depends on
     * @param request everything of the request that makes another answer
     */
    record Question(List<?> basis, List<@Nullable String> request) {}

    /** What is asked, and where the record of changes and the clock were when it was. */
    private record Asked(Question question, long heard, Instant at) {}

    /**
     * Goes on only where the client has not named the answer, or it may have become another one; not to be called within a
     * transaction.
     *
     * @param basis who asks, and whatever else than what is written the answer depends on
     * @throws NotModified where the client has it already
     */
    public void endIfSo(Object... basis) {
        List<@Nullable String> request = new ArrayList<>();
        request.add(uri.getRequestUri().toString());
        DEPENDS_ON.forEach(header -> request.add(headers.getHeaderString(header)));
        var question = new Question(List.of(basis), request);
        List<String> known = headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
        Instant now = clock.instant();
        long heard = live.heard();
        asked = new Asked(question, heard, now);
        if (!known.isEmpty()) {
            given.to(question)
                    .filter(name -> name.holds(heard, now))
                    .filter(name -> known.stream().anyMatch(one -> ETags.named(one, name.tag())))
                    .filter(name -> live.isAll(heard))
                    .ifPresent(name -> {
                        throw new NotModified(name.tag());
                    });
        }
    }

    /** What is being put together may soon be another answer by itself, so that its name is not remembered. */
    public void passesSoon() {
        asked = null;
    }

    /** The answer was put together, and this is its name. */
    void wentOutAs(String tag) {
        Asked now = asked;
        if (now != null) {
            given.keep(now.question, new NamesGiven.Name(tag, now.heard, now.at));
        }
    }
}
