package org.ipstrial.stats.consistency;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Require;

/**
 * A printed estimate with its printed confidence limits, and what they say of each other before any data are looked at.
 *
 * <p>On the scale {@code g} (the logarithm for ratios, else the number itself), with estimate {@code e}, limits {@code l}
 * and {@code u}, and {@code q} the standard normal value exceeded with probability {@code (1 - level)/2}:
 *
 * <pre>
 *   middle    (g(l) + g(u)) / 2                     symmetric when it can be g(e)
 *   z         g(e) * 2 q / (g(u) - g(l))
 *   p         2 P(Z &gt; |z|)
 * </pre>
 *
 * Each is the window of all values that the printed digits allow, and is compared as such.
 *
 * <p>Edges: on the logarithm's scale a limit that may have been 0 or less has no middle and no p-value; nor have limits
 * that may have been alike.
 *
 * <p>Source: Altman DG, Bland JM (2011), How to obtain the P value from a confidence interval, BMJ 343:d2304; here with the
 * normal distribution itself in the place of their approximation.
 *
 * @param estimate the estimate
 * @param low      the lower limit
 * @param high     the upper limit
 * @param ratio    whether the scale is the logarithm
 */
public record PrintedInterval(PrintedNumber estimate, PrintedNumber low, PrintedNumber high, boolean ratio) {

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    /** Whether the estimate can lie between the limits. */
    public boolean holdsEstimate() {
        return low.low().compareTo(estimate.high()) <= 0 && estimate.low().compareTo(high.high()) <= 0;
    }

    /** Whether the lower limit can be below the upper one. */
    public boolean isInOrder() {
        return low.low().compareTo(high.high()) <= 0;
    }

    /** The middle of the limits, on the estimate's own scale. */
    public Optional<Window> middle() {
        if (!isOnScale() || !isInOrder()) {
            return Optional.empty();
        }
        double lowest = (scaled(low.window().low()) + scaled(high.window().low())) / 2;
        double highest = (scaled(low.window().high()) + scaled(high.window().high())) / 2;
        DoubleUnaryOperator back = ratio ? StrictMath::exp : DoubleUnaryOperator.identity();
        return Optional.of(new Window(back.applyAsDouble(lowest), back.applyAsDouble(highest)));
    }

    /** The two-sided p-value of no effect that belongs to a symmetric interval. */
    public Optional<Window> pValue(double level) {
        Require.fraction("level", level);
        if (!isOnScale() || (ratio && estimate.low().signum() <= 0)) {
            return Optional.empty();
        }
        double narrowest = scaled(high.window().low()) - scaled(low.window().high());
        double widest = scaled(high.window().high()) - scaled(low.window().low());
        if (!(narrowest > 0)) {
            return Optional.empty();
        }
        double q = STANDARD_NORMAL.inverseSurvivalProbability((1 - level) / 2);
        double one = scaled(estimate.window().low());
        double other = scaled(estimate.window().high());
        double least = one <= 0 && other >= 0 ? 0 : Math.min(Math.abs(one), Math.abs(other));
        double most = Math.max(Math.abs(one), Math.abs(other));
        return Optional.of(new Window(tails(most * 2 * q / narrowest), tails(least * 2 * q / widest)));
    }

    private boolean isOnScale() {
        return !ratio || (low.low().signum() > 0 && high.low().signum() > 0);
    }

    private double scaled(double value) {
        return ratio ? StrictMath.log(value) : value;
    }

    private static double tails(double z) {
        return Math.min(1, 2 * STANDARD_NORMAL.survivalProbability(z));
    }
}
