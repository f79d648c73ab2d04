package org.ipstrial.analysis.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.dataset.claims.Claims;
import org.ipstrial.stats.resampling.RandomStreams;

/** Do a published report's own numbers agree with each other? A verdict for each claim, and every solution that fits. */
public final class Reconcile {

    /** The command's name. */
    public static final String NAME = Claim.NAME;

    private Reconcile() {}

    /**
     * Checks claims.
     *
     * @param level the confidence level of the printed intervals
     * @param seed  stated as everywhere; nothing here is random
     */
    public static ResultTable of(Claims claims, double level, long seed) {
        List<Result> results = new ArrayList<>();
        for (Map.Entry<String, Claims> entry : claims.byReport().entrySet()) {
            String name = entry.getKey();
            Claims own = entry.getValue();
            ReportContext report = ReportContext.of(own);
            own.arms().forEach(arm -> results.addAll(ArmChecks.of(arm, report)));
            results.addAll(new ReportChecks(report).results(name));
            own.effects().forEach(effect -> results.addAll(EffectChecks.of(effect, report, level)));
        }
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("level", level);
        stated.put("seed", seed);
        stated.put("rng", RandomStreams.NAME);
        return new ResultTable(NAME, List.of(), stated, Map.of(), results, List.of(), List.of());
    }

    /** Whether any claim cannot be true as it stands. */
    public static boolean anyInconsistent(ResultTable table) {
        return table.results().stream()
                .filter(result -> result.key().measure() == Measure.CONSISTENCY)
                .anyMatch(result -> Verdict.INCONSISTENT.isOf(
                        result.cell(Statistic.FITS).orElseThrow().note()));
    }
}
