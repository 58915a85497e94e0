package org.coterie.tags;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.coterie.language.Spoken;
import org.jspecify.annotations.Nullable;

/**
 * What stays of words when their endings go, in one language: {@code bike} of {@code biking} and {@code bikes}. By the
 * analysers of Lucene, and where these fail by a list of other {@link WordForms}.
 */
final class Stems {

    /** A shorter stem says too little: {@code go} is rather a verb than the game. */
    private static final int SHORTEST = 3;

    /** The languages of the vocabulary. */
    static final Set<String> WITH_OTHER_FORMS = Set.of("de", "en", "es", "fr", "no");

    /** In which a name ends with the verb that comes first where somebody says it: {@code Bücher lesen}, {@code ich lese Bücher}. */
    private static final Set<String> VERB_LAST = Set.of("de");

    private static final Pattern PARTING = Pattern.compile("[^\\p{L}\\p{M}'’]+");

    /** What Lucene does not take for fillers, and still shows in which language a text is. */
    private static final Map<String, Set<String>> MORE_FILLERS = Map.of(
            "en",
            Set.of(
                    "i", "im", "id", "ive", "my", "me", "we", "our", "you", "your", "he", "she", "his", "her", "who",
                    "what", "do", "does", "have", "has", "from", "some", "any", "like", "would", "can", "am", "about"));

    /** What says nothing as a single word, though Lucene does not take it for a filler, nor for one in a longer name: {@code The Who}. */
    private static final Map<String, Set<String>> SAYING_NOTHING_ALONE = Map.of(
            "en",
            Set.of(
                    "about", "also", "am", "arent", "because", "been", "can", "cant", "could", "couldnt", "did",
                    "didnt", "do", "does", "doesnt", "dont", "from", "had", "has", "have", "havent", "he", "her",
                    "here", "his", "how", "im", "isnt", "ive", "just", "me", "more", "much", "my", "our", "she",
                    "should", "some", "than", "them", "too", "us", "very", "want", "wants", "wasnt", "we", "were",
                    "what", "when", "where", "which", "who", "why", "wont", "would", "wouldnt", "you", "your"));

    private static final Map<String, Stems> BY_LANGUAGE = Map.ofEntries(
            stems("da", new DanishAnalyzer(CharArraySet.EMPTY_SET), DanishAnalyzer.getDefaultStopSet()),
            stems("de", new GermanAnalyzer(CharArraySet.EMPTY_SET), GermanAnalyzer.getDefaultStopSet()),
            stems("en", new EnglishAnalyzer(CharArraySet.EMPTY_SET), EnglishAnalyzer.getDefaultStopSet()),
            stems("es", new SpanishAnalyzer(CharArraySet.EMPTY_SET), SpanishAnalyzer.getDefaultStopSet()),
            stems("fi", new FinnishAnalyzer(CharArraySet.EMPTY_SET), FinnishAnalyzer.getDefaultStopSet()),
            stems("fr", new FrenchAnalyzer(CharArraySet.EMPTY_SET), FrenchAnalyzer.getDefaultStopSet()),
            stems("it", new ItalianAnalyzer(CharArraySet.EMPTY_SET), ItalianAnalyzer.getDefaultStopSet()),
            stems("nl", new DutchAnalyzer(CharArraySet.EMPTY_SET), DutchAnalyzer.getDefaultStopSet()),
            stems("no", new NorwegianAnalyzer(CharArraySet.EMPTY_SET), NorwegianAnalyzer.getDefaultStopSet()),
            stems("pt", new PortugueseAnalyzer(CharArraySet.EMPTY_SET), PortugueseAnalyzer.getDefaultStopSet()),
            stems("ru", new RussianAnalyzer(CharArraySet.EMPTY_SET), RussianAnalyzer.getDefaultStopSet()),
            stems("sv", new SwedishAnalyzer(CharArraySet.EMPTY_SET), SwedishAnalyzer.getDefaultStopSet()));

    private final Analyzer analyzer;
    private final CharArraySet fillers;
    private final Set<String> fillersAlone;
    private final WordForms forms;
    private final boolean verbLast;
    private final @Nullable Map<String, String> known;

    private static Map.Entry<String, Stems> stems(String language, Analyzer analyzer, CharArraySet fillers) {
        Set<String> folded = fillers.stream()
                .map(filler -> Folding.fold(new String((char[]) filler)))
                .collect(Collectors.toSet());
        WordForms forms = WITH_OTHER_FORMS.contains(language) ? WordForms.read(language) : WordForms.NONE;
        Set<String> alone = SAYING_NOTHING_ALONE.getOrDefault(language, Set.of());
        return Map.entry(
                language,
                new Stems(analyzer, CharArraySet.copy(folded), alone, forms, VERB_LAST.contains(language), null));
    }

    private Stems(
            Analyzer analyzer,
            CharArraySet fillers,
            Set<String> fillersAlone,
            WordForms forms,
            boolean verbLast,
            @Nullable Map<String, String> known) {
        this.analyzer = analyzer;
        this.fillers = fillers;
        this.fillersAlone = fillersAlone;
        this.forms = forms;
        this.verbLast = verbLast;
        this.known = known;
    }

    /** The same, for one text: each of its words is analysed once. */
    Stems remembering() {
        return new Stems(analyzer, fillers, fillersAlone, forms, verbLast, new HashMap<>());
    }

