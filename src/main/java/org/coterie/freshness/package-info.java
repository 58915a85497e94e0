/**
 * Whether what a client holds is still so (RFC 9110, section 13): an {@code ETag} on every answer to a GET, 304 where the
 * client has it already, and 412 where somebody would change what they have not seen.
 */
@NullMarked
package org.coterie.freshness;

import org.jspecify.annotations.NullMarked;
