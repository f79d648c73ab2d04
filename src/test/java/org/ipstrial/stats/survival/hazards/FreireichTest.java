package org.ipstrial.stats.survival.hazards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.NestedTests;
import org.ipstrial.stats.survival.cox.Ties;
import org.ipstrial.stats.survival.cox.residuals.ProportionalHazardsTest;
import org.ipstrial.stats.survival.cox.residuals.TimeTransform;
import org.ipstrial.stats.survival.curve.CurveLimits;
import org.ipstrial.stats.survival.curve.KaplanMeier;
import org.ipstrial.stats.survival.curve.SurvivalAt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Freireich EJ et al. (1963), Blood 21:699-716, with the logarithm of white blood cells: the data of Kleinbaum DG, Klein M,
 * Survival Analysis: A Self-Learning Text, Springer (their file {@code anderson}), as {@code lifelines} has them in
 * datasets/anderson.csv; {@code rx} is 1 on placebo. Each number within half a unit of its last printed digit.
 */
class FreireichTest {

    private static final String DRUG = "35+ 34+ 32+ 32+ 25+ 23 22 20+ 19+ 17+ 16 13 11+ 10+ 10 9+ 7 6+ 6 6 6";
    private static final String PLACEBO = "23 22 17 15 12 12 11 11 8 8 8 8 5 5 4 4 3 2 2 1 1";

    private static final double[] WHITE_CELLS = {
        1.45, 1.47, 2.2, 2.53, 1.78, 2.57, 2.32, 2.01, 2.05, 2.16, 3.6, 2.88, 2.6, 2.7, 2.96, 2.8, 4.43, 3.2, 2.31,
        4.06, 3.28, 1.97, 2.73, 2.95, 2.3, 1.5, 3.06, 3.49, 2.12, 3.52, 3.05, 2.32, 3.26, 3.49, 3.97, 4.36, 2.42, 4.01,
        4.91, 4.48, 2.8, 5
    };

    private static final String SEX = "111111110010000000010" + "100000000001101111111";

    /**
     * R 4.2.2 survival 3.5-3, {@code coxph(Surv(t, status) ~ Rx * logWBC, ties = "breslow")} and its two smaller models:
     * coefficient, standard error and hazard ratio, rounded to three decimals.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 1.509, 0.410, 4.523",
        "2, 0, 1.294, 0.422, 3.648",
        "2, 1, 1.604, 0.329, 4.975",
        "3, 0, 2.355, 1.681, 10.537",
        "3, 1, 1.803, 0.447, 6.067",
        "3, 2, -0.342, 0.520, 0.710",
    })
    void isTheModelOfR(int model, int column, double b, double error, double ratio) {
        CoxFit fit = fit(model, Ties.BRESLOW);
        assertThat(fit.coefficients()[column]).isCloseTo(b, within(5e-4));
        assertThat(Math.sqrt(fit.variance()[column][column])).isCloseTo(error, within(5e-4));
        assertThat(StrictMath.exp(fit.coefficients()[column])).isCloseTo(ratio, within(5e-4));
    }

    /** Ibid.: minus twice the logarithm of the likelihood. */
    @ParameterizedTest
    @CsvSource({"1, 172.759", "2, 144.559", "3, 144.131"})
    void hasTheLikelihoodOfR(int model, double printed) {
        assertThat(-2 * fit(model, Ties.BRESLOW).logLikelihood()).isCloseTo(printed, within(5e-4));
    }

    /** Ibid.: {@code anova} of the model with and without the interaction. */
    @Test
    void theInteractionIsNothing() {
        double statistic =
                NestedTests.likelihoodRatio(fit(3, Ties.BRESLOW), 2).statistic().orElseThrow();
        assertThat(statistic).isCloseTo(0.4270802, within(5e-7));
    }

