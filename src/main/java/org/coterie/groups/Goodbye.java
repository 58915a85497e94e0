package org.coterie.groups;

import java.util.UUID;

/**
 * Somebody has said no to a group, or has left it.
 *
 * @param tagId one of those that the group was about
 * @param wasActive whether they had been in it
 */
public record Goodbye(UUID personId, UUID groupId, UUID tagId, boolean wasActive) {}
