package org.coterie.synonyms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** When people who hold two tags have agreed that they are one. What is asked is asked of the holders of either tag. */
@ConfigMapping(prefix = "coterie.synonyms")
interface SynonymsConfig {

    /**
     * So many public holders have to agree, 1 to 1000; all of them where they are fewer, but not of a tag that everybody
     * knows: it takes so many in any case, or the operator.
     */
    @WithDefault("3")
    @Min(1)
    @Max(1_000)
    int leastAgreeing();

    /** At least this share of the public holders has to agree, 0 to 1: a few do not decide for thousands. */
    @WithDefault("0.05")
    @DecimalMin("0")
    @DecimalMax("1")
    double leastShare();

    /** So many have to agree for each one who does not, 0 to 100: with 2, at most a third of those who speak disagrees. */
    @WithDefault("2")
    @Min(0)
    @Max(100)
    int agreeingForEachWhoDoesNot();

    /** After this time a proposal that has not been agreed on is over. */
    @WithDefault("P30D")
    @DurationMin
    Duration proposalLasts();

    /** So long the operator can undo it, and so long what was before is kept. */
    @WithDefault("P30D")
    @DurationMin
    Duration undoWithin();
}
