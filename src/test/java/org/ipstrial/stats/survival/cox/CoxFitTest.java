package org.ipstrial.stats.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.Lifetimes;
import org.ipstrial.stats.survival.Lifetimes.Person;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.cox.residuals.ProportionalHazardsTest;
import org.ipstrial.stats.survival.cox.residuals.RobustVariance;
import org.ipstrial.stats.survival.cox.residuals.ScoreResiduals;
import org.ipstrial.stats.survival.cox.residuals.TimeTransform;
import org.ipstrial.stats.survival.hazards.ArmModel;
import org.ipstrial.stats.survival.hazards.HazardRatio;
import org.ipstrial.stats.survival.hazards.ModelTest;
import org.ipstrial.stats.survival.rank.Weight;
import org.ipstrial.stats.survival.rank.WeightedLogRank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CoxFitTest {

    /** The first data set of R survival's tests/book1.R. */
    private static final SurvivalTimes BOOK = Lifetimes.of("1 1+ 6", "9 6 8+");

    /** Worked by hand there: with r = exp(b), the score is 2 - 3 r / (3 r + 3) - 2 r / (r + 3), 0 at (3 + sqrt 33) / 2. */
    @Test
    void solvesAnEquationThatCanBeSolvedByHand() {
        CoxFit fit = fit(CoxData.ofArms(BOOK), Ties.BRESLOW);
        double r = (3 + Math.sqrt(33)) / 2;

        assertThat(fit.coefficients()[0]).isCloseTo(StrictMath.log(r), within(1e-14));
        assertThat(fit.logLikelihoodAtNull()).isCloseTo(-StrictMath.log(6) - 2 * StrictMath.log(4), within(1e-14));
        assertThat(fit.logLikelihood())
                .isCloseTo(
                        2 * StrictMath.log(r) - StrictMath.log(3 * r + 3) - 2 * StrictMath.log(r + 3), within(1e-14));
        double information = r / ((r + 1) * (r + 1)) + 6 * r / ((r + 3) * (r + 3));
        assertThat(fit.variance()[0][0]).isCloseTo(1 / information, withinPercentage(1e-11));
    }

    /** Efron: -log(3r + 3) - log(r + 3) - log(r / 2 + 5 / 2), and 1.676857 as printed there. */
    @Test
    void solvesTheSameUnderEfron() {
        CoxFit fit = fit(CoxData.ofArms(BOOK), Ties.EFRON);
        double r = StrictMath.exp(fit.coefficients()[0]);

        assertThat(fit.coefficients()[0]).isCloseTo(1.676857, within(5e-7));
        assertThat(2 - 3 * r / (3 * r + 3) - r / (r + 3) - r / (r + 5)).isCloseTo(0, within(1e-13));
        assertThat(fit.logLikelihood())
                .isCloseTo(
                        2 * StrictMath.log(r)
                                - StrictMath.log(3 * r + 3)
                                - StrictMath.log(r + 3)
                                - StrictMath.log(r / 2 + 2.5),
                        within(1e-13));
    }

    /**
     * The third data set of R survival's tests/book5.R, whose weights are people: with r = exp(b) the score is 11 - (2 r^2 +
     * 11 r) / (r^2 + 11 r + 7) - 110 r / (11 r + 5) - 4 r / (2 r + 1); and coxph(weights =, ties = breslow) of 3.5-3.
     */
    @Test
    void solvesTheWeightedOneWithPeopleForWeights() {
        double[] time = {1, 1, 2, 2, 2, 2, 3, 4, 5};
        int[] status = {1, 0, 1, 1, 1, 0, 0, 1, 0};
        double[] x = {2, 0, 1, 1, 0, 1, 0, 1, 0};
        int[] people = {1, 2, 3, 4, 3, 2, 1, 2, 1};
        int[] row = IntStream.range(0, 9)
                .flatMap(i -> IntStream.generate(() -> i).limit(people[i]))
                .toArray();
        CoxFit fit = fit(
                CoxData.ofColumns(
                        SurvivalTimes.of(
                                Arrays.stream(row).mapToDouble(i -> time[i]).toArray(),
                                Arrays.stream(row).map(i -> status[i]).toArray(),
                                new int[row.length]),
                        Arrays.stream(row).mapToDouble(i -> x[i]).toArray()),
                Ties.BRESLOW);
        double r = StrictMath.exp(fit.coefficients()[0]);

        assertThat(11 - (2 * r * r + 11 * r) / (r * r + 11 * r + 7) - 110 * r / (11 * r + 5) - 4 * r / (2 * r + 1))
                .isCloseTo(0, within(1e-12));
        assertThat(fit.coefficients()[0]).isCloseTo(0.859557444506882, within(1e-13));
        assertThat(fit.variance()[0][0]).isCloseTo(0.508503337521657, within(1e-12));
        assertThat(fit.logLikelihoodAtNull())
                .isCloseTo(-StrictMath.log(19) - 10 * StrictMath.log(16) - 2 * StrictMath.log(3), within(1e-12));
        assertThat(fit.logLikelihood()).isCloseTo(-32.0210462764333, within(1e-11));
    }

    /** R 4.2.2 survival 3.5-3: coxph(Surv(time, status) ~ sex + age, lung), eps = 1e-13. */
    @ParameterizedTest
    @CsvSource({
        "EFRON, -0.513218519836182, 0.0170453318501651, 0.167457962436242, 0.00922327347725708, -742.848245783771",
        "BRESLOW, -0.512564794229235, 0.0170128892031113, 0.167462063222312, 0.00922195368518684, -743.07965419800",
    })
    void agreesWithCoxphOnTwoCovariates(
            Ties ties, double sex, double age, double seSex, double seAge, double logLikelihood) {
        CoxFit fit = fit(lung("sex", "age"), ties);

        assertThat(fit.coefficients()[0]).isCloseTo(sex, within(1e-9));
        assertThat(fit.coefficients()[1]).isCloseTo(age, within(1e-10));
        assertThat(Math.sqrt(fit.variance()[0][0])).isCloseTo(seSex, within(1e-9));
        assertThat(Math.sqrt(fit.variance()[1][1])).isCloseTo(seAge, within(1e-10));
        assertThat(fit.logLikelihood()).isCloseTo(logLikelihood, within(1e-9));
    }

    /** R 4.2.2 survival 3.5-3: coxph(Surv(time, status) ~ sex, lung, robust = TRUE); ~ sex + age by Breslow. */
    @Test
    void hasTheRobustErrorsOfCoxph() {
        assertThat(Math.sqrt(RobustVariance.of(fit(lung("sex"), Ties.EFRON))[0][0]))
                .isCloseTo(0.16003180068378, within(1e-10));
        double[][] two = RobustVariance.of(fit(lung("sex", "age"), Ties.BRESLOW));
        assertThat(Math.sqrt(two[0][0])).isCloseTo(0.1599406745202605, within(1e-10));
        assertThat(Math.sqrt(two[1][1])).isCloseTo(0.0094863231823813, within(1e-11));
    }

    /** R 4.2.2 survival 3.5-3: uniroot over coxph(Surv(time, status) ~ offset(b * sex) + age), tol = 1e-12. */
    @Test
    void hasTheProfileLimitsOfItsDefinition() {
        CoxFit fit = fit(lung("sex", "age"), Ties.EFRON);

        assertThat(value(ProfileLikelihood.lower(fit, 0, 0.95))).isCloseTo(-0.848494517745, within(1e-8));
        assertThat(value(ProfileLikelihood.upper(fit, 0, 0.95))).isCloseTo(-0.190567477462, within(1e-8));
    }

    /** R 4.2.2 survival 3.5-3: coxph and cox.zph, ~ sex + age and ~ factor(ph.ecog) without its three highest. */
    @Test
    void agreesWithCoxZphOnSeveralColumns() {
        CoxFit fit = fit(lung("sex", "age"), Ties.EFRON);

        assertThat(statistic(ProportionalHazardsTest.of(fit, TimeTransform.KM, 0)))
                .isCloseTo(2.607671707185, within(1e-8));
        assertThat(statistic(ProportionalHazardsTest.of(fit, TimeTransform.KM, 1)))
                .isCloseTo(0.209202825698, within(1e-8));
        assertThat(statistic(ProportionalHazardsTest.of(fit, TimeTransform.KM, 0, 1)))
                .isCloseTo(2.770785378989, within(1e-8));
        assertThat(statistic(ProportionalHazardsTest.of(fit, TimeTransform.RANK, 0)))
                .isCloseTo(2.37812572201, within(1e-8));
        assertThat(statistic(ProportionalHazardsTest.of(fit, TimeTransform.RANK, 0, 1)))
                .isCloseTo(2.47529184160, within(1e-8));
        CoxFit levels = fit(lung("ph.ecog=1", "ph.ecog=2"), Ties.EFRON);
        assertThat(statistic(levels.score())).isCloseTo(18.03775963207, within(1e-8));
        assertThat(statistic(levels.wald())).isCloseTo(17.27599685388, within(1e-8));
        assertThat(statistic(levels.likelihoodRatio())).isCloseTo(16.52656659412, within(1e-8));
        assertThat(statistic(ProportionalHazardsTest.of(levels, TimeTransform.KM, 0, 1)))
                .isCloseTo(2.09205758712, within(1e-8));
    }

    /** Second route: the likelihood written out person by person, searched over a finer and finer grid. */
    @ParameterizedTest
    @EnumSource(Ties.class)
    void isTheTopOfTheLikelihood(Ties ties) {
        int compared = 0;
        for (int seed = 1; seed <= 40; seed++) {
            List<Person> people = Lifetimes.people(seed, 2, 2, 1);
            Optional<CoxFit> fit =
                    CoxFit.of(CoxData.ofArms(Lifetimes.times(people)), ties).fit();
            if (fit.isPresent()) {
                double best = 0;
                double width = 4;
                for (int round = 0; round < 9; round++) {
                    double centre = best;
                    for (int i = -20; i <= 20; i++) {
                        double b = centre + width * i / 20;
                        best = logLikelihood(people, b, ties) > logLikelihood(people, best, ties) ? b : best;
                    }
                    width /= 10;
                }
                assertThat(fit.get().coefficients()[0]).as("seed " + seed).isCloseTo(best, within(1e-6));
                assertThat(fit.get().logLikelihood()).isCloseTo(logLikelihood(people, best, ties), within(1e-10));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(35);
    }

    private static double logLikelihood(List<Person> people, double b, Ties ties) {
        double sum = 0;
        for (int stratum = 0; stratum < 2; stratum++) {
            for (int time = 0; time < 15; time++) {
                double all = 0;
                double dying = 0;
                int events = 0;
                for (Person p : people) {
                    if (p.stratum() == stratum && p.time() >= time) {
                        double w = p.arm() == 0 ? StrictMath.exp(b) : 1;
                        all += w;
                        if (p.time() == time && p.cause() > 0) {
                            dying += w;
                            events++;
                            sum += p.arm() == 0 ? b : 0;
                        }
                    }
                }
                for (int l = 0; l < events; l++) {
                    sum -= StrictMath.log(all - (ties == Ties.EFRON ? (double) l / events * dying : 0));
                }
            }
        }
        return sum;
    }

    /** Without ties, the score test of the arm is the log-rank test; its variance of one time has no d - 1 then. */
    @Test
    void withoutTiesTheScoreTestIsTheLogRankTest() {
        for (int seed = 1; seed <= 60; seed++) {
            SurvivalTimes times = Lifetimes.times(Lifetimes.untied(Lifetimes.people(seed, 3, 2, 1), seed));
            for (Ties ties : Ties.values()) {
                Optional<CoxFit> fit = CoxFit.of(CoxData.ofArms(times), ties).fit();
                if (fit.isPresent()) {
                    assertThat(statistic(fit.get().score()))
                            .isCloseTo(statistic(WeightedLogRank.of(times, Weight.LOG_RANK)), within(1e-9));
                }
            }
        }
    }

    /** With ties Breslow's score is that of the log-rank test too; its variance lacks the factor (n - d) / (n - 1). */
    @Test
    void withTiesTheScoreOfBreslowIsThatOfTheLogRankTest() {
        for (int seed = 1; seed <= 60; seed++) {
            List<Person> people = Lifetimes.people(seed, 2, 1, 1);
            PartialLikelihood atNull =
                    PartialLikelihood.at(CoxData.ofArms(Lifetimes.times(people)), Ties.BRESLOW, new double[1]);
            double u = 0;
            double v = 0;
            for (int t = 0; t < 15; t++) {
                double time = t;
                double n = people.stream().filter(p -> p.time() >= time).count();
                double n1 = people.stream()
                        .filter(p -> p.arm() == 0 && p.time() >= time)
                        .count();
                double d = people.stream()
                        .filter(p -> p.cause() > 0 && p.time() == time)
                        .count();
                double d1 = people.stream()
                        .filter(p -> p.arm() == 0 && p.cause() > 0 && p.time() == time)
                        .count();
                if (d > 0) {
                    u += d1 - d * n1 / n;
                    v += d * n1 / n * (1 - n1 / n);
                }
            }
            assertThat(atNull.score()[0]).isCloseTo(u, within(1e-12));
            assertThat(atNull.information()[0][0]).isCloseTo(v, within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void changingArmsRoundInvertsTheRatio(Ties ties) {
        int compared = 0;
        for (int seed = 1; seed <= 100; seed++) {
            SurvivalTimes times = Lifetimes.times(Lifetimes.people(seed, 2, 2, 1));
            Estimate one = HazardRatio.wald(ties).of(ArmModel.of(times), 0, 1, 0.95);
            Estimate other = HazardRatio.wald(ties).of(ArmModel.of(times.contrast(1, 0)), 0, 1, 0.95);
            if (one.estimate().ifEstimated().isPresent()) {
                assertThat(value(one.estimate()) * value(other.estimate())).isCloseTo(1, within(1e-12));
                assertThat(value(one.lower()) * value(other.upper())).isCloseTo(1, within(1e-12));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(90);
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void theOrderOfPeopleAndARisingTimeChangeNoBit(Ties ties) {
        Random random = new Random(3);
        for (int seed = 1; seed <= 40; seed++) {
            List<Person> people = Lifetimes.people(seed, 3, 2, 1);
            double[] age =
                    people.stream().mapToDouble(p -> 20 + random.nextInt(40)).toArray();
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, people.size()).boxed().toList());
            Collections.shuffle(order, random);
            List<Person> other = order.stream().map(people::get).toList();
            double[] otherAge = order.stream().mapToDouble(i -> age[i]).toArray();
            Optional<CoxFit> one = CoxFit.of(CoxData.ofArms(Lifetimes.times(people), 2, new double[][] {age}), ties)
                    .fit();
            for (List<Person> same : List.of(other, Lifetimes.at(other, t -> t * t + t))) {
                Optional<CoxFit> two = CoxFit.of(
                                CoxData.ofArms(Lifetimes.times(same), 2, new double[][] {otherAge}), ties)
                        .fit();
                assertThat(two.isPresent()).isEqualTo(one.isPresent());
                if (one.isPresent()) {
                    assertThat(two.get().coefficients())
                            .containsExactly(one.get().coefficients());
                    assertThat(two.get().variance()).isDeepEqualTo(one.get().variance());
                    assertThat(RobustVariance.of(two.get())).isDeepEqualTo(RobustVariance.of(one.get()));
                    assertThat(ProportionalHazardsTest.of(two.get(), TimeTransform.KM, 0, 1))
                            .isEqualTo(ProportionalHazardsTest.of(one.get(), TimeTransform.KM, 0, 1));
                }
            }
        }
    }

    /** Moving and stretching a covariate moves nothing but its own coefficient. */
    @Test
    void knowsNoUnitOfACovariate() {
        CoxFit years = fit(lung("sex", "age"), Ties.EFRON);
        CoxFit seconds = fit(lung("sex", "age*31557600+1e9"), Ties.EFRON);

        assertThat(seconds.coefficients()[0]).isCloseTo(years.coefficients()[0], within(1e-9));
        assertThat(seconds.coefficients()[1] * 31557600).isCloseTo(years.coefficients()[1], within(1e-10));
    }

    /** Each person twice, in one cluster: the robust error is that of the one person. */
    @ParameterizedTest
    @EnumSource(Ties.class)
    void aClusterOfTwoAlikeCountsOnce(Ties ties) {
        for (int seed = 1; seed <= 30; seed++) {
            List<Person> people = Lifetimes.untied(Lifetimes.people(seed, 2, 1, 1), seed);
            List<Person> twice = new ArrayList<>(people);
            twice.addAll(people);
            int n = people.size();
            double[] x = new double[2 * n];
            int[] clusters = new int[2 * n];
            for (int i = 0; i < 2 * n; i++) {
                x[i] = twice.get(i).arm();
                clusters[i] = i % n;
            }
            // Under Efron two alike share their risk, so that only Breslow is the same likelihood twice over.
            Optional<CoxFit> both = CoxFit.of(
                            CoxData.ofColumns(Lifetimes.times(twice).inClusters(clusters), x), Ties.BRESLOW)
                    .fit();
            Optional<CoxFit> one = CoxFit.of(CoxData.ofColumns(Lifetimes.times(people), Arrays.copyOf(x, n)), ties)
                    .fit();
            if (one.isPresent()) {
                assertThat(RobustVariance.of(both.orElseThrow())[0][0])
                        .isCloseTo(RobustVariance.of(one.get())[0][0], withinPercentage(1e-7));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void scoreResidualsSumToNothing(Ties ties) {
        for (int seed = 1; seed <= 40; seed++) {
            Optional<CoxFit> fit = CoxFit.of(CoxData.ofArms(Lifetimes.times(Lifetimes.people(seed, 3, 2, 1))), ties)
                    .fit();
            if (fit.isPresent()) {
                double[] sum = new double[2];
                for (double[] residual : ScoreResiduals.of(fit.get()).values()) {
                    sum[0] += residual[0];
                    sum[1] += residual[1];
                }
                assertThat(sum[0]).isCloseTo(0, within(1e-10));
                assertThat(sum[1]).isCloseTo(0, within(1e-10));
            }
        }
    }

    /**
     * Limits so far off that hardly anybody tells of the other columns: R survival 3.5-3,
     * {@code uniroot(function(c) 2 * (m - coxph(Surv(t, e) ~ X[, -1] + offset(c * X[, 1]))$loglik[2]) - qchisq(level, 1), tol = 1e-10)}.
     */
    @Test
    void limitsFarOffAreThoseOfCoxphWithAnOffset() {
        CoxFit income = fit(
                CoxData.ofColumns(
                        SurvivalTimes.of(
                                numbers("88 110 32 237 56 62 98 106 81 228 118 104 36 215 87 77 87 84 190 51"),
                                causes("0 0 1 1 1 0 0 0 0 0 0 1 0 1 0 0 1 0 0 0"),
                                new int[20]),
                        numbers("0 0 1 0 0 0 0 0 1 0 0 0 0 1 0 1 0 0 0 0"),
                        numbers("0 0 0 62183 348749 0 0 0 0 0 0 0 28836 0 0 0 67297 0 0 0"),
                        numbers("43 53 48 48 46 24 32 50 18 37 18 44 36 30 18 40 59 44 30 32")),
                Ties.EFRON);
        assertThat(value(ProfileLikelihood.lower(income, 0, 0.95))).isCloseTo(1.45738, within(5e-6));
        assertThat(value(ProfileLikelihood.upper(income, 0, 0.95))).isCloseTo(14.66194, within(5e-6));

        CoxFit levels = fit(
                CoxData.ofColumns(
                        SurvivalTimes.of(
                                numbers("41 127 85 49 60 87 53 104 94 81 33 77 29 34 410 23 32"),
                                causes("1 1 0 0 1 1 0 1 0 1 0 1 1 1 1 1 1"),
                                new int[17]),
                        numbers("0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0"),
                        numbers("0 1 0 0 0 0 0 0 0 0 1 1 0 0 0 0 0"),
                        numbers("0 0 1 0 0 0 1 0 0 0 0 0 1 0 1 0 1"),
                        numbers("1 0 0 0 1 1 0 1 0 1 0 0 0 1 0 0 0")),
                Ties.EFRON);
        assertThat(value(ProfileLikelihood.lower(levels, 0, 0.9999))).isCloseTo(-3.380374, within(5e-7));
        assertThat(value(ProfileLikelihood.upper(levels, 0, 0.9999))).isCloseTo(5.121828, within(5e-7));
    }

    /**
     * One event among arms of k, l and m: with the share p of the risk in each, {@code log det I = log p1 p2 p3}, so that
     * {@code m = 3/2 log p1 + 1/2 log p2 + 1/2 log p3} is largest at 3/5, 1/5, 1/5.
     */
    @Test
    void oneEventOfThreeArmsHasItsPenalisedRatios() {
        for (int[] people : new int[][] {{3, 4, 5}, {1, 1, 1}, {40, 2, 60}}) {
            int n = people[0] + people[1] + people[2];
            double[] times = new double[n];
            double[] first = new double[n];
            double[] second = new double[n];
            Arrays.fill(times, 9);
            times[0] = 5;
            int[] causes = new int[n];
            causes[0] = 1;
            Arrays.fill(first, 0, people[0], 1);
            Arrays.fill(second, people[0], people[0] + people[1], 1);
            CoxFit fit = CoxFit.penalised(
                            CoxData.ofColumns(SurvivalTimes.of(times, causes, new int[n]), first, second), Ties.EFRON)
                    .fit()
                    .orElseThrow();
            assertThat(fit.coefficients())
                    .containsExactly(
                            new double[] {
                                StrictMath.log(3.0 * people[2] / people[0]),
                                StrictMath.log((double) people[2] / people[1])
                            },
                            within(1e-10));
        }
    }

    private static double[] numbers(String spaced) {
        return Arrays.stream(spaced.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static int[] causes(String spaced) {
        return Arrays.stream(spaced.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    @Test
    void profileLimitsAreWhereTheLikelihoodRatioRejects() {
        for (int seed = 1; seed <= 30; seed++) {
            List<Person> people = Lifetimes.people(seed, 2, 2, 1);
            Optional<CoxFit> fit = CoxFit.of(CoxData.ofArms(Lifetimes.times(people)), Ties.EFRON)
                    .fit();
            if (fit.isPresent()) {
                double p = value(fit.get().likelihoodRatio().pValue());
                boolean excludes = value(ProfileLikelihood.lower(fit.get(), 0, 0.9)) > 0
                        || value(ProfileLikelihood.upper(fit.get(), 0, 0.9)) < 0;
                assertThat(excludes).isEqualTo(p < 0.1);
                double upper = value(ProfileLikelihood.upper(fit.get(), 0, 0.9));
                assertThat(2 * (fit.get().logLikelihood() - logLikelihood(people, upper, Ties.EFRON)))
                        .isCloseTo(2.705543454095404, within(1e-8));
            }
        }
    }

    @Test
    void saysWhyThereIsNoHazardRatio() {
        assertThat(reason("1+ 2+", "3+")).isEqualTo(Reason.NO_EVENTS_IN_EITHER_ARM);
        assertThat(reason("1 2", "3+ 9+")).isEqualTo(Reason.NO_EVENTS_IN_REFERENCE);
        assertThat(reason("3+ 9+", "1 2")).isEqualTo(Reason.NO_EVENTS_IN_GROUP);
        assertThat(reason("1 2 3", "7 8 9")).isEqualTo(Reason.MONOTONE_LIKELIHOOD);
        assertThat(reason("1+ 2+", "3 4")).isEqualTo(Reason.NEVER_AT_RISK_TOGETHER);
        assertThat(proportional("1 2", "3+ 9+")).isEqualTo(TestResult.notEstimable(Reason.NO_EVENTS_IN_REFERENCE));
        assertThat(proportional("2 2 5+", "2 3+")).isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
    }

    /** Over every way in which four people of two arms can end at times 1 to 3: a ratio exactly where one exists. */
    @Test
    void knowsBeforehandWhetherThereIsAMaximum() {
        int none = 0;
        int some = 0;
        for (int code = 0; code < 6 * 6 * 6 * 6; code++) {
            List<Person> people = new ArrayList<>();
            for (int i = 0, rest = code; i < 4; i++, rest /= 6) {
                people.add(new Person(1 + rest % 3, rest / 3 % 2, i % 2, 0));
            }
            Optional<CoxFit> fit = CoxFit.of(CoxData.ofArms(Lifetimes.times(people)), Ties.EFRON)
                    .fit();
            double far = Math.max(logLikelihood(people, 40, Ties.EFRON), logLikelihood(people, -40, Ties.EFRON));
            double best = Double.NEGATIVE_INFINITY;
            for (double b = -8; b <= 8; b += 0.01) {
                best = Math.max(best, logLikelihood(people, b, Ties.EFRON));
            }
            assertThat(fit.isPresent()).as("code " + code).isEqualTo(best > far + 1e-6);
            none += fit.isEmpty() ? 1 : 0;
            some += fit.isPresent() ? 1 : 0;
        }
        assertThat(none).isGreaterThan(100);
        assertThat(some).isGreaterThan(50);
    }

    /** With a covariate beside it: whether the arm, or the covariate, parts the events from all others. */
    @Test
    void noticesACovariateWithoutAMaximum() {
        SurvivalTimes times = Lifetimes.of("1 3 5 7+ 8+", "2 4 6+ 9+ 9+");
        double[] parting = {1, 1, 1, 0, 0, 1, 1, 0, 0, 0};
        double[] arm = {2, 2, 2, 2, 2, 5, 5, 5, 5, 5};

        assertThat(CoxFit.of(CoxData.ofArms(times, 1, new double[][] {parting}), Ties.EFRON)
                        .reason())
                .contains(Reason.MONOTONE_LIKELIHOOD);
        assertThat(CoxFit.of(CoxData.ofArms(times, 1, new double[][] {arm}), Ties.EFRON)
                        .reason())
                .contains(Reason.COLLINEAR_COVARIATES);
        assertThat(CoxFit.of(CoxData.ofArms(Lifetimes.of("1+", "2+")), Ties.EFRON)
                        .reason())
                .contains(Reason.NO_EVENTS);
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoxData.ofArms(Lifetimes.of("1 2")))
                .withMessage("a hazard ratio of arms needs two arms, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoxData.ofColumns(Lifetimes.of("1 2"), new double[] {1}))
                .withMessage("a column must have values of 2 people, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoxData.ofColumns(Lifetimes.of("1 2")))
                .withMessage("there must be one column at least");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArmModel.of(Lifetimes.of("1 2")))
                .withMessage("a hazard ratio of arms needs two arms, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifetimes.of("1 2").inClusters(new int[1]))
                .withMessage("clusters must be those of 2 people, got 1");
    }

    private static Reason reason(String group, String reference) {
        return ((Quantity.NotEstimable) HazardRatio.wald(Ties.EFRON)
                        .of(ArmModel.of(Lifetimes.of(group, reference)), 0, 1, 0.95)
                        .estimate())
                .reason();
    }

    private static TestResult proportional(String group, String reference) {
        ModelTest test = (fit, columns) -> ProportionalHazardsTest.of(fit, TimeTransform.KM, columns);
        return test.of(Lifetimes.of(group, reference));
    }

    private static CoxFit fit(CoxData data, Ties ties) {
        return CoxFit.of(data, ties).fit().orElseThrow();
    }

    /** The lung data with some columns; {@code ph.ecog=1} is an indicator and leaves out those beyond 2 or missing. */
    private static CoxData lung(String... columns) {
        List<double[]> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("src/main/resources/org/ipstrial/reference/data/lung.csv"))) {
                if (!line.startsWith("#") && !line.startsWith("time")) {
                    String[] cells = line.split(",", -1);
                    boolean levels = columns[0].startsWith("ph.ecog");
                    if (!levels || (!cells[4].isEmpty() && Integer.parseInt(cells[4]) < 3)) {
                        double[] row = new double[2 + columns.length];
                        row[0] = Double.parseDouble(cells[0]);
                        row[1] = Double.parseDouble(cells[1]);
                        for (int i = 0; i < columns.length; i++) {
                            row[2 + i] = covariate(cells, columns[i]);
                        }
                        rows.add(row);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CoxData.ofColumns(
                SurvivalTimes.of(
                        rows.stream().mapToDouble(row -> row[0]).toArray(),
                        rows.stream().mapToInt(row -> (int) row[1]).toArray(),
                        new int[rows.size()]),
                IntStream.range(2, 2 + columns.length)
                        .mapToObj(j -> rows.stream().mapToDouble(row -> row[j]).toArray())
                        .toArray(double[][]::new));
    }

    private static double covariate(String[] cells, String column) {
        return switch (column) {
            case "sex" -> Double.parseDouble(cells[2]);
            case "age" -> Double.parseDouble(cells[3]);
            case "age*31557600+1e9" -> Double.parseDouble(cells[3]) * 31557600 + 1e9;
            default -> cells[4].equals(column.substring("ph.ecog=".length())) ? 1 : 0;
        };
    }

    private static double statistic(TestResult test) {
        return test.statistic().orElseThrow();
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
