package org.ipstrial.stats.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Moore's interval arithmetic, held against every choice inside the windows. */
class WindowTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void refusesAWindowThatHoldsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(2, 1))
                .withMessage("a window must hold something, got 2.0 to 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(Double.NaN, 1));
    }

    @Test
    void arithmeticOfEnds() {
        Window window = new Window(2, 4);

        assertThat(window.minus(new Window(1, 8))).isEqualTo(new Window(-6, 3));
        assertThat(window.times(2)).isEqualTo(new Window(4, 8));
        assertThat(window.over(new Window(0.5, 8))).isEqualTo(new Window(0.25, 8));
        assertThat(window.over(new Window(0, 8))).isEqualTo(new Window(0.25, INFINITE));
        assertThat(new Window(0, 4).over(new Window(1, INFINITE))).isEqualTo(new Window(0, 4));
        assertThat(window.over(new Window(1, INFINITE)).low()).isPositive().isLessThan(1e-300);
    }

    @Test
    void oddsOfShares() {
        assertThat(new Window(0, 0.5).odds()).isEqualTo(new Window(0, 1));
        assertThat(new Window(0.75, 1).odds()).isEqualTo(new Window(3, INFINITE));
    }

    @Test
    void oneOverTheSize() {
        assertThat(new Window(2, 4).reciprocalSize()).isEqualTo(new Window(0.25, 0.5));
        assertThat(new Window(-4, -2).reciprocalSize()).isEqualTo(new Window(0.25, 0.5));
        assertThat(new Window(-2, 4).reciprocalSize()).isEqualTo(new Window(0.25, INFINITE));
        assertThat(new Window(0, 4).reciprocalSize()).isEqualTo(new Window(0.25, INFINITE));
        assertThat(new Window(-4, 0).reciprocalSize()).isEqualTo(new Window(0.25, INFINITE));
        assertThat(new Window(0, 0).reciprocalSize()).isEqualTo(new Window(Double.MAX_VALUE, INFINITE));
    }

    @Test
    void thePartThatIsAShare() {
        assertThat(new Window(-1, 2).share()).isEqualTo(new Window(0, 1));
        assertThat(new Window(0.25, 0.5).share()).isEqualTo(new Window(0.25, 0.5));
        assertThat(new Window(2, 3).share()).isEqualTo(new Window(1, 1));
        assertThat(new Window(-3, -2).share()).isEqualTo(new Window(0, 0));
    }

    @Test
    void windowsThatTouchOverlap() {
        assertThat(new Window(1, 2).overlaps(new Window(2, 3))).isTrue();
        assertThat(new Window(2, 3).overlaps(new Window(1, 2))).isTrue();
        assertThat(new Window(1, 2).overlaps(new Window(2 + 1e-11, 3))).isFalse();
        assertThat(new Window(1, 2).overlaps(new Window(2 + 1e-13, INFINITE)))
                .as("a rounding apart")
                .isTrue();
        assertThat(new Window(2 + 1e-11, 3).overlaps(new Window(1, 2))).isFalse();
        assertThat(new Window(-3, -2).overlaps(new Window(-2 + 1e-13, 0))).isTrue();
        assertThat(new Window(1, 2).holds(1.5)).isTrue();
        assertThat(new Window(1, 2).holds(0.5)).isFalse();
    }

    private static PrintedNumber printed(String text) {
        return PrintedNumber.of(text);
    }

    private static PrintedInterval interval(String estimate, String low, String high, boolean ratio) {
        return new PrintedInterval(printed(estimate), printed(low), printed(high), ratio);
    }

    /** Half a unit of the last digit on either side: 1.0 may be 1.05, and 1.1 as well. */
    @Test
    void anEstimateMayTouchItsLimits() {
        assertThat(interval("1.0", "1.1", "2.0", false).holdsEstimate()).isTrue();
        assertThat(interval("0.9", "1.1", "2.0", false).holdsEstimate()).isFalse();
        assertThat(interval("2.1", "1.1", "2.0", false).holdsEstimate()).isTrue();
        assertThat(interval("2.2", "1.1", "2.0", false).holdsEstimate()).isFalse();
        assertThat(interval("1.0", "1.1", "1.0", false).isInOrder()).isTrue();
        assertThat(interval("1.0", "1.2", "1.0", false).isInOrder()).isFalse();
    }

    @Test
    void limitsInNoOrderOrOffTheScaleHaveNoMiddle() {
        assertThat(interval("1.0", "1.2", "1.0", false).middle()).isEmpty();
        assertThat(interval("1.0", "0.0", "2.0", true).middle()).isEmpty();
        assertThat(interval("1.0", "0.0", "2.0", true).pValue(0.95)).isEmpty();
        assertThat(interval("0.0", "1.0", "2.0", true).pValue(0.95)).isEmpty();
        assertThat(interval("0.0", "-1.0", "2.0", false).middle())
                .hasValueSatisfying(middle -> assertThat(middle.holds(0.5)).isTrue());
        assertThat(interval("2", "1", "4", true).middle()).hasValueSatisfying(middle -> {
            assertThat(middle.low()).isEqualTo(Math.sqrt(0.5 * 3.5));
            assertThat(middle.high()).isEqualTo(Math.sqrt(1.5 * 4.5));
        });
    }

    @Test
    void limitsThatMayBeAlikeHaveNoPValue() {
        assertThat(interval("1.0", "1.0", "1.1", false).pValue(0.95)).isEmpty();
        assertThat(interval("1.0", "1.0", "1.2", false).pValue(0.95)).isPresent();
    }

    /** An estimate of -2 to 2 printed as 0: any p-value from the smallest that its ends give up to 1. */
    @Test
    void anEstimateThatMayBeNoEffectMayHaveAPValueOfOne() {
        Optional<Window> p = interval("0", "-2", "2", false).pValue(0.95);

        assertThat(p.orElseThrow().high()).isEqualTo(1);
        assertThat(p.orElseThrow().low()).isBetween(0.5, 0.52);
        assertThat(interval("-1", "-2", "0", false).pValue(0.95).orElseThrow())
                .isEqualTo(interval("1", "0", "2", false).pValue(0.95).orElseThrow());
        assertThat(interval("1", "0", "2", false).pValue(0.95).orElseThrow().high())
                .isLessThan(1);
    }
}
