package org.coterie.tags;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.tags.NameIndex.Name;
import org.jspecify.annotations.Nullable;

/** One text, and what in it may be a tag. */
final class TextReading {

    /** A name of so many letters in one language is no word of another that means something else. */
    private static final int HARDLY_BY_CHANCE = 8;

    /** As long as fewer hold a tag it is what somebody made of a word, and not what everybody means by it. */
    private static final int FEWEST_MEANING = 3;

    private final String words;
    private final Set<String> spoken;
    private final List<FoundTag> hashtags;
    private final Phrases phrases;
    private final Set<UUID> notMeant;
    private final NameIndex names;

    /** By the key of a phrase the keys of the names that it is with another ending. */
    private final Map<String, Set<String>> inflected;

    TextReading(Text text, NameIndex names) {
        words = text.words();
        spoken = Stems.primary(text.languages());
        hashtags = Hashtags.in(words);
        phrases = new Phrases(words, hashtags, names);
        notMeant = text.notMeant();
        this.names = names;
        inflected = phrases.inflected(Stems.writtenIn(spoken, words), names);
    }

    /** Of which names it has to be known whether they lead to a tag. */
    Stream<String> keys() {
        return Stream.of(
                        hashtags.stream().map(hashtag -> hashtag.tag().key()),
                        phrases.keys().stream(),
                        inflected.values().stream().flatMap(Set::stream))
                .flatMap(keys -> keys);
    }

    /**
     * What is found.
     *
     * @param known where names lead
     * @param holders of the tags that may be found as a phrase how many hold them
     */
    List<FoundTag> among(Map<String, KnownTag> known, Map<UUID, Long> holders) {
        Set<UUID> tagged = hashtags.stream()
                .flatMap(hashtag -> Stream.ofNullable(known.get(hashtag.tag().key())))
                .map(KnownTag::id)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, KnownTag> found = new HashMap<>();
        phrases.keys().stream()
                .filter(key -> isThere(known.get(key), holders, tagged))
                .forEach(key -> found.put(key, known.get(key)));
        found.keySet().removeAll(onlyInOtherLanguages(found.keySet()));
        Set<String> fillers = phrases.fillers(spoken, found.keySet());
        // somebody may have made a tag of any word, which does not make it one for everybody, nor in every language
        found.entrySet()
                .removeIf(phrase -> fillers.contains(phrase.getKey())
                        && !(spoken.isEmpty() && phrase.getValue().common()));
        inflected.forEach((phrase, keys) -> keys.stream()
                .map(known::get)
                .filter(tag -> isThere(tag, holders, tagged))
                .max(Comparator.comparing((KnownTag tag) -> isMeantByMany(tag, holders))
                        .thenComparing(tag -> holders.getOrDefault(tag.id(), 0L))
                        .thenComparing(KnownTag::name, Comparator.reverseOrder()))
                .ifPresent(tag -> found.merge(phrase, tag, (written, other) -> rather(written, other, holders))));
        // what is not told stands in the way of what is inside it all the same
        Set<String> untold = found.values().stream()
                .filter(tag -> tagged.contains(tag.id()) || notMeant.contains(tag.id()))
                .map(KnownTag::name)
                .collect(Collectors.toSet());
        List<FoundTag> led = phrases.leadingTo(found);
        var denials = new Denials(
                words,
                spoken,
                names(found),
                Stream.concat(hashtags.stream(), led.stream()).toList());
        List<FoundTag> said =
                led.stream().filter(phrase -> !denials.reach(phrase)).toList();
        Collection<FoundTag> written = Hashtags.once(
                denials.read(hashtags),
                hashtag -> Optional.ofNullable(known.get(hashtag.tag().key()))
                        .<Object>map(KnownTag::id)
                        .orElse(hashtag.tag().key()));
        return Stream.concat(
                        written.stream(),
                        Phrases.fewOf(said).stream()
                                .filter(phrase -> !untold.contains(phrase.tag().name())))
                .sorted(Comparator.comparing(FoundTag::start, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /**
     * Which of these are names only in languages in which the text is not: {@code a king} is no Norwegian {@code aking}. So long a
     * word as hardly any language has by chance is a name in any text.
     */
    private Set<String> onlyInOtherLanguages(Set<String> keys) {
        Map<String, Name> foreign = new HashMap<>();
        keys.stream()
                .filter(key -> key.length() < HARDLY_BY_CHANCE)
                .forEach(key -> names.find(key)
                        .filter(name ->
                                !name.languages().isEmpty() && Stems.languages().containsAll(name.languages()))
                        .ifPresent(name -> foreign.put(key, name)));
        if (foreign.isEmpty()) {
            return Set.of(); // as in nearly all texts, whose language need not be known then
        }
        Set<String> read = Stems.readIn(Stems.writtenIn(spoken, words), words);
        foreign.values().removeIf(name -> read.stream().anyMatch(language -> isSaidIn(language, name)));
        return foreign.keySet();
    }

    /** Whether a tag is called so in a language, or with another ending. */
    private boolean isSaidIn(String language, Name name) {
        return name.isSaidIn(language)
                || Stems.of(language).map(stems -> stems.ofName(name.words())).stream()
                        .flatMap(stem -> names.withStem(language, stem).stream())
                        .flatMap(key -> names.find(key).stream())
                        .anyMatch(other -> other.tagId().equals(name.tagId()));
    }

    /** What is said by hashtag, and what everybody knows: a word that somebody made a tag of today still denies. */
    private List<FoundTag> names(Map<String, KnownTag> found) {
        Map<String, KnownTag> common = new HashMap<>(found);
        common.values().removeIf(tag -> !tag.common());
        return Stream.concat(hashtags.stream(), phrases.leadingTo(common).stream())
                .toList();
    }

    /** What hardly anybody made a tag of takes nothing away from what many mean by the same word with another ending. */
    private KnownTag rather(KnownTag written, KnownTag other, Map<UUID, Long> holders) {
        return isMeantByMany(other, holders) && !isMeantByMany(written, holders) && !notMeant.contains(other.id())
                ? other
                : written;
    }

    private static boolean isMeantByMany(KnownTag tag, Map<UUID, Long> holders) {
        return tag.common() || holders.getOrDefault(tag.id(), 0L) >= FEWEST_MEANING;
    }

    private boolean isThere(@Nullable KnownTag tag, Map<UUID, Long> holders, Set<UUID> tagged) {
        return tag != null
                && (holders.containsKey(tag.id()) || tagged.contains(tag.id()) || notMeant.contains(tag.id()));
    }
}
