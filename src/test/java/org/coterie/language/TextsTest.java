package org.coterie.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether everything can be told in every language. */
class TextsTest {

    private static final Path SOURCES = Path.of("src", "main");

    private static List<String> languages() {
        return Texts.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageSaysTheSameOfTheSameThings(String language) {
        assertThat(named(language)).isEqualTo(named(Texts.ENGLISH));
    }

    /** What each text names. */
    private static Map<String, Set<String>> named(String language) {
        return Texts.messages(language).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> namedBy(text.getValue())));
    }

    /** Also within a plural. */
    private static Set<String> namedBy(MessageFormat text) {
        var pattern = new MessagePattern(text.toPattern());
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
                .map(pattern::getSubstring)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextCanBeToldOfNoneOneTwoAndMany(String language) {
        named(language).forEach((key, names) -> {
            for (int count : new int[] {0, 1, 2, 5}) {
                Map<String, Integer> arguments =
                        names.stream().collect(Collectors.toMap(Function.identity(), name -> count));

                assertThat(Texts.in(language, new Text(key, arguments)))
                        .as(key)
                        .isNotBlank()
                        .doesNotContain("{", "}", "'", "\"");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyProblemHasATitleAndAMeaning(String language) throws IOException {
        Set<String> texts = new TreeSet<>();
        problems().forEach((code, where) -> {
            texts.add(code + ".meaning");
            if (!Set.of("errors", "lines").contains(where)) {
                texts.add(code + ".title");
            }
        });

        assertThat(Texts.messages(language)).containsKeys(texts.toArray(String[]::new));
    }

    private static Properties problems() throws IOException {
        var problems = new Properties();
        try (var in = Files.newInputStream(Path.of("src", "main", "resources", "problems.properties"))) {
            problems.load(in);
        }
        return problems;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 0 | Nobody else openly waits for a group about Löten; 0 more are needed.
            en | 1 | 1 other person openly waits for a group about Löten; 1 more is needed.
            en | 2 | 2 other people openly wait for a group about Löten; 2 more are needed.
            de | 0 | Niemand sonst wartet offen auf eine Gruppe zu „Löten“; 0 Personen fehlen noch.
            de | 1 | 1 andere Person wartet offen auf eine Gruppe zu „Löten“; 1 Person fehlt noch.
            de | 5 | 5 andere Personen warten offen auf eine Gruppe zu „Löten“; 5 Personen fehlen noch.
            fr | 0 | Personne d’autre n’attend ouvertement un groupe sur « Löten » ; il manque encore 0 personne.
            fr | 1 | 1 autre personne attend ouvertement un groupe sur « Löten » ; il manque encore 1 personne.
            fr | 2 | 2 autres personnes attendent ouvertement un groupe sur « Löten » ; il manque encore 2 personnes.
            es | 0 | Nadie más espera abiertamente un grupo sobre «Löten»; faltan 0 personas.
            es | 1 | 1 persona más espera abiertamente un grupo sobre «Löten»; falta 1 persona.
            es | 5 | 5 personas más esperan abiertamente un grupo sobre «Löten»; faltan 5 personas.
            nb | 1 | 1 annen person venter åpent på en gruppe om «Löten»; det trengs 1 person til.
            nb | 2 | 2 andre personer venter åpent på en gruppe om «Löten»; det trengs 2 personer til.
            """)
    void pluralsAreThoseOfTheLanguage(String language, int count, String told) {
        var waiting = new Text(
                "waiting",
                Map.of(
                        "others",
                        count,
                        "label",
                        Text.label("Löten"),
                        "needed",
                        new Text("waiting.anybody", Map.of("missing", count))));

        assertThat(Texts.in(language, waiting)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | You offer a, look for b and share c, d and 2 more with this group.
            de | Du bietest „a“ an, suchst „b“ und interessierst dich wie diese Gruppe für „c“, „d“ und 2 weitere.
            fr | Tu proposes « a », cherches « b » et partages « c », « d » et 2 de plus avec ce groupe.
            es | En este grupo ofreces «a», buscas «b» y compartes «c», «d» y 2 más.
            nb | Du tilbyr «a», ser etter «b» og deler interessen for «c», «d» og 2 til med denne gruppen.
            """)
    void listsAreThoseOfTheLanguage(String language, String told) {
        var more = new Text("member.more", Map.of("count", 2));
        var does = List.of(
                new Text("member.you.offer", Map.of("tags", List.of(Text.label("a")))),
                new Text("member.you.seek", Map.of("tags", List.of(Text.label("b")))),
                new Text("member.you.share-here", Map.of("tags", List.of(Text.label("c"), Text.label("d"), more))));

        assertThat(Texts.in(language, new Text("member.you", Map.of("does", does))))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cooking   | Idiomas     | «Cooking» e «Idiomas»   | «Cooking» o «Idiomas»
            Metal     | Historia    | «Metal» e «Historia»    | «Metal» o «Historia»
            Metal     | hierro      | «Metal» y «hierro»      | «Metal» o «hierro»
            Yoga      | Ópera       | «Yoga» y «Ópera»        | «Yoga» u «Ópera»
            Yoga      | Hockey      | «Yoga» y «Hockey»       | «Yoga» u «Hockey»
            """)
    void spanishSaysAndAndOrAsItSounds(String one, String other, String both, String either) {
        var labels = List.of(Text.label(one), Text.label(other));

        assertThat(Texts.in("es", new Text("group-statement", Map.of("labels", labels))))
                .contains(both);
        assertThat(Texts.in("es", new Text("loosened.only-one", Map.of("tags", new Text.Either(labels)))))
                .contains(either);
    }

    @Test
    void aSentenceOfAMemberHasRoomForTwelveWordsAndThatOfAGroupForSeventeen() {
        var more = new Text("member.more", Map.of("count", 2));
        var does = List.of(
                new Text("member.they.offer", Map.of("tags", List.of(Text.label("a b")))),
                new Text("member.they.seek", Map.of("tags", List.of(Text.label("c d")))),
                new Text("member.they.share-here", Map.of("tags", List.of(Text.label("e f"), more))));
        var labels = Stream.of("a b c d e f g h", "i j k l m n o p q")
                .map(Text::label)
                .toList();

        assertThat(new Text("member.they", Map.of("name", "A B C D E F", "does", does)).words())
                .isLessThanOrEqualTo(25);
        assertThat(new Text("group-statement", Map.of("labels", labels)).words())
                .isLessThanOrEqualTo(25);
    }

    @Test
    void whyThereIsNoGroupIsSaidInTwentyFiveWords() {
        assertThat(Texts.messages(Texts.ENGLISH).keySet())
                .filteredOn(key -> key.startsWith("why-not."))
                .allSatisfy(key -> assertThat(new Text(key).words()).isLessThanOrEqualTo(25));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLimitIsWrittenAsAMachineReadsIt(String language) {
        assertThat(Texts.in(language, new Text("wrong-size.characters", Map.of("least", 1, "most", 20_000))))
                .contains(" 20000 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | If you were also free on Mondays 18:00–20:00 and you also spoke Norwegian, there would be a group for you: a.
            de | Wenn du auch am Montag (18:00–20:00 Uhr) Zeit hättest und du auch Norwegisch sprechen würdest, gäbe es eine Gruppe für dich: „a“.
            fr | Si tu avais aussi du temps le lundi (18:00–20:00) et si tu parlais aussi norvégien, il y aurait un groupe pour toi : « a ».
            es | Si también tuvieras tiempo el lunes (18:00–20:00) y también hablaras noruego, habría un grupo para ti: «a».
            nb | Hvis du også hadde tid på mandager (18:00–20:00) og du også snakket norsk, ville det vært en gruppe for deg: «a».
            """)
    void daysAndLanguagesAreCalledAsInTheLanguage(String language, String told) {
        var time = new Text("loosened.hours.time", Map.of("day", DayOfWeek.MONDAY, "from", "18:00", "to", "20:00"));
        var help = new Text(
                "would-help.two",
                Map.of(
                        "first", new Text("loosened.hours", Map.of("times", List.of(time))),
                        "second", new Text("loosened.language", Map.of("language", Locale.forLanguageTag("no"))),
                        "label", Text.label("a")));

        assertThat(Texts.in(language, help)).isEqualTo(told);
    }

    @Test
    void whatIsKeptIsToldAsBefore() {
        var text = new Text(
                "line",
                Map.of(
                        "pointer",
                        "/tags/\"\\",
                        "fault",
                        new Text("unknown-value", Map.of("values", new Text.Either(List.of("A", "B", "C")))),
                        "more",
                        2));

        Text again = KeptText.read(KeptText.write(text));

        assertThat(again).hasToString("At /tags/\"\\: must be A, B or C (and 2 more)");
        assertThat(Texts.in("de", again)).isEqualTo("Bei /tags/\"\\: muss A, B oder C sein (und 2 weitere Fehler)");
    }

    @Test
    void whatNoDatabaseKeepsIsLeftOut() {
        var text = new Text("unknown-field", Map.of("name", "\u0000\ud800" + "x".repeat(1_000)));

        assertThat(KeptText.read(KeptText.write(text)).toString())
                .startsWith("There is no field \uFFFD\uFFFDxxx")
                .hasSizeLessThan(250);
    }

    /** Wherever something is to be told; what a text names stands there, too. */
    private static final Pattern TOLD = Pattern.compile(
            "(?:new Text|new Problem|Problem\\.invalid(?:Parameter)?|new Fault|new Forbidden|findings\\.add|refusal\\.send|\\banswer)\\(");

    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:[-.][A-Za-z0-9]+)*\\.?)\"");

    @Test
    void whateverIsToldHasATextWhoseArgumentsAreGiven() throws IOException {
        Map<String, Set<String>> texts = named(Texts.ENGLISH);
        List<String> lacking = new ArrayList<>();
        String sources = sources();
        TOLD.matcher(sources).results().forEach(told -> {
            String call = call(sources, told.end());
            boolean afterName = told.group().startsWith("Problem.invalidParameter");
            KEY.matcher(call)
                    .region(afterName ? call.indexOf(',') : 0, (call + "Map.of").indexOf("Map.of"))
                    .results()
                    .map(key -> key.group(1))
                    .filter(key -> texts.entrySet().stream()
                            .noneMatch(text -> isTold(text.getKey(), text.getValue(), key, call)))
                    .forEach(key -> lacking.add(key + " in " + call));
        });

        assertThat(lacking).isEmpty();
    }

    private static boolean isTold(String text, Set<String> names, String key, String call) {
        return key.endsWith(".")
                ? text.startsWith(key)
                : text.equals(key) && names.stream().allMatch(name -> call.contains("\"" + name + "\""));
    }

    /** Up to the parenthesis that closes it. */
    private static String call(String sources, int begin) {
        int depth = 1;
        int end = begin;
        while (depth > 0) {
            char c = sources.charAt(end++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return sources.substring(begin, end - 1);
    }

    @Test
    void everyTextIsToldSomewhere() throws IOException {
        String sources = sources();
        Set<String> begun = KEY.matcher(sources)
                .results()
                .map(key -> key.group(1))
                .filter(key -> key.endsWith("."))
                .collect(Collectors.toSet());
        Set<String> codes = problems().stringPropertyNames();
        Set<String> idle = new TreeSet<>();
        for (String key : Texts.messages(Texts.ENGLISH).keySet()) {
            boolean ofACode = codes.contains(key.replaceFirst("\\.(title|meaning)$", ""));
            if (!ofACode
                    && !sources.contains("\"" + key + "\"")
                    && begun.stream().noneMatch(key::startsWith)) {
                idle.add(key);
            }
        }

        assertThat(idle).isEmpty();
    }

    private static final Pattern CONSTRAINT = Pattern.compile("import jakarta\\.validation\\.constraints\\.(\\w+);");

    private static final Pattern MESSAGE =
            Pattern.compile("(?:message =|message\\(\\) default|MESSAGE =) \"([^\"]+)\"");

    @Test
    void everyRuleForInputIsToldByItsKindOrByTheKeyOfAText() throws IOException {
        Set<String> rules = CONSTRAINT
                .matcher(sources())
                .results()
                .map(rule -> rule.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> texts =
                MESSAGE.matcher(sources()).results().map(text -> text.group(1)).collect(Collectors.toSet());

        assertThat(rules)
                .containsExactly("DecimalMax", "DecimalMin", "Max", "Min", "NotBlank", "NotNull", "Pattern", "Size");
        assertThat(Texts.messages(Texts.ENGLISH)).containsKeys(texts.toArray(String[]::new));
    }

    /** Of all that speaks to whoever uses the API: settings speak to the operator. */
    private static String sources() throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(file -> file.toString().matches(".*(?<!Config)\\.(java|sql)"))
                    .toList()) {
                all.append(Files.readString(source));
            }
        }
        return all.toString();
    }
}
