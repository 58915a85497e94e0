package org.coterie.language;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whoever asks over HTTP, and in which languages they read: {@code Accept-Language}, looked up as RFC 4647 says. */
@ApplicationScoped
public class Reader {

    /** More than this nobody speaks; each is looked up for each word. */
    private static final int MOST_LANGUAGES = 30;

    /** Of more than this nobody has set up their browser to ask; what comes behind is not looked at. */
    private static final int MOST_READ = 100;

    /** As long as a tag of a language may be anywhere here, and its weight: looking it up grows with it. */
    private static final int LONGEST = 35 + ";q=0.999".length();

    /** Before anything that reads it, such as what refuses a request in words. */
    private static final int FIRST = -400;

    /** Where a request has what {@link #languages} answers. */
    private static final String READ = "languages-read";

    /** Where it has that somebody has asked for them. */
    private static final String COUNTED = "languages-counted";

    /** Where it has the language of the texts of its answer. */
    private static final String TOLD_IN = "language-told-in";

    /** Where it has the languages in which things of its answer are called as they are. */
    private static final String CALLED_IN = "languages-called-in";

    /** No content, and what the client has already. */
    private static final Set<Integer> TELL_NOTHING = Set.of(204, 304);

    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final Pattern OTHER_PARAMETER = Pattern.compile(";(?![qQ]=)[^;]*");

    /** What is read by those who say no more than what they do not read. */
    private static final List<LanguageRange> OTHERWISE =
            Texts.LANGUAGES.stream().map(LanguageRange::new).toList();

    private final CurrentVertxRequest request;

    Reader(CurrentVertxRequest request) {
        this.request = request;
    }

    /** A header that is wrong must not fail what it is only a wish for: what is left of it is what can be read. */
    void read(@Observes Router router) {
        router.route().order(FIRST).handler(asked -> {
            MultiMap headers = asked.request().headers();
            List<LanguageRange> readable = parse(headers.getAll(HttpHeaders.ACCEPT_LANGUAGE));
            headers.remove(HttpHeaders.ACCEPT_LANGUAGE);
            if (!readable.isEmpty()) {
                headers.set(HttpHeaders.ACCEPT_LANGUAGE, written(readable));
            }
            asked.put(READ, readable.stream().flatMap(Reader::withSiblings).toList());
            asked.addHeadersEndHandler(answered -> dependOnLanguage(asked));
            asked.next();
        });
    }

    private static String written(List<LanguageRange> readable) {
        return readable.stream().map(LanguageRange::toString).collect(Collectors.joining(","));
    }

    /** Also an answer that is given again, or whose tags alone are called as they are in a language. */
    private static void dependOnLanguage(RoutingContext asked) {
        MultiMap answered = asked.response().headers();
        boolean depends = answered.contains(HttpHeaders.CONTENT_LANGUAGE) || asked.get(COUNTED) != null;
        if (TELL_NOTHING.contains(asked.response().getStatusCode())) {
            answered.remove(HttpHeaders.CONTENT_LANGUAGE);
        }
        String told = String.join(", ", answered.getAll(HttpHeaders.VARY));
        if (depends && !told.contains("Accept-Language")) {
            answered.set(HttpHeaders.VARY, told.isEmpty() ? "Accept-Language" : told + ", Accept-Language");
        }
    }

    /**
     * What whoever asks reads, best first, and what they do not, which has no weight; empty where they did not say, where it
     * cannot be read, or where nobody asks.
     */
    public List<LanguageRange> languages() {
        RoutingContext asked = asked();
        return asked == null ? List.of() : languages(asked);
    }

    /**
     * As something is called that is called this in these languages, to whoever asks; empty where in none that they read. An
     * answer in which it is all that depends on a language is said to be in those in which such things are called.
     */
    public Optional<String> called(Map<String, String> byLanguage) {
        Optional<String> language = best(languages(), byLanguage.keySet());
        RoutingContext asked = asked();
        if (asked != null && language.isPresent()) {
            noteCalled(language.get(), asked);
        }
        return language.map(byLanguage::get);
    }

