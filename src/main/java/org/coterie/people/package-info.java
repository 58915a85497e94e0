/** Who is here? Joining, looking each other up, changing and deleting oneself. */
@NullMarked
package org.coterie.people;

import org.jspecify.annotations.NullMarked;
