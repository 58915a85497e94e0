package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.coterie.people.People;
import org.coterie.tags.TagMoves;

/** Holds people still while what they care about is changed. */
@ApplicationScoped
class StillPeople {

    private final TagMoves moves;
    private final People people;

    StillPeople(TagMoves moves, People people) {
        this.moves = moves;
        this.people = people;
    }

    /**
     * Until the current transaction ends nobody else changes what this person cares about, and it stands under the tags that
     * names lead to now.
     */
    void hold(UUID personId) {
        people.holdStill(personId);
        moves.settle(List.of(personId));
    }
}
