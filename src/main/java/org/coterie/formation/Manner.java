package org.coterie.formation;

/**
 * How a formation goes about what there was before it, and what words mean.
 *
 * @param keepsProposals whether proposals that nobody has answered go on where they still fit
 * @param putsLeftOutFirst whether those come first who were left out before
 * @param prefersNewCompany whether those who have been in a group together are kept apart where that leaves nobody out
 * @param countsNearTags whether tags that mean nearly the same count in part for each other
 */
record Manner(boolean keepsProposals, boolean putsLeftOutFirst, boolean prefersNewCompany, boolean countsNearTags) {}
