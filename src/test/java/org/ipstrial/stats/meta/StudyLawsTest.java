package org.ipstrial.stats.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.studies.PoolingMethods;
import org.ipstrial.catalogue.studies.VarianceEstimators;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.variance.MaximumLikelihood;
import org.ipstrial.stats.meta.variance.PauleMandel;
import org.ipstrial.stats.meta.variance.RestrictedLikelihood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pooling must do whatever the studies are, and the likelihoods maximised by brute force. */
class StudyLawsTest {

    private static StudyEffects studies(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] y = random.doubles(count, -1, 2).toArray();
        double[] v = random.doubles(count, 0.01, 0.8).toArray();
        return StudyEffects.of(y, v);
    }

    private static double[] numbers(Estimate estimate) {
        return IntStream.range(0, 3)
                .mapToDouble(i -> List.of(estimate.estimate(), estimate.lower(), estimate.upper())
                        .get(i)
                        .ifEstimated()
                        .orElseThrow())
                .toArray();
    }

    private static double estimate(Method<TauSquared> method, StudyEffects effects) {
        return method.function().of(MetaModel.ofMean(effects));
    }

    @Test
    void theOrderOfTheStudiesChangesNoBit() {
        for (long seed = 1; seed <= 20; seed++) {
            StudyEffects some = studies(3 + (int) seed, seed);
            int[] reversed = IntStream.range(0, some.count())
                    .map(i -> some.count() - 1 - i)
                    .toArray();
            for (Method<Pooling> method : PoolingMethods.FAMILY.methods()) {
                assertThat(method.function().of(some.only(reversed), 0.95))
                        .as(method.id())
                        .isEqualTo(method.function().of(some, 0.95));
            }
        }
    }

    @Test
    void changingTheArmsRoundMirrorsTheEffect() {
        for (long seed = 1; seed <= 20; seed++) {
            StudyEffects some = studies(7, seed);
            StudyEffects mirrored = StudyEffects.of(
                    IntStream.range(0, 7).mapToDouble(i -> -some.estimate(i)).toArray(),
                    IntStream.range(0, 7).mapToDouble(some::variance).toArray());
            for (Method<Pooling> method : PoolingMethods.FAMILY.methods()) {
                double[] one = numbers(method.function().of(some, 0.9).effect());
                double[] other = numbers(method.function().of(mirrored, 0.9).effect());
                assertThat(new double[] {-other[0], -other[2], -other[1]}).containsExactly(one, within(1e-9));
            }
        }
    }

    @Test
    void scalingTheEffectsScalesWhatIsMadeOfThem() {
        for (double scale : new double[] {1e-6, 0.5, 1e6}) {
            StudyEffects some = studies(9, 3);
            StudyEffects scaled = StudyEffects.of(
                    IntStream.range(0, 9)
                            .mapToDouble(i -> scale * some.estimate(i))
                            .toArray(),
                    IntStream.range(0, 9)
                            .mapToDouble(i -> scale * scale * some.variance(i))
                            .toArray());
            for (Method<TauSquared> method : VarianceEstimators.FAMILY.methods()) {
                assertThat(estimate(method, scaled) / scale / scale)
                        .as(method.id())
                        .isCloseTo(estimate(method, some), within(1e-9));
            }
        }
    }

    @Test
    void aLevelNearerToOneGivesWiderLimits() {
        StudyEffects some = studies(6, 5);
        for (Method<Pooling> method : PoolingMethods.FAMILY.methods()) {
            double[] narrow = numbers(method.function().of(some, 0.5).effect());
            double[] wide = numbers(method.function().of(some, 0.99).effect());
            assertThat(wide[1]).isLessThan(narrow[1]);
            assertThat(wide[2]).isGreaterThan(narrow[2]);
        }
    }

    /** The test and the interval of a method are one: the limits hold 0 exactly when the p-value is above the level. */
    @Test
    void anIntervalHoldsNoEffectExactlyWhenItsTestDoesNotReject() {
        for (long seed = 1; seed <= 40; seed++) {
            StudyEffects some = studies(5, seed);
            for (Method<Pooling> method : PoolingMethods.FAMILY.methods()) {
                Pooled pooled = method.function().of(some, 0.95);
                double[] limits = numbers(pooled.effect());
                assertThat(limits[1] <= 0 && limits[2] >= 0)
                        .isEqualTo(pooled.test().pValue().ifEstimated().orElseThrow() >= 0.05);
            }
        }
    }

    /** The highest point of each likelihood, looked for on a grid far finer than any peak. */
    @Test
    void noPointOfAFineGridHasAHigherLikelihood() {
        for (long seed = 1; seed <= 30; seed++) {
            MetaModel model = MetaModel.ofMean(studies(4, seed));
            double reml = RestrictedLikelihood.log(WeightedFit.at(model, RestrictedLikelihood.of(model)));
            double ml = MaximumLikelihood.log(WeightedFit.at(model, MaximumLikelihood.of(model)));
            for (int i = 0; i <= 3000; i++) {
                WeightedFit fit = WeightedFit.at(model, i * 0.002);
                assertThat(RestrictedLikelihood.log(fit)).isLessThanOrEqualTo(reml + 1e-12);
                assertThat(MaximumLikelihood.log(fit)).isLessThanOrEqualTo(ml + 1e-12);
            }
        }
    }

    /** Two precise studies that agree and one far off: the likelihood has a peak at 0 and a higher one far from it. */
    @Test
    void ofSeveralPeaksTheHighestIsTaken() {
        StudyEffects two = StudyEffects.of(new double[] {0, 0.02, 9, -7}, new double[] {0.001, 0.001, 12, 12});
        MetaModel model = MetaModel.ofMean(two);
        double found = RestrictedLikelihood.of(model);
        double height = RestrictedLikelihood.log(WeightedFit.at(model, found));
        for (double t = 0; t < 200; t += 0.01) {
            assertThat(RestrictedLikelihood.log(WeightedFit.at(model, t))).isLessThanOrEqualTo(height + 1e-12);
        }
    }

    /** metafor's scoring prints tau = 0.0023 for these; the likelihood is highest at 0. */
    @Test
    void theMaximumLikelihoodOfClaspIsAtZero() {
        double[] a = {5, 5, 12, 69, 9, 313};
        double[] n1 = {156, 303, 565, 1570, 103, 4659};
        double[] c = {8, 17, 9, 94, 11, 352};
        double[] n2 = {74, 303, 477, 1565, 105, 4650};
        double[] y = new double[6];
        double[] v = new double[6];
        for (int i = 0; i < 6; i++) {
            y[i] = StrictMath.log(a[i] * (n2[i] - c[i]) / (c[i] * (n1[i] - a[i])));
            v[i] = 1 / a[i] + 1 / (n1[i] - a[i]) + 1 / c[i] + 1 / (n2[i] - c[i]);
        }
        MetaModel model = MetaModel.ofMean(StudyEffects.of(y, v));
        assertThat(MaximumLikelihood.of(model)).isZero();
        assertThat(MaximumLikelihood.log(WeightedFit.at(model, 0)))
                .isGreaterThan(MaximumLikelihood.log(WeightedFit.at(model, 0.0023 * 0.0023)));
    }

    @Test
    void theLimitsOfTheVarianceSatisfyTheirEquation() {
        for (long seed = 1; seed <= 40; seed++) {
            MetaModel model = MetaModel.ofMean(studies(6, seed));
            QProfile limits = QProfile.of(model, 0.95);
            ChiSquaredDistribution chi = ChiSquaredDistribution.of(5);
            double high = chi.inverseSurvivalProbability(0.025);
            double low = chi.inverseCumulativeProbability(0.025);
            assertThat(QProfile.q(model, limits.lower())).isCloseTo(Math.min(high, QProfile.q(model, 0)), within(1e-9));
            assertThat(QProfile.q(model, limits.upper())).isCloseTo(Math.min(low, QProfile.q(model, 0)), within(1e-9));
            assertThat(QProfile.q(model, PauleMandel.of(model)))
                    .isCloseTo(Math.min(5, QProfile.q(model, 0)), within(1e-9));
        }
    }

    /** metafor stops at 100, or ten times the estimate, and stores that for the limit. */
    @Test
    void theUpperLimitHasNoCeiling() {
        MetaModel model = MetaModel.ofMean(StudyEffects.of(new double[] {-40, 0, 55}, new double[] {1, 1, 1}));
        QProfile limits = QProfile.of(model, 0.95);
        double expected = 4550.0 / ChiSquaredDistribution.of(2).inverseCumulativeProbability(0.025) - 1;
        // Equal variances: Q(t) = sum of squares / (1 + t).
        assertThat(limits.upper()).isCloseTo(expected, within(1e-6));
        assertThat(limits.upper()).isGreaterThan(80_000);
    }

    @Test
    void oneStudyIsNoSampleOfStudies() {
        StudyEffects one = StudyEffects.of(new double[] {0.4}, new double[] {0.04});
        for (Method<Pooling> method : PoolingMethods.FAMILY.methods()) {
            Pooled pooled = method.function().of(one, 0.95);
            assertThat(pooled.effect().estimate())
                    .as(method.id())
                    .isEqualTo(
                            method.id().equals("inverse-variance")
                                    ? Quantity.of(0.4)
                                    : Quantity.notEstimable(Reason.FEWER_THAN_TWO_STUDIES));
        }
    }

    @Test
    void twoStudiesHaveAnEffectAndNoPrediction() {
        StudyEffects two = StudyEffects.of(new double[] {0, 2}, new double[] {0.5, 0.5});
        Method<Pooling> method = PoolingMethods.FAMILY.methods().get(0);
        Pooled pooled = method.function().of(two, 0.95);
        // Equal variances: tau squared = 2 - 0.5, the mean 1 with standard error 1, and t with one degree of freedom.
        assertThat(pooled.tauSquared().orElseThrow()).isCloseTo(1.5, within(1e-12));
        assertThat(numbers(pooled.effect()))
                .containsExactly(new double[] {1, 1 - 12.706204736174694, 1 + 12.706204736174694}, within(1e-8));
        assertThat(PredictionInterval.of(pooled, 2, 0.95).lower())
                .isEqualTo(Quantity.notEstimable(Reason.FEWER_THAN_THREE_STUDIES));
    }

    @Test
    void studiesThatAreAllAlikeHaveNoHartungKnappLimits() {
        StudyEffects alike = StudyEffects.of(new double[] {1, 1, 1}, new double[] {0.1, 0.2, 0.3});
        Pooled pooled = PoolingMethods.FAMILY.methods().get(0).function().of(alike, 0.95);
        assertThat(pooled.effect().estimate().ifEstimated()).isEqualTo(OptionalDouble.of(1));
        assertThat(pooled.effect().lower()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(pooled.tauSquared()).contains(0.0);
    }

    /**
     * Effects uniform on (-1, 2), variance 3/4, whatever their own variances v, uniform on (0.01, 0.8): the mean of
     * {@code 0.75 / (v + t)} is 1 at {@code t = (0.8 - 0.01 r) / (r - 1)} with {@code r = exp(0.79 / 0.75)}, and by the
     * variance of {@code (y - 0.5)^2 / (v + t)} there an estimate from 10,000 studies has a standard error of 0.0068.
     */
    @Test
    void tauSquaredOfTenThousandStudiesIsWhatTheirDistributionMakesIt() {
        double ratio = Math.exp(0.79 / 0.75);
        MetaModel model = MetaModel.ofMean(studies(10_000, 9));
        double estimate = PauleMandel.of(model);
        assertThat(estimate).isCloseTo((0.8 - 0.01 * ratio) / (ratio - 1), within(4 * 0.0068));
        QProfile limits = QProfile.of(model, 0.95);
        assertThat(estimate).isStrictlyBetween(limits.lower(), limits.upper());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesAVarianceThatIsNotAboveZero(double variance) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyEffects.of(new double[] {1}, new double[] {variance}))
                .withMessageContaining("variance must be");
    }

    @Test
    void refusesNoStudiesAndALevelThatIsNoFraction() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyEffects.of(new double[0], new double[0]))
                .withMessage("each of one study or more needs an effect and a variance, got 0 and 0");
        Arrays.stream(new double[] {0, 1, 95}).forEach(level -> assertThatIllegalArgumentException()
                .isThrownBy(() -> CommonEffect.of(studies(3, 1), level))
                .withMessage("level must lie strictly between 0 and 1, got " + level));
    }
}
