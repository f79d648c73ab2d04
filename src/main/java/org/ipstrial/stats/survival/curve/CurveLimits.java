package org.ipstrial.stats.survival.curve;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Require;

/**
 * Pointwise confidence limits of a share {@code S} between 0 and 1 that a curve gives, from the standard error {@code e} of
 * {@code log S}; {@code z} is the standard normal quantile at {@code (1 + level) / 2}.
 *
 * <p>All but {@link #PLAIN} and {@link #LOG} keep to 0 to 1 by themselves; these two are cut there. At a share of exactly
 * 0 or 1 there is no standard error, and so there are no limits.
 *
 * <p>Source: Kalbfleisch JD, Prentice RL (1980), The Statistical Analysis of Failure Time Data, Wiley, section 1.3
 * (log-log); Borgan &Oslash;, Liest&oslash;l K (1990), Scandinavian Journal of Statistics 17:35-41 (arcsine).
 */
public enum CurveLimits {
    /** {@code S^exp(-+ z e / log S)}: symmetric in log(-log S). */
    LOG_LOG("log-log") {
        @Override
        double limit(double s, double e, double z) {
            return StrictMath.pow(s, StrictMath.exp(z * e / StrictMath.log(s)));
        }
    },
    /** {@code S exp(-+ z e)}: symmetric in log S, at most 1. */
    LOG("log") {
        @Override
        double limit(double s, double e, double z) {
            return Math.min(1, s * StrictMath.exp(z * e));
        }
    },
    /** {@code S -+ z S e}: symmetric in S, from 0 to 1. */
    PLAIN("plain") {
        @Override
        double limit(double s, double e, double z) {
            return Math.max(0, Math.min(1, s + z * s * e));
        }
    },
    /** {@code sin(a)^2}, {@code a = arcsin(sqrt S) -+ z e sqrt(S / (1 - S)) / 2} within 0 to a quarter turn. */
    ARCSINE("arcsine") {
        @Override
        double limit(double s, double e, double z) {
            double angle = StrictMath.asin(Math.sqrt(s)) + z * e * Math.sqrt(s / (1 - s)) / 2;
            double sine = StrictMath.sin(Math.max(0, Math.min(Math.PI / 2, angle)));
            return sine * sine;
        }
    };

    private final String id;

    CurveLimits(String id) {
        this.id = id;
    }

    /** The name of the scale. */
    public String id() {
        return id;
    }

    /** The limit that lies {@code z} standard errors from the share, below it where {@code z} is negative. */
    abstract double limit(double s, double e, double z);

    /** Whether a share has limits: it lies strictly between 0 and 1. */
    public static boolean exist(double share) {
        return share > 0 && share < 1;
    }

    /** The lower limit of a share strictly between 0 and 1. */
    public double lower(double share, double logError, double level) {
        return limit(share, logError, -z(level));
    }

    /** The upper limit of a share strictly between 0 and 1. */
    public double upper(double share, double logError, double level) {
        return limit(share, logError, z(level));
    }

    private static double z(double level) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Require.fraction("level", level)) / 2);
    }
}
