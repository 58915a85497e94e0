package org.coterie.problem;

import java.time.Instant;

/** A body that tells itself what is wrong with it, beyond what its constraints say. */
public interface Checked {

    /**
     * Adds what is wrong. What breaks a constraint is found besides, so that anything here may be missing.
     *
     * @param now when it was sent
     */
    void check(Findings findings, Instant now);
}
