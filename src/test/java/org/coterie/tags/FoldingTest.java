package org.coterie.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coterie.problem.Problem;

@Label("Folding a name")
class FoldingTest {

    /** As it is written, and what it folds to. */
    private static final List<List<String>> EXAMPLES = List.of(
            List.of("Open Source", "open-source"),
            List.of("open-source", "open-source"),
            List.of("OpenSource", "open-source"),
            List.of("ＯｐｅｎＳｏｕｒｃｅ", "open-source"),
            List.of("#OpenSource", "open-source"),
            List.of("  open_source ", "open-source"),
            List.of("open/source", "open-source"),
            List.of("open · source", "open-source"),
            List.of("open—source", "open-source"),
            List.of("Repair Café", "repair-cafe"),
            List.of("Repair Cafe\u0301", "repair-cafe"),
            List.of("REPAIR CAFÉ", "repair-cafe"),
            List.of("c", "c"),
            List.of("C++", "c++"),
            List.of("C#", "c#"),
            List.of("#C#", "c#"),
            List.of("F♯", "f#"),
            List.of("C++17", "c++17"),
            List.of(".NET", ".net"),
            List.of("#.NET Core", ".net-core"),
            List.of("ASP.NET", "asp-net"),
            List.of("Node.js", "node-js"),
            List.of("a+b", "a-b"),
            List.of("LGBTQ+", "lgbtq+"),
            List.of("R&D", "r-d"),
            List.of("24/7", "24-7"),
            List.of("HTMLParser", "html-parser"),
            List.of("HTML5Canvas", "html5canvas"),
            List.of("USA", "usa"),
            List.of("iOS", "ios"),
            List.of("eBay", "ebay"),
            List.of("PhD", "phd"),
            List.of("NGOs", "ngos"),
            List.of("JavaScript", "java-script"),
            List.of("3D printing", "3d-printing"),
            List.of("3DPrinting", "3d-printing"),
            List.of("CaféBar", "cafe-bar"),
            List.of("Children’s books", "childrens-books"),
            List.of("rock'n'roll", "rocknroll"),
            List.of("Straße", "strasse"),
            List.of("STRASSE", "strasse"),
            List.of("STRAẞE", "strasse"),
            List.of("Smørrebrød", "smorrebrod"),
            List.of("Łódź", "lodz"),
            List.of("œuvre", "oeuvre"),
            List.of("Tiếng Việt", "tieng-viet"),
            List.of("İSTANBUL", "istanbul"),
            List.of("ısparta", "isparta"),
            List.of("ΟΔΟΣ", "οδοσ"),
            List.of("οδος", "οδοσ"),
            List.of("ποίηση", "ποίηση"),
            List.of("日本語", "日本語"),
            List.of("ﾆﾎﾝｺﾞ", "ニホンゴ"),
            List.of("العربية", "العربية"),
            List.of("עברית", "עברית"),
            List.of("чай", "чай"),
            List.of("ЧАЙ", "чай"),
            List.of("ОткрытыйКод", "открытый-код"),
            List.of("हिन्दी", "हिन्दी"),
            List.of("한국어", "한국어"),
            List.of(Normalizer.normalize("한국어", Normalizer.Form.NFD), "한국어"),
            List.of("ไทย", "ไทย"),
            List.of("ﬁlm", "film"),
            List.of("soft\u00ADware", "software"),
            List.of("yo\u200Bga", "yoga"),
            List.of("\u202Eyoga\u202C", "yoga"),
            List.of("yoga\u0000", "yoga"),
            List.of("\uD800yoga", "yoga"),
            List.of("I ❤️ NY", "i-ny"));

    @Example
    void theManyWaysToWriteANameBecomeOne() {
        for (List<String> example : EXAMPLES) {
            assertThat(Folding.fold(example.get(0))).as(example.get(0)).isEqualTo(example.get(1));
        }
    }

