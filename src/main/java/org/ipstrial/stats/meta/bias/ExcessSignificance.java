package org.ipstrial.stats.meta.bias;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.WeightedFit;
import org.ipstrial.stats.proportion.BinomialTails;

/**
 * Ioannidis and Trikalinos's test that studies are no more often significant than their effects let expect.
 *
 * <p>With effects y and standard errors s of k studies, m their inverse-variance mean and c = 1.96 the two-sided 5% value of
 * the normal distribution:
 * <pre>
 *   O = how many have |y| / s &ge; c
 *   power p(i) = P(Z &gt; c - m / s) + P(Z &lt; -c - m / s),  E = sum of p
 *   chi-squared  A = (O - E)&sup2; / E + (O - E)&sup2; / (k - E), one-sided: P(Z &gt; sign(O - E) sqrt(A))
 *   binomial     P(X &ge; O), X binomial with k studies and the share E / k
 *   exact        P(X &ge; O), X the sum of k events whose probabilities are the p
 * </pre>
 * The power is that at the mean effect, as if all studies had it. Where effects differ between studies more of them are
 * significant than that without any other reason, and the test says nothing on a single study.
 *
 * <p>Edges: the tests do not exist where the expected share is 0 or 1 to the last digit ({@code no-variance}, of the first).
 *
 * <p>Source: Ioannidis JPA, Trikalinos TA (2007), An exploratory test for an excess of significant findings, Clinical Trials
 * 4:245-253; the exact form as in Viechtbauer W (2010), Journal of Statistical Software 36(3), his tes().
 *
 * @param observed how many studies are significant
 * @param expected how many are to be expected
 * @param test     that no more are than expected
 */
public record ExcessSignificance(int observed, double expected, TestResult test) {

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);
    private static final double CRITICAL = STANDARD_NORMAL.inverseSurvivalProbability(0.025);

    /** The test with its p-value of the normal distribution. */
    public static ExcessSignificance chiSquared(StudyEffects effects) {
        double[] powers = powers(effects);
        int observed = observed(effects);
        double expected = sum(powers);
        double apart = observed - expected;
        double variance = expected * (powers.length - expected) / powers.length;
        TestResult test;
        if (variance > 0) {
            double statistic = apart * apart / variance;
            TestResult normal = NormalTest.of(apart / Math.sqrt(variance), Alternative.GREATER);
            test = TestResult.of(statistic, 1, normal.pValue().ifEstimated().orElseThrow());
        } else {
            test = TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        return new ExcessSignificance(observed, expected, test);
    }

    /** The test with its p-value of the binomial distribution. */
    public static ExcessSignificance binomial(StudyEffects effects) {
        double[] powers = powers(effects);
        int observed = observed(effects);
        double expected = sum(powers);
        double share = Math.min(1, expected / powers.length);
        double p = new BinomialTails(powers.length).atLeast(observed, share);
        return new ExcessSignificance(observed, expected, TestResult.exact(NormalTest.atLeastSmallest(p)));
    }

    /** The test with its exact p-value. */
    public static ExcessSignificance exact(StudyEffects effects) {
        double[] powers = powers(effects);
        int observed = observed(effects);
        double p = atLeast(observed, powers);
        return new ExcessSignificance(observed, sum(powers), TestResult.exact(NormalTest.atLeastSmallest(p)));
    }

    private static int observed(StudyEffects effects) {
        int observed = 0;
        for (int i = 0; i < effects.count(); i++) {
            observed += Math.abs(effects.estimate(i)) / Math.sqrt(effects.variance(i)) >= CRITICAL ? 1 : 0;
        }
        return observed;
    }

    /** In order of size, so that the order of the studies changes no digit. */
    private static double[] powers(StudyEffects effects) {
        double mean = WeightedFit.at(MetaModel.ofMean(effects), 0).coefficients()[0];
        double[] powers = new double[effects.count()];
        for (int i = 0; i < powers.length; i++) {
            double apart = mean / Math.sqrt(effects.variance(i));
            powers[i] = Math.min(
                    1,
                    STANDARD_NORMAL.survivalProbability(CRITICAL - apart)
                            + STANDARD_NORMAL.survivalProbability(CRITICAL + apart));
        }
        Arrays.sort(powers);
        return powers;
    }

    private static double sum(double[] powers) {
        CompensatedSum sum = new CompensatedSum();
        for (double power : powers) {
            sum.add(power);
        }
        return sum.value();
    }

    /** The probability of so many events or more: study by study, the probabilities of each number so far. */
    private static double atLeast(int least, double[] powers) {
        double[] numbers = new double[powers.length + 1];
        numbers[0] = 1;
        for (int i = 0; i < powers.length; i++) {
            for (int n = i + 1; n > 0; n--) {
                numbers[n] = numbers[n] * (1 - powers[i]) + numbers[n - 1] * powers[i];
            }
            numbers[0] *= 1 - powers[i];
        }
        if (least == 0) {
            return 1;
        }
        double sum = 0;
        for (int n = powers.length; n >= least; n--) {
            sum += numbers[n];
        }
        return Math.min(1, sum);
    }
}
