/**
 * What words mean, told by a sentence-embedding model in this process: a vector for each text, how sure it is that two
 * names mean the same, and which of many names are near. English only: a name in another language is near nothing.
 *
 * <p>Nothing here knows of tags or people. Without the model, because it is switched off or this platform has none,
 * there are no vectors, and everything else goes on.
 */
@NullMarked
package org.coterie.meaning;

import org.jspecify.annotations.NullMarked;
