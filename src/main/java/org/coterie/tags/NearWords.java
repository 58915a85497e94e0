package org.coterie.tags;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.meaning.Meaning;
import org.coterie.meaning.NearIndex.Near;
import org.coterie.meaning.Nearness;
import org.coterie.problem.Problem;
import org.coterie.tags.MeaningIndex.Understood;
import org.jspecify.annotations.Nullable;

/** Which tags mean much the same as a word, and which a text is about; by a model that reads English only. */
@ApplicationScoped
public class NearWords {

    private static final int MOST_MISTYPED = 200;

    /** How many of a thing often end where the analyser does not bring all of these and one of them together. */
    private static final Map<String, String> MANY = Map.of("de", "s", "es", "s", "no", "er");

    private static final Comparator<Near> SUREST_FIRST =
            Comparator.comparingDouble(Near::confidence).reversed();

    private final LiveNames names;
    private final Meaning meaning;
    private final Slips slips;
    private final Tags tags;

    NearWords(LiveNames names, Meaning meaning, Slips slips, Tags tags) {
        this.names = names;
        this.meaning = meaning;
        this.slips = slips;
        this.tags = tags;
    }

    /**
     * A tag that is near.
     *
     * @param confidence how sure that is, 0 to 1
     */
    public record Nearby(KnownTag tag, double confidence) {

        /** The same, so much less sure. */
        public Nearby times(double share) {
            return new Nearby(tag, confidence * share);
        }
    }

    /**
     * What is near a word.
     *
     * @param tagId of the tag that the word leads to already, if any
     * @param tags the surest first
     * @param spelt whether nothing but how it is written told
     */
    public record Found(@Nullable UUID tagId, List<Nearby> tags, boolean spelt) {

        public Found {
            tags = List.copyOf(tags);
        }
    }

    /**
     * Tags that mean much the same as a word, the surest first, called as whoever asks reads them best. The word may be one
     * that nobody has used yet; of a tag that everybody knows all names are looked at, of another only the one that was asked
     * for. A word that is a slip, and that hardly anybody holds as a tag, is near what it mistypes. Without the model a word that it has not seen before is near those that it mistypes.
     * From memory but for the word itself, see {@link org.coterie.live.Live#catchUp}.
     *
     * @param floor how sure it has to be, 0 to 1
     * @throws Problem INVALID where it is no tag at all
     */
    public Found near(String written, int most, double floor) {
        var name = TagName.of(written);
        Optional<KnownTag> known = tags.find(written); // no connection waits for the model
        Collection<Understood> understood = known.map(tag -> names.meanings().of(tag.id())).orElse(List.of()).stream()
                .filter(one -> known.filter(KnownTag::common).isPresent()
                        || TagName.keyOf(one.words()).equals(name.key()))
                .toList();
        Collection<Understood> said = understood.isEmpty() ? read(name) : understood;
        List<Near> near = new ArrayList<>(
                said.isEmpty() ? spelt(name, floor) : names.meanings().near(said, most + 1, floor));
        known.map(slips::of).orElseGet(() -> slips.of(name)).stream()
                .filter(slip -> slip.confidence() >= floor)
                .forEach(near::add);
        near.sort(SUREST_FIRST);
        UUID asked = known.map(KnownTag::id).orElse(null);
        // another name of a tag is that tag
        boolean isItself = known.filter(tag -> tag.isCalled(name)).isPresent();
        Stream<Near> tag = Stream.ofNullable(isItself ? null : asked).map(id -> new Near(id, written, 1));
        Set<UUID> once = new HashSet<>();
        Stream<Near> others =
                near.stream().filter(one -> !one.id().equals(asked)).filter(one -> once.add(one.id()));
        return new Found(asked, nearby(Stream.concat(tag, others).limit(most).toList()), said.isEmpty());
    }

    /** What is nearly written so, the surest first: names that begin almost so, as far as their spelling alone tells. */
    private List<Near> spelt(TagName written, double floor) {
        return names.index().almostStartingWith(written.key(), MOST_MISTYPED).keySet().stream()
                .flatMap(key -> names.index().find(key).stream())
                .map(name -> new Near(name.tagId(), name.words(), Nearness.bySpelling(written.name(), name.words())))
                .filter(near -> near.confidence() >= floor)
                .sorted(SUREST_FIRST)
                .toList();
    }

