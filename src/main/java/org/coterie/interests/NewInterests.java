package org.coterie.interests;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that somebody cares about. */
@Schema(name = "NewInterests", description = "All that you care about; what is not named is taken back.")
record NewInterests(
        @Schema(description = "At most 100; of two writings of one tag the later counts.", required = true)
        @NotNull
        @Size(max = Interests.MOST)
        List<@NotNull @Valid NewInterest> interests) {}
