package org.coterie.formation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How groups form where a request does not say otherwise, and where nobody asked: when a third person appears. */
@ConfigMapping(prefix = "coterie.formation")
interface FormationConfig {

    /** The fewest people in a group, 2 to 12. */
    @WithDefault("3")
    @Min(2)
    @Max(12)
    int minSize();

    /** The most people in a group, up to 12. */
    @WithDefault("8")
    @Min(2)
    @Max(12)
    int maxSize();

    /** The most groups one person is placed in, 1 to 5. */
    @WithDefault("2")
    @Min(1)
    @Max(5)
    int groupsPerPerson();

    /** The fewest hours of a week in which all members of a group whose time is known are free, 0 to 168. */
    @WithDefault("1")
    @Min(0)
    @Max(168)
    int commonHours();

    /** No setting: whether the others go together. */
    @AssertTrue(message = "max-size must not be less than min-size")
    default boolean isInOrder() {
        return minSize() <= maxSize();
    }
}
