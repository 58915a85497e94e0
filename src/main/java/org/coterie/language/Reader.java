package org.coterie.language;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;

/** Whoever asks over HTTP, and in which languages they read: {@code Accept-Language}, looked up as RFC 4647 says. */
@ApplicationScoped
public class Reader {

    /** More than this nobody speaks; each is looked up for each word. */
    private static final int MOST_LANGUAGES = 10;

    /** Before anything that reads it. */
    private static final int FIRST = -15;

    private final CurrentVertxRequest request;

    Reader(CurrentVertxRequest request) {
        this.request = request;
    }

    /** A header that is wrong must not fail what it is only a wish for: neither here nor where else it is read. */
    void forgetUnreadable(@Observes Router router) {
        router.route().order(FIRST).handler(asked -> {
            String accepted = asked.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
            if (accepted != null && !isReadable(accepted)) {
                asked.request().headers().remove(HttpHeaders.ACCEPT_LANGUAGE);
            }
            asked.next();
        });
    }

    private static boolean isReadable(String accepted) {
        try {
            return !LanguageRange.parse(accepted).isEmpty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) { // of a lone hyphen the latter
            return false;
        }
    }

    /** What whoever asks reads, best first; empty where they did not say, where it cannot be read, or where nobody asks. */
    public List<LanguageRange> languages() {
        if (!Arc.container().requestContext().isActive()) {
            return List.of();
        }
        RoutingContext asked = request.getCurrent();
        String accepted = asked == null ? null : asked.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return accepted == null ? List.of() : parse(accepted);
    }

    private static List<LanguageRange> parse(String accepted) {
        return LanguageRange.parse(accepted).stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(Reader::withSiblings)
                .limit(MOST_LANGUAGES)
                .toList();
    }

    /** Who reads one way to write Norwegian reads the others, too: {@code no} names them all. */
    private static Stream<LanguageRange> withSiblings(LanguageRange range) {
        List<String> norwegian = List.of("nb", "nn", "no");
        String language = range.getRange().split("-", 2)[0];
        return norwegian.contains(language)
                ? Stream.concat(
                        Stream.of(range),
                        norwegian.stream()
                                .filter(sibling -> !sibling.equals(language))
                                .map(sibling -> new LanguageRange(sibling, range.getWeight())))
                : Stream.of(range);
    }

    /** Which of these languages somebody reads best, who reads these: {@code de} for {@code de-CH}; empty where none. */
    public static Optional<String> best(List<LanguageRange> languages, Collection<String> written) {
        return languages.isEmpty() || written.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(Locale.lookupTag(languages, written));
    }
}
