package org.ipstrial.stats.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.ipstrial.stats.survival.cox.BookData.FIRST;
import static org.ipstrial.stats.survival.cox.BookData.SECOND;
import static org.ipstrial.stats.survival.cox.BookData.WEIGHTED;
import static org.ipstrial.stats.survival.cox.BookData.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.cox.residuals.ProportionalHazardsTest;
import org.ipstrial.stats.survival.cox.residuals.RobustVariance;
import org.ipstrial.stats.survival.cox.residuals.ScaledSchoenfeldResiduals;
import org.ipstrial.stats.survival.cox.residuals.SchoenfeldResiduals;
import org.ipstrial.stats.survival.cox.residuals.ScoreResiduals;
import org.ipstrial.stats.survival.cox.residuals.TimeTransform;
import org.ipstrial.stats.survival.curve.CurveLimits;
import org.ipstrial.stats.survival.curve.KaplanMeier;
import org.ipstrial.stats.survival.curve.SurvivalAt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The worked examples of the Cox model in Therneau TM, Grambsch PM (2000), Modeling Survival Data, Springer, appendix E, as
 * R survival has them in tests/book1.R to book7.R with the numbers that its .Rout.save files print (eight decimals, or seven):
 * likelihood, score and information as functions of {@code r = exp(b)}, residuals worked by hand.
 */
class HandWorkedCoxTest {

    /** book1: at 0 the residuals are fractions; the first step of Newton goes to 8/5, the second to 1.472724. */
    @Test
    void book1IsBreslowOnTheFirst() {
        isLikelihood(
                FIRST,
                Ties.BRESLOW,
                r -> 2 * log(r) - log(3 * r + 3) - 2 * log(r + 3),
                r -> (6 + 3 * r - r * r) / ((r + 1) * (r + 3)),
                r -> r / sq(r + 1) + 6 * r / sq(r + 3));
        residuals(FIRST, Ties.BRESLOW, 0, 1e-15, 5 / 12.0, -1 / 12.0, 7 / 24.0, -1 / 24.0, 5 / 24.0, 5 / 24.0);
        assertThat(newton(FIRST, Ties.BRESLOW, 1)).isCloseTo(1.6, within(1e-15));
        assertThat(newton(FIRST, Ties.BRESLOW, 2)).isCloseTo(1.472724, within(5e-7));
        double b = fit(FIRST, Ties.BRESLOW, 1.4752849, 5e-8);
        assertThat(b).isCloseTo(log((3 + Math.sqrt(33)) / 2), within(1e-14));
        double r = StrictMath.exp(b);
        double a = 3 * sq(r + 1);
        double c = sq(r + 3);
        residuals(
                FIRST,
                Ties.BRESLOW,
                b,
                1e-14,
                (2 * r + 3) / a,
                -r / a,
                -r / a + 3 * (3 - r) / c,
                r / a - r * (r + 1) / c,
                r / a + 2 * r / c,
                r / a + 2 * r / c);
        residuals(
                FIRST,
                Ties.BRESLOW,
                b,
                5e-9,
                0.13564322,
                -0.05049744,
                -0.12624360,
                -0.38168095,
                0.21138938,
                0.21138938);
        schoenfeld(FIRST, Ties.BRESLOW, 5e-8, 0.1861407, -0.5930703, 0.4069297, 0);
        schoenfeld(FIRST, Ties.BRESLOW, 1e-14, 1 / (r + 1), -r / (3 + r), 1 - r / (3 + r), 0);
    }

