package org.ipstrial.stats.imputation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipstrial.stats.resampling.RandomStreams;
import org.junit.jupiter.api.Test;

/** Who is beyond all donors, and which of those with one prediction is drawn; the five nearest stand in EnginesTest. */
class DonorsTest {

    private static final RandomStreams STREAMS = RandomStreams.of(20120101, List.of("donors"));

    private static Variates random(int replicate) {
        return new Variates(STREAMS.replicate(replicate));
    }

    @Test
    void beyondIsAboveAllOrBelowAll() {
        Donors donors = Donors.of(new double[] {3, 1, 2}, 5);

        assertThat(donors.areBeyond(1)).isFalse();
        assertThat(donors.areBeyond(3)).isFalse();
        assertThat(donors.areBeyond(2.5)).isFalse();
        assertThat(donors.areBeyond(Math.nextDown(1.0))).isTrue();
        assertThat(donors.areBeyond(Math.nextUp(3.0))).isTrue();
    }

    /** The number drawn counts people of one prediction as they stood, so that an imputation can be drawn again. */
    @Test
    void peopleWithOnePredictionStayInTheirOrder() {
        Donors donors = Donors.of(new double[] {1, 0, 1, 0, 1, 1, 0}, 4);
        int[] ones = {0, 2, 4, 5};
        int[] zeros = {1, 3, 6};
        for (int replicate = 0; replicate < 40; replicate++) {
            Variates random = random(replicate);
            random.below(4);
            assertThat(donors.near(1, random(replicate))).isEqualTo(ones[random.below(4)]);
        }
        // Three are nearer than the fourth, which is any of those with 1.
        for (int replicate = 0; replicate < 40; replicate++) {
            Variates random = random(replicate);
            int drawn = random.below(4);
            assertThat(donors.near(-1, random(replicate))).isEqualTo(drawn < 3 ? zeros[drawn] : ones[random.below(4)]);
        }
    }

    /** One on either side as far: the lower is the first of the two. */
    @Test
    void thoseBelowComeBeforeThoseAbove() {
        Donors donors = Donors.of(new double[] {9, 5, 4, 6, 1}, 2);
        int[] tied = {2, 3};
        boolean[] seen = new boolean[2];
        for (int replicate = 0; replicate < 40; replicate++) {
            Variates random = random(replicate);
            int drawn = random.below(2);
            int place = drawn < 1 ? -1 : random.below(2);
            assertThat(donors.near(5, random(replicate))).isEqualTo(place < 0 ? 1 : tied[place]);
            if (place >= 0) {
                seen[place] = true;
            }
        }
        assertThat(seen).containsOnly(true);
    }
}
