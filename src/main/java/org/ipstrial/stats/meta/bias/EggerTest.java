package org.ipstrial.stats.meta.bias;

import java.util.Arrays;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.StudyEffects;

/**
 * Egger's test that small studies give the same effects as large ones.
 *
 * <p>With effects y and standard errors s of k studies, the line
 * <pre>
 *   y = a + b s, weights 1 / s&sup2;;  t = b / standard error of b, with k - 2 degrees of freedom
 * </pre>
 * b is the intercept of the same line written as {@code y / s = b + a / s}. Above 0 where small studies give larger
 * effects. Of odds ratios and risk ratios effect and standard error are bound together, and the test rejects too often
 * where effects are strong: {@link HarbordTest} and {@link PetersTest} are for those.
 *
 * <p>Edges: fewer than three studies, or all of one standard error, give no line.
 *
 * <p>Source: Egger M, Davey Smith G, Schneider M, Minder C (1997), BMJ 315:629-634.
 */
public final class EggerTest {

    private EggerTest() {}

    /** The slope with its limits and test. */
    public static Pooled of(StudyEffects effects, double level) {
        int k = effects.count();
        double[] y = new double[k];
        double[] v = new double[k];
        Arrays.setAll(y, effects::estimate);
        Arrays.setAll(v, effects::variance);
        return WeightedLine.slope(y, v, Arrays.stream(v).map(Math::sqrt).toArray(), level);
    }
}
