package org.coterie.language;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
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
import org.jspecify.annotations.Nullable;

/** Whoever asks over HTTP, and in which languages they read: {@code Accept-Language}, looked up as RFC 4647 says. */
@ApplicationScoped
public class Reader {

    /** More than this nobody speaks; each is looked up for each word. */
    private static final int MOST_LANGUAGES = 10;

    /** Before anything that reads it. */
    private static final int FIRST = -25;

    private final CurrentVertxRequest request;

    Reader(CurrentVertxRequest request) {
        this.request = request;
    }

    /** A header that is wrong must not fail what it is only a wish for: neither here nor where else it is read. */
    void forgetUnreadable(@Observes Router router) {
        router.route().order(FIRST).handler(asked -> {
            if (asked.request().headers().contains(HttpHeaders.ACCEPT_LANGUAGE)
                    && languages(asked).isEmpty()) {
                asked.request().headers().remove(HttpHeaders.ACCEPT_LANGUAGE);
            }
            asked.next();
        });
    }

    /** What whoever asks reads, best first; empty where they did not say, where it cannot be read, or where nobody asks. */
    public List<LanguageRange> languages() {
        RoutingContext asked = asked();
        return asked == null ? List.of() : languages(asked);
    }

    private @Nullable RoutingContext asked() {
        return Arc.container().requestContext().isActive() ? request.getCurrent() : null;
    }

    private static List<LanguageRange> languages(RoutingContext asked) {
        String accepted = asked.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            return accepted == null ? List.of() : parse(accepted);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) { // of a lone hyphen the latter
            return List.of();
        }
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

    /** In the language of whoever asks, and in English where nobody does. */
    String tell(Text text) {
        RoutingContext asked = asked();
        return asked == null ? text.toString() : tell(text, asked);
    }

    /** In the language of whoever asks this, which the answer is said to be in as long as its head is not sent. */
    String tell(Text text, RoutingContext asked) {
        String language = best(languages(asked), Texts.LANGUAGES).orElse(Texts.ENGLISH);
        HttpServerResponse answer = asked.response();
        if (!answer.headWritten()) {
            answer.putHeader(HttpHeaders.CONTENT_LANGUAGE, language);
            if (!answer.headers().contains(HttpHeaders.VARY)) {
                answer.putHeader(HttpHeaders.VARY, "Accept-Language");
            }
        }
        return Texts.in(language, text);
    }

    /** Which of these languages somebody reads best, who reads these: {@code de} for {@code de-CH}; empty where none. */
    public static Optional<String> best(List<LanguageRange> languages, Collection<String> written) {
        return languages.isEmpty() || written.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(Locale.lookupTag(languages, written));
    }
}
