package org.ipstrial.stats.arms;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.multiplicity.Dunnett;

/**
 * Dunnett's comparison of several arms with one control: differences of means with simultaneous limits and adjusted p-values,
 * with one variance for all arms.
 *
 * <p>With mean {@code m}, sum of squared distances from it {@code q} and size {@code n} of the arm that is looked at (1), of the
 * control (0) and of all {@code k + 1} arms of {@code N} people together:
 *
 * <pre>
 *   df = N - k - 1,  s&sup2; = sum of q over all arms / df
 *   d  = m(1) - m(0),  se = s sqrt(1 / n(1) + 1 / n(0))
 *   limits = d -+ c se,  c the quantile at the level of the largest of all k |t|, or on one side of the largest t
 *   test of a difference m: T = (d - m) / se
 *   p adjusted = the chance that any of the k statistics lies as far out as T, were there no differences
 * </pre>
 *
 * <p>The distribution is that of {@link Dunnett}. Unit: that of the amounts; positive where the group has more. With one arm
 * besides the control it is Student's. It holds if all arms have one variance, which trials of employment seldom grant: an arm
 * in which more people work at all has the larger one.
 *
 * <p>Edges: an arm of one person says nothing of its variance ({@code fewer-than-two}); where nobody differs from their arm's
 * mean there is no standard error ({@code no-variance}); the difference itself always exists.
 *
 * <p>Source: Dunnett CW (1955), A multiple comparison procedure for comparing several treatments with a control, Journal of the
 * American Statistical Association 50:1096-1121; two-sided tables: Dunnett CW (1964), Biometrics 20:482-491.
 */
public final class DunnettDifference implements AgainstControlEffect {

    /** What is known of all arms and of the one that is looked at. */
    private record Fit(double difference, double standardError, Dunnett distribution, double df) {}

    @Override
    public Estimate of(AgainstControl arms, double level, Alternative alternative) {
        Require.fraction("level", level);
        List<Moments> moments = arms.samples().moments();
        Optional<Reason> reason = SeveralSamples.noVariance(moments);
        if (reason.isPresent()) {
            return Estimate.withoutLimits(difference(moments), reason.get());
        }
        Fit fit = fit(moments);
        double half = fit.distribution().criticalValue(level, alternative) * fit.standardError();
        return Estimate.of(fit.difference(), fit.standardError(), fit.difference() - half, fit.difference() + half);
    }

    @Override
    public TestResult test(AgainstControl arms, double effect, Alternative alternative) {
        List<Moments> moments = arms.samples().moments();
        Optional<Reason> reason = SeveralSamples.noVariance(moments);
        if (reason.isPresent()) {
            return TestResult.notEstimable(reason.get());
        }
        Fit fit = fit(moments);
        double t = (fit.difference() - effect) / fit.standardError();
        return Double.isInfinite(t)
                ? NormalTest.beyond(t > 0, alternative)
                : TestResult.of(t, fit.df(), fit.distribution().pValue(t, alternative));
    }

    private static double difference(List<Moments> arms) {
        return arms.get(0).meanMinus(arms.get(arms.size() - 1));
    }

    private static Fit fit(List<Moments> arms) {
        CompensatedSum squares = new CompensatedSum();
        arms.forEach(arm -> squares.add(arm.squares()));
        int[] people = arms.stream().mapToInt(Moments::n).toArray();
        int compared = arms.size() - 1;
        double df = -arms.size();
        for (int n : people) {
            df += n;
        }
        double inverses = 1.0 / people[0] + 1.0 / people[compared];
        return new Fit(
                difference(arms),
                Math.sqrt(squares.value() / df * inverses),
                Dunnett.ofArms(people[compared], Arrays.copyOf(people, compared)),
                df);
    }
}
