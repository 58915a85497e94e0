/** What do words mean? Folding the many ways to write a tag into one, and finding tags in what people say. */
@NullMarked
package org.coterie.tags;

import org.jspecify.annotations.NullMarked;
