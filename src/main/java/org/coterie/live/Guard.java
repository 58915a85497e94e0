package org.coterie.live;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets any number of threads read what is in memory at a time, or one of them change it. */
public final class Guard {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Reads while nobody writes. */
    public <T extends @Nullable Object> T reading(Supplier<T> work) {
        return holding(lock.readLock(), work);
    }

    /** Writes while nobody else reads or writes. */
    public void writing(Runnable work) {
        holding(lock.writeLock(), () -> {
            work.run();
            return true;
        });
    }

    private static <T extends @Nullable Object> T holding(Lock held, Supplier<T> work) {
        held.lock();
        try {
            return work.get();
        } finally {
            held.unlock();
        }
    }
}
