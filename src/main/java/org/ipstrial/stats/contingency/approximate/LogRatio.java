package org.ipstrial.stats.contingency.approximate;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.proportion.CriticalValue;

/**
 * A ratio whose logarithm is taken to be normal.
 *
 * @param ratio    the observed ratio
 * @param variance the variance of its logarithm; looked at only where the ratio exists
 */
public record LogRatio(Quantity ratio, Quantity variance) {

    /** The ratio with its limits. */
    public Estimate estimate(double level) {
        double z = CriticalValue.twoSided(level);
        OptionalDouble estimate = ratio.ifEstimated();
        if (estimate.isEmpty()) {
            return new Estimate(ratio, Optional.empty(), ratio, ratio);
        }
        OptionalDouble v = variance.ifEstimated();
        if (v.isEmpty()) {
            return new Estimate(ratio, Optional.empty(), variance, variance);
        }
        double factor = StrictMath.exp(z * Math.sqrt(v.getAsDouble()));
        return Estimate.of(estimate.getAsDouble(), estimate.getAsDouble() / factor, estimate.getAsDouble() * factor);
    }

    /** The test that the interval inverts, of the log of the observed ratio over {@code tested}. */
    public TestResult test(double tested, Alternative alternative) {
        OptionalDouble estimate = ratio.ifEstimated();
        OptionalDouble v = variance.ifEstimated();
        if (estimate.isEmpty() || v.isEmpty()) {
            return new TestResult(
                    OptionalDouble.empty(), OptionalDouble.empty(), estimate.isEmpty() ? ratio : variance);
        }
        if (v.getAsDouble() == 0) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        return NormalTest.of(StrictMath.log(estimate.getAsDouble() / tested) / Math.sqrt(v.getAsDouble()), alternative);
    }
}
