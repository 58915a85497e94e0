package org.coterie.interests;

import it.unimi.dsi.fastutil.longs.Long2IntAVLTreeMap;

/**
 * How many people hold something in public, by the minute in which the last of it is over; until then they count, so that what
 * is kept is little.
 */
final class PublicPeople {

    private static final long MINUTE = 60_000_000;

    private final Long2IntAVLTreeMap byEnd = new Long2IntAVLTreeMap();
    private int count;

    int count() {
        return count;
    }

    private static long endOfMinute(long end) {
        return Math.floorDiv(end + MINUTE - 1, MINUTE) * MINUTE;
    }

    /** Whether it is over for somebody who is still counted. */
    boolean isToBeSwept(long now) {
        return !byEnd.isEmpty() && byEnd.firstLongKey() <= now;
    }

    void add(long end) {
        byEnd.addTo(endOfMinute(end), 1);
        count++;
    }

    /** Counts somebody no more, if they still are. */
    void remove(long end) {
        long minute = endOfMinute(end);
        int people = byEnd.get(minute);
        if (people > 1) {
            byEnd.put(minute, people - 1);
        } else {
            byEnd.remove(minute);
        }
        count -= people > 0 ? 1 : 0;
    }

    /** Counts those no more for whom it is over. */
    void sweep(long now) {
        while (isToBeSwept(now)) {
            count -= byEnd.remove(byEnd.firstLongKey());
        }
    }
}
