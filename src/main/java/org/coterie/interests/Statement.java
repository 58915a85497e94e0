package org.coterie.interests;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a tag right now.
 *
 * @param why why they care, in their own words; null where they have not told
 */
public record Statement(
        UUID personId, UUID tagId, Stance stance, @Nullable String why) {}
