package org.coterie.events;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an event is on its way to a webhook. */
@Schema(
        name = "DeliveryState",
        description =
                "`PENDING`: it is tried, or tried again. `DELIVERED`: it was answered with a 2xx. `FAILED`: it was given"
                        + " up; replay it.")
enum DeliveryState {
    /** It is tried, or tried again. */
    PENDING,
    /** It has arrived. */
    DELIVERED,
    /** It was given up. */
    FAILED
}
