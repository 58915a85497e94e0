/**
 * What does it feel like with people in it? A made-up population from a seed, for whoever tries Coterie out.
 *
 * <p>The purposes, the voices and the names are written by hand in {@code demo/purposes.json}; nobody in it exists.
 */
@NullMarked
package org.coterie.demo;

import org.jspecify.annotations.NullMarked;
