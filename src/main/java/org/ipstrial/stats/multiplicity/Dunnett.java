package org.ipstrial.stats.multiplicity;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.search.Crossing;

/**
 * Several arms against one control, all at once: the distribution of the most extreme of their t statistics.
 *
 * <p>With {@code t(i) = (l(i) z0 + sqrt(1 - l(i)^2) z(i)) / s}, where {@code z0, z(1), z(2), ...} are standard normal,
 * {@code df s^2} is chi-squared with {@code df} degrees of freedom, and all are independent, so that two statistics have
 * the correlation {@code l(i) l(j)}:
 *
 * <pre>
 *   P(all t(i) in [-c, c]) = E over s, z0 of the product of  Phi((c s - l(i) z0) / r(i)) - Phi((-c s - l(i) z0) / r(i))
 *   r(i) = sqrt(1 - l(i)^2);  on one side the second Phi is left out
 *   p adjusted of t(i) = 1 - that at c = |t(i)|, or at t(i) on one side
 *   simultaneous limits = difference -+ c se,  c the point with probability level
 *   against one control with one variance: l(i) = sqrt(n(i) / (n(i) + n(0)))
 * </pre>
 *
 * <p>The means over {@code s} and {@code z0} are Gauss-Legendre sums over panels, narrower where an arm is much larger than
 * the control; what is summed is the chance of the complement, so that small p-values keep their digits. The panels leave out
 * less than 1e-15 of either, of a p-value below 1e-4 less than 1e-15 of that of Student's t, which is smaller. Right to
 * 1e-10, a p-value to 1e-10 of itself down to 1e-280.
 *
 * <p>Edges: of one statistic it is Student's t. It takes every arm to have one variance.
 *
 * <p>Source: Dunnett CW (1955), A multiple comparison procedure for comparing several treatments with a control, Journal of
 * the American Statistical Association 50:1096-1121; correlations: Hsu JC (1996), Multiple Comparisons, Chapman and Hall,
 * section 3.1.1.
 */
public final class Dunnett {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double WIDEST_PANEL = 1;
    private static final double WIDEST_NORMAL_PANEL = 17.0 / 8;
    /** The widest panel in units of the width over which the chance of one statistic falls. */
    private static final double PANEL_OF_FALL = 6.4;

    private static final double OMITTED = 1e-16;
    /** A quantile of less would be one of a number that has lost its digits. */
    private static final double LEAST_OMITTED = 1e-300;
    /** Below this a p-value is summed again, over panels that reach as far as it does. */
    private static final double SMALL = 1e-4;
    /** Four times the standard deviation of log s, {@code 1 / sqrt(2 df)}. */
    private static final double PANEL_OF_SCALE = 4;

    private final double[] loadings;
    private final double df;
    private final double[] scales;
    private final double[] scaleWeights;
    private final double[] normals;
    private final double[] normalWeights;

    private Dunnett(double[] loadings, double df, double omitted) {
        this.loadings = loadings;
        this.df = df;
        ChiSquaredDistribution squares = ChiSquaredDistribution.of(df);
        double low = Math.sqrt(squares.inverseCumulativeProbability(omitted) / df);
        double high = Math.sqrt(squares.inverseSurvivalProbability(omitted) / df);
        // Over the logarithm of s: however large t is, the sum then meets its fall at the same width.
        double panel = Math.min(WIDEST_PANEL, PANEL_OF_SCALE / Math.sqrt(2 * df));
        double[][] logarithms = GaussPanels.of(StrictMath.log(low), StrictMath.log(high), panel);
        scales = logarithms[0];
        scaleWeights = logarithms[1];
        for (int k = 0; k < scales.length; k++) {
            scales[k] = StrictMath.exp(scales[k]);
            scaleWeights[k] *= 2 * df * scales[k] * scales[k] * squares.density(df * scales[k] * scales[k]);
        }
        double widest = WIDEST_NORMAL_PANEL;
        for (double loading : loadings) {
            widest = Math.min(widest, PANEL_OF_FALL * Math.sqrt((1 - loading) * (1 + loading)) / loading);
        }
        double farthest = NORMAL.inverseSurvivalProbability(omitted);
        double[][] common = GaussPanels.of(-farthest, farthest, widest);
        normals = common[0];
        normalWeights = common[1];
        for (int k = 0; k < normals.length; k++) {
            normalWeights[k] *= NORMAL.density(normals[k]);
        }
    }

