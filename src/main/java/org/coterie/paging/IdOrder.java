package org.coterie.paging;

import java.util.UUID;

/** The order of ids. */
public final class IdOrder {

    private IdOrder() {}

    /** Compares two as both databases order them: byte by byte, unlike {@link UUID#compareTo}. */
    public static int compare(UUID one, UUID other) {
        int first = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return first != 0
                ? first
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
