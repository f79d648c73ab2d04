package org.ipstrial.stats.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Effects of 0, 2 and 4 with variances of 1, whose sum of squares about their mean is 8. Two degrees of freedom make all
 * distributions elementary: chi-squared exceeds x with probability exp(-x / 2); the t with share L inside is
 * L sqrt(2 / (1 - L^2)), and with one degree of freedom tan(pi L / 2).
 */
class PooledByHandTest {

    private static final StudyEffects THREE = StudyEffects.of(new double[] {0, 2, 4}, new double[] {1, 1, 1});
    /** The share of a normal distribution within one standard deviation, 2 pnorm(1) - 1 of R 4.2.2. */
    private static final double ONE_SD = 0.682689492137086;

    private static double[] numbers(Estimate estimate) {
        return new double[] {value(estimate.estimate()), value(estimate.lower()), value(estimate.upper())};
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }

    private static double error(Pooled pooled) {
        return value(pooled.effect().standardError().orElseThrow());
    }

    private static Pooled pooled(double tauSquared, MeanLimits limits, double level) {
        return new RandomEffects(model -> tauSquared, limits).of(THREE, level);
    }

    @Test
    void aCommonEffect() {
        Pooled pooled = CommonEffect.of(THREE, ONE_SD);

        assertThat(error(pooled)).isCloseTo(Math.sqrt(1.0 / 3), within(1e-15));
        assertThat(numbers(pooled.effect()))
                .containsExactly(new double[] {2, 2 - Math.sqrt(1.0 / 3), 2 + Math.sqrt(1.0 / 3)}, within(1e-14));
        assertThat(pooled.test().statistic().orElseThrow()).isCloseTo(2 * Math.sqrt(3), within(1e-14));
        assertThat(pooled.test().df()).isEmpty();
        assertThat(pooled.tauSquared()).isEmpty();
        assertThat(pooled.df()).isEmpty();
    }

    @Test
    void randomEffectsWithNormalLimits() {
        Pooled pooled = pooled(3, MeanLimits.NORMAL, ONE_SD);

        assertThat(error(pooled)).isCloseTo(Math.sqrt(4.0 / 3), within(1e-15));
        assertThat(numbers(pooled.effect()))
                .containsExactly(new double[] {2, 2 - Math.sqrt(4.0 / 3), 2 + Math.sqrt(4.0 / 3)}, within(1e-14));
        assertThat(pooled.tauSquared()).contains(3.0);
        assertThat(pooled.df()).isEmpty();
    }

    /** Of 8 = sum of squares, over 2 and a variance of 1: the standard error of 1 / sqrt(3) is twice as large. */
    @Test
    void hartungAndKnapp() {
        Pooled pooled = pooled(0, MeanLimits.HARTUNG_KNAPP, 0.6);

        assertThat(error(pooled)).isCloseTo(2 / Math.sqrt(3), within(1e-15));
        // 0.6 sqrt(2 / 0.64) = 3 / (2 sqrt 2), so that limits are 2 -+ sqrt(3 / 2).
        assertThat(numbers(pooled.effect()))
                .containsExactly(new double[] {2, 2 - Math.sqrt(1.5), 2 + Math.sqrt(1.5)}, within(1e-12));
        assertThat(pooled.df()).isEqualTo(OptionalDouble.of(2));
        // T = sqrt 3, beyond which on both sides lie 1 - sqrt(3 / 5).
        assertThat(pooled.test().statistic().orElseThrow()).isCloseTo(Math.sqrt(3), within(1e-14));
        assertThat(pooled.test().df()).hasValue(2);
        assertThat(value(pooled.test().pValue())).isCloseTo(1 - Math.sqrt(0.6), within(1e-14));
        assertThat(value(MeanLimits.HARTUNG_KNAPP
                        .of(-2, 2 / Math.sqrt(3), 2, 0.6, Optional.empty())
                        .test()
                        .pValue()))
                .isCloseTo(1 - Math.sqrt(0.6), within(1e-14));
    }

