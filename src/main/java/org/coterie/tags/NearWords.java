package org.coterie.tags;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.meaning.Meaning;
import org.coterie.meaning.NearIndex.Near;
import org.coterie.problem.Problem;
import org.coterie.tags.MeaningIndex.Understood;

/** Which tags mean much the same as a word, and which a text is about; by a model that reads English only. */
@ApplicationScoped
public class NearWords {

    private final LiveNames names;
    private final Meaning meaning;
    private final TagRepository repository;
    private final Tags tags;

    NearWords(LiveNames names, Meaning meaning, TagRepository repository, Tags tags) {
        this.names = names;
        this.meaning = meaning;
        this.repository = repository;
        this.tags = tags;
    }

    /**
     * A tag that is near.
     *
     * @param confidence how sure that is, 0 to 1
     */
    public record Nearby(KnownTag tag, double confidence) {}

    /**
     * Tags that mean much the same as a word, the surest first, called as whoever asks reads them best. The word may be one
     * that nobody has used yet; of a tag that everybody knows all names are looked at, of another only the one that was asked
     * for. Without the model only words that it has seen before have near ones.
     *
     * @param floor how sure it has to be, 0 to 1
     * @throws Problem INVALID where it is no tag at all
     */
    @Transactional
    public List<Nearby> near(String written, int most, double floor) {
        var name = TagName.of(written);
        Optional<KnownTag> known =
                Optional.ofNullable(repository.byKeys(List.of(name.key())).get(name.key()));
        Collection<Understood> understood = known.map(tag -> names.meanings().of(tag.id())).orElse(List.of()).stream()
                .filter(one -> known.filter(KnownTag::common).isPresent()
                        || TagName.keyOf(one.words()).equals(name.key()))
                .toList();
        List<Near> near = names.meanings().near(understood.isEmpty() ? read(name.name()) : understood, most + 1, floor);
        return nearby(
                near.stream()
                        .filter(one ->
                                known.filter(tag -> tag.id().equals(one.id())).isEmpty())
                        .toList(),
                most);
    }

    private List<Understood> read(String words) {
        return meaning.of(NearTagFinder.spoken(words)).map(vector -> new Understood(words, vector, false)).stream()
                .toList();
    }

    /**
     * What a text is about, as far as that is sure enough, the surest first; what it denies is left out.
     *
     * @param languages in which it may be written (BCP 47); nothing is known of a text in which English is not one of them
     * @param floor how sure it has to be, 0 to 1
     */
    @Transactional
    public List<FoundTag> about(String text, Collection<String> languages, int most, double floor) {
        Set<String> spoken = Stems.primary(languages);
        if (!spoken.contains(MeaningIndex.LANGUAGE)) {
            return List.of();
        }
        List<Near> near = meaning.of(new Denials(text, spoken).without(text))
                .map(vector -> names.meanings().about(vector, most, floor))
                .orElse(List.of());
        Map<UUID, KnownTag> known = tags.byIds(near.stream().map(Near::id).collect(Collectors.toSet()));
        return near.stream()
                .flatMap(one ->
                        Stream.ofNullable(known.get(one.id())).map(tag -> FoundTag.byMeaning(tag, one.confidence())))
                .toList();
    }

    private List<Nearby> nearby(List<Near> near, int most) {
        Map<UUID, KnownTag> known =
                tags.byIdsForReader(near.stream().map(Near::id).collect(Collectors.toSet()));
        return near.stream()
                .flatMap(one -> Stream.ofNullable(known.get(one.id())).map(tag -> new Nearby(tag, one.confidence())))
                .limit(most)
                .toList();
    }
}
