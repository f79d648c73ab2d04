package org.ipstrial.stats.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FixedSequenceTest {

    /**
     * Worked by hand: at 0.05 the first two are rejected, the third is not, and the fourth is not tested though its p-value is
     * the smallest. So tests the graph of Bretz and others (2009) that hands all of alpha from each hypothesis to the next.
     */
    @Test
    void isTheRunningMaximum() {
        assertThat(FixedSequence.adjust(new double[] {0.01, 0.03, 0.06, 0.001}))
                .containsExactly(0.01, 0.03, 0.06, 0.06);
        assertThat(FixedSequence.adjust(new double[] {0.2, 0.001, 0.3, 0.25})).containsExactly(0.2, 0.2, 0.3, 0.3);
        assertThat(FixedSequence.adjust(new double[] {0.04})).containsExactly(0.04);
        assertThat(FixedSequence.adjust(new double[0])).isEmpty();
    }

    /** The closed test in which every intersection is tested by the first of its hypotheses gives the same. */
    @Test
    void isAClosedTest() {
        SplittableRandom random = new SplittableRandom(6);
        for (int trial = 0; trial < 500; trial++) {
            double[] p = random.doubles(1 + random.nextInt(6)).toArray();
            double[] adjusted = FixedSequence.adjust(p);
            for (int i = 0; i < p.length; i++) {
                double largest = 0;
                for (int set = 1; set < 1 << p.length; set++) {
                    if ((set & 1 << i) != 0) {
                        largest = Math.max(largest, p[Integer.numberOfTrailingZeros(set)]);
                    }
                }
                assertThat(adjusted[i]).isEqualTo(largest);
            }
        }
    }

    /** An adjusted p-value is at most alpha exactly where testing step by step rejects. */
    @Test
    void rejectsAsTestingStepByStepDoes() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 2_000; trial++) {
            double[] p = random.doubles(5).map(x -> x / 8).toArray();
            double[] adjusted = FixedSequence.adjust(p);
            boolean open = true;
            for (int i = 0; i < p.length; i++) {
                open &= p[i] <= 0.05;
                assertThat(adjusted[i] <= 0.05).isEqualTo(open);
                assertThat(adjusted[i]).isGreaterThanOrEqualTo(p[i]);
                assertThat(i == 0 || adjusted[i] >= adjusted[i - 1]).isTrue();
            }
            double[] smaller = Arrays.stream(p).map(x -> x / 2).toArray();
            double[] less = FixedSequence.adjust(smaller);
            for (int i = 0; i < p.length; i++) {
                assertThat(less[i]).isLessThanOrEqualTo(adjusted[i]);
            }
        }
    }

    /**
     * Independent tests of which some are of true hypotheses: a false rejection needs the first true one to be rejected, so that
     * there is one in no more than alpha of trials, whatever the others.
     */
    @Test
    void guardsTheFamily() {
        SplittableRandom random = new SplittableRandom(8);
        int falseOnes = 0;
        int trials = 40_000;
        for (int trial = 0; trial < trials; trial++) {
            // The first and the third are false, and mostly rejected; the second and the fourth are true.
            double[] p = {random.nextDouble() / 50, random.nextDouble(), random.nextDouble() / 50, random.nextDouble()};
            double[] adjusted = FixedSequence.adjust(p);
            if (adjusted[1] <= 0.05 || adjusted[3] <= 0.05) {
                falseOnes++;
            }
        }
        // Three standard errors of a share of 0.05 above it.
        assertThat((double) falseOnes / trials).isBetween(0.045, 0.0533);
    }

    @Test
    void refusesWhatIsNoPValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedSequence.adjust(new double[] {0.5, 1.5}))
                .withMessage("a p-value must lie from 0 to 1, got 1.5");
    }
}
