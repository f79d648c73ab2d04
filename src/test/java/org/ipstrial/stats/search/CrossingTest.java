package org.ipstrial.stats.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CrossingTest {

    /** {@code sqrt(2)}, the cube root of 3 and {@code log(5)} to the last digit that a double has, from mpmath 1.3. */
    @Test
    void findsRootsToTheLastDigit() {
        assertThat(Crossing.of(x -> x * x - 2, 0, 2)).isEqualTo(1.4142135623730951, within(2.3e-16));
        assertThat(Crossing.of(x -> x * x * x - 3, -5, 5)).isEqualTo(1.4422495703074083, within(2.3e-16));
        assertThat(Crossing.of(x -> StrictMath.exp(x) - 5, -10, 10)).isEqualTo(1.6094379124341003, within(2.3e-16));
    }

    /** The jump lies between two neighbours: neither is 0, and the nearer in value is taken. */
    @Test
    void endsAtAJump() {
        DoubleUnaryOperator jump = x -> x < 1 ? -1 : 3;
        assertThat(Crossing.of(jump, -7, 9)).isEqualTo(Math.nextDown(1.0));
        assertThat(Crossing.of(x -> -jump.applyAsDouble(-x), -9, 7)).isEqualTo(Math.nextUp(-1.0));
    }

    @Test
    void anEndThatIsTheRootIsTaken() {
        assertThat(Crossing.of(x -> x, 0, 5)).isZero();
        assertThat(Crossing.of(x -> x, -5, 0)).isZero();
        assertThat(Crossing.of(x -> x + 9, 2, 5)).as("above 0 already").isEqualTo(2);
        assertThat(Crossing.of(x -> x - 9, 2, 5)).as("below 0 still").isEqualTo(5);
        assertThat(Crossing.of(x -> x - 3, 3, 3)).isEqualTo(3);
    }

    /** One of any six steps halves the bracket, here from 1e300 to the distance of doubles at 1e-300: 2,047 times. */
    @Test
    void theWorstCaseIsKnown() {
        AtomicInteger asked = new AtomicInteger();
        double root = Crossing.of(
                x -> {
                    asked.incrementAndGet();
                    return x < 1e-300 ? -1e-300 : 1;
                },
                0,
                1e300);

        assertThat(root).isEqualTo(Math.nextDown(1e-300));
        assertThat(asked.get()).isLessThanOrEqualTo(6 * 2_047 + 2);
    }

    /** A root of high order, over which false position alone creeps; 57 halvings lead from 5 to the distance of doubles at 0.3. */
    @Test
    void aFlatRootTakesFewSteps() {
        AtomicInteger asked = new AtomicInteger();
        double root = Crossing.of(
                x -> {
                    asked.incrementAndGet();
                    return StrictMath.pow(x - 0.3, 9);
                },
                -1,
                4);

        assertThat(root).isEqualTo(0.3, within(1e-15));
        assertThat(asked.get()).isLessThanOrEqualTo(6 * 57 + 2);
    }

    /**
     * Looks that a search takes, the two at the ends included. They are no law, but each part of the rule is there to save
     * some: more would say that a part has gone.
     */
    @Test
    void smoothFunctionsTakeFewLooks() {
        assertThat(looks(x -> x * x - 2, 0, 2)).isEqualTo(13);
        assertThat(looks(x -> x * x * x - 3, -5, 5)).isEqualTo(15);
        assertThat(looks(x -> StrictMath.exp(x) - 5, -10, 10)).isEqualTo(28);
        assertThat(looks(x -> 0.2 - StrictMath.exp(-x), -10, 10)).isEqualTo(19);
    }

    @Test
    void aRootAtAnEndTakesTwoLooks() {
        assertThat(looks(x -> x, 0, 5)).isEqualTo(2);
        assertThat(looks(x -> x, -5, 0)).isEqualTo(2);
        assertThat(looks(x -> x + 9, 2, 5)).isEqualTo(2);
    }

    private static int looks(DoubleUnaryOperator function, double low, double high) {
        AtomicInteger asked = new AtomicInteger();
        Crossing.of(
                x -> {
                    asked.incrementAndGet();
                    return function.applyAsDouble(x);
                },
                low,
                high);
        return asked.get();
    }

    @Test
    void refusesABracketThatGoesDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Crossing.of(x -> x, 1, 0))
                .withMessage("the bracket must go upwards, got 1.0 to 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Crossing.of(x -> x, Double.NaN, 0))
                .withMessage("the bracket must go upwards, got NaN to 0.0");
    }
}
