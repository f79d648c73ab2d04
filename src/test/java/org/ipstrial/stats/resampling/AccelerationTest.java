package org.ipstrial.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ipstrial.stats.Samples;
import org.junit.jupiter.api.Test;

class AccelerationTest {

    private static final double[] NONE = {0, 0};

    /** u = 3/4, -1/4, -1/4, -1/4: sums 3/4 and 3/8, and (3/8) / (6 (3/4)^(3/2)) = 1 / (6 sqrt 3). */
    @Test
    void ofOneArmByHand() {
        double[] influences = {3, -1, -1, -1};

        assertThat(Acceleration.of(influences, NONE)).isCloseTo(1 / (6 * Math.sqrt(3)), within(1e-16));
        assertThat(Acceleration.of(NONE, influences)).isCloseTo(1 / (6 * Math.sqrt(3)), within(1e-16));
    }

    /**
     * u = 4/2, -4/2 of two people and 6/3, -3/3, -3/3 of three: squares 8 + 6, cubes 0 + 6, a = 6 / (6 14^(3/2)). Without the
     * arms' sizes it would be (216 - 54) / (6 (32 + 54)^(3/2)).
     */
    @Test
    void peopleOfASmallArmCountMore() {
        double a = Acceleration.of(new double[] {4, -4}, new double[] {6, -3, -3});

        assertThat(a).isCloseTo(1 / (14 * Math.sqrt(14)), within(1e-16));
        assertThat(Acceleration.of(new double[] {6, -3, -3}, new double[] {4, -4}))
                .isEqualTo(a);
        assertThat(Acceleration.of(new double[] {-4, 4}, new double[] {-6, 3, 3}))
                .isEqualTo(-a);
    }

    @Test
    void oneInfluenceAloneIsTheMostThereIs() {
        assertThat(Acceleration.of(new double[] {0, 5, 0}, NONE)).isEqualTo(1 / 6.0);
        assertThat(Acceleration.of(NONE, new double[] {0, -5, 0})).isEqualTo(-1 / 6.0);
        assertThat(Acceleration.of(NONE, NONE)).isZero();
    }

    /** The unit of the statistic changes nothing, at the ends of the doubles either. */
    @Test
    void noUnitMattersNorDoesItOverflow() {
        double[] group = {3, -1, -1, -1};
        double[] reference = {8, -2, -2, -4};
        double a = Acceleration.of(group, reference);

        for (double unit : new double[] {0x1p-1000, 0x1p-3, 0x1p1000}) {
            assertThat(Acceleration.of(Samples.linear(group, unit, 0), Samples.linear(reference, unit, 0)))
                    .isEqualTo(a);
        }
    }
}
