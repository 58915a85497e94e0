/** What has formed? The life of a group and of a membership: proposed, joined, left, closed. */
@NullMarked
package org.coterie.groups;

import org.jspecify.annotations.NullMarked;
