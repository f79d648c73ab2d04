package org.ipstrial.stats.meta.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.rank.RankAssociation;
import org.junit.jupiter.api.Test;

/** What the rank correlation of effects and variances must do whatever the studies are, and all orders gone through. */
class BeggLawsTest {

    private static StudyEffects studies(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return StudyEffects.of(
                random.doubles(count, -1, 2).toArray(),
                random.doubles(count, 0.01, 0.8).toArray());
    }

    private static StudyEffects changed(StudyEffects some, double factor) {
        return StudyEffects.of(
                IntStream.range(0, some.count())
                        .mapToDouble(i -> factor * some.estimate(i))
                        .toArray(),
                IntStream.range(0, some.count())
                        .mapToDouble(i -> factor * factor * some.variance(i))
                        .toArray());
    }

    private static double tau(RankAssociation association) {
        return association.estimate().ifEstimated().orElseThrow();
    }

    private static double p(RankAssociation association) {
        return association.test().pValue().ifEstimated().orElseThrow();
    }

    @Test
    void changingTheArmsRoundChangesTheSignAndNotTheTest() {
        for (long seed = 1; seed <= 30; seed++) {
            StudyEffects some = studies(4 + (int) seed, seed);
            RankAssociation one = BeggTest.of(some);
            RankAssociation other = BeggTest.of(changed(some, -1));
            assertThat(tau(other)).isEqualTo(-tau(one));
            assertThat(other.test().pValue()).isEqualTo(one.test().pValue());
        }
    }

    @Test
    void neitherTheOrderOfTheStudiesNorTheUnitMatters() {
        for (long seed = 1; seed <= 30; seed++) {
            StudyEffects some = studies(3 + (int) seed, seed);
            int[] reversed = IntStream.range(0, some.count())
                    .map(i -> some.count() - 1 - i)
                    .toArray();
            assertThat(BeggTest.of(some.only(reversed))).isEqualTo(BeggTest.of(some));
            assertThat(BeggTest.of(changed(some, 1e-5))).isEqualTo(BeggTest.of(some));
            assertThat(BeggTest.of(changed(some, 256))).isEqualTo(BeggTest.of(some));
        }
    }

    /** The definition written out: each pair of deviates, and the share of all orders of the variances. */
    @Test
    void isTheShareOfAllOrdersOfTheVariances() {
        for (long seed = 1; seed <= 12; seed++) {
            int k = 3 + (int) (seed % 4);
            StudyEffects some = studies(k, 100 + seed);
            double w = 0;
            double wy = 0;
            for (int i = 0; i < k; i++) {
                w += 1 / some.variance(i);
                wy += some.estimate(i) / some.variance(i);
            }
            double[] d = new double[k];
            for (int i = 0; i < k; i++) {
                d[i] = (some.estimate(i) - wy / w) / Math.sqrt(some.variance(i) - 1 / w);
            }
            int[] order = IntStream.range(0, k).toArray();
            int score = score(d, some, order);
            long[] orders = new long[2];
            everyOrder(d, some, order, 0, Math.abs(score), orders);
            RankAssociation found = BeggTest.of(some);
            assertThat(tau(found)).isCloseTo(score / (k * (k - 1) / 2.0), within(1e-15));
            assertThat(p(found)).isCloseTo((double) orders[0] / orders[1], within(1e-13));
            assertThat(found.exact()).isTrue();
        }
    }

    private static int score(double[] d, StudyEffects some, int[] order) {
        int score = 0;
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < i; j++) {
                score += (int) Math.signum((d[i] - d[j]) * (some.variance(order[i]) - some.variance(order[j])));
            }
        }
        return score;
    }

    private static void everyOrder(double[] d, StudyEffects some, int[] order, int from, int least, long[] orders) {
        if (from == order.length) {
            orders[0] += Math.abs(score(d, some, order)) >= least ? 1 : 0;
            orders[1]++;
            return;
        }
        for (int i = from; i < order.length; i++) {
            swap(order, from, i);
            everyOrder(d, some, order, from + 1, least, orders);
            swap(order, from, i);
        }
    }

    private static void swap(int[] order, int one, int other) {
        int kept = order[one];
        order[one] = order[other];
        order[other] = kept;
    }

    /**
     * The first study has all weight but 1e-20: written out, v - 1 / sum w is 0 and metafor 3.8-1 prints tau -1. In whole
     * numbers its deviate is (1 - 7/3) / sqrt(2/3), between -4 / sqrt(2) and 4, so that one pair of three goes with v.
     */
    @Test
    void aStudyWithAllWeightKeepsItsDeviate() {
        RankAssociation found = BeggTest.of(StudyEffects.of(new double[] {1, 5, -3}, new double[] {1e-20, 1, 2}));
        assertThat(tau(found)).isEqualTo(-1 / 3.0);
        assertThat(p(found)).isCloseTo(1, within(1e-15));
    }

    @Test
    void largerEffectsOfSmallStudiesAreAboveNull() {
        RankAssociation found = BeggTest.of(StudyEffects.of(
                new double[] {0.1, 0.2, 0.4, 0.8, 1.6, 3.2}, new double[] {0.01, 0.02, 0.03, 0.04, 0.05, 0.06}));
        assertThat(tau(found)).isEqualTo(1);
        // 2 of 720 orders.
        assertThat(p(found)).isCloseTo(2 / 720.0, within(1e-15));
    }

    /** Ten studies of two sizes: tau-b, and the normal distribution with the variance for ties. */
    @Test
    void tiesTakeTheNormalDistributionFromTenStudiesOn() {
        double[] y = IntStream.range(0, 10).mapToDouble(i -> i < 5 ? i : 3 * i).toArray();
        double[] v = IntStream.range(0, 10).mapToDouble(i -> i < 5 ? 1 : 4).toArray();
        RankAssociation found = BeggTest.of(StudyEffects.of(y, v));
        assertThat(found.exact()).isFalse();
        // S = 25 of 45 pairs, 20 of them tied in v: 25 / sqrt(45 * 25); variance (2250 - 2 * 300) / 18.
        assertThat(tau(found)).isCloseTo(25 / Math.sqrt(45 * 25), within(1e-15));
        assertThat(found.test().statistic().orElseThrow()).isCloseTo(25 / Math.sqrt(1650 / 18.0), within(1e-14));
    }

    @Test
    void withoutAnOrderThereIsNoTest() {
        assertThat(BeggTest.of(StudyEffects.of(new double[] {1}, new double[] {1})))
                .isEqualTo(none(Reason.FEWER_THAN_TWO_STUDIES));
        assertThat(BeggTest.of(StudyEffects.of(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3})))
                .isEqualTo(none(Reason.NO_VARIANCE));
        assertThat(BeggTest.of(StudyEffects.of(new double[] {1, 2, 3}, new double[] {4, 4, 4})))
                .isEqualTo(none(Reason.NO_VARIANCE));
    }

    private static RankAssociation none(Reason reason) {
        return new RankAssociation(Quantity.notEstimable(reason), TestResult.notEstimable(reason), false);
    }
}
