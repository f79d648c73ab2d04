package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.ipstrial.analysis.hypotheses.HypothesisFamily;
import org.ipstrial.ard.Result;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.plan.hypotheses.PlannedGraph;
import org.ipstrial.plan.hypotheses.PlannedHypotheses;
import org.ipstrial.plan.hypotheses.PlannedHypothesis;

/**
 * The hypotheses of a plan in a run of some of its analyses. A part of a family is never adjusted in silence: what cannot be
 * decided here is said.
 *
 * @param planned   the hypotheses, if the plan has any
 * @param ran       the analyses of the plan that were run, none where the user asked for outcomes of his own
 * @param overrides what the user gave other than the plan, empty where nothing
 */
record HypothesesRun(Optional<PlannedHypotheses> planned, List<String> ran, String overrides) {

    /** What settings of hypotheses begin with. */
    static final String PREFIX = "hypotheses.";

    /**
     * The results of the hypotheses that can be decided here.
     *
     * @param all      the results of the analyses
     * @param plan     the plan as messages name it
     * @param findings is told what cannot
     */
    List<Result> results(List<Result> all, String plan, Findings findings) {
        if (planned.isEmpty()) {
            return List.of();
        }
        HypothesisFamily family = new HypothesisFamily(planned.get());
        int decidable = overrides.isEmpty() ? family.decidable(ran) : 0;
        int number = planned.get().of().size();
        if (decidable < number) {
            findings.add(
                    FindingCode.W310,
                    Location.file(plan),
                    number,
                    planned.get().procedure(),
                    why(),
                    decidable == 0
                            ? "none is decided here, and no p-value is adjusted for them"
                            : "the first " + decidable + " of the sequence can be decided here, and no others");
        }
        return family.results(decidable, all);
    }

    private String why() {
        if (!overrides.isEmpty()) {
            return "options override the plan";
        }
        if (ran.isEmpty()) {
            return "--outcome asks for another analysis than theirs";
        }
        TreeSet<String> others = new TreeSet<>();
        List<String> numbers = new ArrayList<>();
        List<PlannedHypothesis> all = planned.orElseThrow().of();
        for (int i = 0; i < all.size(); i++) {
            if (!ran.contains(all.get(i).analysis())) {
                others.add(all.get(i).analysis());
                numbers.add(String.valueOf(i + 1));
            }
        }
        return (numbers.size() == 1 ? "hypothesis " : "hypotheses ") + String.join(", ", numbers)
                + " of analysis " + String.join(", ", others) + (numbers.size() == 1 ? " is" : " are")
                + " not in this run";
    }

    /** The hypotheses as settings state them. */
    Map<String, Object> stated() {
        return planned.map(HypothesesRun::stated).orElse(Map.of());
    }

    /** The same of a plan alone. */
    static Map<String, Object> stated(PlannedHypotheses planned) {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put(PREFIX + "procedure", planned.procedure());
        stated.put(PREFIX + "alpha", planned.alpha());
        for (int i = 0; i < planned.of().size(); i++) {
            String number = PREFIX + (i + 1);
            stated.put(number, planned.of().get(i).words());
            if (planned.graph().isPresent()) {
                PlannedGraph graph = planned.graph().get();
                stated.put(number + ".id", graph.ids().get(i));
                stated.put(number + ".weight", graph.weights().get(i).text());
                stated.put(number + ".hands-on", graph.handedOn(i));
            }
        }
        return stated;
    }
}
