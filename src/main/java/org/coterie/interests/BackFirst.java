package org.coterie.interests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.coterie.accounts.Caller;
import org.coterie.tags.TagMoves;

/**
 * While two tags become two again, whoever asks for something has theirs moved back first: no name that they then read means
 * another tag than theirs when they use it.
 */
@Provider
class BackFirst implements ContainerRequestFilter {

    private final Caller caller;
    private final TagMoves moves;
    private final StillPeople still;

    BackFirst(Caller caller, TagMoves moves, StillPeople still) {
        this.caller = caller;
        this.moves = moves;
        this.still = still;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        caller.person()
                .filter(somebody -> caller.mayHaveToGoBack() && moves.isUndoing())
                .ifPresent(me -> QuarkusTransaction.requiringNew().run(() -> still.hold(me)));
    }
}
