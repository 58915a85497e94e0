package org.coterie.tags;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The names of two tags that become one, or are two again: where they lead, and what is a label of what. */
@ApplicationScoped
class TagNames {

    private final TagRepository repository;

    TagNames(TagRepository repository) {
        this.repository = repository;
    }

    /**
     * Has all names of the one tag lead to the other, as part of the current transaction; labels come behind those that the
     * other has.
     *
     * @param language in which the one tag's label becomes one of the other's; null for none
     * @throws Problem CONFLICT where one of the two is none any more
     */
    void merge(TagMove move, @Nullable String language) {
        Map<UUID, Tag> tags = locked(move);
        Tag from = tag(tags, move.from());
        Tag to = tag(tags, move.to());
        if (from.mergedInto != null || to.mergedInto != null) {
            throw new Problem(Problem.Kind.CONFLICT, "same-tag.by-now");
        }
        from.mergedInto = to.id;
        new MovedTag(move).persist();
        if (from.common && !to.common) {
            to.common = true;
            write("insert into moved_tag_common (move_id) values (?1)", move.id());
        }
        write(
                "insert into moved_tag_key (move_id, word_key, own) select ?1, word_key, own from tag_key where tag_id = ?2",
                move.id(),
                from.id);
        write("update tag_key set tag_id = ?1, own = false where tag_id = ?2", to.id, from.id);
        moveLabels(move, language, from.label);
        repository.noteCalledNothing(from.id);
        repository.noteCalledOtherwise(to.id);
    }

    private void moveLabels(TagMove move, @Nullable String language, String itself) {
        List<TagLabel> given = Labels.labels(move.from());
        List<TagLabel> kept = Labels.labels(move.to());
        Stream.of(given, kept).flatMap(List::stream).forEach(label -> new MovedTagLabel(move.id(), label).persist());
        Map<String, List<String>> names = new TreeMap<>();
        Stream.of(kept, given).flatMap(List::stream).forEach(label -> add(names, label.language, label.label));
        if (language != null) {
            add(names, language, itself);
        }
        replace(move.from(), Map.of());
        replace(move.to(), names);
    }

    private static void add(Map<String, List<String>> names, String language, String label) {
        List<String> all = names.computeIfAbsent(language, none -> new ArrayList<>());
        if (all.stream().noneMatch(one -> keyOf(one).equals(keyOf(label)))) {
            all.add(label);
        }
    }

    /**
     * Has the names of the one tag lead to it again, as part of the current transaction. What each of them has been called
     * since by one of its own names it is called then.
     *
     * @throws Problem CONFLICT where its own name has come to mean something else
     */
    void split(TagMove move) {
        Map<UUID, Tag> tags = locked(move);
        Tag from = tag(tags, move.from());
        Tag to = tag(tags, move.to());
        expectOwnNameFree(move);
        from.mergedInto = null;
        write("""
                update tag_key set tag_id = ?1,
                    own = (select m.own from moved_tag_key m where m.move_id = ?2 and m.word_key = tag_key.word_key)
                where tag_id = ?3 and word_key in (select m.word_key from moved_tag_key m where m.move_id = ?2)""", from.id, move.id(), to.id);
        write("""
                insert into tag_key (word_key, tag_id, own)
                select m.word_key, ?1, m.own from moved_tag_key m
                where m.move_id = ?2 and not exists (select 1 from tag_key k where k.word_key = m.word_key)""", from.id, move.id());
        splitLabels(move);
        if (write("delete from moved_tag_common where move_id = ?1", move.id()) > 0) {
            to.common = false;
        }
        // its labels may have been taken back meanwhile
        from.common = from.common && !Labels.labels(from.id).isEmpty();
        MovedTag.<MovedTag>findByIdOptional(move.id())
                .map(moved -> moved.toLabel)
                .ifPresent(label -> to.label = label);
        forgetNames(move.id());
        repository.noteCalledOtherwise(from.id);
        repository.noteCalledOtherwise(to.id);
    }

