package org.coterie;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Gives every property that holds objects an example, composed of those of the object's own properties, so that nobody
 * writes one twice. What may be absent is left out of it, and so is what is absent in rows of a list.
 */
final class ExampleObjects {

    /** What the description of a property says where it is not always there. */
    private static final String MAY_BE_ABSENT = "absent";

    private final Map<String, Schema> schemas;

    private ExampleObjects(OpenAPI contract) {
        schemas = contract.getComponents().getSchemas();
    }

    static void compose(OpenAPI contract) {
        var objects = new ExampleObjects(contract);
        objects.schemas.values().stream()
                .filter(schema -> schema.getProperties() != null)
                .flatMap(schema -> schema.getProperties().values().stream())
                .filter(property -> property.getExamples() == null)
                .forEach(property -> objects.of(property).ifPresent(property::addExample));
    }

    /** An example of what this schema describes; empty where nothing in it has one. */
    private Optional<Object> of(Schema schema) {
        if (schema.getExamples() != null) {
            return Optional.of(schema.getExamples().get(0));
        }
        if (schema.getItems() != null) {
            return of(schema.getItems()).map(List::of);
        }
        if (schema.getRef() != null) {
            return Optional.ofNullable(referred(schema.getRef())).flatMap(this::of);
        }
        Map<String, Object> example = new LinkedHashMap<>();
        Optional.ofNullable(schema.getProperties()).orElse(Map.of()).forEach((name, property) -> {
            if (!String.valueOf(property.getDescription()).contains(MAY_BE_ABSENT)) {
                of(property).ifPresent(value -> example.put(name, value));
            }
        });
        return example.isEmpty() ? Optional.empty() : Optional.of(example);
    }

    private @Nullable Schema referred(String reference) {
        return schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
