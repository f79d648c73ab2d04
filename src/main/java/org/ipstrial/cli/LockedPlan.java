package org.ipstrial.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipstrial.analysis.Baseline;
import org.ipstrial.analysis.Flow;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.bytes.RawBytes;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedAnalysis;
import org.ipstrial.plan.lock.LockedStatus;
import org.ipstrial.plan.lock.PlanChange;
import org.ipstrial.plan.lock.PlanChanges;
import org.ipstrial.plan.lock.PlanLock;
import org.ipstrial.plan.programme.PlannedProgramme;
import org.ipstrial.plan.yaml.Sited;

/** What the lock of a plan makes of the results of a run: the status of each, and what the page says of the lock. */
final class LockedPlan {

    /** The setting that says whether the plan is locked, and how it agrees with its lock. */
    private static final String LOCK = "lock";

    private final PlanFile file;
    private final List<PlanChange> changes;

    private LockedPlan(PlanFile file) {
        this.file = file;
        this.changes = file.lock().map(lock -> changes(file, lock)).orElse(List.of());
    }

    /** What is other in a plan than in its lock. */
    static List<PlanChange> changes(PlanFile file, PlanLock lock) {
        return PlanChanges.between(lock.text(), file.text());
    }

    /** The hashes of the data that are there, by their names in the plan's folder. */
    static Map<String, String> hashes(PlanFile file) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Path data : file.dataFiles()) {
            if (Files.exists(data)) {
                hashes.put(
                        file.nameOf(data), RawBytes.read(DataSource.file(data)).sha256());
            }
        }
        return hashes;
    }

    /**
     * The results of a run over a plan, each with its status, and with what the page says of the lock.
     *
     * @param asPlanned whether the run is one that the plan lists, with nothing overridden
     */
    static ResultTable mark(PlanFile file, ResultTable table, boolean asPlanned) {
        return new LockedPlan(file).mark(table, asPlanned);
    }

    private ResultTable mark(ResultTable table, boolean asPlanned) {
        Map<String, Object> settings = new LinkedHashMap<>(table.settings());
        if (file.lock().isEmpty()) {
            settings.put(LOCK, "not locked");
            return with(table, settings, table.results());
        }
        settings.put(LOCK, words(file.lock().get(), table.inputs()));
        Map<String, String> statuses = new LinkedHashMap<>();
        List<Result> results = new ArrayList<>();
        for (Result result : table.results()) {
            String status = statuses.computeIfAbsent(result.key().analysis(), name -> status(name, asPlanned));
            results.add(new Result(result.key(), result.cells(), status));
        }
        statuses.forEach((name, status) -> settings.put("analysis." + name + ".status", status));
        return with(table, settings, results);
    }

    private String status(String analysis, boolean asPlanned) {
        if (!asPlanned) {
            return LockedStatus.POST_HOC;
        }
        Plan plan = file.plan();
        LockedStatus status = new LockedStatus(changes);
        Optional<PlannedAnalysis> planned = plan.analyses().stream()
                .filter(one -> one.id().value().equals(analysis))
                .findFirst();
        if (planned.isPresent()) {
            return status.ofAnalysis(
                    analysis,
                    planned.get().outcomes().stream().map(Sited::value).collect(Collectors.toSet()));
        }
        if (Set.of(Flow.NAME, "import").contains(analysis)) {
            return status.ofPlan();
        }
        if (plan.programme().part(analysis).isPresent()) {
            return status.ofKey(PlannedProgramme.KEY);
        }
        return analysis.equals(Baseline.NAME) && !plan.baseline().isEmpty()
                ? status.ofKey(Baseline.NAME)
                : LockedStatus.POST_HOC;
    }

    /** The words of the contract, and what is other now. */
    private String words(PlanLock lock, List<InputFile> inputs) {
        String plan = changes.isEmpty() ? "matches" : "differs from";
        StringBuilder words = new StringBuilder(
                plan + " the plan locked on " + lock.lockedOn() + ", " + (lock.afterTheData() ? "after" : "before")
                        + " the data were hashed; a local lock is no independent proof");
        Map<String, String> hashes = new LinkedHashMap<>();
        lock.data().forEach((name, hash) -> hashes.put(name.substring(name.lastIndexOf('/') + 1), hash));
        List<String> other = inputs.stream()
                .filter(input -> hashes.containsKey(input.file())
                        && !hashes.get(input.file()).equals(input.sha256()))
                .map(InputFile::file)
                .toList();
        if (!other.isEmpty()) {
            words.append("; other data since: ").append(String.join(", ", other));
        }
        return words.toString();
    }

    private static ResultTable with(ResultTable table, Map<String, Object> settings, List<Result> results) {
        return new ResultTable(
                table.command(), table.inputs(), settings, table.labels(), results, table.series(), table.findings());
    }
}
