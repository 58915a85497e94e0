package org.coterie.accounts;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * What anybody in one situation may ask within a time.
 *
 * @param name of the policy, for the fields {@code RateLimit} and {@code RateLimit-Policy}
 */
record Quota(String name, int requests, Duration window) {

    /** All of it at once; then it comes back evenly. */
    BucketConfiguration bucket() {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, window))
                .build();
    }
}
