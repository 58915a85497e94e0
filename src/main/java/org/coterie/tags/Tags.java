package org.coterie.tags;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityExistsException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coterie.language.Reader;
import org.coterie.paging.RowStream;
import org.coterie.problem.Problem;

/** Which words are known, and which writings of them are one. */
@ApplicationScoped
public class Tags {

    private static final int FEWEST_RENAMING = 2;

    private final Clock clock;
    private final LiveNames names;
    private final Reader reader;
    private final RowStream rows;
    private final TagRepository repository;

    Tags(Clock clock, LiveNames names, Reader reader, RowStream rows, TagRepository repository) {
        this.clock = clock;
        this.names = names;
        this.reader = reader;
        this.rows = rows;
        this.repository = repository;
    }

    /**
     * The tags of these names, made where they are missing. Best called before a transaction begins: what is missing is
     * made in a transaction of its own, on a second connection.
     *
     * @return by the name that was asked for; several names can be one tag, be it written otherwise ({@code opensource},
     *     {@code open-source}) or called otherwise ({@code Radfahren}, {@code cycling})
     */
    public Map<String, KnownTag> resolve(Collection<TagName> names) {
        Map<String, TagName> wanted = new TreeMap<>();
        names.forEach(name -> wanted.merge(name.key(), name, (first, later) -> first.told() ? first : later));
        Map<String, KnownTag> known = byKeys(wanted.keySet());
        Map<String, TagName> missing = new TreeMap<>(wanted);
        missing.keySet().removeAll(known.keySet());
        if (!missing.isEmpty()) {
            create(missing);
            known.putAll(byKeys(missing.keySet()));
        }
        baptize(names, known);
        enrich(names, known);
        return names.stream()
                .collect(Collectors.toMap(TagName::name, name -> known.get(name.key()), (one, same) -> one));
    }

    /** Of these names those that lead to a tag already, by the name that was asked for. */
    public Map<String, KnownTag> known(Collection<TagName> names) {
        Map<String, KnownTag> known = byKeys(names.stream().map(TagName::key).collect(Collectors.toSet()));
        return names.stream()
                .filter(name -> known.containsKey(name.key()))
                .collect(Collectors.toMap(TagName::name, name -> known.get(name.key()), (one, same) -> one));
    }

    private Map<String, KnownTag> byKeys(Collection<String> keys) {
        return QuarkusTransaction.joiningExisting().call(() -> repository.byKeys(keys));
    }

    /** All at once, in one order for everybody; where others came first with some of them, the rest one by one. */
    private void create(Map<String, TagName> missing) {
        Instant now = clock.instant();
        if (!isCreated(missing.values(), now)) {
            Map<String, KnownTag> meanwhile = byKeys(missing.keySet());
            missing.forEach((key, name) -> {
                if (!meanwhile.containsKey(key)) {
                    isCreated(List.of(name), now);
                }
            });
        }
    }

