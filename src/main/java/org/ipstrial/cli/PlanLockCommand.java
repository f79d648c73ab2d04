package org.ipstrial.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.cli.files.AtomicFile;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.plan.lock.LockText;
import org.ipstrial.plan.lock.PlanLock;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial plan lock}. */
final class PlanLockCommand implements CliCommand {

    @Override
    public String description() {
        return "Writes down the plan as it stands, with its hash and the hashes of the data if they exist, beside it as"
                + " PLAN.lock. From then on every result says whether it was planned. Locked again once the data have"
                + " come, the same plan gets their hashes and keeps its day.";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial plan lock trial.yaml");
    }

    @Override
    public Positional positional() {
        return new Positional("PLAN", "A plan file, which ends in .yaml.");
    }

    @Override
    public List<CliOption> options() {
        return OutputOptions.MESSAGES_ONLY;
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        PlanFile file = PlanFile.read(PlanOfLock.path(parsed));
        Path path = PlanFile.lockOf(file.path());
        AtomicFile.check(path);
        Map<String, String> data = data(file);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        PlanLock lock = file.lock()
                .map(locked -> again(file, locked, data, today))
                .orElseGet(() -> new PlanLock(
                        today,
                        Version.line(),
                        file.input().sha256(),
                        data.isEmpty() ? Optional.empty() : Optional.of(today),
                        false,
                        data,
                        file.text()));
        if (!file.lock().equals(Optional.of(lock))) {
            AtomicFile.write(path, LockText.of(lock));
        }
        console.out()
                .print(path.getFileName() + ": locked on " + lock.lockedOn() + ", "
                        + (lock.data().isEmpty()
                                ? "no data yet"
                                : (lock.afterTheData() ? "after" : "before") + " the data were hashed")
                        + "\n");
        return ExitCode.DONE;
    }

    /** What becomes of a lock that is there already. */
    private static PlanLock again(PlanFile file, PlanLock locked, Map<String, String> data, LocalDate today) {
        if (!locked.planHash().equals(file.input().sha256())) {
            throw RefusedException.of(
                    FindingCode.E454,
                    Location.file(file.path().toString()),
                    locked.lockedOn(),
                    file.path().getFileName());
        }
        if (locked.data().isEmpty()) {
            return data.isEmpty() ? locked : locked.withData(today, data);
        }
        if (!data.equals(locked.data())) {
            throw RefusedException.of(
                    FindingCode.E453,
                    Location.file(file.path().toString()),
                    locked.lockedOn(),
                    String.join(", ", PlanOfLock.other(locked.data(), data)),
                    file.path().getFileName());
        }
        return locked;
    }

    private static Map<String, String> data(PlanFile file) {
        Map<String, String> data = LockedPlan.hashes(file);
        Optional<Path> absent =
                file.dataFiles().stream().filter(path -> !Files.exists(path)).findFirst();
        if (!data.isEmpty() && absent.isPresent()) {
            throw RefusedException.of(
                    FindingCode.E452,
                    Location.file(file.path().toString()),
                    data.keySet().iterator().next(),
                    file.nameOf(absent.get()));
        }
        return data;
    }
}
