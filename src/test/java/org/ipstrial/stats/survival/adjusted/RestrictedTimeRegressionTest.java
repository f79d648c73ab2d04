package org.ipstrial.stats.survival.adjusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.survival.Lifetimes;
import org.ipstrial.stats.survival.Lifetimes.Person;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.curve.KaplanMeier;
import org.ipstrial.stats.survival.curve.RestrictedTime;
import org.ipstrial.stats.survival.hazards.ArmModel;
import org.junit.jupiter.api.Test;

class RestrictedTimeRegressionTest {

    /**
     * Without covariates the weighted mean of an arm is the area under its curve, since one over the curve of censoring gives
     * each event the step of the curve; where no event is tied with a censoring. Its error is nearly Greenwood's.
     */
    @Test
    void withoutCovariatesItIsTheDifferenceOfAreas() {
        int compared = 0;
        for (int seed = 1; seed <= 60; seed++) {
            List<Person> people = Lifetimes.untied(Lifetimes.people(seed, 2, 1, 1), seed);
            SurvivalTimes times = Lifetimes.times(people);
            double tau = people.size() / 2.0;
            KaplanMeier one = KaplanMeier.of(times.table(), 0);
            KaplanMeier other = KaplanMeier.of(times.table(), 1);
            Estimate areas = RestrictedTime.FREE.difference(one, other, tau, 0.95);
            Estimate got = RestrictedTimeRegression.difference(ArmModel.of(times), 0, 1, tau, 0.95);
            if (areas.standardError().isPresent()) {
                assertThat(value(got.estimate())).isCloseTo(value(areas.estimate()), within(1e-11));
                assertThat(value(got.standardError().orElseThrow()))
                        .isCloseTo(value(areas.standardError().orElseThrow()), withinPercentage(25));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    /** Nobody censored: ordinary least squares with White's errors. */
    @Test
    void withoutCensoringItIsLeastSquares() {
        Random random = new Random(2);
        for (int seed = 1; seed <= 20; seed++) {
            List<Person> people = Lifetimes.uncensored(Lifetimes.people(seed, 2, 1, 1));
            double[] age = people.stream().mapToDouble(p -> random.nextInt(9)).toArray();
            Estimate got = RestrictedTimeRegression.difference(
                    ArmModel.of(Lifetimes.times(people), List.of("age"), new double[][] {age}), 0, 1, 10, 0.9);
            // By the theorem of Frisch, Waugh and Lovell: the arm less what age tells of it.
            int n = people.size();
            double[] arm =
                    people.stream().mapToDouble(p -> p.arm() == 0 ? 1 : 0).toArray();
            double[] y =
                    people.stream().mapToDouble(p -> Math.min(10, p.time())).toArray();
            double[] lean = residual(arm, age);
            double[] rest = residual(y, age);
            double squares =
                    IntStream.range(0, n).mapToDouble(i -> lean[i] * lean[i]).sum();
            double b = IntStream.range(0, n).mapToDouble(i -> lean[i] * rest[i]).sum() / squares;
            double middle = IntStream.range(0, n)
                    .mapToDouble(i -> StrictMath.pow(lean[i] * (rest[i] - lean[i] * b), 2))
                    .sum();
            assertThat(value(got.estimate())).isCloseTo(b, within(1e-11));
            assertThat(value(got.standardError().orElseThrow())).isCloseTo(Math.sqrt(middle) / squares, within(1e-11));
        }
    }

    /** What is left of a column beside a constant and another. */
    private static double[] residual(double[] column, double[] other) {
        int n = column.length;
        double m = IntStream.range(0, n).mapToDouble(i -> column[i]).average().orElseThrow();
        double o = IntStream.range(0, n).mapToDouble(i -> other[i]).average().orElseThrow();
        double slope = IntStream.range(0, n)
                        .mapToDouble(i -> (column[i] - m) * (other[i] - o))
                        .sum()
                / IntStream.range(0, n)
                        .mapToDouble(i -> (other[i] - o) * (other[i] - o))
                        .sum();
        return IntStream.range(0, n)
                .mapToDouble(i -> column[i] - m - slope * (other[i] - o))
                .toArray();
    }

    @Test
    void changingArmsRoundChangesTheSignAndNoOrderShows() {
        Random random = new Random(6);
        for (int seed = 1; seed <= 30; seed++) {
            List<Person> people = Lifetimes.people(seed, 3, 1, 1);
            double[] age =
                    people.stream().mapToDouble(p -> random.nextGaussian()).toArray();
            double tau = 5;
            Estimate one = of(people, age, 0, 1, tau);
            Estimate other = of(people, age, 1, 0, tau);
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, people.size()).boxed().toList());
            Collections.shuffle(order, random);
            Estimate shuffled = of(
                    order.stream().map(people::get).toList(),
                    order.stream().mapToDouble(i -> age[i]).toArray(),
                    0,
                    1,
                    tau);
            assertThat(shuffled).isEqualTo(one);
            if (one.standardError().isPresent()) {
                assertThat(value(other.estimate())).isCloseTo(-value(one.estimate()), within(1e-10));
                assertThat(value(other.lower())).isCloseTo(-value(one.upper()), within(1e-10));
                Estimate doubled = of(Lifetimes.at(people, t -> 2 * t), age, 0, 1, 2 * tau);
                assertThat(value(doubled.estimate())).isCloseTo(2 * value(one.estimate()), within(1e-10));
            }
        }
    }

    @Test
    void isKnownOnlyWithinFollowUp() {
        ArmModel model = ArmModel.of(Lifetimes.of("2 4 6+", "1 2 9+"));
        assertThat(RestrictedTimeRegression.difference(model, 0, 1, 7, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.BEYOND_FOLLOW_UP));
        assertThat(RestrictedTimeRegression.difference(model, 0, 1, 0.5, 0.95))
                .isEqualTo(Estimate.withoutLimits(0, Reason.NO_VARIANCE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RestrictedTimeRegression.difference(model, 0, 1, 0, 0.95))
                .withMessage("tau must be above 0 and finite, got 0.0");
    }

    private static Estimate of(List<Person> people, double[] age, int group, int reference, double tau) {
        return RestrictedTimeRegression.difference(
                ArmModel.of(Lifetimes.times(people), List.of("age"), new double[][] {age}),
                group,
                reference,
                tau,
                0.95);
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
