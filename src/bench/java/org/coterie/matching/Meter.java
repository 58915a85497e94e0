package org.coterie.matching;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

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
}
