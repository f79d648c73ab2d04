package org.ipstrial.stats.nist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.ipstrial.stats.descriptive.Deviations;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.LinearModel;
import org.ipstrial.stats.regression.model.ModelData;
import org.junit.jupiter.api.Test;

/**
 * The nasty data of Wilkinson L (1985), Statistics Quiz, Systat: one to nine, moved and scaled until programs break. Each
 * column is {@code a + b x}, so that its mean, SD and lines through it are known without a computation.
 */
class NastyDataTest {

    private static final double[] X = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final double SD = 2.7386127875258306;

    /** Columns by name, with a and b. */
    private static final Map<String, String[]> COLUMNS = new TreeMap<>(Map.of(
            "BIG", new String[] {"9999999%d", "99999990", "1"},
            "LITTLE", new String[] {"0.9999999%d", "0.99999990", "1e-8"},
            "HUGE", new String[] {"%de12", "0", "1e12"},
            "TINY", new String[] {"%de-12", "0", "1e-12"},
            "ROUND", new String[] {"%d.5", "0.5", "1"}));

    private static double[] column(String name) {
        return Arrays.stream(X)
                .map(x -> Double.parseDouble(COLUMNS.get(name)[0].formatted((int) x)))
                .toArray();
    }

    private static double number(String name, int place) {
        return Double.parseDouble(COLUMNS.get(name)[place]);
    }

    @Test
    void meansAndStandardDeviationsAreThoseOfOneToNine() {
        for (String name : COLUMNS.keySet()) {
            Moments moments = Moments.of(column(name));
            double b = number(name, 2);
            assertThat(moments.mean()).as(name).isEqualTo(column(name)[4]);
            assertThat(moments.sd()).as(name).isCloseTo(SD * b, withinPercentage(2.3e-14));
            double[] deviations = Deviations.of(column(name));
            for (int i = 0; i < X.length; i++) {
                assertThat(deviations[i]).as(name).isCloseTo((X[i] - 5) * b, withinPercentage(2.3e-14));
            }
        }
    }

    /** Every column is a line in every other, without a residual. */
    @Test
    void linesThroughThemAreExact() {
        for (String of : COLUMNS.keySet()) {
            for (String on : COLUMNS.keySet()) {
                FullRank full = FullRank.of(DesignMatrix.intercept(X.length).with("x", column(on)));
                assertThat(full.aliased()).as(on).isEmpty();
                FittedModel fit = LinearModel.of(ModelData.of(full.design(), column(of)))
                        .ifFitted()
                        .orElseThrow();
                assertThat(fit.coefficient("x"))
                        .as(of + " on " + on)
                        .isCloseTo(number(of, 2) / number(on, 2), withinPercentage(2.3e-14));
                assertThat(fit.deviance()).as(of + " on " + on).isZero();
                assertThat(fit.modelCovariance().standardError(1)).isZero();
            }
        }
    }
}
