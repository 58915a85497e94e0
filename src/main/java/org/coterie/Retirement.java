package org.coterie;

import java.util.HashMap;
import java.util.Map;
import org.coterie.freshness.Retiring;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;

/** Tells in the contract which operations go away, when, and what there is instead. */
public final class Retirement {

    private static final String OPERATION = org.eclipse.microprofile.openapi.annotations.Operation.class.getName();

    private final Map<String, AnnotationInstance> retiring = new HashMap<>();

    private Retirement(IndexView classes) {
        for (AnnotationInstance one : classes.getAnnotations(Retiring.class)) {
            String id = one.target()
                    .asMethod()
                    .annotation(OPERATION)
                    .value("operationId")
                    .asString();
            retiring.put(id, one);
        }
    }

    /** What is annotated among these classes. */
    public static Retirement in(IndexView classes) {
        return new Retirement(classes);
    }

    /** Says so of an operation, if it goes away. */
    public void tellOf(Operation operation) {
        AnnotationInstance going = retiring.get(String.valueOf(operation.getOperationId()));
        if (going == null) {
            return;
        }
        String when = "Goes away on %s; use `%s` instead."
                .formatted(
                        going.value("gone").asString(), going.value("instead").asString());
        operation.setDeprecated(true);
        operation.setDescription(operation.getDescription() == null ? when : operation.getDescription() + " " + when);
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(response -> response.addHeader(
                                "Deprecation",
                                Failures.header(
                                        "Since when it should not be used any more (RFC 9745).",
                                        SchemaType.STRING,
                                        "@1769817600"))
                        .addHeader(
                                "Sunset",
                                Failures.header(
                                        "From when it may be gone (RFC 8594).",
                                        SchemaType.STRING,
                                        "Fri, 31 Jul 2026 00:00:00 GMT")));
    }
}
