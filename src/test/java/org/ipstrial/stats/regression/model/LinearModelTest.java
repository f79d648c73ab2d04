package org.ipstrial.stats.regression.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.junit.jupiter.api.Test;

/** Linear models by hand and R 4.2.2 with lmtest 0.9-40 and sandwich 3.0-2. */
class LinearModelTest {

    private static final ModelData WEIGHT =
            ModelData.of(Birthwt.design("smoke", "age", "lwt", "race2", "race3"), Birthwt.column("bwt"));

    /** {@code logLik(lm(bwt ~ smoke + age + lwt + factor(race), birthwt))} is -1498.39085591192. */
    @Test
    void theLogLikelihoodIsThatOfR() {
        assertThat(fit(WEIGHT).logLikelihood()).isCloseTo(-1498.39085591192, within(6e-12));
    }

    /** Outcomes 0 and 2 of one mean: q = 2, so that l = -(log(2 pi) + 1). */
    @Test
    void twoPeopleByHand() {
        FittedModel fit = fit(ModelData.of(DesignMatrix.intercept(2), new double[] {0, 2}));

        assertThat(fit.coefficients()).containsExactly(1);
        assertThat(fit.predictors()).containsExactly(1, 1);
        assertThat(fit.scores()).containsExactly(-1, 1);
        assertThat(fit.dispersion()).isEqualTo(2);
        assertThat(fit.logLikelihood()).isCloseTo(-(Math.log(2 * Math.PI) + 1), within(1e-15));
    }

    @Test
    void aLineThroughEveryOutcomeLeavesNothing() {
        FittedModel fit = fit(ModelData.of(
                DesignMatrix.intercept(3).with("x", new double[] {0.1, 0.2, 0.7}), new double[] {1.2, 1.4, 2.4}));

        assertThat(fit.coefficients()).containsExactly(1, 2);
        assertThat(fit.deviance()).isZero();
        assertThat(fit.logLikelihood()).isZero();
    }

    /** Only the proportions of the weights count: of four times the weights the variance of weight 1 is four times as large. */
    @Test
    void weightsThatAreTheSameForAllChangeTheDispersionAlone() {
        double[] four = new double[189];
        Arrays.fill(four, 4);
        FittedModel plain = fit(WEIGHT);
        FittedModel weighted = fit(WEIGHT.withWeights(four));

        assertThat(weighted.coefficients()).containsExactly(plain.coefficients(), within(1e-11));
        assertThat(weighted.dispersion() / plain.dispersion()).isCloseTo(4, within(1e-14));
        for (int j = 0; j < 6; j++) {
            assertThat(weighted.modelCovariance().standardError(j))
                    .isCloseTo(plain.modelCovariance().standardError(j), within(1e-11));
        }
    }

    @Test
    void refusesToTestAModelAgainstOneAsLarge() {
        FittedModel fit = fit(WEIGHT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatioTest.of(fit, fit))
                .withMessage("the larger model must have more coefficients on the same rows, got 6 on 189 rows and 6 on"
                        + " 189");
    }

    /** {@code waldtest(f, lm(bwt ~ smoke + age + lwt), vcov = vcovHC(f, type))}, type const and HC3. */
    @Test
    void theJointTestOfRaceIsThatOfLmtest() {
        FittedModel fit = fit(WEIGHT);
        TestResult model = JointWald.of(fit, fit.modelCovariance(), 4, 5);
        TestResult robust = JointWald.of(fit, Heteroscedasticity.HC3.of(fit).orElseThrow(), 5, 4);

        assertThat(model.statistic().orElseThrow()).isCloseTo(8.370422176731, within(6e-12));
        assertThat(model.pValue().ifEstimated().orElseThrow()).isCloseTo(0.000332318915, within(6e-13));
        assertThat(robust.statistic().orElseThrow()).isCloseTo(7.516833408536, within(6e-12));
        assertThat(robust.pValue().ifEstimated().orElseThrow()).isCloseTo(0.000728875843, within(6e-13));
    }

    @Test
    void theJointTestOfOneColumnIsTheSquareOfStudents() {
        FittedModel fit = fit(WEIGHT);
        double t = fit.coefficient("smoke") / fit.modelCovariance().standardError(1);

        assertThat(JointWald.of(fit, fit.modelCovariance(), 1).statistic().orElseThrow())
                .isCloseTo(t * t, within(1e-12));
    }

    /** No variance of a column; or of the difference of two, whose variances and covariance are all 4. */
    @Test
    void aSingularCovarianceLeavesNoJointTest() {
        FittedModel fit = fit(WEIGHT);
        CoefficientCovariance alike = new CoefficientCovariance(new double[][] {{0, 2, 2, 0, 0, 0}});

        assertThat(JointWald.of(fit, alike, 1, 2)).isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertThat(JointWald.of(fit, alike, 3)).isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
    }

    /**
     * Outcomes 1 3 and 2 6 of two clusters about their mean 3: residuals sum to -2 and 2, and 8 over 4 squared is 1/2, which
     * two clusters of one coefficient double.
     */
    @Test
    void twoClustersByHand() {
        FittedModel fit = fit(ModelData.of(DesignMatrix.intercept(4), new double[] {1, 3, 2, 6}));
        int[] cluster = {0, 0, 1, 1};

        assertThat(variance(Clusters.CR0, fit, cluster)).isCloseTo(0.5, within(1e-15));
        assertThat(variance(Clusters.CR1, fit, cluster)).isCloseTo(1, within(1e-15));
        assertThat(variance(Clusters.CR1S, fit, cluster)).isCloseTo(1, within(1e-15));
    }

    private static double variance(Clusters kind, FittedModel fit, int[] cluster) {
        return kind.of(fit, cluster).orElseThrow().variance(new double[] {1});
    }

    private static FittedModel fit(ModelData data) {
        return LinearModel.of(data).ifFitted().orElseThrow();
    }
}
