package org.coterie.tags;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.freshness.Precondition;
import org.coterie.paging.Page;
import org.coterie.problem.Checks;
import org.coterie.problem.Problem;

/** What tags are called in different languages: a word in any of them leads to the one tag. */
@ApplicationScoped
class Labels {

    /** As a tag is called in this language it is called where it has no label in the reader's. */
    static final String ELSE = "en";

    private final Precondition precondition;
    private final TagRepository repository;
    private final Tags tags;
    private final Checks checks;

    Labels(Precondition precondition, TagRepository repository, Tags tags, Checks checks) {
        this.precondition = precondition;
        this.repository = repository;
        this.tags = tags;
        this.checks = checks;
    }

    /**
     * What a tag is called, by language.
     *
     * @throws Problem UNKNOWN where there is no such tag
     */
    @Transactional
    Page<LabelView> of(String written) {
        return Page.whole(views(known(written).id()));
    }

    /**
     * What a tag is called in one language.
     *
     * @throws Problem UNKNOWN where there is no such tag, or it is not called anything
     */
    @Transactional
    LabelView in(String written, String language) {
        return view(known(written).id(), tongueOf(language))
                .orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "unknown-label"));
    }

    private static String tongueOf(String language) {
        return Locale.forLanguageTag(language).toLanguageTag();
    }

    private static Optional<LabelView> view(UUID tagId, String tongue) {
        return views(tagId).stream()
                .filter(view -> view.language().equals(tongue))
                .findFirst();
    }

    private void expectRead(UUID tagId, String tongue) {
        view(tagId, tongue).ifPresentOrElse(view -> precondition.expectRead(() -> view), precondition::expectUnread);
    }

    private static List<LabelView> views(UUID tagId) {
        Map<String, List<String>> names = new TreeMap<>();
        labels(tagId)
                .forEach(label -> names.computeIfAbsent(label.language, language -> new ArrayList<>())
                        .add(label.label));
        return names.entrySet().stream()
                .map(entry -> new LabelView(
                        entry.getKey(),
                        entry.getValue().get(0),
                        entry.getValue().subList(1, entry.getValue().size())))
                .toList();
    }

    static List<TagLabel> labels(UUID tagId) {
        return TagLabel.list("tagId = ?1 order by language, ordinal", tagId);
    }

    /**
     * Says what a tag is called in a language, in place of what was said before; makes the tag where it is missing.
     *
     * @throws Problem CONFLICT where one of the names means another tag
     */
    LabelView write(String written, String language, NewLabel wish) {
        String tongue = tongueOf(language);
        List<TagName> names = read(wish);
        if (tags.find(written).isEmpty()) {
            precondition.expectUnread();
        }
        TagName name = TagName.of(written);
        UUID tagId = Optional.ofNullable(tags.resolve(List.of(name)).get(name.name()))
                .orElseThrow()
                .id();
        try {
            return QuarkusTransaction.requiringNew().call(() -> write(tagId, name.key(), tongue, names));
        } catch (EntityExistsException meanwhile) {
            throw new Problem(Problem.Kind.CONFLICT, "name-taken.by-now");
        }
    }

    private LabelView write(UUID tagId, String by, String language, List<TagName> names) {
        Map<String, TagName> wanted = new HashMap<>();
        names.forEach(name -> wanted.putIfAbsent(name.key(), name));
        Tag tag = repository.findById(tagId, LockModeType.PESSIMISTIC_WRITE);
        if (tag.mergedInto != null) {
            throw new EntityExistsException("it has become one with another just now");
        }
        expectRead(tagId, language);
        Map<String, KnownTag> leads = repository.byKeys(wanted.keySet());
        wanted.forEach((key, name) -> {
            KnownTag other = leads.get(key);
            if (other != null && !other.id().equals(tagId)) {
                throw new Problem(
                        Problem.Kind.CONFLICT, "name-taken", Map.of("name", name.label(), "tag", other.name()));
            }
        });
        forget(tagId, language, wanted.keySet());
        List<TagLabel> labels = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            labels.add(new TagLabel(tagId, language, i, names.get(i).label()));
        }
        TagLabel.persist(labels);
        wanted.keySet().removeAll(leads.keySet());
        MovedTag.say(tag, new MovedTag.Saying(by, language, names, wanted.keySet()));
        repository.insertKeys(wanted.keySet().stream().collect(Collectors.toMap(key -> key, key -> tagId)), false);
        repository.noteCalledOtherwise(tagId);
        return view(tagId, language).orElseThrow();
    }

    /** Takes back what the tag is called in a language, and the names that mean it in no other. */
    private static void forget(UUID tagId, String language, Set<String> kept) {
        Set<String> gone = new HashSet<>();
        Set<String> staying = new HashSet<>(kept);
        for (TagLabel label : labels(tagId)) {
            String key = TagName.of(label.label).key();
            if (label.language.equals(language)) {
                gone.add(key);
                label.delete();
            } else {
                staying.add(key);
            }
        }
        gone.removeAll(staying);
        Tag.namesakes(tagId).forEach(one -> gone.remove(TagName.keyOf(one.name)));
        gone.forEach(key -> TagKey.delete("wordKey = ?1 and tagId = ?2 and own = false", TagKey.bytes(key), tagId));
        TagLabel.flush();
    }

    /**
     * Takes back what a tag is called in a language: these names then mean nothing, but what was said with them stays. A tag that
     * is called something in no language any more is offered to nobody, unless somebody holds it.
     *
     * @throws Problem UNKNOWN where there is no such tag
     */
    @Transactional
    void remove(String written, String language) {
        UUID tagId = known(written).id();
        String tongue = tongueOf(language);
        Tag tag = repository.findById(tagId, LockModeType.PESSIMISTIC_WRITE);
        expectRead(tagId, tongue);
        forget(tagId, tongue, Set.of());
        MovedTag.say(tag, new MovedTag.Saying(TagName.of(written).key(), tongue, List.of(), Set.of()));
        // what is called nothing is nothing that everybody knows, but what those who say it make of it
        if (labels(tagId).isEmpty()) {
            tag.common = false;
        }
        repository.noteCalledOtherwise(tagId);
    }

    private KnownTag known(String written) {
        return tags.find(written).orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "unknown-tag"));
    }

    /** The label and then the synonyms, each key once. */
    private List<TagName> read(NewLabel wish) {
        checks.of(wish).expectNone();
        Map<String, TagName> names = new LinkedHashMap<>();
        Stream.concat(Stream.of(Objects.requireNonNull(wish.label())), wish.alsoWritten().stream())
                .map(TagName::of)
                .forEach(name -> names.putIfAbsent(name.key(), name));
        return List.copyOf(names.values());
    }
}
