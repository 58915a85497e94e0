package org.coterie.groups;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coterie.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group as one reader sees it. */
@Schema(name = "Group", description = "A few people with a purpose.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupView(
        @Schema(description = "The group's id.", examples = "0192f1c0-5b7e-7c3a-9b1d-2f4e6a8c0b1d")
        UUID id,

        @Schema(description = "Where it is in its life.", examples = "PROPOSED")
        GroupState state,

        @Schema(description = "Why it is over; absent while it is not.", examples = "EMPTY") @Nullable
        ClosedBecause closedBecause,

        @Schema(
                implementation = String.class,
                description = "What it is called.",
                maxLength = GroupView.LONGEST_NAME,
                examples = "Repair Café and Soldering")
        Text name,

        @Schema(description = "What it is for.") PurposeView purpose,

        @Schema(
                description =
                        "It comes about when so many have accepted: for a proposal as many as were asked for or, if that is more, as"
                                + " somebody in it wants at least. Where they come to want that later, it counts as far as so"
                                + " many are in it.",
                examples = "3")
        int minSize,

        @Schema(description = "It never has more members than this.", examples = "8")
        int maxSize,

        @Schema(description = "Places taken: who is invited or active.", examples = "5")
        int memberCount,

        @Schema(description = "Of these, who is active.", examples = "2")
        int activeCount,

        @Schema(
                description =
                        "Places that can be taken without an invitation, by whoever suits everybody there and, where"
                                + " they seek what the group is about, finds somebody who offers it; as long as it is `PROPOSED`,"
                                + " so has to do everybody there. They need not hold any tag of it."
                                + " Nobody suits them as long as somebody there wants to be no more people than there are.",
                examples = "3")
        int openPlaces,

        @Schema(
                description = "The mean affinity of those it was proposed to, 0 to 1; absent where nobody computed it.",
                examples = "0.58")
        @Nullable
        Double cohesion,

        @Schema(
                description = "The formation it came from; absent where it came from elsewhere.",
                examples = "0192f1c0-1a2b-7c3d-8e4f-5a6b7c8d9e0f")
        @Nullable
        UUID formationId,

        @Schema(description = "When it was proposed or founded.", examples = "2026-01-01T12:00:00Z")
        Instant createdAt,

        @Schema(
                description =
                        "Who is invited or active; absent without `expand=members`, and for all but the operator and members.",
                examples = """
                        [{"personId": "7c9e6679-7425-40de-944b-e07fc1f90ae7", "handle": "ada", "displayName": "Ada", "state": "ACTIVE", "affinity": 0.83}]""")
        @Nullable
        List<MemberView> members) {

    /** As long as one of its own may be, or two labels of tags, of which folding leaves out signs. */
    public static final int LONGEST_NAME = 600;

    public GroupView {
        cohesion = ReasonView.roundedIfKnown(cohesion);
    }
}
