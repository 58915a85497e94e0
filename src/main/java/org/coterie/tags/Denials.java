package org.coterie.tags;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.tags.DenialCues.Effect;
import org.coterie.tags.DenialCues.Token;
import org.jspecify.annotations.Nullable;

/**
 * What a text denies: {@code I no longer run}. After NegEx (Chapman et al., 2001): words that deny what follows them, stands
 * before them or between them, for a few words, up to the end of the clause or a word that begins another; and words that only
 * look so, such as {@code not only}. Neither a question such as {@code Isn't yoga wonderful?} denies anything, nor what somebody tells
 * of others. Known of English, German, French, Spanish and Norwegian.
 */
final class Denials {

    /** So many words after it a word may deny. */
    private static final int FORWARD_REACH = 6;

    /** So many words after it, where it only says what is left out, or liked less. */
    private static final int SHORT_REACH = 3;

    /** So many words before it a word may deny. */
    private static final int BACKWARD_REACH = 4;

    /** So far apart two parts of one verb may stand. */
    private static final int AROUND_REACH = 8;

    /** So many words after what is left out it may turn out to be needed. */
    private static final int NEEDED_REACH = 10;

    /** So many words after the first of a question its verb may be denied. */
    private static final int ASKED_REACH = 3;

    /** So many words may be put in between two signs. */
    private static final int LONGEST_ASIDE = 7;

    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", "\n", "…");

