package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Arms;
import org.ipstrial.analysis.Compare;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.catalogue.Family;
import org.ipstrial.dataset.CodePointOrder;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.report.ComparisonReport;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ipstrial compare}. */
@Command(
        name = Compare.NAME,
        description = "How far apart are the arms on this outcome? The \"58%% vs 21%%\" report.",
        footer = {
            "",
            "Examples:",
            "  ipstrial compare participants.csv --control control --outcome employed",
            "  ipstrial compare --counts IPS=85/156 --counts control=43/156 --control control"
        })
final class CompareCommand extends TrialCommand {

    private static final String DEFAULT_NAME = "events";

    @Option(
            names = "--counts",
            paramLabel = "LABEL=EVENTS/N",
            description = "Compare published counts, with no file; give it once for each arm.")
    private List<String> counts = new ArrayList<>();

    CompareCommand(Console console) {
        super(console);
    }

    @Override
    List<Family<?>> families() {
        return Compare.FAMILIES;
    }

    @Override
    void accept(OutcomeDefinition outcome) {
        // Every kind that can be read can be compared.
    }

    @Override
    ResultTable results(AnalysisSettings settings, Set<FindingCode> allowed, Findings findings) {
        if (counts.isEmpty()) {
            return super.results(settings, allowed, findings);
        }
        if (data().data().isPresent()) {
            throw RefusedException.of(
                    FindingCode.E016, Location.COMMAND_LINE, data().data().get());
        }
        Map<String, EventCounts> arms = GivenCounts.parse(counts);
        List<String> labels =
                arms.keySet().stream().sorted(CodePointOrder.INSTANCE).toList();
        String outcome =
                data().outcomes().isEmpty() ? DEFAULT_NAME : data().outcomes().get(0);
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("counts", String.join(",", new TreeMap<>(given(arms)).values()));
        return Compare.ofCounts(outcome, Arms.of(labels, estimation().control()), arms, settings)
                .from(List.of(), stated, List.of());
    }

    @Override
    ResultTable analyse(Trial trial, AnalysisSettings settings) {
        return Compare.of(trial, settings);
    }

    @Override
    Report report(ReleasedTable released, Language language) {
        return ComparisonReport.of(released, language);
    }

    private static Map<String, String> given(Map<String, EventCounts> arms) {
        Map<String, String> texts = new LinkedHashMap<>();
        arms.forEach((label, count) -> texts.put(label, label + "=" + count.events() + "/" + count.assessed()));
        return texts;
    }
}
