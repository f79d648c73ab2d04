package org.ipstrial.plan.hypotheses;

import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.hypotheses.PlannedHypothesis.Arms;
import org.ipstrial.plan.participants.PlannedArm;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * Reads one hypothesis against what it may refer to.
 *
 * @param fields   its keys
 * @param analyses the analyses of the plan
 * @param arm      the arms
 */
record HypothesisEntry(Fields fields, List<TestedAnalysis> analyses, PlannedArm arm) {

    private static final String TEST = "test";

    Optional<PlannedHypothesis> read() {
        Optional<TestedAnalysis> analysis = fields.required("analysis", "the id of an analysis that tests something")
                .flatMap(this::analysis);
        Optional<PlanValue> given = fields.get("outcome");
        Optional<String> outcome = analysis.flatMap(of -> outcome(of, given));
        Optional<PlanValue> contrast = fields.get("contrast");
        Optional<PlanValue> against = fields.get("against");
        Optional<PlanValue> over = fields.get("over");
        over.ifPresent(value -> value.word(List.of("all-arms")));
        if (contrast.isPresent() == over.isPresent()) {
            fields.self()
                    .refuse(
                            FindingCode.E426,
                            contrast.isPresent()
                                    ? "a hypothesis is of a contrast and over all arms"
                                    : "a hypothesis names no arm",
                            "one of 'contrast' with the arm that is compared and 'over: all-arms'",
                            contrast.isPresent() ? "take one out" : "write one in");
        }
        Optional<Arms> arms = contrast.flatMap(value -> arms(value, against));
        if (contrast.isEmpty()) {
            against.ifPresent(value -> value.refuse(FindingCode.E425, "against", "a hypothesis over all arms"));
        }
        Optional<PlanValue> test = fields.required(TEST, "the method of the test, as NAME or MEASURE:NAME");
        Optional<String[]> method = analysis.flatMap(of -> test.flatMap(value -> method(value, of)));
        fields.noOthers();
        boolean complete = outcome.isPresent() && method.isPresent() && arms.isPresent() != over.isPresent();
        return complete
                ? Optional.of(new PlannedHypothesis(
                        fields.self().where(),
                        analysis.get().id(),
                        outcome.get(),
                        arms,
                        method.get()[0],
                        method.get()[1]))
                : Optional.empty();
    }

    private Optional<TestedAnalysis> analysis(PlanValue value) {
        Optional<String> id = value.text().map(Sited::value);
        Optional<TestedAnalysis> found = analyses.stream()
                .filter(analysis -> id.filter(analysis.id()::equals).isPresent())
                .findFirst();
        List<String> known = analyses.stream()
                .filter(TestedAnalysis::tests)
                .map(TestedAnalysis::id)
                .toList();
        if (id.isPresent() && found.isEmpty()) {
            value.refuse(
                    FindingCode.E418,
                    "analysis",
                    PlanWords.cut(id.get()),
                    known.isEmpty() ? "none" : String.join(", ", known),
                    known.isEmpty() ? "describe it under analyses" : PlanWords.nearest(id.get(), known));
        }
        found.filter(analysis -> !analysis.tests())
                .ifPresent(analysis -> value.refuse(
                        FindingCode.E426,
                        "analysis '" + PlanWords.cut(analysis.id()) + "' is one of '" + analysis.command()
                                + "', which tests nothing",
                        known.isEmpty() ? "an analysis that compares arms" : "one of " + String.join(", ", known),
                        "name another, or take the hypothesis out"));
        found.filter(analysis -> analysis.tests() && analysis.adjusted())
                .ifPresent(analysis -> value.refuse(FindingCode.E434, PlanWords.cut(analysis.id())));
        return found.filter(TestedAnalysis::tests);
    }

    /** The outcome, which goes without saying where the analysis has but one. */
    private Optional<String> outcome(TestedAnalysis analysis, Optional<PlanValue> given) {
        if (given.isEmpty()) {
            if (analysis.outcomes().size() != 1) {
                fields.self()
                        .refuse(
                                FindingCode.E409,
                                "outcome",
                                "one of " + String.join(", ", analysis.outcomes())
                                        + ", since the analysis has several");
                return Optional.empty();
            }
            return Optional.of(analysis.outcomes().get(0));
        }
        Optional<String> name = given.get().text().map(Sited::value);
        if (name.filter(text -> !analysis.outcomes().contains(text)).isPresent()) {
            given.get()
                    .refuse(
                            FindingCode.E418,
                            "outcome of analysis '" + PlanWords.cut(analysis.id()) + "' called",
                            PlanWords.cut(name.get()),
                            String.join(", ", analysis.outcomes()),
                            PlanWords.nearest(name.get(), analysis.outcomes()));
            return Optional.empty();
        }
        return name;
    }

    private Optional<Arms> arms(PlanValue contrast, Optional<PlanValue> against) {
        Optional<String> group = arm(contrast);
        Optional<String> reference =
                against.isEmpty() ? Optional.of(arm.control().value()) : against.flatMap(this::arm);
        if (group.isPresent() && group.equals(reference)) {
            contrast.refuse(
                    FindingCode.E426,
                    "'" + PlanWords.cut(group.get()) + "' is compared with itself",
                    "two arms",
                    "name another arm here, or under 'against'");
            return Optional.empty();
        }
        return group.flatMap(one -> reference.map(other -> new Arms(one, other)));
    }

    private Optional<String> arm(PlanValue value) {
        Optional<String> label = value.text().map(Sited::value);
        label.ifPresent(name -> PlannedArm.require(value, name, arm.known()));
        return label;
    }

    /** The measure and the method. */
    private static Optional<String[]> method(PlanValue value, TestedAnalysis analysis) {
        Optional<String> text = value.text().map(Sited::value);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int colon = text.get().indexOf(':');
        String measure = colon < 0 ? TEST : text.get().substring(0, colon);
        String method = text.get().substring(colon + 1);
        List<String> measures = List.copyOf(analysis.methods().keySet());
        if (!measures.contains(measure)) {
            unknown(value, measure, "measure", analysis.command(), measures);
            return Optional.empty();
        }
        List<String> methods = analysis.methods().get(measure);
        if (!methods.contains(method)) {
            unknown(value, method, "method", measure, methods);
            return Optional.empty();
        }
        return Optional.of(new String[] {measure, method});
    }

    private static void unknown(PlanValue value, String name, String what, String of, List<String> known) {
        value.refuse(
                FindingCode.E424,
                PlanWords.cut(name),
                what,
                of,
                String.join(", ", known),
                PlanWords.nearest(name, known));
    }
}
