package org.coterie.tags;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a text denies: {@code I no longer run}. After NegEx (Chapman et al., 2001): words that deny what follows them or what
 * stands before them, for a few words, up to the end of the clause or a word that begins another; and words that only look so,
 * such as {@code not only}. Known of English, German, French, Spanish and Norwegian.
 */
final class Denials {

    /** What words do to others. */
    private enum Effect {
        /** They deny what follows. */
        FORWARD,
        /** They deny what stands before. */
        BACKWARD,
        /** They look as if they denied something. */
        NOTHING,
        /** Another thought begins. */
        END,
        /** What follows is not denied after all, if one of these comes soon. */
        UNLESS
    }

    /** So many words after it a word may deny. */
    private static final int FORWARD_REACH = 6;

    /** So many words before it a word may deny. */
    private static final int BACKWARD_REACH = 4;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’]+|[.!?;:,…()\\n\\u2013\\u2014]");

    /** Under this stands what begins with a word of which only the beginning is known. */
    private static final String BEGINNING = "*";

    private static final Set<String> LANGUAGES = Set.of("de", "en", "es", "fr", "no");

    private static final Cues CUES = Cues.read(LANGUAGES);

    /** A stretch of the text that is denied. */
    private record Span(int start, int end) {}

    /** A word of the text, or a sign that parts two clauses. */
    private record Token(String word, int start, int end) {

        boolean partsClauses() {
            return word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0));
        }
    }

    private final List<Span> spans = new ArrayList<>();

    /** The words that deny them. */
    private final List<Span> denying = new ArrayList<>();

    /**
     * Reads a text, in whichever of the known languages it is: many write in more than they say, and what is denied in one is
     * hardly ever meant in another.
     *
     * @param languages in which it may be written, without regions: where all of them are others nothing is denied; where there
     *     are none it may be any
     */
    Denials(String text, Set<String> languages) {
        List<Token> tokens = tokens(text);
        if (languages.isEmpty() || !Collections.disjoint(languages, LANGUAGES)) {
            new Reading(tokens, CUES).collect();
        }
    }

    /** Whether words of it that begin there are denied; not so where they begin with what denies, as "quitting smoking" does. */
    boolean reach(int start) {
        return spans.stream().anyMatch(span -> span.start <= start && start < span.end);
    }

    /** The text without what is denied in it, and without the words that deny it. */
    String without(String text) {
        var left = new StringBuilder(text);
        Stream.concat(spans.stream(), denying.stream()).forEach(span -> {
            for (int i = span.start; i < span.end; i++) {
                left.setCharAt(i, ' ');
            }
        });
        return left.toString();
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        var words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group().replace('’', '\'').toLowerCase(Locale.ROOT);
            tokens.add(new Token(word, words.start(), words.end()));
        }
        return tokens;
    }

    /** Words with an effect; one with a star stands for all that begin so. */
    private record Cue(Effect effect, List<String> words) {

        static Cue read(String line) {
            String[] effectAndWords = line.split(": ", 2);
            return new Cue(
                    Effect.valueOf(effectAndWords[0].toUpperCase(Locale.ROOT)),
                    List.of(effectAndWords[1].strip().split(" ")));
        }

        /** By what it is found. */
        String first() {
            return words.get(0).endsWith("*") ? BEGINNING : words.get(0);
        }

        boolean stands(List<Token> tokens, int position) {
            if (position + words.size() > tokens.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                String word = tokens.get(position + i).word;
                String cue = words.get(i);
                boolean isPrefix = cue.endsWith("*");
                if (isPrefix ? !word.startsWith(cue.substring(0, cue.length() - 1)) : !word.equals(cue)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The words of some languages that deny something, by the first of them. */
    private record Cues(Map<String, List<Cue>> byFirst) {

        static Cues read(Collection<String> languages) {
            return new Cues(
                    languages.stream().flatMap(Cues::lines).map(Cue::read).collect(Collectors.groupingBy(Cue::first)));
        }

        private static Stream<String> lines(String language) {
            InputStream resource =
                    Objects.requireNonNull(Denials.class.getResourceAsStream("/denials/" + language + ".txt"));
            try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
                return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Of the words with this effect that stand there the most, and how many they are; 0 where there are none. */
        int at(List<Token> tokens, int position, Effect effect) {
            int most = 0;
            for (String first : List.of(tokens.get(position).word, BEGINNING)) {
                for (Cue cue : byFirst.getOrDefault(first, List.of())) {
                    if (cue.effect == effect && cue.words.size() > most && cue.stands(tokens, position)) {
                        most = cue.words.size();
                    }
                }
            }
            return most;
        }
    }

    /** One text, read as if it were in one language. */
    private final class Reading {

        private final List<Token> tokens;
        private final Cues cues;

        /** The last of the words with which another thought begins. */
        private final BitSet ends = new BitSet();

        Reading(List<Token> tokens, Cues cues) {
            this.tokens = tokens;
            this.cues = cues;
        }

        void collect() {
            int next;
            for (int i = 0; i < tokens.size(); i = next) {
                int nothing = cues.at(tokens, i, Effect.NOTHING);
                int end = cues.at(tokens, i, Effect.END);
                int forward = cues.at(tokens, i, Effect.FORWARD);
                int backward = cues.at(tokens, i, Effect.BACKWARD);
                int strongest = Math.max(forward, backward);
                next = i + Math.max(1, Math.max(strongest, Math.max(nothing, end)));
                if (strongest > Math.max(nothing, end)) {
                    add(i, i + strongest, denying);
                    if (forward > 0) {
                        forward(next);
                    }
                    if (backward > 0) {
                        backward(i);
                    }
                } else if (end > nothing) {
                    ends.set(next - 1);
                }
            }
        }

        private void forward(int from) {
            int to = from;
            while (to < tokens.size()
                    && to < from + FORWARD_REACH
                    && !tokens.get(to).partsClauses()
                    && cues.at(tokens, to, Effect.END) == 0) {
                to++;
            }
            if (!isTakenBack(from, to)) {
                add(from, to, spans);
            }
        }

        /** One word more than it reaches: what takes it back may come behind. */
        private boolean isTakenBack(int from, int to) {
            for (int i = from; i <= to && i < tokens.size(); i++) {
                if (cues.at(tokens, i, Effect.UNLESS) > 0) {
                    return true;
                }
            }
            return false;
        }

        /** In a clause of its own it denies the one before. */
        private void backward(int before) {
            int to = before > 0 && tokens.get(before - 1).partsClauses() ? before - 1 : before;
            int from = to;
            while (from > 0
                    && from > to - BACKWARD_REACH
                    && !tokens.get(from - 1).partsClauses()
                    && !ends.get(from - 1)) {
                from--;
            }
            add(from, to, spans);
        }

        private void add(int from, int to, List<Span> spans) {
            if (from < to) {
                spans.add(new Span(tokens.get(from).start, tokens.get(to - 1).end));
            }
        }
    }
}
