package org.coterie.formation;

import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.coterie.matching.FormationRules;
import org.jspecify.annotations.Nullable;

/** A formation while it is at work: how far it is, and the way to stop it. */
final class Run {

    private final UUID id;
    private final FormationRules rules;
    private final Manner manner;
    private final boolean dryRun;
    private volatile double progress;
    private volatile boolean unwanted;
    private @Nullable Thread interruptible;

    Run(Formation formation) {
        this.id = formation.id;
        this.rules = formation.rules();
        this.manner = formation.manner();
        this.dryRun = formation.dryRun;
    }

    UUID id() {
        return id;
    }

    FormationRules rules() {
        return rules;
    }

    Manner manner() {
        return manner;
    }

    boolean isDry() {
        return dryRun;
    }

    double progress() {
        return progress;
    }

    void reached(double share) {
        progress = share;
    }

    /** Asks it to stop, from any thread. */
    synchronized void stop() {
        unwanted = true;
        if (interruptible != null) {
            interruptible.interrupt();
        }
    }

    /** Stops here where it is no longer wanted. */
    void goOn() {
        if (unwanted) {
            throw new CancellationException("the formation was stopped");
        }
    }

    /**
     * Does work that may be interrupted. Everything else must not be: an interrupt while the embedded database reads or
     * writes its file would close the file under everybody.
     */
    <T> T interruptibly(Supplier<T> work) {
        synchronized (this) {
            goOn();
            interruptible = Thread.currentThread();
        }
        try {
            return work.get();
        } finally {
            synchronized (this) {
                interruptible = null;
                // the request to stop is remembered in the field, not in the thread
                Thread.interrupted();
            }
        }
    }
}
