package org.ipstrial.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipstrial.analysis.Subgroups;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.stats.Reason;

/** What a stratified comparison asks for, and what its strata cannot give. */
final class StrataChecks {

    private static final String STRATIFY = "--stratify";
    private static final int MOST_NAMED = 20;

    /** Why a stratum adds nothing to anything. */
    private static final Set<String> ONE_ARM = Set.of(
            Reason.NOBODY_ASSESSED.id(),
            Reason.NOBODY_ASSESSED_IN_GROUP.id(),
            Reason.NOBODY_ASSESSED_IN_REFERENCE.id());

    private StrataChecks() {}

    /**
     * Refuses strata where nothing is compared, and strata that are the arms.
     *
     * @param measures what the command computes
     */
    static void options(DataOptions data, Set<Measure> measures) {
        if (data.givesStratify() && !measures.contains(Measure.TEST)) {
            throw OptionChecks.wrong(STRATIFY + " is for a comparison", "this command compares nothing; leave it out");
        }
        if (data.stratify().contains(data.arm())) {
            throw OptionChecks.wrong(
                    STRATIFY + " names " + data.arm() + ", the column of arms",
                    "wanted strata that hold people of both arms");
        }
        if (measures.contains(Measure.TEST)) {
            by(data);
        }
    }

    /** Refuses to compare arms within each of them. */
    static void by(DataOptions data) {
        if (data.by().contains(data.arm())) {
            throw OptionChecks.wrong(
                    "--by names " + data.arm() + ", the column of arms",
                    "wanted a column whose levels hold people of both arms");
        }
    }

    /** Refuses strata of counts that have none. */
    static RefusedException ofCounts() {
        return OptionChecks.wrong(
                STRATIFY + " and --counts are both given", "published counts have no strata; leave one of them out");
    }

    /**
     * Tells of strata that add nothing to the comparisons of everybody, because an arm of them is empty. Where small cells are
     * hidden nothing is told: the strata would point at a few people; nor of subgroups, whose report says it.
     */
    static void tell(ResultTable table, String file, CellPolicy policy, Findings findings) {
        if (policy.threshold() > 0 || table.command().equals(Subgroups.NAME)) {
            return;
        }
        Map<List<String>, Set<String>> silent = new LinkedHashMap<>();
        Map<String, Set<String>> all = new LinkedHashMap<>();
        for (Result result : table.results()) {
            if (result.key().measure() == Measure.STRATUM_COUNT
                    && result.key().stratum().isEmpty()) {
                String outcome = result.key().outcome();
                String name = Names.shown(result.key().term(), column -> column);
                all.computeIfAbsent(outcome, any -> new LinkedHashSet<>()).add(name);
                if (ONE_ARM.contains(result.cells().get(Statistic.ASSESSED).note())) {
                    silent.computeIfAbsent(
                                    List.of(
                                            outcome,
                                            result.key().group(),
                                            result.key().reference()),
                                    any -> new LinkedHashSet<>())
                            .add(name);
                }
            }
        }
        silent.forEach((contrast, names) -> findings.add(
                FindingCode.W011,
                Location.file(file),
                contrast.get(0),
                contrast.get(1) + " vs " + contrast.get(2),
                names.size(),
                all.get(contrast.get(0)).size(),
                named(names)));
    }

    private static String named(Set<String> names) {
        String first = String.join("; ", names.stream().limit(MOST_NAMED).toList());
        return names.size() <= MOST_NAMED ? first : first + "; and " + (names.size() - MOST_NAMED) + " more";
    }
}
