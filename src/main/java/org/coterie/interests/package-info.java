/** What do they care about right now? Interests, the signals they are read from, and how both fade. */
@NullMarked
package org.coterie.interests;

import org.jspecify.annotations.NullMarked;
