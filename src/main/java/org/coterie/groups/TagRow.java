package org.coterie.groups;

import java.util.UUID;

/** A tag of a group's purpose as it is read for showing. */
record TagRow(UUID groupId, UUID tagId, boolean disclosed) {}
