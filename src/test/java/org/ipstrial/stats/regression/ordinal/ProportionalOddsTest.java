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

    /**
     * Four levels of two people each and one person more with x at two levels next to each other: the cut between these, and
     * no other, has people with x on both sides, which is enough for a fit. With x at one level alone there is none.
     */
    @Test
    void oneCutThatIsNotSeparatedIsEnough() {
        for (int cut = 0; cut < 4; cut++) {
            double[] y = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4, cut, cut + 1};
            double[] x = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1};
            OrdinalData both = OrdinalData.of(new DesignMatrix(List.of("x"), new double[][] {x}), y);
            assertThat(ProportionalOdds.of(both).ifFitted()).as("cut %s", cut).isPresent();
        }
        double[] top = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4};
        double[] x = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
        assertThat(ProportionalOdds.of(OrdinalData.of(new DesignMatrix(List.of("x"), new double[][] {x}), top)))
                .isEqualTo(new OrdinalFit.None(Reason.SEPARATION, List.of(new Separating("x", true))));
    }

    /**
     * One person of the highest level has x, which separates at both cuts; one of the middle and one of the highest have z,
     * which separates at the lower alone. Named are the columns of the cut that has the person in the middle beside it.
     */
    @Test
    void theColumnsOfTheCutInTheMiddleAreNamed() {
        double[] middle = {2, 0, 1, 1, 2, 1, 2, 0, 1};
        double[] lowest = {2, 0, 1, 0, 2, 0, 2, 0, 0};
        double[] x = {1, 0, 0, 0, 0, 0, 0, 0, 0};
        double[] z = {0, 0, 1, 0, 1, 0, 0, 0, 0};
        DesignMatrix design = new DesignMatrix(List.of("x", "z"), new double[][] {x, z});

        assertThat(ProportionalOdds.of(OrdinalData.of(design, middle)))
                .isEqualTo(new OrdinalFit.None(Reason.SEPARATION, List.of(new Separating("x", true))));
        assertThat(ProportionalOdds.of(OrdinalData.of(design, lowest)))
                .isEqualTo(new OrdinalFit.None(
                        Reason.SEPARATION, List.of(new Separating("x", true), new Separating("z", true))));
    }

    /** Cuts 0 and log 3 at a predictor of 0: probabilities 1/2, 3/4 - 1/2 and 1/4, whose product is 1/32. */
    @Test
    void theLikelihoodOfOneOfEachLevelByHand() {
        OrdinalData data =
                OrdinalData.of(new DesignMatrix(List.of("x"), new double[][] {{0, 0, 0}}), new double[] {0, 1, 2});

        assertThat(ProportionalOdds.logLikelihood(data, new double[] {0, Math.log(3)}, new double[1]))
                .isCloseTo(-Math.log(32), within(1e-15));
        assertThat(ProportionalOdds.logLikelihood(data, new double[] {1, 0}, new double[1]))
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ProportionalOdds.logLikelihood(data, new double[] {1, 1}, new double[1]))
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /** Columns with a long tail, and levels of any number: nothing around the fit is likelier. */
    @Test
    void nothingAroundTheFitIsLikelier() {
        SplittableRandom random = new SplittableRandom(23);
        int fits = 0;
        for (int round = 0; round < 60; round++) {
            int n = 12 + random.nextInt(20);
            int levels = 3 + random.nextInt(4);
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                double u = random.nextDouble();
                x[i] = Math.exp(6 * u * u);
                y[i] = i < levels ? i : random.nextInt(levels);
            }
            OrdinalData data = OrdinalData.of(new DesignMatrix(List.of("x"), new double[][] {x}), y);
            OrdinalFit of = ProportionalOdds.of(data);
            if (of instanceof OrdinalFit.None none) {
                assertThat(none.reason()).isEqualTo(Reason.SEPARATION);
                continue;
            }
            fits++;
            ProportionalOdds fit = of.ifFitted().orElseThrow();
            double highest = ProportionalOdds.logLikelihood(data, fit.cuts(), fit.coefficients());
            assertThat(highest).isCloseTo(fit.logLikelihood(), within(1e-12));
            for (int around = 0; around < 40; around++) {
                double step = Math.pow(10, -random.nextInt(6));
                double[] cuts = Arrays.stream(fit.cuts())
                        .map(cut -> cut + step * (random.nextDouble() - 0.5))
                        .toArray();
                double[] b = {fit.coefficients()[0] + step * fit.standardError(0) * (random.nextDouble() - 0.5)};
                assertThat(ProportionalOdds.logLikelihood(data, cuts, b)).isLessThanOrEqualTo(highest + 1e-12);
            }
        }
        assertThat(fits).isGreaterThan(40);
    }

    /** A 0 that was below 0 before it was rounded is the same level. */
    @Test
    void bothZerosAreOneLevel() {
        OrdinalData data = OrdinalData.of(
                new DesignMatrix(List.of("x"), new double[][] {{1, 2, 3, 4}}), new double[] {-0.0, 0.0, 1, -1});

        assertThat(data.levels()).isEqualTo(3);
        assertThat(data.level()).containsExactly(1, 1, 2, 0);
        assertThat(data.values()).containsExactly(-1, 0, 1);
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