    /** book2: the coefficient solves a cubic equation, r^3 - 23 r - 30 = 0. */
    @Test
    void book2IsEfronOnTheFirst() {
        isLikelihood(
                FIRST,
                Ties.EFRON,
                r -> 2 * log(r) - log(3 * r + 3) - log((r + 5) / 2) - log(r + 3),
                r -> (30 + 23 * r - r * r * r) / ((r + 1) * (r + 3) * (r + 5)),
                r -> spread(r / (r + 1)) + spread(r / (r + 5)) + spread(r / (r + 3)));
        double b = fit(FIRST, Ties.EFRON, 1.676857, 5e-7);
        double root = Math.sqrt(23 / 3.0);
        assertThat(b).isCloseTo(log(2 * root * StrictMath.cos(StrictMath.acos(45 / 23.0 / root) / 3)), within(1e-14));
        for (double at : new double[] {0, b}) {
            double r = StrictMath.exp(at);
            double a = r + 1;
            double c = r + 3;
            double d = r + 5;
            double denominator = 3 * sq(a * c * d);
            double last = 2 * r * (177 + r * (282 + r * (182 + r * (50 + 5 * r)))) / denominator;
            residuals(
                    FIRST,
                    Ties.EFRON,
                    at,
                    1e-14,
                    (2 * r + 3) / (3 * a * a),
                    -r / (3 * a * a),
                    (675 + r * (1305 + r * (756 + r * (-4 + r * (-79 - 13 * r))))) / denominator,
                    r * (1 / (3 * a * a) - a / (2 * c * c) - c / (2 * d * d)),
                    last,
                    last);
        }
        residuals(FIRST, Ties.EFRON, b, 5e-8, 0.1132780, -0.0442340, -0.1029199, -0.4078409, 0.2208584, 0.2208584);
        schoenfeld(FIRST, Ties.EFRON, 5e-7, 0.157512, -0.578756, 0.421244, 0);
    }

