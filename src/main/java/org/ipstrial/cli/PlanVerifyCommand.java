package org.ipstrial.cli;

import java.util.List;
import java.util.Map;
import org.ipstrial.plan.lock.PlanLock;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial plan verify}. */
final class PlanVerifyCommand implements CliCommand {

    @Override
    public String description() {
        return "Are the plan and the data what they were when the plan was locked? Exits with 1 where they are not.";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial plan verify trial.yaml");
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
        boolean same = lock.planHash().equals(file.input().sha256());
        String plan = same
                ? "as locked on " + lock.lockedOn()
                : LockedPlan.changes(file, lock).isEmpty()
                        ? "says what was locked on " + lock.lockedOn() + ", written otherwise"
                        : "not as locked on " + lock.lockedOn() + "; see 'ipstrial plan diff'";
        console.out().print(file.path().getFileName() + ": " + plan + "\n");
        Map<String, String> now = LockedPlan.hashes(file);
        List<String> other = lock.data().isEmpty() ? List.of() : PlanOfLock.other(lock.data(), now);
        lock.hashedOn()
                .ifPresentOrElse(
                        day -> lock.data().keySet().forEach(name -> console.out()
                                .print(name + ": "
                                        + (other.contains(name)
                                                ? now.containsKey(name) ? "not as" : "not there; it was"
                                                : "as")
                                        + " hashed on " + day + "\n")),
                        () -> console.out().print("data: not hashed yet\n"));
        other.stream().filter(name -> !lock.data().containsKey(name)).forEach(name -> console.out()
                .print(name + ": not among the data that were hashed\n"));
        return same && other.isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }
}
