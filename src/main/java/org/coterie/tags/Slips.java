package org.coterie.tags;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
     * The tags that a tag is a slip of, or that are slips of its name, and how sure that is.
     *
     * @param others of which it is asked, too, whether they are slips of another of its names
     */
    Map<UUID, Double> with(KnownTag tag, Collection<UUID> others) {
        Map<UUID, Double> slips = new HashMap<>();
        if (isKnown(tag)) {
            Stream.concat(others.stream(), of(TagName.of(tag.name())).stream().map(Near::id))
                    .distinct()
                    .flatMap(id -> tag(id).stream())
                    .forEach(other -> of(other).stream()
                            .filter(near -> near.id().equals(tag.id()))
                            .forEach(near -> slips.merge(other.id(), near.confidence(), Math::max)));
        } else {
            of(tag).forEach(near -> slips.merge(near.id(), near.confidence(), Math::max));
        }
        return slips;
    }

    private Optional<KnownTag> tag(UUID id) {
        return Optional.ofNullable(names.of(id)).map(LiveNames.Told::tag);
    }

    /** Whether so many hold a tag that one fewer would not make it a known word. */
    boolean isOnlyJustKnown(KnownTag tag) {
        return !tag.common() && holders(tag) == FEWEST_KNOWING;
    }

    private boolean isKnown(KnownTag tag) {
        return tag.common() || holders(tag) >= FEWEST_KNOWING;
    }

    private long holders(KnownTag tag) {
        return holders.holders(Set.of(tag.id())).getOrDefault(tag.id(), 0L);
    }
}
