package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagMoves;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;

/** Keeps what people say of each of two tags that have become one, by its names, for when they are two again. */
@ApplicationScoped
class SaidOfEach {

    private final Fading fading;
    private final TagMoves moves;
    private final Tags tags;

    SaidOfEach(InterestsConfig config, TagMoves moves, Tags tags) {
        this.fading = new Fading(config.halfLife());
        this.moves = moves;
        this.tags = tags;
    }

    /**
     * Who says it by the name of another tag that it has become one with goes on to hold what they said, when they are two again.
     *
     * @param written how they say it from now on
     */
    void keep(Interest before, String written) {
        moves.partOf(before.tagId, TagName.of(before.label), TagName.of(written))
                .ifPresent(part -> {
                    var was = new Interest(before.personId, part.tagId());
                    was.take(before);
                    MovedInterest.keepWhatWasSaid(part.move(), was, fading);
                });
    }

    /** What somebody says only now, but as of before two tags became one, is not told by its time from what they held then. */
    void keepEarlier(Interest said) {
        for (TagMove move : moves.wayOf(said.tagId, TagName.of(said.label))) {
            if (said.expressedAt.isBefore(move.mergedAt())) {
                var was = new Interest(said.personId, move.from());
                was.take(said);
                MovedInterest.keepWhereNone(move, was);
            }
        }
    }

    /** What somebody held of what they say, by the keys of the names by which they say it. */
    Map<String, MovedInterest.Was> before(UUID personId, Set<TagName> said) {
        return MovedInterest.byName(personId, said.stream().map(TagName::key).collect(Collectors.toSet()), tags);
    }

    /**
     * As it is said of each of two tags that have become one, which it is again when they are two.
     *
     * @param counting what it is where these are names of one tag
     */
    Interest join(Interest counting, Map<TagName, Interest> said) {
        boolean two = said.keySet().stream()
                .anyMatch(name -> said.keySet().stream().anyMatch(other -> moves.wereTwo(name, other)));
        return two ? moves.join(counting.tagId, said, this::asOne) : counting;
    }

    private Interest asOne(TagMove move, Interest gone, Interest stayed) {
        var going = new Interest(gone.personId, move.from());
        going.take(gone);
        var staying = new Interest(stayed.personId, move.to());
        staying.take(stayed);
        MovedInterest.keep(move, going);
        MovedInterest.keep(move, staying);
        return new Twice(move.mergedAt(), fading).one(going, staying);
    }
}
