package org.ipstrial.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurvivalTimesTest {

    private static final int[] ONE = {1};
    private static final int[] FIRST = {0};

    @Test
    void refusesWhatIsNotATime() {
        for (double time : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, -0.001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SurvivalTimes.of(new double[] {time}, ONE, FIRST))
                    .withMessage("a time must be finite and not negative, got " + time);
        }
    }

    /** 400 days over 365.25 is not the same number in every program, and would split ties. */
    @Test
    void refusesTimesThatAreNoDecimals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurvivalTimes.of(new double[] {400 / 365.25}, ONE, FIRST))
                .withMessage("times must be decimal numbers of at most nine places");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurvivalTimes.of(new double[] {0.1 + 0.2}, ONE, FIRST))
                .withMessage("times must be decimal numbers of at most nine places");
    }

    @Test
    void refusesLengthsThatDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurvivalTimes.of(new double[] {1, 2}, ONE, FIRST))
                .withMessage("times, causes, arms and strata must be as many, got 2, 1, 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurvivalTimes.of(new double[0], new int[0], new int[0]))
                .withMessage("times must be of at least one person, got none");
    }

    @Test
    void refusesNegativeNumbersAndEmptyArms() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurvivalTimes.of(new double[] {1}, new int[] {-1}, FIRST))
                .withMessage("cause must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurvivalTimes.of(new double[] {1}, ONE, new int[] {-2}))
                .withMessage("arm must not be negative, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurvivalTimes.of(new double[] {1}, ONE, FIRST, new int[] {-3}))
                .withMessage("stratum must not be negative, got -3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurvivalTimes.of(new double[] {1, 1}, new int[] {1, 1}, new int[] {0, 2}))
                .withMessage("each arm must have somebody, arm 1 has nobody");
    }

    @Test
    void keepsNothingOfTheArraysThatItWasGiven() {
        double[] times = {3, 4};
        int[] causes = {1, 0};
        int[] arms = {0, 1};
        SurvivalTimes made = SurvivalTimes.of(times, causes, arms);
        times[0] = 9;
        causes[0] = 0;
        arms[0] = 1;

        assertThat(made.time(0)).isEqualTo(3);
        assertThat(made.cause(0)).isEqualTo(1);
        assertThat(made.arm(0)).isZero();
    }

    /** Somebody censored at a time of events was at risk of them. */
    @Test
    void countsWhoIsAtRisk() {
        RiskTable table = Lifetimes.of("2 2+ 5b 7+", "2 3+ -0").table();

        assertThat(table.size()).isEqualTo(5);
        assertThat(table.time(0)).isEqualTo(0);
        assertThat(table.atRisk(0, 1)).isEqualTo(4);
        assertThat(table.atRisk(1)).isEqualTo(6);
        assertThat(table.events(1)).isEqualTo(2);
        assertThat(table.ended(0, 2, 3)).isEqualTo(1);
        assertThat(table.ended(0, 9, 3)).isZero();
        assertThat(table.atRiskAt(0, 2)).isEqualTo(4);
        assertThat(table.atRiskAt(0, 2.5)).isEqualTo(2);
        assertThat(table.atRiskAt(0, 7)).isEqualTo(1);
        assertThat(table.atRiskAt(0, 7.1)).isZero();
        assertThat(table.eventsBy(0, 5)).isEqualTo(2);
        assertThat(table.lastTime(1)).isEqualTo(3);
    }

    /** Against counting each person for each time. */
    @Test
    void countsAsOneWouldByHand() {
        for (int seed = 1; seed <= 40; seed++) {
            List<Lifetimes.Person> people = Lifetimes.people(seed, 2, 3, 2);
            List<RiskTable> tables = Lifetimes.times(people).tables();
            List<Integer> strata = people.stream()
                    .map(Lifetimes.Person::stratum)
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(tables).hasSameSizeAs(strata);
            for (int s = 0; s < tables.size(); s++) {
                RiskTable table = tables.get(s);
                int stratum = strata.get(s);
                for (int k = 0; k < table.size(); k++) {
                    double time = table.time(k);
                    for (int arm = 0; arm < 2; arm++) {
                        int a = arm;
                        assertThat((long) table.atRisk(arm, k))
                                .isEqualTo(people.stream()
                                        .filter(p -> p.stratum() == stratum && p.arm() == a && p.time() >= time)
                                        .count());
                        assertThat((long) table.events(arm, k))
                                .isEqualTo(people.stream()
                                        .filter(p -> p.stratum() == stratum
                                                && p.arm() == a
                                                && p.time() == time
                                                && p.cause() > 0)
                                        .count());
                    }
                }
            }
        }
    }

    @Test
    void turnsCausesIntoOneAnother() {
        SurvivalTimes times = Lifetimes.of("2 2+ 5b");

        assertThat(causes(times.ofCause(2))).containsExactly(0, 0, 1);
        assertThat(causes(times.ofAnyCause())).containsExactly(1, 0, 1);
        assertThat(causes(times.causeAgainstOthers(2))).containsExactly(2, 0, 1);
        assertThat(causes(times.reversed())).containsExactly(0, 1, 0);
    }

    @Test
    void takesTwoArmsOutOfThree() {
        SurvivalTimes two = Lifetimes.of("1 2", "3 4+", "5").contrast(2, 0);

        assertThat(two.arms()).isEqualTo(2);
        assertThat(two.size()).isEqualTo(3);
        assertThat(two.arm(0)).isEqualTo(1);
        assertThat(two.arm(2)).isZero();
        assertThat(two.time(2)).isEqualTo(5);
    }

    private static int[] causes(SurvivalTimes times) {
        int[] causes = new int[times.size()];
        Arrays.setAll(causes, times::cause);
        return causes;
    }
}
