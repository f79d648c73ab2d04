package org.ipstrial.stats.survival.cox.residuals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.ipstrial.stats.survival.cox.BookData.FIRST;
import static org.ipstrial.stats.survival.cox.BookData.SECOND;
import static org.ipstrial.stats.survival.cox.BookData.WEIGHTED;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.survival.cox.BookData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.CoxRow;
import org.ipstrial.stats.survival.cox.Ties;
import org.ipstrial.stats.survival.curve.CurveLimits;
import org.ipstrial.stats.survival.curve.KaplanMeier;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of the Cox model in Therneau TM, Grambsch PM (2000), Modeling Survival Data, Springer, appendix E, as
 * R survival has them in tests/book1.R to book7.R: what the .Rout.save files print of residuals, of the events expected, of
 * linear predictors and of survival, and the formulas beside them, in which {@code r = exp(b)}. Each within half a unit of the
 * last digit that is printed.
 */
class HandWorkedResidualsTest {

    private static final CurveLimits LOG = CurveLimits.LOG;
    private static final double START = Double.NEGATIVE_INFINITY;

    @Test
    void book1IsBreslowOnTheFirst() {
        CoxFit at0 = CoxFit.at(CoxRow.data(FIRST), Ties.BRESLOW, 0).orElseThrow();
        martingale(at0, 1e-15, 5 / 6.0, -1 / 6.0, 1 / 3.0, 1 / 3.0, -2 / 3.0, -2 / 3.0);
        schoenfeld(at0, 1e-15, 1 / 2.0, -1 / 4.0, 3 / 4.0, 0);
        hazards(at0, 0, 1e-15, 1 / 6.0, 2 / 3.0, 5 / 3.0);
        variances(at0, 0, 1e-15, 7 / 180.0, 2 / 9.0, 11 / 9.0);

        CoxFit fit = fit(FIRST, Ties.BRESLOW);
        martingale(fit, 5e-8, 0.7287136, -0.2712864, -0.4574271, 0.6666667, -0.3333333, -0.3333333);
        double r = StrictMath.exp(fit.coefficients()[0]);
        double first = 1 / (3 * r + 3);
        double second = first + 2 / (r + 3);
        martingale(fit, 1e-14, 1 - r * first, -r * first, 1 - r * second, 1 - second, -second, -second);
        martingale(fit, 1e-14, 1 - r * first, -r * first, 1 - r * second, 2 / 3.0, -1 / 3.0, -1 / 3.0);
        expected(fit, 5e-8, 0.2712864, 0.2712864, 1.4574271, 0.3333333, 0.3333333, 1.3333333);
        errors(fit, 1, 5e-8, 0.2785989, 1.1069433);
        errors(fit, 0, 5e-8, Double.NaN, 0.3333333, 1.0540926);
        hazards(fit, 0, 1e-14, first, second, second + 1);
        double information = r / sq(r + 1) + 6 * r / sq(r + 3);
        double drift = first * r / (r + 1);
        double later = drift + 2 / (r + 3) * r / (r + 3);
        double g = sq(first) + 2 / sq(r + 3);
        variances(
                fit,
                0,
                1e-14,
                sq(first) + sq(drift) / information,
                g + sq(later) / information,
                g + 1 + sq(later) / information);
        linear(fit, 0.7376425, 0.6278672, 2.0910001, 0.9079142, 0.4782401, 0.4342009);
        survival(fit, 0.5, "0.8783 0.122 0.66827", "0.4981 0.218 0.21125", "0.0615 0.150 0.00051");
        survival(fit, 2, "3.05e-01 6.50e-01 4.72e-03", "1.71e-03 1.98e-02 2.33e-13", "8.52e-12 5.29e-10 1.22e-64");
    }

    /** book1 has the influence of each person on the curve of everybody; its squares sum to Greenwood's variance. */
    @Test
    void book1HasTheInfluenceOnTheCurve() {
        double[][] influence = {{-20, 4, 4, 4, 4, 4}, {-10, 2, -13, -13, 17, 17}};
        KaplanMeier curve = KaplanMeier.of(CoxRow.times(FIRST).table(), 0);
        for (int step = 0; step < 2; step++) {
            double squares =
                    Arrays.stream(influence[step]).map(v -> sq(v / 144)).sum();
            assertThat(sq(curve.survival(step)) * curve.greenwood(step)).isCloseTo(squares, within(1e-16));
        }
    }

