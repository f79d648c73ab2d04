package org.ipstrial.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.catalogue.Family;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.stats.resampling.Progress;
import picocli.CommandLine.ParseResult;

/** A command over the outcomes of a trial's participants. */
abstract class TrialCommand extends ResultCommand {

    /** What the command computes by methods that can be picked. */
    abstract Set<Measure> measures();

    /** Refuses an outcome of a kind that the command does not take. */
    abstract void accept(OutcomeDefinition outcome);

    /** The results. */
    abstract ResultTable analyse(Trial trial, AnalysisSettings settings);

    /** The options that say how the question is answered, which a plan may say too. */
    List<CliOption> estimation() {
        return EstimationOptions.ALL;
    }

    /** The settings that the user's options, over the plan's, come to. */
    AnalysisSettings settings(EstimationOptions options, Progress progress) {
        return options.settings(measures(), progress);
    }

    @Override
    public Positional positional() {
        return new Positional(
                "DATA",
                "Participants CSV, one row a person ('-' is standard input); or a plan, a file that ends in .yaml: then"
                        + " --outcome names outcomes of the plan, and every other option overrides it, on the record.");
    }

    @Override
    public List<String> methods() {
        return MethodSelection.known(measures(), Family::isOfOutcomes);
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(DataOptions.ALL, estimation(), OutputOptions.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Analysed results(ParseResult parsed, Console console, ProgressBar progress, Findings findings) {
        DataOptions options = new DataOptions(parsed);
        StrataChecks.options(options, measures());
        AdjustChecks.options(options, measures());
        if (options.plan().isPresent()) {
            return new PlannedRun(this, planned(progress, findings), parsed, console, findings).analyse();
        }
        AnalysisSettings settings = settings(new EstimationOptions(parsed), progress);
        AdjustChecks.methods(
                settings.methods(),
                options.stratify(),
                options.adjust(),
                options.kind().equals(Optional.of(OutcomeKind.ORDINAL)));
        AdjustChecks.strata(options.stratify(), options.adjust());
        ClusterChecks.options(options.cluster(), options.adjust(), settings.methods());
        OutputOptions output = new OutputOptions(parsed);
        TrialData data = TrialData.read(parsed, console, output.allowed(), findings);
        data.outcomes().forEach(this::accept);
        List<OutcomeKind> kinds =
                data.outcomes().stream().map(OutcomeDefinition::kind).toList();
        LevelChecks.methods(settings.methods(), kinds);
        LevelChecks.clusters(options.cluster(), kinds);
        LevelChecks.tell(data.outcomes(), List.of(), data.name(), output.policy(), findings);
        AdjustChecks.late(options.adjust(), options.outcomes(), data.name(), findings);
        ClusterChecks.tell(data.trial(), data.name(), findings);
        if (measures().contains(Measure.TEST)) {
            LintChecks.within(options.by(), options.outcomes(), findings);
        }
        new EstimationOptions(parsed)
                .margin()
                .ifPresent(text -> MarginScale.check(
                        text,
                        data.outcomes().stream()
                                .map(outcome -> new MarginScale(outcome.name(), outcome.kind(), settings))
                                .toList()));
        if (output.verbose()) {
            console.line(data.read());
        }
        ResultTable analysed = analyse(data.trial(), settings);
        StrataChecks.tell(analysed, data.name(), output.policy(), findings);
        AdjustChecks.tell(analysed, data.name(), output.policy(), findings);
        ResultTable table = analysed.from(List.of(data.input()), data.stated(), TrialData.remarks(findings));
        return Analysed.of(table, settings);
    }

    private PlannedQuestion planned(ProgressBar progress, Findings findings) {
        return new PlannedQuestion() {
            @Override
            public List<CliOption> options() {
                return estimation();
            }

            @Override
            public AnalysisSettings settings(ParseResult layered) {
                return TrialCommand.this.settings(new EstimationOptions(layered), progress);
            }

            @Override
            public void accept(OutcomeDefinition outcome) {
                TrialCommand.this.accept(outcome);
            }

            @Override
            public Analysed analyse(
                    Trial trial, String file, AnalysisSettings settings, PlannedStep step, ParseResult layered) {
                ClusterChecks.tell(trial, file, findings);
                return Analysed.of(TrialCommand.this.analyse(trial, settings), settings);
            }
        };
    }

    /** Refuses an outcome of a kind that a command does not take. */
    static void refuse(OutcomeDefinition outcome, OutcomeKind kind, String command, String other) {
        if (outcome.kind() == kind) {
            throw RefusedException.of(
                    FindingCode.E015,
                    Location.COMMAND_LINE,
                    outcome.name(),
                    PlannedOutcome.words(kind),
                    command,
                    PlanVocabulary.takenBy(command),
                    "'" + other + "'");
        }
    }
}
