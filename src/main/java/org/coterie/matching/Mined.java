package org.coterie.matching;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;

/**
 * What a part of the mining brought up.
 *
 * @param candidates the best sets of each root
 * @param surprises how surprising each of them is, in nats
 * @param significance what was looked at for them
 */
record Mined(Candidates candidates, DoubleArrayList surprises, Significance significance) {}
