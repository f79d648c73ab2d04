package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.stats.Reason;

/** How many people of each arm are in each stratum, and which strata tell less than all. */
final class StratumCounts {

    private StratumCounts() {}

    /** Rows, assessed, missing and events of each arm in each stratum. */
    static List<Result> ofEvents(ResultKey base, Strata<EventCounts> strata) {
        return of(base, strata, counts -> {
            Map<Statistic, Cell> cells = counted(counts.rows(), counts.assessed());
            cells.put(Statistic.EVENTS, Cell.count(counts.events()));
            return cells;
        });
    }

    /** Rows, assessed, missing and those with nothing of each arm in each stratum. */
    static List<Result> ofAmounts(ResultKey base, Strata<Amounts> strata) {
        return of(base, strata, amounts -> {
            Map<Statistic, Cell> cells = counted(amounts.rows(), amounts.values().length);
            long zeros =
                    Arrays.stream(amounts.values()).filter(value -> value == 0).count();
            cells.put(Statistic.ZEROS, Cell.count(zeros));
            return cells;
        });
    }

    /** Rows, assessed and missing of each arm in each stratum, and after them those at each level of the outcome. */
    static List<Result> ofLevels(ResultKey base, Strata<Amounts> strata, List<String> levels) {
        List<Result> results = new ArrayList<>();
        strata.arms()
                .forEach((stratum, arms) -> arms.forEach((arm, people) -> {
                    ResultKey key = base.ofArm(arm);
                    results.add(new Result(key(key, stratum), counted(people.rows(), people.values().length), ""));
                    int[] counts = OrdinalArms.at(people, levels);
                    for (int level = 0; level < counts.length; level++) {
                        results.add(new Result(
                                key(key, Names.atOutcomeLevel(stratum, levels.get(level))),
                                Map.of(Statistic.ASSESSED, Cell.count(counts[level])),
                                ""));
                    }
                }));
        return results;
    }

    private static <D> List<Result> of(ResultKey base, Strata<D> strata, Function<D, Map<Statistic, Cell>> count) {
        List<Result> results = new ArrayList<>();
        strata.arms()
                .forEach((stratum, arms) -> arms.forEach(
                        (arm, data) -> results.add(new Result(key(base.ofArm(arm), stratum), count.apply(data), ""))));
        return results;
    }

    private static Map<Statistic, Cell> counted(int rows, int assessed) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.RANDOMISED, Cell.count(rows));
        cells.put(Statistic.ASSESSED, Cell.count(assessed));
        cells.put(Statistic.MISSING, Cell.count(rows - assessed));
        return cells;
    }

    /**
     * A stratum that tells less than all in a contrast: those assessed in both arms, with the reason.
     *
     * @param contrast the key of the contrast
     */
    static Result silent(ResultKey contrast, String stratum, int assessed, Reason reason) {
        return new Result(
                key(contrast, stratum),
                Map.of(Statistic.ASSESSED, Cell.count(assessed).withNote(reason.id())),
                "");
    }

    private static ResultKey key(ResultKey about, String stratum) {
        return about.withTerm(stratum).of(Measure.STRATUM_COUNT, "");
    }
}
