package org.coterie.freshness;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonView;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Told beside what an edit of the same address replaces: what others do, how far work is, and whatever depends on the reader's
 * language. It makes another answer, but not another thing to change ({@link Precondition}).
 */
@JacksonAnnotationsInside
@JsonView(Beside.Whole.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Beside {

    /** With what is beside. */
    interface Whole {}

    /** Without. */
    interface Own {}
}
