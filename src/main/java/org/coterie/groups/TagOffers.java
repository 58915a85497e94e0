package org.coterie.groups;

import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import java.util.Arrays;
import java.util.UUID;
import org.coterie.live.Numbered;
import org.coterie.paging.IdOrder;

/** A tag and the numbers of the groups with room that are about it, in the order of their ids. */
final class TagOffers {

    private final PurposeTag told;
    private final PurposeTag untold;
    private final Numbered<SeatedGroup> groups;
    private int[] offered = new int[1];
    private int count;

    TagOffers(UUID id, Numbered<SeatedGroup> groups) {
        this.groups = groups;
        told = new PurposeTag(id, true);
        untold = new PurposeTag(id, false);
    }

    /** This tag as a part of a purpose. */
    PurposeTag stated(boolean disclosed) {
        return disclosed ? told : untold;
    }

    void offer(SeatedGroup group) {
        if (count == offered.length) {
            offered = Arrays.copyOf(offered, count + (count >> 1) + 1);
        }
        int at = placeOf(group);
        System.arraycopy(offered, at, offered, at + 1, count - at);
        offered[at] = group.number();
        count++;
    }

    void withdraw(SeatedGroup group) {
        int at = placeOf(group);
        count--;
        System.arraycopy(offered, at + 1, offered, at, count - at);
    }

    /** Counts one more for each of these groups, the latest first, until so many groups are counted. */
    void countInto(Int2IntLinkedOpenHashMap shared, int most) {
        for (int at = count - 1; at >= 0 && shared.size() < most; at--) {
            shared.addTo(offered[at], 1);
        }
    }

    /** Where a group is, or where it belongs. */
    private int placeOf(SeatedGroup group) {
        int from = 0;
        int to = count;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (IdOrder.compare(
                            groups.get(offered[middle]).shown().id(),
                            group.shown().id())
                    < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
