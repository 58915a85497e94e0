/** Who must not meet? Blocks, and whom somebody avoids, are silent and work both ways. Who comes only together? Companions, once both say so. */
@NullMarked
package org.coterie.safety;

import org.jspecify.annotations.NullMarked;