    /**
     * Statistics whose correlations are products.
     *
     * @param loadings one of each statistic, from 0 to below 1; two statistics have their product as correlation
     * @param df       degrees of freedom of the common variance, at least 1
     * @throws IllegalArgumentException if they are not
     */
    public static Dunnett of(double[] loadings, double df) {
        if (loadings.length == 0 || !(df >= 1) || Double.isInfinite(df)) {
            throw new IllegalArgumentException(
                    "there must be a statistic and df of 1 or more, got " + loadings.length + " and " + df);
        }
        for (double loading : loadings) {
            if (!(loading >= 0 && loading < 1)) {
                throw new IllegalArgumentException("a loading must lie from 0 to below 1, got " + loading);
            }
        }
        return new Dunnett(loadings.clone(), df, OMITTED);
    }

    /**
     * Several arms against one control, all with one variance.
     *
     * @param control people in the control arm
     * @param others  people in each of the other arms
     */
    public static Dunnett ofArms(int control, int... others) {
        double[] loadings = new double[others.length];
        double people = control;
        for (int i = 0; i < others.length; i++) {
            if (others[i] < 1 || control < 1) {
                throw new IllegalArgumentException(
                        "each arm must have somebody in it, got " + control + " and " + others[i]);
            }
            loadings[i] = Math.sqrt(others[i] / ((double) others[i] + control));
            people += others[i];
        }
        return of(loadings, people - others.length - 1);
    }

    /** The adjusted p-value of one of the statistics. */
    public double pValue(double t, Alternative alternative) {
        double c =
                switch (alternative) {
                    case TWO_SIDED -> Math.abs(t);
                    case GREATER -> t;
                    case LESS -> -t;
                };
        double one = ofOne(c, alternative);
        double p = loadings.length == 1 ? one : adjusted(c, one, alternative == Alternative.TWO_SIDED);
        return NormalTest.atLeastSmallest(Math.min(1, p));
    }

    private double adjusted(double c, double one, boolean both) {
        double p = beyond(c, both);
        return p >= SMALL || c < 0
                ? p
                : new Dunnett(loadings, df, Math.max(LEAST_OMITTED, OMITTED * one)).beyond(c, both);
    }

    /**
     * How many standard errors the simultaneous limits lie from the differences.
     *
     * @param level       confidence level of all together, as a fraction
     * @param alternative on which side there are limits
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public double criticalValue(double level, Alternative alternative) {
        double tail = 1 - Require.fraction("level", level);
        boolean both = alternative == Alternative.TWO_SIDED;
        TDistribution one = TDistribution.of(df);
        int m = loadings.length;
        double lower = one.inverseSurvivalProbability(both ? tail / 2 : tail);
        if (m == 1) {
            return lower;
        }
        double upper = one.inverseSurvivalProbability(both ? tail / 2 / m : tail / m);
        return Crossing.of(
                c -> {
                    double off = tail - beyond(c, both);
                    return Math.abs(off) < 1e-15 ? 0 : off;
                },
                lower,
                upper);
    }

    private double ofOne(double t, Alternative alternative) {
        double tail = TDistribution.of(df).survivalProbability(t);
        return alternative == Alternative.TWO_SIDED ? 2 * tail : tail;
    }

    /** The chance that one statistic at least lies beyond c, on either side or above. */
    private double beyond(double c, boolean both) {
        double sum = 0;
        for (int k = 0; k < scales.length; k++) {
            double inner = 0;
            for (int h = 0; h < normals.length; h++) {
                inner += normalWeights[h] * beyond(c * scales[k], normals[h], both);
            }
            sum += scaleWeights[k] * inner;
        }
        return sum;
    }

    private double beyond(double limit, double common, boolean both) {
        double logInside = 0;
        for (double loading : loadings) {
            double rest = Math.sqrt((1 - loading) * (1 + loading));
            double tail = NORMAL.survivalProbability((limit - loading * common) / rest);
            if (both) {
                tail += NORMAL.cumulativeProbability((-limit - loading * common) / rest);
            }
            if (tail >= 1) {
                return 1;
            }
            logInside += StrictMath.log1p(-tail);
        }
        return -StrictMath.expm1(logInside);
    }
}
