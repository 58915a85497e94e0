package org.coterie.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Gives up a body that is read while it arrives once nothing more has come for long; Quarkus would hang up without a word. */
class StalledStream {

    private static final long LOOK_EACH_MILLIS = 500;

    private final BodyLimit limit;
    private final CurrentVertxRequest http;

    StalledStream(BodyLimit limit, CurrentVertxRequest http) {
        this.limit = limit;
        this.http = http;
    }

    @ServerRequestFilter
    void watch(ContainerRequestContext request) {
        RoutingContext context = http.getCurrent();
        if (request.getMethod().equals(HttpMethod.POST) && BodyLimit.isStreamed(context)) {
            var body = new Waiting(request.getEntityStream());
            request.setEntityStream(body);
            long looks = context.vertx().setPeriodic(LOOK_EACH_MILLIS, look -> {
                if (body.waits(limit.patience())) {
                    context.vertx().cancelTimer(look);
                    limit.giveUp(context);
                }
            });
            context.addEndHandler(over -> context.vertx().cancelTimer(looks));
        }
    }

    /** Knows since when its reader waits: how long the reader takes for what has come is not the sender's fault. */
    private static final class Waiting extends FilterInputStream {

        private static final long NOT = 0;

        private volatile long since = NOT;

        Waiting(InputStream source) {
            super(source);
        }

        boolean waits(Duration patience) {
            long begun = since;
            return begun != NOT && System.nanoTime() - begun > patience.toNanos();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            since = System.nanoTime();
            try {
                return in.read(target, from, length);
            } finally {
                since = NOT;
            }
        }
    }
}
