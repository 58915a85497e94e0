package org.coterie;

import java.util.List;
import java.util.stream.Collectors;
import org.coterie.events.EventType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Lists in the contract what can happen, each as a webhook: the place that OpenAPI has for what nobody asks for. */
final class EventTypes {

    private static final String EVENT = "#/components/schemas/Event";

    private EventTypes() {}

    static void list(OpenAPI contract) {
        for (EventType type : EventType.values()) {
            contract.addWebhook(type.code(), OASFactory.createPathItem().POST(told(type)));
        }
    }

    private static Operation told(EventType type) {
        return OASFactory.createOperation()
                .operationId(type.code())
                .summary(type.description())
                .addTag("Events")
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
                        .addAPIResponse("204", OASFactory.createAPIResponse().description("It has been received.")));
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
