package org.coterie.interests;

import java.util.UUID;

/**
 * An interest that matches right now.
 *
 * @param strengthNow what is left of its weight, above 0 up to 1
 * @param matchOnly whether it is never counted, and shown to fellow holders only
 */
public record Holding(UUID personId, UUID tagId, Stance stance, double strengthNow, boolean matchOnly) {}
