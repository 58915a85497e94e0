package org.coterie.interests;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with a reason. */
@Schema(
        description =
                "`WRONG`: this is not what you care about; it is no interest of yours any more, and not offered to you again. `LESS`: you do care, but not that much; it counts as little as an interest can.")
enum Verdict {
    /** They do not care about it. */
    WRONG,
    /** They care less. */
    LESS
}
