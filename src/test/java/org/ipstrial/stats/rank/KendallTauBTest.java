package org.ipstrial.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.junit.jupiter.api.Test;

/** Kendall's tau-b: laws, the exact distribution by going through all orders, edges. */
class KendallTauBTest {

    private static double tau(double[] x, double[] y) {
        return of(x, y).estimate().ifEstimated().orElseThrow();
    }

    private static double p(double[] x, double[] y) {
        return of(x, y).test().pValue().ifEstimated().orElseThrow();
    }

    private static RankAssociation of(double[] x, double[] y) {
        return KendallTauB.of(new PairedValues(x, y));
    }

    @Test
    void orderOfUnitsAndStretchingChangeNothingAndTurningRoundMirrors() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 2; n <= 14; n++) {
            for (int trial = 0; trial < 20; trial++) {
                double[] x = random.doubles(n, 0, 6).map(Math::floor).toArray();
                double[] y = random.doubles(n, 0, 6).map(Math::floor).toArray();
                // Between, all orders are gone through, which takes its time.
                if (n == 8 || n == 9 || (n == 7 && trial > 3)) {
                    continue;
                }
                RankAssociation one = of(x, y);
                if (one.estimate().ifEstimated().isEmpty()) {
                    continue;
                }
                double[] swappedX = x.clone();
                double[] swappedY = y.clone();
                swappedX[0] = x[n - 1];
                swappedX[n - 1] = x[0];
                swappedY[0] = y[n - 1];
                swappedY[n - 1] = y[0];
                assertThat(tau(swappedX, swappedY)).isEqualTo(tau(x, y));
                assertThat(p(swappedX, swappedY)).isEqualTo(p(x, y));
                assertThat(of(y, x).estimate()).isEqualTo(one.estimate());
                assertThat(p(y, x)).isCloseTo(p(x, y), within(1e-12));
                double[] turned = Arrays.stream(y).map(v -> -3 * v + 7).toArray();
                assertThat(tau(x, turned)).isEqualTo(-tau(x, y));
                assertThat(p(x, turned)).isCloseTo(p(x, y), within(1e-12));
            }
        }
    }

    /** The recursion over counts and going through all orders are two roads to one number. */
    @Test
    void theCountedDistributionIsThatOfAllOrders() {
        // With one tie between far apart units the orders are gone through; without, they are counted.
        for (int n = 2; n <= 7; n++) {
            double[] x = new double[n];
            Arrays.setAll(x, i -> i);
            double[] y = x.clone();
            double share = 1;
            for (int i = 2; i <= n; i++) {
                share /= i;
            }
            assertThat(tau(x, y)).isEqualTo(1);
            assertThat(p(x, y)).isCloseTo(Math.min(1, 2 * share), within(1e-15));
            if (n >= 3) {
                // One neighbouring pair the other way round: 1 + (n - 1) orders are as far or further, on either side.
                double swap = y[0];
                y[0] = y[1];
                y[1] = swap;
                assertThat(p(x, y)).isCloseTo(Math.min(1, 2 * n * share), within(1e-14));
            }
        }
    }

    /** Of the 24 and 120 orders 1, 3, 5, 6, ... and 1, 4, 9, 15, 20, 22, ... have 0, 1, 2, ... pairs against each other. */
    @Test
    void theDistributionOfFourAndFiveUnitsByHand() {
        double[] four = {1, 2, 3, 4};
        double[] five = {1, 2, 3, 4, 5};

        assertThat(p(four, four)).isCloseTo(2 / 24.0, within(1e-15));
        assertThat(p(four, new double[] {1, 2, 4, 3})).isCloseTo(8 / 24.0, within(1e-15));
        assertThat(p(four, new double[] {2, 1, 4, 3})).isCloseTo(18 / 24.0, within(1e-15));
        assertThat(p(five, new double[] {5, 4, 3, 2, 1})).isCloseTo(2 / 120.0, within(1e-15));
        assertThat(p(five, new double[] {2, 1, 3, 5, 4})).isCloseTo(28 / 120.0, within(1e-15));
        assertThat(p(five, new double[] {5, 1, 2, 3, 4})).isCloseTo(98 / 120.0, within(1e-15));
        assertThat(p(five, new double[] {5, 1, 2, 4, 3})).isEqualTo(1);
        assertThat(of(five, five).exact()).isTrue();
        assertThat(of(five, five).test().statistic()).isEmpty();
    }

    /** With ties: every order of the second numbers written out here, as a number in which no digit comes twice. */
    @Test
    void tiesAreGoneThroughOrderByOrder() {
        for (double[][] pair : new double[][][] {
            {{1, 1, 2, 3, 4}, {1, 2, 2, 3, 5}},
            {{1, 1, 2, 2, 3}, {3, 2, 2, 1, 1}},
            {{1, 2, 3, 4, 5}, {1, 1, 1, 1, 2}},
            {{0, 0, 0, 1, 2}, {5, 4, 3, 2, 1}},
            {{2, 1, 2, 1, 3}, {1, 2, 1, 2, 0}}
        }) {
            double[] x = pair[0];
            double[] y = pair[1];
            long observed = Math.abs(score(x, y));
            int far = 0;
            int all = 0;
            for (int code = 0; code < 3125; code++) {
                int[] order = {code / 625, code / 125 % 5, code / 25 % 5, code / 5 % 5, code % 5};
                if (Arrays.stream(order).distinct().count() == 5) {
                    double[] ordered =
                            Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
                    far += Math.abs(score(x, ordered)) >= observed ? 1 : 0;
                    all++;
                }
            }
            assertThat(all).isEqualTo(120);
            assertThat(p(x, y)).isEqualTo(far / 120.0);
            assertThat(of(x, y).exact()).isTrue();
        }
    }

    private static long score(double[] x, double[] y) {
        long score = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                score += (long) Math.signum((x[i] - x[j]) * (y[i] - y[j]));
            }
        }
        return score;
    }

    /** R 4.2.2: cor.test(x, y, method = "kendall", exact = FALSE), three or four alike in both numbers, in one, and in pairs. */
    @Test
    void manyWithTiesAreThoseOfR() {
        assertOfR(
                new double[] {0, 0, 0, 0, 1, 1, 2, 3, 3, 3, 4, 6},
                new double[] {0, 0, 0, 2, 1, 1, 1, 5, 3, 3, 4, 4},
                0.7545020868193661467,
                3.1093981471127594141,
                0.0018746890761540751);
        assertOfR(
                new double[] {0, 0, 0, 1, 2, 3, 4, 5, 6, 7},
                new double[] {10, 9, 8, 7, 6, 5, 4, 3, 2, 1},
                -0.96609178307929588492,
                -3.81293345581345510809,
                0.00013732709609541431);
        assertOfR(
                new double[] {1, 1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10},
                new double[] {2, 1, 3, 3, 5, 4, 7, 6, 6, 8, 12, 9},
                0.84374999999999977796,
                3.73769759012969338130,
                0.00018571312946413782);
    }

    private static void assertOfR(double[] x, double[] y, double tau, double z, double p) {
        RankAssociation association = of(x, y);
        assertThat(tau(x, y)).isCloseTo(tau, within(1e-15));
        assertThat(association.test().statistic()).hasValueCloseTo(z, within(1e-14));
        assertThat(association.test().df()).isEmpty();
        assertThat(p(x, y)).isCloseTo(p, within(1e-16));
        assertThat(association.exact()).isFalse();
    }

    /** Of ten units, one pair of them alike, all 3,628,800 orders would take too long; of nine they do not. */
    @Test
    void nineUnitsWithTiesAreExactAndTenAreNot() {
        double[] nine = {0, 0, 1, 2, 3, 4, 5, 6, 7};
        double[] other = {1, 2, 3, 4, 5, 6, 7, 8, 9};

        // All 35 pairs that are not tied agree: so they do in 2 of 9! orders, and against each other in 2 more.
        assertThat(of(nine, other).exact()).isTrue();
        assertThat(p(nine, other)).isCloseTo(4 / 362_880.0, within(1e-20));
    }

    @Test
    void theNormalDistributionTakesOverWithoutAJump() {
        double[] x = new double[50];
        double[] y = new double[50];
        SplittableRandom random = new SplittableRandom(7);
        Arrays.setAll(x, i -> i);
        Arrays.setAll(y, i -> i * 0.3 + 15 * random.nextDouble());
        RankAssociation large = of(x, y);
        RankAssociation smaller = of(Arrays.copyOf(x, 49), Arrays.copyOf(y, 49));
        assertThat(large.exact()).isFalse();
        assertThat(smaller.exact()).isTrue();
        assertThat(large.test().pValue().ifEstimated().orElseThrow())
                .isCloseTo(smaller.test().pValue().ifEstimated().orElseThrow(), within(1e-3));
    }

    @Test
    void edges() {
        assertThat(of(new double[] {1}, new double[] {2}).estimate())
                .isEqualTo(Quantity.notEstimable(Reason.FEWER_THAN_TWO_UNITS));
        assertThat(of(new double[] {1, 1, 1}, new double[] {2, 3, 4}).estimate())
                .isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(of(new double[] {1, 2, 3}, new double[] {4, 4, 4}).estimate())
                .isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(p(new double[] {1, 2}, new double[] {1, 2})).isEqualTo(1);
        // As many pairs alike as against each other.
        assertThat(tau(new double[] {1, 2, 3, 4}, new double[] {2, 4, 1, 3})).isEqualTo(0);
        assertThat(p(new double[] {1, 2, 3, 4}, new double[] {2, 4, 1, 3})).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNotPaired() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedValues(new double[] {1, 2}, new double[] {1}))
                .withMessage("both numbers of every unit are wanted, got 2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedValues(new double[] {1, Double.NaN}, new double[] {1, 2}))
                .withMessage("first must be finite, got NaN");
    }
}
