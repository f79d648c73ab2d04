package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;

/** How much each arm worked: everybody, the share with nothing, and those with something. */
public final class Hours {

    /** The command's name, which is the name of its analysis too where no plan gives one. */
    public static final String NAME = "hours";

    /** The population of those with an amount other than zero; who they are is not randomised. */
    public static final String WORKERS_ONLY = "workers-only";

    /** The term of the share whose amount is exactly zero. */
    public static final String NOTHING = Names.pair("level", "0");

    /** What it computes by methods that can be picked. */
    public static final Set<Measure> MEASURES = Set.of(Measure.PROPORTION);

    private Hours() {}

    /** Summaries of each arm, for every outcome of a trial; all of them must be amounts. */
    public static ResultTable of(Trial trial, AnalysisSettings settings) {
        List<Result> results = new ArrayList<>();
        for (OutcomeDefinition outcome : trial.outcomes()) {
            if (outcome.kind() == OutcomeKind.AMOUNT_OF_WORKERS) {
                results.addAll(ofWorkers(trial, outcome, settings));
                continue;
            }
            for (ArmData<Amounts> data : trial.amounts(outcome)) {
                ResultKey base = data.key(AmountArms.rule(data));
                data.arms().forEach((arm, amounts) -> results.addAll(arm(base.ofArm(arm), amounts, settings)));
            }
        }
        return new ResultTable(
                NAME, List.of(), settings.stated(trial.arms().control()), Map.of(), results, List.of(), List.of());
    }

    /** Of everybody who worked, and of those the amount. */
    private static List<Result> ofWorkers(Trial trial, OutcomeDefinition outcome, AnalysisSettings settings) {
        List<Result> results = new ArrayList<>();
        Iterator<ArmData<Amounts>> amounts = trial.amounts(outcome).iterator();
        for (ArmData<EventCounts> worked : trial.events(outcome)) {
            Map<String, Amounts> theirs = amounts.next().arms();
            ResultKey base = worked.key(BinaryArms.rule(worked));
            worked.arms().forEach((arm, counts) -> {
                double[] known = theirs.get(arm).values();
                ResultKey workers = base.ofArm(arm).withAnalysisSet(WORKERS_ONLY);
                results.add(BinaryArms.counts(base.ofArm(arm), counts));
                results.add(AmountArms.workers(workers, counts.events(), known.length));
                results.add(AmountArms.summary(workers, known, settings));
            });
        }
        return results;
    }

    private static List<Result> arm(ResultKey key, Amounts amounts, AnalysisSettings settings) {
        double[] working =
                Arrays.stream(amounts.values()).filter(value -> value != 0).toArray();
        int assessed = amounts.values().length;
        List<Result> results = new ArrayList<>();
        results.add(AmountArms.counts(key, amounts));
        results.add(AmountArms.summary(key, amounts.values(), settings));
        results.addAll(BinaryArms.proportion(
                key.withTerm(NOTHING), new EventCounts(amounts.rows(), assessed, assessed - working.length), settings));
        ResultKey workers = key.withAnalysisSet(WORKERS_ONLY);
        results.add(AmountArms.people(workers, working.length));
        results.add(AmountArms.summary(workers, working, settings));
        return results;
    }
}
