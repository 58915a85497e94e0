package org.coterie.groups;

import java.util.UUID;

/**
 * One part of why a person fits a purpose.
 *
 * @param contribution its part of the affinity
 * @param holders how many people held the tag publicly when it was computed
 */
public record Reason(UUID tagId, double contribution, long holders) {}
