package org.ipstrial.stats.regression.cluster;

/**
 * The variance of an estimate from people in clusters.
 *
 * @param variance the variance
 * @param df       the degrees of freedom of a Student distribution to go with it
 */
public record ClusteredVariance(double variance, double df) {}
