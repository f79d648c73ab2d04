package org.ipstrial.stats.survival.hazards;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.Ties;
import org.ipstrial.stats.survival.cox.residuals.ScaledSchoenfeldResiduals;
import org.ipstrial.stats.survival.cox.residuals.TimeTransform;

/**
 * How the hazard ratio of two arms goes with time: the scaled Schoenfeld residuals of the arm in a Cox model (Efron), and a
 * smooth through them.
 *
 * <p>The smooth {@code s(t)} of the residuals is a natural cubic spline with 4 degrees of freedom of {@code g(t)}, the
 * function of time of the test, by least squares. With {@code h(t)} its leverage, {@code d} the number of events, {@code V}
 * the variance of the coefficient and {@code z} the quantile of the normal distribution, its pointwise limits are
 *
 * <pre>
 *   s(t) -+ z sqrt(d V h(t))
 * </pre>
 *
 * <p>as R's {@code plot.cox.zph} draws them, with 2 for {@code z} there. All are logarithms of hazard ratios of the group to
 * the reference. No trend without a fit; no smooth where events come at too few times for it. Where few are left the band is
 * narrower than it should be, since the variance of a residual is taken to be the same at all times.
 *
 * <p>Source: Grambsch PM, Therneau TM (1994), Biometrika 81:515-526; Therneau TM, Grambsch PM (2000), Modeling Survival Data,
 * Springer, section 6.2.
 *
 * @param coefficient the logarithm of the hazard ratio
 * @param events      the events in order of time, with their residuals
 * @param smooth      the smooth, if events come at enough times for one
 */
public record HazardTrend(double coefficient, List<ScaledSchoenfeldResiduals.Event> events, Optional<Smooth> smooth) {

    /**
     * The smooth at each event with its limits.
     *
     * @param values the smooth
     * @param low    its lower limits
     * @param high   its upper limits
     */
    public record Smooth(double[] values, double[] low, double[] high) {

        private static Smooth of(NaturalSpline spline, double spread) {
            double[] values = spline.fitted();
            double[] low = new double[values.length];
            double[] high = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                double half = spread * Math.sqrt(spline.leverage()[i]);
                low[i] = values[i] - half;
                high[i] = values[i] + half;
            }
            return new Smooth(values, low, high);
        }
    }

    /** The trend of two arms of a model, if it has a fit. */
    public static Optional<HazardTrend> of(
            ArmModel model, int group, int reference, TimeTransform transform, double level) {
        Require.fraction("level", level);
        int column = ArmModel.column(group, reference);
        return model.fit(Ties.EFRON, reference).fit().map(fit -> of(fit, column, transform, level));
    }

    private static HazardTrend of(CoxFit fit, int column, TimeTransform transform, double level) {
        List<ScaledSchoenfeldResiduals.Event> events = ScaledSchoenfeldResiduals.of(fit, transform, column);
        Optional<NaturalSpline> spline = NaturalSpline.of(
                events.stream().mapToDouble(ScaledSchoenfeldResiduals.Event::at).toArray(),
                events.stream()
                        .mapToDouble(ScaledSchoenfeldResiduals.Event::residual)
                        .toArray());
        double spread = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2)
                * Math.sqrt(events.size() * fit.variance()[column][column]);
        return new HazardTrend(fit.coefficients()[column], events, spline.map(any -> Smooth.of(any, spread)));
    }
}
