/** When do groups form, and what suits me? Formations over everybody, the third person, and suggestions for one. */
@NullMarked
package org.coterie.formation;

import org.jspecify.annotations.NullMarked;
