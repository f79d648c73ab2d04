package org.ipstrial.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedAnalysis;

/**
 * The hypotheses of a plan in the report of all of it. They are one family over the analyses of several commands, so that no
 * command by itself can decide them: what each has decided of its own is left out, and all of them are decided once.
 *
 * @param file the plan
 */
record ReportedHypotheses(PlanFile file) {

    /** A command's results without what it decided of the hypotheses. */
    static ResultTable apart(ResultTable table) {
        Map<String, Object> settings = new LinkedHashMap<>(table.settings());
        settings.keySet().removeIf(name -> name.startsWith(HypothesesRun.PREFIX));
        return new ResultTable(
                table.command(),
                table.inputs(),
                settings,
                table.labels(),
                table.results().stream()
                        .filter(result -> !Names.isHypothesis(result.key().term()))
                        .toList(),
                table.series(),
                table.findings().stream()
                        .filter(remark -> !remark.code().equals(FindingCode.W310.id()))
                        .toList());
    }

    /** What a command found, without that it could not decide the hypotheses. */
    static Findings apart(Findings findings) {
        return findings.without(Set.of(FindingCode.W310));
    }

    /**
     * The hypotheses decided over the results of all commands, if the plan has any.
     *
     * @param tables   the results of the commands
     * @param leftOut  the commands that were not run
     * @param findings is told where some of them cannot be decided
     */
    Optional<ResultTable> decided(List<ResultTable> tables, List<String> leftOut, Findings findings) {
        Plan plan = file.plan();
        if (plan.hypotheses().isEmpty()) {
            return Optional.empty();
        }
        List<String> ran = plan.analyses().stream()
                .filter(analysis -> !leftOut.contains(analysis.command()))
                .map(PlannedAnalysis::id)
                .map(id -> id.value())
                .toList();
        HypothesesRun run = new HypothesesRun(plan.hypotheses(), ran, "");
        Findings own = new Findings();
        List<Result> results = run.results(
                tables.stream().flatMap(table -> table.results().stream()).toList(),
                file.path().toString(),
                own);
        findings.addNew(own);
        ResultTable table = new ResultTable(
                ReportCommand.NAME, List.of(), run.stated(), Map.of(), results, List.of(), TrialData.remarks(own));
        return Optional.of(LockedPlan.mark(file, table, true));
    }
}
