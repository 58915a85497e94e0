package org.coterie.language;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Puts every text into the words of whoever asks, as it is written. */
@Singleton
class TextWriter implements ObjectMapperCustomizer {

    private final Reader reader;

    TextWriter(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("texts").addSerializer(Text.class, new Writer(reader)));
    }

    private static final class Writer extends StdSerializer<Text> {

        private static final long serialVersionUID = 1L;

        private final transient Reader reader;

        Writer(Reader reader) {
            super(Text.class);
            this.reader = reader;
        }

        @Override
        public void serialize(Text text, JsonGenerator json, SerializerProvider provider) throws IOException {
            Object asked = provider.getAttribute(RoutingContext.class);
            json.writeString(asked instanceof RoutingContext request ? reader.tell(text, request) : reader.tell(text));
        }
    }
}
