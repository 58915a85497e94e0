/** How a list travels: a page of it with a cursor to the next, or all of it line by line. */
@NullMarked
package org.coterie.paging;

import org.jspecify.annotations.NullMarked;
