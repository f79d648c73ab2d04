package org.ipstrial.stats.meta.bias;

import java.util.List;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.counts.PetoOddsRatio;

/**
 * Harbord's test that small studies give the same odds ratios as large ones.
 *
 * <p>With the score {@code Z = O - E} and its variance V of Peto's odds ratio in each of k studies, the line
 * <pre>
 *   Z / V = a + b / sqrt(V), weights V;  t = b / standard error of b, with k - 2 degrees of freedom
 * </pre>
 * Above 0 where small studies give larger effects. Studies without events, or with events only, add nothing.
 *
 * <p>Source: Harbord RM, Egger M, Sterne JAC (2006), Statistics in Medicine 25:3443-3457.
 */
public final class HarbordTest {

    private HarbordTest() {}

    /** The slope with its limits and test. */
    public static Pooled of(StratifiedTables studies, double level) {
        List<TwoByTwo> tables = studies.tables().stream()
                .filter(table -> PetoOddsRatio.variance(table) > 0)
                .toList();
        double[] variance = tables.stream().mapToDouble(PetoOddsRatio::variance).toArray();
        double[] y = new double[variance.length];
        double[] v = new double[variance.length];
        double[] x = new double[variance.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = PetoOddsRatio.difference(tables.get(i)) / variance[i];
            v[i] = 1 / variance[i];
            x[i] = 1 / Math.sqrt(variance[i]);
        }
        return WeightedLine.slope(y, v, x, level);
    }
}
