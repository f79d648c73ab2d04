package org.ipstrial.stats.survival.cox.residuals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.cox.BookData;
import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.CoxRow;
import org.ipstrial.stats.survival.cox.Information;
import org.ipstrial.stats.survival.cox.LungData;
import org.ipstrial.stats.survival.cox.Ties;
import org.ipstrial.stats.survival.curve.CurveLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of residuals whatever the data, and the same by sums over everybody at each event. */
class ResidualLawsTest {

    private static final double[] SOME = {0, -0.7, 1.9};

    @ParameterizedTest
    @EnumSource(Ties.class)
    void agreeWithSumsOverEverybodyAtEachEvent(Ties ties) {
        for (int seed = 1; seed <= 60; seed++) {
            List<CoxRow> rows = people(seed);
            for (double b : SOME) {
                Optional<CoxFit> fit = CoxFit.at(CoxRow.data(rows), ties, b);
                if (fit.isEmpty()) {
                    continue;
                }
                assertThat(MartingaleResiduals.of(fit.get()).values())
                        .containsExactly(CoxRow.martingaleResiduals(rows, ties, b), within(1e-11));
                double[] score = CoxRow.scoreResiduals(rows, ties, b);
                double[][] got = ScoreResiduals.of(fit.get()).values();
                double[][] dfbeta = DfbetaResiduals.of(fit.get()).values();
                double variance = 1 / CoxRow.likelihood(rows, ties, b)[2];
                for (int i = 0; i < score.length; i++) {
                    assertThat(got[i][0]).isCloseTo(score[i], within(1e-11));
                    assertThat(dfbeta[i][0])
                            .isCloseTo(rows.get(i).weight() * variance * score[i], within(1e-10 * (1 + variance)));
                }
            }
        }
    }

    /** At any coefficients: what came is what was expected, and the residuals of slopes sum to the slope. */
    @ParameterizedTest
    @EnumSource(Ties.class)
    void sumsAreThoseOfTheLikelihood(Ties ties) {
        int seen = 0;
        for (int seed = 1; seed <= 60; seed++) {
            List<CoxRow> rows = people(seed);
            for (double b : SOME) {
                Optional<CoxFit> fit = CoxFit.at(CoxRow.data(rows), ties, b);
                if (fit.isEmpty()) {
                    continue;
                }
                seen++;
                double[] martingale = MartingaleResiduals.of(fit.get()).values();
                double[][] score = ScoreResiduals.of(fit.get()).values();
                double nothing = 0;
                double slope = 0;
                for (int i = 0; i < martingale.length; i++) {
                    nothing += rows.get(i).weight() * martingale[i];
                    slope += rows.get(i).weight() * score[i][0];
                }
                double wanted = CoxRow.likelihood(rows, ties, b)[1];
                assertThat(nothing).isCloseTo(0, within(1e-10));
                assertThat(slope).isCloseTo(wanted, within(1e-10));
                assertThat(SchoenfeldResiduals.of(fit.get()).events().stream()
                                .mapToDouble(event -> event.weight() * event.values()[0])
                                .sum())
                        .isCloseTo(wanted, within(1e-10));
            }
        }
        assertThat(seen).isGreaterThan(170);
    }

    /** In each stratum, of two covariates; at the estimate the slopes sum to 0 over all of them. */
    @ParameterizedTest
    @EnumSource(Ties.class)
    void eachStratumSumsToNothing(Ties ties) {
        int fitted = 0;
        for (int seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            int n = 30 + random.nextInt(50);
            int[] stratum = IntStream.range(0, n).map(i -> random.nextInt(3)).toArray();
            double[] weights = random.ints(n, 1, 4).asDoubleStream().toArray();
            CoxData data =
                    CoxData.weighted(times(random, n, stratum), weights, gaussian(random, n), gaussian(random, n));
            Optional<CoxFit> found = CoxFit.of(data, ties).fit();
            if (found.isEmpty()) {
                continue;
            }
            fitted++;
            double[] martingale = MartingaleResiduals.of(found.get()).values();
            double[][] score = ScoreResiduals.of(found.get()).values();
            double[] sums = new double[3];
            double[] slopes = new double[2];
            for (int i = 0; i < n; i++) {
                sums[stratum[i]] += weights[i] * martingale[i];
                slopes[0] += weights[i] * score[i][0];
                slopes[1] += weights[i] * score[i][1];
            }
            assertThat(sums).containsExactly(new double[3], within(1e-10));
            assertThat(slopes).containsExactly(new double[2], within(1e-9));
        }
        assertThat(fitted).isGreaterThan(30);
    }

