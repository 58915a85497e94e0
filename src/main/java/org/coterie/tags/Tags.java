package org.coterie.tags;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityExistsException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.paging.RowStream;
import org.coterie.problem.Problem;

/** Which words are known, and which writings of them are one. */
@ApplicationScoped
public class Tags {

    private final Clock clock;
    private final RowStream rows;
    private final TagRepository repository;

    Tags(Clock clock, RowStream rows, TagRepository repository) {
        this.clock = clock;
        this.rows = rows;
        this.repository = repository;
    }

    /**
     * The tags of these names, made where they are missing. Best called before a transaction begins: what is missing is
     * made in a transaction of its own, on a second connection.
     *
     * @return by the name that was asked for; two names can be one tag ({@code opensource}, {@code open-source}), and the
     *     tag's own name is the one that came first
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

    private Map<String, KnownTag> byKeys(Collection<String> keys) {
        List<KnownTag> found = QuarkusTransaction.joiningExisting().call(() -> repository.byKeys(keys));
        Map<String, KnownTag> known = new HashMap<>();
        found.forEach(tag -> known.put(TagName.keyOf(tag.name()), tag));
        return known;
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
            QuarkusTransaction.requiringNew().run(() -> repository.insert(names, now));
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
            if (tag != null && name.told() && !tag.named()) {
                called.put(tag.id(), name);
                known.put(name.key(), new KnownTag(tag.id(), name.name(), name.label(), true));
            }
        }
        if (!called.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> called.forEach(repository::name));
        }
    }

    /** A label gives way to one that reads better: {@code BALKONKRAFTWERK} to {@code Balkonkraftwerk}. */
    private void enrich(Collection<TagName> names, Map<String, KnownTag> known) {
        Map<KnownTag, String> richer = new LinkedHashMap<>();
        for (TagName name : names) {
            KnownTag tag = known.get(name.key());
            if (tag != null && name.told() && Writing.of(name.label()).readsBetterThan(Writing.of(tag.label()))) {
                richer.put(tag, name.label());
                known.put(name.key(), new KnownTag(tag.id(), tag.name(), name.label(), true));
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
     * The tag somebody means, if it is known.
     *
     * @throws Problem INVALID where it is no tag at all
     */
    @Transactional
    public Optional<KnownTag> find(String written) {
        return repository.byKeys(List.of(TagName.of(written).key())).stream().findFirst();
    }

    /** Several tags in one query; ids of none are left out. */
    @Transactional
    public Map<UUID, KnownTag> byIds(Collection<UUID> ids) {
        return repository.byIds(ids).stream().collect(Collectors.toMap(KnownTag::id, Function.identity()));
    }

    /**
     * Known tags that begin so, in a stable order: all of them where the prefix is empty, none where it has neither letter
     * nor digit.
     *
     * @param after the name of the last tag of the page before
     */
    @Transactional
    public List<KnownTag> startingWith(String prefix, Optional<String> after, int limit) {
        String key = TagName.keyOf(Folding.fold(prefix));
        if (key.isEmpty() && !prefix.isEmpty()) {
            return List.of();
        }
        return repository.startingWith(key, after.map(TagName::keyOf).orElse(""), limit);
    }

    /** Hands over every tag, in no particular order, in constant memory. */
    public void eachTag(TagSink sink) {
        rows.each(
                "select id, name from tag",
                RowStream.Parameters.NONE,
                row -> sink.accept(row.getObject(1, UUID.class), row.getString(2)));
    }

    /** Hashtags and known phrases in a text, in the order of the text; each tag once, no two overlapping. */
    public List<FoundTag> findIn(String text) {
        return findIn(text, UnaryOperator.identity());
    }

    /**
     * The same, where not every known tag may be recognised.
     *
     * @param recognisable of the ids of known tags whose words occur, those that may be found as a phrase
     */
    public List<FoundTag> findIn(String text, UnaryOperator<Set<UUID>> recognisable) {
        List<FoundTag> hashtags = Hashtags.in(text);
        var phrases = new Phrases(text, hashtags);
        Map<String, KnownTag> known = byKeys(phrases.keys());
        Set<UUID> allowed =
                recognisable.apply(known.values().stream().map(KnownTag::id).collect(Collectors.toSet()));
        known.values().removeIf(tag -> !allowed.contains(tag.id()));
        return Stream.concat(hashtags.stream(), phrases.among(known).stream())
                .sorted(Comparator.comparingInt(FoundTag::start))
                .toList();
    }

    /** Hashtags only, which needs no look at what is known. */
    public static List<FoundTag> hashtagsIn(String text) {
        return Hashtags.in(text);
    }
}
