package org.coterie.freshness;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A GET whose answer depends on who asks, on how they ask, and on what is noted in the record of changes alone: on people,
 * interests, messages, groups, tags and what is proposed of them, formations, imports and webhooks. It is not put together
 * again where nothing was written since ({@link Unchanged}).
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Noted {}
