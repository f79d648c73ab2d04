package org.ipstrial.stats.regression.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.junit.jupiter.api.Test;

/** What must hold of Brant's test, whatever the numbers. */
class BrantTestLawsTest {

    private static final double[] SMOKE = Birthwt.column("smoke");
    private static final double[] AGE = Birthwt.column("age");
    private static final double[] VISITS = Birthwt.column("visits");

    private static TestResult brant(double[] outcome, double[]... columns) {
        List<String> names =
                IntStream.range(0, columns.length).mapToObj(j -> "x" + j).toList();
        return BrantTest.of(OrdinalData.of(new DesignMatrix(names, columns), outcome), 0);
    }

    private static double[] each(double[] values, DoubleUnaryOperator of) {
        return Arrays.stream(values).map(of).toArray();
    }

    private static void same(TestResult one, TestResult other) {
        assertThat(one.statistic().orElseThrow()).isCloseTo(other.statistic().orElseThrow(), within(1e-9));
        assertThat(one.df()).isEqualTo(other.df());
        assertThat(one.pValue().ifEstimated().orElseThrow())
                .isCloseTo(other.pValue().ifEstimated().orElseThrow(), within(1e-10));
    }

    @Test
    void onlyTheOrderOfTheOutcomeCounts() {
        assertThat(brant(each(VISITS, StrictMath::exp), SMOKE, AGE)).isEqualTo(brant(VISITS, SMOKE, AGE));
        assertThat(brant(each(VISITS, y -> 2 * y - 7), SMOKE, AGE)).isEqualTo(brant(VISITS, SMOKE, AGE));
    }

    /** Being below is not being above, and the first cut, which the others are held against, becomes the last. */
    @Test
    void turningTheOutcomeRoundChangesNothing() {
        same(brant(each(VISITS, y -> -y), SMOKE, AGE), brant(VISITS, SMOKE, AGE));
    }

    @Test
    void swappingTheArmsAndOtherUnitsChangeNothing() {
        same(brant(VISITS, each(SMOKE, s -> 1 - s), AGE), brant(VISITS, SMOKE, AGE));
        same(brant(VISITS, each(SMOKE, s -> 1e-6 * s), each(AGE, a -> a / 12)), brant(VISITS, SMOKE, AGE));
        same(brant(VISITS, each(SMOKE, s -> 1e6 * s), each(AGE, a -> a - 25)), brant(VISITS, SMOKE, AGE));
    }

