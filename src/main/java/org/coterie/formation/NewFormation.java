package org.coterie.formation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a formation is asked for. */
@Schema(name = "NewFormation", description = "What a formation is asked for; everything has a default.")
public record NewFormation(
        @Schema(
                description = "The fewest people in a group; where absent 3, or `maxSize` where that is less.",
                examples = "3")
        @Nullable
        @Min(2)
        @Max(12)
        Integer minSize,

        @Schema(
                description =
                        "The most people in a group, not below `minSize`; where absent 8, or `minSize` where that is more.",
                examples = "8")
        @Nullable
        @Min(2)
        @Max(12)
        Integer maxSize,

        @Schema(description = "The most groups one person is placed in; 2 where absent.", examples = "2")
        @Nullable
        @Min(1)
        @Max(5)
        Integer groupsPerPerson,

        @Schema(
                description = "Decides between what is equally good: the same people and seed give the same groups."
                        + " 1 where absent.",
                examples = "1")
        @Nullable
        Long seed,

        @Schema(
                description =
                        "The fewest hours of a week that all members of a group have free in common, as far as they"
                                + " said when they are; with 0 their hours do not matter; 1 where absent. Into a group that somebody"
                                + " has joined nobody comes who leaves it fewer than it was made with.",
                examples = "1")
        @Nullable
        @Min(0)
        @Max(168)
        Integer commonHours,

        @Schema(
                description =
                        "Whether proposals that nobody has answered go on where they still fit, with those who still"
                                + " fit: as few people as possible are moved, and the formation tells how many, and why. Where"
                                + " false they are withdrawn, and groups are found as if there had been none of them; false where"
                                + " absent.",
                examples = "false")
        @Nullable
        Boolean keepProposals,

        @Schema(
                description = "Whether those come first who care about something and are in no group since the last"
                        + " formation, before others who would fit better: the longer, the sooner. With `keepProposals` they"
                        + " come first to what places there are, and who sits in a proposal keeps theirs. Then the outcome depends on"
                        + " the formations before. False where absent.",
                examples = "false")
        @Nullable
        Boolean leftOutFirst,

        @Schema(
                description =
                        "Whether people who have been active in one group, be it over, are kept apart in new groups."
                                + " Whoever would be left out by that is put together again with those they met longest ago, and"
                                + " told so. Then the outcome depends on the groups before. Where it is false, or absent, this is done for"
                                + " those who wish it themselves (`matching.newCompany`).",
                examples = "false")
        @Nullable
        Boolean newCompany,

        @Schema(
                description =
                        "Whether tags that mean nearly the same count in part for each other: who says `biking` comes"
                                + " into a group about `cycling`, and is told so. Where absent, as the server is set; it does by default.",
                examples = "true")
        @Nullable
        Boolean nearTags,

        @Schema(
                description = "Only tell what would come out, and change nothing; false where absent.",
                examples = "false")
        @Nullable
        Boolean dryRun) {}
