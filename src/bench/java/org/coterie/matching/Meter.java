package org.coterie.matching;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a piece of work costs: processor time of all threads, the compiler's and the collector's too, and wall time. */
final class Meter {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long cpu = SYSTEM.getProcessCpuTime();
    private final long wall = System.nanoTime();

    /** Seconds of processor time since the meter was made. */
    double cpu() {
        return (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
    }

    /** Seconds since the meter was made. */
    double wall() {
        return (System.nanoTime() - wall) / 1e9;
    }

    /** What is alive on the heap at this moment, in megabytes. */
    static double liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    /**
     * The most that is alive on the heap while some work is done, in megabytes: looked at again and again, with pauses
     * that are several times as long as a look.
     */
    static double mostAlive(Runnable work) {
        var done = new AtomicBoolean();
        var most = new double[] {liveHeap()};
        var watcher = new Thread(() -> {
            while (!done.get()) {
                long begun = System.nanoTime();
                most[0] = Math.max(most[0], liveHeap());
                pause(2 * (System.nanoTime() - begun) / 1_000_000);
            }
        });
        watcher.start();
        work.run();
        done.set(true);
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.max(most[0], liveHeap());
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
