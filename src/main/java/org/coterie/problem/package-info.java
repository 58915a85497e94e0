/** How a request fails: one shape for every error (RFC 9457), and the only place that knows status codes. */
@NullMarked
package org.coterie.problem;

import org.jspecify.annotations.NullMarked;
