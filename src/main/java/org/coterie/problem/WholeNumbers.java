package org.coterie.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/** Takes a whole number however JSON writes it: {@code 3.0} is an integer to JSON Schema, as {@code 3} is. */
@Singleton
class WholeNumbers implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("whole-numbers")
                .addDeserializer(Integer.class, new Reader<>(Integer.class, BigDecimal::intValueExact))
                .addDeserializer(Long.class, new Reader<>(Long.class, BigDecimal::longValueExact)));
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient JsonDeserializer<?> strict;
        private final transient Function<BigDecimal, T> exactly;
        private final Class<T> type;

        Reader(Class<T> type, Function<BigDecimal, T> exactly) {
            super(type);
            this.type = type;
            this.exactly = exactly;
            this.strict = NumberDeserializers.find(type, type.getName());
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
                try {
                    return exactly.apply(parser.getDecimalValue());
                } catch (ArithmeticException partOrTooLarge) {
                    // refused as any other number that is none of these
                    return type.cast(strict.deserialize(parser, context));
                }
            }
            return type.cast(strict.deserialize(parser, context));
        }
    }
}
