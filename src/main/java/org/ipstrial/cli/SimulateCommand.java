package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.dataexport.TrialFiles;
import org.ipstrial.dataexport.TrialFiles.TrialFile;
import org.ipstrial.dataexport.UnwritableException;
import org.ipstrial.dataset.history.PersonRecord;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.plan.Plan;
import org.ipstrial.simulate.SimulatedTrial;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial simulate}. */
final class SimulateCommand implements CliCommand {

    private static final CliOption FOLDER = CliOption.one(
                    "--output",
                    "FOLDER",
                    "Write the files there, all or none, under the names that the plan gives them; required."
                            + " Only files of an earlier simulation are replaced.")
            .orShort("-o");
    private static final CliOption SEED = CliOption.one(
            "--seed",
            "N",
            "Seed of everything that is drawn (default: the plan's, else " + EstimationOptions.DEFAULT_SEED + ").");

    @Override
    public String description() {
        return "What would a trial like this look like? Writes made-up participants, spells and follow-up by the section"
                + " 'simulation' of a plan, in the form in which the plan reads them, so that every command takes them"
                + " at once, and simulated.txt, which says that they are made up. The same plan, seed and version give"
                + " the same bytes.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial simulate trial.yaml -o rehearsal",
                "ipstrial simulate trial.yaml -o rehearsal-2 --seed 2",
                "",
                "The least that a plan says for it, with participants.randomised_on:",
                "  horizon: 18 months",
                "  data_cut: 2017-08-31",
                "  spells:",
                "    file: spells.csv",
                "    activities: {competitive_employment: competitive_employment}",
                "  simulation:",
                "    recruitment: {from: 2012-11-01, to: 2016-02-29}",
                "    tenure_months: 6",
                "    hours_per_week: {10-20: 1, 37: 2}",
                "    arms:",
                "      IPS: {people: 100, first_job_per_month: 0.05}",
                "      SAU: {people: 100, first_job_per_month: 0.03}");
    }

    @Override
    public Positional positional() {
        return new Positional("PLAN", "A plan file, which ends in .yaml.");
    }

    @Override
    public List<CliOption> options() {
        return Stream.concat(Stream.of(FOLDER, SEED), OutputOptions.MESSAGES_ONLY.stream())
                .toList();
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        OutputOptions output = new OutputOptions(parsed);
        output.checkMessages();
        Path path = new DataOptions(parsed)
                .plan()
                .orElseThrow(() -> OptionChecks.wrong(
                        "PLAN, the plan file, is not given", "it is required, and its name ends in .yaml"));
        Path folder = FOLDER.value(parsed)
                .map(Path::of)
                .orElseThrow(() -> OptionChecks.wrong("--output FOLDER is not given", "it is required"));
        SEED.number(parsed, Long.MIN_VALUE, Long.MAX_VALUE);
        PlanFile file = PlanFile.read(path);
        Plan plan = file.plan();
        Location where = Location.file(path.toString());
        if (plan.simulation().isEmpty()) {
            throw RefusedException.of(
                    FindingCode.E409, where, "simulation", "what a simulated trial is like, as the help page shows");
        }
        long seed = SEED.number(parsed, Long.MIN_VALUE, Long.MAX_VALUE)
                .or(() -> plan.settings().seed())
                .orElse(Long.valueOf(EstimationOptions.DEFAULT_SEED));
        List<TrialFile> files = files(plan, seed, where);
        new SimulatedFolder(folder, file).write(files, seed);
        if (output.verbose()) {
            files.forEach(one -> console.line(one.path().getFileName() + ": " + one.rows() + " rows"));
        }
        return ExitCode.DONE;
    }

    private static List<TrialFile> files(Plan plan, long seed, Location where) {
        List<PersonRecord> people = SimulatedTrial.draw(plan, seed);
        if (people.stream().allMatch(person -> person.spells().isEmpty())) {
            throw RefusedException.of(
                    FindingCode.E426,
                    where,
                    "nobody does anything in this trial",
                    "at least one spell, since a file without rows is taken for a failed export",
                    "write more people or a hazard above 0, or give another --seed");
        }
        try {
            return TrialFiles.of(plan, people);
        } catch (UnwritableException e) {
            throw RefusedException.of(
                    FindingCode.E426, where, e.getMessage(), "text that the file can hold", "correct 'reading'");
        }
    }
}
