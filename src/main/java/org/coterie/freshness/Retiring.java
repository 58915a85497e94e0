package org.coterie.freshness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that goes away. Every answer of it says so (RFC 9745, RFC 8594), and the document does, with nothing more to do
 * than this.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Retiring {

    /** From this day on, UTC, something else should be used: {@code 2027-01-31}. */
    String since();

    /** From this day on, UTC, it may be gone: {@code 2027-07-31}. */
    String gone();

    /** The operation to use instead, as a path: {@code /v1/home}. */
    String instead();
}
