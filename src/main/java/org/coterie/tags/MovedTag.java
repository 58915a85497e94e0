package org.coterie.tags;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two tags that have become one, as long as that can be undone. What people are told meanwhile of the one that both are now is kept
 * as said of the one by whose name it was said.
 */
@Entity
class MovedTag extends PanacheEntityBase {

    @Id
    UUID moveId;

    UUID fromId;
    UUID toId;
    Instant mergedAt;

    /** What the tag that stays is called again; null where that is what it is called now. */
    @Nullable
    String toLabel;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    MovedTag() {}

    MovedTag(TagMove move) {
        this.moveId = move.id();
        this.fromId = move.from();
        this.toId = move.to();
        this.mergedAt = move.mergedAt();
    }

    /**
     * What a tag is to be called in a language from now on.
     *
     * @param by the key of the name by which that is said of it
     * @param names none where it is called nothing any more
     * @param fresh the keys that have led nowhere yet
     */
    record Saying(String by, String language, List<TagName> names, Set<String> fresh) {

        Saying {
            names = List.copyOf(names);
            fresh = Set.copyOf(fresh);
        }

        private Saying of(Set<String> keys) {
            return new Saying(
                    by,
                    language,
                    names.stream()
                            .filter(name -> keys.contains(name.key()) || fresh.contains(name.key()))
                            .toList(),
                    fresh);
        }

        private Saying without(Set<String> keys) {
            return new Saying(
                    by,
                    language,
                    names.stream().filter(name -> !keys.contains(name.key())).toList(),
                    fresh);
        }
    }

    /** Has a tag be known and called so, and each of the two that it may be again. */
    static void say(Tag tag, Saying saying) {
        boolean wasCommon = tag.common;
        String wasCalled = tag.label;
        boolean renames = !saying.names.isEmpty() && saying.language.equals(Labels.ELSE);
        if (!saying.names.isEmpty()) {
            tag.common = true;
            tag.label = renames ? saying.names.get(0).label() : wasCalled;
        }
        for (MovedTag move : MovedTag.<MovedTag>list("toId = ?1 order by mergedAt desc, moveId desc", tag.id)) {
            Set<String> gone = move.keys();
            if (gone.contains(saying.by)) {
                if (!wasCommon && tag.common) {
                    // it may have been so by what gave way before, until all labels were taken back
                    move.write("delete from moved_tag_common where move_id = ?1");
                    move.write("insert into moved_tag_common (move_id) values (?1)");
                }
                if (renames && move.toLabel == null) {
                    move.toLabel = wasCalled;
                }
                Saying said = saying.of(gone);
                move.sayOfTheGone(said, gone);
                say(Tag.findById(move.fromId), said);
                return;
            }
            move.call(tag.id, saying.without(gone));
            if (!saying.names.isEmpty()) {
                move.write("delete from moved_tag_common where move_id = ?1");
            }
            move.toLabel = renames ? null : move.toLabel;
        }
    }

    /**
     * What is said of a tag by several of its names as one, and of each two that it may be again in the order in which they became
     * one.
     *
     * @param said by the keys of the names; what is said last counts among names of which nothing gave way
     */
    static <T> T join(UUID tagId, Map<String, T> said, TagMoves.Joining<T> joining) {
        return join(MovedTag.list("toId = ?1 order by mergedAt desc, moveId desc", tagId), said, joining);
    }

    private static <T> T join(List<MovedTag> moves, Map<String, T> said, TagMoves.Joining<T> joining) {
        if (moves.isEmpty() || said.size() == 1) {
            return List.copyOf(said.values()).get(said.size() - 1);
        }
        MovedTag last = moves.get(0);
        Map<String, T> gone = new LinkedHashMap<>(said);
        gone.keySet().retainAll(last.keys());
        Map<String, T> stayed = new LinkedHashMap<>(said);
        stayed.keySet().removeAll(gone.keySet());
        if (stayed.isEmpty()) {
            return join(last.fromId, gone, joining);
        }
        T staying = join(moves.subList(1, moves.size()), stayed, joining);
        return gone.isEmpty() ? staying : joining.one(last.move(), join(last.fromId, gone, joining), staying);
    }

    /**
     * Of the tag that one of two keys has led to before it became one with what the other has led to.
     *
     * @return empty where they have led to one tag as long as can be told
     */
    static Optional<TagMoves.Part> part(UUID tagId, String one, String other) {
        for (MovedTag move : MovedTag.<MovedTag>list("toId = ?1 order by mergedAt desc, moveId desc", tagId)) {
            Set<String> gone = move.keys();
            gone.addAll(lost(move.moveId));
            if (gone.contains(one) != gone.contains(other)) {
                return Optional.of(new TagMoves.Part(move.move(), gone.contains(one) ? move.fromId : move.toId));
            }
            if (gone.contains(one)) {
                return part(move.fromId, one, other);
            }
        }
        return Optional.empty();
    }

