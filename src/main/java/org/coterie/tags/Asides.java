package org.coterie.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coterie.tags.DenialCues.Effect;
import org.coterie.tags.DenialCues.Token;

/**
 * What is put in where a verb is still to come, as in {@code I do not, under any circumstances, want to}: it is passed over, or
 * where it denies something itself, read without the signs around it.
 */
final class Asides {

    /** So many words may be put in between two signs. */
    private static final int LONGEST = 7;

    /** Behind what is put in, and what stands before it then. */
    private static final Map<String, String> ENDS = Map.of(",", ",", "(", ")", "–", "–", "—", "—");

    private final List<Token> tokens;
    private final DenialCues cues;

    private Asides(List<Token> tokens, DenialCues cues) {
        this.tokens = tokens;
        this.cues = cues;
    }

    /** The words of a text without them. */
    static List<Token> leftOutOf(List<Token> tokens, DenialCues cues) {
        return new Asides(tokens, cues).rest();
    }

    private List<Token> rest() {
        List<Token> left = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int end = isOpen(i - 1) ? end(i) : 0;
            if (end == 0) {
                left.add(tokens.get(i++));
            } else {
                if (IntStream.range(i, end).anyMatch(at -> cues.at(tokens, at, Effect.FORWARD) > 0)) {
                    left.addAll(tokens.subList(i + 1, end));
                }
                i = end + 1;
            }
        }
        return left;
    }

    private boolean isOpen(int last) {
        return last > 0 && !tokens.get(last - 1).partsClauses() && cues.at(tokens, last, Effect.OPEN) > 0;
    }

    /** The sign that ends what is put in behind another sign; 0 where nothing is. */
    private int end(int sign) {
        String ends = ENDS.get(tokens.get(sign).word());
        if (ends == null || sign + 1 == tokens.size() || cues.at(tokens, sign + 1, Effect.ASIDE) == 0) {
            return 0;
        }
        int end = sign + 1;
        while (end < tokens.size() && end <= sign + LONGEST && !tokens.get(end).partsClauses()) {
            end++;
        }
        return end < tokens.size() && tokens.get(end).word().equals(ends) ? end : 0;
    }
}
