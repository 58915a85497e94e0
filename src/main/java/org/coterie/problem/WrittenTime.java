package org.coterie.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads an instant from RFC 3339 text alone: a number, also in quotes, would be taken for seconds since 1970. */
@Singleton
class WrittenTime implements ObjectMapperCustomizer {

    /** After Quarkus has added its own ways to read time: the last one counts. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("written-time").addDeserializer(Instant.class, new Reader()));
    }

    private static final class Reader extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        /** ISO 8601 has it, and Java reads it. */
        private static final Pattern MIDNIGHT_OF_THE_DAY_BEFORE = Pattern.compile("[^Tt]*[Tt]24:.*");

        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            String text = parser.getText();
            if (MIDNIGHT_OF_THE_DAY_BEFORE.matcher(text).matches()) {
                return notRfc3339(text, context);
            }
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                return notRfc3339(text, context);
            }
        }

        private static Instant notRfc3339(String text, DeserializationContext context) throws IOException {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "is no instant of RFC 3339");
        }
    }
}
