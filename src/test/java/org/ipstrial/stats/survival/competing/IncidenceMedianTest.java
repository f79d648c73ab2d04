package org.ipstrial.stats.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.curve.CurveLimits;
import org.ipstrial.stats.survival.curve.KaplanMeier;
import org.ipstrial.stats.survival.curve.SurvivalQuantile;
import org.junit.jupiter.api.Test;

/** The median of a cumulative incidence: by hand, against the curve where nothing competes, and by reading off the limits. */
class IncidenceMedianTest {

    private static Estimate median(double[] times, int... causes) {
        return IncidenceMedian.of(
                AalenJohansen.of(
                        SurvivalTimes.of(times, causes, new int[times.length]).table(), 0, 1),
                0.95);
    }

    private static double value(Quantity quantity) {
        return ((Quantity.Estimated) quantity).value();
    }

    /** Ten people, contacts on days 1 to 5, five leave: half have had it on day 5, exactly. */
    @Test
    void halfCountsExactlyWhateverTheRounding() {
        double[] times = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        assertThat(value(median(times, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2).estimate()))
                .isEqualTo(5);
        // The same share, parted by those who leave in between: F adds up tenths that are rounded.
        assertThat(value(median(times, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2).estimate()))
                .isEqualTo(9);
        assertThat(median(times, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2).estimate())
                .isEqualTo(Quantity.notEstimable(Reason.NOT_REACHED));
        assertThat(median(new double[] {3, 4}, 0, 2))
                .isEqualTo(new Estimate(
                        Quantity.notEstimable(Reason.NOT_REACHED),
                        Optional.empty(),
                        Quantity.notEstimable(Reason.NOT_REACHED),
                        Quantity.notEstimable(Reason.UNBOUNDED)));
    }

    /** Half by a censored person's weight: 4 people, 1 event, 1 censored, then 1/4 + 3/4 x 1/2 = 5/8 on day 3. */
    @Test
    void censoredPeopleWeighOnThoseWhoAreLeft() {
        assertThat(value(median(new double[] {1, 2, 3, 4}, 1, 0, 1, 2).estimate()))
                .isEqualTo(3);
    }

    /** Where nothing competes and the curve is never flat at one half, it is the median of Kaplan and Meier with its limits. */
    @Test
    void agreesWithTheCurveWhereNothingCompetes() {
        SplittableRandom random = new SplittableRandom(3);
        int compared = 0;
        for (int run = 0; run < 300; run++) {
            int n = 5 + random.nextInt(40);
            double[] times = new double[n];
            int[] causes = new int[n];
            for (int i = 0; i < n; i++) {
                times[i] = 1 + random.nextInt(60);
                causes[i] = random.nextInt(4) == 0 ? 0 : 1;
            }
            KaplanMeier curve =
                    KaplanMeier.of(SurvivalTimes.of(times, causes, new int[n]).table(), 0);
            boolean flat = false;
            for (int step = 0; step < curve.steps(); step++) {
                flat |= Math.abs(curve.survival(step) - 0.5) < 1e-9;
            }
            if (curve.steps() == 0 || flat) {
                continue;
            }
            compared++;
            Estimate wanted = SurvivalQuantile.median(curve, 0.95, CurveLimits.LOG_LOG);
            Estimate got = median(times, causes);
            assertThat(got.estimate()).isEqualTo(wanted.estimate());
        }
        assertThat(compared).isGreaterThan(200);
    }

    /** The limits are where the pointwise limits of the incidence cross one half. */
    @Test
    void limitsAreWherePointwiseLimitsCross() {
        SplittableRandom random = new SplittableRandom(11);
        int crossed = 0;
        for (int run = 0; run < 200; run++) {
            int n = 10 + random.nextInt(60);
            double[] times = new double[n];
            int[] causes = new int[n];
            for (int i = 0; i < n; i++) {
                times[i] = random.nextInt(80);
                causes[i] = new int[] {0, 1, 1, 1, 1, 2}[random.nextInt(6)];
            }
            AalenJohansen incidence =
                    AalenJohansen.of(SurvivalTimes.of(times, causes, new int[n]).table(), 0, 1);
            Estimate median = IncidenceMedian.of(incidence, 0.9);
            Quantity low = Quantity.notEstimable(Reason.NOT_REACHED);
            Quantity high = Quantity.notEstimable(Reason.UNBOUNDED);
            for (int step = incidence.anyCause().steps() - 1; step >= 0; step--) {
                double time = incidence.anyCause().time(step);
                Estimate at = incidence.at(time, 0.9);
                if (at.upper() instanceof Quantity.Estimated upper && upper.value() >= 0.5) {
                    low = Quantity.of(time);
                }
                if (at.lower() instanceof Quantity.Estimated lower && lower.value() >= 0.5) {
                    high = Quantity.of(time);
                }
            }
            assertThat(median.lower()).isEqualTo(low);
            assertThat(median.upper()).isEqualTo(high);
            crossed += high instanceof Quantity.Estimated ? 1 : 0;
        }
        assertThat(crossed).isGreaterThan(50);
    }
}