    @Test
    void book2IsEfronOnTheFirst() {
        CoxFit at0 = CoxFit.at(CoxRow.data(FIRST), Ties.EFRON, 0).orElseThrow();
        martingale(at0, 1e-15, 5 / 6.0, -1 / 6.0, 5 / 12.0, 5 / 12.0, -3 / 4.0, -3 / 4.0);
        schoenfeld(at0, 1e-15, 1 / 2.0, -5 / 24.0, 19 / 24.0, 0);
        hazards(at0, 0, 1e-15, 1 / 6.0, 3 / 4.0, 7 / 4.0);
        // Means 1/2, 1/4, 1/6 and 0; information 1/4 + 3/16 + 5/36 = 83/144.
        double drift = 1 / 12.0 + 1 / 16.0 + 1 / 18.0;
        double g = 1 / 36.0 + 1 / 16.0 + 1 / 9.0;
        double v = 144 / 83.0;
        variances(at0, 0, 1e-15, 1 / 36.0 + v / 144, g + v * sq(drift), g + 1 + v * sq(drift));

        CoxFit fit = fit(FIRST, Ties.EFRON);
        martingale(fit, 5e-8, 0.7191707, -0.2808293, -0.4383414, 0.7310869, -0.3655434, -0.3655434);
        double r = StrictMath.exp(fit.coefficients()[0]);
        double first = 1 / (3 * r + 3);
        double own = first + 1 / (r + 3) + 1 / (r + 5);
        double second = first + 1 / (r + 3) + 2 / (r + 5);
        martingale(fit, 1e-14, 1 - r * first, -r * first, 1 - r * own, 1 - own, -second, -second);
        expected(fit, 5e-8, 0.2808293, 0.2808293, 1.4383414, 0.2689131, 0.3655434, 1.3655434);
        // Of a person whose own event is none of the data: the whole of the step.
        errors(fit, 1, 5e-8, 0.2864593, 1.5922983);
        errors(fit, 0, 5e-8, Double.NaN, 0.3661617, 1.0649293);
        linear(fit, 0.8384287, 0.6388078, 2.3127302, 0.9714774, 0.4323894, 0.4200565);
        survival(fit, 0.5, "0.8857 0.117 0.683036", "0.4294 0.237 0.145743", "0.0425 0.116 0.000198");
        survival(fit, 2, "2.23e-01 5.97e-01 1.16e-03", "2.87e-05 5.69e-04 3.96e-22", "1.08e-17 1.04e-15 1.07e-99");
    }

