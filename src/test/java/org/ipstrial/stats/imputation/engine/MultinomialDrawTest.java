package org.ipstrial.stats.imputation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.resampling.RandomStreams;
import org.junit.jupiter.api.Test;

class MultinomialDrawTest {

    private static final RandomStreams STREAMS = RandomStreams.of(20120101, List.of("multinomial"));
    private static final String[] PREDICTORS = {"age", "lwt", "smoke", "bwt"};

    /**
     * The shares of race in birthwt of MASS, 58 of 189 taken away by weight. R 4.2.2, mice 3.15.0: {@code mice(x, m = 400,
     * maxit = 1, method = c("polyreg", "", "", "", ""), seed = 1)} gives 0.48253 (error 0.00093), 0.14616 (0.00075) and
     * 0.37131 (0.00089). The difference may be three and a half errors of both; polyreg draws no coefficients, so that its
     * shares spread less.
     */
    @Test
    void poolsToTheSharesOfMice() {
        DrawData data = race();
        int imputations = 400;
        double[][] shares = new double[3][imputations];
        double[] race = Birthwt.column("race");
        for (int m = 0; m < imputations; m++) {
            Drawn.Values drawn = (Drawn.Values) MultinomialDraw.of(data, new Variates(STREAMS.replicate(m)));
            assertThat(drawn.augmented()).isFalse();
            for (int k = 0; k < 3; k++) {
                int level = k + 1;
                long has = Arrays.stream(drawn.values()).filter(x -> x == level).count()
                        + IntStream.range(0, 189)
                                .filter(i -> !lacks(i) && race[i] == level)
                                .count();
                shares[k][m] = has / 189.0;
            }
        }
        double[] mice = {0.482526455026455, 0.146164021164021, 0.371309523809524};
        double[] error = {0.000931746820909628, 0.000746354070438493, 0.000894578204096432};
        double[] spread = {0.0186349364181926, 0.0149270814087699, 0.0178915640819286};
        for (int k = 0; k < 3; k++) {
            double mean = Arrays.stream(shares[k]).average().orElseThrow();
            double sd = Math.sqrt(
                    Arrays.stream(shares[k]).map(x -> (x - mean) * (x - mean)).sum() / (imputations - 1));
            assertThat(mean).isCloseTo(mice[k], within(3.5 * Math.hypot(error[k], sd / Math.sqrt(imputations))));
            assertThat(sd).isGreaterThan(spread[k]);
        }
    }

    private static boolean lacks(int i) {
        return i * 7 % 10 < 3 && Birthwt.column("lwt")[i] > 100 || i * 11 % 13 == 0;
    }

    private static DrawData race() {
        List<Integer> known = new ArrayList<>();
        List<Integer> drawn = new ArrayList<>();
        IntStream.range(0, 189).forEach(i -> (lacks(i) ? drawn : known).add(i));
        assertThat(drawn).hasSize(58);
        DesignMatrix all = Birthwt.design(PREDICTORS);
        double[] race = Birthwt.column("race");
        return new DrawData(
                known.stream().mapToDouble(i -> race[i]).toArray(),
                new DesignMatrix(all.names(), rows(all, known)),
                rows(all, drawn));
    }

    private static double[][] rows(DesignMatrix design, List<Integer> rows) {
        return Arrays.stream(design.columns())
                .map(column -> rows.stream().mapToDouble(i -> column[i]).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void levelsToldApartWithoutFaultAreDrawnWithRowsAdded() {
        double[] x = IntStream.range(0, 30).mapToDouble(i -> i).toArray();
        double[] y = IntStream.range(0, 30).mapToDouble(i -> i / 10).toArray();
        DrawData data =
                new DrawData(y, DesignMatrix.intercept(30).with("x", x), new double[][] {{1, 1, 1}, {2, 15, 27}});
        int[] right = new int[3];
        for (int m = 0; m < 200; m++) {
            Drawn.Values drawn = (Drawn.Values) MultinomialDraw.of(data, new Variates(STREAMS.replicate(m)));
            assertThat(drawn.augmented()).isTrue();
            for (int k = 0; k < 3; k++) {
                assertThat(drawn.values()[k]).isIn(0.0, 1.0, 2.0);
                right[k] += drawn.values()[k] == k ? 1 : 0;
            }
        }
        assertThat(right).satisfies(all -> assertThat(Arrays.stream(all).min().orElseThrow())
                .isGreaterThan(120));
    }

    @Test
    void columnsThatFollowFromOthersAreRefused() {
        double[] x = {1, 2, 3, 4, 5, 6, 7};
        double[] twice = Arrays.stream(x).map(v -> 2 * v).toArray();
        DrawData data = new DrawData(
                new double[] {0, 1, 2, 0, 1, 2, 0},
                DesignMatrix.intercept(7).with("x", x).with("twice", twice),
                new double[][] {{1}, {2}, {4}});
        assertThat(((Drawn.None) MultinomialDraw.of(data, new Variates(STREAMS.replicate(0)))).reason())
                .isEqualTo(Reason.COLLINEAR_COVARIATES);
    }
}
