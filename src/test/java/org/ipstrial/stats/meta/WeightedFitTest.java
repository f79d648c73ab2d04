package org.ipstrial.stats.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.stats.Reason;
import org.junit.jupiter.api.Test;

/** Weighted least squares over three studies, worked by hand. */
class WeightedFitTest {

    private static final StudyEffects THREE = StudyEffects.of(new double[] {1, 0, 5}, new double[] {2, 2, 2});

    /** A line through 1, 0 and 5 at 10, 20 and 30: 2 + 2 (x - 20) / 10, off by 1, -2 and 1. */
    @Test
    void aLineThroughThreeStudies() {
        MetaModel model = MetaModel.of(THREE, List.of(new double[] {10, 20, 30}));
        WeightedFit fit = WeightedFit.at(model, 0);

        assertThat(model.coefficients()).isEqualTo(2);
        assertThat(model.residualDf()).isEqualTo(1);
        assertThat(new double[] {model.centre(0), model.scale(0), model.centre(1), model.scale(1)})
                .containsExactly(0, 1, 20, 10);
        assertThat(fit.coefficients()).containsExactly(new double[] {2, 2}, within(1e-15));
        assertThat(new double[] {fit.residual(0), fit.residual(1), fit.residual(2)})
                .containsExactly(new double[] {1, -2, 1}, within(1e-15));
        assertThat(new double[] {fit.hat(0), fit.hat(1), fit.hat(2)})
                .containsExactly(new double[] {5.0 / 6, 1.0 / 3, 5.0 / 6}, within(1e-15));
        // Weights of 1/2: X'WX has 3/2 and 1 on its diagonal.
        assertThat(new double[] {fit.covariance(0, 0), fit.covariance(1, 1), fit.covariance(0, 1)})
                .containsExactly(new double[] {2.0 / 3, 1, 0}, within(1e-15));
        assertThat(fit.logDeterminant()).isCloseTo(StrictMath.log(1.5), within(1e-15));
        assertThat(fit.weight(1)).isEqualTo(0.5);
        assertThat(fit.weightSum()).isEqualTo(1.5);
        assertThat(fit.logWeightSum()).isCloseTo(-3 * StrictMath.log(2), within(1e-15));
        assertThat(fit.residualSum()).isCloseTo(3, within(1e-14));
        assertThat(fit.squaredResidualSum()).isCloseTo(1.5, within(1e-14));
        assertThat(fit.trace()).isCloseTo(0.5, within(1e-15));
    }

    /** tau squared of 6 makes each variance 8; without weights each is 1. */
    @Test
    void theVarianceBetweenStudiesIsAddedToEach() {
        MetaModel model = MetaModel.ofMean(THREE);

        assertThat(WeightedFit.at(model, 6).weight(2)).isEqualTo(0.125);
        assertThat(WeightedFit.at(model, 6).covariance(0, 0)).isCloseTo(8.0 / 3, within(1e-15));
        assertThat(WeightedFit.unweighted(model).weight(2)).isEqualTo(1);
        assertThat(WeightedFit.unweighted(model).residualSum()).isCloseTo(14, within(1e-14));
    }

    /** Weights of 1, 1/2 and 1/4: the mean is (1 + 0 + 5/4) / (7/4) = 9/7. */
    @Test
    void studiesOfUnlikeSize() {
        WeightedFit fit =
                WeightedFit.at(MetaModel.ofMean(StudyEffects.of(new double[] {1, 0, 5}, new double[] {1, 2, 4})), 0);

        assertThat(fit.coefficients()).containsExactly(new double[] {9.0 / 7}, within(1e-15));
        assertThat(new double[] {fit.hat(0), fit.hat(1), fit.hat(2)})
                .containsExactly(new double[] {4.0 / 7, 2.0 / 7, 1.0 / 7}, within(1e-15));
        // 1 (3/7) + 1/2 (5/7) + 1/4 (6/7).
        assertThat(fit.trace()).isCloseTo(1, within(1e-15));
        // (2/7)^2 + (9/7)^2 / 2 + (26/7)^2 / 4 and the same with weights squared.
        assertThat(fit.residualSum()).isCloseTo((4 + 40.5 + 169) / 49, within(1e-14));
        assertThat(fit.squaredResidualSum()).isCloseTo((4 + 20.25 + 42.25) / 49, within(1e-14));
    }

