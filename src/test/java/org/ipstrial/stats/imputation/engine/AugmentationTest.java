package org.ipstrial.stats.imputation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.ModelData;
import org.junit.jupiter.api.Test;

/** R 4.2.2, mice 3.15.0: {@code mice:::augment(y, ry, x, NULL)}; EnginesTest has one column and two outcomes. */
class AugmentationTest {

    private static double[] added(double[] column, int from) {
        return Arrays.copyOfRange(column, from, column.length);
    }

    /** x = cbind(u = c(1, 2, 3, 10), w = c(0, 0, 4, 4)), y = 0 0 1 1: what one column has, the other has its mean. */
    @Test
    void otherColumnsStayAtTheirMeans() {
        DesignMatrix design =
                DesignMatrix.intercept(4).with("u", new double[] {1, 2, 3, 10}).with("w", new double[] {0, 0, 4, 4});
        ModelData more = Augmentation.of(ModelData.of(design, new double[] {0, 0, 1, 1}));
        double[][] columns = more.design().columns();
        double high = 6.0412414523193156;
        double low = 1.9587585476806848;
        double over = 3.15470053837925146;
        double under = 0.84529946162074854;

        assertThat(more.design().names()).isEqualTo(design.names());
        assertThat(columns[0]).hasSize(12).containsOnly(1);
        assertThat(added(columns[1], 4))
                .containsExactly(new double[] {high, low, high, low, 4, 4, 4, 4}, within(2e-15));
        assertThat(added(columns[2], 4))
                .containsExactly(new double[] {2, 2, 2, 2, over, under, over, under}, within(2e-15));
        assertThat(more.outcome()).containsExactly(0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1);
        assertThat(added(more.weights(), 4)).hasSize(8).containsOnly(0.375);
        assertThat(Arrays.copyOf(more.weights(), 4)).containsOnly(1);
        assertThat(more.offset()).hasSize(12).containsOnly(0);
    }

    /** y = factor(a, b, c, a, b), x = 1, 2, 3, 10, 5. */
    @Test
    void threeOutcomesHaveTwoRowsEach() {
        Augmentation more = Augmentation.of(new double[][] {{1, 1, 1, 1, 1}, {1, 2, 3, 10, 5}}, 3);
        double high = 5.9818529681205463;
        double low = 2.4181470318794540;

        assertThat(more.columns()[0]).hasSize(11).containsOnly(1);
        assertThat(added(more.columns()[1], 5))
                .containsExactly(new double[] {high, low, high, low, high, low}, within(2e-15));
        assertThat(more.levels()).containsExactly(0, 0, 1, 1, 2, 2);
        assertThat(more.weight()).isEqualTo(1 / 3.0);
    }

    /** Nine times 0 and once 1: a mean of 0.1 less half a standard deviation of sqrt(0.1) would lie below everybody. */
    @Test
    void nothingIsAddedBeyondTheRange() {
        double[] rare = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
        double[] common = {1, 1, 1, 1, 1, 1, 1, 1, 1, 0};
        double half = Math.sqrt(0.1) / 2;

        assertThat(added(Augmentation.of(new double[][] {common, rare}, 2).columns()[1], 10))
                .containsExactly(new double[] {0.1 + half, 0, 0.1 + half, 0}, within(1e-15));
        assertThat(added(Augmentation.of(new double[][] {common, common}, 2).columns()[1], 10))
                .containsExactly(new double[] {1, 0.9 - half, 1, 0.9 - half}, within(1e-15));
    }
}
