package org.coterie.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.coterie.events.Deliveries.Claimed;
import org.coterie.events.Sender.Outcome;
import org.coterie.language.Text;
import org.coterie.live.ChangeLog;
import org.coterie.live.Rounds;
import org.coterie.problem.BriefWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes events to webhooks, some at a time to each, so that one that is slow holds up no other. Each is taken by one process
 * at a time; where that process is gone, by another when its lease is over: an event arrives at least once.
 */
@ApplicationScoped
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);

    private static final int AT_A_TIME = 50;

    /** Longer than any attempt, be it that looking up its host takes long. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Clock clock;
    private final WebhooksConfig config;
    private final Deliveries deliveries;
    private final ObjectMapper json;
    private final Sender sender;
    private final ChangeLog changes;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final Rounds rounds = new Rounds("webhooks", this::goRound);
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "webhook");
        thread.setDaemon(true);
        return thread;
    });

    Courier(
            Clock clock,
            WebhooksConfig config,
            Deliveries deliveries,
            ObjectMapper json,
            Sender sender,
            ChangeLog changes) {
        this.clock = clock;
        this.config = config;
        this.deliveries = deliveries;
        this.json = json;
        this.sender = sender;
        this.changes = changes;
    }

    void start(@Observes StartupEvent event) {
        rounds.begin();
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.end();
        threads.shutdown();
    }

    private boolean goRound() {
        BriefWork.run(() -> {
            for (Webhook webhook : QuarkusTransaction.requiringNew().call(Webhook::thoseEnabled)) {
                if (busy.add(webhook.id)) {
                    threads.execute(() -> serve(webhook.id));
                }
            }
        });
        return false;
    }

    private void serve(UUID webhookId) {
        try {
            boolean more = true;
            while (more && !threads.isShutdown()) {
                more = deliverSome(webhookId);
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "Webhook %s could not be served; it is tried again in a second", webhookId);
        } finally {
            busy.remove(webhookId);
        }
    }

    /** Whether there may be more. */
    private boolean deliverSome(UUID webhookId) {
        Webhook webhook = QuarkusTransaction.requiringNew().call(() -> Webhook.findById(webhookId));
        if (webhook == null || !webhook.enabled) {
            return false;
        }
        List<Claimed> claimed = deliveries.claim(webhookId, AT_A_TIME, LEASE);
        List<Claimed> wanted = stillWanted(webhookId, claimed);
        List<CompletableFuture<Outcome>> sent =
                wanted.stream().map(each -> send(webhook, each)).toList();
        List<Outcome> outcomes = sent.stream().map(CompletableFuture::join).toList();
        QuarkusTransaction.requiringNew().run(() -> record(webhookId, wanted, outcomes));
        return claimed.size() == AT_A_TIME;
    }

    /** What happened while its types changed may have come onto its way by those of before. */
    private List<Claimed> stillWanted(UUID webhookId, List<Claimed> claimed) {
        return claimed.isEmpty()
                ? claimed
                : QuarkusTransaction.requiringNew().call(() -> {
                    Webhook now = Webhook.findById(webhookId);
                    if (now == null) {
                        return List.of();
                    }
                    List<Claimed> wanted = claimed.stream()
                            .filter(each -> now.wants(each.placed().event().type()))
                            .toList();
                    if (wanted.size() < claimed.size()) {
                        deliveries.dropUnwanted(now);
                    }
                    return wanted;
                });
    }

    private CompletableFuture<Outcome> send(Webhook webhook, Claimed claimed) {
        EventView event = claimed.placed().event();
        try {
            return sender.send(
                    webhook.url,
                    webhook.secrets(clock.instant()),
                    event.id().toString(),
                    json.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes of the webhook first, and then what became of each: whoever removes it holds both in this order. */
    private void record(UUID webhookId, List<Claimed> claimed, List<Outcome> outcomes) {
        boolean arrived = outcomes.stream().anyMatch(Outcome::delivered);
        if (arrived
                && Webhook.update("failingSince = null where id = ?1 and failingSince is not null", webhookId) > 0) {
            changes.noteOther();
        }
        outcomes.stream()
                .filter(outcome -> outcome.gone() || !arrived)
                .reduce((one, other) -> one.gone() ? one : other)
                .ifPresent(outcome -> noteFailure(webhookId, outcome));
        Webhook.flush();
        for (int i = 0; i < claimed.size(); i++) {
            deliveries.record(webhookId, claimed.get(i), outcomes.get(i), retryAt(claimed.get(i), outcomes.get(i)));
        }
    }

    private @Nullable Instant retryAt(Claimed claimed, Outcome outcome) {
        List<Duration> retries = config.retries();
        if (outcome.delivered() || outcome.gone() || claimed.attempts() > retries.size()) {
            return null;
        }
        Duration step = retries.get(claimed.attempts() - 1);
        Duration all = retries.stream().reduce(Duration.ZERO, Duration::plus);
        return clock.instant().plus(Collections.max(List.of(step, Collections.min(List.of(outcome.pause(), all)))));
    }

    /** Whoever is gone, or does not answer for days, is told nothing any more. */
    private void noteFailure(UUID webhookId, Outcome outcome) {
        Instant now = clock.instant();
        if (Webhook.update("failingSince = ?1 where id = ?2 and failingSince is null", now, webhookId) > 0) {
            changes.noteOther();
        }
        Webhook webhook = Webhook.findById(webhookId);
        if (webhook == null || !webhook.enabled || webhook.failingSince == null) {
            return;
        }
        if (outcome.gone() || webhook.failingSince.plus(config.disabledAfter()).isBefore(now)) {
            var because = outcome.gone()
                    ? new Text("not-delivered.gone")
                    : new Text(
                            "not-delivered.anymore",
                            Map.of(
                                    "since", webhook.failingSince.toString(),
                                    "failure", Objects.requireNonNull(outcome.failure())));
            webhook.disable(because);
            changes.noteOther();
            LOG.warnf("Webhook %s is disabled: %s", webhookId, because);
        }
    }
}
