package org.ipstrial.stats.imputation.pooling;

import org.ipstrial.stats.Require;
import org.ipstrial.stats.proportion.CriticalValue;

/**
 * How many imputations to take, from the fraction of missing information {@code g} that {@code m} imputations found.
 *
 * <pre>
 *   quadratic: 1 + (G / c)^2 / 2, rounded up,  logit G = logit g + z sqrt(2 / m)
 *   linear:    100 g, rounded up
 * </pre>
 *
 * <p>{@code c} is the coefficient of variation that the standard error may have if all is imputed anew, {@code z} the normal
 * value of a level: with that confidence {@code G} is not too small. The linear rule keeps the Monte-Carlo error of the
 * estimate near a tenth of its standard error. Unit: imputations, at least 2.
 *
 * <p>Source: quadratic: von Hippel PT (2020), Sociological Methods &amp; Research 49:699-718; linear: White IR, Royston P,
 * Wood AM (2011), Statistics in Medicine 30:377-399, section 7.3, after Bodner TE (2008), Structural Equation Modeling
 * 15:651-675.
 */
public final class ImputationsNeeded {

    /** The variation of the standard error that von Hippel takes unless told otherwise. */
    public static final double VARIATION = 0.05;

    /** His level of confidence. */
    public static final double LEVEL = 0.95;

    private static final double FEWEST = 2;
    private static final double PER_CENT = 100;

    private ImputationsNeeded() {}

    /** The two-stage quadratic rule. */
    public static long quadratic(double fractionMissing, int imputations, double variation, double level) {
        requireShare(fractionMissing);
        Require.fraction("variation", variation);
        double shift = CriticalValue.twoSided(level) * Math.sqrt(2.0 / imputations);
        // G / (1 - G) is g / (1 - g) times exp(shift), written so that 0 and 1 need no logarithm.
        double odds = fractionMissing * StrictMath.exp(shift);
        double upper = odds / (1 - fractionMissing + odds);
        double ratio = upper / variation;
        return (long) Math.max(FEWEST, Math.ceil(1 + ratio * ratio / 2));
    }

    /** The linear rule. */
    public static long linear(double fractionMissing) {
        requireShare(fractionMissing);
        return (long) Math.max(FEWEST, Math.ceil(PER_CENT * fractionMissing));
    }

    private static void requireShare(double fractionMissing) {
        if (!(fractionMissing >= 0 && fractionMissing <= 1)) {
            throw new IllegalArgumentException(
                    "the fraction of missing information must be from 0 to 1, got " + fractionMissing);
        }
    }
}
