package org.ipstrial.stats.regression.multinomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;
import org.junit.jupiter.api.Test;

class BaselineCategoryLogitTest {

    private static final DesignMatrix DESIGN = Birthwt.design("age", "lwt", "smoke");

    private static BaselineCategoryLogit fit(double[] outcome, int levels) {
        double[] ones = new double[189];
        Arrays.fill(ones, 1);
        return BaselineCategoryLogit.of(
                        DESIGN.columns(),
                        Arrays.stream(outcome).mapToInt(y -> (int) y).toArray(),
                        ones,
                        levels)
                .orElseThrow();
    }

    /** R 4.2.2, nnet 7.3-18: {@code multinom(race ~ age + lwt + smoke, reltol = 1e-15, abstol = 0)}, 7 digits being right. */
    @Test
    void raceByAgeWeightAndSmokingIsThatOfNnet() {
        BaselineCategoryLogit fit =
                fit(Arrays.stream(Birthwt.column("race")).map(r -> r - 1).toArray(), 3);

        assertThat(fit.coefficients()[0])
                .containsExactly(
                        new double[] {0.0256131513586159, -0.135312001980132, 0.0150082268217798, -0.702476930122252},
                        within(2e-5));
        assertThat(fit.coefficients()[1])
                .containsExactly(
                        new double[] {4.5616985333900795, -0.067929914450835, -0.0212722933399880, -1.951628692032505},
                        within(2e-5));
        double[][] errors = {
            {1.35467410671115, 0.0506139511977915, 0.00669805727302503, 0.474367284361163},
            {1.21130042673932, 0.0355825011902574, 0.00780362051119125, 0.404168704737790}
        };
        for (int k = 0; k < 2; k++) {
            for (int j = 0; j < 4; j++) {
                assertThat(fit.standardError(k + 1, j)).isCloseTo(errors[k][j], within(2e-5));
            }
        }
        assertThat(fit.logLikelihood()).isCloseTo(-159.75896382995, within(1e-9));
    }

    @Test
    void twoLevelsAreLogisticRegression() {
        double[] low = Birthwt.column("low");
        BaselineCategoryLogit fit = fit(low, 2);
        FittedModel logistic = GeneralisedLinearModel.of(Logistic.RESPONSE, ModelData.of(DESIGN, low))
                .ifFitted()
                .orElseThrow();

        assertThat(fit.coefficients()[0]).containsExactly(logistic.coefficients(), within(1e-10));
        for (int j = 0; j < 4; j++) {
            assertThat(fit.standardError(1, j))
                    .isCloseTo(logistic.modelCovariance().standardError(j), within(1e-9));
        }
    }

    /** Of a column of ones alone the probabilities are the shares. */
    @Test
    void onesAloneGiveTheShares() {
        int[] level = {0, 0, 0, 0, 1, 1, 2, 2, 2, 2};
        double[] ones = new double[10];
        Arrays.fill(ones, 1);
        BaselineCategoryLogit fit =
                BaselineCategoryLogit.of(new double[][] {ones}, level, ones, 3).orElseThrow();

        assertThat(BaselineCategoryLogit.probabilities(fit.coefficients(), new double[] {1}))
                .containsExactly(new double[] {.4, .2, .4}, within(1e-14));
        // The variance of a log odds is the sum of the inverse counts.
        assertThat(fit.standardError(1, 0)).isCloseTo(Math.sqrt(1 / 4.0 + 1 / 2.0), within(1e-12));
    }

    @Test
    void theMovedCoefficientsHaveTheCovarianceOfTheFit() {
        BaselineCategoryLogit fit =
                fit(Arrays.stream(Birthwt.column("race")).map(r -> r - 1).toArray(), 3);
        for (int place = 0; place < 8; place++) {
            double squares = 0;
            for (int unit = 0; unit < 8; unit++) {
                double[] z = new double[8];
                z[unit] = 1;
                double off = fit.moved(z)[place / 4][place % 4] - fit.coefficients()[place / 4][place % 4];
                squares += off * off;
            }
            assertThat(Math.sqrt(squares)).isCloseTo(fit.standardError(place / 4 + 1, place % 4), within(1e-11));
        }
    }

    @Test
    void columnsThatTellTheLevelsApartHaveNoFit() {
        double[] x = {1, 2, 3, 4, 5, 6};
        double[] ones = {1, 1, 1, 1, 1, 1};
        assertThat(BaselineCategoryLogit.of(new double[][] {ones, x}, new int[] {0, 0, 1, 1, 2, 2}, ones, 3))
                .isEmpty();
    }
}
