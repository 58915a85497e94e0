package org.coterie.tags;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator decides about words. */
@ConfigMapping(prefix = "coterie.vocabulary")
interface TagsConfig {

    /** Whether an installation begins with the words that come with Coterie. */
    @WithDefault("true")
    boolean enabled();
}
