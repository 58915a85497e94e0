package org.coterie.freshness;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.function.Supplier;
import org.coterie.problem.Problem;

/**
 * What a client wants to be true before something of theirs is changed: that it still is what they have read
 * ({@code If-Match}). A front door asks once nobody else can change it.
 */
@RequestScoped
public class Precondition {

    private final ETags tags;
    private final HttpHeaders headers;

    Precondition(ETags tags, HttpHeaders headers) {
        this.tags = tags;
        this.headers = headers;
    }

    /**
     * Goes on only where the client does not want to have read anything: there is nothing.
     *
     * @throws Problem STALE where the client does
     */
    public void expectUnread() {
        if (!headers.getRequestHeader(HttpHeaders.IF_MATCH).isEmpty()) {
            throw stale();
        }
    }

    /**
     * Goes on only where the client has read this, or does not mind.
     *
     * @param current what a GET of the same address would answer right now
     * @throws Problem STALE where the client has read something else
     */
    public void expectRead(Supplier<?> current) {
        List<String> conditions = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        if (conditions.isEmpty()) {
            return;
        }
        byte[] written = tags.written(current.get());
        List<String> names = List.of(ETags.of(written, false), ETags.of(written, true));
        if (conditions.stream()
                .noneMatch(condition -> names.stream().anyMatch(name -> ETags.named(condition, name, false)))) {
            throw stale();
        }
    }

    private static Problem stale() {
        return new Problem(Problem.Kind.STALE, "precondition-failed");
    }
}
