package org.coterie.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Webhook webhook = new Webhook("https://example.org/hook", List.of(), NOW);

    @Test
    void aSecretSignsNoLongerOnceItsTimeBesideTheNewOneIsOver() {
        String old = webhook.secret;
        Instant until = NOW.plusSeconds(60);

        webhook.renewSecret(until);

        assertThat(webhook.secrets(NOW)).containsExactly(webhook.secret, old);
        assertThat(webhook.secrets(until.minusNanos(1))).containsExactly(webhook.secret, old);
        assertThat(webhook.secrets(until)).containsExactly(webhook.secret).doesNotContain(old);
    }

    @Test
    void ofThreeSecretsTheFirstSignsNothing() {
        String first = webhook.secret;
        webhook.renewSecret(NOW.plusSeconds(60));
        String second = webhook.secret;

        webhook.renewSecret(NOW.plusSeconds(60));

        assertThat(webhook.secrets(NOW)).containsExactly(webhook.secret, second).doesNotContain(first);
    }
}
