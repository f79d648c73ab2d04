package org.ipstrial.stats.meta.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.meta.StudyEffects;
import org.junit.jupiter.api.Test;

/** Whether too many studies are significant; the printed values are reference values. */
class ExcessSignificanceTest {

    private static final double[] Y = {0.1, 0.62, -0.3, 0.9, 0.45, 1.4, 0.2};
    private static final double[] V = {0.01, 0.08, 0.05, 0.2, 0.04, 0.3, 0.02};

    private static StudyEffects effects() {
        return StudyEffects.of(Y, V);
    }

    private static double p(ExcessSignificance found) {
        return found.test().pValue().ifEstimated().orElseThrow();
    }

    /** A second route: by the formulas, the exact p-value from every set of studies. */
    @Test
    void byEverySetOfStudies() {
        NormalDistribution normal = new NormalDistribution(0, 1);
        double critical = normal.inverseCumulativeProbability(0.975);
        double weights = Arrays.stream(V).map(v -> 1 / v).sum();
        double mean = IntStream.range(0, 7).mapToDouble(i -> Y[i] / V[i]).sum() / weights;
        double[] power = Arrays.stream(V)
                .map(v -> normal.cumulativeProbability(mean / Math.sqrt(v) - critical)
                        + normal.cumulativeProbability(-critical - mean / Math.sqrt(v)))
                .toArray();
        int observed = (int) IntStream.range(0, 7)
                .filter(i -> Math.abs(Y[i]) / Math.sqrt(V[i]) >= critical)
                .count();
        double expected = Arrays.stream(power).sum();
        double exact = 0;
        for (int set = 0; set < 1 << 7; set++) {
            double probability = 1;
            for (int i = 0; i < 7; i++) {
                probability *= (set >> i & 1) == 1 ? power[i] : 1 - power[i];
            }
            exact += Integer.bitCount(set) >= observed ? probability : 0;
        }
        ExcessSignificance found = ExcessSignificance.exact(effects());
        assertThat(observed).isEqualTo(4);
        assertThat(found.observed()).isEqualTo(observed);
        assertThat(found.expected()).isCloseTo(expected, within(1e-12));
        assertThat(p(found)).isCloseTo(exact, within(1e-12));
        assertThat(p(ExcessSignificance.binomial(effects())))
                .isCloseTo(
                        1 - new BinomialDistribution(7, expected / 7).cumulativeProbability(observed - 1),
                        within(1e-12));
        ExcessSignificance chi = ExcessSignificance.chiSquared(effects());
        double apart = observed - expected;
        double statistic = apart * apart / expected + apart * apart / (7 - expected);
        assertThat(chi.test().statistic().orElseThrow()).isCloseTo(statistic, within(1e-12));
        assertThat(p(chi)).isCloseTo(1 - normal.cumulativeProbability(Math.sqrt(statistic)), within(1e-12));
    }

    /** Fewer than expected: no excess, so that the one-sided p-value is above one half. */
    @Test
    void fewerThanExpectedIsNoExcess() {
        StudyEffects none = StudyEffects.of(new double[] {0.3, 0.3, 0.3}, new double[] {0.0256, 0.0256, 0.0256});
        ExcessSignificance found = ExcessSignificance.chiSquared(none);
        assertThat(found.observed()).isZero();
        assertThat(found.expected()).isGreaterThan(1);
        assertThat(p(found)).isGreaterThan(0.5);
        assertThat(p(ExcessSignificance.exact(none))).isEqualTo(1);
        assertThat(p(ExcessSignificance.binomial(none))).isEqualTo(1);
    }

    @Test
    void signAndOrderChangeNoDigit() {
        StudyEffects turned = StudyEffects.of(Arrays.stream(Y).map(y -> -y).toArray(), V);
        StudyEffects reversed = StudyEffects.of(
                IntStream.range(0, 7).mapToDouble(i -> Y[6 - i]).toArray(),
                IntStream.range(0, 7).mapToDouble(i -> V[6 - i]).toArray());
        assertThat(ExcessSignificance.exact(turned)).isEqualTo(ExcessSignificance.exact(effects()));
        assertThat(ExcessSignificance.exact(reversed)).isEqualTo(ExcessSignificance.exact(effects()));
        assertThat(ExcessSignificance.chiSquared(reversed)).isEqualTo(ExcessSignificance.chiSquared(effects()));
    }

    /** All but certain to be significant: the share has no variance, and the others' p-value is 1. */
    @Test
    void certainPower() {
        StudyEffects certain = StudyEffects.of(new double[] {100, 100}, new double[] {1e-6, 1e-6});
        assertThat(ExcessSignificance.chiSquared(certain).test())
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertThat(p(ExcessSignificance.binomial(certain))).isEqualTo(1);
        assertThat(p(ExcessSignificance.exact(certain))).isEqualTo(1);
    }
}
