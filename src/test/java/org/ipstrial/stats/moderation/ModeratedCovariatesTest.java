package org.ipstrial.stats.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Laws of covariates in the models of an effect along an amount. */
class ModeratedCovariatesTest {

    private static final int N = 120;

    private static ModeratedData trial(int[] order, int covariates) {
        SplittableRandom random = new SplittableRandom(9);
        double[] y = new double[N];
        int[] arm = new int[N];
        double[] age = new double[N];
        double[][] all = new double[4][N];
        for (int i = 0; i < N; i++) {
            arm[i] = random.nextInt(2);
            age[i] = 20 + random.nextInt(9);
            all[0][i] = random.nextInt(2);
            all[1][i] = random.nextInt(5);
            all[2][i] = 7;
            all[3][i] = 2 * age[i] - all[1][i];
            y[i] = random.nextDouble() < 0.2 + 0.1 * arm[i] + 0.1 * all[0][i] ? 1 : 0;
        }
        return new ModeratedData(
                pick(y, order),
                IntStream.of(order).map(i -> arm[i]).toArray(),
                pick(age, order),
                IntStream.range(0, covariates).mapToObj(j -> "covariate " + j).toList(),
                IntStream.range(0, covariates)
                        .mapToObj(j -> pick(all[j], order))
                        .toArray(double[][]::new));
    }

    private static double[] pick(double[] values, int[] order) {
        return IntStream.of(order).mapToDouble(i -> values[i]).toArray();
    }

    private static final int[] ROWS = IntStream.range(0, N).toArray();
    private static final int[] TURNED =
            IntStream.range(0, N).map(i -> N - 1 - i).toArray();

    private static final List<ModerationMethod> METHODS =
            List.of(LinearModeration::of, LogisticModeration::of, LogBinomialModeration::of);

    @Test
    void theOrderOfPeopleChangesNothing() {
        for (ModerationMethod method : METHODS) {
            assertThat(method.of(trial(TURNED, 2)).test())
                    .isEqualTo(method.of(trial(ROWS, 2)).test());
            assertThat(method.of(trial(TURNED, 2)).slope(0.95))
                    .isEqualTo(method.of(trial(ROWS, 2)).slope(0.95));
        }
    }

    /** One that is the same of everybody, and one that the amount and another make up. */
    @Test
    void aCovariateThatOthersMakeUpChangesNothing() {
        for (ModerationMethod method : METHODS) {
            assertThat(method.of(trial(ROWS, 4)).test())
                    .isEqualTo(method.of(trial(ROWS, 2)).test());
            assertThat(method.of(trial(ROWS, 4)).effect(25, 0.95))
                    .isEqualTo(method.of(trial(ROWS, 2)).effect(25, 0.95));
            assertThat(method.of(trial(ROWS, 2)).test())
                    .isNotEqualTo(method.of(trial(ROWS, 0)).test());
        }
    }

    @Test
    void refusesCovariatesOfOtherPeople() {
        double[] y = {0, 1};
        int[] arm = {0, 1};
        double[] x = {1, 2};
        assertThatThrownBy(() -> new ModeratedData(y, arm, x, List.of("age"), new double[][] {{1}}))
                .hasMessage("each covariate must have a name and be known of the same people, got 1 and [age]");
        assertThatThrownBy(() -> new ModeratedData(y, arm, x, List.of(), new double[][] {{1, 2}}))
                .hasMessage("each covariate must have a name and be known of the same people, got 1 and []");
    }
}
