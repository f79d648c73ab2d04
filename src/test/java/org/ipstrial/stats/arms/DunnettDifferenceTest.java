package org.ipstrial.stats.arms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.StudentDifference;
import org.ipstrial.stats.location.StudentTest;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.multiplicity.Dunnett;
import org.ipstrial.stats.resampling.RandomStreams;
import org.ipstrial.stats.resampling.Resampling;
import org.junit.jupiter.api.Test;

class DunnettDifferenceTest {

    private static final DunnettDifference DUNNETT = new DunnettDifference();
    private static final Resampling NONE = new Resampling(1, RandomStreams.of(1, List.of()), 1);

    private static final double STEEP_TWO_SIDED = 0.03269628780535363;
    private static final double STEEP_GREATER = 0.016348143902676814;

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }

    private static double[] amounts(SplittableRandom random, int n) {
        return random.doubles(n).map(x -> StrictMath.rint(x * 100) / 4).toArray();
    }

    @Test
    void withOneArmBesidesTheControlItIsStudents() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 100; trial++) {
            double[] group = amounts(random, 2 + random.nextInt(9));
            double[] control = amounts(random, 2 + random.nextInt(9));
            AgainstControl one = new AgainstControl(group, List.of(), control);
            TwoSamples two = new TwoSamples(group, control);
            Estimate student = StudentDifference.of(two, 0.9, NONE);
            Estimate dunnett = DUNNETT.of(one, 0.9, Alternative.TWO_SIDED);
            assertThat(dunnett.estimate()).isEqualTo(student.estimate());
            assertThat(value(dunnett.lower())).isCloseTo(value(student.lower()), within(1e-11));
            assertThat(value(dunnett.upper())).isCloseTo(value(student.upper()), within(1e-11));
            for (Alternative side : Alternative.values()) {
                TestResult of = DUNNETT.test(one, 0, side);
                TestResult its = StudentTest.of(two, side);
                assertThat(of.statistic().orElseThrow())
                        .isCloseTo(its.statistic().orElseThrow(), within(1e-13));
                assertThat(of.df()).isEqualTo(its.df());
                assertThat(value(of.pValue())).isCloseTo(value(its.pValue()), within(1e-13));
            }
        }
    }

    /** Limits leave out a difference exactly where its adjusted p-value is below the tail; wider and larger than one alone. */
    @Test
    void limitsAndTestsGoTogether() {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 12; trial++) {
            AgainstControl arms = new AgainstControl(
                    amounts(random, 4 + random.nextInt(9)),
                    List.of(amounts(random, 5), amounts(random, 9)),
                    amounts(random, 4 + random.nextInt(30)));
            Estimate both = DUNNETT.of(arms, 0.95, Alternative.TWO_SIDED);
            Estimate greater = DUNNETT.of(arms, 0.95, Alternative.GREATER);
            Estimate less = DUNNETT.of(arms, 0.95, Alternative.LESS);
            assertThat(p(arms, value(both.lower()), Alternative.TWO_SIDED)).isCloseTo(0.05, within(1e-10));
            assertThat(p(arms, value(both.upper()), Alternative.TWO_SIDED)).isCloseTo(0.05, within(1e-10));
            assertThat(p(arms, value(greater.lower()), Alternative.GREATER)).isCloseTo(0.05, within(1e-10));
            assertThat(p(arms, value(less.upper()), Alternative.LESS)).isCloseTo(0.05, within(1e-10));
            assertThat(value(greater.lower())).isGreaterThan(value(both.lower()));
            double t = DUNNETT.test(arms, 0, Alternative.TWO_SIDED).statistic().orElseThrow();
            double alone = 2
                    * TDistribution.of(DUNNETT.test(arms, 0, Alternative.TWO_SIDED)
                                    .df()
                                    .orElseThrow())
                            .survivalProbability(Math.abs(t));
            assertThat(p(arms, 0, Alternative.TWO_SIDED)).isBetween(alone, Math.min(1, 3 * alone));
        }
    }

    private static double p(AgainstControl arms, double effect, Alternative side) {
        return value(DUNNETT.test(arms, effect, side).pValue());
    }

    @Test
    void theOrderOfTheOtherArmsIsOfNoAccountAndASignTurnsItRound() {
        SplittableRandom random = new SplittableRandom(3);
        double[] group = amounts(random, 6);
        double[] one = amounts(random, 9);
        double[] two = amounts(random, 4);
        double[] control = amounts(random, 11);
        AgainstControl arms = new AgainstControl(group, List.of(one, two), control);
        AgainstControl turned = new AgainstControl(group, List.of(two, one), control);
        AgainstControl negative =
                new AgainstControl(negated(group), List.of(negated(one), negated(two)), negated(control));

        assertThat(p(arms, 0, Alternative.GREATER)).isCloseTo(p(turned, 0, Alternative.GREATER), within(1e-14));
        assertThat(p(arms, 1, Alternative.GREATER)).isCloseTo(p(negative, -1, Alternative.LESS), within(1e-14));
    }

    private static double[] negated(double[] amounts) {
        return Arrays.stream(amounts).map(x -> -x).toArray();
    }

    /**
     * An arm much larger than the control, whose chance falls steeply: the loading is above 0.99. Numbers of an independent
     * sum over 400 by 6000 points (NumPy).
     */
    @Test
    void keepsItsDigitsWhereAnArmIsMuchLargerThanTheControl() {
        Dunnett steep = Dunnett.ofArms(5, 500, 300);

        assertThat(steep.pValue(2.2, Alternative.TWO_SIDED)).isCloseTo(STEEP_TWO_SIDED, within(1e-9));
        assertThat(steep.pValue(2.2, Alternative.GREATER)).isCloseTo(STEEP_GREATER, within(1e-9));
    }

    @Test
    void withoutVarianceThereIsADifferenceAlone() {
        AgainstControl single = new AgainstControl(new double[] {3}, List.of(new double[] {1, 2}), new double[] {1, 2});
        AgainstControl constant =
                new AgainstControl(new double[] {3, 3}, List.of(new double[] {1, 1}), new double[] {2, 2});

        Estimate one = DUNNETT.of(single, 0.95, Alternative.TWO_SIDED);
        assertThat(value(one.estimate())).isEqualTo(1.5);
        assertThat(one.lower()).isEqualTo(Quantity.notEstimable(Reason.FEWER_THAN_TWO));
        Estimate none = DUNNETT.of(constant, 0.95, Alternative.TWO_SIDED);
        assertThat(value(none.estimate())).isEqualTo(1);
        assertThat(none.upper()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(DUNNETT.test(constant, 0, Alternative.LESS)).isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
    }

    @Test
    void refusesALevelThatIsNoFractionAndAnEmptyArm() {
        AgainstControl arms = new AgainstControl(new double[] {3, 4}, List.of(), new double[] {1, 2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DUNNETT.of(arms, 95, Alternative.TWO_SIDED))
                .withMessage("level must lie strictly between 0 and 1, got 95.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgainstControl(new double[] {3}, List.of(new double[0]), new double[] {1}))
                .withMessage("each arm must have at least one amount, got an arm with none");
    }
}
