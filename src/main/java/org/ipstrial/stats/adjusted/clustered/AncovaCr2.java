package org.ipstrial.stats.adjusted.clustered;

import java.util.Optional;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.location.TApproximation;
import org.ipstrial.stats.regression.cluster.ClusterCorrection;
import org.ipstrial.stats.regression.cluster.ClusteredVariance;
import org.ipstrial.stats.regression.cluster.FewClusters;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.LinearModel;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;

/**
 * Difference of means adjusted for covariates, of people in clusters, with a standard error that holds for few of them (CR2).
 *
 * <pre>
 *   y = a + t(arm) + c(1) x(1) + c(2) x(2) + ... + residual, by least squares over all arms
 *   d = t(group) - t(reference);  se^2 and df as {@link FewClusters} has them
 *   limits = d -+ q se,  q the quantile of Student's t at (1 + level) / 2 with df
 *   test of a difference m: T = (d - m) / se, Student's t with df
 * </pre>
 *
 * <p>Unit: that of the outcome; positive where the arm has more. Of a yes/no outcome it is a difference of shares by the
 * linear model, and its limits end at -1 and 1. The difference is that of the plain model: clusters of many
 * people weigh more than those of few. A covariate that is a combination of others is left out and named. Nobody left over
 * for the residual variance is {@code no-residual-df}; where a single cluster tells of the difference, such as an arm with one
 * team, there is no standard error ({@code one-cluster-alone}), nor of a fit without residuals ({@code no-variance}). The
 * difference itself then still stands.
 *
 * <p>Source: Bell RM, McCaffrey DF (2002), Survey Methodology 28(2):169-181; Pustejovsky JE, Tipton E (2018), Journal of
 * Business &amp; Economic Statistics 36:672-683. As {@code coef_test(lm, vcov = "CR2", test = "Satterthwaite")} of R's
 * clubSandwich.
 */
public final class AncovaCr2 implements ArmContrasts {

    private static final double ROUNDING = 1e-15;

    private final AdjustedData data;
    private final FittedModel fit;
    private final FewClusters clusters;
    private final ModelNotes notes;
    private final double furthest;

    private AncovaCr2(AdjustedData data, FittedModel fit, ModelNotes notes, double furthest) {
        this.furthest = furthest;
        this.data = data;
        this.fit = fit;
        this.clusters = FewClusters.of(fit, data.cluster(), ClusterCorrection.CR2);
        this.notes = notes;
    }

    /** Fits the model over all arms. */
    public static ArmContrasts of(AdjustedData data) {
        return of(data, Double.POSITIVE_INFINITY);
    }

    /**
     * Fits the model to a yes/no outcome: a difference of shares, whose limits end at -1 and 1.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static ArmContrasts ofAnswers(AdjustedData data) {
        for (double y : data.outcome()) {
            Logistic.RESPONSE.check(y);
        }
        return of(data, 1);
    }

    private static ArmContrasts of(AdjustedData data, double furthest) {
        FullRank full = FullRank.of(data.design(0));
        ModelNotes notes = ModelNotes.aliased(full.aliased());
        Fit fit = LinearModel.of(ModelData.of(full.design(), data.outcome()));
        return fit instanceof Fit.None none
                ? ArmContrasts.none(none.reason(), notes)
                : new AncovaCr2(data, fit.ifFitted().orElseThrow(), notes, furthest);
    }

    @Override
    public Estimate estimate(int group, int reference, double level) {
        Require.fraction("level", level);
        Optional<ClusteredVariance> variance = variance(group, reference);
        return lacking(variance)
                .map(reason -> Estimate.withoutLimits(difference(group, reference), reason))
                .orElseGet(
                        () -> within(approximation(group, reference, variance).limits(level)));
    }

    private Estimate within(Estimate estimate) {
        return new Estimate(
                estimate.estimate(), estimate.standardError(), within(estimate.lower()), within(estimate.upper()));
    }

    private Quantity within(Quantity limit) {
        return limit instanceof Quantity.Estimated known
                ? Quantity.of(Math.max(-furthest, Math.min(furthest, known.value())))
                : limit;
    }

    @Override
    public TestResult test(int group, int reference, double effect, Alternative alternative) {
        Optional<ClusteredVariance> variance = variance(group, reference);
        return lacking(variance).map(TestResult::notEstimable).orElseGet(() -> approximation(group, reference, variance)
                .test(effect, alternative));
    }

    @Override
    public ModelNotes notes() {
        return notes;
    }

    private Optional<ClusteredVariance> variance(int group, int reference) {
        return clusters.variance(data.contrast(fit.design(), group, reference));
    }

    private Optional<Reason> lacking(Optional<ClusteredVariance> variance) {
        if (variance.isEmpty()) {
            return Optional.of(Reason.ONE_CLUSTER_ALONE);
        }
        double largest = 0;
        for (double y : data.outcome()) {
            largest = Math.max(largest, Math.abs(y));
        }
        boolean exact = Math.sqrt(fit.deviance() / data.people()) <= ROUNDING * largest;
        ClusteredVariance found = variance.get();
        return exact || !(found.variance() > 0 && found.df() > 0) ? Optional.of(Reason.NO_VARIANCE) : Optional.empty();
    }

    private TApproximation approximation(int group, int reference, Optional<ClusteredVariance> variance) {
        ClusteredVariance found = variance.orElseThrow();
        return new TApproximation(difference(group, reference), Math.sqrt(found.variance()), found.df());
    }

    private double difference(int group, int reference) {
        return NormalContrasts.product(data.contrast(fit.design(), group, reference), fit.coefficients());
    }
}
