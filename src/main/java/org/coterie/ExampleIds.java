package org.coterie;

import java.beans.Introspector;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Lets an id be the same in all examples of the contract: that of the thing it names, unless it says of another. */
final class ExampleIds {

    private final Collection<Schema> schemas;
    private final List<Parameter> parameters;

    private ExampleIds(OpenAPI contract) {
        schemas = contract.getComponents().getSchemas().values();
        parameters = contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> Stream.ofNullable(operation.getParameters()))
                .flatMap(List::stream)
                .toList();
    }

    static void align(OpenAPI contract) {
        var ids = new ExampleIds(contract);
        contract.getComponents()
                .getSchemas()
                .forEach((name, schema) -> property(schema, "id")
                        .filter(id -> id.getExamples() != null)
                        .ifPresent(id -> ids.align(Introspector.decapitalize(name), id.getExamples())));
    }

    private void align(String thing, List<Object> examples) {
        String reference = thing + "Id";
        schemas.stream()
                .flatMap(schema -> property(schema, reference).stream())
                .filter(property -> property.getExamples() == null)
                .forEach(property -> property.setExamples(examples));
        parameters.stream()
                .filter(parameter -> reference.equals(parameter.getName()) && parameter.getExample() == null)
                .forEach(parameter -> parameter.setExample(examples.get(0)));
        // a filter goes by the thing's own name
        parameters.stream()
                .filter(parameter -> thing.equals(parameter.getName()))
                .forEach(parameter -> parameter.getSchema().setExamples(examples));
    }

    private static Optional<Schema> property(Schema schema, String name) {
        Map<String, Schema> properties = schema.getProperties();
        return properties == null ? Optional.empty() : Optional.ofNullable(properties.get(name));
    }
}
