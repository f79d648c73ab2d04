package org.ipstrial.stats.meta.bias;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.StudyEffect;
import org.ipstrial.stats.meta.effect.ArmCounts;
import org.ipstrial.stats.meta.effect.LogOddsRatio;

/**
 * Peters's test that small studies give the same odds ratios as large ones.
 *
 * <p>With the logarithm y of the odds ratio, m events and N people of each of k studies, the line
 * <pre>
 *   y = a + b / N, weights m (N - m) / N;  t = b / standard error of b, with k - 2 degrees of freedom
 * </pre>
 * Above 0 where small studies give larger effects. Studies with an empty cell have no logarithm and add nothing.
 *
 * <p>Source: Peters JL, Sutton AJ, Jones DR, Abrams KR, Rushton L (2006), JAMA 295:676-680.
 */
public final class PetersTest {

    private PetersTest() {}

    /** The slope with its limits and test. */
    public static Pooled of(StratifiedTables studies, double level) {
        List<double[]> points = new ArrayList<>();
        for (TwoByTwo table : studies.tables()) {
            StudyEffect effect = LogOddsRatio.of(new ArmCounts(
                    table.group().events(),
                    table.group().assessed(),
                    table.reference().events(),
                    table.reference().assessed()));
            if (effect instanceof StudyEffect.Known known) {
                double all = table.assessed();
                double events = table.events();
                points.add(new double[] {known.estimate(), 1 / events + 1 / (all - events), 1 / all});
            }
        }
        return WeightedLine.slope(column(points, 0), column(points, 1), column(points, 2), level);
    }

    private static double[] column(List<double[]> points, int column) {
        return points.stream().mapToDouble(point -> point[column]).toArray();
    }
}
