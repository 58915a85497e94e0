package org.coterie.meaning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Whether a model tells what words mean. */
@ConfigMapping(prefix = "coterie.meaning")
interface MeaningConfig {

    /** Off, the model is not loaded, and no two names are near by what they mean. It knows English only. */
    @WithParentName
    @WithDefault("on")
    boolean on();
}
