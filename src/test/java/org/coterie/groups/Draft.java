package org.coterie.groups;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.Door.Somebody;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;

/** A proposal in the making, as a formation would make it. */
final class Draft {

    private final UUID id = UuidCreator.getTimeOrderedEpoch();
    private final List<PurposeTag> purpose = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final Tags tags;
    private int minSize = 3;
    private int maxSize = 8;

    Draft(Tags tags) {
        this.tags = tags;
    }

    UUID id() {
        return id;
    }

    String path() {
        return "/v1/groups/" + id;
    }

    Draft sized(int min, int max) {
        minSize = min;
        maxSize = max;
        return this;
    }

    Draft about(String... names) {
        Stream.of(names).forEach(name -> purpose.add(new PurposeTag(idOf(name), true)));
        return this;
    }

    /** A tag that somebody in it holds for matching only. */
    Draft secretlyAbout(String name) {
        purpose.add(new PurposeTag(idOf(name), false));
        return this;
    }

    /** Invites somebody because of these tags, which contribute equally to an affinity of 0.8. */
    Draft inviting(Somebody somebody, String... because) {
        seats.add(new Seat(
                UUID.fromString(somebody.id()),
                because.length == 0 ? 0 : 0.8,
                Stream.of(because)
                        .map(name -> new Reason(idOf(name), 0.8 / because.length, 12))
                        .toList()));
        return this;
    }

    Proposal proposal() {
        return new Proposal(id, null, purpose, minSize, minSize, maxSize, 0.58, seats);
    }

    UUID idOf(String name) {
        TagName folded = TagName.of(name);
        return Objects.requireNonNull(tags.resolve(List.of(folded)).get(folded.name()))
                .id();
    }
}
