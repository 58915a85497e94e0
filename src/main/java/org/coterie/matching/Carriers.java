package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Step 3: everybody who carries enough of a purpose. Who carries none of the purpose's rarest tags cannot reach the rest
 * of the way with the common ones, so only the holders of those are looked at.
 */
final class Carriers {

    private static final int NOBODY = Integer.MAX_VALUE;

    /** Reading a holder in order costs so much less than looking one up. */
    private static final int REST = 4;

    /** Most purposes have no more carriers. */
    private static final int FEW = 16;

    private final Index index;

    Carriers(Index index) {
        this.index = index;
    }

    /** All who are admitted to the purpose, whose tags are ascending, and may be in a group at all. */
    IntArrayList of(int[] purpose) {
        if (IntStream.of(purpose).anyMatch(index.near::isNear)) {
            return inPart(purpose);
        }
        var carriers = new IntArrayList(FEW);
        int admitted = admitted(index, purpose);
        if (index.people < effort(index, purpose)) {
            for (int p = 0; p < index.people; p++) {
                int carried = index.held(p, purpose, 0, purpose.length);
                if ((admitted >> carried & 1) != 0 && index.room[p] > 0) {
                    carriers.add(p);
                }
            }
            return carriers;
        }
        int prefix = prefix(index, purpose);
        if (restIsShort(purpose, prefix)) {
            merge(purpose, admitted, carriers);
            return carriers;
        }
        for (int i = 0; i < prefix; i++) {
            for (int h = index.holderStart[purpose[i]]; h < index.holderStart[purpose[i] + 1]; h++) {
                int person = index.holder[h];
                if (index.room[person] > 0) {
                    int carried = index.held(person, purpose, 0, purpose.length);
                    if (Integer.numberOfTrailingZeros(carried) == i && (admitted >> carried & 1) != 0) {
                        carriers.add(person);
                    }
                }
            }
        }
        return carriers;
    }

    /** All who are admitted to a purpose of which some tag has near ones. */
    private IntArrayList inPart(int[] purpose) {
        var carriers = new IntArrayList();
        if (index.people < effort(index, purpose)) {
            for (int p = 0; p < index.people; p++) {
                if (index.room[p] > 0 && isAdmitted(p, purpose)) {
                    carriers.add(p);
                }
            }
            return carriers;
        }
        int prefix = prefix(index, purpose);
        if (restIsShort(purpose, prefix)) {
            mergeInPart(purpose, carriers);
            return carriers;
        }
        for (int i = prefix - 1; i >= 0; i--) {
            addHolders(purpose, i, purpose[i], carriers);
            for (int n = index.near.from(purpose[i]); n < index.near.to(purpose[i]); n++) {
                addHolders(purpose, i, index.near.near(n), carriers);
            }
        }
        return carriers;
    }

    /** Reads the holders of all tags, and of those near to them, one after the other, and puts them in order. */
    private void mergeInPart(int[] purpose, IntArrayList carriers) {
        var carried = new LongArrayList();
        for (int i = 0; i < purpose.length; i++) {
            note(purpose[i], i, Shares.WHOLE, carried);
            for (int n = index.near.from(purpose[i]); n < index.near.to(purpose[i]); n++) {
                if (index.near.answered(index.near.near(n), purpose, 0, purpose.length) == i) {
                    noteNear(n, purpose[i], i, carried);
                }
            }
        }
        long[] sorted = carried.elements();
        Arrays.sort(sorted, 0, carried.size());
        for (int c = 0; c < carried.size(); ) {
            int person = (int) (sorted[c] >>> 32);
            long shares = 0;
            for (int last = -1; c < carried.size() && (int) (sorted[c] >>> 32) == person; c++) {
                // of one tag the most comes first
                int i = (int) (sorted[c] >> 16) & 0xff;
                shares = i == last ? shares : Shares.with(shares, i, Shares.WHOLE - (int) (sorted[c] & 0xffff));
                last = i;
            }
            if (index.room[person] > 0 && index.admits(shares, purpose, 0, purpose.length)) {
                carriers.add(person);
            }
        }
    }

    private void noteNear(int n, int wanted, int i, LongArrayList carried) {
        int tag = index.near.near(n);
        for (int h = index.holderStart[tag]; h < index.holderStart[tag + 1]; h++) {
            if (!index.isSilent(index.holder[h], tag, wanted)) {
                carried.add(carries(index.holder[h], i, index.near.thousandths(n)));
            }
        }
    }

