/** What must a process know at once? The database's own record of changes, and whoever keeps a part of it in memory. */
@NullMarked
package org.coterie.live;

import org.jspecify.annotations.NullMarked;
