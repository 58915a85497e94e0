package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.groups.Voices;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.interests.Stance;
import org.coterie.tags.KnownTag;

/** Lets members speak of what brought them together: what they say of it now, gone as soon as they take it back. */
@ApplicationScoped
class MemberVoices implements Voices {

    private final Interests interests;

    MemberVoices(Interests interests) {
        this.interests = interests;
    }

    @Override
    public Map<Topic, Voice> of(Collection<UUID> personIds, Collection<UUID> tagIds) {
        return interests.statementsUntilNow(personIds, tagIds).stream()
                .collect(Collectors.toMap(
                        said -> new Topic(said.personId(), said.tagId()),
                        said -> new Voice(direction(said.stance()), said.why(), said.over())));
    }

    @Override
    public Set<UUID> heldBy(UUID personId) {
        return interests.of(List.of(personId)).stream().map(Holding::tagId).collect(Collectors.toSet());
    }

    @Override
    public Map<UUID, KnownTag> asWrittenBy(UUID personId, Map<UUID, KnownTag> tags) {
        return interests.asWrittenBy(personId, tags);
    }

    private static Direction direction(Stance stance) {
        return switch (stance) {
            case SHARE -> Direction.SHARE;
            case OFFER -> Direction.OFFER;
            case SEEK -> Direction.SEEK;
        };
    }
}
