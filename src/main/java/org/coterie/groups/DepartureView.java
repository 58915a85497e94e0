package org.coterie.groups;

import java.time.Instant;
import java.util.UUID;
import org.coterie.people.PersonView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who was a member beside the reader and has left. */
@Schema(name = "Departure", description = "Somebody who was active beside you and has left.")
record DepartureView(
        @Schema(description = "The person's id.", examples = "c3a7e9d2-1f5b-4c84-b6e0-8d2f4a9c7b13")
        UUID personId,

        @Schema(description = "The name that is theirs alone.", examples = "hedy")
        String handle,

        @Schema(description = "The name they show.", examples = "Hedy")
        String displayName,

        @Schema(description = "When they left.", examples = "2026-01-01T12:00:00Z")
        Instant leftAt) {

    static DepartureView of(PersonView person, MemberRow membership) {
        return new DepartureView(person.id(), person.handle(), person.displayName(), membership.since());
    }
}
