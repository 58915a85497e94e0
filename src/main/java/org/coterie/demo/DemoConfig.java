package org.coterie.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Whether fictional people move in at the start. */
@ConfigMapping(prefix = "coterie.demo")
interface DemoConfig {

    /** On, an empty installation is filled with fictional people and forms their groups. */
    @WithDefault("false")
    boolean enabled();

    /** The same seed makes the same people. */
    @WithDefault("17")
    long seed();

    /** How many people move in. */
    @WithDefault("480")
    @Min(400)
    int people();
}
