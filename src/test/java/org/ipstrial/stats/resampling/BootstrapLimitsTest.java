package org.ipstrial.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.descriptive.Moments;
import org.junit.jupiter.api.Test;

class BootstrapLimitsTest {

    private static final double[] HOURS = {0, 0, 4, 12, 20, 37.5};
    private static final double MEAN = 12.25;

    /** All 6^6 resamples, so without Monte-Carlo error; enumerated apart from this program in Python with numpy. */
    @Test
    void agreesWithTheEnumerationOfAllResamples() {
        double[] means = everyMean(HOURS);
        double acceleration = acceleration(HOURS);
        ReplicateLimits bca = BcaLimits.of(means, MEAN, acceleration, 0.95);
        ReplicateLimits percentile = PercentileLimits.of(means, 0.95);

        assertThat(means).hasSize(46656);
        assertThat(Math.sqrt(Moments.of(means).squares() / means.length)).isCloseTo(5.441290186058, within(5e-13));
        assertThat(acceleration).isCloseTo(0.059034663862, within(5e-13));
        assertThat(value(bca.lower())).isCloseTo(4.0, within(1e-12));
        assertThat(value(bca.upper())).isCloseTo(26.08333333, within(5e-9));
        assertThat(value(percentile.lower())).isCloseTo(2.66666667, within(5e-9));
        assertThat(value(percentile.upper())).isCloseTo(24.08333333, within(5e-9));
    }

    /** Without the half for ties the limits would be other ones: those of an estimate just below its own ties. */
    @Test
    void tiesCountOneHalf() {
        ReplicateLimits strict = BcaLimits.of(everyMean(HOURS), MEAN - 1e-9, acceleration(HOURS), 0.95);

        assertThat(value(strict.lower())).isCloseTo(3.33333333, within(5e-9));
        assertThat(value(strict.upper())).isCloseTo(25.41666667, within(5e-9));
    }

    /**
     * R 4.2.2, boot 1.3-28.1: {@code set.seed(1); b <- boot(x, function(d, i) mean(d[i]), R = 199999);
     * boot.ci(b, type = "bca")} prints 3.33 and 25.42, because boot counts only replicates below the estimate.
     */
    @Test
    void differsFromBootOnlyByTheHalfForTies() {
        ReplicateLimits strict = BcaLimits.of(everyMean(HOURS), MEAN - 1e-9, acceleration(HOURS), 0.95);

        assertThat(value(strict.lower())).isCloseTo(3.33, within(0.005));
        assertThat(value(strict.upper())).isCloseTo(25.42, within(0.005));
    }

    /**
     * Of the replicates 1 to 100 exactly one lies beyond the limits at 0.01 and 0.99, whose quantiles of type 2 lie between two
     * of them; less than one lies beyond those at 0.0099 and 0.9901.
     */
    @Test
    void aLimitThatLessThanOneReplicateLiesBeyondIsNotThere() {
        double[] hundred = new double[100];
        Arrays.setAll(hundred, i -> i + 1);
        Quantity none = Quantity.notEstimable(Reason.RESAMPLES_NOT_ESTIMABLE);

        assertThat(ReplicateLimits.between(hundred, 0.01, 0.99))
                .isEqualTo(new ReplicateLimits(Quantity.of(1.5), Quantity.of(99.5)));
        assertThat(ReplicateLimits.between(hundred, 0.0099, 0.9901)).isEqualTo(new ReplicateLimits(none, none));
        assertThat(ReplicateLimits.between(hundred, 0.011, 0.9901))
                .isEqualTo(new ReplicateLimits(Quantity.of(2), none));
    }

    @Test
    void replicatesThatAreAllAlikeHaveNoVariance() {
        assertThat(BcaLimits.of(new double[] {3, 3, 3}, 3, 0, 0.5))
                .isEqualTo(ReplicateLimits.notEstimable(Reason.NO_VARIANCE));
        assertThat(PercentileLimits.of(new double[] {3, 3, 3}, 0.5))
                .isEqualTo(ReplicateLimits.notEstimable(Reason.NO_VARIANCE));
    }

    @Test
    void anEstimateBeyondAllReplicatesHasNoBiasCorrection() {
        double[] replicates = everyMean(HOURS);

        for (double estimate : new double[] {-1, 38}) {
            assertThat(BcaLimits.of(replicates, estimate, 0.05, 0.95))
                    .isEqualTo(ReplicateLimits.notEstimable(Reason.RESAMPLES_NOT_ESTIMABLE));
        }
    }

    /** At a level of 1 - 1e-9 z is 6.1, and 1 / a 6: the upper limit turns back, or the lower one. */
    @Test
    void aTransformationThatTurnsBackHasNoLimits() {
        for (double acceleration : new double[] {1 / 6.0, -1 / 6.0}) {
            assertThat(BcaLimits.of(everyMean(HOURS), MEAN, acceleration, 1 - 1e-9))
                    .isEqualTo(ReplicateLimits.notEstimable(Reason.RESAMPLES_NOT_ESTIMABLE));
        }
    }

