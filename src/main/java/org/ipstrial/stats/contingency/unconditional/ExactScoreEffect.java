package org.ipstrial.stats.contingency.unconditional;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.TwoByTwoEffect;

/**
 * Exact unconditional intervals for a risk difference or a risk ratio, by inverting two one-sided score tests (Chan and
 * Zhang).
 *
 * <p>With {@code Z(e)} the score statistic for the effect {@code e}, as in the intervals of Mee and of Koopman, and
 * {@code a = (1 - level) / 2}:
 * <pre>
 *   P(e)  = largest probability, over all p1 and p2 with the effect e, of the tables with Z(e) at least the observed
 *   lower = the smallest e with P(e) &gt; a
 *   upper = the largest e for which the same probability of Z(e) at most the observed is above a
 * </pre>
 * The p-value against a larger effect than {@code e} is the largest {@code P} up to {@code e}, the two-sided one twice
 * the smaller of the one-sided ones; so test and interval always agree. Both probabilities are found to 1e-10 of
 * themselves, limits to 1e-11.
 *
 * <p>Unit: difference between proportions, or ratio; above 0, or 1, when the event is more frequent in the group.
 *
 * <p>Edges: defined for every table, with the ends of the scale as the score intervals have them. A table of more than
 * 2,000 people is not taken.
 *
 * <p>Source: Chan ISF, Zhang Z (1999), Test-based exact confidence intervals for the difference of two binomial
 * proportions, Biometrics 55:1202-1209; the ordering: Farrington CP, Manning G (1990), Statistics in Medicine
 * 9:1447-1454.
 */
public final class ExactScoreEffect implements TwoByTwoEffect {

    /** The risk difference. */
    public static final TwoByTwoEffect DIFFERENCE = new ExactScoreEffect(DifferenceCurve.INSTANCE, -1, e -> 0 - e);
    /** The risk ratio. */
    public static final TwoByTwoEffect RATIO = new ExactScoreEffect(RatioCurve.INSTANCE, 0, e -> 1 / e);

    private final NullCurve curve;
    private final double least;
    private final DoubleUnaryOperator mirror;

    private ExactScoreEffect(NullCurve curve, double least, DoubleUnaryOperator mirror) {
        this.curve = curve;
        this.least = least;
        this.mirror = mirror;
    }

    @Override
    public Estimate of(TwoByTwo table, double level) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        Quantity estimate = curve == DifferenceCurve.INSTANCE
                ? Quantity.of(PointEstimate.riskDifference(table))
                : PointEstimate.riskRatio(table);
        if (LargestTable.exceeded(table, LargestTable.FOR_LIMITS)) {
            Quantity none = Quantity.notEstimable(Reason.TOO_LARGE_FOR_EXACT);
            return new Estimate(estimate, Optional.empty(), none, none);
        }
        double lower = new ExactScore(curve, table).lower(tail).orElse(least);
        double upper = mirror.applyAsDouble(
                new ExactScore(curve, table.swapped()).lower(tail).orElse(least));
        OptionalDouble observed = estimate.ifEstimated();
        if (observed.isPresent()) {
            // At a level next to 0 the three numbers meet, and rounding must not turn them about.
            lower = Math.min(lower, observed.getAsDouble());
            upper = Math.max(upper, observed.getAsDouble());
        }
        return new Estimate(estimate, Optional.empty(), Quantity.limit(lower), Quantity.limit(upper));
    }

    @Override
    public TestResult test(TwoByTwo table, double effect, Alternative alternative) {
        if (LargestTable.exceeded(table, LargestTable.FOR_LIMITS)) {
            return TestResult.notEstimable(Reason.TOO_LARGE_FOR_EXACT);
        }
        double greater = alternative == Alternative.LESS ? 1 : new ExactScore(curve, table).greater(effect);
        double less = alternative == Alternative.GREATER
                ? 1
                : new ExactScore(curve, table.swapped()).greater(mirror.applyAsDouble(effect));
        return TestResult.exact(ExactScore.pValue(greater, less, alternative));
    }
}