    private static long carries(int person, int i, int thousandths) {
        return ((long) person << 32) | ((long) i << 16) | (Shares.WHOLE - thousandths);
    }

    /** Notes that the holders of a tag carry so much of the i-th of a purpose: in order of person, i and most first. */
    private void note(int tag, int i, int thousandths, LongArrayList carried) {
        for (int h = index.holderStart[tag]; h < index.holderStart[tag + 1]; h++) {
            carried.add(carries(index.holder[h], i, thousandths));
        }
    }

    private boolean isAdmitted(int person, int[] purpose) {
        return index.admits(index.carried(person, purpose, 0, purpose.length), purpose, 0, purpose.length);
    }

    /** Adds those whom this tag lets carry the i-th of the purpose, where they carry none before it. */
    private void addHolders(int[] purpose, int i, int tag, IntArrayList carriers) {
        for (int h = index.holderStart[tag]; h < index.holderStart[tag + 1]; h++) {
            int person = index.holder[h];
            if (index.room[person] > 0) {
                long carried = index.carried(person, purpose, 0, purpose.length);
                if (Shares.first(carried) == i
                        && index.tag[index.answer(person, purpose, 0, purpose.length, i)] == tag
                        && index.admits(carried, purpose, 0, purpose.length)) {
                    carriers.add(person);
                }
            }
        }
    }

    /** Whether the common tags of the purpose have few enough holders to read them all, too. */
    private boolean restIsShort(int[] purpose, int prefix) {
        int holders = 0;
        for (int i = prefix; i < purpose.length; i++) {
            holders += index.holders(purpose[i]) + nearHolders(index, purpose[i]);
        }
        return holders <= REST * effort(index, purpose);
    }

    /** Reads the holders of all tags side by side, who are in order, instead of each one's tags all over the memory. */
    private void merge(int[] purpose, int admitted, IntArrayList carriers) {
        var at = new int[purpose.length];
        var next = new int[purpose.length];
        for (int i = 0; i < purpose.length; i++) {
            at[i] = index.holderStart[purpose[i]];
            next[i] = holder(purpose[i], at[i]);
        }
        for (int person = least(next); person != NOBODY; person = least(next)) {
            int carried = 0;
            for (int i = 0; i < purpose.length; i++) {
                if (next[i] == person) {
                    carried |= 1 << i;
                    next[i] = holder(purpose[i], ++at[i]);
                }
            }
            if ((admitted >> carried & 1) != 0 && index.room[person] > 0) {
                carriers.add(person);
            }
        }
    }

    private int holder(int tag, int at) {
        return at < index.holderStart[tag + 1] ? index.holder[at] : NOBODY;
    }

    private static int least(int[] people) {
        int least = NOBODY;
        for (int person : people) {
            least = Math.min(least, person);
        }
        return least;
    }

    /** How many holders of tags have to be looked at to find the carriers of a purpose. */
    static int effort(Index index, int[] purpose) {
        int effort = 0;
        for (int i = prefix(index, purpose) - 1; i >= 0; i--) {
            effort += index.holders(purpose[i]) + nearHolders(index, purpose[i]);
        }
        return effort;
    }

    /** How many people hold tags near to this one, each as often as they hold one. */
    private static int nearHolders(Index index, int tag) {
        int holders = 0;
        for (int n = index.near.from(tag); n < index.near.to(tag); n++) {
            holders += index.holders(index.near.near(n));
        }
        return holders;
    }

    /** Which of the 32 ways to carry five tags or fewer are enough: bit c for the tags whose bits are set in c. */
    private static int admitted(Index index, int[] purpose) {
        int admitted = 0;
        for (int carried = 1; carried < 1 << purpose.length; carried++) {
            if (index.admits(Shares.held(carried), purpose, 0, purpose.length)) {
                admitted |= 1 << carried;
            }
        }
        return admitted;
    }

    /** How many of the purpose's tags, the rarest first, it takes until nobody without any of them is admitted. */
    static int prefix(Index index, int[] purpose) {
        int prefix = 0;
        int without = (1 << purpose.length) - 1;
        while (prefix < purpose.length && index.admits(Shares.held(without), purpose, 0, purpose.length)) {
            without &= ~(1 << prefix++);
        }
        return prefix;
    }
}
