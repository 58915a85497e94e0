package org.coterie.meaning;

import static org.assertj.core.api.Assumptions.assumeThat;

/** The model, loaded once for all tests of this room. They are left out where the platform has none. */
final class TestModel {

    private static final Meaning MEANING = loaded();

    private TestModel() {}

    private static Meaning loaded() {
        var meaning = new Meaning(() -> true);
        meaning.load();
        return meaning;
    }

    static Meaning get() {
        assumeThat(MEANING.on())
                .as("a model on this platform: %s", MEANING.standing().because())
                .isTrue();
        return MEANING;
    }

    static float[] vector(String text) {
        return get().of(text).orElseThrow();
    }

    static double confidence(String one, String other) {
        return Nearness.confidence(one, vector(one), other, vector(other));
    }
}
