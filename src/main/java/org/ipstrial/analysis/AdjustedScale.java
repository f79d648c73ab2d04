package org.ipstrial.analysis;

import org.ipstrial.catalogue.Family;
import org.ipstrial.stats.adjusted.AdjustedMethod;
import org.ipstrial.stats.interaction.adjusted.LevelsMethod;

/**
 * How an effect is adjusted for covariates.
 *
 * @param everybody among everybody; its first method is that of the effects at levels too
 * @param levels    at the levels of a column, with the test that it is the same
 */
record AdjustedScale(Family<AdjustedMethod> everybody, Family<LevelsMethod> levels) {}
