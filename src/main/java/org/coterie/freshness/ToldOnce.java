package org.coterie.freshness;

import org.jspecify.annotations.Nullable;

/** An answer to a change that is not quite what a GET answers then. */
public interface ToldOnce {

    /** What a GET answers of it; null where none does. */
    @Nullable
    Object asRead();
}