    /** Without an effect what is expected is the Nelson-Aalen estimate, counted here. */
    @Test
    void at0TheyAreEventsLessTheNelsonAalenEstimate() {
        for (int seed = 1; seed <= 30; seed++) {
            List<CoxRow> rows = people(seed).stream()
                    .map(row -> new CoxRow(0, row.time(), row.event(), row.x(), 1))
                    .toList();
            Optional<CoxFit> fit = CoxFit.at(CoxRow.data(rows), Ties.BRESLOW, 0);
            if (fit.isEmpty()) {
                continue;
            }
            double[] got = MartingaleResiduals.of(fit.get()).values();
            for (int i = 0; i < got.length; i++) {
                double until = rows.get(i).time();
                double nelsonAalen = rows.stream()
                        .filter(one -> one.event() && one.time() <= until)
                        .mapToDouble(one -> 1.0
                                / rows.stream()
                                        .filter(any -> any.time() >= one.time())
                                        .count())
                        .sum();
                assertThat(got[i]).isCloseTo((rows.get(i).event() ? 1 : 0) - nelsonAalen, within(1e-12));
            }
        }
    }

    /** A whole weight is so many people, by Breslow; dfbeta of one of weight 3 is that of three. */
    @Test
    void weightsArePeopleByBreslow() {
        for (int seed = 1; seed <= 30; seed++) {
            List<CoxRow> weighted = people(seed).stream()
                    .map(row -> new CoxRow(row.entry(), row.time(), row.event(), row.x(), Math.ceil(row.weight())))
                    .toList();
            List<CoxRow> repeated = new ArrayList<>();
            List<Integer> first = new ArrayList<>();
            for (CoxRow row : weighted) {
                first.add(repeated.size());
                for (int k = 0; k < row.weight(); k++) {
                    repeated.add(new CoxRow(row.entry(), row.time(), row.event(), row.x(), 1));
                }
            }
            Optional<CoxFit> one = CoxFit.at(CoxRow.data(weighted), Ties.BRESLOW, 0.4);
            if (one.isEmpty()) {
                continue;
            }
            CoxFit many = CoxFit.at(CoxRow.data(repeated), Ties.BRESLOW, 0.4).orElseThrow();
            double[] martingale = MartingaleResiduals.of(one.get()).values();
            double[][] score = ScoreResiduals.of(one.get()).values();
            double[][] dfbeta = DfbetaResiduals.of(one.get()).values();
            for (int i = 0; i < martingale.length; i++) {
                int k = first.get(i);
                assertThat(martingale[i]).isCloseTo(MartingaleResiduals.of(many).values()[k], within(1e-11));
                assertThat(score[i][0]).isCloseTo(ScoreResiduals.of(many).values()[k][0], within(1e-11));
                assertThat(dfbeta[i][0])
                        .isCloseTo(
                                weighted.get(i).weight()
                                        * DfbetaResiduals.of(many).values()[k][0],
                                within(1e-10));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void theOrderOfPeopleChangesNoBit(Ties ties) {
        int fitted = 0;
        for (int seed = 1; seed <= 30; seed++) {
            List<CoxRow> rows = people(seed);
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
            Collections.shuffle(order, new Random(seed));
            Optional<CoxFit> one = CoxFit.of(CoxRow.data(rows), ties).fit();
            if (one.isEmpty()) {
                continue;
            }
            fitted++;
            CoxFit other = CoxFit.of(CoxRow.data(order.stream().map(rows::get).toList()), ties)
                    .fit()
                    .orElseThrow();
            MartingaleResiduals a = MartingaleResiduals.of(one.get());
            MartingaleResiduals b = MartingaleResiduals.of(other);
            for (int k = 0; k < rows.size(); k++) {
                int i = order.get(k);
                assertThat(b.values()[k]).isEqualTo(a.values()[i]);
                assertThat(DevianceResiduals.of(b).values()[k])
                        .isEqualTo(DevianceResiduals.of(a).values()[i]);
                assertThat(DfbetaResiduals.of(other).scaled()[k])
                        .containsExactly(DfbetaResiduals.of(one.get()).scaled()[i]);
            }
            List<SchoenfeldResiduals.Event> first =
                    SchoenfeldResiduals.of(one.get()).events();
            List<SchoenfeldResiduals.Event> second =
                    SchoenfeldResiduals.of(other).events();
            for (int k = 0; k < first.size(); k++) {
                assertThat(second.get(k).values()).containsExactly(first.get(k).values());
                assertThat(rows.get(order.get(second.get(k).person())))
                        .isEqualTo(rows.get(first.get(k).person()));
            }
        }
        assertThat(fitted).isGreaterThan(20);
    }

    /** One person's time told in two pieces: what is expected of both is what was of the whole. */
    @ParameterizedTest
    @EnumSource(Ties.class)
    void piecesOfTimeSumToTheWhole(Ties ties) {
        for (int seed = 1; seed <= 30; seed++) {
            List<CoxRow> rows = people(seed);
            List<CoxRow> pieces = new ArrayList<>();
            for (CoxRow row : rows) {
                double cut = (row.entry() + row.time()) / 2;
                pieces.add(new CoxRow(row.entry(), cut, false, row.x(), row.weight()));
                pieces.add(new CoxRow(cut, row.time(), row.event(), row.x(), row.weight()));
            }
            Optional<CoxFit> whole = CoxFit.at(CoxRow.data(rows), ties, 0.4);
            if (whole.isEmpty()) {
                continue;
            }
            CoxFit parts = CoxFit.at(CoxRow.data(pieces), ties, 0.4).orElseThrow();
            double[] one = MartingaleResiduals.of(whole.get()).values();
            double[] two = MartingaleResiduals.of(parts).values();
            double[][] slopes = ScoreResiduals.of(whole.get()).values();
            double[][] halves = ScoreResiduals.of(parts).values();
            for (int i = 0; i < one.length; i++) {
                assertThat(two[2 * i] + two[2 * i + 1]).isCloseTo(one[i], within(1e-11));
                assertThat(halves[2 * i][0] + halves[2 * i + 1][0]).isCloseTo(slopes[i][0], within(1e-11));
            }
        }
    }

    /** Without ties Efron and Breslow are one. */
    @Test
    void withoutTiesTheTwoAreOne() {
        Random random = new Random(5);
        int n = 40;
        List<Integer> time = new ArrayList<>(IntStream.rangeClosed(1, n).boxed().toList());
        Collections.shuffle(time, random);
        List<CoxRow> rows = IntStream.range(0, n)
                .mapToObj(i -> new CoxRow(0, time.get(i), random.nextBoolean(), random.nextGaussian(), 1))
                .toList();
        CoxFit efron = CoxFit.at(CoxRow.data(rows), Ties.EFRON, 0.3).orElseThrow();
        CoxFit breslow = CoxFit.at(CoxRow.data(rows), Ties.BRESLOW, 0.3).orElseThrow();
        assertThat(MartingaleResiduals.of(efron).values())
                .containsExactly(MartingaleResiduals.of(breslow).values());
        assertThat(ScoreResiduals.of(efron).values())
                .isDeepEqualTo(ScoreResiduals.of(breslow).values());
    }

    /** The robust variance is the sum of the squares of dfbeta, of people or of clusters. */
    @ParameterizedTest
    @CsvSource({"EFRON, 1", "BRESLOW, 1", "EFRON, 4", "BRESLOW, 4"})
    void squaresOfDfbetaAreTheRobustVariance(Ties ties, int size) {
        Random random = new Random(8);
        int n = 60;
        int[] cluster = IntStream.range(0, n).map(i -> i / size).toArray();
        double[] weights = random.doubles(n, 0.5, 2).toArray();
        SurvivalTimes times = times(random, n, new int[n]).inClusters(cluster);
        CoxFit fit = CoxFit.of(CoxData.weighted(times, weights, gaussian(random, n), gaussian(random, n)), ties)
                .fit()
                .orElseThrow();
        double[][] dfbeta = DfbetaResiduals.of(fit).values();
        double[][] sums = new double[n / size][2];
        for (int i = 0; i < n; i++) {
            sums[cluster[i]][0] += dfbeta[i][0];
            sums[cluster[i]][1] += dfbeta[i][1];
        }
        double[][] robust = RobustVariance.of(fit);
        for (int j = 0; j < 2; j++) {
            for (int k = 0; k < 2; k++) {
                int row = j;
                int column = k;
                assertThat(robust[j][k])
                        .isCloseTo(
                                Arrays.stream(sums)
                                        .mapToDouble(sum -> sum[row] * sum[column])
                                        .sum(),
                                within(1e-14));
            }
        }
    }

    /** Leaving a person out moves the coefficients by about dfbeta. */
    @Test
    void dfbetaIsAboutWhatLeavingAPersonOutDoes() {
        CoxData all = LungData.columns(1);
        int n = all.size();
        CoxFit fit = CoxFit.of(all, Ties.EFRON).fit().orElseThrow();
        DfbetaResiduals dfbeta = DfbetaResiduals.of(fit);
        double[][] people = new double[n][];
        for (int i = 0; i < n; i++) {
            people[all.person(i)] = new double[] {all.time(i), all.event(i) ? 1 : 0, all.x(i, 0), all.x(i, 1)};
        }
        for (int out = 0; out < n; out += 19) {
            int left = out;
            double[][] others = IntStream.range(0, n)
                    .filter(i -> i != left)
                    .mapToObj(i -> people[i])
                    .toArray(double[][]::new);
            SurvivalTimes times = SurvivalTimes.of(
                    column(others, 0),
                    Arrays.stream(others).mapToInt(person -> (int) person[1]).toArray(),
                    new int[n - 1]);
            double[] without = CoxFit.of(CoxData.ofColumns(times, column(others, 2), column(others, 3)), Ties.EFRON)
                    .fit()
                    .orElseThrow()
                    .coefficients();
            for (int j = 0; j < 2; j++) {
                double moved = fit.coefficients()[j] - without[j];
                double error = Math.sqrt(fit.variance()[j][j]);
                assertThat(dfbeta.values()[out][j]).isCloseTo(moved, within(0.02 * error));
                assertThat(dfbeta.scaled()[out][j]).isCloseTo(moved / error, within(0.02));
            }
        }
    }

    /** The formula in forty digits by mpmath, of the expectation as a double; near 1 and away from it. */
    @ParameterizedTest
    @CsvSource({
        "0.999999, 1.0000003333622835e-6",
        "0.95, 0.050858517232623598",
        "0.9000001, 0.10354230581478632",
        "0.89, 0.11431374594467218",
        "1.05, -0.04919015817352083",
        "1.1, -0.096848543568555",
        "1.3, -0.27435646714633485",
        "0.001, 3.4376606228603012",
        "4.0, -1.7964997294072211",
        "1.000000000001, -1.0000889005820076e-12",
    })
    void devianceKeepsItsDigitsNearNothing(double expected, double wanted) {
        MartingaleResiduals residuals = new MartingaleResiduals(new double[] {1, 0}, new double[] {expected, expected});
        double[] got = DevianceResiduals.of(residuals).values();
        assertThat(got[0]).isCloseTo(wanted, within(1e-15 * Math.abs(wanted)));
        assertThat(got[1]).isEqualTo(-Math.sqrt(2 * expected));
    }

    @Test
    void devianceOfNothingIsNothing() {
        MartingaleResiduals residuals = new MartingaleResiduals(new double[] {1, 0}, new double[] {1, 0});
        assertThat(DevianceResiduals.of(residuals).values()).containsExactly(0.0, 0.0);
    }

    /** Hazards that differ by a factor of 1e30, of whom the largest leave first: the small ones keep all their digits. */
    @ParameterizedTest
    @EnumSource(Ties.class)
    void keepsWhatIsExpectedLateWhereMuchWasExpectedEarly(Ties ties) {
        List<CoxRow> rows = BookData.rows(
                new double[] {0, 0, 0, 5, 5, 5, 5},
                "1 2+ 3 6 7+ 8 9+",
                new double[] {0, 1, 0.5, 70, 71, 69, 70},
                1,
                1,
                1,
                1,
                1,
                1,
                1);
        CoxFit fit = CoxFit.at(CoxRow.data(rows), ties, 1).orElseThrow();
        assertThat(MartingaleResiduals.of(fit).values())
                .containsExactly(CoxRow.martingaleResiduals(rows, ties, 1), within(1e-12));
        double[] wanted = CoxRow.scoreResiduals(rows, ties, 1);
        double[][] got = ScoreResiduals.of(fit).values();
        for (int i = 0; i < wanted.length; i++) {
            assertThat(got[i][0]).isCloseTo(wanted[i], within(1e-11));
        }
    }

    /** The scaled ones are the raw ones on another scale, and their mean is the coefficient. */
    @ParameterizedTest
    @EnumSource(Ties.class)
    void scaledSchoenfeldResidualsAreTheRawOnesScaled(Ties ties) {
        CoxFit fit = CoxFit.of(LungData.columns(30), ties).fit().orElseThrow();
        List<SchoenfeldResiduals.Event> raw = SchoenfeldResiduals.of(fit).events();
        for (int column = 0; column < 2; column++) {
            int j = column;
            double b = fit.coefficients()[j];
            double[] wanted = raw.stream()
                    .mapToDouble(event -> b + raw.size() * Information.dot(fit.variance()[j], event.values()))
                    .sorted()
                    .toArray();
            double[] got = ScaledSchoenfeldResiduals.of(fit, TimeTransform.KM, j).stream()
                    .mapToDouble(ScaledSchoenfeldResiduals.Event::residual)
                    .sorted()
                    .toArray();
            assertThat(got).containsExactly(wanted);
            assertThat(Arrays.stream(got).average().orElseThrow()).isCloseTo(b, within(1e-10));
        }
    }

    /** What is expected of a person by Breslow is the cumulative hazard that is predicted of one like it. */
    @Test
    void expectedEventsArePredictedHazards() {
        CoxFit fit = CoxFit.of(LungData.columns(1), Ties.BRESLOW).fit().orElseThrow();
        CoxData data = fit.data();
        double[] expected = MartingaleResiduals.of(fit).expected();
        for (int i = 0; i < data.size(); i += 23) {
            int row = i;
            double[] x = {data.x(i, 0) + data.middle(0), data.x(i, 1) + data.middle(1)};
            double hazard =
                    PredictedSurvival.of(fit, 0, x, Double.NEGATIVE_INFINITY, 0.95, CurveLimits.LOG_LOG)
                            .points()
                            .stream()
                            .filter(point -> point.time() <= data.time(row))
                            .mapToDouble(PredictedSurvival.Point::hazard)
                            .max()
                            .orElse(0);
            assertThat(expected[data.person(i)]).isCloseTo(hazard, within(1e-13 * (1 + hazard)));
        }
    }

    /** Twelve to seventy people, many of them coming late, with many ties and five weights. */
    private static List<CoxRow> people(int seed) {
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

    private static SurvivalTimes times(Random random, int n, int[] stratum) {
        double[] entry = random.ints(n, 0, 4).asDoubleStream().toArray();
        double[] time =
                Arrays.stream(entry).map(from -> from + 1 + random.nextInt(9)).toArray();
        int[] event = random.ints(n, 0, 4).map(any -> any > 0 ? 1 : 0).toArray();
        return SurvivalTimes.of(time, event, new int[n], stratum).enteringAt(entry);
    }

    private static double[] gaussian(Random random, int n) {
        return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    private static double[] column(double[][] rows, int j) {
        return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
    }
}
