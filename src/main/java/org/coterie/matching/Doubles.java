package org.coterie.matching;

/**
 * Dissolves groups in which nobody meets anybody whom they do not meet in another one, too: all members of the one are
 * members of the other. Whatever else they share they can share there, and their places are free for other people.
 */
final class Doubles {

    private final Groups groups;

    Doubles(Groups groups) {
        this.groups = groups;
    }

    /**
     * Dissolves all there are, of two with the same members the later one; none that there was before.
     *
     * @return whether there were any
     */
    boolean dissolve() {
        boolean any = false;
        for (int g = groups.count() - 1; g >= 0 && !groups.isKept(g); g--) {
            if (groups.size(g) > 0 && isWithinAnother(g)) {
                groups.dissolve(g);
                any = true;
            }
        }
        return any;
    }

    private boolean isWithinAnother(int g) {
        int one = groups.member(g, 0);
        for (int i = 0; i < groups.groupsOf(one); i++) {
            int other = groups.groupOf(one, i);
            if (other != g && isWithin(g, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithin(int g, int other) {
        for (int i = 1; i < groups.size(g); i++) {
            if (!groups.contains(other, groups.member(g, i))) {
                return false;
            }
        }
        return true;
    }
}
