package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.plan.lock.PlanLock;
import picocli.CommandLine.ParseResult;

/** What the commands about locks have in common. */
final class PlanOfLock {

    private PlanOfLock() {}

    /** The plan that the user names. */
    static Path path(ParseResult parsed) {
        return new DataOptions(parsed)
                .plan()
                .orElseThrow(() -> OptionChecks.wrong("PLAN is no plan file", "wanted a file that ends in .yaml"));
    }

    /** The lock of a plan, which must have one. */
    static PlanLock required(PlanFile file) {
        return file.lock()
                .orElseThrow(() -> RefusedException.of(
                        FindingCode.E451,
                        Location.file(file.path().toString()),
                        PlanFile.lockOf(file.path()).getFileName(),
                        file.path().getFileName()));
    }

    /** The files whose hashes are not the same, or that only one has. */
    static List<String> other(Map<String, String> locked, Map<String, String> now) {
        Set<String> files = new LinkedHashSet<>(locked.keySet());
        files.addAll(now.keySet());
        return files.stream()
                .filter(name -> !Objects.equals(locked.get(name), now.get(name)))
                .toList();
    }
}
