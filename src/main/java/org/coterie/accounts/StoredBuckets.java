package org.coterie.accounts;

import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Keeps buckets in the database, one row each, in transactions of their own. */
@Singleton
class StoredBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {

    /** Longer than any bucket takes to be full again, as one that was never used is. */
    private static final Duration LONGEST_REFILL = Duration.ofHours(2);

    private final Clock clock;

    StoredBuckets(Clock clock) {
        super(ClientSideConfig.getDefault());
        this.clock = clock;
    }

    /** Deletes, as part of the current transaction, those that are full again by now. */
    static void forget(Instant now) {
        BucketRow.delete("changedAt < ?1", now.minus(LONGEST_REFILL));
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String id) {
        return new CompareAndSwapOperation() {

            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeout) {
                return QuarkusTransaction.requiringNew()
                        .call(() -> BucketRow.<BucketRow>findByIdOptional(id).map(row -> row.state));
            }

            @Override
            public boolean compareAndSwap(
                    byte @Nullable [] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
                return before == null ? isInserted(id, after) : isUpdated(id, before, after);
            }
        };
    }

    private boolean isInserted(String id, byte[] state) {
        try {
            QuarkusTransaction.requiringNew().run(() -> new BucketRow(id, state, clock.instant()).persistAndFlush());
            return true;
        } catch (ConstraintViolationException anotherReplicaWasFirst) {
            return false;
        }
    }

    private boolean isUpdated(String id, byte[] before, byte[] after) {
        return QuarkusTransaction.requiringNew()
                .call(() -> BucketRow.update(
                                "state = ?1, changedAt = ?2 where id = ?3 and state = ?4",
                                after,
                                clock.instant(),
                                id,
                                before)
                        == 1);
    }

    @Override
    public void removeProxy(String id) {
        QuarkusTransaction.requiringNew().run(() -> BucketRow.deleteById(id));
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String id) {
        throw new UnsupportedOperationException();
    }
}
