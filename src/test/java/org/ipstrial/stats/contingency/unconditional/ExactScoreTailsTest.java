package org.ipstrial.stats.contingency.unconditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P-values far below those that limits are made of. */
class ExactScoreTailsTest {

    /** Nothing is as extreme as all against none: 4^-n at a share of one half. */
    @ParameterizedTest
    @CsvSource({"20", "60", "100", "300"})
    void ofAllAgainstNoneItIsAPowerOfFour(int n) {
        TwoByTwo table = TwoByTwo.of(n, n, 0, n);
        double p = StrictMath.scalb(1.0, -2 * n);
        assertThat(greater(table)).isCloseTo(p, withinPercentage(1e-7));
        assertThat(ExactScoreEffect.DIFFERENCE
                        .test(table.swapped(), 0, Alternative.TWO_SIDED)
                        .pValue()
                        .ifEstimated()
                        .getAsDouble())
                .isCloseTo(2 * p, withinPercentage(1e-7));
    }

    /** A second route: the sum over the region from logarithms, and its largest value by halving a grid. */
    @ParameterizedTest
    @CsvSource({"95, 100, 4, 100", "140, 150, 20, 180", "60, 60, 8, 120", "298, 300, 9, 300"})
    void isTheLargestSumOverTheRegion(int x1, int n1, int x2, int n2) {
        TwoByTwo table = TwoByTwo.of(x1, n1, x2, n2);
        Region region = Region.of(DifferenceCurve.INSTANCE, table, 0);
        double low = 0;
        double high = 1;
        for (int round = 0; round < 12; round++) {
            double best = 0;
            double at = 0;
            for (int k = 1; k < 20; k++) {
                double share = low + (high - low) * k / 20;
                double sum = sum(region, share);
                at = sum > best ? share : at;
                best = Math.max(best, sum);
            }
            double width = (high - low) / 20;
            low = Math.max(0, at - width);
            high = Math.min(1, at + width);
        }
        assertThat(greater(table)).isCloseTo(sum(region, (low + high) / 2), withinPercentage(1e-6));
        assertThat(greater(table)).isLessThan(1e-25);
    }

    @Test
    void moreEventsAreLessLikely() {
        double before = 1;
        for (int events = 40; events <= 200; events += 20) {
            double p = greater(TwoByTwo.of(events, 200, 20, 200));
            assertThat(p).isLessThan(before).isGreaterThan(Double.MIN_VALUE);
            before = p;
        }
    }

    private static double greater(TwoByTwo table) {
        return ExactScoreEffect.DIFFERENCE
                .test(table, 0, Alternative.GREATER)
                .pValue()
                .ifEstimated()
                .getAsDouble();
    }

    private static double sum(Region region, double share) {
        BinomialDistribution group = BinomialDistribution.of(region.n1(), share);
        BinomialDistribution reference = BinomialDistribution.of(region.n2(), share);
        double sum = 0;
        for (int k = 0; k <= region.n1(); k++) {
            for (int j = 0; j <= region.most()[k]; j++) {
                sum += StrictMath.exp(group.logProbability(k) + reference.logProbability(j));
            }
        }
        return sum;
    }
}
