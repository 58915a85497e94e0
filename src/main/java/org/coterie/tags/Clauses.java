package org.coterie.tags;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.tags.DenialCues.Cue;
import org.coterie.tags.DenialCues.Effect;
import org.coterie.tags.DenialCues.Token;
import org.jspecify.annotations.Nullable;

/** The words of a text: where its clauses, names and lists begin and end. */
final class Clauses {

    /** So many words after the first of a question its verb may be denied. */
    private static final int ASKED_REACH = 3;

    /** Here a line begins. */
    static final String LINE = "\n";

    /** Here a line begins that is an item of a list. */
    static final String ITEM = "•";

    /** Of so many words an item on a line of its own may be without a sign before it. */
    private static final int LONGEST_ITEM = 2;

    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", LINE, ITEM, "…");

    private final List<Token> tokens;
    private final DenialCues cues;
    private final Collection<FoundTag> names;
    private final @Nullable Collection<FoundTag> mentioned;

    /** The last of the words with which another thought begins. */
    private final BitSet ends = new BitSet();

    /**
     * Of these words.
     *
     * @param names of which no word means anything by itself
     * @param mentioned what may be an item of a list; null where it is not known, and any two words may be one
     */
    Clauses(List<Token> tokens, DenialCues cues, Collection<FoundTag> names, @Nullable Collection<FoundTag> mentioned) {
        this.tokens = tokens;
        this.cues = cues;
        this.names = names;
        this.mentioned = mentioned;
    }

    List<Token> tokens() {
        return tokens;
    }

    /** How many words with this effect stand there; 0 where there are none. */
    int at(int position, Effect effect) {
        return cues.at(tokens, position, effect);
    }

    /** Those with this effect that begin with this word, whether or not they go on. */
    Stream<Cue> cuesOf(int position, Effect effect) {
        return cues.byFirst().getOrDefault(tokens.get(position).word(), List.of()).stream()
                .filter(cue -> cue.effect() == effect);
    }

    /** With this word another thought has begun. */
    void endBehind(int position) {
        ends.set(position);
    }

    /** Whether a sentence is over with this sign. */
    boolean endsSentence(int position) {
        return SENTENCE_ENDS.contains(tokens.get(position).word());
    }

    boolean isColon(int position) {
        return is(position, ":");
    }

    /** Behind what is listed there: up to the end of the sentence or line, another thought, or what stands before the next colon. */
    int endOfListed(int from) {
        int to = from;
        while (to < tokens.size() && !endsSentence(to) && at(to, Effect.END) == 0 && !isColon(to + 1)) {
            to++;
        }
        return to;
    }

    /** Where the items of a list begin that stand on lines of their own behind a colon; none where something follows it at once. */
    List<Integer> itemsBehind(int colon) {
        List<Integer> items = new ArrayList<>();
        for (int i = colon + 1; i < tokens.size() && !isColon(i + 1); i++) {
            boolean isLine = is(i, LINE) && !is(i + 1, LINE) && !is(i + 1, ITEM);
            if (is(i, ITEM) || (isLine && goesOn(items, i))) {
                items.add(i + 1);
            } else if (isLine || (items.isEmpty() && !is(i, LINE))) {
                break;
            }
        }
        return items;
    }

    /** Whether a list goes on with a line without a sign before it. */
    private boolean goesOn(List<Integer> items, int line) {
        return isShortLine(line + 1) && (items.isEmpty() || !(is(items.get(0) - 1, ITEM) || is(line - 1, LINE)));
    }

    private boolean isShortLine(int from) {
        int to = from;
        while (to < tokens.size() && !tokens.get(to).partsClauses() && at(to, Effect.SELF) == 0) {
            to++;
        }
        return to > from && to - from <= LONGEST_ITEM && (to == tokens.size() || is(to, LINE));
    }

    private boolean is(int position, String sign) {
        return position < tokens.size() && tokens.get(position).word().equals(sign);
    }

    /** Whether a clause is over behind a word. */
    boolean endsBehind(int position) {
        return tokens.get(position).partsClauses() || ends.get(position);
    }

    boolean endsClause(int next) {
        return next == tokens.size() || tokens.get(next).partsClauses() || at(next, Effect.END) > 0;
    }

    /** How many words there wish for what stands before them; 0 where none do, or they go on to wish for something else. */
    int wishAt(int position) {
        int words = at(position, Effect.WISH);
        return words > 0 && endsClause(position + words) ? words : 0;
    }

    /** The first word of the clause in which another stands. */
    int clauseOf(int position) {
        int first = position;
        while (first > 0 && !endsBehind(first - 1)) {
            first--;
        }
        return first;
    }

    boolean contains(int from, int to, Effect effect) {
        return IntStream.range(from, to).anyMatch(i -> at(i, effect) > 0);
    }

    /** Whether these are some of the words of a name, but not all. */
    boolean isPartOfName(int from, int to) {
        return isNamed(from - 1, to) || isNamed(from, to + 1);
    }

