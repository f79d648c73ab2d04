package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.analysis.MissingRequest.Range;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.AmountMethods;
import org.ipstrial.catalogue.Method;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.stats.location.TwoSampleEffect;
import org.ipstrial.stats.missing.LeeBounds;
import org.ipstrial.stats.missing.LeeBounds.Bound;
import org.ipstrial.stats.missing.LeeBounds.Bounds;
import org.ipstrial.stats.missing.LeeBounds.Selected;

/**
 * The bounds of one contrast on an amount: the mean difference with the missing at the ends of the range, and Lee's bounds
 * for those who work in either arm.
 *
 * @param key       what the results are about
 * @param group     the arm that is compared
 * @param reference the arm that it is compared with
 * @param request   the range
 * @param settings  level and methods
 */
record AmountBounds(
        ResultKey key, Amounts group, Amounts reference, MissingRequest request, AnalysisSettings settings) {

    /** The note of what a range would give. */
    static final String NO_RANGE = "no-range";

    private static final String LEE = "lee";

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        if (group.missing() > 0 || reference.missing() > 0) {
            for (MissingRule rule : List.of(MissingRule.LARGEST_DIFFERENCE, MissingRule.SMALLEST_DIFFERENCE)) {
                ResultKey about = key.withMissingRule(rule.id());
                results.addAll(
                        request.range().map(range -> filled(about, rule, range)).orElseGet(() -> open(about)));
            }
        }
        if (hasZeros(group) || hasZeros(reference)) {
            results.addAll(lee());
        }
        return results;
    }

    private List<Result> filled(ResultKey about, MissingRule rule, Range range) {
        return new AmountContrast(
                        about,
                        filled(group, rule.fillsGroupWithEvents() ? range.high() : range.low()),
                        filled(reference, rule.fillsReferenceWithEvents() ? range.high() : range.low()),
                        settings)
                .effects(AmountMethods.MEAN_DIFFERENCE, settings.unit());
    }

    private static Amounts filled(Amounts amounts, double value) {
        double[] all = Arrays.copyOf(amounts.values(), amounts.rows());
        Arrays.fill(all, amounts.values().length, amounts.rows(), value);
        return new Amounts(amounts.rows(), all);
    }

    private List<Result> open(ResultKey about) {
        List<Result> results = new ArrayList<>();
        for (Method<TwoSampleEffect> method : settings.methods().of(AmountMethods.MEAN_DIFFERENCE)) {
            Cell none = Cell.empty(settings.unit(), NO_RANGE);
            results.add(new Result(
                    about.of(Measure.MEAN_DIFFERENCE, method.id()),
                    Map.of(
                            Statistic.ESTIMATE,
                            none,
                            Statistic.CONF_LOW,
                            none,
                            Statistic.CONF_HIGH,
                            none,
                            Statistic.CONF_LEVEL,
                            Cell.of(settings.level(), Unit.PROPORTION)),
                    ""));
        }
        return results;
    }

    private static boolean hasZeros(Amounts amounts) {
        return Arrays.stream(amounts.values()).anyMatch(value -> value == 0);
    }

    private static Selected workers(Amounts amounts) {
        return new Selected(
                Arrays.stream(amounts.values()).filter(value -> value != 0).toArray(), amounts.values().length);
    }

    private List<Result> lee() {
        Selected ofGroup = workers(group);
        Selected ofReference = workers(reference);
        ResultKey about = key.withAnalysisSet(Hours.WORKERS_ONLY);
        if (LeeBounds.none(ofGroup, ofReference).isPresent()) {
            Cell none = Cell.empty(
                    settings.unit(),
                    LeeBounds.none(ofGroup, ofReference).orElseThrow().id());
            return List.of(new Result(
                    about.withTerm(term("lower")).of(Measure.TRIMMING_BOUND, LEE),
                    Map.of(Statistic.ESTIMATE, none, Statistic.STD_ERROR, none),
                    ""));
        }
        Bounds bounds = LeeBounds.of(ofGroup, ofReference, settings.level());
        Map<Statistic, Cell> effect = new EnumMap<>(Statistic.class);
        effect.put(Statistic.CONF_LOW, Cell.of(bounds.low(), settings.unit()));
        effect.put(Statistic.CONF_HIGH, Cell.of(bounds.high(), settings.unit()));
        effect.put(Statistic.CONF_LEVEL, Cell.of(settings.level(), Unit.PROPORTION));
        return List.of(
                bound(about, "lower", bounds.lower()),
                bound(about, "upper", bounds.upper()),
                new Result(about.withTerm(term("effect")).of(Measure.TRIMMING_BOUND, LEE), effect, ""),
                new Result(
                        about.withTerm(Names.pair("trimmed", bounds.ofGroup() ? "group" : "reference"))
                                .of(Measure.TRIMMING_BOUND, LEE),
                        Map.of(Statistic.ESTIMATE, Cell.of(bounds.trimmed(), Unit.PROPORTION)),
                        ""));
    }

    private Result bound(ResultKey about, String which, Bound bound) {
        return new Result(
                about.withTerm(term(which)).of(Measure.TRIMMING_BOUND, LEE),
                Map.of(
                        Statistic.ESTIMATE,
                        Cell.of(bound.estimate(), settings.unit()),
                        Statistic.STD_ERROR,
                        Cell.of(bound.standardError(), settings.unit())),
                "");
    }

    private static String term(String which) {
        return Names.pair("bound", which);
    }
}
