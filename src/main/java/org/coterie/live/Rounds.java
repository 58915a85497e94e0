package org.coterie.live;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Work in the background that nobody waits for, on a thread of its own: looked for once a second, then done piece by piece until
 * there is none. What fails is tried again in the next round.
 */
public final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private static final int SECONDS_BETWEEN = 1;

    private final String name;
    private final BooleanSupplier piece;
    private final ScheduledExecutorService thread;

    /**
     * Nothing is done yet.
     *
     * @param name of the thread, and of the work where it fails
     * @param piece does some of the work; false where there was none to do
     */
    public Rounds(String name, BooleanSupplier piece) {
        this.name = name;
        this.piece = piece;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            var background = new Thread(work, name);
            background.setDaemon(true);
            return background;
        });
    }

    /** From now on the work is looked for. */
    public void begin() {
        var unused = thread.scheduleWithFixedDelay(this::round, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /** After the piece that is being done no other is begun. */
    public void end() {
        thread.shutdown();
    }

    private void round() {
        try {
            boolean more = true;
            while (more && !thread.isShutdown()) {
                more = piece.getAsBoolean();
            }
        } catch (RuntimeException | Error e) {
            LOG.warnf(e, "There is trouble with %s; it is tried again in a second", name);
        }
    }
}
