package org.coterie.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coterie.freshness.Precondition;
import org.coterie.live.ChangeLog;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.problem.Checks;
import org.coterie.problem.Fault;
import org.coterie.problem.Misreading;
import org.coterie.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The operator's services that are told what happens: setting them up, and looking after what has arrived. */
@ApplicationScoped
class Webhooks {

    /** More services than anybody tells everything; a list that stays short. */
    private static final int MOST = 20;

    private final Clock clock;
    private final WebhooksConfig config;
    private final Deliveries deliveries;
    private final EventStore store;
    private final ChangeLog changes;
    private final Misreading misreading;
    private final Precondition precondition;
    private final Publisher publisher;
    private final Checks checks;

    Webhooks(
            Clock clock,
            WebhooksConfig config,
            Deliveries deliveries,
            EventStore store,
            ChangeLog changes,
            Misreading misreading,
            Precondition precondition,
            Publisher publisher,
            Checks checks) {
        this.clock = clock;
        this.config = config;
        this.deliveries = deliveries;
        this.store = store;
        this.changes = changes;
        this.misreading = misreading;
        this.precondition = precondition;
        this.publisher = publisher;
        this.checks = checks;
    }

    /**
     * Sets one up.
     *
     * @throws Problem INVALID where nothing may be posted to its URL, CONFLICT where there are enough
     */
    WebhookSecretView add(NewWebhook wanted) {
        checks.of(wanted).expectNone();
        return QuarkusTransaction.joiningExisting().call(() -> stored(wanted));
    }

    private WebhookSecretView stored(NewWebhook wanted) {
        if (Webhook.count() >= MOST) {
            throw new Problem(Problem.Kind.CONFLICT, "too-many-webhooks", Map.of("most", MOST));
        }
        var webhook = new Webhook(wanted.url(), wanted.types(), clock.instant());
        webhook.persist();
        changes.noteOther();
        return WebhookSecretView.of(webhook);
    }

    /** All of them, oldest first. */
    @Transactional
    List<WebhookView> all() {
        return Webhook.oldestFirst().stream().map(WebhookView::of).toList();
    }

    /**
     * One of them.
     *
     * @throws Problem UNKNOWN where none has this id
     */
    @Transactional
    WebhookView find(UUID id) {
        return WebhookView.of(known(id));
    }

    private static Webhook known(UUID id) {
        return Webhook.<Webhook>findByIdOptional(id).orElseThrow(() -> unknown(id));
    }

    private static Problem unknown(UUID id) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown-webhook", Map.of("id", id));
    }

    /** The same, which nobody else changes, and tells nothing once more, until the current transaction ends. */
    private static Webhook held(UUID id) {
        return Webhook.<Webhook>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> unknown(id));
    }

    private static Webhook listening(UUID id) {
        Webhook webhook = held(id);
        if (!webhook.enabled) {
            throw new Problem(Problem.Kind.CONFLICT, "webhook-disabled");
        }
        return webhook;
    }

    /**
     * Changes what is said.
     *
     * @throws Problem UNKNOWN where none has this id, INVALID where nothing may be posted to its URL
     */
    WebhookView change(UUID id, ObjectNode patch) {
        WebhookEdit edit = read(patch);
        return QuarkusTransaction.joiningExisting().call(() -> changed(id, edit));
    }

    /** What null removes is told: the types, and so all are wanted; the rest a webhook cannot be without. */
    private WebhookEdit read(ObjectNode patch) {
        ObjectNode told = patch.deepCopy();
        List<Fault> removed = new ArrayList<>();
        for (String needed : List.of("url", "enabled")) {
            if (told.path(needed).isNull()) {
                told.remove(needed);
                removed.add(new Fault("/" + needed, "required.kept"));
            }
        }
        if (told.has("types") && told.get("types").isNull()) {
            told.putArray("types");
        }
        return misreading.expect(told, WebhookEdit.class, removed);
    }

    private WebhookView changed(UUID id, WebhookEdit edit) {
        Webhook webhook = held(id);
        precondition.expectRead(() -> WebhookView.of(webhook));
        changes.noteOther();
        if (edit.url() != null) {
            webhook.url = edit.url();
        }
        if (edit.types() != null) {
            webhook.types = Webhook.written(edit.types());
            if (!edit.types().isEmpty()) {
                deliveries.dropUnwanted(webhook);
            }
        }
        // said as it is, it was only put back as it was read
        if (edit.enabled() != null && edit.enabled() != webhook.enabled) {
            if (edit.enabled()) {
                webhook.enable();
            } else {
                webhook.disable(null);
            }
        }
        return WebhookView.of(webhook);
    }

    /**
     * Removes one, and what is on its way to it.
     *
     * @throws Problem UNKNOWN where none has this id
     */
    @Transactional
    void remove(UUID id) {
        // whoever publishes right now sends to those that it has seen
        publisher.waitForTurn();
        Webhook webhook = held(id);
        precondition.expectRead(() -> WebhookView.of(webhook));
        webhook.delete();
        changes.noteOther();
    }

    /**
     * Gives one a new secret; the old one signs beside it for a while.
     *
     * @throws Problem UNKNOWN where none has this id
     */
    @Transactional
    WebhookSecretView renewSecret(UUID id) {
        Webhook webhook = held(id);
        webhook.renewSecret(clock.instant().plus(config.oldSecretLasts()));
        changes.noteOther();
        return WebhookSecretView.of(webhook);
    }

    /**
     * What is on its way and what became of it, newest first.
     *
     * @throws Problem UNKNOWN where no webhook has this id
     */
    @Transactional
    Page<DeliveryView> log(UUID id, PageRequest page) {
        known(id);
        long before =
                page.afterId().map(eventId -> store.placeOf(eventId, null)).orElse(Long.MAX_VALUE);
        return Page.of(
                deliveries.before(id, before, page.limit() + 1),
                page.limit(),
                delivery -> delivery.event().id().toString());
    }

    /**
     * Tells one event once more.
     *
     * @throws Problem UNKNOWN where no webhook or no event has this id, or the event is kept no longer or nothing that the
     *     webhook wants, CONFLICT where it is disabled
     */
    @Transactional
    void replay(UUID id, UUID eventId) {
        long place = store.placeOf(eventId, null);
        if (deliveries.replay(listening(id), place - 1, place) == 0) {
            throw new Problem(Problem.Kind.UNKNOWN, "unknown-event");
        }
    }

    /**
     * Tells a span of events once more, as far as the webhook wants them.
     *
     * @throws Problem UNKNOWN where no webhook or no event has this id, or the event is kept no longer, CONFLICT where it is
     *     disabled, INVALID where the last comes before the first
     */
    @Transactional
    void replay(UUID id, NewReplay span) {
        checks.of(span).expectNone();
        long after = placeOr(span.after(), 0);
        long until = placeOr(span.until(), store.last());
        deliveries.replay(listening(id), after, until);
    }

    private long placeOr(@Nullable UUID eventId, long other) {
        return eventId == null ? other : store.placeOf(eventId, null);
    }
}
