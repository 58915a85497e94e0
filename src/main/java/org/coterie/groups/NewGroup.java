package org.coterie.groups;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.coterie.people.Terms;
import org.coterie.problem.Checked;
import org.coterie.problem.Findings;
import org.coterie.problem.PlainLine;
import org.coterie.problem.Seen;
import org.coterie.tags.TagName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group that somebody begins by hand. */
@Schema(name = "NewGroup", description = "A group to begin by hand.")
record NewGroup(
        @Schema(description = "What to call it, in one line.", examples = "Menders of Elm Street", required = true)
        @NotNull
        @Size(min = 1, max = 120)
        @Pattern(regexp = PlainLine.PATTERN, message = PlainLine.MESSAGE)
        @Seen
        String name,

        @Schema(description = "What it is for.", required = true) @NotNull @Valid
        NewPurpose purpose,

        @Schema(
                description =
                        "It comes about when so many have joined; at most `maxSize`, and at most what your own `groupSize`"
                                + " allows. Where absent 3, or what is nearest to it within your own `groupSize`; `maxSize`"
                                + " where that is less.",
                examples = "3")
        @Nullable
        @Min(2)
        @Max(12)
        Integer minSize,

        @Schema(
                description =
                        "It never has more members than this; at least what your own `groupSize` asks. Where absent 8, or"
                                + " what is nearest to it within your own `groupSize`; `minSize` where that is more.",
                examples = "8")
        @Nullable
        @Min(2)
        @Max(12)
        Integer maxSize)
        implements Checked {

    private static final Terms.Company USUAL = new Terms.Company(3, 8);

    @Override
    public void check(Findings findings, Instant now) {
        List<String> tags = purpose == null || purpose.tags() == null ? List.of() : purpose.tags();
        for (int i = 0; i < tags.size(); i++) {
            findings.read("/purpose/tags/" + i, tags.get(i), TagName::of);
        }
    }

    /**
     * The smallest and the largest size. What is not said is what is usual and within the founder's own limits, and what is
     * said comes before both.
     */
    Terms.Company sizes(Terms.@Nullable Company own) {
        Terms.Company within = own == null ? USUAL : within(own);
        int least = maxSize == null ? within.least() : Math.min(within.least(), maxSize);
        int most = minSize == null ? within.most() : Math.max(within.most(), minSize);
        return new Terms.Company(Objects.requireNonNullElse(minSize, least), Objects.requireNonNullElse(maxSize, most));
    }

    private static Terms.Company within(Terms.Company own) {
        int least = Math.min(Math.max(USUAL.least(), own.least()), own.most());
        return new Terms.Company(least, Math.max(least, Math.min(USUAL.most(), own.most())));
    }
}