    /**
     * The replicates 1 to 999 about 500 with z0 = 0: without acceleration the limits are those of the percentiles. With an
     * acceleration of 0.1 and z = 1.644853627, scipy.stats.norm.cdf(-z / (1 + 0.1 z)) is 0.0789, of 999 that is 78.8, and
     * norm.cdf(z / (1 - 0.1 z)) is 0.9755, of 999 that is 974.5.
     */
    @Test
    void accelerationMovesBothLimitsUp() {
        double[] replicates = new double[999];
        Arrays.setAll(replicates, i -> i + 1);

        assertThat(BcaLimits.of(replicates, 500, 0, 0.9)).isEqualTo(PercentileLimits.of(replicates, 0.9));
        assertThat(BcaLimits.of(replicates, 500, 0.1, 0.9))
                .isEqualTo(new ReplicateLimits(Quantity.of(79), Quantity.of(975)));
    }

    @Test
    void aLimitAmongInfiniteReplicatesIsUnbounded() {
        double[] replicates = new double[100];
        Arrays.setAll(replicates, i -> i < 90 ? i : Double.POSITIVE_INFINITY);

        assertThat(PercentileLimits.of(replicates, 0.9).lower()).isEqualTo(Quantity.of(4.5));
        assertThat(PercentileLimits.of(replicates, 0.9).upper()).isEqualTo(Quantity.notEstimable(Reason.UNBOUNDED));
    }

    @Test
    void mirroredReplicatesHaveMirroredLimits() {
        double[] replicates =
                ResampledSums.of(HOURS, HOURS, Samples.resampling(500, 1)).group();
        double[] mirrored = Samples.linear(replicates, -1, 0);
        ReplicateLimits one = BcaLimits.of(replicates, 70, 0.05, 0.9);
        ReplicateLimits other = BcaLimits.of(mirrored, -70, -0.05, 0.9);

        assertThat(value(other.lower())).isEqualTo(-value(one.upper()));
        assertThat(value(other.upper())).isEqualTo(-value(one.lower()));
    }

    @Test
    void drawsAreEvenAndResamplesKeepTheirSize() {
        double[] values = {1, 100, 10_000, 1_000_000};
        long[] drawn = new long[4];
        ResampledSums sums = ResampledSums.of(values, new double[] {1}, Samples.resampling(20_000, 2));
        for (double sum : sums.group()) {
            long rest = (long) sum;
            int size = 0;
            for (int i = 0; i < 4; i++, rest /= 100) {
                drawn[i] += rest % 100;
                size += (int) (rest % 100);
            }
            assertThat(size).isEqualTo(4);
        }

        // 80,000 draws among four: a standard error of 122; four of them.
        assertThat(Arrays.stream(drawn).allMatch(count -> Math.abs(count - 20_000) < 490))
                .as(Arrays.toString(drawn))
                .isTrue();
        assertThat(sums.reference()).containsOnly(1);
    }

    @Test
    void anotherSeedAndAnotherUseDrawOtherwise() {
        double[] one = sums(1, "hours");

        assertThat(sums(1, "hours")).isEqualTo(one);
        assertThat(sums(2, "hours")).isNotEqualTo(one);
        assertThat(sums(1, "weeks")).isNotEqualTo(one);
    }

    /** Frozen: a change here changes every published result of this version of the generator. */
    @Test
    void theStreamsAreThoseOfTheirNameAndVersion() {
        assertThat(RandomStreams.NAME).isEqualTo("l64x128mix/1");
        long bits = -1772971202854700431L;
        Draws draws = RandomStreams.of(20120101, List.of("a", "b")).replicate(7);
        assertThat(draws.below(1 << 30)).isEqualTo((bits & 0xffff_ffffL) >>> 2);
        assertThat(draws.below(1 << 30)).isEqualTo(bits >>> 34);
    }

    @Test
    void refusesALevelThatIsNoFraction() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BcaLimits.of(new double[] {1, 2}, 1, 0, 95))
                .withMessage("level must lie strictly between 0 and 1, got 95.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PercentileLimits.of(new double[] {1, 2}, 0))
                .withMessage("level must lie strictly between 0 and 1, got 0.0");
    }

    private static double[] sums(long seed, String word) {
        return ResampledSums.of(HOURS, HOURS, new Resampling(50, RandomStreams.of(seed, List.of(word)), 1))
                .group();
    }

    private static double acceleration(double[] values) {
        double[] influences = Samples.linear(values, 1, -MEAN);
        return Acceleration.of(influences, new double[] {0});
    }

    private static double[] everyMean(double[] values) {
        int n = values.length;
        double[] means = new double[(int) Math.rint(StrictMath.pow(n, n))];
        for (int code = 0; code < means.length; code++) {
            double sum = 0;
            for (int i = 0, rest = code; i < n; i++, rest /= n) {
                sum += values[rest % n];
            }
            means[code] = sum / n;
        }
        return means;
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