    @Example
    void aNameWithoutLetterOrDigitIsRefused() {
        for (String unreadable :
                List.of("", " ", "#", "❤️", "👩‍👩‍👧", "!?", "++", "\u0301", "\u3164", "\u0000", "🇩🇪")) {
            assertThatThrownBy(() -> TagName.of(unreadable))
                    .as(unreadable)
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("tag-unreadable"));
        }
    }

    @Example
    void aNameHasAtMost64Characters() {
        assertThat(TagName.of("x".repeat(64)).name()).hasSize(64);
        assertThat(TagName.of("\uD840\uDC00".repeat(64)).name()).hasSize(128);
        assertThatThrownBy(() -> TagName.of("x".repeat(65)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("tag-too-long"));
    }

    @Example
    void theLabelIsAsItWasWritten() {
        assertThat(TagName.of(" #Repair   Café\u202E ").label()).isEqualTo("Repair Café");
        assertThat(TagName.of("C#").label()).isEqualTo("C#");
        assertThat(TagName.of("می\u200Cخواهم").label()).isEqualTo("می\u200Cخواهم");
        assertThat(TagName.of("yoga" + "!".repeat(100)).label()).isEqualTo("yoga");
    }

    @Example
    void withAndWithoutSpaceIsOneTagButNotBetweenDigits() {
        assertThat(TagName.of("open source").key())
                .isEqualTo(TagName.of("#opensource").key());
        assertThat(TagName.of("JavaScript").key())
                .isEqualTo(TagName.of("javascript").key());
        assertThat(TagName.of("24/7").key()).isNotEqualTo(TagName.of("247").key());
        assertThat(TagName.of("c++").key()).isNotEqualTo(TagName.of("c").key());
        assertThat(TagName.of("c#").key()).isNotEqualTo(TagName.of("c").key());
        assertThat(TagName.of(".net").key()).isNotEqualTo(TagName.of("net").key());
    }

    @Property
    void whatNobodySeesChangesNothing(@ForAll("plain") String written) {
        assertThat(Folding.fold("\u200D" + written)).isEqualTo(Folding.fold(written));
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20);
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll("writings") String written) {
        String once = Folding.fold(written);

        assertThat(Folding.fold(once)).isEqualTo(once);
    }

    @Property
    void caseMakesNoDifferenceToOneWord(@ForAll("words") String word) {
        assertThat(Folding.fold(word.toUpperCase(Locale.ROOT))).isEqualTo(Folding.fold(word));
    }

    @Property
    void whatStandsBetweenWordsMakesNoDifference(
            @ForAll("words") String one, @ForAll("words") String other, @ForAll("separators") String between) {
        assertThat(Folding.fold(one + between + other)).isEqualTo(Folding.fold(one + "-" + other));
    }

    @Property
    void whatCannotBeSeenMakesNoDifference(@ForAll("words") String word, @ForAll("invisible") String unseen) {
        assertThat(Folding.fold(unseen + word.substring(0, 1) + unseen + word.substring(1) + unseen))
                .isEqualTo(Folding.fold(word));
    }

    @Property
    void aFoldedNameCanBeStoredAndShown(@ForAll("writings") String written) {
        String name = Folding.fold(written);

        assertThat(name)
                .doesNotContainPattern("[\\p{Lu}\\p{Cc}\\p{Cf}\\p{Cs}\\s]")
                .doesNotContain("--")
                .doesNotStartWith("-")
                .doesNotEndWith("-");
        assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
    }

    @Provide
    Arbitrary<String> writings() {
        Arbitrary<Character> telling = Arbitraries.of(
                'a', 'B', 'ß', 'ẞ', 'İ', 'ı', 'ς', 'Σ', '1', '٣', '½', '+', '#', '.', '-', '_', '\'', '♯', ' ', 'é',
                '\u0301', '\u0308', '\u200D', '\u0000', 'й', '\u0306', 'и', 'क', '़', '\u094D', 'ᄀ', 'ᅡ', 'ᆨ', '가', 'ﾞ',
                'ｶ', 'ー', '日', 'ع', 'ǅ', 'ŉ', 'ᾳ', '\u0345', '\uD83D', '\uDE00', 'ʼ', '´', '\u3164');
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(12),
                telling.list().ofMaxSize(10).map(FoldingTest::joined));
    }

    private static String joined(List<Character> characters) {
        var text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("éöåßøпривйλόγ日本語עברית")
                .ofMinLength(2)
                .ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(
                " ", "-", "_", "/", ".", "·", ",", " & ", "--", "—", "\t", "\n", "\u00A0", "\u3000", "・", "…");
    }

    @Provide
    Arbitrary<String> invisible() {
        return Arbitraries.of(
                "\u200B", "\u200C", "\u200D", "\u202E", "\u2066", "\uFEFF", "\u00AD", "\u0000", "\u0007", "\uFE0F");
    }
}
