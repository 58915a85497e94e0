package org.coterie.groups;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.coterie.language.Text;
import org.coterie.people.InCommon;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group that the reader is in, and how they stand to it. */
@Schema(name = "MyGroup", description = "A group that you are invited to or active in, and why.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MyGroupView(
        @Schema(description = "`INVITED` or `ACTIVE`.", examples = "INVITED")
        MembershipState state,

        @Schema(description = "Since when you have been invited or active.", examples = "2026-01-01T12:00:00Z")
        Instant since,

        @Schema(
                description =
                        "How well the purpose fitted you when you got this place, 0 to 1; absent where nobody computed it.",
                examples = "0.83")
        @Nullable
        Double affinity,

        @Schema(description = "The parts of the affinity.") List<ReasonView> because,

        @Schema(
                implementation = String.class,
                description = "Why you are in it, in a sentence.",
                examples = "You share Repair Café with this group.")
        Text sentence,

        @Schema(
                description =
                        "Which rules gave way so that nobody was left out, as far as it concerns you; absent where"
                                + " none did.")
        @Nullable
        List<LoosenedView> loosened,

        @Schema(description = "What all of you have in common beside the purpose.")
        InCommon inCommon,

        @Schema(
                description = "Who was active beside you and has left in the last 30 days, latest first, at most 100.",
                maxItems = MyGroupView.MOST_LEFT)
        List<DepartureView> left,

        @Schema(description = "The group.") GroupView group) {

    static final int MOST_LEFT = 100;

    public MyGroupView {
        affinity = ReasonView.roundedIfKnown(affinity);
    }

    static MyGroupView of(
            MemberRow member,
            @Nullable Double affinity,
            List<ReasonView> because,
            Text sentence,
            @Nullable List<LoosenedView> loosened,
            InCommon inCommon,
            List<DepartureView> left,
            GroupView group) {
        return new MyGroupView(
                member.state(), member.since(), affinity, because, sentence, loosened, inCommon, left, group);
    }
}
