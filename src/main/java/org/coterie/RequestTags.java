package org.coterie;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.Set;
import org.coterie.problem.Addresses;

/**
 * Counts requests by the address they were meant for, as the contract writes it. With what was really sent, ids, words and
 * whatever somebody makes up, every request could be a figure of its own.
 */
@Singleton
class RequestTags implements HttpServerMetricsTagsContributor {

    private static final Set<String> METHODS = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");
    private static final String OTHER = "OTHER";

    private final Addresses addresses;

    RequestTags(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Tags contribute(Context context) {
        String path = String.valueOf(context.request().path());
        String method = context.request().method().name();
        return Tags.of(
                "uri", addresses.templateOf(path).orElse(OTHER), "method", METHODS.contains(method) ? method : OTHER);
    }
}
