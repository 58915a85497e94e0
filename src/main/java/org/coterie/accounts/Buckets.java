package org.coterie.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What everybody may still ask. A process asks the database when it has given away a tenth of somebody's quota, or after
 * some minutes; so of each replica a tenth more may be had.
 */
@ApplicationScoped
class Buckets {

    private static final int MOST_IN_MEMORY = 100_000;

    /** Then whoever has been here long enough for another quota gets it. */
    private static final Duration IN_MEMORY = Duration.ofHours(1);

    private static final int SHARE_WITHOUT_ASKING = 10;
    private static final Duration WITHOUT_ASKING = Duration.ofMinutes(10);

    private final Cache<String, Known> known = Caffeine.newBuilder()
            .maximumSize(MOST_IN_MEMORY)
            .expireAfterWrite(IN_MEMORY)
            .build();

    private final StoredBuckets stored;

    Buckets(StoredBuckets stored) {
        this.stored = stored;
    }

    /** What somebody may ask, and what is left of it. */
    record Known(Quota quota, Bucket bucket) {}

    /** Of whoever has this name; {@code quota} is asked where it is not in memory. */
    Known of(String owner, Supplier<Quota> quota) {
        return known.get(owner, name -> fresh(name, quota.get()));
    }

    /** Where it is in memory. */
    Optional<Known> known(String owner) {
        return Optional.ofNullable(known.getIfPresent(owner));
    }

    private Known fresh(String owner, Quota quota) {
        var delay = new DelayParameters(Math.max(1, quota.requests() / SHARE_WITHOUT_ASKING), WITHOUT_ASKING);
        // where a setting changes, everybody begins anew
        String id = Secret.hash(owner + "\n" + quota);
        return new Known(
                quota,
                stored.builder().withOptimization(Optimizations.delaying(delay)).build(id, quota::bucket));
    }
}
