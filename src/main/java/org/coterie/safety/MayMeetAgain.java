package org.coterie.safety;

import java.util.UUID;

/** Fired inside the transaction after which a person may meet somebody whom they could not meet before, or without another. */
public record MayMeetAgain(UUID personId) {}
