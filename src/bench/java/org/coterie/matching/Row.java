package org.coterie.matching;

/**
 * A line of the table: what a method made of so many people.
 *
 * @param meanF1 how well groups and planted purposes match, 0 to 1, by {@link Recovery#meanF1}
 * @param f1OfPurposes the half of it that looks from the purposes, {@link Recovery#f1OfPurposes}
 * @param omega how well who is together agrees with what was planted, up to 1, by {@link Recovery#omega}
 */
record Row(int people, Run run, Score score, double meanF1, double f1OfPurposes, double omega) {

    String method() {
        return run.name();
    }
}
