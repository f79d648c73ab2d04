package org.ipstrial.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;

/**
 * What holds for every analysis that does not say otherwise; where the plan is silent, the options' defaults do.
 *
 * @param level        confidence level as a fraction, as it is written
 * @param seed         seed of everything random
 * @param resamples    number of resamples
 * @param quantileType how quartiles are taken, 7 or 2
 * @param missing     what is done about missing yes/no outcomes
 * @param allowed     the habits that the plan allows, each with its reason
 */
public record PlannedSettings(
        Optional<String> level,
        Optional<Long> seed,
        Optional<Long> resamples,
        Optional<String> quantileType,
        Optional<MissingRule> missing,
        Map<FindingCode, String> allowed) {

    /** The rules that hold for an arm by itself; those that fill by contrast stand beside every comparison. */
    private static final List<MissingRule> MISSING =
            List.of(MissingRule.COMPLETE_CASES, MissingRule.ALL_MISSING_EVENTS, MissingRule.ALL_MISSING_NONE);

    private static final int MOST_RESAMPLES = 10_000_000;

    /** Reads the keys that stand at the top of a plan. */
    static PlannedSettings read(Fields fields) {
        return new PlannedSettings(
                fields.get("level").flatMap(PlanValue::level).map(Sited::value),
                fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
                fields.whole("resamples", 1, MOST_RESAMPLES),
                fields.word("quantile_type", List.of("7", "2")),
                missing(fields),
                PlannedAllowances.read(fields));
    }

    /** The key {@code missing} of a plan or an analysis. */
    static Optional<MissingRule> missing(Fields fields) {
        return fields.word("missing", MISSING.stream().map(MissingRule::id).toList())
                .map(MissingRule::named);
    }
}
