package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.BinaryMethods;
import org.ipstrial.catalogue.EffectScale;
import org.ipstrial.catalogue.Method;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.missing.PartlyObserved;
import org.ipstrial.stats.missing.TippingGrid;
import org.ipstrial.stats.missing.TippingGrid.Frontier;
import org.ipstrial.stats.missing.TippingGrid.Side;

/**
 * The tipping grid of one contrast on a yes/no outcome: the risk difference, by the first method that is picked, for every
 * number of the missing who may have had the event.
 *
 * @param key       what the results are about
 * @param method    the method's name
 * @param group     the arm that is compared
 * @param reference the arm that it is compared with
 * @param grid      the grid
 */
record BinaryTipping(ResultKey key, String method, PartlyObserved group, PartlyObserved reference, TippingGrid grid) {

    /** The note of a side on which no cell at the end of the grid lies. */
    static final String NEVER = "never";

    /** The note of a frontier beyond which there are cells of the same side. */
    static final String NOT_MONOTONE = "not-monotone";

    /** A method that takes up to a second for one table. */
    private static final String EXACT = "exact-score";

    private static final int MOST_EXACT = 100;

    private static final String AS_OBSERVED = "as-observed";

    private static final List<Side> SIDES = List.of(Side.ABOVE, Side.BELOW);

    static BinaryTipping of(ResultKey key, EventCounts group, EventCounts reference, AnalysisSettings settings) {
        Method<TwoByTwoEffect> method =
                settings.methods().of(BinaryMethods.RISK_DIFFERENCE).get(0);
        long cells = (steps(group) + 1L) * (steps(reference) + 1L);
        if (method.id().equals(EXACT) && cells > MOST_EXACT) {
            throw RefusedException.of(
                    FindingCode.E360,
                    Location.COMMAND_LINE,
                    key.group(),
                    key.reference(),
                    cells,
                    method.id(),
                    MOST_EXACT);
        }
        Alternative alternative = settings.hypothesis().alternative();
        EffectScale scale = EffectScale.of(Measure.RISK_DIFFERENCE).orElseThrow();
        double tested = settings.hypothesis().nullValue(Measure.RISK_DIFFERENCE);
        TippingGrid grid = TippingGrid.of(
                partly(group),
                partly(reference),
                table -> alternative.limits(
                        method.function().of(table, alternative.twoSidedLevel(settings.level())),
                        scale.least(),
                        scale.most()),
                table -> method.function().test(table, tested, alternative),
                tested);
        return new BinaryTipping(key, method.id(), partly(group), partly(reference), grid);
    }

    private static int steps(EventCounts counts) {
        return Math.min(counts.missing(), TippingGrid.MOST_STEPS);
    }

    private static PartlyObserved partly(EventCounts counts) {
        return new PartlyObserved(counts.events(), counts.assessed(), counts.missing());
    }

    /** The frontier as a staircase, and where the missing of the reference are like those assessed there. */
    List<Result> results() {
        List<Result> results = new ArrayList<>();
        int[] steps = grid.referenceSteps();
        if (group.assessed() > 0) {
            results.add(new Result(
                    key.withTerm(Names.pair("missing-events-in-group", AS_OBSERVED))
                            .of(Measure.TIPPING_POINT, method),
                    Map.of(Statistic.EVENTS, Cell.count(group.missingEventsAsObserved())),
                    ""));
        }
        for (Side side : SIDES) {
            if (!grid.has(side)) {
                continue;
            }
            if (reference.assessed() > 0) {
                int step = grid.referenceStepNextTo(reference.missingEventsAsObserved());
                results.add(frontier(AS_OBSERVED, side, step, steps[step]));
            }
            for (int step = 0; step < steps.length; step++) {
                results.add(frontier(String.valueOf(steps[step]), side, step, steps[step]));
            }
        }
        return results;
    }

    private Result frontier(String at, Side side, int step, int missingEvents) {
        Frontier frontier = grid.frontier(side, step);
        OptionalInt reached = frontier.missingEvents();
        Cell cell = reached.isEmpty()
                ? Cell.empty(Unit.COUNT, frontier.isMonotone() ? NEVER : NOT_MONOTONE)
                : Cell.count(reached.getAsInt());
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(
                Statistic.ESTIMATE, reached.isPresent() && !frontier.isMonotone() ? cell.withNote(NOT_MONOTONE) : cell);
        cells.put(Statistic.EVENTS, Cell.count(missingEvents));
        String term = Names.pair("missing-events-in-reference", at) + ";"
                + Names.pair("interval", side.name().toLowerCase(Locale.ROOT));
        return new Result(key.withTerm(term).of(Measure.TIPPING_POINT, method), cells, "");
    }

    /** Every cell. */
    Series series() {
        int[] group = grid.groupSteps();
        int[] with = grid.referenceSteps();
        int size = group.length * with.length;
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String column : List.of(
                "group.missing.events",
                "reference.missing.events",
                "estimate",
                "conf.low",
                "conf.high",
                "p.value",
                "side")) {
            columns.put(column, new double[size]);
        }
        int row = 0;
        for (int i = 0; i < group.length; i++) {
            for (int j = 0; j < with.length; j++) {
                TippingGrid.Cell cell = grid.at(i, j);
                columns.get("group.missing.events")[row] = group[i];
                columns.get("reference.missing.events")[row] = with[j];
                columns.get("estimate")[row] = number(cell.effect().estimate().ifEstimated());
                columns.get("conf.low")[row] = number(cell.effect().lower().ifEstimated());
                columns.get("conf.high")[row] = number(cell.effect().upper().ifEstimated());
                columns.get("p.value")[row] = number(cell.test().pValue().ifEstimated());
                columns.get("side")[row] = cell.side().ordinal() - Side.AROUND.ordinal();
                row++;
            }
        }
        return new Series(Names.tipping(key), columns);
    }

    private static double number(OptionalDouble number) {
        return number.orElse(Double.NaN);
    }
}
