package org.coterie.people;

import java.util.UUID;

/** Fired inside the transaction in which a person changes what they say about themselves, such as their languages. */
public record PersonChanged(UUID personId) {}
