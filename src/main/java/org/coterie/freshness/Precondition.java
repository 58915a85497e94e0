package org.coterie.freshness;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coterie.problem.Problem;
import org.jspecify.annotations.Nullable;

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
     * Goes on only where there is nothing yet, or the client does not mind ({@code If-None-Match: *}).
     *
     * @param there whether there is something that would be replaced
     * @throws Problem STALE where there is, and it was not to be
     */
    public void expectNone(boolean there) {
        List<String> conditions = headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
        if (there && conditions.stream().anyMatch(condition -> condition.strip().equals("*"))) {
            throw new Problem(Problem.Kind.STALE, "precondition-failed.there");
        }
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
     * Goes on only where the client has read this, or does not mind; what is {@link Beside} it may have become another.
     * And not where it still is what the client has named so as not to change that ({@code If-None-Match}).
     *
     * @param current what a GET of the same address would answer right now
     * @throws Problem STALE where it is otherwise
     */
    public void expectRead(Supplier<?> current) {
        expectNone(true);
        List<String> read = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        List<String> unwanted = headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
        if (read.isEmpty() && unwanted.isEmpty()) {
            return;
        }
        Object view = current.get();
        if (!read.isEmpty() && !tags.isRead(read, view)) {
            throw stale();
        }
        if (tags.isNamed(unwanted, view)) {
            throw new Problem(Problem.Kind.STALE, "precondition-failed.same");
        }
    }

    /**
     * Goes on only where the client has read what is there, or wants there to be nothing and there is nothing.
     *
     * @param there what there is, null where there is nothing
     * @param view what a GET answers of it
     * @throws Problem STALE where it is otherwise
     */
    public <T> void expectAsRead(@Nullable T there, Function<T, ?> view) {
        if (there == null) {
            expectUnread();
        } else {
            expectRead(() -> view.apply(there));
        }
    }

    private static Problem stale() {
        return new Problem(Problem.Kind.STALE, "precondition-failed");
    }
}