    @Test
    void coefficientsThatCannotBeToldApart() {
        double[] one = {1, 2, 4};
        MetaModel twice = MetaModel.of(THREE, List.of(one, new double[] {-2, -4, -8}));
        MetaModel constant = MetaModel.of(THREE, List.of(new double[] {3, 3, 3}));
        MetaModel asMany = MetaModel.of(THREE, List.of(one, new double[] {1, 0, 0}));
        MetaModel tooMany = MetaModel.of(THREE, List.of(one, new double[] {1, 0, 0}, new double[] {0, 1, 0}));

        assertThat(WeightedFit.isOfFullRank(MetaModel.of(THREE, List.of(one)))).isTrue();
        assertThat(WeightedFit.isOfFullRank(asMany)).isTrue();
        assertThat(asMany.residualDf()).isZero();
        assertThat(WeightedFit.at(asMany, 0).residualSum()).isCloseTo(0, within(1e-25));
        for (MetaModel model : List.of(twice, constant, tooMany)) {
            assertThat(WeightedFit.isOfFullRank(model)).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WeightedFit.at(model, 0))
                    .withMessage("a moderator is a sum of others");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WeightedFit.unweighted(model))
                    .withMessage("a moderator is a sum of others");
        }
        // What does not vary is not divided by its spread.
        assertThat(constant.scale(1)).isEqualTo(1);
        assertThat(constant.centre(1)).isEqualTo(3);
    }

    /** By effect, then variance, then moderators: so that the same studies are summed alike in whatever order they come. */
    @Test
    void sumsRunOverTheStudiesByTheirNumbers() {
        StudyEffects effects = StudyEffects.of(new double[] {2, 1, 1, 1, 1}, new double[] {1, 3, 2, 2, 2});
        MetaModel model = MetaModel.of(effects, List.of(new double[] {0, 0, 5, 4, 4}, new double[] {0, 0, 0, 9, 8}));
        List<Integer> order = new ArrayList<>();

        assertThat(model.sum(study -> {
                    order.add(study);
                    return study;
                }))
                .isEqualTo(10);
        assertThat(order).containsExactly(4, 3, 2, 1, 0);
    }

    @Test
    void refusesAModeratorThatIsNotKnownOfEachStudy() {
        for (double[] moderator : List.of(
                new double[] {1, 2}, new double[] {1, 2, Double.NaN}, new double[] {1, Double.POSITIVE_INFINITY, 2})) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MetaModel.of(THREE, List.of(new double[] {1, 2, 3}, moderator)))
                    .withMessage("a moderator needs a finite value for each of 3 studies");
        }
    }

    @Test
    void knowsItsStudies() {
        StudyEffects effects = StudyEffects.of(new double[] {1, 0, 5}, new double[] {4, 1, 2});

        assertThat(effects.leastVariance()).isEqualTo(1);
        assertThat(effects.mostVariance()).isEqualTo(4);
        StudyEffects without = effects.without(1);
        assertThat(without.count()).isEqualTo(2);
        assertThat(new double[] {without.estimate(0), without.estimate(1)}).containsExactly(1, 5);
        assertThat(new double[] {without.variance(0), without.variance(1)}).containsExactly(4, 2);
        assertThat(effects.only(2, 0).estimate(0)).isEqualTo(5);
    }

    @Test
    void anEffectWithoutAVarianceIsUnknown() {
        assertThat(StudyEffect.of(1, 2)).isEqualTo(new StudyEffect.Known(1, 2));
        for (double variance : new double[] {0, -1, Double.NaN}) {
            assertThat(StudyEffect.of(1, variance)).isEqualTo(new StudyEffect.Unknown(Reason.NO_VARIANCE));
        }
    }

    @Test
    void refusesStudiesWithoutAnEffectOrAVariance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyEffects.of(new double[0], new double[0]))
                .withMessage("each of one study or more needs an effect and a variance, got 0 and 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyEffects.of(new double[] {1, 2}, new double[] {1}))
                .withMessage("each of one study or more needs an effect and a variance, got 2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyEffects.of(new double[] {1, 2}, new double[] {1, 0}))
                .withMessage("a variance must be above 0, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudyEffect.Known(1, 0))
                .withMessage("an effect must be finite and its variance above 0, got 1.0 and 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudyEffect.Known(Double.NaN, 1))
                .withMessage("an effect must be finite and its variance above 0, got NaN and 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyEffect.of(1, Double.POSITIVE_INFINITY))
                .withMessage("an effect must be finite and its variance above 0, got 1.0 and Infinity");
    }
}
