package org.ipstrial.stats.adjusted;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;

/**
 * An effect whose estimate, or its logarithm, is taken to be normal.
 *
 * @param value         the estimate, or its logarithm
 * @param standardError its standard error; 0 or not a number where there is none
 * @param scale         what the number is
 */
public record WaldContrast(double value, double standardError, Scale scale) {

    /** What the number of a contrast is. */
    public enum Scale {
        /** A difference of shares, which ends at -1 and 1. */
        SHARES,
        /** The logarithm of a ratio. */
        LOGARITHM
    }

    /** The effect with its limits; a ratio is without standard error, because that is one of its logarithm. */
    public Estimate estimate(double level) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail) * standardError;
        if (!(standardError > 0)) {
            return Estimate.withoutLimits(scale == Scale.SHARES ? value : StrictMath.exp(value), Reason.NO_VARIANCE);
        }
        return switch (scale) {
            case SHARES -> Estimate.of(value, standardError, Math.max(-1, value - half), Math.min(1, value + half));
            case LOGARITHM ->
                new Estimate(
                        Quantity.of(StrictMath.exp(value)),
                        Optional.empty(),
                        Quantity.limit(StrictMath.exp(value - half)),
                        Quantity.limit(StrictMath.exp(value + half)));
        };
    }

    /** The test that the effect, a difference or a ratio, is a given one. */
    public TestResult test(double effect, Alternative alternative) {
        if (!(standardError > 0)) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        double tested = scale == Scale.SHARES ? effect : StrictMath.log(effect);
        double z = (value - tested) / standardError;
        return Double.isInfinite(z) ? NormalTest.beyond(z > 0, alternative) : NormalTest.of(z, alternative);
    }
}