    /** Whether they are ours: the unique constraint decides, not a look beforehand. */
    private boolean isCreated(Collection<TagName> names, Instant now) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> repository.insert(
                            names.stream().map(TagRepository.NewTag::of).toList(), now));
            return true;
        } catch (EntityExistsException others) {
            return false;
        }
    }

    /** A tag that was only written in private is called as it is written first by somebody who tells. */
    private void baptize(Collection<TagName> names, Map<String, KnownTag> known) {
        Map<UUID, TagName> called = new TreeMap<>();
        for (TagName name : names) {
            KnownTag tag = known.get(name.key());
            if (tag != null && name.told() && !tag.named() && tag.isCalled(name)) {
                called.put(tag.id(), name);
                known.put(name.key(), tag.called(name.name(), name.label()));
            }
        }
        if (!called.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> called.forEach(repository::name));
        }
    }

    /** A label that people gave gives way to one that is better set: {@code BALKONKRAFTWERK} to {@code Balkonkraftwerk}. */
    private void enrich(Collection<TagName> names, Map<String, KnownTag> known) {
        Map<KnownTag, String> richer = new LinkedHashMap<>();
        for (TagName name : names) {
            KnownTag tag = known.get(name.key());
            if (tag != null
                    && name.told()
                    && !tag.common()
                    && tag.isCalled(name)
                    && new Writing(name.label()).improves(new Writing(tag.label()))) {
                richer.put(tag, name.label());
                known.put(name.key(), tag.called(tag.name(), name.label()));
            }
        }
        if (!richer.isEmpty()) {
            // in one order for everybody: two requests never wait for each other
            QuarkusTransaction.requiringNew()
                    .run(() -> richer.keySet().stream()
                            .sorted(Comparator.comparing(KnownTag::id))
                            .forEach(tag ->
                                    repository.relabel(tag.id(), tag.label(), richer.getOrDefault(tag, tag.label()))));
        }
    }

    /**
     * Has a tag that people named be called as somebody writes it, where more of its holders write so than as it is called, and
     * at least two: one person alone renames nothing. Whoever writes its very name says nothing of how they write it.
     *
     * @param writings how its holders write it, each of them once
     */
    @Transactional
    public void callAsMostWrite(KnownTag tag, TagName written, Collection<String> writings) {
        Map<String, Long> holders = writings.stream()
                .filter(writing -> !writing.equals(tag.name()))
                .collect(Collectors.groupingBy(writing -> new Writing(writing).words(), Collectors.counting()));
        long so = holders.getOrDefault(new Writing(written.label()).words(), 0L);
        if (so >= FEWEST_RENAMING && so > holders.getOrDefault(new Writing(tag.label()).words(), 0L)) {
            repository.relabel(tag.id(), tag.label(), written.label());
        }
    }

    /**
     * Of these writings those that mean the tag that gave way, now that two are two again: its names, also those that were taken
     * back while they were one, and what with another ending is one of them and none of the other tag's.
     */
    @Transactional
    public Set<String> oldNames(TagMove move, Collection<String> writings) {
        Map<String, KnownTag> known = repository.byKeys(
                writings.stream().map(written -> TagName.of(written).key()).collect(Collectors.toSet()));
        Set<String> old = new HashSet<>();
        Set<String> elsewhere = new HashSet<>();
        for (String written : writings) {
            KnownTag tag = known.get(TagName.of(written).key());
            if (tag == null || !tag.id().equals(move.to())) {
                (tag != null && tag.id().equals(move.from()) ? old : elsewhere).add(written);
            }
        }
        if (elsewhere.isEmpty()) {
            return old;
        }
        Set<String> lost = MovedTag.lost(move.id());
        Set<String> inflected = new HashSet<>();
        for (String written : elsewhere) {
            String key = TagName.of(written).key();
            if (lost.contains(key)) {
                old.add(written);
            } else if (!known.containsKey(key)) {
                inflected.add(written);
            }
        }
        if (!inflected.isEmpty()) {
            CalledAs gone = calledAs(move.from());
            CalledAs kept = calledAs(move.to());
            inflected.stream()
                    .filter(written -> gone.isSaid(written) && !kept.isSaid(written))
                    .forEach(old::add);
        }
        return old;
    }

    private CalledAs calledAs(UUID tagId) {
        return new CalledAs(repository.findById(tagId), Labels.labels(tagId));
    }

    /**
     * The tag somebody means, if it is known.
     *
     * @throws Problem INVALID where it is no tag at all
     */
    @Transactional
    public Optional<KnownTag> find(String written) {
        String key = TagName.of(written).key();
        return Optional.ofNullable(repository.byKeys(List.of(key)).get(key));
    }

    /** The same, called as whoever asks over HTTP reads it best. */
    @Transactional
    public Optional<KnownTag> findForReader(String written) {
        return find(written).map(tag -> forReader(Map.of(tag.id(), tag)).get(tag.id()));
    }

    /** Several tags in one query; ids of none are left out. */
    @Transactional
    public Map<UUID, KnownTag> byIds(Collection<UUID> ids) {
        return repository.byIds(ids).stream().collect(Collectors.toMap(KnownTag::id, Function.identity()));
    }

    /** The same, called as whoever asks over HTTP reads it best. */
    @Transactional
    public Map<UUID, KnownTag> byIdsForReader(Collection<UUID> ids) {
        return forReader(byIds(ids));
    }

    /** The same from memory, see {@link org.coterie.live.Live#catchUp}; what is not there yet is read. */
    public Map<UUID, KnownTag> rememberedForReader(Collection<UUID> ids) {
        Map<UUID, KnownTag> known = new HashMap<>();
        Map<UUID, Map<String, String>> labels = new HashMap<>();
        List<UUID> unknown = new ArrayList<>();
        for (UUID id : ids) {
            LiveNames.Told told = names.of(id);
            if (told == null) {
                unknown.add(id);
            } else {
                known.put(id, told.tag());
                labels.put(id, told.labels());
            }
        }
        Map<UUID, KnownTag> called = forReader(known, labels);
        if (!unknown.isEmpty()) {
            called.putAll(byIdsForReader(unknown));
        }
        return called;
    }

    private Map<UUID, KnownTag> forReader(Map<UUID, KnownTag> known) {
        return reader.languages().isEmpty() || known.isEmpty()
                ? known
                : forReader(known, repository.labels(known.keySet()));
    }

    private Map<UUID, KnownTag> forReader(Map<UUID, KnownTag> known, Map<UUID, Map<String, String>> labels) {
        Map<UUID, KnownTag> told = new HashMap<>(known);
        labels.forEach((id, byLanguage) -> reader.called(byLanguage)
                .ifPresent(label -> told.computeIfPresent(id, (same, tag) -> tag.called(tag.name(), label))));
        return told;
    }

    /** Hands over every tag, in no particular order, in constant memory. */
    public void eachTag(TagSink sink) {
        rows.each(
                "select id, name from tag",
                RowStream.Parameters.NONE,
                row -> sink.accept(row.getObject(1, UUID.class), row.getString(2)));
    }

    /**
     * Hashtags and known phrases in texts, in the order of each text; each tag once, no two overlapping. What a text denies is
     * no phrase, and not meant where it is a hashtag. Phrases are found with other endings, too. Of tags as they are in memory,
     * see {@link org.coterie.live.Live#catchUp}.
     *
     * @param shown of the known tags whose words occur, the ids of those that may be found as a phrase, and how many hold
     *     them: of several with the same stem the one that most hold is meant
     * @return for each of the texts, in their order
     */
    public List<List<FoundTag>> findIn(List<Text> texts, Function<Collection<KnownTag>, Map<UUID, Long>> shown) {
        List<TextReading> readings = texts.parallelStream()
                .map(text -> new TextReading(text, names.index()))
                .toList();
        // nearly all phrases of a text are no tags, which memory knows
        Map<String, KnownTag> known = byKeys(readings.stream()
                .flatMap(TextReading::keys)
                .filter(key -> names.index().find(key).isPresent())
                .collect(Collectors.toSet()));
        Map<UUID, Long> holders = shown.apply(Set.copyOf(known.values()));
        return readings.stream().map(reading -> reading.among(known, holders)).toList();
    }

    /** Those hashtags of a text that it does not deny, each name once, which needs no look at what is known. */
    public static List<FoundTag> hashtagsIn(String text) {
        String words = Addresses.blanked(text);
        List<FoundTag> hashtags = Hashtags.in(words);
        var denials = new Denials(words, Set.of(), hashtags, hashtags);
        return Hashtags.once(denials.read(hashtags), hashtag -> hashtag.tag().key()).stream()
                .filter(FoundTag::meant)
                .toList();
    }
}
