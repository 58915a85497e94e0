package org.coterie.meaning;

/** The model, for benches of other rooms. */
public final class Loaded {

    private Loaded() {}

    /** Loads it on this thread. */
    public static Meaning meaning() {
        var meaning = new Meaning(() -> true);
        meaning.load();
        return meaning;
    }
}