    @Test
    void theOrderOfPeopleChangesNothing() {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, VISITS.length).boxed().toList());
        Collections.shuffle(order, new Random(3));
        int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
        same(brant(at(VISITS, rows), at(SMOKE, rows), at(AGE, rows)), brant(VISITS, SMOKE, AGE));
    }

    private static double[] at(double[] values, int... rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** Everybody k times: every covariance is a k-th of itself. */
    @Test
    void growsWithTheTrial() {
        int[] thrice = IntStream.range(0, 3 * VISITS.length).map(i -> i / 3).toArray();
        assertThat(brant(at(VISITS, thrice), at(SMOKE, thrice), at(AGE, thrice))
                        .statistic()
                        .orElseThrow())
                .isCloseTo(3 * brant(VISITS, SMOKE, AGE).statistic().orElseThrow(), within(1e-8));
    }

    /** The odds of being above are 3, 1 and 1/3 in one arm, and three times as large at each cut in the other. */
    @Test
    void isNothingWhereTheOddsAreInOneRatioAtEachCut() {
        TestResult test = ofTable(new int[][] {{2, 2, 2, 2}, {2, 3, 5, 10}});
        assertThat(test.statistic().orElseThrow()).isCloseTo(0, within(1e-20));
        assertThat(test.pValue().ifEstimated().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(ofTable(new int[][] {{2, 2, 2, 2}, {2, 5, 3, 10}})
                        .statistic()
                        .orElseThrow())
                .isGreaterThan(0.1);
    }

    private static TestResult ofTable(int[][] counts) {
        List<double[]> people = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            for (int level = 0; level < counts[arm].length; level++) {
                for (int i = 0; i < counts[arm][level]; i++) {
                    people.add(new double[] {arm, level});
                }
            }
        }
        return brant(
                people.stream().mapToDouble(p -> p[1]).toArray(),
                people.stream().mapToDouble(p -> p[0]).toArray());
    }

    /**
     * Without covariates an arm of n has its shares p(1) &gt; p(2) above the cuts, and the covariance of their logits is
     * 1 / (n p(m) (1 - p(l))), m &lt;= l, by the delta method: over every table of two arms with 1 to 3 people at each of
     * three levels.
     */
    @Test
    void isTheClosedFormOfEverySmallTable() {
        int tables = 0;
        for (int code = 0; code < 729; code++) {
            int[][] counts = new int[2][3];
            int rest = code;
            double difference = 0;
            double variance = 0;
            for (int arm = 0; arm < 2; arm++) {
                for (int level = 0; level < 3; level++) {
                    counts[arm][level] = rest % 3 + 1;
                    rest /= 3;
                }
                double n = counts[arm][0] + counts[arm][1] + counts[arm][2];
                double one = (counts[arm][1] + counts[arm][2]) / n;
                double two = counts[arm][2] / n;
                double sign = arm == 0 ? -1 : 1;
                difference += sign * (StrictMath.log(one / (1 - one)) - StrictMath.log(two / (1 - two)));
                variance += 1 / (n * one * (1 - one)) + 1 / (n * two * (1 - two)) - 2 / (n * one * (1 - two));
            }
            assertThat(ofTable(counts).statistic().orElseThrow())
                    .as(Arrays.deepToString(counts))
                    .isCloseTo(difference * difference / variance, within(1e-9));
            tables++;
        }
        assertThat(tables).isEqualTo(729);
    }

    /** Six visits had one person, who smoked. */
    @Test
    void aCutThatTellsTheArmsApartPassesItsReasonOn() {
        assertThat(brant(Birthwt.column("ftv"), SMOKE)).isEqualTo(TestResult.notEstimable(Reason.SEPARATION));
    }

    @Test
    void aLevelOfOnePersonBetweenOthersHasATest() {
        TestResult test = ofTable(new int[][] {{5, 1, 6, 4}, {4, 0, 5, 7}});
        assertThat(test.df().orElseThrow()).isEqualTo(2);
        assertThat(test.statistic().orElseThrow()).isBetween(0.0, 5.0);
    }

    /** By the same formulas in R 4.2.2 the statistic would be -1.617233560789. */
    @Test
    void covariancesThatCannotBeAreNoTest() {
        double[] outcome = {4, 4, 3, 4, 3, 1, 1, 3, 3, 1, 4, 2, 2, 2};
        double[] covariate = {0.6, 1.6, 0.5, 0.8, 0.5, -0.4, 0.9, 0, 1, -0.8, 1, -0.3, -0.9, -1.9};
        double[] arm = each(IntStream.range(0, 14).mapToDouble(Double::valueOf).toArray(), i -> i % 2);
        assertThat(brant(outcome, arm, covariate)).isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
    }

    /** A hundred thousand people, of whom one alone is at a level: the covariances are of very different sizes. */
    @Test
    void aLevelOfOnePersonInALargeTrialHasATest() {
        int[][] counts = {{30_000, 0, 20_000}, {28_000, 1, 22_000}};
        TestResult test = ofTable(counts);
        double one = StrictMath.log(22_001 / 28_000.0) - StrictMath.log(20_000 / 30_000.0);
        double two = StrictMath.log(22_000 / 28_001.0) - StrictMath.log(20_000 / 30_000.0);
        double n = 50_001;
        double variance = 1 / (n * 22_001 / n * 28_000 / n)
                + 1 / (n * 22_000 / n * 28_001 / n)
                - 2 / (n * 22_001 / n * 28_001 / n);
        assertThat(test.statistic().orElseThrow()).isCloseTo((one - two) * (one - two) / variance, within(1e-3));
    }
}
