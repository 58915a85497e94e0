package org.coterie.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import java.util.UUID;
import org.coterie.problem.Findings;
import org.coterie.problem.RoomRule;
import org.jspecify.annotations.Nullable;

/** What a webhook can be, and what can be told it once more: where it may lead, and which event comes before another. */
@ApplicationScoped
class WebhookRules implements RoomRule {

    private final Destination destination;
    private final EventStore store;

    WebhookRules(Destination destination, EventStore store) {
        this.destination = destination;
        this.store = store;
    }

    @Override
    public void check(Object body, Findings findings) {
        if (body instanceof NewWebhook wanted) {
            expectPublic(wanted.url(), findings);
        } else if (body instanceof WebhookEdit edit) {
            expectPublic(edit.url(), findings);
        } else if (body instanceof NewReplay span) {
            expectInOrder(span, findings);
        }
    }

    private void expectPublic(@Nullable String url, Findings findings) {
        if (url != null) {
            destination.check("/url", url, findings);
        }
    }

    /** Of events that are there: which are not is no matter of what is written. */
    private void expectInOrder(NewReplay span, Findings findings) {
        OptionalLong after = placeOf(span.after());
        OptionalLong until = placeOf(span.until());
        if (after.isPresent() && until.isPresent() && until.getAsLong() < after.getAsLong()) {
            findings.add("/until", "before-the-first");
        }
    }

    private OptionalLong placeOf(@Nullable UUID eventId) {
        return eventId == null ? OptionalLong.empty() : store.find(eventId, null);
    }
}
