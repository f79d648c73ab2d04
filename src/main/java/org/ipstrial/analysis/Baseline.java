package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Unit;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.MissingRule;

/**
 * Whether the arms are alike at the start: a summary of every covariate in every arm and in all arms together, and the
 * standardised mean differences where a control is named. There is no test: the arms were formed by chance, so there is no
 * hypothesis to test.
 */
public final class Baseline {

    /** The command's name, which is the name of its analysis too. */
    public static final String NAME = "baseline";

    private Baseline() {}

    /**
     * Summaries and standardised mean differences.
     *
     * @param covariates what was known of everybody at the start, in the order to show
     * @param units      the unit of each amount that has one, by name
     */
    public static ResultTable of(
            Trial trial, List<Covariate> covariates, Map<String, Unit> units, AnalysisSettings settings) {
        List<Result> results = new ArrayList<>();
        for (Covariate covariate : covariates) {
            results.addAll(
                    covariate.isAmount()
                            ? results(
                                    trial,
                                    covariate,
                                    new BaselineAmount(
                                            covariate,
                                            units.getOrDefault(covariate.name(), Unit.NONE),
                                            settings.quantileType()),
                                    settings)
                            : results(trial, covariate, new BaselineCategory(covariate), settings));
        }
        return new ResultTable(
                NAME, List.of(), settings.stated(trial.arms().control()), Map.of(), results, List.of(), List.of());
    }

    private static <D> List<Result> results(
            Trial trial, Covariate covariate, BaselineCovariate<D> reader, AnalysisSettings settings) {
        List<Contrast> contrasts =
                trial.arms().control().isEmpty() ? List.of() : trial.arms().contrasts(settings.allPairs());
        List<Result> results = new ArrayList<>();
        for (ArmData<D> data : trial.covariate(covariate.name(), reader::of)) {
            boolean complete = data.arms().values().stream().allMatch(people -> reader.missing(people) == 0);
            ResultKey base = data.key(complete ? MissingRule.NONE_MISSING : MissingRule.COMPLETE_CASES);
            data.arms().forEach((arm, people) -> results.addAll(reader.summary(base.ofArm(arm), people)));
            for (Contrast contrast : contrasts) {
                results.add(reader.difference(
                        base.ofContrast(contrast.group(), contrast.reference()),
                        data.arms().get(contrast.group()),
                        data.arms().get(contrast.reference())));
            }
        }
        return results;
    }
}
