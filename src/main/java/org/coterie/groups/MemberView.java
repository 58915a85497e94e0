package org.coterie.groups;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coterie.freshness.Beside;
import org.coterie.language.Text;
import org.coterie.people.PersonView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member of a group as fellow members see them. */
@Schema(name = "Member", description = "Somebody who is invited to a group or active in it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberView(
        @Schema(description = "The person's id.", examples = "7c9e6679-7425-40de-944b-e07fc1f90ae7")
        UUID personId,

        @Schema(description = "The name that is theirs alone.", examples = "ada") @Beside
        String handle,

        @Schema(description = "The name they show.", examples = "Ada") @Beside
        String displayName,

        @Schema(description = "`INVITED` or `ACTIVE`.", examples = "ACTIVE")
        MembershipState state,

        @Schema(
                description = "How well the purpose fits them, 0 to 1, as far as you may see the reasons; absent where"
                        + " you see none.",
                examples = "0.83")
        @Beside
        @Nullable
        Double affinity,

        @Schema(description = "The parts of the affinity; absent in lists of groups.") @Beside @Nullable
        List<ReasonView> because,

        @Schema(
                implementation = String.class,
                description = "Why they are here, in a sentence; absent in lists of groups.",
                examples = "Ada shares Repair Café with this group.")
        @Beside
        @Nullable
        Text sentence,

        @Schema(
                description =
                        "Which rules gave way so that nobody was left out; told to nobody but the member, and absent"
                                + " where none did.")
        @Beside
        @Nullable
        List<LoosenedView> loosened,

        @Schema(
                description = "Since when they have been invited or active; absent in lists of groups.",
                examples = "2026-01-01T12:00:00Z")
        @Nullable
        Instant since) {

    public MemberView {
        affinity = ReasonView.roundedIfKnown(affinity);
    }

    /** With reasons, for fellow members. */
    static MemberView of(
            PersonView person,
            MemberRow member,
            @Nullable Double affinity,
            List<ReasonView> because,
            Text sentence,
            @Nullable List<LoosenedView> loosened) {
        return new MemberView(
                person.id(),
                person.handle(),
                person.displayName(),
                member.state(),
                affinity,
                because,
                sentence,
                loosened,
                member.since());
    }

    /** Without reasons, for lists of groups. */
    static MemberView inBrief(PersonView person, MemberRow member, @Nullable Double affinity) {
        return new MemberView(
                person.id(), person.handle(), person.displayName(), member.state(), affinity, null, null, null, null);
    }
}
