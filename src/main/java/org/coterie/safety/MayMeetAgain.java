package org.coterie.safety;

import java.util.UUID;

/** Fired inside the transaction in which a person takes back that they are kept apart from somebody. */
public record MayMeetAgain(UUID personId) {}
