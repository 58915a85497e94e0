package org.coterie.formation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** Whether tags that mean nearly the same count in part for each other. */
@ConfigMapping(prefix = "coterie.matching")
interface MatchingConfig {

    /** Whether they do where a request does not say otherwise, and wherever nobody asked. */
    @WithDefault("true")
    boolean meaning();

    /** How sure it must be that two tags mean nearly the same, 0.5 to 1. */
    @WithDefault("0.8")
    @DecimalMin("0.5")
    @DecimalMax("1")
    double nearThreshold();
}