    @Test
    void book3IsBreslowWithLateEntries() {
        CoxFit fit = fit(SECOND, Ties.BRESLOW);
        martingale(
                fit,
                5e-9,
                0.52111895,
                0.65741078,
                0.78977654,
                0.24738772,
                -0.60629349,
                0.36902492,
                -0.06876579,
                -1.06876579,
                -0.42044692,
                -0.42044692);
        expected(
                fit, 5e-8, 0.4788811, 0.3425892, 0.2102235, 0.7526123, 1.6062935, 0.6309751, 1.0687658, 1.0687658,
                0.4204469, 0.4204469);
        for (double b : new double[] {0, fit.coefficients()[0]}) {
            double r = StrictMath.exp(b);
            CoxFit at = CoxFit.at(CoxRow.data(SECOND), Ties.BRESLOW, b).orElseThrow();
            double[] h = {1 / (r + 1), 1 / (r + 2), 1 / (3 * r + 2), 1 / (3 * r + 1), 1 / (3 * r + 1), 2 / (3 * r + 2)};
            double[] mean = {
                r / (r + 1),
                r / (r + 2),
                3 * r / (3 * r + 2),
                3 * r / (3 * r + 1),
                3 * r / (3 * r + 1),
                3 * r / (3 * r + 2)
            };
            double information = mean[0] / (r + 1)
                    + 2 * mean[1] / (r + 2)
                    + 6 * mean[2] / (9 * r + 6)
                    + 2 * mean[3] / (3 * r + 1)
                    + 2 * 2 * mean[5] / (3 * r + 2);
            martingale(
                    at,
                    1e-14,
                    1 - r * h[0],
                    1 - h[1],
                    1 - h[2],
                    1 - r * (h[1] + h[2] + h[3]),
                    1 - (h[0] + h[1] + h[2] + h[3] + h[4]),
                    1 - r * (h[4] + h[5]),
                    1 - r * (h[2] + h[3] + h[4] + h[5]),
                    -r * (h[2] + h[3] + h[4] + h[5]),
                    -h[5],
                    -h[5]);
            schoenfeld(at, 1e-14, 1 - mean[0], -mean[1], -mean[2], 1 - mean[3], -mean[4], 1 - mean[5], 1 - mean[5]);
            double[] upTo = new double[6];
            double[] variance = new double[6];
            double g = 0;
            double drift = 0;
            for (int k = 0; k < 6; k++) {
                upTo[k] = (k > 0 ? upTo[k - 1] : 0) + h[k];
                g += h[k] * h[k] / (k == 5 ? 2 : 1);
                drift += h[k] * mean[k];
                variance[k] = g + drift * drift / information;
            }
            hazards(at, 0, 1e-14, upTo);
            variances(at, 0, 1e-14, variance);
        }
        errorsOfPeople(
                fit, 0.5182381, 0.3982700, 0.3292830, 0.6266797, 1.0255146, 0.5852364, 0.7341340, 0.7341340, 0.6268550,
                0.6268550);
        linear(fit, -0.04226304, 0.3969086, 0.9586176, 0.3886094, 1.0431688, 0.4053852);
        survival(
                fit,
                0.5,
                "0.607 0.303 0.2279",
                "0.437 0.262 0.1347",
                "0.357 0.226 0.1034",
                "0.277 0.188 0.0729",
                "0.214 0.156 0.0514 0.894",
                "0.143 0.112 0.0308 0.667");
        survival(
                fit,
                2,
                "0.644 0.444 0.16657",
                "0.482 0.511 0.06055",
                "0.404 0.504 0.03491",
                "0.322 0.475 0.01801",
                "0.258 0.437 0.00928",
                "0.181 0.377 0.00302");
    }

    @Test
    void book4IsEfronWithLateEntries() {
        CoxFit fit = fit(SECOND, Ties.EFRON);
        martingale(
                fit,
                5e-9,
                0.50527611,
                0.66432995,
                0.79746211,
                0.22435805,
                -0.55144018,
                0.42933697,
                -0.01764508,
                -1.14132605,
                -0.45517594,
                -0.45517594);
        expected(
                fit, 5e-8, 0.4947239, 0.3356701, 0.2025379, 0.7756420, 1.5514402, 0.5706630, 1.0176451, 1.1413261,
                0.4551759, 0.4551759);
        for (double b : new double[] {0, fit.coefficients()[0]}) {
            double r = StrictMath.exp(b);
            CoxFit at = CoxFit.at(CoxRow.data(SECOND), Ties.EFRON, b).orElseThrow();
            double five = 1 / (3 * r + 1);
            double six = 1 / (3 * r + 2);
            double seven = 1 / (2 * r + 2);
            martingale(
                    at,
                    1e-14,
                    1 - r / (r + 1),
                    1 - 1 / (r + 2),
                    1 - six,
                    1 - r * (1 / (r + 2) + six + five),
                    1 - (1 / (r + 1) + 1 / (r + 2) + six + 2 * five),
                    1 - r * (five + six + seven / 2),
                    1 - r * (six + 2 * five + six + seven / 2),
                    -r * (six + 2 * five + six + seven),
                    -(six + seven),
                    -(six + seven));
            double last = 1 - (3 * r * six + 2 * r * seven) / 2;
            schoenfeld(at, 1e-14, 1 / (r + 1), -r / (r + 2), -3 * r * six, 1 - 3 * r * five, -3 * r * five, last, last);
        }
        errorsOfPeople(
                fit, 0.5331623, 0.3940109, 0.3241963, 0.6388491, 1.0026838, 0.6453101, 0.7848594, 0.7848594, 0.6401915,
                0.6401915);
        linear(fit, -0.0105526, 0.3975884, 0.9895029, 0.3954962, 1.0106085, 0.3996918);
        survival(
                fit,
                0.5,
                "0.607 0.303 0.2277",
                "0.435 0.262 0.1337",
                "0.356 0.226 0.1029",
                "0.277 0.189 0.0729",
                "0.215 0.157 0.0516 0.899",
                "0.137 0.109 0.0288 0.655");
        survival(
                fit,
                2,
                "0.616 0.465 0.14013",
                "0.447 0.519 0.04568",
                "0.368 0.504 0.02512",
                "0.288 0.464 0.01232",
                "0.226 0.418 0.00603",
                "0.146 0.343 0.00147");
    }

