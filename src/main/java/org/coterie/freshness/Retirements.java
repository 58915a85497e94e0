package org.coterie.freshness;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says in every answer of an operation that goes away since when, until when, and what there is instead. */
@Provider
class Retirements implements ContainerResponseFilter {

    /** As RFC 9110 writes a date: its day has two digits, which {@link DateTimeFormatter#RFC_1123_DATE_TIME} does not promise. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final ResourceInfo asked;

    Retirements(ResourceInfo asked) {
        this.asked = asked;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Method operation = asked.getResourceMethod();
        Retiring retiring = operation == null ? null : operation.getAnnotation(Retiring.class);
        if (retiring != null) {
            response.getHeaders()
                    .add("Deprecation", "@" + dayOf(retiring.since()).toEpochSecond());
            response.getHeaders().add("Sunset", HTTP_DATE.format(dayOf(retiring.gone())));
            response.getHeaders()
                    .add(HttpHeaders.LINK, "<%s>; rel=\"successor-version\"".formatted(retiring.instead()));
        }
    }

    private static ZonedDateTime dayOf(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC);
    }
}