    /**
     * The stems of a language; empty where its endings are not known.
     *
     * @param language BCP 47, such as {@code en} or {@code de-CH}
     */
    static Optional<Stems> of(String language) {
        return Optional.ofNullable(BY_LANGUAGE.get(Spoken.language(language)));
    }

    /** The languages whose endings are known. */
    static Set<String> languages() {
        return BY_LANGUAGE.keySet();
    }

    /** What of these is one to read, see {@link Spoken}. */
    static Set<String> primary(Collection<String> languages) {
        return languages.stream().map(Spoken::language).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Of several languages those in which a text seems to be written: all but those of whose words that only hold sentences
     * together it has less than half as many as of another's, but for those that both have.
     */
    static Set<String> writtenIn(Set<String> languages, String text) {
        if (languages.size() < 2) {
            return languages;
        }
        Map<String, Set<String>> told = fillersIn(languages, text);
        Set<String> most =
                told.values().stream().max(Comparator.comparingInt(Set::size)).orElse(Set.of());
        return languages.stream()
                .filter(language -> isAsLikely(told.getOrDefault(language, most), most))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAsLikely(Set<String> fillers, Set<String> most) {
        long shared = fillers.stream().filter(most::contains).count();
        return 2 * (fillers.size() - shared) >= most.size() - shared;
    }

    /**
     * The languages in whose names a text is to be read: those that somebody speaks, and that of which it has most words that only
     * hold sentences together. Where it has no such words and nothing is known of whoever wrote it, any.
     */
    static Set<String> readIn(Set<String> spoken, String text) {
        Map<String, Set<String>> told = fillersIn(languages(), text);
        int most = told.values().stream().mapToInt(Set::size).max().orElse(0);
        Set<String> read = new TreeSet<>(spoken);
        read.retainAll(languages());
        if (most > 0 || read.isEmpty()) {
            told.forEach((language, fillers) -> {
                if (fillers.size() == most) {
                    read.add(language);
                }
            });
        }
        return read;
    }

    /** The words of a text that only hold sentences together, in each of these languages. */
    private static Map<String, Set<String>> fillersIn(Set<String> languages, String text) {
        Set<String> words = PARTING.splitAsStream(text)
                .map(Folding::fold)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        Map<String, Set<String>> told = new TreeMap<>();
        for (String language : languages) {
            of(language).ifPresent(stems -> told.put(language, stems.fillersAmong(words, language)));
        }
        return told;
    }

    private Set<String> fillersAmong(Set<String> words, String language) {
        Set<String> more = MORE_FILLERS.getOrDefault(language, Set.of());
        return words.stream()
                .filter(word -> fillers.contains(word) || more.contains(word))
                .collect(Collectors.toSet());
    }

    /** Whether all words of a folded name only hold sentences together in this language: {@code of the}. */
    boolean isFilling(String name) {
        return fillersAlone.contains(name) || Stream.of(name.split("-", -1)).allMatch(fillers::contains);
    }

    /**
     * The stems of all words of a folded name such as {@code board-games}.
     *
     * @return empty where they say too little
     */
    String ofName(String name) {
        var stems = new StringBuilder();
        boolean filling = true;
        if (fillersAlone.contains(name)) {
            return "";
        }
        for (String word : forms.base(name).split("-", -1)) {
            String stem = known == null ? stem(word) : known.computeIfAbsent(word, this::stem);
            filling &= stem.length() < SHORTEST || fillers.contains(word);
            stems.append(stems.isEmpty() ? "" : " ").append(stem);
        }
        return filling ? "" : stems.toString();
    }

    /**
     * The stems of all names that words of a text may stand for: without what stands between them, and turned where the verb
     * comes first. Empty where they say too little.
     */
    Set<String> ofPhrase(String phrase) {
        Set<String> stems = new HashSet<>();
        String plain = forms.withoutFillers(phrase);
        addStems(phrase, stems);
        if (!plain.equals(phrase)) {
            addStems(plain, stems);
        }
        return stems;
    }

    private void addStems(String name, Set<String> stems) {
        int firstEnds = name.indexOf('-');
        stems.add(ofName(name));
        if (verbLast && firstEnds > 0 && forms.isWithinLonger(name.substring(0, firstEnds))) {
            stems.add(ofName(name.substring(firstEnds + 1) + "-" + name.substring(0, firstEnds)));
        }
        stems.remove("");
    }

    /** Whether what a text writes so, and folded is this, only looks like a name in one of the languages. */
    static boolean isLookalike(String written, String folded) {
        for (Stems stems : BY_LANGUAGE.values()) {
            if (stems.forms.isLookalike(written, folded)) {
                return true;
            }
        }
        return false;
    }

    /** Whether words of a text, folded, only look like a form of some name. */
    boolean meansNothing(String phrase) {
        String plain = forms.withoutFillers(phrase);
        return forms.base(phrase).isEmpty()
                || (!plain.equals(phrase) && forms.base(plain).isEmpty());
    }

    private String stem(String word) {
        try (TokenStream tokens = analyzer.tokenStream("", word)) {
            CharTermAttribute token = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            String stem = tokens.incrementToken() ? token.toString() : word;
            // c++ would be c: what the analyser takes for several words, or not for one, stays
            boolean whole = !tokens.incrementToken() && word.codePoints().allMatch(Character::isLetter);
            tokens.end();
            return whole ? stem : word;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
