package org.ipstrial.plan.hypotheses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.participants.PlannedArm;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;

/**
 * The section {@code hypotheses}: which tests are one family, and how it is guarded against false findings.
 *
 * @param procedure the name of the procedure
 * @param alpha     the level at which the family is tested, from above 0 to 0.5
 * @param of        the hypotheses, at least one, in the order of the plan
 * @param graph     how alpha is shared out and handed on, where the procedure goes by a graph
 */
public record PlannedHypotheses(
        String procedure, double alpha, List<PlannedHypothesis> of, Optional<PlannedGraph> graph) {

    private static final double LARGEST_ALPHA = 0.5;

    /** Copies the list. */
    public PlannedHypotheses {
        of = List.copyOf(of);
    }

    /**
     * Reads the section.
     *
     * @param procedures the names of all procedures
     * @param analyses   the analyses of the plan
     * @param arm        the arms
     * @return nothing where anything in it is refused
     */
    public static Optional<PlannedHypotheses> read(
            Fields fields, List<String> procedures, List<TestedAnalysis> analyses, PlannedArm arm) {
        Optional<String> procedure = fields.required("procedure", "one of " + String.join(", ", procedures))
                .flatMap(value -> value.word(procedures))
                .map(Sited::value);
        Optional<Double> alpha = fields.required("alpha", "the level at which all of them are tested, such as 0.05")
                .flatMap(PlannedHypotheses::alpha);
        boolean graphical = procedure.filter(GraphReader.PROCEDURE::equals).isPresent();
        GraphReader reader = new GraphReader();
        List<PlannedHypothesis> hypotheses = new ArrayList<>();
        Optional<PlanValue> of = fields.required("of", "the hypotheses, in the order in which they are tested");
        of.map(PlanValue::items).orElse(List.of()).forEach(value -> value.fields()
                .flatMap(one -> {
                    if (graphical) {
                        reader.node(one);
                    } else {
                        GraphReader.refuse(one, GraphReader.keysOfHypothesis());
                    }
                    return new HypothesisEntry(one, analyses, arm).read();
                })
                .ifPresent(hypothesis -> {
                    if (hypotheses.stream().anyMatch(hypothesis::isSameAs)) {
                        value.refuse(FindingCode.E432, hypothesis.words());
                    }
                    hypotheses.add(hypothesis);
                }));
        of.filter(value -> value.isList() && value.items().isEmpty())
                .ifPresent(value -> value.refuse(
                        FindingCode.E410,
                        "an empty list",
                        "at least one hypothesis",
                        "write one, or leave the key out"));
        Optional<PlannedGraph> graph = graphical ? of.flatMap(value -> reader.graph(fields, value)) : Optional.empty();
        if (!graphical) {
            GraphReader.refuse(fields, GraphReader.keysOfSection());
        }
        fields.noOthers();
        boolean complete = procedure.isPresent() && alpha.isPresent() && !hypotheses.isEmpty();
        return complete && graph.isPresent() == graphical
                ? Optional.of(new PlannedHypotheses(procedure.get(), alpha.get(), hypotheses, graph))
                : Optional.empty();
    }

    /** A significance level; one above a half is a confidence level in the wrong place. */
    private static Optional<Double> alpha(PlanValue value) {
        Optional<Double> alpha = value.level().map(Sited::value).map(Double::parseDouble);
        if (alpha.filter(level -> level > LARGEST_ALPHA).isPresent()) {
            value.refuse(
                    FindingCode.E413,
                    alpha.get(),
                    "a significance level of at most 0.5, such as 0.05, which is no confidence level");
            return Optional.empty();
        }
        return alpha;
    }
}