    /** With tau squared of 8 the squares over 2 are 4/9 of what the variances say. */
    @Test
    void theFloorOfHartungAndKnapp() {
        assertThat(error(pooled(8, MeanLimits.HARTUNG_KNAPP, 0.9))).isCloseTo(2 / Math.sqrt(3), within(1e-15));
        assertThat(error(pooled(8, MeanLimits.HARTUNG_KNAPP_FLOORED, 0.9))).isCloseTo(Math.sqrt(3), within(1e-15));
        assertThat(pooled(0, MeanLimits.HARTUNG_KNAPP_FLOORED, 0.9))
                .isEqualTo(pooled(0, MeanLimits.HARTUNG_KNAPP, 0.9));
    }

    @Test
    void oneStudyOrNoSpread() {
        StudyEffects one = StudyEffects.of(new double[] {2}, new double[] {1});
        assertThat(new RandomEffects(model -> 0, MeanLimits.NORMAL).of(one, 0.95))
                .isEqualTo(Pooled.notEstimable(Reason.FEWER_THAN_TWO_STUDIES));
        assertThat(Pooled.notEstimable(Reason.FEWER_THAN_TWO_STUDIES))
                .isEqualTo(new Pooled(
                        Estimate.notEstimable(Reason.FEWER_THAN_TWO_STUDIES),
                        TestResult.notEstimable(Reason.FEWER_THAN_TWO_STUDIES),
                        Optional.empty(),
                        OptionalDouble.empty()));
        // Two are enough: 0 and 2 have the mean 1 with variance 1/2.
        assertThat(error(new RandomEffects(model -> 0, MeanLimits.NORMAL).of(THREE.only(0, 1), 0.95)))
                .isCloseTo(Math.sqrt(0.5), within(1e-15));
        Quantity none = Quantity.notEstimable(Reason.NO_VARIANCE);
        assertThat(MeanLimits.HARTUNG_KNAPP.of(2, 0, 2, 0.95, Optional.of(0.0)))
                .isEqualTo(new Pooled(
                        new Estimate(Quantity.of(2), Optional.of(none), none, none),
                        TestResult.notEstimable(Reason.NO_VARIANCE),
                        Optional.of(0.0),
                        OptionalDouble.of(2)));
    }

    /** A standard error of 2 / sqrt 3 and tau squared of 23/3 are 9 together; three studies leave one degree of freedom. */
    @Test
    void predictions() {
        Pooled pooled = MeanLimits.NORMAL.of(2, 2 / Math.sqrt(3), 2, 0.95, Optional.of(23.0 / 3));

        assertThat(numbers(PredictionInterval.of(pooled, 3, 0.5)))
                .containsExactly(new double[] {2, 2 - 3, 2 + 3}, within(1e-12));
        assertThat(numbers(PredictionInterval.of(pooled, 4, 0.6)))
                .containsExactly(new double[] {2, 2 - 9 / Math.sqrt(8), 2 + 9 / Math.sqrt(8)}, within(1e-12));
    }

    @Test
    void noPredictions() {
        Pooled pooled = MeanLimits.NORMAL.of(2, 1, 1, 0.95, Optional.of(1.0));
        assertThat(PredictionInterval.of(pooled, 2, 0.95))
                .isEqualTo(Estimate.withoutLimits(2, Reason.FEWER_THAN_THREE_STUDIES));
        assertThat(PredictionInterval.of(CommonEffect.of(THREE, 0.95), 3, 0.95).lower())
                .isEqualTo(Quantity.notEstimable(Reason.FEWER_THAN_THREE_STUDIES));
        assertThat(PredictionInterval.of(Pooled.notEstimable(Reason.FEWER_THAN_TWO_STUDIES), 1, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.FEWER_THAN_TWO_STUDIES));
        assertThat(PredictionInterval.of(MeanLimits.HARTUNG_KNAPP.of(2, 0, 2, 0.95, Optional.of(0.0)), 3, 0.95))
                .isEqualTo(Estimate.withoutLimits(2, Reason.NO_VARIANCE));
    }

