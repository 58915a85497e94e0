package org.coterie.live;

import java.util.UUID;

/** Something with an id, which it holds without an object of its own; by {@code new Identified(id)} it is found in a set. */
public class Identified {

    private final long high;
    private final long low;

    /** Something with this id. */
    public Identified(UUID id) {
        high = id.getMostSignificantBits();
        low = id.getLeastSignificantBits();
    }

    /** Its id. */
    public final UUID id() {
        return new UUID(high, low);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Identified that && high == that.high && low == that.low;
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(high ^ low);
    }
}
