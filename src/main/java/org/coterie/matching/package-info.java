/**
 * How groups form. People and what they care about right now go in; small groups come out, each with a purpose that its
 * members share and a reason for every one of them. Nothing here knows about HTTP, SQL or CDI, and the same people with
 * the same seed give the same groups, whatever order they arrive in.
 */
@NullMarked
package org.coterie.matching;

import org.jspecify.annotations.NullMarked;