    @Test
    void heterogeneity() {
        TestResult test = HeterogeneityTest.of(THREE);
        assertThat(test.statistic().orElseThrow()).isCloseTo(8, within(1e-14));
        assertThat(test.df()).hasValue(2);
        assertThat(value(test.pValue())).isCloseTo(StrictMath.exp(-4), within(1e-15));
        // Two studies, 0 and 2: squares of 1 each, and a normal value of sqrt 2.
        assertThat(HeterogeneityTest.of(THREE.only(0, 1)).statistic().orElseThrow())
                .isCloseTo(2, within(1e-14));
        assertThat(HeterogeneityTest.of(THREE.only(1)))
                .isEqualTo(TestResult.notEstimable(Reason.FEWER_THAN_TWO_STUDIES));
        // A line through two studies leaves nothing; through three, 6 squares off 1, -2 and 1.
        assertThat(HeterogeneityTest.of(MetaModel.of(THREE.only(0, 1), List.of(new double[] {1, 2}))))
                .isEqualTo(TestResult.notEstimable(Reason.NO_RESIDUAL_DF));
        TestResult line = HeterogeneityTest.of(MetaModel.of(
                StudyEffects.of(new double[] {1, 0, 5}, new double[] {1, 1, 1}), List.of(new double[] {1, 2, 3})));
        assertThat(line.statistic().orElseThrow()).isCloseTo(6, within(1e-14));
        assertThat(line.df()).hasValue(1);
    }

    /** What rounding takes below 0 is 0; what is beyond a double is its smallest. */
    @Test
    void sumsOfSquaresAtTheEnds() {
        assertThat(HeterogeneityTest.of(-1e-30, 2)).isEqualTo(TestResult.of(0, 2, 1));
        assertThat(HeterogeneityTest.of(1e6, 2)).isEqualTo(TestResult.of(1e6, 2, Double.MIN_VALUE));
    }

    /** Q(t) = 8 / (1 + t) passes -2 log(3/4) and -2 log(1/4), between which half of chi-squared lies. */
    @Test
    void limitsOfTheVariance() {
        MetaModel model = MetaModel.ofMean(THREE);
        QProfile limits = QProfile.of(model, 0.5);

        assertThat(limits.lower()).isCloseTo(4 / StrictMath.log(4) - 1, within(1e-12));
        assertThat(limits.upper()).isCloseTo(4 / StrictMath.log(4.0 / 3) - 1, within(1e-11));
        // Q(0) is 8, so that what is to be 8 or more starts at 0.
        assertThat(QProfile.where(model, QProfile.q(model, 0))).isZero();
        assertThat(QProfile.where(model, 9)).isZero();
        assertThat(QProfile.where(model, 2)).isCloseTo(3, within(1e-14));
        assertThat(QProfile.q(model, 3)).isCloseTo(2, within(1e-14));
    }

    /** A typical variance within of 1; with weights of 1, 1/2 and 1/2 it is 2 / (2 - 3/4) = 8/5. */
    @Test
    void sharesOfTheVariance() {
        QProfile limits = new QProfile(1, 7);
        VarianceShares shares = VarianceShares.of(MetaModel.ofMean(THREE), 3, limits);
        assertThat(numbers(shares.iSquared())).containsExactly(new double[] {0.75, 0.5, 0.875}, within(1e-15));
        assertThat(numbers(shares.hSquared())).containsExactly(new double[] {4, 2, 8}, within(1e-14));

        VarianceShares unlike = VarianceShares.of(
                MetaModel.ofMean(StudyEffects.of(new double[] {0, 2, 4}, new double[] {1, 2, 2})), 1.6, limits);
        assertThat(value(unlike.iSquared().estimate())).isCloseTo(0.5, within(1e-15));
        assertThat(value(unlike.hSquared().estimate())).isCloseTo(2, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 95, Double.NaN})
    void refusesALevelThatIsNoFraction(double level) {
        String message = "level must lie strictly between 0 and 1, got " + level;
        MetaModel model = MetaModel.ofMean(THREE);
        Pooled pooled = CommonEffect.of(THREE, 0.95);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommonEffect.of(THREE, level))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pooled(1, MeanLimits.NORMAL, level))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QProfile.of(model, level))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictionInterval.of(pooled, 3, level))
                .withMessage(message);
    }
}
