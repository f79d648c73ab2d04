package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ipstrial.analysis.Arms;
import org.ipstrial.analysis.Compare;
import org.ipstrial.analysis.Contrast;
import org.ipstrial.analysis.Trial;
import org.ipstrial.analysis.evidence.pooling.studies.EffectMeasure;
import org.ipstrial.ard.InputFile;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.dataset.studies.Studies;
import org.ipstrial.dataset.studies.Study;
import org.ipstrial.dataset.studies.StudyNumbers;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.yaml.Sited;
import org.ipstrial.stats.descriptive.Moments;
import picocli.CommandLine;

/**
 * The trial of a plan as a study among others: two arms, those whose outcome is known.
 *
 * @param study  the study
 * @param inputs the plan and its files, as results name them
 * @param stated what results state of it
 */
record OwnTrial(Study study, List<InputFile> inputs, Map<String, Object> stated) {

    private static final String POOLED = "pooled";
    private static final int LEAST_FOR_A_SPREAD = 2;

    /**
     * Reads a plan and its data.
     *
     * @param options which outcome and arm
     * @param measure what is pooled, of counts or means
     * @param output  where results go, and what is accepted
     * @throws RefusedException if the plan, the data or an option is refused
     */
    static OwnTrial read(
            Path path, OwnTrialOptions options, EffectMeasure measure, OutputOptions output, Findings findings) {
        PlanFile file = PlanFile.read(path);
        output.check(Optional.of(path));
        file.dataFiles().forEach(data -> output.check(Optional.of(data)));
        Plan plan = file.plan();
        PlannedStep planned =
                PlannedStep.of(plan, Compare.NAME, options.outcome()).get(0);
        Sited<String> name = planned.outcomes().get(0);
        PlannedStep step = planned.with(List.of(name));
        CompareCommand compare = new CompareCommand();
        DataOptions reading =
                PlannedRun.dataOptions(compare, plan, step, new CommandLine(compare.spec(Compare.NAME)).parseArgs());
        PlannedData data = PlannedData.read(plan, List.of(step), List.of(), reading, output.allowed());
        findings.addAll(data.imported().warnings());
        PlannedTrials trials = new PlannedTrials(plan, data, reading, Optional.empty(), findings);
        trials.check();
        OutcomeDefinition outcome = data.outcome(name.value());
        check(plan, outcome.kind(), name, measure);
        findings.throwIfRefused();
        PlannedOutcome asked = plan.outcome(name.value()).orElseThrow();
        Optional<Trial> trial = trials.trial(step, asked);
        findings.throwIfRefused();
        Contrast contrast = contrast(trial.orElseThrow().arms(), options.arm(), path);
        Two two = new Two(trial.get().people(), contrast, outcome, path);
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("own", plan.trial());
        stated.put("own.outcome", name.value());
        stated.put("own.group", contrast.group());
        stated.put("own.reference", contrast.reference());
        stated.put("own.missing", "complete-cases");
        stated.put("own.left-out", (long) two.leftOut());
        StudyNumbers numbers = measure.ofCounts().isPresent() ? two.counts() : two.means();
        return new OwnTrial(
                new Study(plan.trial(), Optional.empty(), numbers, "", Map.of()),
                data.inputsAfter(file.input()),
                stated);
    }

    /** Refuses a name that a study of the table has. */
    void check(Studies studies, Path plan) {
        boolean taken =
                studies.studies().stream().anyMatch(other -> other.name().equals(study.name()));
        if (taken || study.name().equals(POOLED)) {
            throw RefusedException.of(
                    FindingCode.E515,
                    Location.file(plan.toString()),
                    study.name(),
                    taken ? "a study of the table is" : "the pooled rows of results are");
        }
    }

    private static void check(Plan plan, OutcomeKind kind, Sited<String> name, EffectMeasure measure) {
        OutcomeKind wanted = measure.ofCounts().isPresent() ? OutcomeKind.BINARY : OutcomeKind.AMOUNT;
        if (kind != wanted) {
            throw RefusedException.of(
                    FindingCode.E517,
                    name.where(),
                    name.value(),
                    PlannedOutcome.words(kind),
                    measure.measure().id(),
                    PlannedOutcome.words(wanted),
                    String.join(", ", plan.outcomeNames()));
        }
    }

    private static Contrast contrast(Arms arms, Optional<String> asked, Path plan) {
        List<Contrast> all = arms.contrasts(false);
        List<Contrast> meant = all.stream()
                .filter(contrast -> asked.isEmpty() || contrast.group().equals(asked.get()))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        String found = asked.map(label -> "'" + label + "' is no arm of the plan's data besides the control arm")
                .orElse("the plan's data have " + all.size() + " arms besides the control arm");
        throw RefusedException.of(
                FindingCode.E516,
                Location.file(plan.toString()),
                found,
                all.get(0).reference(),
                String.join(", ", all.stream().map(Contrast::group).toList()));
    }

    /**
     * The people of two arms.
     *
     * @param people   everybody
     * @param contrast the arms
     * @param outcome  the outcome
     * @param plan     the plan, for messages
     */
    private record Two(Cohort people, Contrast contrast, OutcomeDefinition outcome, Path plan) {

        /** People of either arm whose outcome is not known. */
        int leftOut() {
            return missing(contrast.group()) + missing(contrast.reference());
        }

        private int missing(String arm) {
            return of(arm, cohort -> cohort.missing(outcome));
        }

        StudyNumbers counts() {
            EventCounts group = of(contrast.group(), cohort -> cohort.events(outcome.name()));
            EventCounts reference = of(contrast.reference(), cohort -> cohort.events(outcome.name()));
            require(contrast.group(), group.assessed(), 1);
            require(contrast.reference(), reference.assessed(), 1);
            return new StudyNumbers.Counts(group.events(), group.assessed(), reference.events(), reference.assessed());
        }

        StudyNumbers means() {
            return new StudyNumbers.Means(mean(contrast.group()), mean(contrast.reference()));
        }

        private StudyNumbers.Arm mean(String arm) {
            Amounts amounts = of(arm, cohort -> cohort.amounts(outcome.name()));
            require(arm, amounts.values().length, LEAST_FOR_A_SPREAD);
            Moments moments = Moments.of(amounts.values());
            return new StudyNumbers.Arm(moments.mean(), moments.sd(), moments.n());
        }

        private <D> D of(String arm, Function<Cohort, D> take) {
            return take.apply(people.at(PlannedData.ARM, arm));
        }

        private void require(String arm, int known, int least) {
            if (known < least) {
                throw RefusedException.of(
                        FindingCode.E518, Location.file(plan.toString()), outcome.name(), known, arm, least);
            }
        }
    }
}
