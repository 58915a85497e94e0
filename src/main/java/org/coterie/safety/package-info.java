/** Who must not meet? Blocks, and whom somebody avoids, are silent and work both ways. */
@NullMarked
package org.coterie.safety;

import org.jspecify.annotations.NullMarked;
