package org.ipstrial.stats.imputation.pooling;

import java.util.List;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.location.TApproximation;
import org.ipstrial.stats.proportion.CriticalValue;

/**
 * The estimates of many completed data sets, pooled.
 *
 * <p>With {@code m} completed data sets, their estimates {@code q(i)} and variances {@code u(i)}, and {@code v} the
 * degrees of freedom that the analysis would have had with nothing missing (the fewest of all completed data sets):
 *
 * <pre>
 *   estimate  = mean of q,  within ubar = mean of u,  between b = variance of q (m - 1)
 *   total   t = ubar + (1 + 1/m) b,  std.error = sqrt(t)
 *   r         = (1 + 1/m) b / ubar            relative increase of the variance
 *   lambda    = (1 + 1/m) b / t               share of the variance that comes from what is missing
 *   old       = (m - 1) / lambda^2            Rubin's degrees of freedom
 *   observed  = (v + 1) / (v + 3) v (1 - lambda)
 *   df        = old observed / (old + observed),  old where v is infinite
 *   fmi       = (r + 2 / (df + 3)) / (r + 1)  fraction of missing information
 *   limits    = estimate -+ t(df) std.error,  test of q0: (estimate - q0) / std.error, Student's t with df
 * </pre>
 *
 * <p>Unit: that of the estimates. The order of the data sets changes nothing.
 *
 * <p>Edges: where the completed data sets all agree, {@code b} is 0, {@code df} is {@code observed}, and with infinite
 * {@code v} it is infinite ({@code unbounded}) and the limits are normal. A total of 0 leaves the estimate alone
 * ({@code no-variance}), and so does a {@code ubar} of 0 for {@code r}, and for {@code df} where {@code v} is finite.
 * Lambda is not held above 0.0001, as {@code mice::pool.scalar} holds it.
 *
 * <p>Source: Rubin DB (1987), Multiple Imputation for Nonresponse in Surveys, Wiley, section 3.3; degrees of freedom:
 * Barnard J, Rubin DB (1999), Biometrika 86:948-955; fmi: Rubin 1987, formula 3.1.10.
 *
 * @param imputations how many completed data sets, at least 2
 * @param estimate    the pooled estimate
 * @param within      the mean of their variances
 * @param between     the variance between their estimates
 * @param completeDf  the degrees of freedom with nothing missing; may be infinite
 */
public record RubinRules(int imputations, double estimate, double within, double between, double completeDf) {

    /** Refuses fewer than two data sets. */
    public RubinRules {
        if (imputations < 2) {
            throw new IllegalArgumentException("pooling needs at least two completed data sets, got " + imputations);
        }
    }

    /** Pools the completed data sets, at least two. */
    public static RubinRules of(List<CompletedEstimate> completed) {
        if (completed.size() < 2) {
            throw new IllegalArgumentException(
                    "pooling needs at least two completed data sets, got " + completed.size());
        }
        Moments q = Moments.of(
                completed.stream().mapToDouble(CompletedEstimate::estimate).toArray());
        Moments u = Moments.of(
                completed.stream().mapToDouble(CompletedEstimate::variance).toArray());
        double df = completed.stream().mapToDouble(CompletedEstimate::df).min().getAsDouble();
        return new RubinRules(completed.size(), q.mean(), u.mean(), q.variance(), df);
    }

    /** The total variance. */
    public double total() {
        return within + ofImputing();
    }

    /** The standard error. */
    public double standardError() {
        return Math.sqrt(total());
    }

    /** The relative increase of the variance by what is missing. */
    public Quantity relativeIncrease() {
        return within > 0 ? Quantity.of(ofImputing() / within) : Quantity.notEstimable(Reason.NO_VARIANCE);
    }

    /** The share of the total variance that comes from what is missing. */
    public Quantity lambda() {
        return total() > 0 ? Quantity.of(ofImputing() / total()) : Quantity.notEstimable(Reason.NO_VARIANCE);
    }

    /** The degrees of freedom of Barnard and Rubin. */
    public Quantity df() {
        if (total() == 0 || within == 0 && Double.isFinite(completeDf)) {
            return Quantity.notEstimable(Reason.NO_VARIANCE);
        }
        return Quantity.limit(degreesOfFreedom());
    }

    /** The fraction of missing information, with its correction for few imputations. */
    public Quantity fractionMissing() {
        if (within == 0) {
            return Quantity.notEstimable(Reason.NO_VARIANCE);
        }
        double r = ofImputing() / within;
        return Quantity.of((r + 2 / (degreesOfFreedom() + 3)) / (r + 1));
    }

    /** The estimate with its limits. */
    public Estimate limits(double level) {
        if (df() instanceof Quantity.NotEstimable none && none.reason() == Reason.NO_VARIANCE) {
            return Estimate.withoutLimits(estimate, Reason.NO_VARIANCE);
        }
        double df = degreesOfFreedom();
        if (Double.isFinite(df)) {
            return new TApproximation(estimate, standardError(), df).limits(level);
        }
        double half = CriticalValue.twoSided(level) * standardError();
        return Estimate.of(estimate, standardError(), estimate - half, estimate + half);
    }

    /** The test that the truth is a given value. */
    public TestResult test(double nullValue, Alternative alternative) {
        if (df() instanceof Quantity.NotEstimable none && none.reason() == Reason.NO_VARIANCE) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        double df = degreesOfFreedom();
        return Double.isFinite(df)
                ? new TApproximation(estimate, standardError(), df).test(nullValue, alternative)
                : NormalTest.of((estimate - nullValue) / standardError(), alternative);
    }

    /** The results without some completed data set, one after the other. */
    static List<RubinRules> leavingOneOut(List<CompletedEstimate> completed) {
        RubinRules all = of(completed);
        int m = completed.size();
        double[] dfs =
                completed.stream().mapToDouble(CompletedEstimate::df).sorted().toArray();
        return completed.stream()
                .map(one -> {
                    double off = one.estimate() - all.estimate();
                    double squares = all.between() * (m - 1) - off * off * m / (m - 1);
                    return new RubinRules(
                            m - 1,
                            all.estimate() - off / (m - 1),
                            Math.max(0, all.within() - (one.variance() - all.within()) / (m - 1)),
                            Math.max(0, squares) / (m - 2),
                            one.df() == dfs[0] ? dfs[1] : dfs[0]);
                })
                .toList();
    }

    private double ofImputing() {
        return (1 + 1.0 / imputations) * between;
    }

    /** The formula; of a total above 0, infinite where nothing limits it. */
    private double degreesOfFreedom() {
        double lambda = ofImputing() / total();
        double old = (imputations - 1) / (lambda * lambda);
        if (Double.isInfinite(completeDf)) {
            return old;
        }
        double observed = (completeDf + 1) / (completeDf + 3) * completeDf * (1 - lambda);
        // The product over the sum, divided through by old, which may be infinite.
        return observed / (1 + observed / old);
    }
}