    /** At 0 the events expected are 1/19, 103/152 and 613/456; survival is read at the covariates pi and 0.3. */
    @Test
    void book5IsBreslowWithWeights() {
        CoxFit at0 = CoxFit.at(CoxRow.data(WEIGHTED), Ties.BRESLOW, 0).orElseThrow();
        double a = 1 / 19.0;
        double b = 103 / 152.0;
        double c = 613 / 456.0;
        expected(at0, 1e-15, a, a, b, b, b, b, b, c, c);
        schoenfeld(at0, 5e-8, 1.3157895, -0.6875, 0.3125, 0.3125, 0.3333333);
        assertThat(Math.sqrt(at0.variance()[0][0])).isCloseTo(0.586, within(5e-4));
        CoxFit fit = fit(WEIGHTED, Ties.BRESLOW);
        for (CoxFit at : List.of(at0, fit)) {
            double r = StrictMath.exp(at.coefficients()[0]);
            double[] h = {1 / (r * r + 11 * r + 7), 10 / (11 * r + 5), 2 / (2 * r + 1)};
            double[] mean = {(2 * r * r + 11 * r) * h[0], 11 * r / (11 * r + 5), r * h[2]};
            double information = (4 * r * r + 11 * r) * h[0]
                    - mean[0] * mean[0]
                    + 10 * (mean[1] - mean[1] * mean[1])
                    + 2 * (mean[2] - mean[2] * mean[2]);
            double two = h[0] + h[1];
            double four = two + h[2];
            expected(at, 1e-14, r * r * h[0], h[0], r * two, r * two, two, r * two, two, r * four, four);
            schoenfeld(at, 1e-14, 2 - mean[0], -mean[1], 1 - mean[1], 1 - mean[1], 1 - mean[2]);
            for (double x : new double[] {Math.PI, 0.3}) {
                double risk = StrictMath.exp(x * at.coefficients()[0]);
                double d = (mean[0] - x) * h[0];
                double g = h[0] * h[0];
                double first = g + d * d / information;
                d += (mean[1] - x) * h[1];
                g += h[1] * h[1] / 10;
                double second = g + d * d / information;
                d += (mean[2] - x) * h[2];
                g += h[2] * h[2] / 2;
                double third = g + d * d / information;
                hazards(at, x, 1e-13, risk * h[0], risk * two, risk * four);
                variances(at, x, 1e-11, sq(risk) * first, sq(risk) * second, sq(risk) * third);
            }
        }
        summary(fit, 0.8596, 0.7131, 1.205, 0.228, 2.3621, 0.4233, 0.5839, 9.556);
        assertThat(value(fit.likelihoodRatio().pValue())).isCloseTo(0.1932, within(5e-5));
        assertThat(value(fit.wald().pValue())).isCloseTo(0.2281, within(5e-5));
        assertThat(value(fit.score().pValue())).isCloseTo(0.217, within(5e-4));
    }

