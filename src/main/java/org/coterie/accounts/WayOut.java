package org.coterie.accounts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What keeps somebody safe, or lets them go: nobody has to wait for it because they have asked much before. The document says
 * so with nothing more to do than this.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface WayOut {}
