package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Series;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.times.TimesTests;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.TimesTest;
import org.ipstrial.stats.survival.cox.residuals.ScaledSchoenfeldResiduals;
import org.ipstrial.stats.survival.cox.residuals.TimeTransform;
import org.ipstrial.stats.survival.hazards.ArmModel;
import org.ipstrial.stats.survival.hazards.HazardTrend;

/**
 * How the hazard ratio of two arms goes with time, as series: one for each test of proportional hazards that was asked for
 * by name and each cause. Of everybody in one stratum and without covariates, also where the tests are told with them.
 *
 * @param causes   the names of the causes, none where they are not told apart
 * @param settings level and methods
 */
record HazardTrendSeries(List<String> causes, AnalysisSettings settings) {

    /** The series of a contrast. */
    List<Series> of(ResultKey pair, SurvivalTimes two) {
        List<TimeTransform> transforms = new ArrayList<>();
        for (Method<TimesTest> method : settings.methods().of(TimesTests.TEST)) {
            TimesTests.transform(method).ifPresent(transforms::add);
        }
        if (transforms.isEmpty()) {
            return List.of();
        }
        SurvivalTimes whole = two.unstratified();
        List<Series> series = new ArrayList<>();
        if (causes.isEmpty()) {
            add(series, Names.hazardTrend(pair), whole, transforms);
        }
        for (int cause = 1; cause <= causes.size(); cause++) {
            String name = Names.hazardTrend(pair) + ";" + SurvivalSeries.cause(causes, cause);
            add(series, name, whole.ofCause(cause), transforms);
        }
        return series;
    }

    private void add(List<Series> series, String name, SurvivalTimes times, List<TimeTransform> transforms) {
        ArmModel model = ArmModel.of(times);
        for (TimeTransform transform : transforms) {
            Optional<HazardTrend> trend = HazardTrend.of(model, 0, 1, transform, settings.level());
            trend.ifPresent(
                    any -> series.add(new Series(name + ";" + Names.pair("transform", transform.id()), columns(any))));
        }
    }

    private static Map<String, double[]> columns(HazardTrend trend) {
        double[] coefficient = new double[trend.events().size()];
        Arrays.fill(coefficient, trend.coefficient());
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(
                "time",
                trend.events().stream()
                        .mapToDouble(ScaledSchoenfeldResiduals.Event::time)
                        .toArray());
        columns.put(
                "residual",
                trend.events().stream()
                        .mapToDouble(ScaledSchoenfeldResiduals.Event::residual)
                        .toArray());
        double[] none = new double[coefficient.length];
        Arrays.fill(none, Double.NaN);
        columns.put("smooth", trend.smooth().map(HazardTrend.Smooth::values).orElse(none));
        columns.put("smooth.low", trend.smooth().map(HazardTrend.Smooth::low).orElse(none));
        columns.put("smooth.high", trend.smooth().map(HazardTrend.Smooth::high).orElse(none));
        columns.put("coefficient", coefficient);
        return columns;
    }
}