    /** book3, with its own coefficient to nine decimals; R 4.2.2 survival 3.5-3 gives the rest of the digits. */
    @Test
    void book3IsBreslowWithLateEntries() {
        isLikelihood(
                SECOND,
                Ties.BRESLOW,
                r -> 4 * log(r) - log(r + 1) - log(r + 2) - 3 * log(3 * r + 2) - 2 * log(3 * r + 1),
                r -> 1 / (r + 1)
                        + 1 / (3 * r + 1)
                        + 4 / (3 * r + 2)
                        - r / (r + 2)
                        - 3 * r / (3 * r + 2)
                        - 3 * r / (3 * r + 1),
                r -> r / sq(r + 1) + 2 * r / sq(r + 2) + 18 * r / sq(3 * r + 2) + 6 * r / sq(3 * r + 1));
        double b = fit(SECOND, Ties.BRESLOW, -0.084526081, 5e-10);
        assertThat(b).isCloseTo(-0.08452608066131, within(5e-14));
        residuals(
                SECOND,
                Ties.BRESLOW,
                b,
                5e-9,
                0.27156496,
                -0.20696709,
                -0.45771743,
                -0.09586133,
                0.13608234,
                0.19288983,
                0.04655651,
                -0.37389040,
                0.24367131,
                0.24367131);
        schoenfeld(
                SECOND,
                Ties.BRESLOW,
                5e-8,
                0.5211189,
                -0.3148216,
                -0.5795531,
                0.2661809,
                -0.7338191,
                0.4204469,
                0.4204469);
        CoxFit fit = CoxFit.of(CoxRow.data(SECOND), Ties.BRESLOW).fit().orElseThrow();
        assertThat(fit.variance()[0][0]).isCloseTo(0.6301458700345, within(1e-12));
        assertThat(fit.logLikelihood()).isCloseTo(-9.387015118366, within(1e-12));
        assertThat(fit.score().statistic().orElseThrow()).isCloseTo(0.01134349521446, within(1e-13));
        assertThat(RobustVariance.of(fit)[0][0]).isCloseTo(0.258785634794, within(1e-11));
        assertThat(ProportionalHazardsTest.of(fit, TimeTransform.KM, 0)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(0.363577477414, within(1e-11));
        assertThat(ProportionalHazardsTest.of(fit, TimeTransform.IDENTITY, 0)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(0.002933347635968, within(1e-11));
    }

    @Test
    void book4IsEfronWithLateEntries() {
        isLikelihood(
                SECOND,
                Ties.EFRON,
                r -> 4 * log(r) - log(r + 1) - log(r + 2) - 2 * log(3 * r + 2) - 2 * log(3 * r + 1) - log(2 * r + 2),
                r -> 1 / (r + 1)
                        + 1 / (3 * r + 1)
                        + 2 / (3 * r + 2)
                        + 2 / (2 * r + 2)
                        - r / (r + 2)
                        - 3 * r / (3 * r + 2)
                        - 3 * r / (3 * r + 1),
                r -> r * (1 / sq(r + 1) + 2 / sq(r + 2) + 12 / sq(3 * r + 2) + 6 / sq(3 * r + 1) + 4 / sq(2 * r + 2)));
        double b = fit(SECOND, Ties.EFRON, -0.0211052, 5e-8);
        assertThat(b).isCloseTo(-0.02110520958018, within(5e-14));
        residuals(
                SECOND,
                Ties.EFRON,
                b,
                5e-8,
                0.2553039,
                -0.2183386,
                -0.4744295,
                -0.1101520,
                0.1137126,
                0.2491954,
                0.1057078,
                -0.4119611,
                0.2454808,
                0.2454808);
        schoenfeld(
                SECOND,
                Ties.EFRON,
                5e-8,
                0.5052761,
                -0.3286599,
                -0.5949242,
                0.2539781,
                -0.7460219,
                0.4551759,
                0.4551759);
        CoxFit fit = CoxFit.of(CoxRow.data(SECOND), Ties.EFRON).fit().orElseThrow();
        assertThat(fit.variance()[0][0]).isCloseTo(0.632306260658, within(1e-12));
        assertThat(RobustVariance.of(fit)[0][0]).isCloseTo(0.2904649827743, within(1e-11));
        assertThat(ProportionalHazardsTest.of(fit, TimeTransform.KM, 0)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(0.2909971640426, within(1e-11));
    }

    /** book3 and book4 again: the same people in three strata, moved in time, are three times the likelihood. */
    @ParameterizedTest
    @EnumSource(Ties.class)
    void threeStrataAreThreeTimesTheLikelihood(Ties ties) {
        int n = SECOND.size();
        double[] time = new double[3 * n];
        double[] entry = new double[3 * n];
        double[] x = new double[3 * n];
        int[] stratum = new int[3 * n];
        int[] event = new int[3 * n];
        for (int i = 0; i < 3 * n; i++) {
            CoxRow row = SECOND.get(i % n);
            stratum[i] = i / n;
            time[i] = row.time() + 1 + stratum[i];
            entry[i] = row.entry() + 1 + stratum[i];
            x[i] = row.x();
            event[i] = row.event() ? 1 : 0;
        }
        SurvivalTimes times =
                SurvivalTimes.of(time, event, new int[3 * n], stratum).enteringAt(entry);
        CoxFit three = CoxFit.of(CoxData.ofColumns(times, x), ties).fit().orElseThrow();
        CoxFit one = CoxFit.of(CoxRow.data(SECOND), ties).fit().orElseThrow();
        assertThat(three.coefficients()[0]).isCloseTo(one.coefficients()[0], within(1e-14));
        assertThat(three.logLikelihood()).isCloseTo(3 * one.logLikelihood(), within(1e-12));
        assertThat(3 * three.variance()[0][0]).isCloseTo(one.variance()[0][0], within(1e-13));
        assertThat(3 * RobustVariance.of(three)[0][0]).isCloseTo(RobustVariance.of(one)[0][0], within(1e-13));
    }

    @Test
    void book5IsBreslowWithWeights() {
        isLikelihood(
                WEIGHTED,
                Ties.BRESLOW,
                r -> 11 * log(r) - log(r * r + 11 * r + 7) - 10 * log(11 * r + 5) - 2 * log(2 * r + 1),
                r -> 11 - ((2 * r * r + 11 * r) / (r * r + 11 * r + 7) + 110 * r / (11 * r + 5) + 4 * r / (2 * r + 1)),
                r -> (4 * r * r + 11 * r) / (r * r + 11 * r + 7)
                        - sq((2 * r * r + 11 * r) / (r * r + 11 * r + 7))
                        + 10 * spread(11 * r / (11 * r + 5))
                        + 2 * spread(2 * r / (2 * r + 1)));
        residuals(
                WEIGHTED,
                Ties.BRESLOW,
                0,
                5e-9,
                1.24653740,
                0.03601108,
                0.10056700,
                0.10056700,
                -0.22180142,
                -0.21193300,
                0.46569858,
                -0.10082189,
                0.91014302);
        double b = fit(WEIGHTED, Ties.BRESLOW, 0.85955744, 5e-9);
        residuals(
                WEIGHTED,
                Ties.BRESLOW,
                b,
                5e-9,
                0.88681615,
                0.02497653,
                0.03608964,
                0.03608964,
                -0.54297652,
                -0.12528780,
                0.29564605,
                -0.09476911,
                0.58400064);
        schoenfeld(WEIGHTED, Ties.BRESLOW, 5e-8, 1.0368337, -0.8386226, 0.1613774, 0.1613774, 0.1746960);
        CoxFit fit = CoxFit.of(CoxRow.data(WEIGHTED), Ties.BRESLOW).fit().orElseThrow();
        assertThat(Math.sqrt(fit.variance()[0][0])).isCloseTo(0.7131, within(5e-5));
        assertThat(fit.likelihoodRatio().statistic().orElseThrow()).isCloseTo(1.69, within(5e-3));
        assertThat(fit.wald().statistic().orElseThrow()).isCloseTo(1.45, within(5e-3));
        assertThat(fit.score().statistic().orElseThrow()).isCloseTo(1.52, within(5e-3));
        assertThat(RobustVariance.of(fit)[0][0]).isCloseTo(1.034842333618, within(1e-11));
    }

    @Test
    void book6IsEfronWithWeights() {
        isLikelihood(
                WEIGHTED,
                Ties.EFRON,
                r -> 11 * log(r)
                        - log(r * r + 11 * r + 7)
                        - 10 * log(11 * r + 5) / 3
                        - 10 * log((7 * r + 3) * 2 / 3 + 4 * r + 2) / 3
                        - 10 * log((7 * r + 3) / 3 + 4 * r + 2) / 3
                        - 2 * log(2 * r + 1),
                r -> 11
                        - (2 * r * r + 11 * r) / (r * r + 11 * r + 7)
                        - 10 / 3.0 * (share(r, 1) + share(r, 2 / 3.0) + share(r, 1 / 3.0))
                        - 4 * r / (2 * r + 1),
                r -> (4 * r * r + 11 * r) / (r * r + 11 * r + 7)
                        - sq((2 * r * r + 11 * r) / (r * r + 11 * r + 7))
                        + 10 / 3.0 * (spread(share(r, 1)) + spread(share(r, 2 / 3.0)) + spread(share(r, 1 / 3.0)))
                        + 2 * spread(2 * r / (2 * r + 1)));
        residuals(
                WEIGHTED,
                Ties.EFRON,
                0,
                5e-9,
                1.24653740,
                0.03601108,
                0.14118105,
                0.14118105,
                -0.30336782,
                -0.27962308,
                0.60164259,
                -0.16851197,
                1.04608703);
        double b = fit(WEIGHTED, Ties.EFRON, 0.8726, 5e-5);
        assertThat(b).isCloseTo(0.8726042463984, within(5e-13));
        residuals(
                WEIGHTED,
                Ties.EFRON,
                b,
                5e-9,
                0.88116056,
                0.02477248,
                0.06057806,
                0.06057806,
                -0.59724033,
                -0.16737066,
                0.38040295,
                -0.13750290,
                0.66631324);
        schoenfeld(WEIGHTED, Ties.EFRON, 5e-8, 1.0325955, -0.8378241, 0.1621759, 0.1621759, 0.1728229);
        CoxFit fit = CoxFit.of(CoxRow.data(WEIGHTED), Ties.EFRON).fit().orElseThrow();
        assertThat(Math.sqrt(fit.variance()[0][0])).isCloseTo(0.7126, within(5e-5));
        assertThat(fit.score().statistic().orElseThrow()).isCloseTo(1.58, within(5e-3));
        assertThat(RobustVariance.of(fit)[0][0]).isCloseTo(1.252284461893, within(1e-11));
    }

    /** survtest.R: the curve of the second data set, 1/2, 1/3, 4/15, 1/5, 3/20 and 9/100, with Greenwood's errors. */
    @Test
    void theCurveOfLateEntriesIsAProductOfFractions() {
        KaplanMeier curve = KaplanMeier.of(CoxRow.times(SECOND).table(), 0);
        assertThat(IntStream.range(0, 6).mapToObj(curve::atRisk)).containsExactly(2, 3, 5, 4, 4, 5);
        assertThat(IntStream.range(0, 6).mapToDouble(curve::survival).toArray())
                .containsExactly(
                        new double[] {1 / 2.0, 1 / 3.0, 4 / 15.0, 1 / 5.0, 3 / 20.0, 9 / 100.0}, within(1e-15));
        assertThat(SurvivalAt.of(curve, 9, 0.95, CurveLimits.LOG_LOG)
                        .standardError()
                        .orElseThrow()
                        .ifEstimated()
                        .orElseThrow())
                .isCloseTo(0.09074690077353, within(1e-14));
        // Between the times too, which R leaves out because it cannot know: 0 2 3 3 4 1 1.
        double[] at = {0.5, 1.5, 2.5, 3, 6.5, 14.5, 16.5};
        assertThat(IntStream.range(0, 7).map(i -> curve.atRiskAt(at[i]))).containsExactly(0, 2, 3, 3, 4, 1, 1);
    }

    /** Everybody enters late and has a weight, many are tied: the sums as they are written give the same. */
    @ParameterizedTest
    @EnumSource(Ties.class)
    void agreesWithSumsOverEverybodyAtEachEvent(Ties ties) {
        int fitted = 0;
        for (int seed = 1; seed <= 60; seed++) {
            List<CoxRow> rows = random(seed);
            CoxData data = CoxRow.data(rows);
            for (double b : new double[] {0, -0.7, 2.5}) {
                PartialLikelihood at = PartialLikelihood.at(data, ties, new double[] {b});
                double[] wanted = CoxRow.likelihood(rows, ties, b);
                assertThat(at.value()).isCloseTo(wanted[0], within(1e-10));
                assertThat(at.score()[0]).isCloseTo(wanted[1], within(1e-10));
                assertThat(at.information()[0][0]).isCloseTo(wanted[2], within(1e-10));
                residuals(rows, ties, b, 1e-11, CoxRow.scoreResiduals(rows, ties, b));
            }
            if (CoxFit.of(data, ties).fit().isPresent()) {
                CoxFit fit = CoxFit.of(data, ties).fit().orElseThrow();
                assertThat(CoxRow.likelihood(rows, ties, fit.coefficients()[0])[1])
                        .isCloseTo(0, within(1e-9));
                assertThat(fit.logLikelihood())
                        .isCloseTo(CoxRow.likelihood(rows, ties, fit.coefficients()[0])[0], within(1e-9));
                fitted++;
            }
        }
        assertThat(fitted).isGreaterThan(40);
    }

    /** With hazards that differ by a factor of 1e30, of whom the largest leave first as time goes back: nothing is left behind. */
    @Test
    void keepsSmallHazardsWhenLargeOnesHaveLeft() {
        List<CoxRow> rows = rows(
                new double[] {5, 5, 5, 0, 0, 0, 0},
                "6 7+ 8 1 2+ 3 4+",
                new double[] {70, 71, 69, 0, 1, 2, 1},
                1,
                1,
                1,
                1,
                1,
                1,
                1);
        double[] wanted = CoxRow.likelihood(rows, Ties.EFRON, 1);
        PartialLikelihood at = PartialLikelihood.at(CoxRow.data(rows), Ties.EFRON, new double[] {1});
        assertThat(at.information()[0][0]).isCloseTo(wanted[2], within(1e-12));
        assertThat(at.value()).isCloseTo(wanted[0], within(1e-12));
    }

    /** Over more than one block of the tree, against entries of nobody. */
    @ParameterizedTest
    @EnumSource(Ties.class)
    void anEntryBeforeTheFirstEventIsNone(Ties ties) {
        Random random = new Random(11);
        int n = 300;
        List<CoxRow> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(new CoxRow(
                    i % 3 == 0 ? 0 : 0.5, 1 + random.nextInt(60), random.nextBoolean(), random.nextGaussian(), 1));
        }
        List<CoxRow> present = rows.stream()
                .map(row -> new CoxRow(0, row.time(), row.event(), row.x(), 1))
                .toList();
        CoxFit late = CoxFit.of(CoxRow.data(rows), ties).fit().orElseThrow();
        CoxFit early = CoxFit.of(CoxRow.data(present), ties).fit().orElseThrow();
        assertThat(late.coefficients()[0]).isCloseTo(early.coefficients()[0], within(1e-13));
        assertThat(RobustVariance.of(late)[0][0]).isCloseTo(RobustVariance.of(early)[0][0], within(1e-13));
    }

    /** One person's time told in two pieces, or several, is the same person. */
    @ParameterizedTest
    @EnumSource(Ties.class)
    void aTimeInPiecesIsOneTime(Ties ties) {
        for (int seed = 1; seed <= 30; seed++) {
            List<CoxRow> rows = random(seed);
            List<CoxRow> pieces = new ArrayList<>();
            for (CoxRow row : rows) {
                double cut = (row.entry() + row.time()) / 2;
                pieces.add(new CoxRow(row.entry(), cut, false, row.x(), row.weight()));
                pieces.add(new CoxRow(cut, row.time(), row.event(), row.x(), row.weight()));
            }
            PartialLikelihood whole = PartialLikelihood.at(CoxRow.data(rows), ties, new double[] {0.4});
            PartialLikelihood cut = PartialLikelihood.at(CoxRow.data(pieces), ties, new double[] {0.4});
            assertThat(cut.value()).isCloseTo(whole.value(), within(1e-11));
            assertThat(cut.score()[0]).isCloseTo(whole.score()[0], within(1e-11));
            assertThat(cut.information()[0][0]).isCloseTo(whole.information()[0][0], within(1e-11));
        }
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void theOrderOfPeopleWithEntriesChangesNoBit(Ties ties) {
        for (int seed = 1; seed <= 20; seed++) {
            List<CoxRow> rows = random(seed);
            List<CoxRow> other = new ArrayList<>(rows);
            Collections.shuffle(other, new Random(seed));
            PartialLikelihood one = PartialLikelihood.at(CoxRow.data(rows), ties, new double[] {1.3});
            PartialLikelihood two = PartialLikelihood.at(CoxRow.data(other), ties, new double[] {1.3});
            assertThat(two.value()).isEqualTo(one.value());
            assertThat(two.information()).isDeepEqualTo(one.information());
        }
    }

    /** Whether there is a maximum is known beforehand, over every way in which four people come and go at times 0 to 3. */
    @Test
    void knowsBeforehandWhetherThereIsAMaximumWithEntries() {
        int none = 0;
        int some = 0;
        int[][] stays = {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}};
        for (int code = 0; code < 12 * 12 * 12 * 12; code += 11) {
            List<CoxRow> rows = new ArrayList<>();
            for (int i = 0, rest = code; i < 4; i++, rest /= 12) {
                int[] stay = stays[rest % 12 / 2];
                rows.add(new CoxRow(stay[0], stay[1], rest % 2 == 1, i % 2, 1));
            }
            CoxFit.Outcome outcome = CoxFit.of(CoxRow.data(rows), Ties.BRESLOW);
            double best = Double.NEGATIVE_INFINITY;
            for (double b = -6; b <= 6; b += 0.1) {
                best = Math.max(best, CoxRow.likelihood(rows, Ties.BRESLOW, b)[0]);
            }
            double far = Math.max(
                    CoxRow.likelihood(rows, Ties.BRESLOW, 30)[0], CoxRow.likelihood(rows, Ties.BRESLOW, -30)[0]);
            assertThat(outcome.fit().isPresent()).as("code " + code).isEqualTo(best > far + 1e-6);
            assertThat(outcome.reason()).isNotEqualTo(Optional.of(Reason.NOT_CONVERGED));
            none += outcome.fit().isEmpty() ? 1 : 0;
            some += outcome.fit().isPresent() ? 1 : 0;
        }
        assertThat(none).isGreaterThan(500);
        assertThat(some).isGreaterThan(100);
    }

    @Test
    void refusesWhatIsNoEntryOrWeight() {
        SurvivalTimes times = SurvivalTimes.of(new double[] {2, 3}, new int[] {1, 0}, new int[2]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> times.enteringAt(new double[] {2, 0}))
                .withMessage("an entry must be from 0 to before the time 2.0, got 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> times.enteringAt(new double[] {-1, 0}))
                .withMessage("an entry must be from 0 to before the time 2.0, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> times.enteringAt(new double[] {1}))
                .withMessage("entries must be those of 2 people, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> times.enteringAt(new double[] {1 / 3.0, 0}))
                .withMessage("entries must be decimal numbers of at most nine places");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoxData.weighted(times, new double[] {1, 0}, new double[2]))
                .withMessage("a weight must be positive and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoxData.weighted(times, new double[] {1}, new double[2]))
                .withMessage("weights must be those of 2 people, got 1");
    }

    private static List<CoxRow> random(int seed) {
        Random random = new Random(seed);
        List<CoxRow> rows = new ArrayList<>();
        int n = 12 + random.nextInt(60);
        for (int i = 0; i < n; i++) {
            int entry = random.nextInt(8);
            rows.add(new CoxRow(
                    entry,
                    entry + 1 + random.nextInt(6),
                    random.nextInt(3) > 0,
                    random.nextInt(5) - 2,
                    0.5 * (1 + random.nextInt(5))));
        }
        return rows;
    }

    /** Compares value, score and information with functions of {@code r = exp(b)}. */
    private static void isLikelihood(
            List<CoxRow> rows,
            Ties ties,
            DoubleUnaryOperator value,
            DoubleUnaryOperator score,
            DoubleUnaryOperator information) {
        for (double b : new double[] {0, 1, -0.3, 1.5}) {
            double r = StrictMath.exp(b);
            PartialLikelihood at = PartialLikelihood.at(CoxRow.data(rows), ties, new double[] {b});
            assertThat(at.value()).isCloseTo(value.applyAsDouble(r), within(1e-13));
            assertThat(at.score()[0]).isCloseTo(score.applyAsDouble(r), within(1e-13));
            assertThat(at.information()[0][0]).isCloseTo(information.applyAsDouble(r), within(1e-13));
            double[] slow = CoxRow.likelihood(rows, ties, b);
            assertThat(slow[0]).isCloseTo(value.applyAsDouble(r), within(1e-12));
            assertThat(slow[1]).isCloseTo(score.applyAsDouble(r), within(1e-13));
        }
    }

    private static double fit(List<CoxRow> rows, Ties ties, double b, double tolerance) {
        double got = CoxFit.of(CoxRow.data(rows), ties).fit().orElseThrow().coefficients()[0];
        assertThat(got).isCloseTo(b, within(tolerance));
        return got;
    }

    /** Steps of Newton's method from 0. */
    private static double newton(List<CoxRow> rows, Ties ties, int steps) {
        double b = 0;
        for (int i = 0; i < steps; i++) {
            PartialLikelihood at = PartialLikelihood.at(CoxRow.data(rows), ties, new double[] {b});
            b += at.score()[0] / at.information()[0][0];
        }
        return b;
    }

    /** The score residuals of people, in the order of the people. */
    private static void residuals(List<CoxRow> rows, Ties ties, double b, double tolerance, double... wanted) {
        CoxFit there = CoxFit.at(CoxRow.data(rows), ties, b).orElseThrow();
        double[][] got = ScoreResiduals.of(there).values();
        for (int i = 0; i < wanted.length; i++) {
            assertThat(got[i][0]).as("person " + i).isCloseTo(wanted[i], within(tolerance));
        }
    }

    /** Schoenfeld's residuals in order of time, the smaller first where tied, and taken back from their scale. */
    private static void schoenfeld(List<CoxRow> rows, Ties ties, double tolerance, double... wanted) {
        CoxFit fit = CoxFit.of(CoxRow.data(rows), ties).fit().orElseThrow();
        assertThat(SchoenfeldResiduals.of(fit).events().stream()
                        .mapToDouble(event -> event.values()[0])
                        .toArray())
                .containsExactly(wanted, within(tolerance));
        double[] got = ScaledSchoenfeldResiduals.of(fit, TimeTransform.IDENTITY, 0).stream()
                .mapToDouble(event ->
                        (event.residual() - fit.coefficients()[0]) / (fit.data().events() * fit.variance()[0][0]))
                .toArray();
        assertThat(got).containsExactly(wanted, within(tolerance));
    }

    /** The share of covariate 1 among those at risk at the second time of the weighted data, its events in part. */
    private static double share(double r, double part) {
        return (7 * r * part + 4 * r) / ((7 * r + 3) * part + 4 * r + 2);
    }

    private static double spread(double share) {
        return share - share * share;
    }

    private static double sq(double value) {
        return value * value;
    }

    private static double log(double value) {
        return StrictMath.log(value);
    }
}
