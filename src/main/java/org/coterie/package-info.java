/** What all rooms share: the clock and the title page of the contract. */
@NullMarked
package org.coterie;

import org.jspecify.annotations.NullMarked;
