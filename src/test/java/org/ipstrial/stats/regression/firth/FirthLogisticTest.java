package org.ipstrial.stats.regression.firth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.ModelData;
import org.junit.jupiter.api.Test;

/** Models whose penalised likelihood is one of fractions: of n alike, {@code (y + 1/2) log p + (n - y + 1/2) log(1 - p)}. */
class FirthLogisticTest {

    private static final double Z = 1.959963984540054;

    @Test
    void peopleWhoAreAlikeGetHalfAnEventMoreOfEachKind() {
        for (int n = 1; n <= 6; n++) {
            for (int events = 0; events <= n; events++) {
                assertThat(fit(ones(n, events)).coefficients()[0])
                        .isCloseTo(Math.log((events + 0.5) / (n - events + 0.5)), within(1e-10));
            }
        }
    }

    /** Half of n with the event: {@code 2 (m(0) - m(c)) = -(n + 1) log(4 p (1 - p))}, so that c = 2 artanh(s) with s^2 = 1 - exp(-z^2 / (n + 1)). */
    @Test
    void limitsOfHalfTheEventsAreThoseOfTheirFormula() {
        for (int n = 2; n <= 20; n += 2) {
            double s = Math.sqrt(-Math.expm1(-Z * Z / (n + 1)));
            Estimate limits = fit(ones(n, n / 2)).limits(0, 0.95);

            assertThat(value(limits.upper())).isCloseTo(Math.log((1 + s) / (1 - s)), within(1e-8));
            assertThat(value(limits.lower())).isCloseTo(-Math.log((1 + s) / (1 - s)), within(1e-8));
        }
    }

    /** Each arm alone tells of its odds: half an event more in each of the four cells, empty ones among them. */
    @Test
    void twoArmsGetHalfAnEventMoreInEachCell() {
        for (int events1 = 0; events1 <= 4; events1++) {
            for (int events0 = 0; events0 <= 3; events0++) {
                double odds0 = (events0 + 0.5) / (3 - events0 + 0.5);
                double odds1 = (events1 + 0.5) / (4 - events1 + 0.5);
                assertThat(fit(table(events1, 4, events0, 3)).coefficients())
                        .containsExactly(new double[] {Math.log(odds0), Math.log(odds1 / odds0)}, within(1e-10));
            }
        }
        assertThat(fit(table(1, 1, 1, 3)).coefficients())
                .as("an arm of one person")
                .containsExactly(new double[] {Math.log(1.5 / 2.5), Math.log(3 * 2.5 / 1.5)}, within(1e-10));
    }

    @Test
    void theTestOfALimitIsAtTheLevel() {
        for (int events1 = 0; events1 <= 4; events1++) {
            FirthLogistic fit = fit(table(events1, 4, 1, 3));
            Estimate limits = fit.limits(1, 0.95);

            assertThat(statistic(fit, value(limits.lower()))).isCloseTo(Z, within(1e-7));
            assertThat(statistic(fit, value(limits.upper()))).isCloseTo(-Z, within(1e-7));
        }
    }

    /** What the other arm does is its own affair, so that the intercept has the limits of its arm alone, however far out. */
    @Test
    void theInterceptHasTheLimitsOfItsArm() {
        for (int events1 = 0; events1 <= 4; events1++) {
            for (int events0 = 0; events0 <= 7; events0++) {
                for (double level : new double[] {0.5, 0.95, 0.9999, 0.999999999}) {
                    Estimate alone = fit(ones(7, events0)).limits(0, level);
                    Estimate both = fit(table(events1, 4, events0, 7)).limits(0, level);
                    assertThat(value(both.lower())).isCloseTo(value(alone.lower()), within(1e-7));
                    assertThat(value(both.upper())).isCloseTo(value(alone.upper()), within(1e-7));
                }
            }
        }
    }

    @Test
    void anOffsetThatIsTheSameForAllMovesTheInterceptAlone() {
        ModelData data = table(2, 4, 1, 3);
        double[] three = new double[7];
        Arrays.fill(three, 3);
        double[] plain = fit(data).coefficients();

        assertThat(fit(data.withOffset(three)).coefficients())
                .containsExactly(new double[] {plain[0] - 3, plain[1]}, within(1e-10));
    }