    /**
     * What the pages of R's autoReg print for {@code modelsSummary} of the three models, ties by Efron: coefficient, standard
     * error, z, hazard ratio and its limits.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 1.572, 0.412, 3.812, 4.817, 2.147, 10.809",
        "2, 0, 1.386, 0.425, 3.263, 3.999, 1.739, 9.195",
        "2, 1, 1.691, 0.336, 5.034, 5.424, 2.808, 10.478",
        "3, 0, 2.375, 1.705, 1.393, 10.750, 0.380, 304.162",
        "3, 1, 1.872, 0.451, 4.148, 6.504, 2.685, 15.755",
        "3, 2, -0.318, 0.526, -0.604, 0.728, 0.260, 2.040",
    })
    void isThePrintedModelByEfron(
            int model, int column, double b, double error, double z, double ratio, double low, double high) {
        CoxFit fit = fit(model, Ties.EFRON);
        double got = fit.coefficients()[column];
        double se = Math.sqrt(fit.variance()[column][column]);
        double[] all = {
            got,
            se,
            got / se,
            StrictMath.exp(got),
            StrictMath.exp(got - 1.959963984540054 * se),
            StrictMath.exp(got + 1.959963984540054 * se)
        };
        assertThat(all).containsExactly(new double[] {b, error, z, ratio, low, high}, within(5e-4));
    }

    /**
     * Stata's stcox of the treatment alone (Rodr&iacute;guez G, Princeton, grodri.github.io/survival, Cox regression of the Gehan
     * data): the logarithms of the likelihood at each step from 0, the ratio with its standard error, z and limits.
     */
    @Test
    void isStatasOutput() {
        CoxFit fit = fit(1, Ties.BRESLOW);
        assertThat(fit.logLikelihoodAtNull()).isCloseTo(-93.98505, within(5e-6));
        assertThat(fit.logLikelihood()).isCloseTo(-86.379622, within(5e-7));
        assertThat(fit.likelihoodRatio().statistic().orElseThrow()).isCloseTo(15.21, within(5e-3));
        assertThat(value(fit.likelihoodRatio().pValue())).isCloseTo(0.0001, within(5e-5));
        CoxFit atNull = CoxFit.at(data(1), Ties.BRESLOW, 0).orElseThrow();
        // The score at 0 is u, the test u^2 V: one step of Newton's method goes to u V.
        double step = Math.sqrt(atNull.score().statistic().orElseThrow() * atNull.variance()[0][0]);
        assertThat(CoxFit.at(data(1), Ties.BRESLOW, step).orElseThrow().logLikelihood())
                .isCloseTo(-86.385606, within(5e-7));
        Estimate ratio = HazardRatio.wald(Ties.BRESLOW).of(ArmModel.of(times()), 0, 1, 0.95);
        double hr = value(ratio.estimate());
        double se = Math.sqrt(fit.variance()[0][0]);
        assertThat(hr).isCloseTo(.2210887, within(5e-8));
        assertThat(hr * se).isCloseTo(.0905501, within(5e-8));
        assertThat(-fit.coefficients()[0] / se).isCloseTo(-3.68, within(5e-3));
        assertThat(value(ratio.lower())).isCloseTo(.0990706, within(5e-8));
        assertThat(value(ratio.upper())).isCloseTo(.4933877, within(5e-8));
    }

    /** Ibid., The Gehan Survival Data: the first step of the controls as Stata's sts list prints it, limits log-log. */
    @Test
    void isStatasCurve() {
        Estimate share = SurvivalAt.of(KaplanMeier.of(times().table(), 1), 1, 0.95, CurveLimits.LOG_LOG);
        assertThat(value(share.estimate())).isCloseTo(0.9048, within(5e-5));
        assertThat(value(share.standardError().orElseThrow())).isCloseTo(0.0641, within(5e-5));
        assertThat(value(share.lower())).isCloseTo(0.6700, within(5e-5));
    }

    /**
     * A page of R's (rpubs 693218, survival from version 3 on), by Efron: arm, white cells and sex; of each coefficient, standard
     * error, ratio and the test of proportional hazards, and over all of them.
     */
    @Test
    void isThePrintedModelWithSexAndItsTest() {
        CoxFit fit = CoxFit.of(CoxData.ofColumns(times(), arm(), WHITE_CELLS, sex()), Ties.EFRON)
                .fit()
                .orElseThrow();
        double[][] printed = {
            {1.5036, 4.4978, 0.4615, 0.036}, {1.6819, 5.3760, 0.3366, 0.142}, {0.3147, 1.3698, 0.4545, 5.420}
        };
        for (int j = 0; j < 3; j++) {
            assertThat(fit.coefficients()[j]).isCloseTo(printed[j][0], within(5e-5));
            assertThat(StrictMath.exp(fit.coefficients()[j])).isCloseTo(printed[j][1], within(5e-5));
            assertThat(Math.sqrt(fit.variance()[j][j])).isCloseTo(printed[j][2], within(5e-5));
            assertThat(ProportionalHazardsTest.of(fit, TimeTransform.KM, j)
                            .statistic()
                            .orElseThrow())
                    .isCloseTo(printed[j][3], within(5e-4));
        }
        TestResult all = ProportionalHazardsTest.of(fit, TimeTransform.KM, 0, 1, 2);
        assertThat(all.statistic().orElseThrow()).isCloseTo(5.879, within(5e-4));
        assertThat(value(all.pValue())).isCloseTo(0.12, within(5e-3));
        assertThat(fit.likelihoodRatio().statistic().orElseThrow()).isCloseTo(47.19, within(5e-3));
    }

