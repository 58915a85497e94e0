package org.coterie.groups;

import java.util.UUID;

/**
 * Fired inside the transaction in which somebody took a place that nobody had proposed to them: they founded the group
 * or took an open place, or somebody who did brought them along. Whoever knows why it suits them may tell by {@link Explanations#explain}.
 */
public record PlaceTaken(UUID groupId, UUID personId) {}