    /** A column in a unit of 2^30 has limits that much smaller, and the other way. */
    @Test
    void theUnitOfAColumnIsThatOfItsLimits() {
        double[] age = Birthwt.column("age");
        double[] low = Birthwt.column("low");
        Estimate plain = limitsOfAge(age, low);
        for (double unit : new double[] {0x1p-30, 0x1p30}) {
            Estimate scaled = limitsOfAge(Arrays.stream(age).map(x -> x * unit).toArray(), low);
            assertThat(value(scaled.lower()) * unit).isCloseTo(value(plain.lower()), withinPercentage(1e-6));
            assertThat(value(scaled.upper()) * unit).isCloseTo(value(plain.upper()), withinPercentage(1e-6));
        }
    }

    private static Estimate limitsOfAge(double[] age, double[] low) {
        return fit(ModelData.of(DesignMatrix.intercept(189).with("age", age), low))
                .limits(1, 0.95);
    }

    /**
     * Columns with a long tail, of which the likelihood has two tops: the higher one, as found by scipy 1.17.1,
     * {@code minimize(method="BFGS")} with the analytic slopes on orthonormal columns, from 40 starts drawn at random.
     */
    @Test
    void ofTwoTopsTheHigherOneIsTaken() {
        double[] x = {
            46, 106, 2, 2, 6, 33, 40, 1, 1, 1, 80, 9, 2, 1, 1, 8, 13, 1, 87, 1, 1162, 144, 5, 1, 4, 427, 35, 1, 1, 1,
            24, 3
        };
        double[] y = {1, 1, 0, 1, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 0, 1, 0};
        double[] arm = new double[32];
        for (int i = 0; i < 32; i++) {
            arm[i] = i % 2;
        }
        FirthLogistic fit =
                fit(ModelData.of(DesignMatrix.intercept(32).with("arm", arm).with("x", x), y));

        assertThat(fit.coefficients())
                .containsExactly(new double[] {0.25687331, -0.48124849, 0.01776267}, within(5e-8));
        for (int column = 0; column < 3; column++) {
            Estimate limits = fit.limits(column, 0.95);
            assertThat(fit.test(column, value(limits.lower()), Alternative.TWO_SIDED)
                            .statistic()
                            .orElseThrow())
                    .isCloseTo(Z, within(1e-6));
            assertThat(fit.test(column, value(limits.upper()), Alternative.TWO_SIDED)
                            .statistic()
                            .orElseThrow())
                    .isCloseTo(-Z, within(1e-6));
        }
    }

    /** Of columns that cannot be told apart no place is the highest. */
    @Test
    void columnsOfLessThanFullRankHaveNoFit() {
        double[] x = {1, 2, 4, 5, 7, 3};
        double[] y = {0, 1, 0, 1, 1, 0};
        DesignMatrix one = DesignMatrix.intercept(6).with("x", x);

        for (DesignMatrix design : List.of(
                one.with("twice", Arrays.stream(x).map(a -> 2 * a).toArray()),
                DesignMatrix.intercept(6).with("nothing", new double[6]))) {
            assertThat(FirthLogistic.of(ModelData.of(design, y)))
                    .isEqualTo(new FirthLogistic.Result.None(Reason.NOT_CONVERGED));
        }
        assertThat(FirthLogistic.of(ModelData.of(one, y))).isInstanceOf(FirthLogistic.Result.Fitted.class);
    }

    @Test
    void refusesWhatIsNeitherYesNorNo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirthLogistic.of(ModelData.of(DesignMatrix.intercept(2), new double[] {0, 2})))
                .withMessage("a yes/no outcome must be 0 or 1, got 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(ones(2, 1)).limits(0, 1))
                .withMessage("level must lie strictly between 0 and 1, got 1.0");
    }

    private static FirthLogistic fit(ModelData data) {
        return ((FirthLogistic.Result.Fitted) FirthLogistic.of(data)).fit();
    }

    private static ModelData ones(int n, int events) {
        double[] y = new double[n];
        Arrays.fill(y, 0, events, 1);
        return ModelData.of(DesignMatrix.intercept(n), y);
    }

    private static ModelData table(int events1, int n1, int events0, int n0) {
        double[] group = new double[n1 + n0];
        double[] y = new double[n1 + n0];
        Arrays.fill(group, 0, n1, 1);
        Arrays.fill(y, 0, events1, 1);
        Arrays.fill(y, n1, n1 + events0, 1);
        return ModelData.of(DesignMatrix.intercept(n1 + n0).with("group", group), y);
    }

    private static double statistic(FirthLogistic fit, double value) {
        return fit.test(1, value, Alternative.TWO_SIDED).statistic().orElseThrow();
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow(() -> new AssertionError(quantity));
    }
}
