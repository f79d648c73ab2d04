package org.ipstrial.stats.contingency.stratified.score;

/**
 * What one stratum says of a tested effect.
 *
 * @param score       how far the stratum lies from the effect, above 0 where it speaks for a larger one
 * @param variance    the variance of the score where the effect holds
 * @param thirdMoment its third central moment there
 */
record StratumScore(double score, double variance, double thirdMoment) {}
