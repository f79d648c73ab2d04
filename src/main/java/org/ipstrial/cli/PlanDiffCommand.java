package org.ipstrial.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.ipstrial.finding.VisibleText;
import org.ipstrial.plan.PlannedAnalysis;
import org.ipstrial.plan.lock.LockedStatus;
import org.ipstrial.plan.lock.PlanChange;
import org.ipstrial.plan.lock.PlanLock;
import org.ipstrial.plan.yaml.Sited;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial plan diff}. */
final class PlanDiffCommand implements CliCommand {

    @Override
    public String description() {
        return "What has changed in the plan since it was locked, value by value, and what that makes of each analysis.";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial plan diff trial.yaml");
    }

    @Override
    public Positional positional() {
        return new Positional("PLAN", "A plan file, which ends in .yaml, that was locked.");
    }

    @Override
    public List<CliOption> options() {
        return OutputOptions.MESSAGES_ONLY;
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        PlanFile file = PlanFile.read(PlanOfLock.path(parsed));
        PlanLock lock = PlanOfLock.required(file);
        List<PlanChange> changes = LockedPlan.changes(file, lock);
        PrintWriter out = console.out();
        if (changes.isEmpty()) {
            out.print("nothing has changed since the plan was locked on " + lock.lockedOn() + "\n");
            return ExitCode.DONE;
        }
        out.print("since the plan was locked on " + lock.lockedOn() + "\n");
        changes.forEach(change -> out.print("  " + VisibleText.of(change.words()) + "\n"));
        LockedStatus status = new LockedStatus(changes);
        for (PlannedAnalysis analysis : file.plan().analyses()) {
            String id = analysis.id().value();
            out.print("analysis " + VisibleText.of(id) + ": "
                    + status.ofAnalysis(
                            id, analysis.outcomes().stream().map(Sited::value).collect(Collectors.toSet()))
                    + "\n");
        }
        return ExitCode.DONE;
    }
}
