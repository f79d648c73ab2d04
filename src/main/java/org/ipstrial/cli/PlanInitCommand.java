package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ParticipantsSurvey;
import org.ipstrial.dataimport.SurveyedColumn;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.PlanDraft;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial plan init}. */
final class PlanInitCommand implements CliCommand {

    /** The key of the plan for each option that says how the file is written. */
    private static final Map<String, String> READING = reading();

    @Override
    public String description() {
        return "Writes a commented starting plan for a participants file. The control is left for you to name.";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial plan init participants.csv -o trial.yaml");
    }

    @Override
    public Positional positional() {
        return new Positional(
                "DATA", "Participants CSV, one row a person; the plan must stand in its folder or above.");
    }

    @Override
    public List<CliOption> options() {
        return Stream.concat(DataOptions.READING.stream(), OutputOptions.ALL.stream())
                .toList();
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        OutputOptions output = new OutputOptions(parsed);
        DataOptions options = new DataOptions(parsed);
        Later.refuse(
                output.format() != Format.TEXT, "--format " + output.format().id() + " of plan init", "text is");
        Later.refuse(output.policy().threshold() > 0, "--min-cell of plan init", "0, which hides nothing, is");
        Path data = options.file()
                .orElseThrow(() -> OptionChecks.wrong("DATA, the participants CSV, is not given", "it is required"));
        output.check(Optional.of(data));
        Findings findings = new Findings();
        ParticipantsSurvey survey = ParticipantsSurvey.of(
                DataSource.file(data), options.readOptions(), options.id(), options.arm(), output.allowed(), findings);
        String plan =
                draft(survey, fromPlan(data, output.output()), options, parsed).text();
        console.print(findings, output.messages());
        output.write(plan, console);
        return output.failed(findings, output.allowed()) ? ExitCode.CHECK_FAILED : ExitCode.DONE;
    }

    private static PlanDraft draft(ParticipantsSurvey survey, String file, DataOptions options, ParseResult parsed) {
        Map<String, String> reading = new LinkedHashMap<>();
        for (CliOption option : DataOptions.READING) {
            if (option.given(parsed) && READING.containsKey(option.name())) {
                reading.put(READING.get(option.name()), option.value(parsed).orElseThrow());
            }
        }
        List<String> missing =
                options.givesMissing() ? List.copyOf(options.readOptions().missing()) : List.of();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Map<String, Map<String, String>> outcomes = new LinkedHashMap<>();
        List<String> unused = new ArrayList<>();
        for (SurveyedColumn column : survey.columns()) {
            switch (column.use()) {
                case LABELS -> columns.put(column.name(), column.levels());
                case BINARY -> outcomes.put(column.name(), outcome(column, "binary"));
                case AMOUNT -> outcomes.put(column.name(), outcome(column, "amount"));
                default -> unused.add(column.name());
            }
        }
        return new PlanDraft(
                file,
                options.id(),
                options.arm(),
                survey.arms(),
                survey.rows(),
                reading,
                missing,
                columns,
                outcomes,
                unused);
    }

    private static Map<String, String> outcome(SurveyedColumn column, String kind) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("column", column.name());
        keys.put("kind", kind);
        if (!column.event().isEmpty()) {
            keys.put("event", column.event());
        }
        return keys;
    }

    /** The file as a plan at a place names it; a plan on standard output is to be put beside the file. */
    private static String fromPlan(Path data, Optional<Path> plan) {
        if (plan.isEmpty()) {
            return TrialData.fileName(data);
        }
        Path folder = plan.get().toAbsolutePath().normalize().getParent();
        Path file = data.toAbsolutePath().normalize();
        if (!file.startsWith(folder)) {
            throw OptionChecks.wrong(
                    "the data are not in the folder of --output " + plan.get() + " or below",
                    "a plan names files in its folder only");
        }
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static Map<String, String> reading() {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String key : List.of("delimiter", "encoding", "decimal", "quote", "skip")) {
            keys.put("--" + key, key);
        }
        return keys;
    }
}
