package org.coterie.interests;

import java.util.UUID;

/** Fired inside the transaction in which a person changes what they care about. */
public record InterestsChanged(UUID personId) {}
