package org.coterie.transfer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an import is. */
@Schema(
        name = "ImportState",
        description =
                "How far it is. An import is `QUEUED` before its file arrives, `RUNNING` while it does, `SUCCEEDED` when all of it was read, `CANCELLED` where it was ended, and `FAILED` where the file broke off, or, some five minutes later, where Coterie or its database stopped: what was counted until then is stored.")
enum ImportState {
    /** Waits for its turn. */
    QUEUED,
    /** The file is being read. */
    RUNNING,
    /** The file was read to its end. */
    SUCCEEDED,
    /** The file broke off, or its reader did. */
    FAILED,
    /** Somebody ended it. */
    CANCELLED;

    boolean isFinished() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }
}
