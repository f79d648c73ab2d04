package org.ipstrial.stats.imputation.chained;

/**
 * Mean and standard deviation of what was drawn of one variable, round by round.
 *
 * @param variable   its name
 * @param mean       the mean by imputation and round; NaN where nothing was drawn, as {@code ard.Series} has it
 * @param sd         the standard deviation with n - 1; NaN where fewer than two values were drawn
 */
public record Trace(String variable, double[][] mean, double[][] sd) {}
