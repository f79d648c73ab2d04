package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.EventCounts;

/** The results of each arm on an outcome of ordered levels: the counts, and the number and share at each level. */
final class OrdinalArms {

    private OrdinalArms() {}

    /**
     * Counts and shares of every arm.
     *
     * @param levels the names of the levels, the lowest first; one with nobody at it has its rows too
     */
    static List<Result> results(ResultKey base, ArmData<Amounts> data, List<String> levels, AnalysisSettings settings) {
        List<Result> results = new ArrayList<>();
        data.arms().forEach((arm, people) -> {
            ResultKey key = base.ofArm(arm);
            results.add(AmountArms.counts(key, people));
            int[] counts = at(people, levels);
            for (int level = 0; level < counts.length; level++) {
                ResultKey about = key.withTerm(Names.level(levels.get(level)));
                results.add(new Result(
                        about.of(Measure.COUNT, ""), Map.of(Statistic.EVENTS, Cell.count(counts[level])), ""));
                results.addAll(BinaryArms.proportion(
                        about, new EventCounts(people.rows(), people.values().length, counts[level]), settings));
            }
        });
        return results;
    }

    /** How many people are at each level. */
    static int[] at(Amounts people, List<String> levels) {
        int[] counts = new int[levels.size()];
        for (double place : people.values()) {
            counts[(int) place]++;
        }
        return counts;
    }
}
