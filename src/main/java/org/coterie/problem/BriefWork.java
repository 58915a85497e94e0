package org.coterie.problem;

/**
 * Work outside requests whose statements are short, and which is not to stand still for long where the database has fallen
 * silent: others wait for it.
 */
public final class BriefWork {

    private static final ThreadLocal<Boolean> UNDER_WAY = ThreadLocal.withInitial(() -> false);

    private BriefWork() {}

    /** Does it; connections that it takes wait for the database as briefly as those of a request. */
    public static void run(Runnable work) {
        boolean before = UNDER_WAY.get();
        UNDER_WAY.set(true);
        try {
            work.run();
        } finally {
            UNDER_WAY.set(before);
        }
    }

    static boolean isUnderWay() {
        return UNDER_WAY.get();
    }
}
