package org.ipstrial.stats.regression.separation;

/**
 * A column whose coefficient has no finite value.
 *
 * @param name    the column
 * @param upwards whether the fit gets ever better as the coefficient grows, rather than as it falls
 */
public record Separating(String name, boolean upwards) {}
