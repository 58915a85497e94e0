/** In which languages whoever asks reads, and what is said in each of them. */
@NullMarked
package org.coterie.language;

import org.jspecify.annotations.NullMarked;
