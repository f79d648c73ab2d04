package org.ipstrial.analysis.hypotheses;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Adjustments;
import org.ipstrial.catalogue.Method;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.plan.hypotheses.PlannedHypotheses;
import org.ipstrial.plan.hypotheses.PlannedHypothesis;
import org.ipstrial.stats.multiplicity.Adjustment;

/**
 * Tests the hypotheses of a plan as one family. Of each there is one result under the method {@code test+procedure} and the term
 * {@code hypothesis=number}: its p-value, and the adjusted one with the verdict as its note. A hypothesis whose test gave no
 * p-value cannot be rejected and counts as if its p-value were 1.
 */
public final class HypothesisFamily {

    private final PlannedHypotheses planned;
    private final Optional<Method<Adjustment>> procedure;

    /** The family that a plan describes. */
    public HypothesisFamily(PlannedHypotheses planned) {
        this.planned = planned;
        this.procedure = Adjustments.ofHypotheses().stream()
                .filter(method -> method.id().equals(planned.procedure()))
                .findFirst();
    }

    /**
     * How many of the hypotheses, from the first, can be decided where only some analyses were run: in a fixed sequence those
     * before the first of another analysis, else all or none.
     *
     * @param analyses the ids of the analyses that were run
     */
    public int decidable(List<String> analyses) {
        int here = 0;
        while (here < planned.of().size()
                && analyses.contains(planned.of().get(here).analysis())) {
            here++;
        }
        return here == planned.of().size() || isSequence() ? here : 0;
    }

    /**
     * The results of the first hypotheses.
     *
     * @param number how many
     * @param all    the results of all analyses that were run
     * @throws RefusedException if one of them has no result there, or several
     */
    public List<Result> results(int number, List<Result> all) {
        List<Result> tests = new ArrayList<>();
        for (PlannedHypothesis hypothesis : planned.of().subList(0, number)) {
            tests.add(test(hypothesis, all));
        }
        double[] pValues = tests.stream()
                .mapToDouble(test -> test.value(Statistic.P_VALUE).orElse(1.0))
                .toArray();
        if (number == 0) {
            return List.of();
        }
        if (planned.graph().isPresent()) {
            return new GraphResults(planned.graph().get(), planned.alpha()).of(tests, pValues);
        }
        double[] adjusted = procedure.orElseThrow().function().adjust(pValues);
        List<Result> results = new ArrayList<>();
        boolean open = true;
        for (int i = 0; i < number; i++) {
            Verdict verdict = !open
                    ? Verdict.NOT_TESTED
                    : adjusted[i] <= planned.alpha() ? Verdict.REJECTED : Verdict.NOT_REJECTED;
            open &= !isSequence() || verdict == Verdict.REJECTED;
            results.add(result(tests.get(i), i + 1, adjusted[i], verdict));
        }
        return results;
    }

    private boolean isSequence() {
        return procedure.filter(Adjustments.ORDERED::contains).isPresent();
    }

    private Result result(Result test, int number, double adjusted, Verdict verdict) {
        ResultKey key = test.key()
                .withTerm(Names.hypothesis(number))
                .of(
                        test.key().measure(),
                        test.key().method() + "+" + procedure.orElseThrow().id());
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.P_VALUE, test.cells().get(Statistic.P_VALUE));
        cells.put(Statistic.P_ADJUSTED, Cell.of(adjusted, Unit.P).withNote(verdict.id()));
        return new Result(key, cells, "");
    }

    /** The one result that a hypothesis is about, of the rule for missing outcomes that the analysis goes by. */
    private static Result test(PlannedHypothesis hypothesis, List<Result> all) {
        String group = hypothesis.contrast().map(PlannedHypothesis.Arms::group).orElse(ResultKey.ALL_ARMS);
        String reference =
                hypothesis.contrast().map(PlannedHypothesis.Arms::reference).orElse("");
        List<Result> ofKind = all.stream()
                .filter(result -> {
                    ResultKey key = result.key();
                    return key.analysis().equals(hypothesis.analysis())
                            && key.outcome().equals(hypothesis.outcome())
                            && key.group().equals(group)
                            && key.reference().equals(reference)
                            && key.stratum().isEmpty()
                            && key.measure().id().equals(hypothesis.measure())
                            && result.cell(Statistic.P_VALUE).isPresent();
                })
                .toList();
        List<Result> fitting = ofKind.stream()
                .filter(result -> result.key().method().equals(hypothesis.method()))
                .toList();
        Optional<Result> first = fitting.stream().findFirst();
        if (first.isEmpty()) {
            String others = ofKind.stream()
                    .map(result -> result.key().method())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw refused(
                    hypothesis,
                    "its analysis gives no such p-value of these arms"
                            + (others.isEmpty() ? "" : ", but one of " + others));
        }
        List<String> terms =
                fitting.stream().map(result -> result.key().term()).distinct().toList();
        // Of ends that compete a hypothesis is about the one that the outcome is about.
        Optional<Result> own = fitting.stream()
                .filter(result -> result.key().term().equals(Names.OWN_EVENT)
                        && terms.stream().allMatch(Names::isCause))
                .findFirst();
        if (own.isEmpty() && terms.size() > 1) {
            throw refused(
                    hypothesis,
                    "its analysis gives several ("
                            + String.join(
                                    ", ",
                                    terms.stream()
                                            .map(term -> term.isEmpty() ? "of everybody" : term)
                                            .toList())
                            + ")");
        }
        return own.or(() -> first).orElseThrow();
    }

    private static RefusedException refused(PlannedHypothesis hypothesis, String why) {
        return RefusedException.of(FindingCode.E433, hypothesis.where(), hypothesis.words(), why);
    }
}
