package org.coterie.tags;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coterie.meaning.NearIndex.Near;
import org.coterie.meaning.Nearness;

/**
 * What may have been meant by a word that is a slip: one that nobody uses, or a tag that hardly anybody holds. How sure that is
 * must not depend on people who may be hidden. From memory, see {@link org.coterie.live.Live#catchUp}.
 */
@ApplicationScoped
class Slips {

    private static final int MOST_MISTYPED = 200;

    /** A tag that fewer hold openly is no known word yet, unless it came along. */
    private static final int FEWEST_KNOWING = 3;

    private static final int MOST_KEPT = 10;

    private final PublicHolders holders;
    private final LiveNames names;

    Slips(PublicHolders holders, LiveNames names) {
        this.holders = holders;
        this.names = names;
    }

    /** What a word that leads to no tag may have meant. */
    List<Near> of(TagName written) {
        return names.index().almost(written.key(), MOST_MISTYPED).entrySet().stream()
                .flatMap(almost -> names.index().find(almost.getKey()).stream()
                        .map(name -> new Near(
                                name.tagId(),
                                name.words(),
                                Nearness.bySlip(written.name(), name.words(), almost.getValue()))))
                .filter(near -> near.confidence() > 0)
                .toList();
    }

    /** What a tag may have meant that hardly anybody holds: tags that are well known; nothing for another tag. */
    List<Near> of(KnownTag tag) {
        List<Near> meant = isKnown(tag) ? List.of() : of(TagName.of(tag.name()));
        return meant.stream()
                .filter(near -> tag(near.id()).filter(this::isKnown).isPresent())
                .toList();
    }

    /**
     * What a tag may have meant if it is a slip, and which others may be slips of it, and how sure that is; as long as they
     * {@link #count}.
     *
     * @param others of which it is asked whether they are slips of any of its names
     */
    Map<UUID, Double> with(KnownTag tag, Collection<UUID> others) {
        Map<UUID, Double> slips = new HashMap<>();
        if (!tag.common()) {
            of(TagName.of(tag.name())).stream()
                    .filter(near -> !near.id().equals(tag.id()))
                    .limit(MOST_KEPT)
                    .forEach(near -> slips.merge(near.id(), near.confidence(), Math::max));
        }
        others.stream()
                .flatMap(id -> tag(id).stream())
                .filter(other -> !other.common())
                .forEach(other -> of(TagName.of(other.name())).stream()
                        .filter(near -> near.id().equals(tag.id()))
                        .forEach(near -> slips.merge(other.id(), near.confidence(), Math::max)));
        return slips;
    }

    /** Whether one of two tags is a known word and the other is none, so that it can be a slip. */
    boolean count(UUID one, UUID other) {
        return tag(one).filter(this::isKnown).isPresent()
                != tag(other).filter(this::isKnown).isPresent();
    }

    private Optional<KnownTag> tag(UUID id) {
        return Optional.ofNullable(names.of(id)).map(LiveNames.Told::tag);
    }

    private boolean isKnown(KnownTag tag) {
        return tag.common() || holders.holders(Set.of(tag.id())).getOrDefault(tag.id(), 0L) >= FEWEST_KNOWING;
    }
}
