/** In which languages whoever asks reads. */
@NullMarked
package org.coterie.language;

import org.jspecify.annotations.NullMarked;
