package org.coterie.safety;

import java.util.UUID;

/** Fired inside the transaction in which a person takes a block back: they may meet somebody again. */
public record BlockLifted(UUID personId) {}