    /** At 0 the steps of the hazard are 1/19, 5/24, 5/19, 5/14 and 2/3, the means 13/19, 11/16, 26/38, 19/28 and 2/3. */
    @Test
    void book6IsEfronWithWeights() {
        CoxFit at0 = CoxFit.at(CoxRow.data(WEIGHTED), Ties.EFRON, 0).orElseThrow();
        double a = 1 / 19.0;
        double own = a + 5 / 24.0 + 10 / 57.0 + 5 / 42.0;
        double two = a + 5 / 24.0 + 5 / 19.0 + 5 / 14.0;
        double four = two + 2 / 3.0;
        expected(at0, 1e-15, a, a, own, own, own, two, two, four, four);
        hazards(at0, 0, 1e-15, a, two, four);
        schoenfeld(at0, 5e-8, 1.3157895, -0.6834273, 0.3165727, 0.3165727, 0.3333333);
        assertThat(Math.sqrt(at0.variance()[0][0])).isCloseTo(0.584, within(5e-4));
        CoxFit fit = fit(WEIGHTED, Ties.EFRON);
        for (CoxFit at : List.of(at0, fit)) {
            double r = StrictMath.exp(at.coefficients()[0]);
            double dying = 7 * r + 3;
            double rest = 4 * r + 2;
            double[] h = {
                1 / (r * r + 11 * r + 7),
                10 / (3 * (dying + rest)),
                10 / (3 * (dying * 2 / 3 + rest)),
                10 / (3 * (dying / 3 + rest)),
                2 / (2 * r + 1)
            };
            double[] mean = {
                (2 * r * r + 11 * r) * h[0],
                11 * r / (11 * r + 5),
                (7 * r * 2 / 3 + 4 * r) / (dying * 2 / 3 + rest),
                (7 * r / 3 + 4 * r) / (dying / 3 + rest),
                2 * r / (2 * r + 1)
            };
            double[] share = {1, 10 / 3.0, 10 / 3.0, 10 / 3.0, 2};
            double information = (4 * r * r + 11 * r) * h[0] - mean[0] * mean[0];
            for (int k = 1; k < 5; k++) {
                information += share[k] * (mean[k] - mean[k] * mean[k]);
            }
            double part = h[0] + h[1] + h[2] * 2 / 3 + h[3] / 3;
            double all = h[0] + h[1] + h[2] + h[3];
            double last = all + h[4];
            expected(at, 1e-14, r * r * h[0], h[0], r * part, r * part, part, r * all, all, r * last, last);
            double middle = (mean[1] + mean[2] + mean[3]) / 3;
            schoenfeld(at, 1e-14, 2 - mean[0], -middle, 1 - middle, 1 - middle, 1 - mean[4]);
            for (double x : new double[] {Math.PI, 0.3}) {
                double risk = StrictMath.exp(x * at.coefficients()[0]);
                double[] variance = new double[5];
                double d = 0;
                double g = 0;
                for (int k = 0; k < 5; k++) {
                    d += (mean[k] - x) * h[k];
                    g += h[k] * h[k] / share[k];
                    variance[k] = sq(risk) * (g + d * d / information);
                }
                hazards(at, x, 1e-13, risk * h[0], risk * all, risk * last);
                variances(at, x, 1e-11, variance[0], variance[3], variance[4]);
            }
        }
        summary(fit, 0.8726, 0.7126, 1.225, 0.221, 2.3931, 0.4179, 0.5921, 9.672);
        assertThat(fit.likelihoodRatio().statistic().orElseThrow()).isCloseTo(1.75, within(5e-3));
        assertThat(value(fit.likelihoodRatio().pValue())).isCloseTo(0.1858, within(5e-5));
        assertThat(fit.wald().statistic().orElseThrow()).isCloseTo(1.5, within(5e-2));
        assertThat(value(fit.wald().pValue())).isCloseTo(0.2207, within(5e-5));
        assertThat(value(fit.score().pValue())).isCloseTo(0.2094, within(5e-5));
    }

    /**
     * book7: by the exact likelihood the coefficient is infinite; its martingale residuals are 2/3, -1/3, -4/3, 1, 0 and 0 there,
     * those of Breslow's hazard, and fractions of r where Newton's method is stopped. At 20 they are as near as R takes for equal.
     */
    @Test
    void book7IsExactOnTheFirst() {
        assertThat(CoxFit.exact(CoxRow.data(FIRST)).reason()).contains(Reason.MONOTONE_LIKELIHOOD);
        for (double b : new double[] {0, 2}) {
            CoxFit at = CoxFit.at(CoxRow.data(FIRST), Ties.BRESLOW, b).orElseThrow();
            double r = StrictMath.exp(b);
            double first = 1 / (3 * r + 3);
            double second = first + 2 / (r + 3);
            martingale(at, 1e-15, 1 - r * first, -r * first, 1 - r * second, 1 - second, -second, -second);
        }
        CoxFit far = CoxFit.at(CoxRow.data(FIRST), Ties.BRESLOW, 20).orElseThrow();
        martingale(far, 2e-8, 2 / 3.0, -1 / 3.0, -4 / 3.0, 1, 0, 0);
    }

