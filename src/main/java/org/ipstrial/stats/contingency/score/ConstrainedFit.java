package org.ipstrial.stats.contingency.score;

/**
 * The two probabilities that make a table most likely among all pairs with the same effect.
 *
 * @param group      probability of the event in the group
 * @param reference  probability of the event in the reference
 * @param effect     the effect that the two have in common with their rivals
 * @param chiSquared how badly the table fits them: the sum over the arms of
 *                   {@code (x - n p)&sup2; / (n p (1 - p))}, an arm that fits without variance counting 0
 */
record ConstrainedFit(double group, double reference, double effect, double chiSquared) {}
