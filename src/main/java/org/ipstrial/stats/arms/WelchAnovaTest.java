package org.ipstrial.stats.arms;

import java.util.List;
import org.ipstrial.stats.FTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.descriptive.Moments;

/**
 * Welch's F test that the means of all arms are equal, whatever the arms' variances.
 *
 * <p>With mean {@code m(i)}, variance {@code s(i)^2} (n - 1) and size {@code n(i)} of arm {@code i} of {@code k}:
 *
 * <pre>
 *   w(i) = n(i) / s(i)^2,  h(i) = w(i) / sum of w
 *   c    = sum of (1 - h(i))&sup2; / (n(i) - 1)
 *   F    = sum over pairs i &lt; j of h(i) w(j) (m(i) - m(j))&sup2; / (k - 1) / (1 + 2 (k - 2) c / (k&sup2; - 1))
 *   df1  = k - 1,  df2 = (k&sup2; - 1) / (3 c)
 *   p    = P(F distribution with df1 and df2 degrees of freedom &ge; F)
 * </pre>
 *
 * <p>The sum over pairs is the usual sum of w (m - weighted mean)&sup2;. Of two arms F is the square of Welch's t, and df2 its
 * degrees of freedom. It says that means differ, not which.
 *
 * <p>Edges: an arm of one person has no variance ({@code fewer-than-two}); an arm in which all amounts are equal would weigh
 * more than all others ({@code no-variance}).
 *
 * <p>Source: Welch BL (1951), On the comparison of several mean values: an alternative approach, Biometrika 38:330-336.
 */
public final class WelchAnovaTest {

    private WelchAnovaTest() {}

    /** The test of all arms. */
    public static TestResult of(SeveralSamples samples) {
        List<Moments> arms = samples.moments();
        if (arms.stream().anyMatch(arm -> arm.n() < 2)) {
            return TestResult.notEstimable(Reason.FEWER_THAN_TWO);
        }
        if (arms.stream().anyMatch(arm -> arm.squares() == 0)) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        int k = arms.size();
        double[] standardErrors = arms.stream()
                .mapToDouble(arm -> Math.sqrt(arm.variance() / arm.n()))
                .toArray();
        double[] shares = shares(standardErrors);
        CompensatedSum between = new CompensatedSum();
        CompensatedSum correction = new CompensatedSum();
        for (int i = 0; i < k; i++) {
            double rest = 1 - shares[i];
            correction.add(rest * rest / (arms.get(i).n() - 1));
            for (int j = 0; j < i; j++) {
                double apart = arms.get(i).meanMinus(arms.get(j)) / standardErrors[j];
                between.add(shares[i] * apart * apart);
            }
        }
        double c = correction.value();
        double f = between.value() / (k - 1) / (1 + 2.0 * (k - 2) * c / ((double) k * k - 1));
        return FTest.of(f, k - 1, ((double) k * k - 1) / (3 * c));
    }

    /** The share of each arm in the weights, from ratios to the largest, which cannot overflow. */
    private static double[] shares(double[] standardErrors) {
        double[] shares = standardErrors.clone();
        double least = Double.POSITIVE_INFINITY;
        for (double error : standardErrors) {
            least = Math.min(least, error);
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = least / shares[i] * (least / shares[i]);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