    /** Whether this key leads to a tag, or has led to it as long as one that gave way to it was called so. */
    static boolean isOrWas(UUID tagId, String key) {
        return TagKey.count("wordKey = ?1 and tagId = ?2", TagKey.bytes(key), tagId) > 0
                || MovedTag.<MovedTag>list("toId = ?1", tagId).stream()
                        .anyMatch(move -> lost(move.moveId).contains(key));
    }

    /** The moves by which this key has come to lead to a tag, the last first. */
    static List<TagMove> way(UUID tagId, String key) {
        List<TagMove> way = new ArrayList<>();
        Optional<MovedTag> last = lastOf(tagId, key);
        while (last.isPresent()) {
            way.add(last.get().move());
            last = lastOf(last.get().fromId, key);
        }
        return way;
    }

    private static Optional<MovedTag> lastOf(UUID tagId, String key) {
        return MovedTag.<MovedTag>list("toId = ?1 order by mergedAt desc, moveId desc", tagId).stream()
                .filter(move -> move.keys().contains(key))
                .findFirst();
    }

    /** Of these tags those that others have become one with. */
    static Set<UUID> staying(Collection<UUID> tagIds) {
        Set<UUID> staying = new HashSet<>(getEntityManager()
                .createQuery("select distinct m.toId from MovedTag m", UUID.class)
                .getResultList());
        staying.retainAll(tagIds);
        return staying;
    }

    private TagMove move() {
        return new TagMove(moveId, fromId, toId, mergedAt, false);
    }

    /** The keys of the names of the tag that gave way. */
    private Set<String> keys() {
        return keys("select word_key from moved_tag_key where move_id = ?1", moveId);
    }

    /** The keys of names of the tag that gave way that have been taken back since. */
    static Set<String> lost(UUID moveId) {
        return keys("select word_key from moved_tag_lost where move_id = ?1", moveId);
    }

    private static Set<String> keys(String sql, UUID moveId) {
        Set<String> keys = new HashSet<>();
        for (Object key : TagKey.getEntityManager()
                .createNativeQuery(sql, byte[].class)
                .setParameter(1, moveId)
                .getResultList()) {
            keys.add(TagKey.text((byte[]) key));
        }
        return keys;
    }

    private void sayOfTheGone(Saying said, Set<String> leading) {
        Set<String> lost = new HashSet<>();
        Set<String> staying = said.names.stream().map(TagName::key).collect(Collectors.toSet());
        for (TagLabel label : MovedTagLabel.of(moveId, fromId)) {
            (label.language.equals(said.language) ? lost : staying)
                    .add(TagName.of(label.label).key());
        }
        lost.removeAll(staying);
        lost.forEach(this::lose);
        said.names.stream()
                .map(TagName::key)
                .filter(key -> !leading.contains(key))
                .forEach(key -> write(
                        "insert into moved_tag_key (move_id, word_key, own) values (?1, ?2, false)",
                        TagKey.bytes(key)));
        call(fromId, said);
    }

    private void lose(String key) {
        int led = write(
                "delete from moved_tag_key where move_id = ?1 and own = false and word_key = ?2", TagKey.bytes(key));
        if (led > 0) {
            write("delete from moved_tag_lost where move_id = ?1 and word_key = ?2", TagKey.bytes(key));
            write("insert into moved_tag_lost (move_id, word_key) values (?1, ?2)", TagKey.bytes(key));
        }
    }

    private void call(UUID tagId, Saying said) {
        MovedTagLabel.<MovedTagLabel>list("moveId = ?1 and tagId = ?2 and language = ?3", moveId, tagId, said.language)
                .forEach(MovedTagLabel::delete);
        MovedTagLabel.flush();
        for (int i = 0; i < said.names.size(); i++) {
            new MovedTagLabel(
                            moveId,
                            new TagLabel(
                                    tagId, said.language, i, said.names.get(i).label()))
                    .persist();
        }
        MovedTagLabel.flush();
    }

    private int write(String sql, Object... further) {
        var statement = TagKey.getEntityManager().createNativeQuery(sql).setParameter(1, moveId);
        for (int i = 0; i < further.length; i++) {
            statement.setParameter(i + 2, further[i]);
        }
        return statement.executeUpdate();
    }
}
