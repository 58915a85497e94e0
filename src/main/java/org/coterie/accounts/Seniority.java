package org.coterie.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Since when somebody is here, for limits that grow with it; answered by whichever room knows. */
public interface Seniority {

    /** When this person joined; empty for nobody. */
    Optional<Instant> joinedAt(UUID personId);
}
