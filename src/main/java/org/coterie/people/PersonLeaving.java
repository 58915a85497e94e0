package org.coterie.people;

import java.util.UUID;

/** Fired inside the transaction that deletes a person, before their rows go: the last moment to let go of them. */
public record PersonLeaving(UUID personId) {}
