package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.multiplicity.Adjustment;

/** P-values adjusted over a family: the contrasts of one outcome, test and stratum. */
final class AdjustedTests {

    private AdjustedTests() {}

    /**
     * One result a test, under the method {@code test+adjustment}. A test without a p-value is not counted in the family
     * and keeps its reason.
     *
     * @param results all results of one outcome in one stratum
     */
    static List<Result> of(List<Result> results, Method<Adjustment> adjustment) {
        Map<List<String>, List<Result>> families = new LinkedHashMap<>();
        for (Result result : results) {
            if (result.key().measure() == Measure.TEST
                    && result.cell(Statistic.P_VALUE).isPresent()) {
                families.computeIfAbsent(
                                List.of(result.key().method(), result.key().term()), any -> new ArrayList<>())
                        .add(result);
            }
        }
        List<Result> adjusted = new ArrayList<>();
        families.values().forEach(family -> adjusted.addAll(adjust(family, adjustment)));
        return adjusted;
    }

    /**
     * The same of tests that an effect is alike in subgroups, whose family is the columns of subgroups.
     *
     * @param tests those of one outcome, contrast and scale
     */
    static List<Result> ofInteractions(List<Result> tests, Method<Adjustment> adjustment) {
        // Columns of levels and amounts have tests of different names: the first of each column are one family.
        Map<String, Integer> ofColumn = new HashMap<>();
        Map<Integer, List<Result>> families = new LinkedHashMap<>();
        tests.forEach(test -> families.computeIfAbsent(
                        ofColumn.merge(test.key().term(), 1, Integer::sum), any -> new ArrayList<>())
                .add(test));
        List<Result> adjusted = new ArrayList<>();
        families.values().forEach(family -> adjusted.addAll(adjust(family, adjustment)));
        return adjusted;
    }

    private static List<Result> adjust(List<Result> family, Method<Adjustment> adjustment) {
        double[] pValues = family.stream()
                .flatMap(test -> test.value(Statistic.P_VALUE).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] adjusted = adjustment.function().adjust(pValues);
        List<Result> results = new ArrayList<>();
        int next = 0;
        for (Result test : family) {
            Cell p = test.cells().get(Statistic.P_VALUE);
            Cell cell = p.value().isPresent() ? Cell.of(adjusted[next++], Unit.P) : p;
            ResultKey key = test.key().of(test.key().measure(), test.key().method() + "+" + adjustment.id());
            results.add(new Result(key, Map.of(Statistic.P_ADJUSTED, cell), ""));
        }
        return results;
    }
}
