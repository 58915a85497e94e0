package org.coterie.tags;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What a text denies: {@code I no longer run}. After NegEx (Chapman et al., 2001): words that deny what follows them or what
 * stands before them, for a few words, up to the end of the clause or a word that begins another; and words that only look so,
 * such as {@code not only}. Known for English, German, French, Spanish and Norwegian; elsewhere nothing counts as denied.
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
        END
    }

    /** So many words after it a word may deny. */
    private static final int FORWARD_REACH = 6;

    /** So many words before it a word may deny. */
    private static final int BACKWARD_REACH = 4;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’]+|[.!?;:,…()\\n\\u2013\\u2014]");

    private static final Map<String, Optional<Cues>> BY_LANGUAGE = new ConcurrentHashMap<>();

    /** A stretch of the text that is denied. */
    private record Span(int start, int end) {}

    /** A word of the text, or a sign that parts two clauses. */
    private record Token(String word, int start, int end) {

        boolean partsClauses() {
            return word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0));
        }
    }

    private final List<Span> spans = new ArrayList<>();

    /**
     * Reads a text.
     *
     * @param languages in which it may be written, without regions
     */
    Denials(String text, Collection<String> languages) {
        List<Token> tokens = tokens(text);
        languages.forEach(language -> BY_LANGUAGE
                .computeIfAbsent(language, Cues::read)
                .ifPresent(cues -> new Reading(tokens, cues).collect(spans)));
    }

    /** Whether these words of it are denied. */
    boolean reach(int start, int end) {
        return spans.stream().anyMatch(span -> span.start < end && start < span.end);
    }

    /** The text without what is denied in it. */
    String without(String text) {
        var left = new StringBuilder(text);
        spans.forEach(span -> {
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

    /** The words of a language that deny something. */
    private record Cues(Map<Effect, List<List<String>>> phrases) {

        /** Empty where nobody has written them down. */
        static Optional<Cues> read(String language) {
            InputStream resource = Denials.class.getResourceAsStream("/denials/" + language + ".txt");
            if (resource == null) {
                return Optional.empty();
            }
            Map<Effect, List<List<String>>> phrases = new EnumMap<>(Effect.class);
            for (Effect effect : Effect.values()) {
                phrases.put(effect, new ArrayList<>());
            }
            try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
                lines.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(line -> {
                            String[] effectAndWords = line.split(": ", 2);
                            Effect effect = Effect.valueOf(effectAndWords[0].toUpperCase(Locale.ROOT));
                            phrases.getOrDefault(effect, List.of())
                                    .add(Arrays.asList(effectAndWords[1].strip().split(" ")));
                        });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Optional.of(new Cues(phrases));
        }

        /** Of the words with this effect that stand there the most, and how many they are; 0 where there are none. */
        int at(List<Token> tokens, int position, Effect effect) {
            return phrases.getOrDefault(effect, List.of()).stream()
                    .filter(phrase -> stands(phrase, tokens, position))
                    .mapToInt(List::size)
                    .max()
                    .orElse(0);
        }

        private static boolean stands(List<String> phrase, List<Token> tokens, int position) {
            if (position + phrase.size() > tokens.size()) {
                return false;
            }
            for (int i = 0; i < phrase.size(); i++) {
                String word = tokens.get(position + i).word;
                String cue = phrase.get(i);
                boolean isPrefix = cue.endsWith("*");
                if (isPrefix ? !word.startsWith(cue.substring(0, cue.length() - 1)) : !word.equals(cue)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One text, read as if it were in one language. */
    private static final class Reading {

        private final List<Token> tokens;
        private final Cues cues;

        /** The last of the words with which another thought begins. */
        private final BitSet ends = new BitSet();

        Reading(List<Token> tokens, Cues cues) {
            this.tokens = tokens;
            this.cues = cues;
        }

        void collect(List<Span> spans) {
            int next;
            for (int i = 0; i < tokens.size(); i = next) {
                int nothing = cues.at(tokens, i, Effect.NOTHING);
                int end = cues.at(tokens, i, Effect.END);
                int forward = cues.at(tokens, i, Effect.FORWARD);
                int backward = cues.at(tokens, i, Effect.BACKWARD);
                int denying = Math.max(forward, backward);
                next = i + Math.max(1, Math.max(denying, Math.max(nothing, end)));
                if (denying > Math.max(nothing, end)) {
                    if (forward > 0) {
                        forward(next, spans);
                    }
                    if (backward > 0) {
                        backward(i, spans);
                    }
                } else if (end > nothing) {
                    ends.set(next - 1);
                }
            }
        }

        private void forward(int from, List<Span> spans) {
            int to = from;
            while (to < tokens.size()
                    && to < from + FORWARD_REACH
                    && !tokens.get(to).partsClauses()
                    && cues.at(tokens, to, Effect.END) == 0) {
                to++;
            }
            add(from, to, spans);
        }

        private void backward(int to, List<Span> spans) {
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
