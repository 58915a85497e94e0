package org.coterie.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.coterie.tags.DenialCues.Effect;
import org.coterie.tags.DenialCues.Token;

/** Reads a text from its first word to its last: what each does to those around it. */
final class DenialReading {

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

    /** A stretch of the text. */
    record Span(int start, int end) {

        boolean contains(int position) {
            return start <= position && position < end;
        }
    }

    private final Clauses text;
    private final List<Token> tokens;
    private final List<Span> denied = new ArrayList<>();
    private final List<Span> denying = new ArrayList<>();

    DenialReading(Clauses text) {
        this.text = text;
        this.tokens = text.tokens();
        collect();
    }

    /** What is denied. */
    List<Span> denied() {
        return denied;
    }

    /** The words that deny it. */
    List<Span> denying() {
        return denying;
    }

    private void collect() {
        for (int i = 0; i < tokens.size(); ) {
            i = read(i);
        }
    }

    /** What the words there do; tells where to read on. */
    private int read(int position) {
        int list = text.at(position, Effect.LIST);
        if (list > 0 && text.isColon(position + list)) {
            return list(position, position + list);
        }
        int nothing = text.at(position, Effect.NOTHING);
        int needed = nothing > 0 ? 0 : needed(position);
        if (needed > 0) {
            return needed;
        }
        if (nothing == 0 && refuses(position)) {
            return position + 1;
        }
        int former = text.at(position, Effect.FORMER);
        if (former > nothing && !text.isPartOfName(position, position + former)) {
            return former(position, position + former);
        }
        int rest = Math.max(except(position), than(position));
        int end = rest > 0 ? 0 : text.at(position, Effect.END);
        int forward = Math.max(rest, Math.max(text.at(position, Effect.FORWARD), text.at(position, Effect.INSTEAD)));
        int backward = text.at(position, Effect.BACKWARD);
        int strongest = Math.max(forward, backward);
        int next = position + Math.max(1, Math.max(strongest, Math.max(nothing, end)));
        if (strongest > Math.max(nothing, end)) {
            if (text.isPartOfName(position, next) || text.isOnlyAsked(position) || text.isOfOthers(position)) {
                return next;
            }
            boolean isForward = forward > 0 || text.contains(position + 1, next, Effect.FORWARD);
            int behind = isForward ? reachFrom(position, next) : next;
            int takenBack = takenBack(position, next, behind);
            if (isForward && takenBack > 0) {
                return takenBack;
            }
            add(position, next, denying);
            add(next, behind, denied);
            if (tokens.get(position).word().startsWith("n'")) {
                denied.add(new Span(
                        tokens.get(position).bare(), tokens.get(position).end()));
            }
            if (backward > 0 && (forward > 0 || behind == next) && !text.isTakenBackAt(next)) {
                backward(position);
            }
            return next;
        }
        int last = nothing > 0 ? 0 : endAround(position);
        if (last > 0 && !text.isPartOfName(position, last + 1)) {
            around(position, last);
            return last + 1;
        }
        if (end > nothing) {
            text.endBehind(next - 1);
        }
        return next;
    }

    /** Denies what stands behind a colon, or on the lines below, up to what stands before the next. */
    private int list(int position, int colon) {
        add(position, colon, denying);
        int to = text.endOfListed(colon + 1);
        add(colon + 1, to, denied);
        for (int item : text.itemsBehind(colon)) {
            to = text.endOfListed(item);
            add(item, to, denied);
        }
        return to;
    }

    private int former(int position, int next) {
        int to = text.endOfNamed(next);
        if (to > next) {
            add(position, next, denying);
            add(next, to, denied);
        }
        return next;
    }

    /**
     * Behind the words that say that what is left out there is needed, as in {@code without chess life is dull}; 0 where none do.
     */
    private int needed(int position) {
        if (text.at(position, Effect.WITHOUT) == 0) {
            return 0;
        }
        for (int i = position - 1; i >= Math.max(0, position - BACKWARD_REACH) && !text.endsBehind(i); i--) {
            if (text.at(i, Effect.LACK) > 0) {
                return position + 1;
            }
        }
        boolean isFirst = position == 0 || text.endsBehind(position - 1);
        for (int i = position + 1; i < tokens.size() && i <= position + NEEDED_REACH && !text.endsClause(i); i++) {
            int lack = i > position + 1 ? text.at(i, Effect.LACK) : 0;
            int denies = isFirst && text.at(i, Effect.WITHOUT) == 0
                    ? Math.max(text.at(i, Effect.FORWARD), text.at(i, Effect.BACKWARD))
                    : 0;
            if (denies > 0 && (text.at(i, Effect.JOIN) > 0 || text.at(i - 1, Effect.JOIN) > 0)) {
                return 0; // without sugar and no milk
            }
            if (lack > 0 || denies > 0) {
                return i + Math.max(lack, denies);
            }
        }
        return 0;
    }

