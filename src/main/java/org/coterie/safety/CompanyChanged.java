package org.coterie.safety;

import java.util.List;
import java.util.UUID;

/**
 * Fired inside the transaction after which some people may meet, or come together with, others than before.
 *
 * @param people whoever said so first: what one of them finds by it may be taken from another
 */
public record CompanyChanged(List<UUID> people) {

    public CompanyChanged {
        people = List.copyOf(people);
    }
}
