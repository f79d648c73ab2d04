package org.ipstrial.stats.survival.competing;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.survival.ArmColumns;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.cox.Information;
import org.ipstrial.stats.survival.cox.Ties;
import org.ipstrial.stats.survival.hazards.ArmModel;
import org.ipstrial.stats.survival.hazards.HazardRatio;

/**
 * Subdistribution hazard ratio of cause 1 in two arms: what the cumulative incidence rises by among those who have not had the
 * event of that cause, other ends notwithstanding.
 *
 * <p>Whoever ended by another cause stays at risk, with the chance of not having been censored since then. With {@code G} the
 * Kaplan-Meier curve of censoring of everybody, {@code T_i} the time of person {@code i}:
 *
 * <pre>
 *   w_i(t) = 1 up to T_i;  after it 0, or G(t-) / G(T_i-) if another cause ended it
 *   b: maximum of the partial likelihood with the weights w_i(t) in its sums, ties by Breslow
 *   V = I<sup>-1</sup> (sum of (eta_i + psi_i) (eta_i + psi_i)') I<sup>-1</sup>
 *   SHR = exp(b), limits exp(b -+ z se(b)), z the standard normal quantile at (1 + level) / 2
 * </pre>
 *
 * <p>{@code eta_i}: the score residual; {@code psi_i}: what estimating {@code G} adds, see {@link SubdistributionResiduals}. No
 * unit; above 1 where more of the group have had the event of this cause by any time. Events count as before censoring at the
 * same time, and people who have an event there as at risk of censoring. Not estimable as {@link HazardRatio}, of this cause
 * alone. Strata, clusters and late entries are not looked at.
 *
 * <p>R's {@code cmprsk::crr} gives the same numbers; {@code coxph} on the rows of {@code survival::finegray} leaves out
 * {@code psi_i} and takes those who have the event at a time as gone before anybody is censored at it, so that it differs in the
 * third digit or so where times are tied.
 *
 * <p>Source: Fine JP, Gray RJ (1999), A proportional hazards model for the subdistribution of a competing risk, Journal of the
 * American Statistical Association 94:496-509.
 */
public final class FineGray {

    private static final int STEPS = 100;
    private static final double SETTLED = 1e-14;

    private FineGray() {}

    /** The ratio of two arms of a model, in which cause 1 is the event and every other cause competes. */
    public static Estimate ratio(ArmModel model, int group, int reference, double level) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Require.fraction("level", level)) / 2);
        ArmModel alone = neverLeaving(model);
        Estimate unweighted = HazardRatio.wald(Ties.BRESLOW).of(alone, group, reference, level);
        if (unweighted.estimate().ifEstimated().isEmpty()) {
            return unweighted;
        }
        SurvivalTimes times = model.times();
        Subdistribution data = new Subdistribution(times, ArmColumns.of(times, reference, alone.columns()));
        Optional<double[]> fitted = fit(data);
        if (fitted.isEmpty()) {
            return Estimate.notEstimable(Reason.NOT_CONVERGED);
        }
        int column = ArmModel.column(group, reference);
        double b = fitted.get()[column];
        double variance = SubdistributionResiduals.variance(data, fitted.get())[column][column];
        double half = z * Math.sqrt(variance);
        return new Estimate(
                Quantity.of(StrictMath.exp(b)),
                Optional.empty(),
                Quantity.of(StrictMath.exp(b - half)),
                Quantity.limit(StrictMath.exp(b + half)));
    }

    /**
     * The same people where other ends never take anybody out of the risk sets: whether there is a maximum hangs on who is in
     * them, not on the weights.
     */
    private static ArmModel neverLeaving(ArmModel model) {
        SurvivalTimes times = model.times();
        int n = times.size();
        double last =
                Math.ceil(IntStream.range(0, n).mapToDouble(times::time).max().orElseThrow()) + 1;
        SurvivalTimes alone = SurvivalTimes.of(
                IntStream.range(0, n)
                        .mapToDouble(i -> times.cause(i) > 1 ? last : times.time(i))
                        .toArray(),
                IntStream.range(0, n).map(i -> times.cause(i) == 1 ? 1 : 0).toArray(),
                IntStream.range(0, n).map(times::arm).toArray());
        return ArmModel.of(alone, model.names(), model.columns());
    }

    /** The maximum, by Newton's method from 0 with halved steps. */
    static Optional<double[]> fit(Subdistribution data) {
        double[] b = new double[data.width()];
        Subdistribution.Sums now = data.at(b);
        for (int i = 0; i < STEPS; i++) {
            Optional<double[][]> inverse = Information.inverse(now.information());
            if (inverse.isEmpty()) {
                return Optional.empty();
            }
            double[] step = new double[b.length];
            double decrement = 0;
            for (int j = 0; j < b.length; j++) {
                for (int k = 0; k < b.length; k++) {
                    step[j] += inverse.get()[j][k] * now.score()[k];
                }
                decrement += step[j] * now.score()[j];
            }
            double factor = 1;
            Subdistribution.Sums there = data.at(Information.moved(b, step, factor));
            // Near the top rounding alone can lower the likelihood.
            while (decrement > 1e-8 && !(there.value() >= now.value())) {
                factor /= 2;
                there = data.at(Information.moved(b, step, factor));
            }
            b = Information.moved(b, step, factor);
            now = there;
            if (decrement < SETTLED) {
                return Optional.of(b);
            }
        }
        return Optional.empty();
    }
}