    /** Behind what is put in, and what stands before it then. */
    private static final Map<String, String> ASIDE_ENDS = Map.of(",", ",", "(", ")", "–", "–", "—", "—");

    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}'’]++(?:\\p{Cf}++[\\p{L}\\p{M}\\p{N}'’]++)*+|[.!?;:,…()\\n\\u2013\\u2014]");

    private static final Set<String> LANGUAGES = Set.of("de", "en", "es", "fr", "no");

    private static final DenialCues CUES = DenialCues.read(LANGUAGES);

    /** A stretch of the text that is denied. */
    private record Span(int start, int end) {}

    private final List<Span> spans = new ArrayList<>();

    /** The words that deny them. */
    private final List<Span> denying = new ArrayList<>();

    /** Of which no word denies anything. */
    private final Collection<FoundTag> names;

    /** What may be an item of a list; null where it is not known, and any two words may be one. */
    private final @Nullable Collection<FoundTag> mentioned;

    /**
     * Reads a text, in whichever of the known languages it is: many write in more than they say, and what is denied in one is
     * hardly ever meant in another.
     *
     * @param languages in which it may be written, without regions: where all of them are others nothing is denied; where there
     *     are none it may be any
     * @param names what is known to be one name, so that none of its words denies anything unless it has no others
     * @param mentioned what is found in all: of a list of such that begins with what is denied each is denied; null where it is not known
     */
    Denials(String text, Set<String> languages, Collection<FoundTag> names, @Nullable Collection<FoundTag> mentioned) {
        this.names = names;
        this.mentioned = mentioned;
        List<Token> tokens = tokens(text);
        if (languages.isEmpty() || !Collections.disjoint(languages, LANGUAGES)) {
            new Reading(withoutAsides(tokens), CUES).collect();
        }
    }

    /** Whether words of it that begin there are denied; not so where they begin with what denies, as "quitting smoking" does. */
    boolean reach(int start) {
        return spans.stream().anyMatch(span -> span.start <= start && start < span.end);
    }

    /** Whether a hashtag or phrase of it is denied. */
    boolean reach(FoundTag found) {
        return reach(found.firstLetter());
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
            String word = Folding.visible(words.group().replace('’', '\'')).toLowerCase(Locale.ROOT);
            tokens.add(new Token(
                    word.equals(" ") ? "\n" : word,
                    words.start(),
                    Elision.behind(text, words.start(), words.end()),
                    words.end()));
        }
        return tokens;
    }

    /**
     * Without what is put in where a verb is still to come, as in {@code I do not, under any circumstances, want to}; where that denies
     * itself, without the signs around it.
     */
    private static List<Token> withoutAsides(List<Token> tokens) {
        List<Token> left = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int end = isOpen(tokens, i - 1) ? endOfAside(tokens, i) : 0;
            if (end == 0) {
                left.add(tokens.get(i++));
            } else {
                if (IntStream.range(i, end).anyMatch(at -> CUES.at(tokens, at, Effect.FORWARD) > 0)) {
                    left.addAll(tokens.subList(i + 1, end));
                }
                i = end + 1;
            }
        }
        return left;
    }

    private static boolean isOpen(List<Token> tokens, int last) {
        return last > 0 && !tokens.get(last - 1).partsClauses() && CUES.at(tokens, last, Effect.OPEN) > 0;
    }

    /** The sign that ends what is put in behind another sign; 0 where nothing is. */
    private static int endOfAside(List<Token> tokens, int sign) {
        String ends = ASIDE_ENDS.get(tokens.get(sign).word());
        if (ends == null || sign + 1 == tokens.size() || CUES.at(tokens, sign + 1, Effect.ASIDE) == 0) {
            return 0;
        }
        int end = sign + 1;
        while (end < tokens.size()
                && end <= sign + LONGEST_ASIDE
                && !tokens.get(end).partsClauses()) {
            end++;
        }
        return end < tokens.size() && tokens.get(end).word().equals(ends) ? end : 0;
    }

    /** One text, read as if it were in one language. */
    private final class Reading {

        private final List<Token> tokens;
        private final DenialCues cues;

        /** The last of the words with which another thought begins. */
        private final BitSet ends = new BitSet();

        Reading(List<Token> tokens, DenialCues cues) {
            this.tokens = tokens;
            this.cues = cues;
        }

        void collect() {
            for (int i = 0; i < tokens.size(); ) {
                i = read(i);
            }
        }

        /** What the words there do; tells where to read on. */
        private int read(int position) {
            int nothing = cues.at(tokens, position, Effect.NOTHING);
            int needed = nothing > 0 ? 0 : needed(position);
            if (needed > 0) {
                return needed;
            }
            if (nothing == 0 && refuses(position)) {
                return position + 1;
            }
            int rest = Math.max(except(position), than(position));
            int end = rest > 0 ? 0 : cues.at(tokens, position, Effect.END);
            int forward = Math.max(
                    rest,
                    Math.max(cues.at(tokens, position, Effect.FORWARD), cues.at(tokens, position, Effect.INSTEAD)));
            int backward = cues.at(tokens, position, Effect.BACKWARD);
            int strongest = Math.max(forward, backward);
            int next = position + Math.max(1, Math.max(strongest, Math.max(nothing, end)));
            if (strongest > Math.max(nothing, end)) {
                if (isPartOfName(position, next) || isOnlyAsked(position) || isOfOthers(position)) {
                    return next;
                }
                boolean isForward = forward > 0 || containsForward(position + 1, next);
                int behind = isForward ? reachFrom(position, next) : next;
                int takenBack = takenBack(position, next, behind);
                if (isForward && takenBack > 0) {
                    return takenBack;
                }
                add(position, next, denying);
                add(next, behind, spans);
                if (tokens.get(position).word().startsWith("n'")) {
                    spans.add(new Span(
                            tokens.get(position).bare(), tokens.get(position).end()));
                }
                if (backward > 0 && (forward > 0 || behind == next) && !isTakenBackAt(next)) {
                    backward(position);
                }
                return next;
            }
            int last = nothing > 0 ? 0 : endAround(position);
            if (last > 0 && !isPartOfName(position, last + 1)) {
                around(position, last);
                return last + 1;
            }
            if (end > nothing) {
                ends.set(next - 1);
            }
            return next;
        }

        /**
         * Behind the words that say that what is left out there is needed, as in {@code without chess life is dull}; 0 where none do.
         */
        private int needed(int position) {
            if (cues.at(tokens, position, Effect.WITHOUT) == 0) {
                return 0;
            }
            for (int i = position - 1; i >= Math.max(0, position - BACKWARD_REACH) && !endsBehind(i); i--) {
                if (cues.at(tokens, i, Effect.LACK) > 0) {
                    return position + 1;
                }
            }
            boolean isFirst = position == 0 || endsBehind(position - 1);
            for (int i = position + 1; i < tokens.size() && i <= position + NEEDED_REACH && !endsClause(i); i++) {
                int lack = i > position + 1 ? cues.at(tokens, i, Effect.LACK) : 0;
                int denied = isFirst && cues.at(tokens, i, Effect.WITHOUT) == 0
                        ? Math.max(cues.at(tokens, i, Effect.FORWARD), cues.at(tokens, i, Effect.BACKWARD))
                        : 0;
                if (denied > 0 && (cues.at(tokens, i, Effect.JOIN) > 0 || cues.at(tokens, i - 1, Effect.JOIN) > 0)) {
                    return 0; // without sugar and no milk
                }
                if (lack > 0 || denied > 0) {
                    return i + Math.max(lack, denied);
                }
            }
            return 0;
        }

        /** Whether a clause is over behind a word. */
        private boolean endsBehind(int position) {
            return tokens.get(position).partsClauses() || ends.get(position);
        }

        /** Whether a word there refuses what the few words before it name, in its clause or a question; denies them then. */
        private boolean refuses(int position) {
            int next = position + 1;
            if (cues.at(tokens, position, Effect.NO) == 0
                    || !endsClause(next)
                    || (next < tokens.size() && tokens.get(next).word().equals("?"))) {
                return false;
            }
            boolean isAnswer = position > 0
                    && tokens.get(position - 1).word().equals("?")
                    && (next == tokens.size()
                            || SENTENCE_ENDS.contains(tokens.get(next).word()));
            int to = isAnswer ? position - 1 : position;
            int from = to;
            while (from > 0 && !endsBehind(from - 1) && cues.at(tokens, from - 1, Effect.JOIN) == 0) {
                if (to - from == BACKWARD_REACH || cues.at(tokens, from - 1, Effect.FORWARD) > 0) {
                    return false;
                }
                from--;
            }
            boolean isLoose = isAnswer
                    && (contains(from, to, Effect.SELF)
                            || (from > 0
                                    && !SENTENCE_ENDS.contains(
                                            tokens.get(from - 1).word())));
            if (from == to || isLoose || isPartOfName(position, next)) {
                return false;
            }
            add(from, to, spans);
            add(position, next, denying);
            return true;
        }

        /**
         * How many words there leave out what follows; 0 where they begin the sentence, or it denies what they leave it out of, or
         * tells of what is done besides.
         */
        private int except(int position) {
            int words = cues.at(tokens, position, Effect.EXCEPT);
            if (words == 0) {
                return 0; // as nearly everywhere, where the whole sentence need not be looked at
            }
            int first = position;
            while (first > 0 && !SENTENCE_ENDS.contains(tokens.get(first - 1).word())) {
                first--;
            }
            int last = position;
            while (last < tokens.size()
                    && !SENTENCE_ENDS.contains(tokens.get(last).word())) {
                last++;
            }
            int from = tokens.get(first).start();
            return first == position
                            || contains(first, last, Effect.ALSO)
                            || denying.stream().anyMatch(span -> span.start >= from)
                    ? 0
                    : words;
        }

        /** How many words there say that what follows is liked less than what is mentioned before; 0 where nothing is. */
        private int than(int position) {
            int words = Math.max(cues.at(tokens, position, Effect.THAN), between(position));
            if (words == 0 || mentioned == null) {
                return 0;
            }
            int first = clauseOf(position);
            if (!contains(first, position, Effect.RATHER)) {
                return 0;
            }
            return isMentioned(first, position) ? words : 0;
        }

        /** How many words there stand between two that are mentioned, with nothing else between; 0 where none do. */
        private int between(int position) {
            int words = cues.at(tokens, position, Effect.BETWEEN);
            int next = position + words;
            if (words == 0 || mentioned == null || position == 0 || next >= tokens.size()) {
                return 0;
            }
            int end = tokens.get(position - 1).end();
            Token following = tokens.get(next);
            boolean isBehind = mentioned.stream().anyMatch(found -> Objects.requireNonNullElse(found.end(), 0) == end);
            boolean isBefore = mentioned.stream()
                    .anyMatch(found ->
                            found.firstLetter() == following.start() || found.firstLetter() == following.bare());
            return isBehind && isBefore ? words : 0;
        }

        private boolean contains(int from, int to, Effect effect) {
            return IntStream.range(from, to).anyMatch(i -> cues.at(tokens, i, effect) > 0);
        }

        /** Whether these are some of the words of a name, but not all. */
        private boolean isPartOfName(int from, int to) {
            return isNamed(from - 1, to) || isNamed(from, to + 1);
        }

        private boolean isNamed(int from, int to) {
            return from >= 0
                    && to <= tokens.size()
                    && names.stream()
                            .anyMatch(name -> name.covers(
                                    tokens.get(from).bare(), tokens.get(to - 1).end()));
        }

        /** Whether some of these words deny what follows, as the second of "I hate" does. */
        private boolean containsForward(int from, int to) {
            return contains(from, to, Effect.FORWARD);
        }

        /** Whether it stands in a question that only looks as if it denied something. */
        private boolean isOnlyAsked(int position) {
            int first = clauseOf(position);
            return position - first <= ASKED_REACH
                    && cues.at(tokens, first, Effect.ASKS) > 0
                    && (position == first || cues.at(tokens, position, Effect.ASKED) > 0)
                    && tokens.subList(position, tokens.size()).stream()
                            .map(Token::word)
                            .filter(SENTENCE_ENDS::contains)
                            .findFirst()
                            .filter("?"::equals)
                            .isPresent();
        }

        /** Whether the clause tells of somebody else, such as the friends of the writer, and not of the writer. */
        private boolean isOfOthers(int position) {
            int first = clauseOf(position);
            boolean ofOthers = false;
            for (int i = first; i < position; i++) {
                ofOthers |= i <= first + 1 && cues.at(tokens, i, Effect.OTHERS) > 0;
                if (cues.at(tokens, i, Effect.SELF) > 0) {
                    return false;
                }
            }
            return ofOthers;
        }

        /** The first word of the clause in which another stands. */
        private int clauseOf(int position) {
            int first = position;
            while (first > 0 && !tokens.get(first - 1).partsClauses() && !ends.get(first - 1)) {
                first--;
            }
            return first;
        }

        private boolean isTakenBackAt(int next) {
            int after = next < tokens.size() && tokens.get(next).partsClauses() ? next + 1 : next;
            return after < tokens.size() && cues.at(tokens, after, Effect.THOUGH) > 0;
        }

        /** Behind the last word that these may deny. */
        private int reachFrom(int cue, int from) {
            int to = from;
            boolean isShort = cues.at(tokens, cue, Effect.EXCEPT)
                            + cues.at(tokens, cue, Effect.THAN)
                            + cues.at(tokens, cue, Effect.BETWEEN)
                    > 0;
            boolean isInstead = cues.at(tokens, cue, Effect.INSTEAD) > 0;
            boolean isLeft = cues.at(tokens, cue, Effect.LEAVE) > 0;
            while (to < tokens.size()
                    && to < from + (isShort ? SHORT_REACH : FORWARD_REACH)
                    && !endsClause(to)
                    && !(isInstead && to > from && beginsAnother(to))) {
                if (isLeft && isFor(from, to)) {
                    return to;
                }
                to++;
            }
            boolean isList = to > from && !isInstead && (to == tokens.size() || cues.at(tokens, to, Effect.END) == 0);
            return isList ? endOfList(to) : to;
        }

        /** Whether another thought begins there behind what it stands instead of. */
        private boolean beginsAnother(int position) {
            return cues.at(tokens, position, Effect.SUBJECT) + cues.at(tokens, position, Effect.RATHER) > 0
                    || (position + 1 < tokens.size() && cues.at(tokens, position + 1, Effect.INVERTED) > 0);
        }

        /** Whether what is mentioned from one word on is given up there for what is mentioned next. */
        private boolean isFor(int from, int position) {
            int words = position > from ? cues.at(tokens, position, Effect.FOR) : 0;
            return words > 0
                    && (mentioned == null || isMentioned(from, position))
                    && endOfMentioned(position + words) > 0;
        }

        private boolean isMentioned(int from, int to) {
            int start = tokens.get(from).start();
            int end = tokens.get(to).start();
            return mentioned != null
                    && mentioned.stream().anyMatch(found -> start <= found.firstLetter() && found.firstLetter() < end);
        }

        /** Behind the last item of a list that goes on here and whose items are all mentioned; here where none does. */
        private int endOfList(int here) {
            int at = cues.at(tokens, here - 1, Effect.JOIN) > 0 ? here - 1 : here;
            boolean isLast = false;
            while (!isLast) {
                int item = at;
                if (item < tokens.size() && tokens.get(item).word().equals(",")) {
                    item++;
                }
                isLast = item < tokens.size() && cues.at(tokens, item, Effect.JOIN) > 0;
                item += isLast ? 1 : 0;
                int end = item > at ? endOfMentioned(item) : 0;
                if (end == 0) {
                    return here;
                }
                at = end;
                // of more than two, each but the first may be joined: chess or yoga or golf
                isLast &= at == tokens.size() || cues.at(tokens, at, Effect.JOIN) == 0;
            }
            return endsClause(at) ? at : here;
        }

        /** Behind what is mentioned there or, after an article or a verb, one word later; 0 where nothing is. */
        private int endOfMentioned(int from) {
            if (mentioned == null) {
                return endOfShort(from);
            }
            for (int first = from; first < Math.min(from + 2, tokens.size()); first++) {
                Token word = tokens.get(first);
                int end = mentioned.stream()
                        .filter(found -> found.firstLetter() == word.start() || found.firstLetter() == word.bare())
                        .mapToInt(found -> Objects.requireNonNullElse(found.end(), 0))
                        .max()
                        .orElse(0);
                int last = first;
                while (last < tokens.size() && tokens.get(last).end() <= end) {
                    last++;
                }
                if (last > first) {
                    return last;
                }
            }
            return 0;
        }

        private int endOfShort(int from) {
            int to = from;
            while (to < Math.min(from + 2, tokens.size()) && !endsClause(to) && cues.at(tokens, to, Effect.JOIN) == 0) {
                to++;
            }
            return to == from ? 0 : to;
        }

        /** Behind the words that take it back, which may come one word behind what it reaches; 0 where none do. */
        private int takenBack(int cue, int from, int to) {
            boolean isWithout = cues.at(tokens, cue, Effect.WITHOUT) > 0;
            for (int i = from; i <= to && i < tokens.size(); i++) {
                int unless = cues.at(tokens, i, Effect.UNLESS);
                boolean isOneMore = isWithout && cues.at(tokens, i, Effect.WITHOUT) > 0; // sin gluten y sin azúcar
                if (unless > 0 && !isOneMore && !isPartOfName(i, i + unless)) {
                    return i + unless;
                }
            }
            return 0;
        }

        /** Where the second part of a verb ends the clause in which the first part stands; 0 where none does. */
        private int endAround(int position) {
            return cues.byFirst().getOrDefault(tokens.get(position).word(), List.of()).stream()
                    .filter(cue -> cue.effect() == Effect.AROUND)
                    .mapToInt(cue -> endOf(cue.words(), position))
                    .max()
                    .orElse(0);
        }

        /** Words that stand there in this order, with others between them. */
        private int endOf(List<String> words, int position) {
            int next = 1;
            for (int i = position + 1;
                    i < tokens.size()
                            && i <= position + AROUND_REACH
                            && !tokens.get(i).partsClauses();
                    i++) {
                boolean isLast = next == words.size() - 1;
                if (tokens.get(i).word().equals(words.get(next))) {
                    if (isLast && (endsClause(i + 1) || cues.at(tokens, i + 1, Effect.FOR) > 0)) {
                        return i;
                    }
                    next += isLast ? 0 : 1;
                }
            }
            return 0;
        }

        private boolean endsClause(int next) {
            return next == tokens.size() || tokens.get(next).partsClauses() || cues.at(tokens, next, Effect.END) > 0;
        }

        /** What is denied once more is not denied: ich gebe Yoga nicht auf. */
        private void around(int first, int last) {
            for (int i = first + 1; i < last; i++) {
                if (cues.at(tokens, i, Effect.BACKWARD) > 0) {
                    return;
                }
            }
            add(first, first + 1, denying);
            add(first + 1, last, spans);
            add(last, last + 1, denying);
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
            if (contains(from, before, Effect.ALONE)) {
                return;
            }
            if (cues.at(tokens, before, Effect.LEAVE) > 0) {
                int first = from;
                to = IntStream.range(from, to)
                        .filter(i -> isFor(first, i))
                        .findFirst()
                        .orElse(to);
            }
            add(from, to, spans);
        }

        private void add(int from, int to, List<Span> spans) {
            if (from < to) {
                spans.add(new Span(tokens.get(from).start(), tokens.get(to - 1).end()));
            }
        }
    }
}
