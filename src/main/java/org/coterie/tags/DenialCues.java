package org.coterie.tags;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of some languages that deny something, by the first of them. */
record DenialCues(Map<String, List<Cue>> byFirst) {

    /** Under this stands what begins with a word of which only the beginning is known. */
    private static final String BEGINNING = "*";

    /** Whatever stands in place of the rest of a word. */
    private static final String ANYTHING = "*";

    /** What words do to others. */
    enum Effect {
        /** They deny what follows. */
        FORWARD,
        /** They deny what follows, and another thought begins with the next sign: {@code instead of golf, yoga}. */
        INSTEAD,
        /** Behind what stands instead, these begin another thought: {@code instead of golf I play chess}. */
        SUBJECT,
        /** So do these and the verb before them: {@code statt Golf spiele ich Schach}. */
        INVERTED,
        /** They deny what follows up to what it is given up for: {@code gave up golf for chess}. */
        LEAVE,
        /** They stand before that. */
        FOR,
        /** What they leave out is needed, where the clause denies something besides or tells of a {@link #LACK}. */
        WITHOUT,
        /** How it is without what is needed: {@code dull}. */
        LACK,
        /** They deny what follows behind a colon, to the end of the sentence: {@code dislikes: golf, poker}. */
        LIST,
        /** They deny what stands before where they end a short clause: {@code hiking yes, yoga no}. */
        NO,
        /** With these only company is missed: {@code hiking alone is no fun}. */
        ALONE,
        /** They deny what is named right behind them, and nothing else: {@code former dancer}. */
        FORMER,
        /** They leave out what follows: {@code all sports except golf}. */
        EXCEPT,
        /** Unless the sentence tells of what is done besides: {@code außer Golf spiele ich auch Tennis}. */
        ALSO,
        /** What is liked more is compared with what follows {@link #THAN}. */
        RATHER,
        /** What follows is liked less, if something is liked more. */
        THAN,
        /** So they say where what is liked more stands right before them and what is liked less right behind: {@code chess to poker}. */
        BETWEEN,
        /** They deny what stands before, or where something follows and the last of them deny that, that alone. */
        BACKWARD,
        /** The last of them ends the clause and denies what stands between it and the first: {@code gebe … auf}. */
        AROUND,
        /** They look as if they denied something. */
        NOTHING,
        /** They stand before the last item of a list. */
        JOIN,
        /** Another thought begins. */
        END,
        /** What follows is not denied after all, if one of these comes soon. */
        UNLESS,
        /** So it is where these end the clause, as nothing else is wished for then: {@code but want to learn}. */
        WISH,
        /** What stands before is not denied after all, if these come at once. */
        THOUGH,
        /** A question that begins so is asked by somebody who says yes: {@code Isn't yoga wonderful?} */
        ASKS,
        /** In such a question these deny nothing. */
        ASKED,
        /** A clause that begins so tells of somebody else. */
        OTHERS,
        /** Unless it tells of the writer as well. */
        SELF,
        /** Behind these the verb is still to come: {@code I do not}. */
        OPEN,
        /** So begins what may be put in before it, between two signs: {@code under any circumstances}. */
        ASIDE
    }

    /**
     * A word of the text, or a sign that parts two clauses.
     *
     * @param bare where the word itself begins, behind what is put before it, see {@link Elision}
     */
    record Token(String word, int start, int bare, int end) {

        boolean partsClauses() {
            return word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0));
        }
    }

    /**
     * Words with an effect; one with a star stands for all that begin or end so, and one in brackets has to follow without being one of
     * them: {@code antes (hacía)}. A line may name several for one place: {@code not|never hate}.
     */
    record Cue(Effect effect, List<String> words, int length) {

        static Stream<Cue> read(String line) {
            String[] effectAndWords = line.split(": ", 2);
            Effect effect = Effect.valueOf(effectAndWords[0].toUpperCase(Locale.ROOT));
            List<List<String>> all = List.of(List.of());
            for (String place : effectAndWords[1].strip().split(" ", -1)) {
                all = all.stream()
                        .flatMap(words -> Stream.of(place.split("\\|", -1))
                                .map(word -> Stream.concat(words.stream(), Stream.of(word))
                                        .toList()))
                        .toList();
            }
            return all.stream().map(words -> of(effect, words));
        }

        private static Cue of(Effect effect, List<String> words) {
            return new Cue(effect, words.stream().map(Cue::withoutBrackets).toList(), (int) words.stream()
                    .filter(word -> withoutBrackets(word).equals(word))
                    .count());
        }

        private static String withoutBrackets(String word) {
            return word.length() > 2 && word.startsWith("(") ? word.substring(1, word.length() - 1) : word;
        }

        /** By what it is found. */
        String first() {
            return words.get(0).endsWith(ANYTHING) ? BEGINNING : words.get(0);
        }

        boolean stands(List<Token> tokens, int position) {
            if (position + words.size() > tokens.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                String word = tokens.get(position + i).word;
                if (!isSo(word, words.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isSo(String word, String cue) {
            if (cue.endsWith(ANYTHING)) {
                return word.startsWith(cue.substring(0, cue.length() - 1));
            }
            return cue.startsWith(ANYTHING) ? word.endsWith(cue.substring(1)) : word.equals(cue);
        }
    }

    static DenialCues read(Collection<String> languages) {
        return new DenialCues(languages.stream()
                .flatMap(language -> WordFiles.lines("/denials/" + language + ".txt"))
                .flatMap(Cue::read)
                .collect(Collectors.groupingBy(Cue::first)));
    }

    /** Of the words with this effect that stand there the most, and how many they are; 0 where there are none. */
    int at(List<Token> tokens, int position, Effect effect) {
        int most = 0;
        for (String first : List.of(tokens.get(position).word, BEGINNING)) {
            for (Cue cue : byFirst.getOrDefault(first, List.of())) {
                if (cue.effect == effect && cue.length > most && cue.stands(tokens, position)) {
                    most = cue.length;
                }
            }
        }
        return most;
    }
}
