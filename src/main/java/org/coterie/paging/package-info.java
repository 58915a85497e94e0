/**
 * How what is long travels: a list page by page with a cursor to the next, or all of it line by line, and long work as
 * events until it is over.
 */
@NullMarked
package org.coterie.paging;

import org.jspecify.annotations.NullMarked;
