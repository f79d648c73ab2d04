package org.ipstrial.stats.imputation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.resampling.RandomStreams;
import org.junit.jupiter.api.Test;

class LocalResidualDrawTest {

    private static final RandomStreams STREAMS = RandomStreams.of(20120101, List.of("residuals"));
    private static final double[] X =
            IntStream.range(0, 60).mapToDouble(i -> i / 10.0).toArray();

    /** Without noise the line goes on beyond everybody, where matching stays with the highest. */
    @Test
    void theLineGoesOn() {
        DrawData data = data(i -> 2 + 3 * X[i], 10, -4);

        assertThat(values(data, 0)).containsExactly(new double[] {32, -10}, within(1e-9));
        assertThat(((Drawn.Values) PredictiveMeanMatching.of(data, random(0))).values()[0])
                .isBetween(18.0, 20.0);
    }

    /** With no column everybody is as near: what is drawn differs by residuals, made larger by the root of 1 - 1 / n. */
    @Test
    void residualsHaveTheVarianceOfTheNoise() {
        double[] outcome = {1, 2, 4, 8, 16};
        double[][] ones = {{1, 1}};
        DrawData data = new DrawData(outcome, DesignMatrix.intercept(5), ones);
        for (int i = 0; i < 200; i++) {
            double[] values = values(data, i);
            double apart = (values[0] - values[1]) * Math.sqrt(1 - 1.0 / 5);
            assertThat(Arrays.stream(outcome)
                            .flatMap(a -> Arrays.stream(outcome).map(b -> Math.abs(a - b - apart)))
                            .min()
                            .orElseThrow())
                    .isLessThan(1e-12);
        }
    }

    /** Mean and spread over draws, the noise being the larger the higher the prediction: unlike that of the engine normal. */
    @Test
    void theNoiseIsThatOfThoseNearby() {
        DrawData data = data(i -> 3 * X[i] + X[i] * (i % 2 == 0 ? 1 : -1), 1, 5);
        double[][] local = drawn(data);

        assertThat(sd(local[1])).isBetween(4.0, 6.5);
        assertThat(sd(local[0])).isBetween(0.8, 2.0);
    }

    /** The leverage by the matrix of the columns itself: the posterior mean and each residual of the five nearest. */
    @Test
    void valuesAreThePredictionAndAResidual() {
        DrawData data = data(i -> Math.sin(3.0 * i) + X[i], 2.03);
        double mean = mean(X);
        double sxx = Arrays.stream(X).map(x -> (x - mean) * (x - mean)).sum();
        double meanY = mean(data.outcome());
        double slope = IntStream.range(0, 60)
                        .mapToDouble(i -> (X[i] - mean) * data.outcome()[i])
                        .sum()
                / sxx;
        double[] residuals = IntStream.range(0, 60)
                .mapToDouble(i -> (data.outcome()[i] - meanY - slope * (X[i] - mean))
                        / Math.sqrt(1 - 1.0 / 60 - (X[i] - mean) * (X[i] - mean) / sxx))
                .toArray();
        for (int k = 0; k < 50; k++) {
            double[] twice = values(data(i -> data.outcome()[i], 2.03, 2.03), k);
            double apart = twice[0] - twice[1];
            boolean found = false;
            for (double a : residuals) {
                for (double b : residuals) {
                    found |= Math.abs(a - b - apart) < 1e-9;
                }
            }
            assertThat(found).isTrue();
        }
    }

    /** Somebody whom a column fits alone has leverage 1, and no residual to give. */
    @Test
    void whoeverIsFittedAloneGivesNoNoise() {
        double[] alone = new double[60];
        alone[7] = 1;
        DesignMatrix design = DesignMatrix.intercept(60).with("alone", alone);
        double[] outcome = IntStream.range(0, 60).mapToDouble(i -> i % 5).toArray();
        outcome[7] = 1e6;
        for (int i = 0; i < 20; i++) {
            double[] values = values(new DrawData(outcome, design, new double[][] {{1, 1}, {1, 0}}), i);
            assertThat(values[0]).isFinite().isBetween(9e5, 1.1e6);
            assertThat(values[1]).isBetween(-5.0, 10.0);
        }
    }

    @Test
    void asManyColumnsAsPeopleLeaveNothing() {
        DesignMatrix design = DesignMatrix.intercept(2).with("x", new double[] {1, 2});

        assertThat(LocalResidualDraw.of(new DrawData(new double[] {1, 2}, design, new double[2][1]), random(0)))
                .isEqualTo(Drawn.none(Reason.NO_RESIDUAL_DF));
    }

    @Test
    void enginesOfAmountsHaveOneInTwoParts() {
        assertThat(Engine.OF_AMOUNTS)
                .extracting(Engine::inTwoParts)
                .containsExactly(Engine.TWO_PART_MATCHING, Engine.TWO_PART_RESIDUAL, Engine.TWO_PART_NORMAL);
        assertThat(Engine.LOGISTIC.inTwoParts()).isEqualTo(Engine.LOGISTIC);
    }

    private static double[][] drawn(DrawData data) {
        double[][] drawn = new double[data.draws()][4000];
        for (int i = 0; i < 4000; i++) {
            double[] values = values(data, i);
            for (int k = 0; k < drawn.length; k++) {
                drawn[k][i] = values[k];
            }
        }
        return drawn;
    }

    private static DrawData data(IntToDoubleFunction outcome, double... missing) {
        double[] ones = new double[missing.length];
        Arrays.fill(ones, 1);
        return new DrawData(
                IntStream.range(0, 60).mapToDouble(outcome).toArray(),
                DesignMatrix.intercept(60).with("x", X),
                new double[][] {ones, missing});
    }

    private static double[] values(DrawData data, int replicate) {
        return ((Drawn.Values) LocalResidualDraw.of(data, random(replicate))).values();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double sd(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1));
    }

    private static Variates random(int replicate) {
        return new Variates(STREAMS.replicate(replicate));
    }
}
