package org.coterie.people;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many people, told in a way that points at nobody: a number, or that they are fewer than three. */
@Schema(
        name = "HolderCount",
        description = "How many people: a number from 3 on; below that `<3`, for so few could be told apart.",
        examples = "12")
public record HolderCount(@JsonValue Object told) {

    /** A smaller number is not told. */
    public static final int FEWEST_TOLD = 3;

    /** Tells a number where it is none of a few. */
    public static HolderCount of(long people) {
        return new HolderCount(people < FEWEST_TOLD ? "<" + FEWEST_TOLD : people);
    }
}
