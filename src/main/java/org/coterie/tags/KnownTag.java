package org.coterie.tags;

import java.util.UUID;

/**
 * A tag that somebody has used before.
 *
 * @param name the folded name by which clients know it: {@code repair-cafe}
 * @param label how people write it: {@code Repair Café}
 * @param named false as long as only people have written it who keep that to themselves
 */
public record KnownTag(UUID id, String name, String label, boolean named) {}