    /** Whether a word there refuses what the few words before it name, in its clause or a question; denies them then. */
    private boolean refuses(int position) {
        int next = position + 1;
        if (text.at(position, Effect.NO) == 0
                || !text.endsClause(next)
                || (next < tokens.size() && tokens.get(next).word().equals("?"))) {
            return false;
        }
        boolean isAnswer = position > 0
                && tokens.get(position - 1).word().equals("?")
                && (next == tokens.size() || text.endsSentence(next));
        int to = isAnswer ? position - 1 : position;
        int from = to;
        while (from > 0 && !text.endsBehind(from - 1) && text.at(from - 1, Effect.JOIN) == 0) {
            if (to - from == BACKWARD_REACH || text.at(from - 1, Effect.FORWARD) > 0) {
                return false;
            }
            from--;
        }
        boolean isLoose =
                isAnswer && (text.contains(from, to, Effect.SELF) || (from > 0 && !text.endsSentence(from - 1)));
        if (from == to || isLoose || text.isPartOfName(position, next)) {
            return false;
        }
        add(from, to, denied);
        add(position, next, denying);
        return true;
    }

    /**
     * How many words there leave out what follows; 0 where they begin the sentence, or it denies what they leave it out of, or
     * tells of what is done besides.
     */
    private int except(int position) {
        int words = text.at(position, Effect.EXCEPT);
        if (words == 0) {
            return 0; // as nearly everywhere, where the whole sentence need not be looked at
        }
        int first = position;
        while (first > 0 && !text.endsSentence(first - 1)) {
            first--;
        }
        int last = position;
        while (last < tokens.size() && !text.endsSentence(last)) {
            last++;
        }
        int from = tokens.get(first).start();
        return first == position
                        || text.contains(first, last, Effect.ALSO)
                        || denying.stream().anyMatch(span -> span.start >= from)
                ? 0
                : words;
    }

    /** How many words there say that what follows is liked less than what is mentioned before; 0 where nothing is. */
    private int than(int position) {
        int words = Math.max(text.at(position, Effect.THAN), between(position));
        if (words == 0) {
            return 0;
        }
        int first = text.clauseOf(position);
        if (!text.contains(first, position, Effect.RATHER)) {
            return 0;
        }
        return text.isMentioned(first, position) ? words : 0;
    }

    /** How many words there stand between two that are mentioned, with nothing else between; 0 where none do. */
    private int between(int position) {
        int words = text.at(position, Effect.BETWEEN);
        return words > 0 && text.areBetween(position, position + words) ? words : 0;
    }

    /** Behind the last word that these may deny. */
    private int reachFrom(int cue, int from) {
        int to = from;
        boolean isShort = text.at(cue, Effect.EXCEPT) + text.at(cue, Effect.THAN) + text.at(cue, Effect.BETWEEN) > 0;
        boolean isInstead = text.at(cue, Effect.INSTEAD) > 0;
        boolean isLeft = text.at(cue, Effect.LEAVE) > 0;
        while (to < tokens.size()
                && to < from + (isShort ? SHORT_REACH : FORWARD_REACH)
                && !text.endsClause(to)
                && !(isInstead && to > from && beginsAnother(to))) {
            if (isLeft && text.isFor(from, to)) {
                return to;
            }
            to++;
        }
        boolean isList = to > from && !isInstead && (to == tokens.size() || text.at(to, Effect.END) == 0);
        return isList ? text.endOfList(to) : to;
    }

    /** Whether another thought begins there behind what it stands instead of. */
    private boolean beginsAnother(int position) {
        return text.at(position, Effect.SUBJECT) + text.at(position, Effect.RATHER) > 0
                || (position + 1 < tokens.size() && text.at(position + 1, Effect.INVERTED) > 0);
    }

    /** Behind the words that take it back, which may come one word behind what it reaches; 0 where none do. */
    private int takenBack(int cue, int from, int to) {
        boolean isWithout = text.at(cue, Effect.WITHOUT) > 0;
        for (int i = from; i <= to && i < tokens.size(); i++) {
            int unless = Math.max(text.at(i, Effect.UNLESS), text.wishAt(i));
            boolean isOneMore = isWithout && text.at(i, Effect.WITHOUT) > 0; // sin gluten y sin azúcar
            if (unless > 0 && !isOneMore && !text.isPartOfName(i, i + unless)) {
                return i + unless;
            }
        }
        return 0;
    }

    /** Where the second part of a verb ends the clause in which the first part stands; 0 where none does. */
    private int endAround(int position) {
        return text.cuesOf(position, Effect.AROUND)
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
                if (isLast && (text.endsClause(i + 1) || text.at(i + 1, Effect.FOR) > 0)) {
                    return i;
                }
                next += isLast ? 0 : 1;
            }
        }
        return 0;
    }

    /** What is denied once more is not denied: ich gebe Yoga nicht auf. */
    private void around(int first, int last) {
        for (int i = first + 1; i < last; i++) {
            if (text.at(i, Effect.BACKWARD) > 0) {
                return;
            }
        }
        add(first, first + 1, denying);
        add(first + 1, last, denied);
        add(last, last + 1, denying);
    }

    /** In a clause of its own it denies the one before. */
    private void backward(int before) {
        int to = before > 0 && tokens.get(before - 1).partsClauses() ? before - 1 : before;
        int from = to;
        while (from > 0 && from > to - BACKWARD_REACH && !text.endsBehind(from - 1)) {
            from--;
        }
        if (text.contains(from, before, Effect.ALONE)) {
            return;
        }
        if (text.at(before, Effect.LEAVE) > 0) {
            int first = from;
            to = IntStream.range(from, to)
                    .filter(i -> text.isFor(first, i))
                    .findFirst()
                    .orElse(to);
        }
        add(from, to, denied);
    }

    private void add(int from, int to, List<Span> where) {
        if (from < to) {
            where.add(new Span(tokens.get(from).start(), tokens.get(to - 1).end()));
        }
    }
}
