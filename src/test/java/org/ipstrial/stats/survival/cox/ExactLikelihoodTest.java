package org.ipstrial.stats.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.survival.Lifetimes;
import org.ipstrial.stats.survival.Lifetimes.Person;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.hazards.ArmModel;
import org.ipstrial.stats.survival.hazards.HazardRatio;
import org.junit.jupiter.api.Test;

class ExactLikelihoodTest {

    /**
     * Worked by hand in R survival's tests/book7.R: with r = exp(b) the logarithm of the likelihood is 2 (b - log(3 r + 3)), its
     * slope 2 / (r + 1) and its information 2 r / (r + 1)^2; it rises for ever.
     */
    @Test
    void isWhatBook7WorksOut() {
        CoxData data = CoxData.ofArms(Lifetimes.of("1 1+ 6", "9 6 8+"));
        for (double b : new double[] {0, 1, -2.5, 4}) {
            double r = StrictMath.exp(b);
            PartialLikelihood at = ExactLikelihood.at(data, new double[] {b});
            assertThat(at.value()).isCloseTo(2 * (b - StrictMath.log(3 * r + 3)), within(1e-14));
            assertThat(at.score()[0]).isCloseTo(2 / (r + 1), within(1e-14));
            assertThat(at.information()[0][0]).isCloseTo(2 * r / ((r + 1) * (r + 1)), within(1e-14));
        }
        assertThat(CoxFit.exact(data).reason()).contains(Reason.MONOTONE_LIKELIHOOD);
    }

    /** R 4.2.2 survival 3.5-3: coxph(Surv(time, status) ~ x, ties = "exact") of lung in quarters of a year. */
    @Test
    void agreesWithCoxphOnManyTies() {
        // The same by hand-made steps: 91 days each.
        CoxFit fit = CoxFit.exact(LungData.columns(91)).fit().orElseThrow();
        assertThat(fit.coefficients()[0]).isCloseTo(-0.60554756231760, within(1e-12));
        assertThat(fit.coefficients()[1]).isCloseTo(0.01926029992498, within(1e-13));
        assertThat(fit.variance()[0][0]).isCloseTo(0.0344480929184653, within(1e-13));
        assertThat(fit.variance()[1][1]).isCloseTo(0.0001032841059681, within(1e-15));
        assertThat(fit.logLikelihoodAtNull()).isCloseTo(-393.1932608301, within(1e-9));
        assertThat(fit.logLikelihood()).isCloseTo(-385.3625723153, within(1e-9));
    }

    /** ~ sex + age of lung as it is, with eps = 1e-13; stopped at its usual place coxph gives -.513863469638, 3e-9 away. */
    @Test
    void agreesWithCoxphOnLung() {
        CoxFit fit = CoxFit.exact(LungData.columns(1)).fit().orElseThrow();
        assertThat(fit.coefficients()[0]).isCloseTo(-0.51386347232814, within(1e-12));
        assertThat(fit.coefficients()[0]).isCloseTo(-.513863469638, within(5e-9));
        assertThat(fit.coefficients()[1]).isCloseTo(0.01706032368061, within(1e-13));
        assertThat(fit.coefficients()[1]).isCloseTo(.0170603236756, within(5e-11));
        assertThat(Math.sqrt(fit.variance()[0][0])).isCloseTo(0.167657856601187, within(1e-12));
        assertThat(fit.logLikelihood()).isCloseTo(-724.0163230954, within(1e-9));
    }

    /** Second route: every set of people at risk is counted out, late entries and strata included. */
    @Test
    void isTheSumOverAllSets() {
        Random random = new Random(5);
        for (int seed = 1; seed <= 40; seed++) {
            List<CoxRow> rows = new ArrayList<>();
            for (int i = 0; i < 11; i++) {
                int entry = random.nextInt(3);
                rows.add(new CoxRow(entry, entry + 1 + random.nextInt(3), random.nextInt(3) > 0, random.nextInt(4), 1));
            }
            for (double b : new double[] {0, 0.6, -1.1}) {
                PartialLikelihood at = ExactLikelihood.at(CoxRow.data(rows), new double[] {b});
                double h = 1e-5;
                assertThat(at.value()).isCloseTo(bySets(rows, b), within(1e-11));
                assertThat(at.score()[0])
                        .isCloseTo((bySets(rows, b + h) - bySets(rows, b - h)) / (2 * h), within(1e-7));
                assertThat(at.information()[0][0])
                        .isCloseTo(
                                (2 * bySets(rows, b) - bySets(rows, b + h) - bySets(rows, b - h)) / (h * h),
                                within(1e-3));
            }
        }
    }

