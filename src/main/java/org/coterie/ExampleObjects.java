package org.coterie;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives every property that holds objects, and every answer, an example, composed of those of the properties in it, so that
 * nobody writes one twice. What may be absent is left out of it, but for what goes with the rest.
 */
final class ExampleObjects {

    /** What the description of a property says where it is not always there, and where it is not there in rows of a list. */
    private static final String MAY_BE_ABSENT = "absent";

    private static final String ABSENT_IN_ROWS = "absent in a list";

    /** What may be absent and is shown all the same. The rest is of another state than is shown, or for another reader. */
    private static final Set<String> SHOWN = Set.of(
            "Delivery.attemptedAt",
            "Delivery.dueAt",
            "Delivery.failure",
            "Delivery.status",
            "FormationMillis.store",
            "Group.cohesion",
            "Group.formationId",
            "GroupCard.affinity",
            "Home.lastEventId",
            "Import.errors",
            "Import.finishedAt",
            "Interest.matchesUntil",
            "Interest.why",
            "Me.timeZone",
            "Member.affinity",
            "Member.because",
            "Member.sentence",
            "Member.since",
            "MyGroup.affinity",
            "SignalTag.end",
            "SignalTag.start",
            "Synonym.language",
            "Synonym.voices");

    private final Components components;
    private final Map<String, Schema> schemas;

    private ExampleObjects(OpenAPI contract) {
        components = contract.getComponents();
        schemas = components.getSchemas();
    }

    static void compose(OpenAPI contract) {
        var objects = new ExampleObjects(contract);
        SHOWN.forEach(objects::expect);
        objects.schemas.values().stream()
                .filter(schema -> schema.getProperties() != null)
                .flatMap(schema -> schema.getProperties().values().stream())
                .filter(property -> property.getExamples() == null)
                .forEach(property -> objects.of(property, false).ifPresent(property::addExample));
        answers(contract).forEach(objects::show);
    }

    private void expect(String shown) {
        String[] place = shown.split("\\.", 2);
        Objects.requireNonNull(
                Objects.requireNonNull(schemas.get(place[0]), shown)
                        .getProperties()
                        .get(place[1]),
                shown);
    }

    /** What is answered where all went well, in each of its formats. */
    private static Stream<MediaType> answers(OpenAPI contract) {
        return contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().entrySet().stream())
                .filter(response ->
                        response.getKey().startsWith("2") && response.getValue().getContent() != null)
                .map(response -> response.getValue().getContent().getMediaTypes())
                .map(Map::values)
                .flatMap(Collection::stream);
    }

    /** All answers of a kind show the same, which stands in the document once. Of lines and events it is one. */
    private void show(MediaType answer) {
        if (answer.getSchema() == null || answer.getSchema().getRef() == null) {
            return;
        }
        String name = nameOf(answer.getSchema().getRef());
        of(answer.getSchema(), false).ifPresent(whole -> {
            components.addExample(name, OASFactory.createExample().value(whole));
            answer.addExample(name, OASFactory.createExample().ref(name));
        });
    }

    /** An example of what this schema describes; empty where nothing in it has one. */
    private Optional<Object> of(Schema schema, boolean row) {
        return of("", schema, row);
    }

    private Optional<Object> of(String name, Schema schema, boolean row) {
        if (schema.getExamples() != null) {
            return Optional.of(schema.getExamples().get(0));
        }
        if (schema.getItems() != null) {
            return of(schema.getItems(), true).map(List::of);
        }
        if (schema.getRef() != null) {
            String referred = nameOf(schema.getRef());
            return Optional.ofNullable(schemas.get(referred)).flatMap(named -> of(referred, named, row));
        }
        Map<String, Object> example = new LinkedHashMap<>();
        Optional.ofNullable(schema.getProperties()).orElse(Map.of()).forEach((key, property) -> {
            if (isShown(name + "." + key, String.valueOf(property.getDescription()), row)) {
                of(property, false).ifPresent(value -> example.put(key, value));
            }
        });
        return example.isEmpty() ? Optional.empty() : Optional.of(example);
    }

    private static boolean isShown(String place, String description, boolean row) {
        boolean missing = row && description.contains(ABSENT_IN_ROWS);
        return !missing && (!description.contains(MAY_BE_ABSENT) || SHOWN.contains(place));
    }

    private static String nameOf(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
