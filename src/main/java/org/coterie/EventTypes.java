package org.coterie;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.coterie.events.EventType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Lists in the contract what can happen, each as a webhook: the place that OpenAPI has for what nobody asks for. */
final class EventTypes {

    private static final String EVENT = "#/components/schemas/Event";

    private EventTypes() {}

    static void list(OpenAPI contract) {
        contract.getComponents()
                .addParameter(
                        "WebhookId",
                        header(
                                "webhook-id",
                                "The event's `id`, the same in each attempt.",
                                "0192f1c0-9d8c-7b6a-8f5e-4d3c2b1a0f9e"))
                .addParameter(
                        "WebhookTimestamp",
                        header(
                                "webhook-timestamp",
                                "When it was sent, in seconds since 1970: do not trust what is old.",
                                "1767225600"))
                .addParameter(
                        "WebhookSignature",
                        header(
                                "webhook-signature",
                                "HMAC-SHA256 of `webhook-id`, `webhook-timestamp` and the body, with dots between, by the webhook's secret (https://www.standardwebhooks.com); more than one, parted by spaces, while the secret changes.",
                                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
        for (EventType type : EventType.values()) {
            contract.addWebhook(type.code(), OASFactory.createPathItem().POST(told(type)));
        }
        Map<String, Schema> schemas = contract.getComponents().getSchemas();
        Objects.requireNonNull(schemas.get("EventType"))
                .setDescription(Arrays.stream(EventType.values())
                        .map(type -> "- `%s`: %s".formatted(type.code(), type.description()))
                        .collect(Collectors.joining("\n", "What has happened.\n\n", "")));
        openToMore(Objects.requireNonNull(
                Objects.requireNonNull(schemas.get("Event")).getProperties().get("type")));
    }

    /** A client of today is told of types of tomorrow, and a closed list would have it fail. */
    private static void openToMore(Schema type) {
        type.ref(null)
                .addExtension(
                        "x-extensible-enum",
                        Arrays.stream(EventType.values()).map(EventType::code).toList());
    }

    private static Operation told(EventType type) {
        return OASFactory.createOperation()
                .operationId(type.code())
                .summary(type.description())
                .addTag("Events")
                .addParameter(OASFactory.createParameter().ref("WebhookId"))
                .addParameter(OASFactory.createParameter().ref("WebhookTimestamp"))
                .addParameter(OASFactory.createParameter().ref("WebhookSignature"))
                // who calls is known by the signature
                .addSecurityRequirement(OASFactory.createSecurityRequirement())
                .requestBody(OASFactory.createRequestBody()
                        .description("The event.")
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        "application/json",
                                        OASFactory.createMediaType().schema(payload(type)))))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "204",
                                OASFactory.createAPIResponse()
                                        .description("It has been received. Any other 2xx says the same."))
                        .addAPIResponse(
                                "410",
                                OASFactory.createAPIResponse()
                                        .description(
                                                "Nobody is there any more: the webhook is disabled, and told nothing else."))
                        .addAPIResponse("default", notReceived()));
    }

    private static APIResponse notReceived() {
        Header wait = Failures.header(
                "After how many seconds to send it again, or not before when (RFC 9110); three days at most.",
                SchemaType.STRING,
                "120");
        wait.getSchema().setMaxLength(100);
        return OASFactory.createAPIResponse()
                .description(
                        "It has not been received: it is sent again, no sooner than `Retry-After` says. So with 429, 5xx, and a 3xx, which is not followed.")
                .addHeader("Retry-After", wait);
    }

    private static Parameter header(String name, String description, String example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(true)
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).addExample(example));
    }

    /** Any event, of this type and with data of the kind that it has. */
    private static Schema payload(EventType type) {
        return OASFactory.createSchema()
                .allOf(List.of(
                        OASFactory.createSchema().ref(EVENT),
                        OASFactory.createSchema()
                                .addProperty("type", OASFactory.createSchema().constValue(type.code()))
                                .addProperty(
                                        "data",
                                        OASFactory.createSchema()
                                                .properties(type.data().stream()
                                                        .collect(Collectors.toMap(
                                                                name -> name, name -> OASFactory.createSchema())))
                                                .required(type.data()))));
    }
}
