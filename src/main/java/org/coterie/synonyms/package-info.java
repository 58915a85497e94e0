/** Which words mean the same? People who hold them say so; what is under the one then moves to the other, and back if need be. */
@NullMarked
package org.coterie.synonyms;

import org.jspecify.annotations.NullMarked;
