package org.ipstrial.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ipstrial.analysis.Compare;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.analysis.Survival;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.MeasureFamilies;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.ordinal.OrdinalMethods;
import org.ipstrial.catalogue.times.TimesTests;
import org.ipstrial.dataset.CodePointOrder;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedAnalysis;
import org.ipstrial.plan.hypotheses.PlannedHypotheses;
import org.ipstrial.plan.hypotheses.PlannedHypothesis;
import org.ipstrial.plan.hypotheses.PlannedHypothesis.Arms;
import org.ipstrial.plan.participants.PlannedArm;

/** Whether each hypothesis of a plan is about a test that its analysis does. */
final class HypothesesCheck {

    private final Plan plan;
    private final PlannedData data;

    HypothesesCheck(Plan plan, PlannedData data) {
        this.plan = plan;
        this.data = data;
    }

    /**
     * Tells of those that are not.
     *
     * @param analyses the analyses of which the kinds of outcomes are known
     */
    void check(List<String> analyses, Findings findings) {
        List<PlannedHypothesis> all =
                plan.hypotheses().map(PlannedHypotheses::of).orElse(List.of());
        for (PlannedHypothesis hypothesis : all) {
            if (!analyses.contains(hypothesis.analysis())) {
                continue;
            }
            PlannedAnalysis analysis = plan.analyses().stream()
                    .filter(one -> one.id().value().equals(hypothesis.analysis()))
                    .findFirst()
                    .orElseThrow();
            Optional<String> undone = hypothesis.contrast().flatMap(arms -> undone(arms, analysis));
            if (undone.isPresent()) {
                findings.add(FindingCode.E433, hypothesis.where(), hypothesis.words(), undone.get());
                continue;
            }
            Set<String> done = done(hypothesis, analysis);
            if (!done.contains(hypothesis.method())) {
                findings.add(
                        FindingCode.E433,
                        hypothesis.where(),
                        hypothesis.words(),
                        done.isEmpty()
                                ? "analysis '" + hypothesis.analysis() + "' does none of its kind"
                                : "analysis '" + hypothesis.analysis() + "' does " + String.join(", ", done));
            }
        }
    }

    /** Why an analysis does not compare two arms so, if it does not: those of a comparison go by the order of the arms. */
    private Optional<String> undone(Arms arms, PlannedAnalysis analysis) {
        PlannedArm planned = plan.participants().arm();
        if (arms.reference().equals(planned.control().value())) {
            return Optional.empty();
        }
        List<String> order = planned.knownLabels();
        boolean earlier = planned.ordered()
                ? order.indexOf(arms.reference()) < order.indexOf(arms.group())
                : CodePointOrder.INSTANCE.compare(arms.reference(), arms.group()) < 0;
        if (arms.group().equals(planned.control().value()) || !earlier) {
            return Optional.of(
                    "results compare " + arms.reference() + " with " + arms.group() + ", not the other way round");
        }
        return analysis.contrasts().filter("all"::equals).isPresent()
                ? Optional.empty()
                : Optional.of("analysis '" + analysis.id().value()
                        + "' compares with the control only, unless it says 'contrasts: all'");
    }

    /** The methods by which an analysis computes what a hypothesis is about. */
    private Set<String> done(PlannedHypothesis hypothesis, PlannedAnalysis analysis) {
        boolean times = analysis.command().equals(Survival.NAME);
        MethodSelection methods = times
                ? MethodSelection.ofTimes(analysis.methods(), Survival.MEASURES)
                : MethodSelection.of(analysis.methods(), Compare.measures());
        OutcomeKind kind = data.outcome(hypothesis.outcome()).kind();
        boolean levels = kind == OutcomeKind.ORDINAL;
        Predicate<Family<?>> fits = family -> times
                ? family.isOfTimes()
                : family.isOfOutcomes()
                        && family.input().isOfAllArms() == hypothesis.contrast().isEmpty()
                        && (family.input().isAdjusted()
                                ? !analysis.adjust().isEmpty()
                                : levels
                                        || family.input() != Family.Input.ORDINAL
                                                && family.input().isBinary() == (kind == OutcomeKind.BINARY))
                        && (!family.input().inClusters() || analysis.cluster().isPresent())
                        && (!family.input().combinesStrata()
                                || !analysis.stratify().isEmpty());
        Set<String> done = new TreeSet<>();
        for (Measure measure : Measure.values()) {
            if (measure.id().equals(hypothesis.measure())) {
                families(measure, kind)
                        .filter(fits)
                        // An adjusted p-value is no p-value of a hypothesis.
                        .filter(family -> family.input() != Family.Input.AGAINST_CONTROL)
                        .flatMap(family -> methods.of(family).stream())
                        .map(Method::id)
                        .forEach(done::add);
            }
        }
        if (times && methods.of(TimesTests.TEST).equals(TimesTests.TEST.defaultMethods())) {
            // Where ends compete, which the data tell, Gray's test stands in the place of the log-rank test.
            TimesTests.TEST
                    .method(TimesTests.GRAY)
                    .map(Method::id)
                    .filter(any -> done.contains(TimesTests.LOG_RANK))
                    .ifPresent(done::add);
        }
        return done;
    }

    private static Stream<Family<?>> families(Measure measure, OutcomeKind kind) {
        return kind == OutcomeKind.ORDINAL
                ? OrdinalMethods.FAMILIES.stream().filter(family -> family.measure() == measure)
                : MeasureFamilies.of(measure);
    }
}
