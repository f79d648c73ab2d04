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
