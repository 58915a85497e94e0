package org.coterie.events;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.operator;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.coterie.Together;
import org.coterie.events.Deliveries.Claimed;
import org.coterie.events.Receiver.Message;
import org.coterie.events.Sender.Outcome;
import org.coterie.language.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("http")
@Timeout(60)
class WebhooksTest {

    @Inject
    Deliveries deliveries;

    @Inject
    Events events;

    @Inject
    Publisher publisher;

    private Receiver receiver;
    private final UUID group = UUID.randomUUID();
    private final UUID somebody = UUID.randomUUID();

    @BeforeEach
    void open() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        json(operator().get("/v1/webhooks").asString())
                .path("items")
                .forEach(webhook -> operator()
                        .delete("/v1/webhooks/" + webhook.path("id").asText())
                        .then()
                        .statusCode(204));
        receiver.close();
    }

    /** A webhook that leads to the receiver. */
    private record Added(String id, String secret) {

        String path() {
            return "/v1/webhooks/" + id;
        }

        JsonNode shown() {
            return json(operator().get(path()).then().statusCode(200).extract().asString());
        }

        /** What became of the latest event. */
        JsonNode latest() {
            return json(operator()
                            .get(path() + "/deliveries?limit=1")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .path("items")
                    .path(0);
        }
    }

    private Added added(String... types) {
        JsonNode answer = json(operator()
                .body(Map.of("url", receiver.url(), "types", List.of(types)))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .asString());
        return new Added(
                answer.at("/webhook/id").asText(), answer.path("secret").asText());
    }

    private void happens(UUID where) {
        QuarkusTransaction.requiringNew().run(() -> events.tell(Fact.invitationSent(where, List.of(somebody))));
    }

    private static void verify(String secret, Message message) throws WebhookVerificationException {
        try {
            new com.standardwebhooks.Webhook(secret).verify(message.body(), message.headers());
        } catch (com.standardwebhooks.exceptions.EmptyWebhookSecretException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anAddressIsShownAsLongAsItMayBe() {
        String url = receiver.url() + "&c=";
        String longest = url + "c".repeat(2_000 - url.length());

        operator()
                .body(Map.of("url", longest))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .body(at("$.webhook.url", equalTo(longest)));
    }

    @Test
    void whatHappensArrivesSignedWithItsRecipients() throws WebhookVerificationException {
        var webhook = added("invitation.sent");

        happens(group);
        await().atMost(30, SECONDS).until(() -> receiver.about(group).size() == 1);

        Message message = receiver.about(group).get(0);
        verify(webhook.secret(), message);
        assertThatThrownBy(() -> verify("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", message))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(message.path()).isEqualTo("/hook?a=b");
        assertThat(message.header("content-type")).isEqualTo("application/json");
        assertThat(message.event().path("type").asText()).isEqualTo("invitation.sent");
        assertThat(message.event().path("id").asText()).isEqualTo(message.header("webhook-id"));
        assertThat(message.event().at("/recipients/0").asText()).isEqualTo(somebody.toString());
        await().atMost(30, SECONDS)
                .until(() -> webhook.latest().path("state").asText().equals("DELIVERED"));
        assertThat(webhook.latest().path("attempts").asInt()).isEqualTo(1);
        assertThat(webhook.latest().path("status").asInt()).isEqualTo(204);
        assertThat(webhook.latest().at("/event/data/groupId").asText()).isEqualTo(group.toString());
    }

    @Test
    void onlyWhatIsWantedArrives() {
        added("group.closed", "invitation.sent");
        var other = UUID.randomUUID();

        QuarkusTransaction.requiringNew().run(() -> events.tell(Fact.invitationEnded(group, List.of(somebody))));
        happens(other);

        await().atMost(30, SECONDS).until(() -> receiver.about(other).size() == 1);
        assertThat(receiver.about(group)).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameId() {
        var count = new AtomicInteger();
        receiver.answering(exchange ->
                Receiver.status(count.incrementAndGet() < 3 ? 500 : 200).to(exchange));
        var webhook = added();

        happens(group);
        await().atMost(30, SECONDS)
                .until(() -> webhook.latest().path("state").asText().equals("DELIVERED"));

        assertThat(receiver.about(group)).hasSize(3);
        assertThat(receiver.about(group).stream()
                        .map(message -> message.header("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(webhook.latest().path("attempts").asInt()).isEqualTo(3);
        assertThat(webhook.shown().has("failingSince")).isFalse();
    }

    @Test
    void whatIsGivenUpIsSaidAndArrivesWhenItIsReplayed() {
        receiver.answering(Receiver.status(503));
        var webhook = added();

        happens(group);
        await().atMost(30, SECONDS)
                .until(() -> webhook.latest().path("state").asText().equals("FAILED"));

        JsonNode failed = webhook.latest();
        assertThat(failed.path("attempts").asInt()).isEqualTo(3);
        assertThat(failed.path("failure").asText()).isEqualTo("the answer was 503");
        assertThat(failed.has("dueAt")).isFalse();
        assertThat(webhook.shown().has("failingSince")).isTrue();
        receiver.answering(Receiver::fine);
        operator()
                .post(webhook.path() + "/deliveries/" + failed.at("/event/id").asText() + "/replay")
                .then()
                .statusCode(202)
                .header("Location", endsWith(webhook.path() + "/deliveries"));
        await().atMost(30, SECONDS)
                .until(() -> webhook.latest().path("state").asText().equals("DELIVERED"));
        assertThat(webhook.shown().has("failingSince")).isFalse();
    }

    @Test
    void aRedirectIsNotFollowed() {
        receiver.answering(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            Receiver.status(307).to(exchange);
        });
        var webhook = added();

        happens(group);
        await().atMost(30, SECONDS)
                .until(() -> webhook.latest().path("state").asText().equals("FAILED"));

        assertThat(receiver.about(group))
                .hasSize(3)
                .allMatch(message -> message.path().equals("/hook?a=b"));
        assertThat(webhook.latest().path("failure").asText()).isEqualTo("the answer was 307");
    }

    @Test
    void anAnswerThatNeverEndsIsNotReadToItsEnd() {
        var closed = new CountDownLatch(1);
        receiver.answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                byte[] more = "more and more".repeat(1_000).getBytes(StandardCharsets.UTF_8);
                while (true) {
                    out.write(more);
                    out.flush();
                }
            } catch (IOException hungUp) {
                closed.countDown();
            }
        });
        var webhook = added();

        happens(group);

        await().atMost(30, SECONDS)
                .until(() -> webhook.latest().path("state").asText().equals("DELIVERED"));
        await().atMost(30, SECONDS).until(() -> closed.getCount() == 0);
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForAndHoldsUpNobodyElse() throws IOException {
        var silent = new CountDownLatch(1);
        receiver.answering(exchange -> {
            try {
                silent.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var slow = added();
        try (var quick = new Receiver()) {
            operator()
                    .body(Map.of("url", quick.url()))
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(201);

            happens(group);

            await().atMost(30, SECONDS).until(() -> quick.about(group).size() == 1);
            assertThat(slow.latest().path("state").asText()).isEqualTo("PENDING");
            await().atMost(30, SECONDS)
                    .until(() -> slow.latest().path("failure").asText().contains("there was no answer"));
            silent.countDown();
        }
    }

    @Test
    void aRenewedSecretSignsBesideTheOldOne() throws WebhookVerificationException {
        var webhook = added();
        String renewed = json(operator()
                        .post(webhook.path() + "/secret")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .path("secret")
                .asText();

        happens(group);
        await().atMost(30, SECONDS).until(() -> receiver.about(group).size() == 1);

        Message message = receiver.about(group).get(0);
        assertThat(message.header("webhook-signature").split(" ")).hasSize(2);
        assertThat(renewed).startsWith("whsec_").isNotEqualTo(webhook.secret());
        verify(renewed, message);
        verify(webhook.secret(), message);
    }

    @Test
    void whoSaysWhenToComeAgainIsLeftAloneUntilThenButNotForEver() {
        receiver.answering(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "86400");
            Receiver.status(503).to(exchange);
        });
        var webhook = added();

        happens(group);
        await().atMost(30, SECONDS).until(() -> webhook.latest().has("status"));

        JsonNode tried = webhook.latest();
        Instant last = Instant.parse(tried.path("attemptedAt").asText());
        assertThat(Instant.parse(tried.path("dueAt").asText())).isAfter(last.plusMillis(1_900));
        receiver.answering(Receiver::fine);
        await().atMost(30, SECONDS)
                .until(() -> webhook.latest().path("state").asText().equals("DELIVERED"));
    }

    @Test
    void whoIsGoneIsToldNothingMoreAndTheOperatorReadsWhy() {
        receiver.answering(Receiver.status(410));
        var webhook = added();

        happens(group);
        await().atMost(30, SECONDS).until(() -> !webhook.shown().path("enabled").asBoolean());

        assertThat(webhook.shown().path("disabledBecause").asText())
                .startsWith("The answer was 410: whoever was there");
        operator()
                .header("Accept-Language", "de")
                .get(webhook.path() + "/deliveries")
                .then()
                .header("Content-Language", equalTo("de"))
                .body(at("$.items[0].failure", equalTo("die Antwort war 410")));
        assertThat(webhook.latest().path("state").asText()).isEqualTo("FAILED");
        var later = UUID.randomUUID();
        happens(later);
        publisher.publishSome();
        receiver.answering(Receiver::fine);
        operator()
                .body(Map.of("enabled", true))
                .patch(webhook.path())
                .then()
                .statusCode(200)
                .body(at("$.enabled", equalTo(true)))
                .body(at("$.disabledBecause", nullValue()))
                .body(at("$.failingSince", nullValue()));
        operator()
                .body(Map.of("after", webhook.latest().at("/event/id").asText()))
                .post(webhook.path() + "/replay")
                .then()
                .statusCode(202)
                .header("Location", endsWith(webhook.path() + "/deliveries"));
        await().atMost(30, SECONDS).until(() -> receiver.about(later).size() == 1);
    }

    @Test
    void whoIsGoneIsToldNothingMoreWhateverElseTheyAnswerAtTheSameTime() {
        var count = new AtomicInteger();
        receiver.answering(exchange ->
                Receiver.status(count.getAndIncrement() == 0 ? 410 : 204).to(exchange));
        var webhook = added("invitation.sent", "invitation.ended");

        QuarkusTransaction.requiringNew().run(() -> {
            events.tell(Fact.invitationSent(group, List.of(somebody)));
            events.tell(Fact.invitationEnded(group, List.of(somebody)));
        });

        await().atMost(30, SECONDS).until(() -> !webhook.shown().path("enabled").asBoolean());
        assertThat(webhook.shown().path("disabledBecause").asText()).startsWith("The answer was 410");
        assertThat(receiver.about(group)).hasSize(2);
    }

    @Test
    void whatIsTakenByOneProcessIsNotTakenByAnother() throws Exception {
        receiver.answering(Receiver.status(500));
        var webhook = UUID.fromString(added("member.left").id());
        operator()
                .body(Map.of("enabled", false))
                .patch("/v1/webhooks/" + webhook)
                .then()
                .statusCode(200);
        List<UUID> groups = Stream.generate(UUID::randomUUID).limit(100).toList();
        groups.forEach(this::happens);
        while (publisher.publishSome()) {
            Thread.onSpinWait();
        }
        operator()
                .body(Map.of("types", List.of("invitation.sent")))
                .patch("/v1/webhooks/" + webhook)
                .then()
                .statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> deliveries.replay(Webhook.findById(webhook), 0, Long.MAX_VALUE));

        List<CompletableFuture<List<Long>>> claims = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    List<Long> claimed = new ArrayList<>();
                    List<Claimed> some = deliveries.claim(webhook, 7, Duration.ofMinutes(1));
                    while (!some.isEmpty()) {
                        some.forEach(each -> claimed.add(each.placed().position()));
                        some = deliveries.claim(webhook, 7, Duration.ofMinutes(1));
                    }
                    return claimed;
                }))
                .limit(4)
                .toList();

        List<Long> all = new ArrayList<>();
        for (CompletableFuture<List<Long>> claim : claims) {
            all.addAll(claim.get());
        }
        Set<Long> once = new HashSet<>(all);
        assertThat(all).hasSize(once.size()).hasSizeGreaterThanOrEqualTo(groups.size());
    }

    /** As where a process was cut off for longer than its lease. */
    @Test
    void whatSomebodyElseTriesMeanwhileIsRecordedByThemAlone() {
        var webhook = added("member.left");
        operator().body(Map.of("enabled", false)).patch(webhook.path()).then().statusCode(200);
        UUID id = UUID.fromString(webhook.id());
        happens(group);
        while (publisher.publishSome()) {
            Thread.onSpinWait();
        }
        operator()
                .body(Map.of("types", List.of("invitation.sent")))
                .patch(webhook.path())
                .then()
                .statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> deliveries.replay(Webhook.findById(id), 0, Long.MAX_VALUE));

        Claimed before = claimed(id);
        Claimed after = claimed(id);
        assertThat(after.attempts()).isEqualTo(before.attempts() + 1);
        deliveries.record(id, after, new Outcome(204, null, Duration.ZERO), null);
        deliveries.record(id, before, new Outcome(500, new Text("unknown-host"), Duration.ZERO), null);

        assertThat(webhook.latest().path("state").asText()).isEqualTo("DELIVERED");
        assertThat(webhook.latest().path("status").asInt()).isEqualTo(204);
    }

    /** What is about the group, on a lease that is over at once. */
    private Claimed claimed(UUID webhook) {
        return deliveries.claim(webhook, 10_000, Duration.ZERO).stream()
                .filter(each -> group.equals(each.placed().event().data().groupId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsNotWantedOrLiesTheWrongWayRoundIsNotReplayed() {
        var webhook = added("invitation.sent");
        UUID group = UUID.randomUUID();
        happens(group);
        await().atMost(30, SECONDS).until(() -> receiver.about(group).size() == 1);
        String first = webhook.latest().at("/event/id").asText();
        UUID other = UUID.randomUUID();
        happens(other);
        await().atMost(30, SECONDS).until(() -> receiver.about(other).size() == 1);
        String second = webhook.latest().at("/event/id").asText();
        var deaf = added("member.joined");

        operator()
                .post(deaf.path() + "/deliveries/" + first + "/replay")
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("unknown-event")));
        operator()
                .body(Map.of("after", second, "until", first))
                .post(webhook.path() + "/replay")
                .then()
                .statusCode(400)
                .body(at("$.errors[0].pointer", equalTo("/until")));
        operator()
                .body(Map.of("after", second, "until", first, "before", first))
                .post(webhook.path() + "/replay")
                .then()
                .statusCode(400)
                .body(at("$.errors[*].pointer", contains("/before", "/until")));
    }

    @Test
    void whatIsWantedNoMoreIsNotReplayed() {
        var webhook = added("invitation.sent", "invitation.ended");
        happens(group);
        await().atMost(30, SECONDS)
                .until(() -> webhook.latest().path("state").asText().equals("DELIVERED"));
        String unwanted = webhook.latest().at("/event/id").asText();

        operator()
                .body(Map.of("types", List.of("invitation.ended")))
                .patch(webhook.path())
                .then()
                .statusCode(200);
        operator()
                .post(webhook.path() + "/deliveries/" + unwanted + "/replay")
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("unknown-event")));
        operator().body(Map.of()).post(webhook.path() + "/replay").then().statusCode(202);

        var other = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> events.tell(Fact.invitationEnded(other, List.of(somebody))));
        await().atMost(30, SECONDS).until(() -> receiver.about(other).size() == 1);
        assertThat(receiver.about(group)).hasSize(1);
    }

    @Test
    void whatIsWantedNoMoreIsOnItsWayNoMore() {
        var webhook = added("invitation.sent");
        operator().body(Map.of("enabled", false)).patch(webhook.path()).then().statusCode(200);
        happens(group);
        await().atMost(30, SECONDS).until(() -> {
            publisher.publishSome();
            return QuarkusTransaction.requiringNew()
                            .call(() -> deliveries.replay(
                                    Webhook.findById(UUID.fromString(webhook.id())), 0, Long.MAX_VALUE))
                    > 0;
        });
        assertThat(webhook.latest().path("state").asText()).isEqualTo("PENDING");

        operator()
                .body(Map.of("types", List.of("member.left")))
                .patch(webhook.path())
                .then()
                .statusCode(200);

        operator().get(webhook.path() + "/deliveries").then().body(at("$.items", hasSize(0)));
    }

    @Test
    void whatComesOntoItsWayWhileItsTypesChangeIsNotSentAfterThat() {
        var webhook = added("invitation.sent");
        operator().body(Map.of("enabled", false)).patch(webhook.path()).then().statusCode(200);
        UUID id = UUID.fromString(webhook.id());
        operator()
                .body(Map.of("types", List.of("member.left")))
                .patch(webhook.path())
                .then()
                .statusCode(200);
        happens(group);
        // as who publishes queues it who has read the types before they changed
        await().atMost(30, SECONDS).until(() -> {
            publisher.publishSome();
            return QuarkusTransaction.requiringNew().call(() -> {
                        Webhook before = Webhook.findById(id);
                        String since = before.types;
                        before.types = "invitation.sent";
                        int queued = deliveries.replay(before, 0, Long.MAX_VALUE);
                        before.types = since;
                        return queued;
                    })
                    > 0;
        });
        assertThat(webhook.latest().path("state").asText()).isEqualTo("PENDING");

        operator().body(Map.of("enabled", true)).patch(webhook.path()).then().statusCode(200);
        await().atMost(30, SECONDS).until(() -> webhook.latest().isMissingNode());
        assertThat(receiver.about(group)).isEmpty();
    }

    @Test
    void whatIsDisabledIsNotReplayed() {
        var webhook = added("invitation.sent");
        operator().body("{\"enabled\": false}").patch(webhook.path()).then().statusCode(200);

        operator()
                .body(Map.of())
                .post(webhook.path() + "/replay")
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("webhook-disabled")));
    }

    @Test
    void nullRemovesTheTypesOfAWebhookAndNothingElse() {
        var webhook = added("invitation.sent");

        operator()
                .body("{\"types\": null}")
                .patch(webhook.path())
                .then()
                .statusCode(200)
                .body(at("$.types", hasSize(0)));
        for (String needed : List.of("url", "enabled")) {
            operator()
                    .body("{\"%s\": null}".formatted(needed))
                    .patch(webhook.path())
                    .then()
                    .statusCode(400)
                    .body(at("$.errors[0].pointer", equalTo("/" + needed)));
        }
    }

    @Test
    void allThatIsWrongWithAChangeIsToldAtOnce() {
        var webhook = added("invitation.sent");

        operator()
                .body(
                        "{\"url\": \"ftp://example.org\", \"enabled\": null, \"types\": [\"group.dreamt\"], \"secret\": 1}")
                .patch(webhook.path())
                .then()
                .statusCode(400)
                .body(at("$.errors[*].pointer", contains("/enabled", "/secret", "/types/0", "/url")));
        operator()
                .body("{\"url\": null, \"enabled\": null}")
                .patch(webhook.path())
                .then()
                .statusCode(400)
                .body(at("$.errors[*].pointer", contains("/enabled", "/url")));
    }

    @Test
    void aWebhookIsChangedAndRemoved() {
        var webhook = added("invitation.sent", "group.activated");

        operator()
                .body(Map.of("types", List.of("member.left"), "url", "http://127.0.0.1:9/other"))
                .patch(webhook.path())
                .then()
                .statusCode(200)
                .body(at("$.types", contains("member.left")))
                .body(at("$.url", equalTo("http://127.0.0.1:9/other")))
                .body(at("$.secret", nullValue()));
        operator().get("/v1/webhooks").then().statusCode(200).body(at("$.items", hasSize(1)));
        operator().delete(webhook.path()).then().statusCode(204);

        operator().get(webhook.path()).then().statusCode(404).body(at("$.code", equalTo("unknown-webhook")));
    }

    @Test
    void whatIsReplayedSeveralTimesAtOnceIsOnItsWayOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            happens(group);
            publisher.publishMany();
            var webhook = added();

            assertThat(Together.times(
                            6,
                            () -> operator()
                                    .body("{}")
                                    .post(webhook.path() + "/replay")
                                    .statusCode()))
                    .contains(202)
                    .isSubsetOf(202, 503);
        }
    }

    @Test
    void whatSeveralRemoveAtOnceIsRemovedOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            var webhook = added();

            assertThat(Together.all(List.of(
                            () -> operator().delete(webhook.path()).statusCode(),
                            () -> operator().delete(webhook.path()).statusCode(),
                            () -> operator()
                                    .body(Map.of("types", List.of("member.left")))
                                    .patch(webhook.path())
                                    .statusCode(),
                            () -> operator().post(webhook.path() + "/secret").statusCode())))
                    .containsOnlyOnce(204)
                    .doesNotContain(500);
        }
    }

    @Test
    void aWebhookThatCannotBeIsRefused() {
        operator()
                .body(Map.of("url", "ftp://example.org", "types", List.of("group.dreamt")))
                .post("/v1/webhooks")
                .then()
                .statusCode(400)
                .body(at("$.errors[*].pointer", contains("/types/0", "/url")))
                .body(at("$.errors[0].detail", containsString("group.closed")));
        operator()
                .body(Map.of("url", "ftp://example.org"))
                .post("/v1/webhooks")
                .then()
                .statusCode(400)
                .body(at("$.errors[0].pointer", equalTo("/url")))
                .body(at("$.errors[0].code", equalTo("wrong-format")));
    }

    @Test
    void twentyAreEnough() {
        for (int i = 0; i < 20; i++) {
            added("member.left");
        }

        operator()
                .body(Map.of("url", receiver.url()))
                .post("/v1/webhooks")
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("too-many-webhooks")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/webhooks", "/v1/webhooks/0192f1c0-7f6e-7d5c-8b4a-392817065f4e/deliveries"})
    void webhooksAreForTheOperator(String path) {
        join("ada").asks().get(path).then().statusCode(403);
    }
}