    private void expectOwnNameFree(TagMove move) {
        boolean taken = !em().createNativeQuery("""
                        select 1 from moved_tag_key m join tag_key k on k.word_key = m.word_key
                        where m.move_id = ?1 and m.own = true and k.tag_id <> ?2""")
                .setParameter(1, move.id())
                .setParameter(2, move.to())
                .getResultList()
                .isEmpty();
        if (taken) {
            throw new Problem(Problem.Kind.CONFLICT, "name-taken.meanwhile");
        }
    }

    private void splitLabels(TagMove move) {
        List<TagLabel> kept = MovedTagLabel.of(move.id(), move.to());
        Set<String> missing =
                kept.stream().map(label -> keyOf(label.label)).collect(Collectors.toCollection(HashSet::new));
        missing.removeAll(repository.byKeys(missing).keySet());
        repository.insertKeys(missing.stream().collect(Collectors.toMap(key -> key, key -> move.to())), false);
        replace(move.to(), byLanguage(leading(move.to(), kept)));
        replace(move.from(), byLanguage(leading(move.from(), MovedTagLabel.of(move.id(), move.from()))));
    }

    /** Those that mean the tag, and nothing else by now. */
    private List<TagLabel> leading(UUID tagId, List<TagLabel> labels) {
        Map<String, KnownTag> leads = repository.byKeys(
                labels.stream().map(label -> keyOf(label.label)).collect(Collectors.toSet()));
        return labels.stream()
                .filter(label -> Objects.requireNonNull(leads.get(keyOf(label.label)))
                        .id()
                        .equals(tagId))
                .toList();
    }

    private static Map<String, List<String>> byLanguage(List<TagLabel> labels) {
        return labels.stream()
                .collect(Collectors.groupingBy(
                        label -> label.language,
                        TreeMap::new,
                        Collectors.mapping(label -> label.label, Collectors.toList())));
    }

    private static void replace(UUID tagId, Map<String, List<String>> names) {
        Labels.labels(tagId).forEach(TagLabel::delete);
        TagLabel.flush();
        names.forEach((language, labels) -> {
            for (int i = 0; i < labels.size(); i++) {
                new TagLabel(tagId, language, i, labels.get(i)).persist();
            }
        });
    }

    /** Whether only one of these two keys has led to a tag that gave way. */
    boolean wereTwo(String key, String other) {
        return !key.equals(other)
                && !em().createNativeQuery("""
                        select move_id from moved_tag_key where word_key in (?1, ?2)
                        group by move_id having count(*) = 1""")
                        .setParameter(1, TagKey.bytes(key))
                        .setParameter(2, TagKey.bytes(other))
                        .getResultList()
                        .isEmpty();
    }

    /** Whether this key has led to a tag that gave way to one of this name. */
    boolean gaveWay(String key, String name) {
        return !em().createNativeQuery("""
                        select 1 from moved_tag_key k join moved_tag m on m.move_id = k.move_id join tag t on t.id = m.to_id
                        where k.word_key = ?1 and t.name = ?2""")
                .setParameter(1, TagKey.bytes(key))
                .setParameter(2, name)
                .getResultList()
                .isEmpty();
    }

    void forget(UUID moveId) {
        forgetNames(moveId);
        write("delete from moved_tag_lost where move_id = ?1", moveId);
    }

    /** All but what they were: that tells where what was said by them goes. */
    private void forgetNames(UUID moveId) {
        write("delete from moved_tag_key where move_id = ?1", moveId);
        write("delete from moved_tag_label where move_id = ?1", moveId);
        write("delete from moved_tag_common where move_id = ?1", moveId);
        MovedTag.deleteById(moveId);
    }

    /** In one order for everybody. */
    private Map<UUID, Tag> locked(TagMove move) {
        return Stream.of(move.from(), move.to())
                .sorted()
                .map(id -> repository.findById(id, LockModeType.PESSIMISTIC_WRITE))
                .collect(Collectors.toMap(tag -> tag.id, tag -> tag));
    }

    private static Tag tag(Map<UUID, Tag> tags, UUID id) {
        return Objects.requireNonNull(tags.get(id));
    }

    private static String keyOf(String label) {
        return TagName.of(label).key();
    }

    private int write(String sql, Object... values) {
        var statement = em().createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setParameter(i + 1, values[i]);
        }
        return statement.executeUpdate();
    }

    private EntityManager em() {
        return repository.getEntityManager();
    }
}
