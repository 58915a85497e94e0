package org.coterie.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A text as a database keeps it: as JSON, so that it can be told in any language later. */
public final class KeptText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String KEY = "key";

    /** A word of a person that is longer is cut off. */
    private static final int LONGEST_WORD = 200;

    private KeptText() {}

    /** For {@link #read}; what no database keeps is left out. */
    public static String write(Text text) {
        return written(text).toString();
    }

    private static JsonNode written(Object value) {
        if (value instanceof Text text) {
            var arguments = NODES.objectNode();
            text.arguments().forEach((name, argument) -> arguments.set(name, written(argument)));
            return NODES.objectNode().put(KEY, text.key()).set("arguments", arguments);
        }
        if (value instanceof Text.Either either) {
            return NODES.objectNode().set("either", written(either.of()));
        }
        if (value instanceof Collection<?> all) {
            return NODES.arrayNode().addAll(all.stream().map(KeptText::written).toList());
        }
        return value instanceof Number number
                ? JSON.valueToTree(number)
                : NODES.textNode(storable(String.valueOf(value)));
    }

    private static String storable(String word) {
        String clean = word.replaceAll("[\\p{Cc}\\p{Cs}]", "\uFFFD");
        return clean.codePointCount(0, clean.length()) <= LONGEST_WORD
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_WORD - 1)) + "…";
    }

    /** What {@link #write} has written. */
    public static Text read(String kept) {
        try {
            return (Text) read(JSON.readTree(kept));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no kept text", e);
        }
    }

    private static Object read(JsonNode node) {
        if (node.has(KEY)) {
            Map<String, Object> arguments = new HashMap<>();
            node.path("arguments").properties().forEach(one -> arguments.put(one.getKey(), read(one.getValue())));
            return new Text(node.path(KEY).asText(), arguments);
        }
        if (node.has("either")) {
            return new Text.Either((List<?>) read(node.path("either")));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(KeptText::read)
                    .toList();
        }
        return node.isNumber() ? node.numberValue() : node.asText();
    }
}
