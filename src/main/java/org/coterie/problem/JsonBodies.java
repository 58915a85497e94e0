package org.coterie.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Tells of a body that is not the JSON that is expected each place where it is not. */
@Provider
class JsonBodies implements ReaderInterceptor {

    private final Misreading misreading;

    JsonBodies(Misreading misreading) {
        this.misreading = misreading;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext asked) throws IOException {
        if (!isJson(asked.getMediaType())) {
            return asked.proceed();
        }
        byte[] body = asked.getInputStream().readAllBytes();
        if (body.length == 0) {
            return asked.proceed(); // which knows what nothing is
        }
        if (isWide(body)) {
            throw Problem.invalid(List.of(new Fault("", "malformed-json.not-utf-8")));
        }
        asked.setInputStream(new ByteArrayInputStream(body));
        try {
            return asked.proceed();
        } catch (JsonProcessingException broken) {
            throw misreading.of(broken, body, asked.getGenericType());
        } catch (WebApplicationException refused) {
            if (refused.getCause() instanceof JsonProcessingException broken) {
                throw misreading.of(broken, body, asked.getGenericType());
            }
            throw refused;
        }
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }

    /** Whether it is in UTF-16 or UTF-32, which Jackson would read: in these one of the first bytes is zero, in UTF-8 none. */
    private static boolean isWide(byte[] body) {
        for (int i = 0; i < Math.min(body.length, 4); i++) {
            if (body[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
