package org.ipstrial.analysis.hypotheses;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Adjustments;
import org.ipstrial.plan.hypotheses.PlannedGraph;
import org.ipstrial.stats.multiplicity.GraphicalProcedure.Decision;
import org.ipstrial.stats.multiplicity.HypothesisGraph;
import org.ipstrial.stats.multiplicity.Portion;

/**
 * The results of hypotheses that share their level by a graph. Beside the p-values each has the local level at which it was
 * tested; under the terms {@code hypothesis=2;from=plan} and {@code hypothesis=2;from=1} stands what of that level it had from
 * the start, and what came from the first hypothesis.
 *
 * @param planned the graph
 * @param alpha   the level of the family
 */
record GraphResults(PlannedGraph planned, double alpha) {

    private static final String START = "plan";

    List<Result> of(List<Result> tests, double[] pValues) {
        List<Decision> decisions = Adjustments.GRAPHICAL.function().of(graph(), pValues, alpha);
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            Result test = tests.get(i);
            Decision decision = decisions.get(i);
            int number = i + 1;
            Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
            cells.put(Statistic.P_VALUE, test.cells().get(Statistic.P_VALUE));
            cells.put(
                    Statistic.P_ADJUSTED,
                    Cell.of(decision.adjusted(), Unit.P)
                            .withNote(verdict(decision).id()));
            cells.put(Statistic.LOCAL_LEVEL, Cell.of(decision.localLevel(), Unit.P));
            results.add(new Result(key(test, Names.hypothesis(number)), cells, ""));
            if (decision.own() > 0) {
                results.add(part(test, Names.hypothesis(number, START), decision.own()));
            }
            decision.received()
                    .forEach((from, level) ->
                            results.add(part(test, Names.hypothesis(number, String.valueOf(from + 1)), level)));
        }
        return results;
    }

    private HypothesisGraph graph() {
        return new HypothesisGraph(
                planned.weights().stream()
                        .map(share -> Portion.of(share.numerator(), share.denominator()))
                        .toList(),
                planned.transitions().stream()
                        .map(row -> row.stream()
                                .map(share -> Portion.of(share.numerator(), share.denominator()))
                                .toList())
                        .toList());
    }

    private static Verdict verdict(Decision decision) {
        if (decision.rejected()) {
            return Verdict.REJECTED;
        }
        return decision.tested() ? Verdict.NOT_REJECTED : Verdict.NOT_TESTED;
    }

    private static Result part(Result test, String term, double level) {
        return new Result(key(test, term), Map.of(Statistic.LOCAL_LEVEL, Cell.of(level, Unit.P)), "");
    }

    private static ResultKey key(Result test, String term) {
        return test.key()
                .withTerm(term)
                .of(test.key().measure(), test.key().method() + "+" + Adjustments.GRAPHICAL.id());
    }
}
