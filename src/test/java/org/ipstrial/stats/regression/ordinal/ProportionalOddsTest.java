package org.ipstrial.stats.regression.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;
import org.ipstrial.stats.regression.separation.Separating;
import org.junit.jupiter.api.Test;

class ProportionalOddsTest {

    private static final DesignMatrix COLUMNS =
            Birthwt.design("smoke", "age", "lwt").select(1, 2, 3);

    private static double[] visits() {
        return Arrays.stream(Birthwt.column("ftv")).map(v -> Math.min(v, 3)).toArray();
    }

    /**
     * MASS 7.3-58.2: polr(Hess = TRUE, control = list(reltol = 1e-16)). Its optimiser leaves about six digits, and its
     * numerical Hessian fewer: rms's orm, whose Hessian is analytical, agrees to 2e-6 of each error in the reference values.
     */
    @Test
    void isThatOfPolr() {
        ProportionalOdds fit = fit(visits());

        assertThat(fit.coefficients())
                .containsExactly(new double[] {-0.306723503195867, 0.082305939987169, 0.002505689764823}, within(2e-6));
        assertThat(fit.cuts())
                .containsExactly(new double[] {2.254838175158, 3.454525773124, 4.917797498490}, within(2e-6));
        assertThat(new double[] {fit.standardError(0), fit.standardError(1), fit.standardError(2)})
                .containsExactly(new double[] {0.294331791348709, 0.026907317618331, 0.004851517963742}, within(1e-5));
        assertThat(fit.logLikelihood()).isCloseTo(-211.2497034153, within(5e-10));
    }

    /** With two levels the model is the logistic one. */
    @Test
    void ofTwoLevelsIsLogisticRegression() {
        double[] low = Birthwt.column("low");
        ProportionalOdds fit = fit(low);
        FittedModel logistic = GeneralisedLinearModel.of(
                        Logistic.RESPONSE, ModelData.of(Birthwt.design("smoke", "age", "lwt"), low))
                .ifFitted()
                .orElseThrow();

        for (int j = 0; j < 3; j++) {
            assertThat(fit.coefficients()[j]).isCloseTo(logistic.coefficients()[j + 1], within(1e-12));
            assertThat(fit.standardError(j))
                    .isCloseTo(logistic.modelCovariance().standardError(j + 1), within(1e-12));
        }
        assertThat(fit.cuts()[0]).isCloseTo(-logistic.coefficients()[0], within(1e-12));
        assertThat(fit.logLikelihood()).isCloseTo(logistic.logLikelihood(), within(1e-10));
    }

    /** Only the order counts, and turning it round turns the coefficients round. */
    @Test
    void dependsOnTheOrderAlone() {
        double[] bwt = Birthwt.column("bwt");
        double[] coefficients = fit(bwt).coefficients();

        assertThat(fit(Arrays.stream(bwt).map(StrictMath::log).toArray()).coefficients())
                .containsExactly(coefficients);
        assertThat(fit(Arrays.stream(bwt).map(y -> -y).toArray()).coefficients())
                .containsExactly(Arrays.stream(coefficients).map(b -> -b).toArray(), within(1e-11));
    }

    @Test
    void manyDistinctAmountsAreNoBurden() {
        int n = 20_000;
        SplittableRandom random = new SplittableRandom(3);
        double[] arm = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            arm[i] = i % 2;
            y[i] = random.nextDouble() < 0.6 ? 0 : StrictMath.exp(arm[i] / 2 + 3 * random.nextDouble());
        }
        DesignMatrix design = new DesignMatrix(List.of("arm"), new double[][] {arm});

        ProportionalOdds fit =
                ProportionalOdds.of(OrdinalData.of(design, y)).ifFitted().orElseThrow();
        assertThat(fit.cuts()).hasSizeGreaterThan(7_000);
        assertThat(fit.coefficients()[0]).isBetween(0.1, 0.4);
    }

    @Test
    void separationIsNamed() {
        DesignMatrix design = new DesignMatrix(List.of("x"), new double[][] {{1, 2, 3, 4, 5, 6}});

        assertThat(ProportionalOdds.of(OrdinalData.of(design, new double[] {0, 0, 1, 1, 2, 2})))
                .isEqualTo(new OrdinalFit.None(Reason.SEPARATION, List.of(new Separating("x", true))));
        assertThat(ProportionalOdds.of(OrdinalData.of(design, new double[] {0, 1, 0, 1, 2, 2}))
                        .ifFitted())
                .isPresent();
    }

    /** By the formulas of Brant 1990 in R, with glm and solve: a program of its own. */
    @Test
    void brantsTestIsThatOfItsFormulas() {
        OrdinalData data = OrdinalData.of(COLUMNS, visits());
        TestResult all = BrantTest.of(data, 0, 1, 2);
        TestResult smoke = BrantTest.of(data, 0);

        assertThat(all.statistic().orElseThrow()).isCloseTo(9.0967390100029, within(1e-9));
        assertThat(all.df().orElseThrow()).isEqualTo(6);
        assertThat(all.pValue().ifEstimated().orElseThrow()).isCloseTo(0.1682101899104, within(1e-10));
        assertThat(smoke.statistic().orElseThrow()).isCloseTo(5.13014916830644, within(1e-9));
        assertThat(smoke.df().orElseThrow()).isEqualTo(2);
        assertThat(smoke.pValue().ifEstimated().orElseThrow()).isCloseTo(0.07691344470376, within(1e-10));
    }

    @Test
    void brantsTestSaysWhyThereIsNone() {
        assertThat(BrantTest.of(OrdinalData.of(COLUMNS, Birthwt.column("low")), 0))
                .isEqualTo(TestResult.notEstimable(Reason.FEWER_THAN_TWO_CUTS));
        assertThat(BrantTest.of(OrdinalData.of(COLUMNS, Birthwt.column("bwt")), 0))
                .isEqualTo(TestResult.notEstimable(Reason.TOO_MANY_LEVELS));
        DesignMatrix design = new DesignMatrix(List.of("x"), new double[][] {{1, 2, 3, 4, 5, 6}});
        assertThat(BrantTest.of(OrdinalData.of(design, new double[] {0, 1, 0, 1, 2, 2}), 0))
                .isEqualTo(TestResult.notEstimable(Reason.SEPARATION));
    }

    @Test
    void refusesAnOutcomeOfOneLevel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrdinalData.of(COLUMNS, new double[189]))
                .withMessage("an ordered outcome must have two levels at least, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrdinalData.of(COLUMNS, new double[3]))
                .withMessage("the outcome must have 189 values, as the columns have, got 3");
    }

    private static ProportionalOdds fit(double[] outcome) {
        return ProportionalOdds.of(OrdinalData.of(COLUMNS, outcome)).ifFitted().orElseThrow();
    }
}
