package org.coterie.tags;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coterie.language.Reader;
import org.coterie.language.Spoken;
import org.coterie.tags.LiveNames.Told;
import org.coterie.tags.NameIndex.Name;

/** Which tags somebody may be about to write; from memory, see {@link org.coterie.live.Live#catchUp}. */
@ApplicationScoped
public class Completions {

    private static final String BRACKET = " (";

    private final LiveNames names;
    private final Reader reader;

    Completions(LiveNames names, Reader reader) {
        this.names = names;
        this.reader = reader;
    }

    /**
     * A tag, and the name by which it was found.
     *
     * @param key of that name
     * @param words that name, folded
     * @param exact whether it is all that was written, but for what a label that is read explains in brackets
     * @param mistakes how many there are in what was written, if it was meant
     * @param read whether whoever asks reads the tag so, or in the language of that name
     */
    public record Named(String key, String words, KnownTag tag, boolean exact, int mistakes, boolean read) {

        /** Whether it is the tag's own name: each tag has one. */
        public boolean isOwn() {
            return TagName.keyOf(tag.name()).equals(key);
        }
    }

    /**
     * All names and their tags, in the order of their keys; which of them whoever asks reads is not looked at.
     *
     * @param after only those beyond this key; empty from the first
     */
    public List<Named> all(String after, int limit) {
        return names.index().startingWith("", after, limit).entrySet().stream()
                .flatMap(one -> Stream.ofNullable(names.of(one.getValue().tagId()))
                        .map(told -> new Named(one.getKey(), one.getValue().words(), told.tag(), false, 0, false)))
                .toList();
    }

    /**
     * Names that begin so and their tags, in the order of their keys; a tag comes once for each of its names. What is written as
     * a whole is looked for among the first.
     *
     * @param after only those beyond this key; empty from the first
     */
    public List<Named> startingWith(String prefix, String after, int limit) {
        String key = keyOf(prefix);
        return key.isEmpty()
                ? List.of()
                : named(names.index().startingWith(key, after, limit), after.isEmpty() ? key : "", Map.of())
                        .toList();
    }

    /**
     * What is written without what French puts before a word, as {@code l'} is; empty where nothing is. A name may begin so, too.
     */
    public static Optional<String> withoutElision(String prefix) {
        return Elision.bare(prefix);
    }

    /** Names that begin almost so, as if that were mistyped, and their tags, those with fewer mistakes first. */
    public List<Named> almostStartingWith(String prefix, int limit) {
        String key = keyOf(prefix);
        Map<String, Integer> mistakes = names.index().almostStartingWith(key, limit);
        return named(found(mistakes.keySet()), key, mistakes).toList();
    }

    private Map<String, Name> found(Collection<String> keys) {
        Map<String, Name> found = new LinkedHashMap<>();
        keys.forEach(key -> names.index().find(key).ifPresent(name -> found.put(key, name)));
        return found;
    }

    private Stream<Named> named(Map<String, Name> found, String written, Map<String, Integer> mistakes) {
        List<LanguageRange> languages = reader.languages();
        return found.entrySet().stream().flatMap(one -> {
            String key = one.getKey();
            Name name = one.getValue();
            return Stream.ofNullable(names.of(name.tagId())).map(told -> {
                boolean read = isRead(name, told, languages);
                boolean exact = key.equals(written) || (read && isExplained(key, told, written));
                return new Named(key, name.words(), told.tag(), exact, mistakes.getOrDefault(key, 0), read);
            });
        });
    }

    /** Whether one of its labels is what was written and, in brackets, what that means: {@code Thé (boisson)}. */
    private static boolean isExplained(String key, Told told, String written) {
        return told.labels().values().stream()
                .filter(label -> label.indexOf(BRACKET) > 0)
                .anyMatch(label -> keyOf(label).equals(key)
                        && keyOf(label.substring(0, label.indexOf(BRACKET))).equals(written));
    }

    private static String keyOf(String written) {
        return TagName.keyOf(Folding.fold(written));
    }

    private static boolean isRead(Name name, Told told, List<LanguageRange> languages) {
        Optional<String> read = told.labels().isEmpty()
                ? Optional.empty()
                : Reader.best(languages, told.labels().keySet());
        return read.map(language -> name.languages().contains(Spoken.language(language))
                        || name.words().equals(Folding.fold(told.labels().getOrDefault(language, ""))))
                .orElseGet(() -> name.words().equals(told.tag().name()));
    }
}
