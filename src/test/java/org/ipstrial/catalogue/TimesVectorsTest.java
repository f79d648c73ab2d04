package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.RiskTable;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.competing.GrayTest;
import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.Ties;
import org.ipstrial.stats.survival.cox.residuals.RobustVariance;
import org.ipstrial.stats.survival.curve.CurveLimits;
import org.ipstrial.stats.survival.curve.KaplanMeier;
import org.ipstrial.stats.survival.curve.SurvivalQuantile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The numbers that three public data sets give in R 4.2.2 (survival 3.5-3, survRM2 1.0-4, cmprsk 2.2-11), as a list that was
 * made apart from this program: survival::lung, ::pbc (the 312 randomised, ten years being 3652.5 days) and ::mgus2.
 */
class TimesVectorsTest {

    private static final double YEAR = 365.25;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "median-time | kaplan-meier | times lung by sex 1 | estimate | 270 | 0",
                "median-time | kaplan-meier | times lung by sex 1 | conf.low | 210 | 0",
                "median-time | kaplan-meier | times lung by sex 1 | conf.high | 306 | 0",
                "median-time | kaplan-meier | times lung by sex 2 | estimate | 426 | 0",
                "median-time | kaplan-meier | times lung by sex 2 | conf.low | 345 | 0",
                "median-time | kaplan-meier | times lung by sex 2 | conf.high | 524 | 0",
                "survival | kaplan-meier | times lung by sex 1; at=180 | estimate | .644465001542 | 5e-13",
                "survival | kaplan-meier | times lung by sex 1; at=180 | std.error | .0407864250853 | 5e-13",
                "survival | kaplan-meier | times lung by sex 1; at=180 | conf.low | .558412473005 | 5e-13",
                "survival | kaplan-meier | times lung by sex 1; at=180 | conf.high | .718013598161 | 5e-13",
                "survival | kaplan-meier | times lung by sex 1; at=365 | estimate | .336087834639 | 5e-13",
                "survival | kaplan-meier | times lung by sex 1; at=365 | std.error | .0434235888418 | 5e-13",
                "survival | kaplan-meier | times lung by sex 2; at=180 | estimate | .842401705588 | 5e-13",
                "survival | kaplan-meier | times lung by sex 2; at=365 | estimate | .526463030186 | 5e-13",
                "test | log-rank | times lung by sex 2 1 | statistic | 10.3267419549 | 5e-11",
                "test | log-rank | times lung by sex 2 1 | p.value | .00131116452036 | 5e-14",
                "test | peto-peto | times lung by sex 2 1 | statistic | 12.7141514012 | 5e-11",
                "test | log-rank | times lung by sex 2 1 strata ph.ecog | statistic | 10.7950596335 | 5e-11",
                "test | proportional-hazards-km | times lung by sex 2 1 | statistic | 2.863235149 | 5e-9",
                "test | proportional-hazards-km | times lung by sex 2 1 | p.value | .0906250643 | 5e-10",
                "rmst |  | times lung by sex 1; at=365 | estimate | 241.495085192 | 5e-10",
                "rmst |  | times lung by sex 1; at=365 | std.error | 10.3582264911 | 5e-11",
                "rmst |  | times lung by sex 2; at=365 | estimate | 297.465409532 | 5e-10",
                "rmst |  | times lung by sex 2; at=365 | std.error | 10.7913239788 | 5e-11",
                "rmst-ratio |  | times pbc by trt 1 2; at=3652.5 | estimate | .981 | 5e-4",
                "rmst-ratio |  | times pbc by trt 1 2; at=3652.5 | conf.low | .878 | 5e-4",
                "rmst-ratio |  | times pbc by trt 1 2; at=3652.5 | conf.high | 1.096 | 5e-4",
                "rmtl-ratio |  | times pbc by trt 1 2; at=3652.5 | estimate | 1.050 | 5e-4",
                "rmtl-ratio |  | times pbc by trt 1 2; at=3652.5 | conf.low | .787 | 5e-4",
                "rmtl-ratio |  | times pbc by trt 1 2; at=3652.5 | conf.high | 1.402 | 5e-4",
                "test | gray | times mgus2 by sex 1 2 | statistic | 1.19450782508 | 5e-11",
                "test | gray | times mgus2 by sex 1 2 | p.value | .274422156788 | 5e-12",
                "cumulative-incidence | aalen-johansen | times mgus2 by sex 1; cause=1; at=60 | estimate | .0397896215044 | 5e-13",
                "cumulative-incidence | aalen-johansen | times mgus2 by sex 1; cause=1; at=120 | estimate | .0738856643759 | 5e-13",
                "cumulative-incidence | aalen-johansen | times mgus2 by sex 1; cause=1; at=240 | estimate | .104940674186 | 5e-12",
                "cumulative-incidence | aalen-johansen | times mgus2 by sex 2; cause=1; at=60 | estimate | .0293462844584 | 5e-13",
                "cumulative-incidence | aalen-johansen | times mgus2 by sex 2; cause=1; at=120 | estimate | .0553102406482 | 5e-13",
                "cumulative-incidence | aalen-johansen | times mgus2 by sex 2; cause=1; at=240 | estimate | .095650755031 | 5e-12",
            })
    void isThePublishedNumber(
            String measure, String method, String input, String statistic, double expected, double tolerance) {
        assertThat(evaluate(measure, method == null ? "" : method, input, statistic))
                .isCloseTo(expected, within(tolerance));
    }

    /** The list has restricted means in years. */
    @ParameterizedTest
    @CsvSource({
        "rmst, times pbc by trt 1, estimate, 7.146492996299",
        "rmst, times pbc by trt 1, std.error, .282774849563",
        "rmst, times pbc by trt 2, estimate, 7.283415761168",
        "rmst, times pbc by trt 2, std.error, .295478092236",
        "rmst-difference, times pbc by trt 1 2, estimate, -.136922764869",
        "rmst-difference, times pbc by trt 1 2, std.error, .408985230218",
    })
    void isThePublishedMeanInYears(String measure, String input, String statistic, double expected) {
        assertThat(evaluate(measure, "", input + "; at=3652.5", statistic) / YEAR)
                .isCloseTo(expected, within(5e-13));
    }

    @Test
    void theDifferenceOfMeansHasItsPrintedLimitsAndZ() {
        String pbc = "times pbc by trt 1 2; at=3652.5";
        assertThat(evaluate("rmst-difference", "", pbc, "conf.low") / YEAR).isCloseTo(-.939, within(5e-4));
        assertThat(evaluate("rmst-difference", "", pbc, "conf.high") / YEAR).isCloseTo(.665, within(5e-4));
        String lung = "times lung by sex 2 1; at=365";
        assertThat(evaluate("rmst-difference", "", lung, "estimate")
                        / evaluate("rmst-difference", "", lung, "std.error"))
                .isCloseTo(3.74180060138, within(5e-11));
    }

    /** As the vignette of survRM2 prints them, in years: adjusted for age, bilirubin and albumin. */
    @Test
    void theAdjustedDifferenceOfMeansIsAsPrinted() {
        String pbc = "times pbc by trt 1 2 adjust age,bili,albumin; at=3652.5";
        assertThat(evaluate("rmst-difference", "ipcw-ancova", pbc, "estimate") / YEAR)
                .isCloseTo(-.210, within(5e-4));
        assertThat(evaluate("rmst-difference", "ipcw-ancova", pbc, "conf.low") / YEAR)
                .isCloseTo(-.883, within(5e-4));
        assertThat(evaluate("rmst-difference", "ipcw-ancova", pbc, "conf.high") / YEAR)
                .isCloseTo(.463, within(5e-4));
    }

    /**
     * Freireich's leukaemia trial, MASS::gehan: what R 4.2.2 survival 3.5-3 gives, and statsmodels PHReg by Breslow; as every
     * book prints them (log-rank 16.79, expected 19.25 and 10.75, coefficient 1.509 with 0.410, ratio 4.523; S(10) .7529, S(23)
     * .4482).
     */
    @ParameterizedTest
    @CsvSource({
        "test, log-rank, false, '', statistic, 16.7929409892, 5e-11",
        "test, peto-peto, false, '', statistic, 14.4571508187, 5e-11",
        "hazard-ratio, cox-breslow, true, '', estimate, 4.52307201619, 5e-12",
        "hazard-ratio, cox-breslow, true, '', conf.low, 2.0268035107, 5e-11",
        "hazard-ratio, cox-breslow, true, '', conf.high, 10.0938153874, 5e-11",
        "hazard-ratio, cox-breslow, false, '', estimate, 0.2210886752236523, 5e-14",
        "hazard-ratio, cox-efron, true, '', estimate, 4.81687389828, 5e-12",
        "hazard-ratio, cox-efron, true, '', conf.high, 10.8093106816, 5e-11",
        "hazard-ratio, cox-efron, false, '', estimate, 0.20760352484153724, 5e-14",
        "hazard-ratio, cox-exact, true, '', estimate, 5.09491993269, 5e-12",
        "survival, kaplan-meier, false, ; at=6, estimate, 0.85714286, 5e-9",
        "survival, kaplan-meier, false, ; at=7, estimate, 0.80672269, 5e-9",
        "survival, kaplan-meier, false, ; at=10, estimate, 0.75294118, 5e-9",
        "survival, kaplan-meier, false, ; at=13, estimate, 0.69019608, 5e-9",
        "survival, kaplan-meier, false, ; at=16, estimate, 0.62745098, 5e-9",
        "survival, kaplan-meier, false, ; at=22, estimate, 0.53781513, 5e-9",
        "survival, kaplan-meier, false, ; at=23, estimate, 0.44817927, 5e-9",
        "survival, kaplan-meier, false, ; at=6, std.error, 0.076360355, 5e-10",
        "survival, kaplan-meier, false, ; at=23, std.error, 0.134591457, 5e-10",
        "survival, kaplan-meier, true, ; at=8, estimate, 0.380952381, 5e-10",
        "survival, kaplan-meier, true, ; at=22, estimate, 0.047619048, 5e-10",
        "survival, kaplan-meier, true, ; at=8, std.error, 0.105971170, 5e-10",
        "median-time, kaplan-meier, false, '', estimate, 23, 0",
        "median-time, kaplan-meier, true, '', estimate, 8, 0",
    })
    void isFreireichsTrial(
            String measure,
            String method,
            boolean placeboFirst,
            String asked,
            String statistic,
            double expected,
            double tolerance) {
        String drug = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";
        String placebo = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";
        String input = "times " + (placeboFirst ? placebo + " | " + drug : drug + " | " + placebo) + asked;
        assertThat(evaluate(measure, method, input, statistic)).isCloseTo(expected, within(tolerance));
    }

    @Test
    void mediansHaveTheirLimitsOnTheLogarithmicScaleToo() throws IOException {
        RiskTable table = lung().table();
        double[][] wanted = {{270, 212, 310}, {426, 348, 550}};
        for (int arm = 0; arm < 2; arm++) {
            Estimate median = SurvivalQuantile.median(KaplanMeier.of(table, arm), 0.95, CurveLimits.LOG);
            assertThat(List.of(value(median.estimate()), value(median.lower()), value(median.upper())))
                    .containsExactly(wanted[arm][0], wanted[arm][1], wanted[arm][2]);
        }
    }

    @Test
    void deathsAreExpectedAsPublished() throws IOException {
        RiskTable table = lung().table();
        double men = 0;
        double women = 0;
        for (int k = 0; k < table.size(); k++) {
            men += (double) table.events(k) * table.atRisk(0, k) / table.atRisk(k);
            women += (double) table.events(k) * table.atRisk(1, k) / table.atRisk(k);
        }
        assertThat(men).isCloseTo(91.5817390, within(5e-8));
        assertThat(women).isCloseTo(73.4182610, within(5e-8));
    }

    @Test
    void theRobustErrorStandsBesideTheNaiveOne() throws IOException {
        CoxFit fit = CoxFit.of(CoxData.ofArms(lung()), Ties.EFRON).fit().orElseThrow();

        assertThat(Math.sqrt(fit.variance()[0][0])).isCloseTo(.167178583231, within(1e-9));
        assertThat(Math.sqrt(RobustVariance.of(fit)[0][0])).isCloseTo(.160031800611, within(1e-9));
        assertThat(fit.logLikelihoodAtNull()).isCloseTo(-749.909801390, within(5e-9));
    }

    @Test
    void graysTestOfDeathIsAsPublished() throws IOException {
        TestResult test = GrayTest.of(people("mgus2", 2), 2);

        assertThat(test.statistic().orElseThrow()).isCloseTo(11.6512590121, within(5e-10));
        assertThat(value(test.pValue())).isCloseTo(.000641590976408, within(5e-14));
    }

    private static SurvivalTimes lung() throws IOException {
        return people("lung", 2);
    }

    /** A data set in the arms of a column, 1 the first. */
    private static SurvivalTimes people(String name, int column) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line :
                Files.readAllLines(Path.of("src/main/resources/org/ipstrial/reference/data", name + ".csv"))) {
            if (!line.startsWith("#") && !line.startsWith("time")) {
                String[] cells = line.split(",", -1);
                rows.add(new double[] {
                    Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[column]) - 1
                });
            }
        }
        return SurvivalTimes.of(
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                rows.stream().mapToInt(row -> (int) row[1]).toArray(),
                rows.stream().mapToInt(row -> (int) row[2]).toArray());
    }

    private static double evaluate(String measure, String method, String input, String statistic) {
        ReferenceValue value = new ReferenceValue(
                measure, method, input, 0.95, statistic, 0, 0, "a list made apart from this program");
        Measure of = Stream.of(Measure.values())
                .filter(any -> any.id().equals(measure))
                .findFirst()
                .orElseThrow();
        Family<?> family = MeasureFamilies.of(of)
                .filter(any -> any.isCheckedBy(value))
                .findFirst()
                .orElseThrow();
        Statistic wanted = Stream.of(Statistic.values())
                .filter(any -> any.id().equals(statistic))
                .findFirst()
                .orElseThrow();
        return value(family.evaluate(value).get(wanted));
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
