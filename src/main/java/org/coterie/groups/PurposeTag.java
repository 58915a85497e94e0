package org.coterie.groups;

import java.util.UUID;

/**
 * A tag of a group's purpose.
 *
 * @param disclosed false where a member holds it for matching only: then only members who hold it read it
 */
public record PurposeTag(UUID tagId, boolean disclosed) {}