    private boolean isNamed(int from, int to) {
        return from >= 0
                && to <= tokens.size()
                && names.stream()
                        .anyMatch(name -> name.covers(
                                tokens.get(from).bare(), tokens.get(to - 1).end()));
    }

    /** Whether it stands in a question that only looks as if it denied something. */
    boolean isOnlyAsked(int position) {
        int first = clauseOf(position);
        return position - first <= ASKED_REACH
                && at(first, Effect.ASKS) > 0
                && (position == first || at(position, Effect.ASKED) > 0)
                && tokens.subList(position, tokens.size()).stream()
                        .map(Token::word)
                        .filter(SENTENCE_ENDS::contains)
                        .findFirst()
                        .filter("?"::equals)
                        .isPresent();
    }

    /** Whether the clause tells of somebody else, such as the friends of the writer, and not of the writer. */
    boolean isOfOthers(int position) {
        int first = clauseOf(position);
        boolean ofOthers = false;
        for (int i = first; i < position; i++) {
            ofOthers |= i <= first + 1 && at(i, Effect.OTHERS) > 0;
            if (at(i, Effect.SELF) > 0) {
                return false;
            }
        }
        return ofOthers;
    }

    boolean isTakenBackAt(int next) {
        int after = next < tokens.size() && tokens.get(next).partsClauses() ? next + 1 : next;
        return after < tokens.size() && (at(after, Effect.THOUGH) > 0 || wishAt(after) > 0);
    }

    /** Whether what is mentioned from one word on is given up there for what is mentioned next. */
    boolean isFor(int from, int position) {
        int words = position > from ? at(position, Effect.FOR) : 0;
        return words > 0 && (mentioned == null || isMentioned(from, position)) && endOfMentioned(position + words) > 0;
    }

    boolean isMentioned(int from, int to) {
        int start = tokens.get(from).start();
        int end = tokens.get(to).start();
        return mentioned != null
                && mentioned.stream().anyMatch(found -> start <= found.firstLetter() && found.firstLetter() < end);
    }

    /** Whether something is mentioned right before these words, and something right behind them. */
    boolean areBetween(int from, int to) {
        if (mentioned == null || from == 0 || to >= tokens.size()) {
            return false;
        }
        int end = tokens.get(from - 1).end();
        Token following = tokens.get(to);
        boolean isBehind = mentioned.stream().anyMatch(found -> Objects.requireNonNullElse(found.end(), 0) == end);
        boolean isBefore = mentioned.stream()
                .anyMatch(found -> found.firstLetter() == following.start() || found.firstLetter() == following.bare());
        return isBehind && isBefore;
    }

    /** Behind the last item of a list that goes on here and whose items are all mentioned; here where none does. */
    int endOfList(int here) {
        int at = at(here - 1, Effect.JOIN) > 0 ? here - 1 : here;
        boolean isLast = false;
        while (!isLast) {
            int item = at;
            if (item < tokens.size() && tokens.get(item).word().equals(",")) {
                item++;
            }
            isLast = item < tokens.size() && at(item, Effect.JOIN) > 0;
            item += isLast ? 1 : 0;
            int end = item > at ? endOfMentioned(item) : 0;
            if (end == 0) {
                return here;
            }
            at = end;
            // of more than two, each but the first may be joined: chess or yoga or golf
            isLast &= at == tokens.size() || at(at, Effect.JOIN) == 0;
        }
        return endsClause(at) ? at : here;
    }

    /** Behind what is mentioned there or, after an article or a verb, one word later; 0 where nothing is. */
    int endOfMentioned(int from) {
        if (mentioned == null) {
            return endOfShort(from);
        }
        for (int first = from; first < Math.min(from + 2, tokens.size()); first++) {
            int last = endOfMentioned(first, mentioned);
            if (last > first) {
                return last;
            }
        }
        return 0;
    }

    /** Behind what is mentioned right there; there where nothing is. */
    private int endOfMentioned(int from, Collection<FoundTag> mentioned) {
        if (from == tokens.size()) {
            return from;
        }
        Token word = tokens.get(from);
        int end = mentioned.stream()
                .filter(found -> found.firstLetter() == word.start() || found.firstLetter() == word.bare())
                .mapToInt(found -> Objects.requireNonNullElse(found.end(), 0))
                .max()
                .orElse(0);
        int last = from;
        while (last < tokens.size() && tokens.get(last).end() <= end) {
            last++;
        }
        return last;
    }

    /** Behind what is mentioned right there, or behind the word there where that is not known; there where nothing is. */
    int endOfNamed(int from) {
        return mentioned == null ? Math.min(from + 1, tokens.size()) : endOfMentioned(from, mentioned);
    }

    private int endOfShort(int from) {
        int to = from;
        while (to < Math.min(from + 2, tokens.size()) && !endsClause(to) && at(to, Effect.JOIN) == 0) {
            to++;
        }
        return to == from ? 0 : to;
    }
}
