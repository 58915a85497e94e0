package org.coterie.interests;

import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Iterator;

/**
 * How many people hold something in public, by the minute in which the last of it is over; until then they count, so that what
 * is kept is little.
 */
final class PublicPeople {

    private static final long MINUTE = 60_000_000;

    private final Long2IntOpenHashMap byEnd = new Long2IntOpenHashMap();
    private int count;

    /** For nobody who is counted it is over before. */
    private long next = Long.MAX_VALUE;

    int count() {
        return count;
    }

    private static long endOfMinute(long end) {
        return Math.floorDiv(end + MINUTE - 1, MINUTE) * MINUTE;
    }

    /** Whether it may be over for somebody who is still counted. */
    boolean isToBeSwept(long now) {
        return next <= now;
    }

    void add(long end) {
        long minute = endOfMinute(end);
        byEnd.addTo(minute, 1);
        next = Math.min(next, minute);
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

    /** Counts those no more for whom it is over; a step over the minutes, not over the people. */
    void sweep(long now) {
        next = Long.MAX_VALUE;
        for (Iterator<Long2IntMap.Entry> ends = byEnd.long2IntEntrySet().fastIterator(); ends.hasNext(); ) {
            Long2IntMap.Entry end = ends.next();
            if (end.getLongKey() <= now) {
                count -= end.getIntValue();
                ends.remove();
            } else {
                next = Math.min(next, end.getLongKey());
            }
        }
    }
}