    /**
     * Stratified by sex, and of each sex alone, by Efron (rpubs 693218 and 5096, "Kleinbaum: Stratified Cox regression"):
     * coefficient and standard error of the white cells and of the arm, and the likelihood ratio test.
     */
    @Test
    void isThePrintedModelStratifiedBySex() {
        double[] sex = sex();
        SurvivalTimes times = times();
        CoxFit stratified = CoxFit.of(CoxData.ofColumns(strata(times, sex), WHITE_CELLS, arm()), Ties.EFRON)
                .fit()
                .orElseThrow();
        printed(stratified, 5e-5, 1.4537, 0.3441, 0.9981, 0.4736);
        assertThat(stratified.likelihoodRatio().statistic().orElseThrow()).isCloseTo(32.1, within(5e-2));
        printed(alone(0), 5e-4, 1.206, 0.503, 0.311, 0.564);
        assertThat(alone(0).likelihoodRatio().statistic().orElseThrow()).isCloseTo(6.65, within(5e-3));
        assertThat(value(alone(0).likelihoodRatio().pValue())).isCloseTo(0.0361, within(5e-5));
        printed(alone(1), 5e-3, 1.74, 0.536, 1.98, 0.739);
        assertThat(Math.sqrt(alone(1).variance()[0][0])).isCloseTo(0.536, within(5e-4));
        assertThat(Math.sqrt(alone(1).variance()[1][1])).isCloseTo(0.739, within(5e-4));
        assertThat(alone(1).likelihoodRatio().statistic().orElseThrow()).isCloseTo(29.2, within(5e-2));
    }

    private static void printed(
            CoxFit fit, double tolerance, double cells, double cellsError, double arm, double armError) {
        double[] got = {
            fit.coefficients()[0],
            Math.sqrt(fit.variance()[0][0]),
            fit.coefficients()[1],
            Math.sqrt(fit.variance()[1][1])
        };
        assertThat(got).containsExactly(new double[] {cells, cellsError, arm, armError}, within(tolerance));
    }

    /** The white cells and the arm among those of one sex. */
    private static CoxFit alone(int sex) {
        double[] all = sex();
        int[] who = IntStream.range(0, 42).filter(i -> all[i] == sex).toArray();
        SurvivalTimes times = times();
        SurvivalTimes some = SurvivalTimes.of(
                Arrays.stream(who).mapToDouble(times::time).toArray(),
                Arrays.stream(who).map(times::cause).toArray(),
                new int[who.length]);
        double[] cells = Arrays.stream(who).mapToDouble(i -> WHITE_CELLS[i]).toArray();
        double[] arm = Arrays.stream(who).mapToDouble(times::arm).toArray();
        return CoxFit.of(CoxData.ofColumns(some, cells, arm), Ties.EFRON).fit().orElseThrow();
    }

    private static SurvivalTimes strata(SurvivalTimes times, double[] stratum) {
        return SurvivalTimes.of(
                IntStream.range(0, 42).mapToDouble(times::time).toArray(),
                IntStream.range(0, 42).map(times::cause).toArray(),
                IntStream.range(0, 42).map(times::arm).toArray(),
                Arrays.stream(stratum).mapToInt(value -> (int) value).toArray());
    }

    private static double[] sex() {
        return SEX.chars().mapToDouble(digit -> digit - '0').toArray();
    }

    private static double[] arm() {
        return IntStream.range(0, 42).mapToDouble(i -> i < 21 ? 0 : 1).toArray();
    }

    private static CoxFit fit(int model, Ties ties) {
        return CoxFit.of(data(model), ties).fit().orElseThrow();
    }

    /** The arm alone, with the white cells, or with their product too. */
    private static CoxData data(int model) {
        double[] arm = arm();
        double[] product =
                IntStream.range(0, 42).mapToDouble(i -> arm[i] * WHITE_CELLS[i]).toArray();
        return CoxData.ofColumns(times(), Arrays.copyOf(new double[][] {arm, WHITE_CELLS, product}, model));
    }

    /** The drug is arm 0. */
    private static SurvivalTimes times() {
        String[] words = (DRUG + " " + PLACEBO).split(" ");
        return SurvivalTimes.of(
                Arrays.stream(words)
                        .mapToDouble(word -> Double.parseDouble(word.replace("+", "")))
                        .toArray(),
                Arrays.stream(words)
                        .mapToInt(word -> word.endsWith("+") ? 0 : 1)
                        .toArray(),
                IntStream.range(0, 42).map(i -> i < 21 ? 0 : 1).toArray());
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
