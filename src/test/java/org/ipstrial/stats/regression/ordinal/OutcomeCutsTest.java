package org.ipstrial.stats.regression.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ipstrial.stats.regression.Birthwt;
import org.junit.jupiter.api.Test;

/** At which levels or amounts the odds of being above are looked at. */
class OutcomeCutsTest {

    private static double[] cuts(double... outcome) {
        OutcomeCuts cuts = OutcomeCuts.of(outcome);
        return IntStream.range(0, cuts.count()).mapToDouble(cuts::at).toArray();
    }

    private static double[] upTo(int largest) {
        return IntStream.rangeClosed(1, largest).mapToDouble(i -> i).toArray();
    }

    @Test
    void fewLevelsAreAllCutsButTheHighest() {
        assertThat(cuts(3, 1, 0, 3, 1)).containsExactly(0, 1);
        assertThat(cuts(0, -0.0, 1)).containsExactly(0);
        assertThat(cuts(5, 5)).isEmpty();
        assertThat(cuts(upTo(21))).containsExactly(upTo(20));
    }

    /** Of 22: the 3rd, 5th, 7th, 9th, 11th, 14th, 16th, 18th and 20th. */
    @Test
    void manyLevelsAreCutAtDecilesThatSomebodyHas() {
        assertThat(cuts(upTo(22))).containsExactly(3, 5, 7, 9, 11, 14, 16, 18, 20);
        assertThat(cuts(upTo(30))).containsExactly(3, 6, 9, 12, 15, 18, 21, 24, 27);
    }

    /** R 4.2.2: quantile(bwt, 1:9/10, type = 1). */
    @Test
    void areThoseOfR() {
        assertThat(cuts(Birthwt.column("bwt"))).containsExactly(1970, 2325, 2495, 2778, 2977, 3175, 3374, 3629, 3884);
    }

    /** Sixty of a hundred with nothing: the first six deciles are one cut, above nothing. */
    @Test
    void decilesThatFallTogetherAreOneCut() {
        double[] hours = DoubleStream.concat(DoubleStream.generate(() -> 0).limit(60), Arrays.stream(upTo(40)))
                .toArray();
        assertThat(cuts(hours)).containsExactly(0, 10, 20, 30);
        OutcomeCuts cuts = OutcomeCuts.of(hours);
        assertThat(cuts.levels(new double[] {0, -0.0, 0.5, 10, 10.1, 30, 31, 40}))
                .containsExactly(0, 0, 1, 1, 2, 3, 4, 4);
        assertThat(cuts.above(new double[] {0, 10, 10.1}, 1)).containsExactly(0, 0, 1);
    }

    @Test
    void aDecileThatIsTheLargestIsNoCut() {
        double[] full = DoubleStream.concat(DoubleStream.generate(() -> 37.5).limit(70), Arrays.stream(upTo(30)))
                .toArray();
        assertThat(cuts(full)).containsExactly(10, 20, 30);
        double[] nearlyAll = DoubleStream.concat(
                        DoubleStream.generate(() -> 37.5).limit(300), Arrays.stream(upTo(25)))
                .toArray();
        assertThat(cuts(nearlyAll)).isEmpty();
    }

    @Test
    void onlyTheOrderOfAmountsCountsAndNotThatOfPeople() {
        double[] weights = Birthwt.column("bwt");
        double[] roots = Arrays.stream(weights).map(Math::sqrt).toArray();
        assertThat(OutcomeCuts.of(roots).levels(roots))
                .isEqualTo(OutcomeCuts.of(weights).levels(weights));
        double[] shuffled = weights.clone();
        Random random = new Random(5);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double kept = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = kept;
        }
        assertThat(cuts(shuffled)).isEqualTo(cuts(weights));
    }

    @Test
    void refusesNobodyAndWhatIsNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomeCuts.of(new double[0]))
                .withMessage("there must be somebody with an outcome");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomeCuts.of(new double[] {1, Double.NaN}))
                .withMessageContaining("outcome");
    }
}
