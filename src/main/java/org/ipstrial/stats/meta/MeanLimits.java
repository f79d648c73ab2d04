package org.ipstrial.stats.meta;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;

/**
 * How the limits of a pooled effect, or of a coefficient, are made from a weighted fit.
 *
 * <p>With {@code s} the standard error from {@code (X'WX)^-1}, k studies, p coefficients and
 * {@code q = y'Py / (k - p)}:
 * <pre>
 *   normal                  b &plusmn; z s
 *   Hartung-Knapp           b &plusmn; t s sqrt(q), t with k - p degrees of freedom
 *   the same with a floor   b &plusmn; t s sqrt(max(1, q))
 * </pre>
 * Edges: where all effects are alike {@code q} is 0 and Hartung and Knapp's limits do not exist ({@code no-variance}).
 *
 * <p>Source: Hartung J, Knapp G (2001), Statistics in Medicine 20:3875-3889; Knapp G, Hartung J (2003), Statistics in
 * Medicine 22:2693-2710, which has the floor.
 */
public enum MeanLimits {
    /** Normal, the variance between studies taken for known. */
    NORMAL,
    /** Hartung and Knapp. */
    HARTUNG_KNAPP,
    /** The same, never narrower than a t interval with the plain standard error. */
    HARTUNG_KNAPP_FLOORED;

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    /** The degrees of freedom; none where limits are normal. */
    OptionalDouble df(int residualDf) {
        return this == NORMAL ? OptionalDouble.empty() : OptionalDouble.of(residualDf);
    }

    /** What the covariance of a fit is multiplied by. */
    public double factor(WeightedFit fit, int residualDf) {
        if (this == NORMAL) {
            return 1;
        }
        double factor = fit.residualSum() / residualDf;
        return this == HARTUNG_KNAPP ? factor : Math.max(1, factor);
    }

    /**
     * A number with its limits and the test that it is 0.
     *
     * @param standardError   from the covariance of the fit, with {@link #factor} in it
     * @param residualDf studies less coefficients
     */
    public Pooled of(double estimate, double standardError, int residualDf, double level, Optional<Double> tauSquared) {
        Require.fraction("level", level);
        if (!(standardError > 0)) {
            Quantity none = Quantity.notEstimable(Reason.NO_VARIANCE);
            return new Pooled(
                    new Estimate(Quantity.of(estimate), Optional.of(none), none, none),
                    TestResult.notEstimable(Reason.NO_VARIANCE),
                    tauSquared,
                    df(residualDf));
        }
        double tail = (1 - level) / 2;
        double statistic = estimate / standardError;
        double critical;
        TestResult test;
        if (this == NORMAL) {
            critical = STANDARD_NORMAL.inverseSurvivalProbability(tail);
            test = NormalTest.of(statistic, Alternative.TWO_SIDED);
        } else {
            TDistribution t = TDistribution.of(residualDf);
            critical = t.inverseSurvivalProbability(tail);
            test = TestResult.of(
                    statistic,
                    residualDf,
                    NormalTest.atLeastSmallest(Math.min(1, 2 * t.survivalProbability(Math.abs(statistic)))));
        }
        Estimate limits = Estimate.of(
                estimate, standardError, estimate - critical * standardError, estimate + critical * standardError);
        return new Pooled(limits, test, tauSquared, df(residualDf));
    }
}
