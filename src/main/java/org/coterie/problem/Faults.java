package org.coterie.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coterie.language.Text;

/** Says where input is wrong, and how, in the same words wherever it came in. */
public final class Faults {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the parser says, which has no exception of its own for it. */
    private static final Pattern DOUBLED = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

    private Faults() {}

    /** What could not be read as what was expected. */
    public static Fault of(JsonProcessingException broken) {
        String pointer = pointerOf(broken);
        if (broken instanceof UnrecognizedPropertyException unknown) {
            return new Fault(
                    pointer, "unknown-field", Map.of("name", Shortened.to(Shortened.NAME, unknown.getPropertyName())));
        }
        if (broken instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return new Fault(
                    pointer, "unknown-value", Map.of("values", new Text.Either(namesOf(format.getTargetType()))));
        }
        if (isTooLarge(broken)) {
            return new Fault(pointer, "out-of-range.too-large");
        }
        if (broken instanceof InvalidFormatException format) {
            return new Fault(pointer, "wrong-type." + nameOf(format.getTargetType()));
        }
        if (broken instanceof ValueInstantiationException && broken.getCause() instanceof Problem problem) {
            return problem.at(pointer);
        }
        if (broken instanceof MismatchedInputException trailing
                && trailing.getOriginalMessage().startsWith("Trailing token")) {
            return new Fault("", "malformed-json.more-than-one");
        }
        if (broken instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return new Fault(pointer, "wrong-type." + nameOf(mismatch.getTargetType()));
        }
        if (broken instanceof JsonMappingException && broken.getCause() instanceof JsonProcessingException inner) {
            return malformed(pointer, inner);
        }
        return malformed(pointer, broken);
    }

    /** As they are written in JSON: a day of the week would be told in words. */
    private static List<String> namesOf(Class<?> values) {
        return Stream.of(values.getEnumConstants())
                .map(value -> JSON.convertValue(value, String.class))
                .toList();
    }

    /** Whether a number is no int or long, which Jackson finds while it reads. */
    private static boolean isTooLarge(Throwable broken) {
        return broken instanceof InputCoercionException || broken.getCause() instanceof InputCoercionException;
    }

    /** That a name is in one object twice, where that is it. */
    public static Optional<Fault> doubled(JsonProcessingException broken) {
        Matcher name = DOUBLED.matcher(String.valueOf(broken.getOriginalMessage()));
        return name.matches()
                ? Optional.of(new Fault(
                        "", "malformed-json.doubled", Map.of("name", Shortened.to(Shortened.NAME, name.group(1)))))
                : Optional.empty();
    }

    private static Fault malformed(String pointer, JsonProcessingException broken) {
        return doubled(broken).orElseGet(() -> unreadable(pointer, broken));
    }

    private static Fault unreadable(String pointer, JsonProcessingException broken) {
        var at = broken.getLocation();
        return at == null
                ? new Fault(pointer, "malformed-json")
                : new Fault(pointer, "malformed-json.at", Map.of("line", at.getLineNr(), "column", at.getColumnNr()));
    }

    private static String nameOf(Class<?> type) {
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "number";
        }
        if (List.class.isAssignableFrom(type)) {
            return "list";
        }
        if (type == Instant.class) {
            return "time";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == UUID.class) {
            return "id";
        }
        return type == String.class || type.isEnum() ? "text" : "object";
    }

    /** Where it is; empty where that is no place in it. */
    static String pointerOf(JsonProcessingException broken) {
        var pointer = new StringBuilder();
        for (var step : broken instanceof JsonMappingException mapping ? mapping.getPath() : List.<Reference>of()) {
            pointer.append('/');
            pointer.append(step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /**
     * What breaks a rule; the pointer is empty where it is a parameter, not a place in the body. The message of a rule that
     * can be broken in many ways is the key of a text.
     */
    public static Fault of(ConstraintViolation<?> violation) {
        String pointer = pointerTo(violation.getPropertyPath());
        Annotation rule = violation.getConstraintDescriptor().getAnnotation();
        if (rule instanceof NotNull || rule instanceof NotBlank) {
            return new Fault(pointer, "required");
        }
        if (rule instanceof Min min) {
            return new Fault(pointer, "out-of-range.least", Map.of("least", Long.toString(min.value())));
        }
        if (rule instanceof Max max) {
            return new Fault(pointer, "out-of-range.most", Map.of("most", Long.toString(max.value())));
        }
        if (rule instanceof DecimalMin min) {
            return new Fault(pointer, "out-of-range.least", Map.of("least", min.value()));
        }
        if (rule instanceof DecimalMax max) {
            return new Fault(pointer, "out-of-range.most", Map.of("most", max.value()));
        }
        if (rule instanceof Size size) {
            boolean text = violation.getInvalidValue() instanceof CharSequence;
            return new Fault(
                    pointer,
                    text ? "wrong-size.characters" : "wrong-size.entries",
                    Map.of("least", size.min(), "most", size.max()));
        }
        return new Fault(pointer, violation.getMessageTemplate());
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
}