    private static void noteCalled(String language, RoutingContext asked) {
        Set<String> known = asked.get(CALLED_IN);
        Set<String> all = known == null ? new TreeSet<>() : known;
        if (all.add(language) && asked.get(TOLD_IN) == null && !asked.response().headWritten()) {
            asked.put(CALLED_IN, all);
            asked.response().putHeader(HttpHeaders.CONTENT_LANGUAGE, String.join(", ", all));
        }
    }

    private @Nullable RoutingContext asked() {
        return Arc.container().requestContext().isActive() ? request.getCurrent() : null;
    }

    /** Whether what whoever asks reads has made a difference to the answer, or could have. */
    public boolean isCounted() {
        RoutingContext asked = asked();
        return asked != null && asked.get(COUNTED) != null;
    }

    private static List<LanguageRange> languages(RoutingContext asked) {
        asked.put(COUNTED, true);
        List<LanguageRange> read = asked.get(READ);
        return read == null ? List.of() : read;
    }

    private static List<LanguageRange> parse(List<String> accepted) {
        return accepted.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .limit(MOST_READ)
                .flatMap(Reader::parse)
                .filter(range -> range.getWeight() > 0 || !range.getRange().equals("*"))
                .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                .limit(MOST_LANGUAGES)
                .toList();
    }

    /** None where it is wrong; of its parameters only its weight counts. */
    private static Stream<LanguageRange> parse(String one) {
        String plain =
                OTHER_PARAMETER.matcher(SPACE.matcher(one).replaceAll("")).replaceAll("");
        try {
            return plain.length() > LONGEST ? Stream.empty() : LanguageRange.parse(plain).stream();
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) { // of a lone hyphen the latter
            return Stream.empty();
        }
    }

    /** Who reads one way to write Norwegian reads the others, too, unless they say no: {@code no} names them all. */
    private static Stream<LanguageRange> withSiblings(LanguageRange range) {
        List<String> norwegian = List.of("nb", "nn", "no");
        String language = range.getRange().split("-", 2)[0];
        return norwegian.contains(language) && range.getWeight() > 0
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
        String language = languageOf(asked);
        HttpServerResponse answer = asked.response();
        if (!answer.headWritten()) {
            answer.putHeader(HttpHeaders.CONTENT_LANGUAGE, language);
        }
        return Texts.in(language, text);
    }

    /** Found once for all the texts of an answer. */
    private static String languageOf(RoutingContext asked) {
        String known = asked.get(TOLD_IN);
        if (known != null) {
            return known;
        }
        List<LanguageRange> languages =
                Stream.concat(languages(asked).stream(), OTHERWISE.stream()).toList();
        String language = best(languages, Texts.LANGUAGES).orElse(Texts.ENGLISH);
        asked.put(TOLD_IN, language);
        return language;
    }

    /**
     * Which of these languages somebody reads best, who reads some of these and, without weight, others not: {@code de} for
     * {@code de-CH}; empty where none.
     */
    public static Optional<String> best(List<LanguageRange> languages, Collection<String> written) {
        List<LanguageRange> read =
                languages.stream().filter(range -> range.getWeight() > 0).toList();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> left = written.stream()
                .filter(tag -> languages.stream().noneMatch(range -> range.getWeight() == 0 && isWithin(tag, range)))
                .collect(Collectors.toMap(tag -> tag.toLowerCase(Locale.ROOT), tag -> tag, (first, same) -> first));
        return read.stream()
                .flatMap(range -> lookUp(range.getRange(), left).stream())
                .findFirst();
    }

    /** The first of a range and what is left of it from its end (RFC 4647, section 3.4), without a pattern for each as the JDK has. */
    private static Optional<String> lookUp(String range, Map<String, String> written) {
        for (int end = range.length(); end > 0; end = endBefore(range, end)) {
            String found = written.get(range.substring(0, end));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Nothing ends in a single letter, which only says what follows it. */
    private static int endBefore(String range, int end) {
        int dash = range.lastIndexOf('-', end - 1);
        return dash >= 2 && range.charAt(dash - 2) == '-' ? dash - 2 : Math.max(dash, 0);
    }

    private static boolean isWithin(String tag, LanguageRange range) {
        return (tag.toLowerCase(Locale.ROOT) + "-").startsWith(range.getRange() + "-");
    }
}
