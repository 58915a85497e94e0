package org.coterie.matching;

/**
 * How good a formation turned out, each figure 0 to 1 and 1 best. Where there is nobody or nothing to judge, it is 1.
 *
 * @param coverage people in at least one group, among those who could be: with an interest and room for a group
 * @param meanAffinity mean over all memberships of the affinity of the person and the group's purpose; 0 without groups
 * @param stability 1 minus the share of people, among those who could be in a group, who would rather join a group with
 *     an open place, or leave one of theirs for it, where that is allowed and covers at least
 *     0.05 more of what they care about
 * @param purity share of groups in which every stated tag is carried by at least 60 % of the members
 */
public record Quality(double coverage, double meanAffinity, double stability, double purity) {}
