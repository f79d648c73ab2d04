package org.ipstrial.stats.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.missing.LeeBounds.Bounds;
import org.ipstrial.stats.missing.LeeBounds.Selected;
import org.junit.jupiter.api.Test;

class LeeBoundsTest {

    private static final Selected MORE = new Selected(new double[] {10, 12, 15, 20, 22, 30, 31, 40}, 10);
    private static final Selected FEWER = new Selected(new double[] {8, 11, 14, 19, 25}, 10);

    /**
     * Earnings of those with any in the supported work demonstration. R 4.2.2 with the formula written out; 2,000 bootstrap
     * samples in R give standard errors of 806 and 958 for 784 and 1022.
     */
    @Test
    void earningsOfSupportedWork() throws IOException {
        Selected group = selected("supported work");
        Selected reference = selected("control");

        Bounds bounds = LeeBounds.of(group, reference, 0.95);

        assertThat(bounds.ofGroup()).isTrue();
        assertThat(bounds.trimmed()).isCloseTo(0.146153846153846, within(1e-14));
        assertThat(bounds.lower().estimate()).isCloseTo(-1142.28866151866, within(1e-9));
        assertThat(bounds.lower().standardError()).isCloseTo(783.743720385684, within(1e-9));
        assertThat(bounds.upper().estimate()).isCloseTo(2621.20135778636, within(1e-9));
        assertThat(bounds.upper().standardError()).isCloseTo(1021.84422210146, within(1e-9));
        assertThat(bounds.low()).isCloseTo(-2431.43274012049, within(1e-6));
        assertThat(bounds.high()).isCloseTo(4301.98602490604, within(1e-6));
    }

    private static Selected selected(String arm) throws IOException {
        double[] earnings = Files.readAllLines(Path.of("sample-data/supported-work/participants.csv")).stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[1].equals(arm))
                .mapToDouble(cells -> Double.parseDouble(cells[11]))
                .toArray();
        return new Selected(
                java.util.Arrays.stream(earnings).filter(value -> value > 0).toArray(), earnings.length);
    }

    @Test
    void armsChangedRoundChangeRoundTheBounds() {
        Bounds one = LeeBounds.of(MORE, FEWER, 0.9);
        Bounds other = LeeBounds.of(FEWER, MORE, 0.9);
        assertThat(one.ofGroup()).isTrue();
        assertThat(other.ofGroup()).isFalse();
        assertThat(other.lower().estimate()).isEqualTo(-one.upper().estimate());
        assertThat(other.upper().estimate()).isEqualTo(-one.lower().estimate());
        assertThat(other.low()).isCloseTo(-one.high(), within(1e-12));
        assertThat(other.high()).isCloseTo(-one.low(), within(1e-12));
        assertThat(other.trimmed()).isEqualTo(one.trimmed());
    }

    /** Of shares that are alike nothing is trimmed: both bounds are the difference, and the interval is the normal one. */
    @Test
    void withSharesAlikeTheBoundsMeet() {
        Selected reference = new Selected(new double[] {8, 11, 14, 19, 25, 26, 30, 31}, 10);
        Bounds bounds = LeeBounds.of(MORE, reference, 0.95);
        double difference = Moments.of(MORE.amounts()).mean()
                - Moments.of(reference.amounts()).mean();
        double error = Math.sqrt(Moments.of(MORE.amounts()).variance() / 8
                + Moments.of(reference.amounts()).variance() / 8);
        assertThat(bounds.trimmed()).isZero();
        assertThat(bounds.lower().estimate()).isCloseTo(difference, within(1e-13));
        assertThat(bounds.upper().estimate()).isCloseTo(difference, within(1e-13));
        assertThat(bounds.upper().standardError()).isCloseTo(error, within(1e-13));
        assertThat(bounds.high()).isCloseTo(difference + 1.959963984540054 * error, within(1e-12));
    }

    @Test
    void theOrderOfTheAmountsChangesNothing() {
        Selected turned = new Selected(new double[] {40, 10, 31, 12, 30, 15, 22, 20}, 10);
        assertThat(LeeBounds.of(turned, FEWER, 0.95)).isEqualTo(LeeBounds.of(MORE, FEWER, 0.95));
    }

    /** By brute force over all subsets of the size that is kept: no mean of them lies outside the bounds. */
    @Test
    void noChoiceOfWhoIsTrimmedLeavesTheBounds() {
        Bounds bounds = LeeBounds.of(MORE, FEWER, 0.95);
        double reference = Moments.of(FEWER.amounts()).mean();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int set = 0; set < 1 << 8; set++) {
            if (Integer.bitCount(set) == 5) {
                double sum = 0;
                for (int k = 0; k < 8; k++) {
                    sum += (set >> k & 1) * MORE.amounts()[k];
                }
                least = Math.min(least, sum / 5 - reference);
                most = Math.max(most, sum / 5 - reference);
            }
        }
        assertThat(bounds.lower().estimate()).isCloseTo(least, within(1e-13));
        assertThat(bounds.upper().estimate()).isCloseTo(most, within(1e-13));
    }

    @Test
    void amountsThatAreAllAlikeHaveNoSpread() {
        Bounds bounds =
                LeeBounds.of(new Selected(new double[] {5, 5, 5, 5}, 5), new Selected(new double[] {3, 3, 3}, 5), 0.95);
        assertThat(bounds)
                .isEqualTo(new Bounds(new LeeBounds.Bound(2, 0), new LeeBounds.Bound(2, 0), 2, 2, 0.25, true));
    }

    @Test
    void refusesWhatHasNoBounds() {
        Selected one = new Selected(new double[] {5}, 9);
        assertThat(LeeBounds.none(one, MORE)).contains(Reason.FEWER_THAN_TWO);
        assertThat(LeeBounds.none(MORE, one)).contains(Reason.FEWER_THAN_TWO);
        assertThat(LeeBounds.none(MORE, new Selected(new double[] {1, 2}, 100))).contains(Reason.FEWER_THAN_TWO);
        assertThat(LeeBounds.none(MORE, FEWER)).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> LeeBounds.of(one, MORE, 0.95))
                .withMessage("each arm needs two amounts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Selected(new double[] {1, 2}, 1))
                .withMessage("wanted at most 1 amounts, got 2");
    }
}
