/**
 * What happened? Whatever happens to people is written where it happens, told to them in one order, and can be caught up with.
 */
@NullMarked
package org.coterie.events;

import org.jspecify.annotations.NullMarked;
