package org.ipstrial.stats.arms;

import java.util.List;
import org.ipstrial.stats.FTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.descriptive.Moments;

/**
 * Analysis of variance: Fisher's F test that the means of all arms are equal, with one variance for all of them.
 *
 * <p>With mean {@code m(i)}, sum of squared distances from it {@code q(i)} and size {@code n(i)} of arm {@code i} of {@code k},
 * and {@code N} people in all:
 *
 * <pre>
 *   between = sum over pairs i &lt; j of n(i) n(j) / N (m(i) - m(j))&sup2;
 *   within  = sum of q(i)
 *   F = (between / (k - 1)) / (within / (N - k))
 *   p = P(F distribution with k - 1 and N - k degrees of freedom &ge; F)
 * </pre>
 *
 * <p>{@code between} is the usual sum of n (m - mean of all)&sup2;, written over pairs because differences of means of decimal
 * amounts are rounded only once. Of two arms F is the square of Student's t. It says that means differ, not which.
 *
 * <p>Edges: an arm of one person says nothing of its variance ({@code fewer-than-two}, as for two arms); where nobody differs
 * from their arm's mean there is nothing to divide by ({@code no-variance}).
 *
 * <p>Source: Fisher RA (1925), Statistical Methods for Research Workers, Oliver and Boyd, chapter VII.
 */
public final class AnovaTest {

    private AnovaTest() {}

    /** The test of all arms. */
    public static TestResult of(SeveralSamples samples) {
        List<Moments> arms = samples.moments();
        return SeveralSamples.noVariance(arms)
                .map((Reason reason) -> TestResult.notEstimable(reason))
                .orElseGet(() -> of(arms, samples.people()));
    }

    private static TestResult of(List<Moments> arms, double people) {
        CompensatedSum between = new CompensatedSum();
        CompensatedSum within = new CompensatedSum();
        for (int i = 0; i < arms.size(); i++) {
            within.add(arms.get(i).squares());
            for (int j = 0; j < i; j++) {
                double apart = arms.get(i).meanMinus(arms.get(j));
                between.add(arms.get(i).n() * (arms.get(j).n() / people) * apart * apart);
            }
        }
        double df1 = arms.size() - 1;
        double df2 = people - arms.size();
        return FTest.of(between.value() / df1 / (within.value() / df2), df1, df2);
    }
}
