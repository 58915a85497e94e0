package org.coterie.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coterie.tags.NameIndex.Name;

class NameIndexTest {

    private final NameIndex index = new NameIndex();

    private UUID add(String... names) {
        var tag = UUID.randomUUID();
        Map<String, Name> called = new HashMap<>();
        for (String name : names) {
            called.put(TagName.keyOf(name), new Name(name, tag, Set.of()));
        }
        index.put(tag, called);
        return tag;
    }

    private Set<String> sameStemAs(String language, String words) {
        return index.withStem(language, Stems.of(language).orElseThrow().ofName(words));
    }

    @Example
    void aNameIsFoundWithOtherEndings() {
        add("biking");
        add("board-games");
        add("bienen");

        assertThat(sameStemAs("en", "bikes")).containsExactly("biking");
        assertThat(sameStemAs("en", "board-game")).containsExactly("boardgames");
        assertThat(sameStemAs("de", "biene")).containsExactly("bienen");
        assertThat(sameStemAs("en", "bikini")).isEmpty();
    }

    @Example
    void whatIsSaidWhileALanguageIsReadForTheFirstTimeIsFoundInIt() {
        for (int i = 0; i < 30_000; i++) {
            add("imkerei-" + i);
        }
        CompletableFuture<Set<String>> reading = CompletableFuture.supplyAsync(() -> sameStemAs("de", "biene"));
        int said = 0;
        do {
            add("bienen-" + said++);
        } while (!reading.isDone());

        assertThat(reading).isCompleted();
        assertThat(sameStemAs("de", "biene-0")).contains("bienen0");
        assertThat(index.startingWith("bienen", "", Integer.MAX_VALUE).values())
                .hasSize(said)
                .allSatisfy(name -> assertThat(sameStemAs("de", name.words())).isNotEmpty());
    }

    @Example
    void aNameIsFoundOnlyInTheLanguagesInWhichItIsSaid() {
        var tag = UUID.randomUUID();
        index.put(tag, Map.of("bienen", new Name("bienen", tag, Set.of("de"))));

        assertThat(sameStemAs("de", "biene")).containsExactly("bienen");
        assertThat(index.withStem("en", "bienen")).isEmpty();
    }

    @Example
    void aNameThatIsTakenBackIsFoundNoMore() {
        UUID tag = add("biking", "cycling");
        assertThat(sameStemAs("en", "bikes")).containsExactly("biking");

        index.put(tag, Map.of("cycling", new Name("cycling", tag, Set.of())));

        assertThat(sameStemAs("en", "bikes")).isEmpty();
        assertThat(sameStemAs("en", "cycles")).containsExactly("cycling");
    }

    @Example
    void whatBelongsToAProgrammerStaysWhole() {
        add("c++");
        add("go");

        assertThat(Stems.of("en").orElseThrow().ofName("c")).isEmpty();
        assertThat(Stems.of("en").orElseThrow().ofName("going")).isEmpty();
    }

    @Example
    void aMistypedNameIsFound() {
        add("gardening");
        add("gardens");
        add("photography");
        add("chess");

        assertThat(index.almostStartingWith("gadren", 10).keySet()).containsExactly("gardening", "gardens");
        assertThat(index.almostStartingWith("gardning", 10).keySet()).containsExactly("gardening");
        assertThat(index.almostStartingWith("fotografy", 10).keySet()).isEmpty();
        assertThat(index.almostStartingWith("photografy", 10).keySet()).containsExactly("photography");
        assertThat(index.almostStartingWith("ches", 10).keySet()).containsExactly("chess");
        assertThat(index.almostStartingWith("ch", 10).keySet()).isEmpty();
    }

    @Provide
    Arbitrary<List<String>> words() {
        return ofLetters(9).list().uniqueElements().ofMaxSize(60);
    }

    @Provide
    Arbitrary<String> typed() {
        return ofLetters(10);
    }

    /** One of the letters is two code units, which stay together. */
    private static Arbitrary<String> ofLetters(int most) {
        return Arbitraries.of("a", "b", "𝒸", "é")
                .list()
                .ofMinSize(1)
                .ofMaxSize(most)
                .map(letters -> String.join("", letters));
    }

    @Example
    void aNameThatLeadsToAnotherTagIsFoundInNoLanguageInWhichItIsNotSaidOfThat() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        index.put(one, Map.of("bienen", new Name("bienen", one, Set.of())));
        assertThat(sameStemAs("de", "biene")).containsExactly("bienen");

        index.put(other, Map.of("bienen", new Name("bienen", other, Set.of("en"))));
        index.put(one, Map.of());

        assertThat(sameStemAs("de", "biene")).isEmpty();
    }

    /** In Adlam each letter is two code units, of which the first is always the same. */
    @Example
    void whatIsMistypedIsFoundWhereLettersAreLong() {
        for (String word : List.of("𞤢𞤥𞤢𞤢𞤢𞤢", "𞤢𞤥𞤩𞤦𞤦𞤢")) {
            var tag = UUID.randomUUID();
            index.put(tag, Map.of(word, new Name(word, tag, Set.of())));
        }

        assertThat(index.almost("𞤢𞤤𞤩𞤦𞤦𞤢", 10)).containsOnlyKeys("𞤢𞤥𞤩𞤦𞤦𞤢");
    }

    @Property(tries = 300)
    void itFindsWhatComparingWithEachOneByOneFinds(@ForAll("words") List<String> words, @ForAll("typed") String typed) {
        var some = new NameIndex();
        for (String word : words) {
            var tag = UUID.randomUUID();
            some.put(tag, Map.of(word, new Name(word, tag, Set.of())));
        }
        int length = typed.codePointCount(0, typed.length());
        int most = length < 4 ? 0 : length < 8 ? 1 : 2;

        Map<String, Integer> beginning = new HashMap<>();
        Map<String, Integer> whole = new HashMap<>();
        for (String word : words) {
            if (most > 0 && word.codePointAt(0) == typed.codePointAt(0)) {
                int[] mistakes = mistakes(typed, word);
                beginning.put(word, Math.max(1, Arrays.stream(mistakes).min().orElseThrow()));
                whole.put(word, Math.max(1, mistakes[mistakes.length - 1]));
            }
        }
        beginning.values().removeIf(mistakes -> mistakes > most);
        whole.values().removeIf(mistakes -> mistakes > most);
        assertThat(some.almostStartingWith(typed, Integer.MAX_VALUE)).isEqualTo(beginning);
        assertThat(some.almost(typed, Integer.MAX_VALUE)).isEqualTo(whole);
    }

    /** With how many each beginning of the word was typed, the first character aside. */
    private static int[] mistakes(String typed, String word) {
        int[] from = typed.codePoints().skip(1).toArray();
        int[] to = word.codePoints().skip(1).toArray();
        int[][] cost = new int[from.length + 1][to.length + 1];
        for (int i = 0; i <= from.length; i++) {
            for (int j = 0; j <= to.length; j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                } else {
                    int same = from[i - 1] == to[j - 1] ? 0 : 1;
                    cost[i][j] = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                    if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                        cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                    }
                }
            }
        }
        return cost[from.length];
    }
}