    @Test
    void anExactFitHasMartingaleResidualsAlone() {
        List<CoxRow> rows = BookData.rows(new double[5], "1 1 2+ 3 4", new double[] {1, 0, 1, 0, 1}, 1, 1, 1, 1, 1);
        CoxFit exact = CoxFit.exact(CoxRow.data(rows)).fit().orElseThrow();
        CoxFit breslow =
                CoxFit.at(CoxRow.data(rows), Ties.BRESLOW, exact.coefficients()).orElseThrow();
        martingale(exact, 0, MartingaleResiduals.of(breslow).values());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreResiduals.of(exact))
                .withMessage("a fit by the exact likelihood of ties has no score residuals");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchoenfeldResiduals.of(exact))
                .withMessage("a fit by the exact likelihood of ties has no Schoenfeld residuals");
    }

    @Test
    void refusesCovariatesThatAreNone() {
        CoxFit fit = fit(FIRST, Ties.EFRON);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictedSurvival.of(fit, 0, new double[2], START, 0.95, LOG))
                .withMessage("covariates must be those of 1 columns, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictedSurvival.of(fit, 0, new double[] {Double.NaN}, START, 0.95, LOG))
                .withMessage("a covariate must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictedSurvival.of(fit, 0, new double[1], START, 1, LOG))
                .withMessage("level must lie strictly between 0 and 1, got 1.0");
        assertThat(PredictedSurvival.of(fit, 7, new double[1], START, 0.95, LOG).points())
                .isEmpty();
    }

    private static CoxFit fit(List<CoxRow> rows, Ties ties) {
        return CoxFit.of(CoxRow.data(rows), ties).fit().orElseThrow();
    }

    private static void martingale(CoxFit fit, double tolerance, double... wanted) {
        assertThat(MartingaleResiduals.of(fit).values()).containsExactly(wanted, within(tolerance));
    }

    private static void expected(CoxFit fit, double tolerance, double... wanted) {
        assertThat(MartingaleResiduals.of(fit).expected()).containsExactly(wanted, within(tolerance));
    }

    /** In order of time, the smaller covariate first where tied. */
    private static void schoenfeld(CoxFit fit, double tolerance, double... wanted) {
        assertThat(SchoenfeldResiduals.of(fit).events().stream()
                        .mapToDouble(event -> event.values()[0])
                        .toArray())
                .containsExactly(wanted, within(tolerance));
    }

    private static void hazards(CoxFit fit, double x, double tolerance, double... wanted) {
        assertThat(points(fit, x, PredictedSurvival.Point::hazard)).containsExactly(wanted, within(tolerance));
    }

    private static void variances(CoxFit fit, double x, double tolerance, double... wanted) {
        assertThat(points(fit, x, point -> sq(point.standardError()))).containsExactly(wanted, within(tolerance));
    }

    /** Standard errors of the events expected of people with a covariate, of each time of events that is not left out. */
    private static void errors(CoxFit fit, double x, double tolerance, double... wanted) {
        double[] got = points(fit, x, PredictedSurvival.Point::standardError);
        for (int k = 0; k < wanted.length; k++) {
            if (!Double.isNaN(wanted[k])) {
                assertThat(got[k]).isCloseTo(wanted[k], within(tolerance));
            }
        }
    }

    /**
     * Of the people of the second data set, who come late, R prints the root of the difference of two variances, that of the
     * hazard up to the end and that up to the entry, both from the start; those agree. It is no variance of what is expected
     * between the two, since both hang on the same coefficient: that one is smaller here, but for the two who entered first.
     */
    private static void errorsOfPeople(CoxFit fit, double... printed) {
        for (int i = 0; i < printed.length; i++) {
            CoxRow row = SECOND.get(i);
            double difference = variance(fit, row.x(), START, row.time()) - variance(fit, row.x(), START, row.entry());
            assertThat(Math.sqrt(difference)).isCloseTo(printed[i], within(5e-8));
            double between = variance(fit, row.x(), row.entry(), row.time());
            if (row.entry() == 1) {
                assertThat(between).isCloseTo(difference, within(1e-15));
            } else {
                assertThat(between).isLessThan(difference);
            }
        }
    }

    /** The variance of the hazard from an entry up to a time. */
    private static double variance(CoxFit fit, double x, double entry, double time) {
        return PredictedSurvival.of(fit, 0, new double[] {x}, entry, 0.95, LOG).points().stream()
                .filter(point -> point.time() <= time)
                .mapToDouble(point -> sq(point.standardError()))
                .reduce(0, (before, after) -> after);
    }

    /** Between 2 and 3 there is one event, with two of covariate 0 and one of covariate 1 at risk. */
    @Test
    void theVarianceOfALateEntryIsThatOfTheHazardSince() {
        CoxFit fit = fit(SECOND, Ties.BRESLOW);
        double r = StrictMath.exp(fit.coefficients()[0]);
        double h = 1 / (r + 2);
        double mean = r / (r + 2);
        assertThat(variance(fit, 0, 2, 3)).isCloseTo(h * h * (1 + mean * mean * fit.variance()[0][0]), within(1e-15));
        assertThat(variance(fit, 1, 2, 3))
                .isCloseTo(r * r * h * h * (1 + sq(1 - mean) * fit.variance()[0][0]), within(1e-15));
    }

    private static double[] points(CoxFit fit, double x, ToDoubleFunction<PredictedSurvival.Point> what) {
        return PredictedSurvival.of(fit, 0, new double[] {x}, START, 0.95, LOG).points().stream()
                .mapToDouble(what)
                .toArray();
    }

    /** Of each time {@code share error lower [upper]} as printed; without an upper limit it is 1. */
    private static void survival(CoxFit fit, double x, String... printed) {
        List<PredictedSurvival.Point> points =
                PredictedSurvival.of(fit, 0, new double[] {x}, START, 0.95, LOG).points();
        assertThat(points).hasSameSizeAs(printed);
        for (int k = 0; k < printed.length; k++) {
            String[] words = printed[k].split(" ");
            Estimate got = points.get(k).survival();
            asPrinted(value(got.estimate()), words[0]);
            asPrinted(value(got.standardError().orElseThrow()), words[1]);
            asPrinted(value(got.lower()), words[2]);
            if (words.length > 3) {
                asPrinted(value(got.upper()), words[3]);
            } else {
                assertThat(value(got.upper())).isEqualTo(1);
            }
        }
    }

    private static void asPrinted(double got, String printed) {
        int power = printed.contains("e") ? Integer.parseInt(printed.substring(printed.indexOf('e') + 1)) : 0;
        String digits = printed.contains("e") ? printed.substring(0, printed.indexOf('e')) : printed;
        int places = digits.length() - digits.indexOf('.') - 1;
        assertThat(got)
                .as(printed)
                .isCloseTo(Double.parseDouble(printed), within(0.501 * StrictMath.pow(10, power - places)));
    }

    /**
     * What R's predict gives of a covariate of 1 and of 0 whose mean is one half: the linear predictor from there with its
     * standard error, and the hazard with the error that R states of it, times the root of the hazard.
     */
    private static void linear(
            CoxFit fit, double half, double error, double one, double oneError, double none, double noneError) {
        double lp = fit.coefficients()[0] / 2;
        double se = Math.sqrt(fit.variance()[0][0]) / 2;
        assertThat(DoubleStream.of(
                                lp,
                                se,
                                StrictMath.exp(lp),
                                se * StrictMath.exp(lp / 2),
                                StrictMath.exp(-lp),
                                se * StrictMath.exp(-lp / 2))
                        .toArray())
                .containsExactly(new double[] {half, error, one, oneError, none, noneError}, within(5e-8));
    }

    private static void summary(
            CoxFit fit,
            double b,
            double error,
            double z,
            double p,
            double ratio,
            double inverse,
            double low,
            double high) {
        double got = fit.coefficients()[0];
        double se = Math.sqrt(fit.variance()[0][0]);
        assertThat(got).isCloseTo(b, within(5e-5));
        assertThat(se).isCloseTo(error, within(5e-5));
        assertThat(got / se).isCloseTo(z, within(5e-4));
        assertThat(value(fit.wald().pValue())).isCloseTo(p, within(5e-4));
        assertThat(StrictMath.exp(got)).isCloseTo(ratio, within(5e-5));
        assertThat(StrictMath.exp(-got)).isCloseTo(inverse, within(5e-5));
        assertThat(StrictMath.exp(got - 1.959963984540054 * se)).isCloseTo(low, within(5e-5));
        assertThat(StrictMath.exp(got + 1.959963984540054 * se)).isCloseTo(high, within(5e-4));
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }

    private static double sq(double value) {
        return value * value;
    }
}
