package org.coterie;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says of every text, list and number without a bound of its own how large it can get, so that a client knows what to make
 * room for. Constraints say it of most that goes in; here it is said of what comes out, by what it is called.
 */
final class Bounds {

    private static final int SENTENCES = 1_000;

    /** The longest address that is read, if only to be refused. */
    private static final int LONGEST_LINE = 65_536;

    /** Whatever has an address in it (RFC 9110, section 4.1). */
    private static final int ADDRESS = 8_000;

    /** A word as somebody has written it; folded it has at most 64 characters. */
    private static final int WORD = 256;

    /** What is sent as a word, and folded before it is measured. */
    private static final Set<String> FOLDED = Set.of("label", "notTheOnlyOneWith", "sameAs", "synonyms", "tag", "tags");

    private static final Set<String> SENT =
            Set.of("ImportedInterest", "MatchingPreferences", "NewInterest", "NewPurpose", "NewSynonym", "NewTagLabel");

    private static final int LANGUAGE = 35;

    /** The most characters, by name. */
    private static final Map<String, Integer> CHARACTERS = Map.ofEntries(
            Map.entry("accessToken", 128),
            Map.entry("code", 64),
            Map.entry("detail", ADDRESS),
            Map.entry("displayName", 80),
            Map.entry("foundAs", WORD),
            Map.entry("from", 5),
            Map.entry("handle", 64),
            Map.entry("instance", LONGEST_LINE),
            Map.entry("kept", WORD),
            Map.entry("label", WORD),
            Map.entry("language", LANGUAGE),
            Map.entry("languages", LANGUAGE),
            Map.entry("Link", ADDRESS),
            Map.entry("Location", ADDRESS),
            Map.entry("name", 120),
            Map.entry("notTheOnlyOneWith", WORD),
            Map.entry("prefix", WORD),
            Map.entry("sameAs", WORD),
            Map.entry("saidAs", WORD),
            Map.entry("saidAsLabel", WORD),
            Map.entry("statement", 500),
            Map.entry("synonyms", WORD),
            Map.entry("tag", WORD),
            Map.entry("tags", WORD),
            Map.entry("timeZone", 64),
            Map.entry("title", 64),
            Map.entry("to", 5),
            Map.entry("token", 128),
            Map.entry("type", 128),
            Map.entry("why", 280));

    /** The most characters, by format. */
    private static final Map<String, Integer> WRITTEN = Map.of("uuid", 36, "date-time", 40);

    /** The longest list is a page, unless another one is told of. */
    private static final int MOST_ITEMS = 100;

    private static final Map<String, BigDecimal> LARGEST =
            Map.of("int32", BigDecimal.valueOf(Integer.MAX_VALUE), "int64", BigDecimal.valueOf(Long.MAX_VALUE));

    /** Of which a part is enough. */
    private static final String NOT_BLANK = "\\S";

    /** Any number will do. */
    private static final String SEED = "seed";

    private Bounds() {}

    static void set(OpenAPI contract) {
        Components components = contract.getComponents();
        components.getSchemas().forEach(Bounds::bound);
        SENT.forEach(sent -> sayWhatIsMeasured(
                Objects.requireNonNull(components.getSchemas().get(sent)).getProperties()));
        named(components.getParameters()).forEach(Bounds::boundParameter);
        named(components.getHeaders()).forEach(Bounds::boundHeader);
        named(components.getResponses()).forEach((name, response) -> boundAnswer(response));
        contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(Bounds::boundOperation);
    }

    /** No bound can say it: what makes no difference may be as long as it is told. */
    private static void sayWhatIsMeasured(Map<String, Schema> properties) {
        properties.forEach((name, word) -> {
            if (FOLDED.contains(name)) {
                word.setDescription(
                        word.getDescription() + " Folded, as `repair-cafe` is, a word has at most 64 characters.");
            }
        });
    }

    private static void boundOperation(Operation operation) {
        Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .forEach(parameter -> boundParameter(String.valueOf(parameter.getName()), parameter));
        operation.getResponses().getAPIResponses().values().forEach(Bounds::boundAnswer);
    }

    private static void boundAnswer(APIResponse response) {
        named(response.getHeaders()).forEach(Bounds::boundHeader);
        Optional.ofNullable(response.getContent())
                .map(Content::getMediaTypes)
                .ifPresent(types -> types.forEach((name, type) -> boundMaybe(name, type.getSchema())));
    }

    private static void boundHeader(String name, Header header) {
        boundMaybe(name, header.getSchema());
    }

    private static void boundParameter(String name, Parameter parameter) {
        boundMaybe(name, parameter.getSchema());
    }

    private static void boundMaybe(String name, Schema schema) {
        if (schema != null) {
            bound(name, schema);
        }
    }

    private static void bound(String name, Schema schema) {
        List<SchemaType> types = Optional.ofNullable(schema.getType()).orElse(List.of());
        if (types.contains(SchemaType.STRING)) {
            boundText(name, schema);
        }
        if (types.contains(SchemaType.INTEGER)) {
            boundNumber(name, schema);
        }
        if (types.contains(SchemaType.ARRAY) && schema.getMaxItems() == null) {
            schema.setMaxItems(MOST_ITEMS);
        }
        named(schema.getProperties()).forEach(Bounds::bound);
        boundMaybe(name, schema.getItems());
        Stream.of(schema.getOneOf(), schema.getAnyOf(), schema.getAllOf())
                .flatMap(Stream::ofNullable)
                .flatMap(List::stream)
                .forEach(one -> bound(name, one));
    }

    private static void boundText(String name, Schema text) {
        if (text.getMaxLength() == null && text.getEnumeration() == null && text.getConstValue() == null) {
            text.setMaxLength(Optional.ofNullable(text.getFormat())
                    .map(WRITTEN::get)
                    .orElseGet(() -> CHARACTERS.getOrDefault(name, SENTENCES)));
        }
        if (text.getPattern() != null) {
            text.setPattern(anchored(text.getPattern()));
        }
    }

    /** A constraint is met by all of a text, a pattern of JSON Schema by any part of it. */
    private static String anchored(String pattern) {
        if (pattern.equals(NOT_BLANK) || (pattern.startsWith("^") && pattern.endsWith("$"))) {
            return pattern;
        }
        return pattern.contains("|") ? "^(?:%s)$".formatted(pattern) : "^%s$".formatted(pattern);
    }

    private static void boundNumber(String name, Schema number) {
        if (number.getFormat() == null) {
            number.setFormat("int32");
        }
        BigDecimal largest = Objects.requireNonNull(LARGEST.get(number.getFormat()));
        if (number.getMaximum() == null) {
            number.setMaximum(largest);
        }
        if (number.getMinimum() == null) {
            // what is counted is never negative
            number.setMinimum(name.equals(SEED) ? largest.negate() : BigDecimal.ZERO);
        }
    }

    private static <T> Map<String, T> named(Map<String, T> those) {
        return those == null ? Map.of() : those;
    }
}
