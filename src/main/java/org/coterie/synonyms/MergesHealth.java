package org.coterie.synonyms;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells how many merges of tags could not be done yet. Up in any case: they are tried again, and everything else works. */
@Readiness
@ApplicationScoped
class MergesHealth implements HealthCheck {

    private final MergeQueue queue;

    MergesHealth(MergeQueue queue) {
        this.queue = queue;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Merges of tags")
                .withData("failing", queue.failing())
                .up()
                .build();
    }
}