    /**
     * The tags that are called as a tag is, with another ending: {@code Katzen} for {@code Katze}. Not in English, which the model
     * reads. From memory, see {@link org.coterie.live.Live#catchUp}.
     *
     * @param languages in which it may have been said (BCP 47)
     */
    public Set<UUID> withOtherEndings(KnownTag tag, Collection<String> languages) {
        String name = tag.name();
        Set<UUID> others = new HashSet<>();
        for (String language : Stems.primary(languages)) {
            if (!language.equals(MeaningIndex.LANGUAGE)) {
                Stems.of(language).filter(stems -> !stems.meansNothing(name)).stream()
                        .flatMap(stems -> oneOrMany(name, language).map(stems::ofName))
                        .filter(stem -> !stem.isEmpty())
                        .flatMap(stem -> names.index().withStem(language, stem).stream())
                        .flatMap(key -> names.index().find(key).stream())
                        .map(NameIndex.Name::tagId)
                        .forEach(others::add);
            }
        }
        others.remove(tag.id());
        return others;
    }

    private static Stream<String> oneOrMany(String name, String language) {
        String many = MANY.getOrDefault(language, "");
        return name.endsWith(many)
                ? Stream.of(name, name + many, name.substring(0, name.length() - many.length()))
                : Stream.of(name, name + many);
    }

    /**
     * Whether of two tags that everybody knows one says what the other does and a short word more, which the model hardly minds:
     * {@code go-board-game} and {@code board-games}.
     */
    public static boolean isHardlyMore(KnownTag tag, KnownTag than) {
        String large = Stream.of(tag.name().split("-", -1))
                .filter(MeaningIndex::isTelling)
                .collect(Collectors.joining("-"));
        return tag.common()
                && than.common()
                && !large.equals(tag.name())
                && Stems.of(MeaningIndex.LANGUAGE)
                        .filter(stems -> stems.ofName(large).equals(stems.ofName(than.name())))
                        .isPresent();
    }

    /** What the first of a tag's names means, as a vector of length 1; empty where that is not known. From memory. */
    public Optional<float[]> meaning(UUID tagId) {
        return names.meanings().meaning(tagId);
    }

    private List<Understood> read(TagName name) {
        return Stream.of(name)
                .filter(one -> MeaningIndex.isTelling(one.key()))
                .flatMap(one -> meaning.of(NearTagFinder.spoken(one.name())).stream())
                .map(vector -> new Understood(name.name(), StoredVector.write(vector), false))
                .toList();
    }

    /**
     * What texts are about, as far as that is sure enough, the surest first; what they deny is left out, and what their writers
     * never mean. Nothing is known of a text in which English is not one of the languages.
     *
     * @param floor how sure it has to be, 0 to 1
     * @return for each of the texts, in their order
     */
    @Transactional
    public List<List<FoundTag>> about(List<Text> texts, int most, double floor) {
        List<List<Near>> near = vectors(texts).parallelStream()
                .map(vector -> vector.map(there -> names.meanings().about(there, most, floor))
                        .orElse(List.of()))
                .toList();
        Map<UUID, KnownTag> known =
                tags.byIds(near.stream().flatMap(List::stream).map(Near::id).collect(Collectors.toSet()));
        List<List<FoundTag>> about = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Set<UUID> notMeant = texts.get(i).notMeant();
            about.add(near.get(i).stream()
                    .filter(one -> !notMeant.contains(one.id()))
                    .flatMap(one -> Stream.ofNullable(known.get(one.id()))
                            .map(tag -> FoundTag.byMeaning(tag, one.confidence())))
                    .toList());
        }
        return about;
    }

    /** One of its own for each text; none where the model cannot read it. */
    private List<Optional<float[]>> vectors(List<Text> texts) {
        Map<Integer, String> readable = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            Set<String> spoken = Stems.primary(texts.get(i).languages());
            if (spoken.contains(MeaningIndex.LANGUAGE)) {
                readable.put(
                        i,
                        new Denials(texts.get(i).words(), spoken, List.of(), null)
                                .without(texts.get(i).words()));
            }
        }
        List<String> words = List.copyOf(readable.values());
        // whoever waits for one does not wait as long as it takes
        List<float[]> read =
                words.size() == 1 ? meaning.of(words.get(0)).stream().toList() : meaning.ofAllRoughly(words);
        List<Optional<float[]>> vectors = new ArrayList<>(Collections.nCopies(texts.size(), Optional.empty()));
        if (read.size() == words.size()) {
            int next = 0;
            for (int i : readable.keySet()) {
                vectors.set(i, Optional.of(read.get(next++)));
            }
        }
        return vectors;
    }

    private List<Nearby> nearby(List<Near> near) {
        Map<UUID, KnownTag> known =
                tags.rememberedForReader(near.stream().map(Near::id).collect(Collectors.toSet()));
        return near.stream()
                .flatMap(one -> Stream.ofNullable(known.get(one.id())).map(tag -> new Nearby(tag, one.confidence())))
                .toList();
    }
}
