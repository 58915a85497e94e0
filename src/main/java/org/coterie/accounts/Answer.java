package org.coterie.accounts;

import org.jspecify.annotations.Nullable;

/** What a request was answered, as it is given again: the status, where the thing is found, the body. */
record Answer(
        int status, @Nullable String location, @Nullable String json) {}
