package org.ipstrial.stats.survival.hazards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.times.TimesMethods;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.survival.Lifetimes;
import org.ipstrial.stats.survival.Lifetimes.Person;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.cox.NestedTests;
import org.ipstrial.stats.survival.cox.Ties;
import org.ipstrial.stats.survival.rank.Weight;
import org.ipstrial.stats.survival.rank.WeightedLogRank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArmModelTest {

    private static final ModelTest SCORE = NestedTests::score;
    private static final ModelTest WALD = NestedTests::wald;
    private static final ModelTest RATIO = NestedTests::likelihoodRatio;

    static List<String> methods() {
        return TimesMethods.HAZARD_RATIO.methods().stream().map(Method::id).toList();
    }

    private static HazardMethod method(String id) {
        return TimesMethods.HAZARD_RATIO.method(id).orElseThrow().function();
    }

    /** Which arm is which number moves no ratio, and the other way round it is the inverse, limits and all. */
    @ParameterizedTest
    @MethodSource("methods")
    void armsAreWhatTheyAreCalled(String id) {
        int compared = 0;
        for (int seed = 1; seed <= 25; seed++) {
            List<Person> people = Lifetimes.people(seed, 3, 2, 1);
            double[][] age = age(people, seed);
            ArmModel one = ArmModel.of(Lifetimes.times(people), List.of("age"), age);
            List<Person> renamed = people.stream()
                    .map(p -> new Person(p.time(), p.cause(), (p.arm() + 1) % 3, p.stratum()))
                    .toList();
            ArmModel other = ArmModel.of(Lifetimes.times(renamed), List.of("age"), age);
            Estimate plain = method(id).of(one, 0, 2, 0.9);
            if (plain.estimate().ifEstimated().isPresent()) {
                Estimate same = method(id).of(other, 1, 0, 0.9);
                Estimate mirrored = method(id).of(one, 2, 0, 0.9);
                assertThat(value(same.estimate()) / value(plain.estimate())).isCloseTo(1, within(1e-8));
                assertThat(value(mirrored.estimate()) * value(plain.estimate())).isCloseTo(1, within(1e-8));
                same(mirrored.lower(), plain.upper());
                same(mirrored.upper(), plain.lower());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(18);
    }

    private static void same(Quantity inverse, Quantity limit) {
        assertThat(inverse.ifEstimated().isPresent())
                .isEqualTo(limit.ifEstimated().isPresent());
        limit.ifEstimated()
                .ifPresent(number -> assertThat(number * value(inverse)).isCloseTo(1, within(1e-7)));
    }

    /** The order of the rows changes no bit, nor does doubling all times. */
    @ParameterizedTest
    @MethodSource("methods")
    void orderAndUnitOfTimeChangeNothing(String id) {
        for (int seed = 1; seed <= 15; seed++) {
            List<Person> people = Lifetimes.people(seed, 2, 2, 1);
            double[][] age = age(people, seed);
            int[] team = IntStream.range(0, people.size()).map(i -> i % 7).toArray();
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, people.size()).boxed().toList());
            Collections.shuffle(order, new Random(seed));
            List<Person> other = order.stream()
                    .map(people::get)
                    .map(p -> new Person(2 * p.time(), p.cause(), p.arm(), p.stratum()))
                    .toList();
            double[] otherAge = order.stream().mapToDouble(i -> age[0][i]).toArray();
            int[] otherTeam = order.stream().mapToInt(i -> team[i]).toArray();
            ArmModel one = ArmModel.of(Lifetimes.times(people).inClusters(team), List.of("age"), age);
            ArmModel two = ArmModel.of(
                    Lifetimes.times(other).inClusters(otherTeam), List.of("age"), new double[][] {otherAge});

            assertThat(method(id).of(two, 0, 1, 0.95)).isEqualTo(method(id).of(one, 0, 1, 0.95));
            for (ModelTest test : List.of(SCORE, WALD, RATIO)) {
                assertThat(test.ofPair(two, 0, 1)).isEqualTo(test.ofPair(one, 0, 1));
            }
        }
    }

    /** Without ties, the score test of the arms is the log-rank test, of two arms or three, in strata or not. */
    @Test
    void theScoreTestIsTheLogRankTest() {
        int compared = 0;
        for (int seed = 1; seed <= 60; seed++) {
            SurvivalTimes times =
                    Lifetimes.times(Lifetimes.untied(Lifetimes.people(seed, 2 + seed % 2, 1 + seed % 3, 1), seed));
            TestResult score = SCORE.of(times);
            if (score.statistic().isPresent()) {
                TestResult rank = WeightedLogRank.of(times, Weight.LOG_RANK);
                assertThat(score.statistic().getAsDouble())
                        .isCloseTo(rank.statistic().orElseThrow(), within(1e-9));
                assertThat(value(score.pValue())).isCloseTo(value(rank.pValue()), within(1e-10));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    /** Profile limits leave out 1 exactly where the likelihood ratio test rejects; Wald limits where Wald's does. */
    @Test
    void intervalsAndTestsAgree() {
        int rejected = 0;
        for (int seed = 1; seed <= 80; seed++) {
            List<Person> people = Lifetimes.people(seed, 2, 1, 1);
            ArmModel model = ArmModel.of(Lifetimes.times(people), List.of("age"), age(people, seed));
            if (method("cox-efron")
                    .of(model, 0, 1, 0.7)
                    .estimate()
                    .ifEstimated()
                    .isPresent()) {
                assertThat(leavesOutOne(method("cox-efron-profile").of(model, 0, 1, 0.7)))
                        .isEqualTo(value(RATIO.ofPair(model, 0, 1).pValue()) < 0.3);
                assertThat(leavesOutOne(method("cox-efron").of(model, 0, 1, 0.7)))
                        .isEqualTo(value(WALD.ofPair(model, 0, 1).pValue()) < 0.3);
                rejected += value(WALD.ofPair(model, 0, 1).pValue()) < 0.3 ? 1 : 0;
            }
        }
        assertThat(rejected).isBetween(10, 60);
    }

    private static boolean leavesOutOne(Estimate estimate) {
        return estimate.lower().ifEstimated().orElse(0) > 1
                || estimate.upper().ifEstimated().orElse(Double.MAX_VALUE) < 1;
    }

    /** Of everyone alone in a cluster the robust limits are those without clusters; of one cluster there are none. */
    @Test
    void clustersOfOneAreNone() {
        for (int seed = 1; seed <= 20; seed++) {
            SurvivalTimes times = Lifetimes.times(Lifetimes.people(seed, 2, 2, 1));
            int[] own = IntStream.range(0, times.size()).map(i -> i * 3 + 5).toArray();
            HazardMethod robust = method("cox-efron-robust");
            Estimate alone = robust.of(ArmModel.of(times), 0, 1, 0.95);

            assertThat(robust.of(ArmModel.of(times.inClusters(own)), 0, 1, 0.95))
                    .isEqualTo(alone);
            if (alone.estimate().ifEstimated().isPresent()) {
                assertThat(robust.of(ArmModel.of(times.inClusters(new int[times.size()])), 0, 1, 0.95))
                        .isEqualTo(Estimate.withoutLimits(value(alone.estimate()), Reason.NO_VARIANCE));
            }
        }
    }

    /** With one column the penalised likelihood, written out person by person, is highest at the estimate. */
    @Test
    void thePenalisedRatioIsTheTopOfItsLikelihood() {
        int monotone = 0;
        for (int seed = 1; seed <= 40; seed++) {
            List<Person> people =
                    Lifetimes.people(seed, 2, 1, 1).stream().limit(5 + seed % 6).toList();
            SurvivalTimes times = Lifetimes.times(people);
            Estimate estimate = method("cox-firth").of(ArmModel.of(times), 0, 1, 0.95);
            if (estimate.estimate().ifEstimated().isPresent()) {
                double b = StrictMath.log(value(estimate.estimate()));
                double top = penalised(people, b);
                for (double off : new double[] {-1, -0.1, -1e-3, 1e-3, 0.1, 1}) {
                    assertThat(penalised(people, b + off)).isLessThan(top);
                }
                assertThat((penalised(people, b + 1e-4) - penalised(people, b - 1e-4)) / 2e-4)
                        .isCloseTo(0, within(1e-7));
                estimate.lower().ifEstimated().ifPresent(low -> assertThat(
                                2 * (top - penalised(people, StrictMath.log(low))))
                        .isCloseTo(3.841458820694124, within(1e-7)));
                boolean none = method("cox-efron")
                        .of(ArmModel.of(times), 0, 1, 0.95)
                        .estimate()
                        .ifEstimated()
                        .isEmpty();
                monotone += none ? 1 : 0;
            }
        }
        assertThat(monotone).as("without an unpenalised ratio").isGreaterThan(1);
    }

    private static double penalised(List<Person> people, double b) {
        double l = 0;
        double information = 0;
        for (double time :
                people.stream().mapToDouble(Person::time).distinct().sorted().toArray()) {
            double[] all = new double[2];
            double[] dying = new double[2];
            int d = 0;
            for (Person p : people) {
                int arm = p.arm();
                double w = arm == 0 ? StrictMath.exp(b) : 1;
                all[arm] += p.time() >= time ? w : 0;
                if (p.time() == time && p.cause() > 0) {
                    dying[arm] += w;
                    d++;
                    l += arm == 0 ? b : 0;
                }
            }
            for (int i = 0; i < d; i++) {
                double group = all[0] - (double) i / d * dying[0];
                double sum = group + all[1] - (double) i / d * dying[1];
                l -= StrictMath.log(sum);
                information += group / sum * (1 - group / sum);
            }
        }
        return l + StrictMath.log(information) / 2;
    }

    /** A covariate that the arms and others make up, or that is alike of all at risk, is left out and moves nothing. */
    @Test
    void leavesOutWhatTellsNothing() {
        List<Person> people = Lifetimes.people(7, 3, 2, 1);
        double[] age = age(people, 7)[0];
        double[] sum = IntStream.range(0, age.length)
                .mapToDouble(i -> 2 * age[i] + (people.get(i).arm() == 1 ? 3 : 0))
                .toArray();
        double[] same = IntStream.range(0, age.length)
                .mapToDouble(i -> people.get(i).stratum())
                .toArray();
        SurvivalTimes times = Lifetimes.times(people);
        ArmModel plain = ArmModel.of(times, List.of("age"), new double[][] {age});
        ArmModel more = ArmModel.of(times, List.of("age", "same", "sum"), new double[][] {age, same, sum});

        assertThat(more.aliased())
                .containsExactly(new Aliased("same", List.of()), new Aliased("sum", List.of("arm 1", "age")));
        for (String id : methods()) {
            assertThat(method(id).of(more, 0, 2, 0.95))
                    .as(id)
                    .isEqualTo(method(id).of(plain, 0, 2, 0.95));
        }
    }

    /** Against a second route: in two dimensions a direction without end is at right angles to some pair at risk. */
    @Test
    void knowsWhetherTwoColumnsHaveAMaximum() {
        int without = 0;
        int with = 0;
        for (int seed = 1; seed <= 400; seed++) {
            Random random = new Random(seed);
            int n = 5 + random.nextInt(5);
            List<Person> people = new ArrayList<>();
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                people.add(new Person(1 + random.nextInt(6), random.nextInt(3) == 0 ? 0 : 1, i % 2, 0));
                x[i] = random.nextInt(3);
            }
            ArmModel model = ArmModel.of(Lifetimes.times(people), List.of("x"), new double[][] {x});
            Quantity ratio = method("cox-efron").of(model, 0, 1, 0.95).estimate();
            if (model.isAdjusted()
                    && people.stream().anyMatch(p -> p.cause() > 0)
                    && !ratio.equals(Quantity.notEstimable(Reason.NEVER_AT_RISK_TOGETHER))) {
                boolean endless = endless(people, x);
                assertThat(ratio.ifEstimated().isEmpty()).as("seed " + seed).isEqualTo(endless);
                without += endless ? 1 : 0;
                with += endless ? 0 : 1;
            }
        }
        assertThat(without).isGreaterThan(50);
        assertThat(with).isGreaterThan(50);
    }

    private static boolean endless(List<Person> people, double[] x) {
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                if (people.get(i).cause() > 0
                        && people.get(j).time() >= people.get(i).time()) {
                    // Arm 0 is the one with the column.
                    pairs.add(new double[] {people.get(j).arm() - people.get(i).arm(), x[i] - x[j]});
                }
            }
        }
        for (double[] g : pairs) {
            for (int side : new int[] {-1, 1}) {
                double a = -side * g[1];
                double b = side * g[0];
                if (pairs.stream().allMatch(p -> a * p[0] + b * p[1] >= 0)
                        && pairs.stream().anyMatch(p -> a * p[0] + b * p[1] > 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Nobody at the second level has the event; its coefficient falls, and that of Firth does not. */
    @Test
    void namesTheCovariateWithoutAMaximum() {
        SurvivalTimes times = Lifetimes.of("1 3 5 7+ 8+ 4+", "2 4 6+ 9 9+ 3+");
        double[] level = {0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1};
        ArmModel model = ArmModel.of(times, List.of("level"), new double[][] {level});

        assertThat(method("cox-efron").of(model, 0, 1, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.MONOTONE_LIKELIHOOD));
        assertThat(model.unbounded(Ties.EFRON, 1)).isEqualTo(Map.of("level", false));
        assertThat(method("cox-firth").of(model, 0, 1, 0.95).estimate().ifEstimated())
                .isPresent();
    }

    /** An arm without events: Firth gives a ratio with a finite limit on the other side of 1. */
    @Test
    void firthGivesARatioWhereAnArmHasNoEvents() {
        ArmModel model = ArmModel.of(Lifetimes.of("2 3 5 8+ 9", "4+ 6+ 7+ 9+ 10+"));

        assertThat(method("cox-efron").of(model, 0, 1, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.NO_EVENTS_IN_REFERENCE));
        Estimate firth = method("cox-firth").of(model, 0, 1, 0.95);
        assertThat(value(firth.estimate())).isGreaterThan(1);
        assertThat(value(firth.lower())).isPositive();
        assertThat(method("cox-firth").of(ArmModel.of(Lifetimes.of("4+", "6+")), 0, 1, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.NO_EVENTS_IN_EITHER_ARM));
    }

    private static double[][] age(List<Person> people, int seed) {
        Random random = new Random(seed);
        return new double[][] {
            people.stream().mapToDouble(p -> 20 + random.nextInt(30)).toArray()
        };
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
