package org.coterie.interests;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.coterie.problem.Checked;
import org.coterie.problem.Findings;
import org.coterie.tags.TagName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that somebody cares about. */
@Schema(name = "NewInterests", description = "All that you care about; what is not named is taken back.")
record NewInterests(
        @Schema(description = "At most 100; of two writings of one tag the later counts.", required = true)
        @NotNull
        @Size(max = Interests.MOST)
        List<@NotNull @Valid NewInterest> interests)
        implements Checked {

    @Override
    public void check(Findings findings, Instant now) {
        List<NewInterest> all = Objects.requireNonNullElse(interests, List.of());
        for (int i = 0; i < all.size(); i++) {
            NewInterest one = all.get(i);
            if (one != null) {
                String pointer = "/interests/" + i;
                findings.add(Declaration.of(one).faults(pointer));
                findings.read(pointer + "/tag", one.tag(), TagName::of);
            }
        }
    }
}
