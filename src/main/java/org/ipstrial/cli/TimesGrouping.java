package org.ipstrial.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.analysis.Survival;
import org.ipstrial.analysis.SurvivalRequest;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Numbers;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;

/**
 * What {@code --min-cell} asks of a command over times: that they are grouped at times that the user gives, and that nothing
 * else is told of the same people from which groups in between could be worked out.
 *
 * @param policy what is done about small groups
 */
record TimesGrouping(CellPolicy policy) {

    private static final String OPTION = "--min-cell of " + Survival.NAME;

    /** Whether small groups are hidden, so that times are grouped. */
    boolean groups() {
        return policy.threshold() > 0;
    }

    /** Refuses an outcome of which small groups cannot be hidden. */
    void refuse(String what) {
        Later.refuse(groups(), OPTION + " for " + what, "a time to an event, named with --outcome, is");
    }

    /**
     * What is asked, of grouped times where small groups are hidden.
     *
     * @throws RefusedException if there is nothing to group by, if a mean is asked beyond the last group, or people are told
     *     of in strata too
     */
    SurvivalRequest of(SurvivalRequest request, Trial trial) {
        if (!groups()) {
            return request;
        }
        Later.refuse(
                !trial.by().isEmpty()
                        || !request.strata().isEmpty()
                        || !trial.adjust().isEmpty()
                        || request.cluster().isPresent()
                        || request.entry().isPresent(),
                OPTION + " with --by, --stratify, --adjust, --cluster or --entry",
                "everybody as one is");
        double last = request.at().values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        if (last == 0) {
            throw RefusedException.of(FindingCode.E352, Location.COMMAND_LINE, policy.threshold());
        }
        Optional<Map.Entry<String, Double>> beyond = request.tau().filter(tau -> tau.getValue() > last);
        if (beyond.isPresent()) {
            throw RefusedException.of(
                    FindingCode.E013,
                    Location.COMMAND_LINE,
                    "--tau",
                    beyond.get().getKey(),
                    "at most " + Numbers.print(last) + ", the last of --at where --min-cell groups times");
        }
        return request.asGroups();
    }

    /** Results that can be told beside each other, with where their times were grouped. */
    ResultCommand.Analysed checked(ResultCommand.Analysed analysed) {
        if (!groups()) {
            return analysed;
        }
        ResultTable table = analysed.table();
        long outcomes = table.results().stream()
                .map(result -> List.of(result.key().analysis(), result.key().outcome()))
                .distinct()
                .count();
        Later.refuse(outcomes > 1, OPTION + " for several outcomes", "one of them, named with --outcome, is");
        // Whether a number of an arm that may be hidden exists is not told by the exit code either.
        return new ResultCommand.Analysed(table.with(Map.of("times", "grouped")), false, analysed.nesting());
    }
}
