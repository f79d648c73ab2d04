package org.ipstrial.stats.regression.firth;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.regression.model.ModelData;
import org.ipstrial.stats.search.Crossing;

/**
 * Logistic regression by Firth's penalised likelihood, whose coefficients are finite whatever separates the outcomes.
 *
 * <p>With the log-likelihood {@code l}, the information matrix {@code I} and the coefficients {@code b}:
 *
 * <pre>
 *   b maximises  m(b) = l(b) + log det I(b) / 2
 *   limits of a coefficient = the c with 2 (m(b) - m(c)) = z^2, m(c) the largest m with the coefficient held at c and the
 *     whole of I in the penalty; z the standard normal quantile at (1 + level) / 2
 *   test of a coefficient c: sign(b - c) sqrt(2 (m(b) - m(c))), standard normal
 * </pre>
 *
 * <p>Unit: log odds. Limits are penalised-likelihood ones, as those of logistf and of SAS ({@code clodds=pl firth});
 * standard errors are not given, because programs differ in them. The limit is {@code unbounded} where {@code m} does
 * not fall so far.
 *
 * <p>Edges: the columns must be of full rank. A fit or a limit that comes to no end is {@code not-converged}. {@code m} may have
 * several tops where columns have a long tail: climbs from several places ({@link Starts}) look for the highest, which they
 * need not find. A limit is the first crossing that the search meets on its way out.
 *
 * <p>Source: Firth D (1993), Biometrika 80:27-38; Heinze G, Schemper M (2002), Statistics in Medicine 21:2409-2419.
 */
public final class FirthLogistic {

    private static final double FARTHEST = 1e3;
    private static final double BEYOND = 1e8;
    private static final double SETTLED = 1e-10;
    private static final double CLOSE = 1e-6;

    private final ModelData data;
    private final PenalisedAscent ascent;
    private final double[] coefficients;
    private final double most;

    private FirthLogistic(ModelData data, PenalisedAscent ascent, double[] coefficients, double most) {
        this.data = data;
        this.ascent = ascent;
        this.coefficients = coefficients;
        this.most = most;
    }

    /** What comes of fitting: a fit, or the reason why there is none. */
    public static Result of(ModelData data) {
        PenalisedAscent ascent = new PenalisedAscent(data);
        double[] start = new double[data.design().width()];
        return ascent.highest(Starts.of(data, start, -1), -1)
                .<Result>map(top -> new Result.Fitted(new FirthLogistic(data, ascent, top.coefficients(), top.value())))
                .orElseGet(() -> new Result.None(Reason.NOT_CONVERGED));
    }

    /** A fit, or the reason why there is none. */
    public sealed interface Result {
        /**
         * A fit.
         *
         * @param fit the fit
         */
        record Fitted(FirthLogistic fit) implements Result {}

        /**
         * No fit.
         *
         * @param reason why
         */
        record None(Reason reason) implements Result {}
    }

    /** The coefficients, in the order of the columns. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /**
     * A coefficient with its limits.
     *
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public Estimate limits(int coefficient, double level) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
        return new Estimate(
                Quantity.of(coefficients[coefficient]),
                java.util.Optional.empty(),
                limit(coefficient, -1, z),
                limit(coefficient, 1, z));
    }

    /**
     * A limit by climbs that begin next to the fit; if others climb higher there, by climbs from everywhere. It is none if the
     * likelihood has leapt there, and not fallen by what it should.
     */
    private Quantity limit(int coefficient, int side, double z) {
        double near = search(coefficient, side, z, false);
        if (Double.isInfinite(near) || isThere(coefficient, near, z)) {
            return Quantity.limit(near);
        }
        double far = search(coefficient, side, z, true);
        return Double.isInfinite(far) || isThere(coefficient, far, z)
                ? Quantity.limit(far)
                : Quantity.notEstimable(Reason.NOT_CONVERGED);
    }

    private boolean isThere(int coefficient, double limit, double z) {
        return Math.abs(Math.abs(root(coefficient, limit, true)) - z) < CLOSE;
    }

    /** The test that a coefficient has a value. */
    public TestResult test(int coefficient, double value, Alternative alternative) {
        return NormalTest.of(-root(coefficient, value, true), alternative);
    }

    private double search(int coefficient, int side, double z, boolean everywhere) {
        double b = coefficients[coefficient];
        double unit = ascent.standardError(coefficients, coefficient);
        double inside = b;
        for (double far = Math.max(z, 0.1); far < FARTHEST; far *= 1.5) {
            double outside = b + side * far * unit;
            if (Math.abs(root(coefficient, outside, everywhere)) >= z) {
                return side > 0
                        ? Crossing.of(c -> settled(root(coefficient, c, everywhere) - z), inside, outside)
                        : Crossing.of(c -> settled(root(coefficient, c, everywhere) + z), outside, inside);
            }
            inside = outside;
        }
        return side * Double.POSITIVE_INFINITY;
    }

    private double root(int coefficient, double value, boolean everywhere) {
        double b = coefficients[coefficient];
        if (value == b) {
            return 0;
        }
        double[] start = coefficients.clone();
        start[coefficient] = value;
        List<double[]> starts = new ArrayList<>(List.of(start));
        if (everywhere) {
            starts.addAll(Starts.of(data, start, coefficient));
        }
        double fallen = ascent.highest(starts, coefficient)
                .map(top -> 2 * (most - top.value()))
                .orElse(BEYOND);
        return Math.signum(value - b) * Math.sqrt(Math.max(0, Math.min(BEYOND, fallen)));
    }

    private static double settled(double off) {
        return Math.abs(off) < SETTLED ? 0 : off;
    }
}
