package org.coterie.matching;

import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

/** How far a formation is, and whether it is still wanted. Made by the thread that called for the formation. */
final class Progress {

    private final Thread caller = Thread.currentThread();
    private final DoubleConsumer listener;
    private double from;
    private double to;
    private double last = -1;

    Progress(DoubleConsumer listener) {
        this.listener = listener;
    }

    /** Begins a step that ends when this share of the whole work is done. */
    void stepUntil(double share) {
        from = to;
        to = share;
        reached(0);
    }

    /**
     * Stops, on whichever thread, when the formation is no longer wanted.
     *
     * @throws CancellationException if the calling thread was interrupted; its interrupt flag stays set
     */
    void stopIfUnwanted() {
        if (caller.isInterrupted()) {
            throw new CancellationException("the formation was interrupted");
        }
    }

    /**
     * Tells how much of the current step is done, 0 to 1. Only for the calling thread, unlike {@link #stopIfUnwanted}.
     *
     * @throws CancellationException if the calling thread was interrupted; its interrupt flag stays set
     */
    void reached(double share) {
        stopIfUnwanted();
        double now = from + (to - from) * Math.min(1, share);
        if (now > last) {
            last = now;
            listener.accept(now);
        }
    }
}
