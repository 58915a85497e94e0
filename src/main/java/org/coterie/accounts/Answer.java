package org.coterie.accounts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request was answered, as it is given again: the status, what its header says, the body. */
record Answer(
        int status, Map<String, String> headers, @Nullable String json) {}
