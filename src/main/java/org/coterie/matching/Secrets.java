package org.coterie.matching;

/**
 * Part of {@link HardRules}: what somebody holds in secret is told to nobody by the group that they are put in; and who does not mean
 * a near tag is in no group with somebody who counts only by it.
 */
final class Secrets {

    private final Index index;
    private final Groups groups;

    Secrets(Index index, Groups groups) {
        this.index = index;
        this.groups = groups;
    }

    /** Whether it is by nothing they hold in secret that a person would come into a group that there was before: it would be read there. */
    boolean staysHidden(int g, int person) {
        if (index.secret.isEmpty() || !groups.isKept(g)) {
            return true;
        }
        for (int i = 0; i < groups.purposeSize(g); i++) {
            int e = groups.answer(g, person, i);
            if (e >= 0 && index.secret.get(e)) {
                return false;
            }
        }
        return true;
    }

    /** Whether of each tag of the purpose nobody beside somebody for whom it counts alone holds only a near one. */
    boolean areKept(int g, int person) {
        if (index.alone.isEmpty() || index.near.isEmpty()) {
            return true;
        }
        for (int i = 0; i < groups.purposeSize(g); i++) {
            int wanted = groups.purposeTag(g, i);
            int e = groups.answer(g, person, i);
            for (int k = 0; e >= 0 && k < groups.size(g); k++) {
                int f = groups.answer(g, groups.member(g, k), i);
                if (f >= 0 && (isBeside(e, f, wanted) || isBeside(f, e, wanted))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isBeside(int near, int alone, int wanted) {
        return index.alone.get(alone) && index.tag[near] != wanted;
    }
}
