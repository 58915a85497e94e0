package org.coterie;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of what is answered which properties are always there: those that the code does not allow to be null. So clients in
 * languages that tell the two apart need not ask of each. What is sent as well as answered stays as it is.
 */
final class Presence {

    private static final String SCHEMA = org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName();

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    private final Map<String, Schema> schemas;
    private final Map<String, ClassInfo> classes = new HashMap<>();

    private Presence(Map<String, Schema> schemas, IndexView index) {
        this.schemas = schemas;
        for (AnnotationInstance named : index.getAnnotations(SCHEMA)) {
            if (named.target() instanceof ClassInfo one && one.isRecord() && named.value("name") != null) {
                classes.put(named.value("name").asString(), one);
            }
        }
    }

    /** Of all that the operations of this contract answer. */
    static void tell(OpenAPI contract, IndexView index) {
        var presence = new Presence(contract.getComponents().getSchemas(), index);
        List<Operation> operations = contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
        Set<String> answered = new HashSet<>();
        Stream.concat(
                        operations.stream()
                                .map(operation -> operation.getResponses().getAPIResponses()),
                        Stream.of(contract.getComponents().getResponses()))
                .flatMap(answers -> answers.values().stream())
                .forEach(answer -> presence.collect(answer.getContent(), answered));
        Set<String> sent = new HashSet<>();
        operations.stream()
                .map(Operation::getRequestBody)
                .filter(body -> body != null)
                .forEach(body -> presence.collect(body.getContent(), sent));
        answered.removeAll(sent);
        answered.forEach(presence::require);
    }

    private void collect(@Nullable Content content, Set<String> names) {
        Stream.ofNullable(content)
                .flatMap(some -> some.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(schema -> collect(schema, names));
    }

    private void collect(@Nullable Schema schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (names.add(name)) {
                collect(schemas.get(name), names);
            }
        }
        collect(schema.getItems(), names);
        Stream.of(schema.getOneOf(), schema.getAnyOf(), schema.getAllOf())
                .flatMap(Stream::ofNullable)
                .flatMap(Collection::stream)
                .forEach(one -> collect(one, names));
        Optional.ofNullable(schema.getProperties())
                .ifPresent(properties -> properties.values().forEach(one -> collect(one, names)));
    }

    private void require(String name) {
        Schema schema = schemas.get(name);
        ClassInfo record = classes.get(name);
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        if (record != null) {
            schema.setRequired(record.recordComponentsInDeclarationOrder().stream()
                    .filter(Presence::isAlwaysThere)
                    .map(RecordComponentInfo::name)
                    .filter(schema.getProperties()::containsKey)
                    .toList());
        } else if (schema.getProperties().containsKey("nextCursor")) {
            schema.setRequired(List.of("items"));
        }
    }

    private static boolean isAlwaysThere(RecordComponentInfo component) {
        return !component.type().hasAnnotation(NULLABLE);
    }
}
