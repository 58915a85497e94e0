package org.coterie.problem;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives up waiting for a database that neither answers nor hangs up, such as one behind a network that is gone: soon where
 * somebody waits for an answer and in {@link BriefWork}, later in long work, whose single statements may take minutes. The
 * embedded database cannot fall silent, and does not listen to this.
 */
@ApplicationScoped
class DatabasePatience implements AgroalPoolInterceptor {

    private static final Duration IN_LONG_WORK = Duration.ofMinutes(30);

    private final CurrentVertxRequest request;
    private final Duration inRequests;

    DatabasePatience(
            CurrentVertxRequest request,
            @ConfigProperty(name = "coterie.database-timeout", defaultValue = "20s") Duration inRequests) {
        this.request = request;
        this.inRequests = inRequests;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Duration patience = BriefWork.isUnderWay() || isInRequest() ? inRequests : IN_LONG_WORK;
        try {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not let itself be waited for.", e);
        }
    }

    private boolean isInRequest() {
        return Arc.container().requestContext().isActive() && request.getCurrent() != null;
    }
}
