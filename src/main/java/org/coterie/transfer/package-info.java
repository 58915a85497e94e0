/** How does much data come in? Files of people, read while they arrive. */
@NullMarked
package org.coterie.transfer;

import org.jspecify.annotations.NullMarked;
