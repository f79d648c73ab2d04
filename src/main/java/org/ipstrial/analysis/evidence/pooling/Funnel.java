package org.ipstrial.analysis.evidence.pooling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.analysis.evidence.pooling.studies.StudySet;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.meta.MeanLimits;
import org.ipstrial.stats.meta.StudyEffects;

/** What a funnel plot is drawn of. */
final class Funnel {

    private static final String ESTIMATE = "estimate";
    private static final String ERROR = "std.error";

    /** The effects of ratios that a figure can hold have logarithms below this. */
    private static final double MOST_LOGARITHM = 230;

    private Funnel() {}

    /**
     * Effects and standard errors on the scale of pooling, in the order of the studies that have one, and where the sides of
     * the funnel run: within them studies of a standard error lie with the confidence level's probability, were all of them
     * about the pooled effect.
     *
     * @param pooled the pooled effect that the page begins with
     */
    static List<Series> of(StudySet set, Result pooled, MetaRows rows) {
        if (set.count() == 0) {
            return List.of();
        }
        StudyEffects effects = set.effects().orElseThrow();
        double[] estimates = new double[set.count()];
        double[] errors = new double[set.count()];
        double largest = 0;
        double farthest = 0;
        for (int i = 0; i < estimates.length; i++) {
            estimates[i] = effects.estimate(i);
            errors[i] = Math.sqrt(effects.variance(i));
            largest = Math.max(largest, errors[i]);
            farthest = Math.max(farthest, Math.abs(estimates[i]));
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(ESTIMATE, estimates);
        columns.put(ERROR, errors);
        List<Series> series = new ArrayList<>(List.of(new Series("funnel", columns)));
        boolean ratio = rows.measure().isRatio();
        double middle = pooled.value(Statistic.ESTIMATE)
                .map(estimate -> ratio ? StrictMath.log(estimate) : estimate)
                .orElse(Double.NaN);
        if (Double.isNaN(middle) || set.count() < 2) {
            return series;
        }
        Estimate end = MeanLimits.NORMAL
                .of(middle, largest, 0, rows.level(), Optional.empty())
                .effect();
        double low = end.lower().ifEstimated().orElseThrow();
        double high = end.upper().ifEstimated().orElseThrow();
        farthest = Math.max(farthest, Math.max(Math.abs(low), Math.abs(high)));
        if (farthest < (ratio ? MOST_LOGARITHM : Double.MAX_VALUE)) {
            Map<String, double[]> sides = new LinkedHashMap<>();
            sides.put(ERROR, new double[] {0, largest});
            sides.put(ESTIMATE, new double[] {middle, middle});
            sides.put("conf.low", new double[] {middle, low});
            sides.put("conf.high", new double[] {middle, high});
            series.add(new Series("funnel-limits", sides));
        }
        return series;
    }
}
