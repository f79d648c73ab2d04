package org.ipstrial.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.ipstrial.stats.rank.HodgesLehmannTest.arms;
import static org.ipstrial.stats.rank.HodgesLehmannTest.asymptotic;
import static org.ipstrial.stats.rank.HodgesLehmannTest.differences;
import static org.ipstrial.stats.rank.HodgesLehmannTest.distribution;
import static org.ipstrial.stats.rank.HodgesLehmannTest.half;
import static org.ipstrial.stats.rank.HodgesLehmannTest.hours;
import static org.ipstrial.stats.rank.HodgesLehmannTest.small;
import static org.ipstrial.stats.rank.HodgesLehmannTest.wins;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSamples;
import org.junit.jupiter.api.Test;

/** Tests of a shift, against all pairs and all allocations. */
class HodgesLehmannShiftTest {

    /** Of every shift between, at and beyond the differences: pairs counted one by one, W* over every allocation. */
    @Test
    void theTestOfAShiftIsTheShareOfAllAllocations() {
        for (TwoSamples samples : small()) {
            if (!PairDifferences.of(samples).spread()) {
                continue;
            }
            double[] all = distribution(samples);
            double half = half(samples);
            for (double shift : new double[] {-9, -2, -1, -0.5, 0, 0.5, 1, 3}) {
                long above = count(differences(samples), d -> d > shift);
                long atLeast = count(differences(samples), d -> d >= shift);
                double off = Math.max(0, Math.max(above - half, half - atLeast));
                assertTest(samples, shift, Alternative.GREATER, share(all, w -> w >= above));
                assertTest(samples, shift, Alternative.LESS, share(all, w -> w <= atLeast));
                assertTest(samples, shift, Alternative.TWO_SIDED, share(all, w -> Math.abs(w - half) >= off));
            }
        }
    }

    private static void assertTest(TwoSamples samples, double shift, Alternative alternative, double p) {
        TestResult test = HodgesLehmannExact.INSTANCE.test(samples, shift, alternative);
        assertThat(test.statistic()).hasValue(wins(samples, shift));
        assertThat(test.pValue().ifEstimated().orElseThrow()).isCloseTo(p, within(1e-14));
    }

    private static double share(double[] all, DoublePredicate far) {
        return count(all, far) / (double) all.length;
    }

    private static long count(double[] values, DoublePredicate counted) {
        return Arrays.stream(values).filter(counted).count();
    }

    /** The same with the normal distribution: half a pair nearer, and tied pairs against the alternative. */
    @Test
    void theApproximateTestOfAShiftCountsTiedPairsAgainstTheAlternative() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (TwoSamples samples : hours()) {
            if (!PairDifferences.of(samples).spread()) {
                continue;
            }
            double sd = Math.sqrt(MannWhitneyTest.variance(samples));
            for (double shift : new double[] {-3.25, 0, 0.1, 4}) {
                long above = count(differences(samples), d -> d > shift);
                long atLeast = count(differences(samples), d -> d >= shift);
                double greater = normal.survivalProbability((above - half(samples) - 0.5) / sd);
                double less = normal.cumulativeProbability((atLeast - half(samples) + 0.5) / sd);
                TestResult test = HodgesLehmannAsymptotic.test(samples, shift, Alternative.GREATER);

                assertThat(test.statistic()).hasValue(wins(samples, shift));
                assertThat(p(test)).isCloseTo(greater, within(1e-14));
                assertThat(p(HodgesLehmannAsymptotic.test(samples, shift, Alternative.LESS)))
                        .isCloseTo(less, within(1e-14));
                assertThat(p(HodgesLehmannAsymptotic.test(samples, shift, Alternative.TWO_SIDED)))
                        .isCloseTo(Math.min(1, 2 * Math.min(greater, less)), within(1e-14));
            }
        }
    }

    private static double p(TestResult test) {
        return test.pValue().ifEstimated().orElseThrow();
    }

    @Test
    void shiftsWithoutSpreadOrOfTooManyAreNotTested() {
        TwoSamples alike = arms("5 5", "3 3 3");
        double[] many = new double[250];
        many[3] = 1;

        assertThat(HodgesLehmannExact.INSTANCE.test(alike, 1, Alternative.GREATER))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertThat(HodgesLehmannAsymptotic.test(alike, 1, Alternative.GREATER))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertThat(HodgesLehmannExact.INSTANCE.test(new TwoSamples(many, many), 1, Alternative.LESS))
                .isEqualTo(TestResult.notEstimable(Reason.TOO_LARGE_FOR_EXACT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asymptotic(alike, 1))
                .withMessage("level must lie strictly between 0 and 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HodgesLehmannExact.INSTANCE.of(alike, 95, Alternative.GREATER, Samples.resampling()))
                .withMessage("level must lie strictly between 0 and 1, got 95.0");
    }
}
