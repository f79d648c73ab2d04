package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.plan.Levels;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedAnalysis;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.PlannedSet;
import org.ipstrial.plan.Vocabulary;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * One analysis of a run that goes by a plan.
 *
 * @param name     its name in results
 * @param command  the command that does it
 * @param outcomes the outcomes, each where it is named
 * @param planned  what the plan says of it; nothing where the plan does not list it
 */
record PlannedStep(
        String name, Vocabulary.Command command, List<Sited<String>> outcomes, Optional<PlannedAnalysis> planned) {

    /**
     * The analyses to run: those that the plan lists for the command, or one of the outcomes that the user names, or one
     * of all outcomes that the command takes.
     *
     * @param asked names of outcomes that the user gives, if any
     * @throws RefusedException if a name is no outcome of the plan, or the command takes none of the plan's
     */
    static List<PlannedStep> of(Plan plan, String name, List<String> asked) {
        Vocabulary.Command command = PlanVocabulary.command(name);
        if (!asked.isEmpty()) {
            asked.forEach(outcome -> require(plan, outcome));
            return List.of(of(plan, command, asked));
        }
        List<PlannedStep> listed = ofAnalyses(plan).stream()
                .filter(step -> step.command.name().equals(PlanVocabulary.analysesOf(name)))
                .toList();
        if (!listed.isEmpty()) {
            return listed;
        }
        // An outcome whose kind only the data tell is looked at when they are read.
        List<String> taken = plan.outcomes().stream()
                .filter(outcome -> outcome.kind().map(command::takes).orElse(true))
                .map(outcome -> outcome.name().value())
                .toList();
        if (taken.isEmpty()) {
            throw none(plan, command);
        }
        return List.of(of(plan, command, taken));
    }

    /** All analyses that the plan lists. */
    static List<PlannedStep> ofAnalyses(Plan plan) {
        Vocabulary words = PlanVocabulary.words();
        return plan.analyses().stream()
                .map(analysis -> new PlannedStep(
                        analysis.id().value(),
                        words.command(analysis.command()).orElseThrow(),
                        withComponents(plan, analysis.outcomes()),
                        Optional.of(analysis)))
                .toList();
    }

    /** The refusal where the plan has nothing for a command. */
    static RefusedException none(Plan plan, Vocabulary.Command command) {
        return RefusedException.of(
                FindingCode.E025,
                Location.COMMAND_LINE,
                command.name(),
                String.join(", ", plan.outcomeNames()),
                instead(plan, command));
    }

    /** A command that takes the plan's first outcome; of one whose kind only the data tell, the simplest. */
    private static String instead(Plan plan, Vocabulary.Command command) {
        return PlanVocabulary.words().commands().stream()
                .filter(other ->
                        !other.name().equals(command.name()) && !other.name().equals("compare"))
                .filter(other -> plan.outcomes().get(0).kind().map(other::takes).orElse(true))
                .map(Vocabulary.Command::name)
                .findFirst()
                .orElse("rates");
    }

    private static PlannedStep of(Plan plan, Vocabulary.Command command, List<String> outcomes) {
        List<Sited<String>> named = outcomes.stream()
                .map(outcome -> new Sited<>(outcome, Location.COMMAND_LINE))
                .toList();
        return new PlannedStep(command.name(), command, withComponents(plan, named), Optional.empty());
    }

    private static List<Sited<String>> withComponents(Plan plan, List<Sited<String>> outcomes) {
        List<Sited<String>> all = new ArrayList<>();
        for (Sited<String> outcome : outcomes) {
            all.add(outcome);
            plan.outcome(outcome.value()).orElseThrow().components().stream()
                    .map(component -> new Sited<>(component.name().value(), outcome.where()))
                    .forEach(all::add);
        }
        return all;
    }

    private static void require(Plan plan, String outcome) {
        List<String> names = plan.outcomeNames();
        if (!names.contains(outcome)) {
            throw RefusedException.of(
                    FindingCode.E024,
                    Location.COMMAND_LINE,
                    outcome,
                    String.join(", ", names),
                    PlanWords.nearest(outcome, names));
        }
    }

    /** The same step with fewer outcomes. */
    PlannedStep with(List<Sited<String>> fewer) {
        return new PlannedStep(name, command, fewer, planned);
    }

    /** The columns within whose levels it is repeated. */
    List<Sited<String>> by() {
        return planned.map(PlannedAnalysis::by).orElse(List.of());
    }

    /** The columns over whose crossed levels it is combined. */
    List<Sited<String>> stratify() {
        return planned.map(PlannedAnalysis::stratify).orElse(List.of());
    }

    /** The covariates that it is adjusted for. */
    List<Sited<String>> adjust() {
        return planned.map(PlannedAnalysis::adjust).orElse(List.of());
    }

    /** The column of the clusters in which people come. */
    Optional<Sited<String>> cluster() {
        return planned.flatMap(PlannedAnalysis::cluster);
    }

    /** The set of people that it is about, where that is not everybody randomised. */
    Optional<PlannedSet> analysisSet() {
        return planned.flatMap(PlannedAnalysis::analysisSet);
    }

    /** What it does about missing yes/no outcomes. */
    MissingRule missing(Plan plan) {
        return planned.flatMap(PlannedAnalysis::missing)
                .or(() -> plan.settings().missing())
                .orElse(MissingRule.COMPLETE_CASES);
    }

    /** The levels that it keeps of that set. */
    List<Levels> where() {
        return planned.map(PlannedAnalysis::where).orElse(List.of());
    }

    /** What the plan says of estimation, as values of the options that say the same; where it is silent they are not there. */
    Map<String, List<String>> options(Plan plan, PlannedOutcome outcome) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        put(
                options,
                "--control",
                Optional.of(plan.participants().arm().control().value()));
        put(options, "--level", planned.flatMap(PlannedAnalysis::level).or(plan.settings()::level));
        put(options, "--better", outcome.better());
        put(options, "--contrasts", planned.flatMap(PlannedAnalysis::contrasts));
        put(options, "--multiplicity", planned.flatMap(PlannedAnalysis::multiplicity));
        put(options, "--alternative", planned.flatMap(PlannedAnalysis::alternative));
        put(options, "--margin", planned.flatMap(PlannedAnalysis::margin));
        put(options, "--quantile-type", plan.settings().quantileType());
        put(options, "--unit", outcome.unit());
        put(options, "--seed", plan.settings().seed().map(String::valueOf));
        put(options, "--resamples", plan.settings().resamples().map(String::valueOf));
        put(options, "--range", outcome.range());
        options.put(
                "--derive",
                plan.sums().stream().map(sum -> sum.name() + "=" + sum.words()).toList());
        put(options, "--tau", planned.flatMap(PlannedAnalysis::tau).map(Sited::value));
        put(options, "--cluster", cluster().map(Sited::value));
        put(options, "--target", planned.flatMap(PlannedAnalysis::target));
        options.put("--at", planned.map(PlannedAnalysis::at).orElse(List.of()));
        List<String> methods = planned.map(PlannedAnalysis::methods).orElse(List.of());
        if (!methods.isEmpty()) {
            options.put("--method", methods);
        }
        options.values().removeIf(List::isEmpty);
        return options;
    }

    /** What the plan says of estimation for every analysis that does not say otherwise. */
    Map<String, List<String>> ofPlan(Plan plan) {
        return new PlannedStep(name, command, outcomes, Optional.empty())
                .options(plan, plan.outcomes().get(0));
    }

    /** What the plan says of reading and choosing, in the same form; only to tell what the user overrides. */
    Map<String, List<String>> dataOptions(Plan plan, PlannedOutcome outcome) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        put(options, "--id", Optional.of(plan.participants().id().value()));
        put(options, "--arm", Optional.of(plan.participants().arm().column().value()));
        put(options, "--kind", outcome.kind().map(kind -> kind.id()));
        put(options, "--event-value", outcome.event());
        put(options, "--delimiter", plan.participants().reading().delimiter());
        put(options, "--encoding", plan.participants().reading().encoding());
        put(options, "--decimal", plan.participants().reading().decimal());
        put(options, "--quote", plan.participants().reading().quote());
        put(options, "--skip", plan.participants().reading().skip().map(String::valueOf));
        options.put("--missing", plan.participants().reading().missing());
        options.put("--by", by().stream().map(Sited::value).toList());
        options.put("--stratify", stratify().stream().map(Sited::value).toList());
        options.put("--adjust", adjust().stream().map(Sited::value).toList());
        List<String> where = new ArrayList<>();
        where().forEach(levels -> where.add(levels.text()));
        options.put("--where", where);
        options.values().removeIf(List::isEmpty);
        return options;
    }

    private static void put(Map<String, List<String>> options, String name, Optional<String> value) {
        value.ifPresent(text -> options.put(name, List.of(text)));
    }
}
