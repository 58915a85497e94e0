package org.coterie.groups;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coterie.tags.KnownTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What members say right now of the tags they are here for. This room does not know what people care about; whoever does
 * answers.
 */
public interface Voices {

    /** Whether somebody shares, offers or seeks what a tag is about. */
    @Schema(
            name = "MemberStance",
            description =
                    "Whether a member shares what the tag is about (`SHARE`), offers it (`OFFER`) or seeks it (`SEEK`).")
    enum Direction {
        /** Cares about it. */
        SHARE,
        /** Can give it. */
        OFFER,
        /** Needs it. */
        SEEK
    }

    /** Who says it, and of which tag. */
    record Topic(UUID personId, UUID tagId) {}

    /**
     * What they say.
     *
     * @param why in their own words, at most 280 characters; null where they have not told
     * @param over whether they said it until a time that is over
     */
    record Voice(Direction direction, @Nullable String why, boolean over) {}

    /** The tags that this person holds, not privately: what fellow holders hold for matching only may be told to them. */
    Set<UUID> heldBy(UUID personId);

    /** These tags as this person may read them and nobody else: what nobody writes openly is called as they write it. */
    Map<UUID, KnownTag> asWrittenBy(UUID personId, Map<UUID, KnownTag> tags);

    /** What these people say of these tags; nothing for a tag that somebody does not hold, or holds privately. */
    Map<Topic, Voice> of(Collection<UUID> personIds, Collection<UUID> tagIds);
}