    /** Whether it has a maximum is known beforehand: over every way in which four people can end at times 1 to 3. */
    @Test
    void knowsBeforehandWhetherThereIsAMaximum() {
        int some = 0;
        for (int code = 0; code < 6 * 6 * 6 * 6; code++) {
            List<CoxRow> rows = new ArrayList<>();
            for (int i = 0, rest = code; i < 4; i++, rest /= 6) {
                rows.add(new CoxRow(0, 1 + rest % 3, rest / 3 % 2 == 1, i % 2, 1));
            }
            double far = Math.max(bySets(rows, 40), bySets(rows, -40));
            double best = Double.NEGATIVE_INFINITY;
            for (double b = -8; b <= 8; b += 0.05) {
                best = Math.max(best, bySets(rows, b));
            }
            boolean fitted = CoxFit.exact(CoxRow.data(rows)).fit().isPresent();
            assertThat(fitted).as("code " + code).isEqualTo(best > far + 1e-6);
            some += fitted ? 1 : 0;
        }
        assertThat(some).isGreaterThan(40);
    }

    @Test
    void withoutTiesItIsTheOtherOnes() {
        for (int seed = 1; seed <= 40; seed++) {
            List<Person> people = Lifetimes.untied(Lifetimes.people(seed, 2, 2, 1), seed);
            Estimate exact = HazardRatio.exact().of(ArmModel.of(Lifetimes.times(people)), 0, 1, 0.95);
            Estimate efron = HazardRatio.wald(Ties.EFRON).of(ArmModel.of(Lifetimes.times(people)), 0, 1, 0.95);
            assertThat(exact).isEqualTo(efron);
        }
    }

    @Test
    void changingArmsRoundInvertsTheRatioAndNoOrderShows() {
        int compared = 0;
        for (int seed = 1; seed <= 60; seed++) {
            List<Person> people = Lifetimes.people(seed, 2, 2, 1);
            SurvivalTimes times = Lifetimes.times(people);
            Estimate one = HazardRatio.exact().of(ArmModel.of(times), 0, 1, 0.95);
            Estimate other = HazardRatio.exact().of(ArmModel.of(times.contrast(1, 0)), 0, 1, 0.95);
            if (one.estimate().ifEstimated().isPresent()) {
                assertThat(one.estimate().ifEstimated().getAsDouble()
                                * other.estimate().ifEstimated().getAsDouble())
                        .isCloseTo(1, within(1e-11));
                compared++;
            }
            SurvivalTimes shuffled = Lifetimes.times(Lifetimes.shuffled(people, seed));
            assertThat(HazardRatio.exact().of(ArmModel.of(shuffled), 0, 1, 0.95))
                    .isEqualTo(one);
        }
        assertThat(compared).isGreaterThan(50);
    }

    /** Five hundred of a thousand in one step are taken, one more is not; nothing overflows. */
    @Test
    void refusesMoreThanFiveHundredEventsAtOneTime() {
        CoxFit fit = CoxFit.exact(steps(1000, 500)).fit().orElseThrow();
        // 2 x 2 table of one step: the conditional odds ratio of 300 of 500 against 200 of 500, whose score is 0 there.
        PartialLikelihood at = ExactLikelihood.at(steps(1000, 500), fit.coefficients());
        assertThat(at.score()[0]).isCloseTo(0, within(1e-7));
        assertThat(StrictMath.exp(fit.coefficients()[0])).isBetween(2.2, 2.3);
        assertThat(CoxFit.exact(steps(1002, 501)).reason()).contains(Reason.TOO_LARGE_FOR_EXACT);
        assertThat(HazardRatio.exact()
                        .of(ArmModel.of(times(1002, 501)), 0, 1, 0.95)
                        .estimate()
                        .ifEstimated())
                .isEmpty();
    }

    private static CoxData steps(int people, int events) {
        return CoxData.ofArms(times(people, events));
    }

    /** Half of the people in each arm; three fifths of the events in the first, all at time 1. */
    private static SurvivalTimes times(int people, int events) {
        int[] causes = new int[people];
        int[] arms = new int[people];
        int first = events * 3 / 5;
        for (int i = 0; i < people; i++) {
            arms[i] = i < people / 2 ? 0 : 1;
            int place = i < people / 2 ? i : i - people / 2;
            causes[i] = place < (arms[i] == 0 ? first : events - first) ? 1 : 0;
        }
        double[] time = new double[people];
        Arrays.fill(time, 1);
        return SurvivalTimes.of(time, causes, arms);
    }

    private static double bySets(List<CoxRow> rows, double b) {
        double value = 0;
        double[] times = rows.stream()
                .filter(CoxRow::event)
                .mapToDouble(CoxRow::time)
                .distinct()
                .toArray();
        for (double time : times) {
            List<CoxRow> atRisk = rows.stream()
                    .filter(row -> row.entry() < time && row.time() >= time)
                    .toList();
            List<CoxRow> events = atRisk.stream()
                    .filter(row -> row.event() && row.time() == time)
                    .toList();
            value += b * events.stream().mapToDouble(CoxRow::x).sum();
            double sum = 0;
            for (int set = 0; set < 1 << atRisk.size(); set++) {
                if (Integer.bitCount(set) == events.size()) {
                    int chosen = set;
                    sum += StrictMath.exp(b
                            * IntStream.range(0, atRisk.size())
                                    .filter(i -> (chosen >> i & 1) == 1)
                                    .mapToDouble(i -> atRisk.get(i).x())
                                    .sum());
                }
            }
            value -= StrictMath.log(sum);
        }
        return value;
    }
}
