package org.coterie.tags;

import jakarta.enterprise.context.ApplicationScoped;
import org.coterie.paging.Writings;

/** What is asked for by a word is asked for in whatever writing. */
@ApplicationScoped
class FoldedWritings implements Writings {

    @Override
    public String fold(String written) {
        return Folding.fold(written);
    }
}
