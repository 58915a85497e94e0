package org.coterie.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Says where input is wrong, and how, in the same words wherever it came in. */
public final class Faults {

    private Faults() {}

    /** What could not be read as what was expected. */
    public static Fault of(JsonProcessingException broken) {
        String pointer = broken instanceof JsonMappingException mapping ? pointerTo(mapping) : "";
        if (broken instanceof UnrecognizedPropertyException unknown) {
            return new Fault(
                    pointer, "unknown-field", "There is no field %s here.".formatted(unknown.getPropertyName()));
        }
        if (broken instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return new Fault(
                    pointer,
                    "unknown-value",
                    "must be one of %s."
                            .formatted(Arrays.toString(format.getTargetType().getEnumConstants())));
        }
        if (isTooLarge(broken)) {
            return new Fault(pointer, "out-of-range", "is too large a number.");
        }
        if (broken instanceof InvalidFormatException format) {
            return new Fault(pointer, "wrong-type", "is not a %s.".formatted(nameOf(format.getTargetType())));
        }
        if (broken instanceof ValueInstantiationException && broken.getCause() instanceof Problem problem) {
            return new Fault(pointer, problem.code(), problem.detail());
        }
        if (broken instanceof MismatchedInputException trailing
                && trailing.getOriginalMessage().startsWith("Trailing token")) {
            return new Fault("", "malformed-json", "There is more than one JSON value.");
        }
        if (broken instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return new Fault(pointer, "wrong-type", "is not a %s.".formatted(nameOf(mismatch.getTargetType())));
        }
        if (broken instanceof JsonMappingException && broken.getCause() instanceof JsonProcessingException inner) {
            return new Fault(pointer, "malformed-json", whereIn(inner));
        }
        return new Fault(pointer, "malformed-json", whereIn(broken));
    }

    /** Whether a number is no int or long, which Jackson finds while it reads. */
    private static boolean isTooLarge(Throwable broken) {
        return broken instanceof InputCoercionException || broken.getCause() instanceof InputCoercionException;
    }

    private static String whereIn(JsonProcessingException broken) {
        var at = broken.getLocation();
        String place = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return "The body is not well-formed JSON%s.".formatted(place);
    }

    private static String nameOf(Class<?> type) {
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "number of the right kind";
        }
        if (List.class.isAssignableFrom(type)) {
            return "list";
        }
        if (type == Instant.class) {
            return "time such as 2030-01-01T00:00:00Z";
        }
        return type.isRecord() || JsonNode.class.isAssignableFrom(type)
                ? "JSON object"
                : type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String pointerTo(JsonMappingException broken) {
        var pointer = new StringBuilder();
        for (var step : broken.getPath()) {
            pointer.append('/');
            pointer.append(step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** What breaks a rule; the pointer is empty where it is a parameter, not a place in the body. */
    public static Fault of(ConstraintViolation<?> violation) {
        return new Fault(pointerTo(violation.getPropertyPath()), codeOf(violation), violation.getMessage());
    }

    /** The path inside the body: method and parameter come before it and are no place in it. */
    private static String pointerTo(Path path) {
        var pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKey() != null) {
                pointer.append('/').append(escaped(node.getKey().toString()));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escaped(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String codeOf(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Min", "Max", "DecimalMin", "DecimalMax", "Positive", "PositiveOrZero" -> "out-of-range";
            case "Size" -> "wrong-size";
            default -> "wrong-format";
        };
    }
}
