package org.ipstrial.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.AmountMethods;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.adjusted.AdjustedMethods;
import org.ipstrial.catalogue.subgroups.AdjustedInteractionMethods;
import org.ipstrial.catalogue.subgroups.InteractionMethods;
import org.ipstrial.catalogue.subgroups.ModerationMethods;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.location.stratified.SampleStratum;
import org.ipstrial.stats.location.stratified.StratifiedSamples;
import org.ipstrial.stats.moderation.ModerationMethod;
import org.ipstrial.stats.prognosis.PrognosticMeans;

/**
 * Subgroups in an amount.
 *
 * @param outcome  the outcome
 * @param settings level and methods
 */
record AmountSubgroups(OutcomeDefinition outcome, AnalysisSettings settings) implements SubgroupKind<Amounts> {

    @Override
    public MissingRule rule(ArmData<Amounts> data) {
        return AmountArms.rule(data);
    }

    @Override
    public List<Result> arms(ResultKey base, ArmData<Amounts> data) {
        return data.arms().entrySet().stream()
                .flatMap(arm -> List.of(
                        AmountArms.counts(base.ofArm(arm.getKey()), arm.getValue()),
                        AmountArms.summary(
                                base.ofArm(arm.getKey()), arm.getValue().values(), settings))
                        .stream())
                .toList();
    }

    @Override
    public List<Measure> scales() {
        return List.of(Measure.MEAN_DIFFERENCE);
    }

    @Override
    public List<Result> effects(Measure scale, ResultKey contrast, Amounts group, Amounts reference) {
        return new AmountContrast(contrast, group, reference, settings)
                .effects(AmountMethods.MEAN_DIFFERENCE, settings.unit());
    }

    @Override
    public List<Result> tests(Measure scale, ResultKey about, List<SubgroupLevel<Amounts>> levels) {
        StratifiedSamples samples = new StratifiedSamples(
                levels.stream().map(AmountSubgroups::stratum).toList());
        return settings.methods().of(InteractionMethods.MEAN_DIFFERENCE).stream()
                .map(method -> Results.of(
                        about.of(Measure.INTERACTION_TEST, method.id()),
                        method.function().of(samples)))
                .toList();
    }

    /** A single person in an arm has no variance. */
    @Override
    public Optional<Reason> silence(SubgroupLevel<Amounts> level) {
        boolean few = assessed(level.group()) == 1 || assessed(level.reference()) == 1;
        return stratum(level).silence().or(() -> few ? Optional.of(Reason.FEWER_THAN_TWO) : Optional.empty());
    }

    private static SampleStratum stratum(SubgroupLevel<Amounts> level) {
        return new SampleStratum(
                level.stratum(), level.group().values(), level.reference().values());
    }

    @Override
    public int assessed(Amounts arm) {
        return arm.values().length;
    }

    @Override
    public double[] outcomes(AdjustedPeople people) {
        return people.amounts(outcome.name());
    }

    @Override
    public Statistic counted() {
        return Statistic.ZEROS;
    }

    @Override
    public Family<ModerationMethod> moderation(Measure scale) {
        return ModerationMethods.MEAN_DIFFERENCE;
    }

    @Override
    public AdjustedScale adjusted(Measure scale) {
        return new AdjustedScale(AdjustedMethods.MEAN_DIFFERENCE, AdjustedInteractionMethods.MEAN_DIFFERENCE);
    }

    @Override
    public Unit unit(Measure scale) {
        return settings.unit();
    }

    @Override
    public List<Result> prognosis(ResultKey base, Trial trial, String column) {
        Cohort people = trial.people();
        double[] amounts = people.amountOfEach(outcome.name());
        List<Optional<String>> level = people.labels(column);
        List<Optional<String>> arm = people.labels(trial.armColumn());
        int[] known = IntStream.range(0, amounts.length)
                .filter(i -> !Double.isNaN(amounts[i]) && level.get(i).isPresent())
                .toArray();
        List<String> levels = people.levels(column).stream()
                .filter(one -> Arrays.stream(known)
                        .anyMatch(i -> level.get(i).orElseThrow().equals(one)))
                .toList();
        List<String> arms = trial.arms().labels();
        return new PrognosisRows(
                        Measure.MEAN_DIFFERENCE, "ancova-hc3", "linear-wald", settings.unit(), settings.level())
                .of(
                        base,
                        column,
                        levels,
                        PrognosticMeans.of(
                                Arrays.stream(known)
                                        .mapToDouble(i -> amounts[i])
                                        .toArray(),
                                Arrays.stream(known)
                                        .map(i -> levels.indexOf(level.get(i).orElseThrow()))
                                        .toArray(),
                                levels.size(),
                                Arrays.stream(known)
                                        .map(i -> arms.indexOf(arm.get(i).orElseThrow()))
                                        .toArray(),
                                arms.size()));
    }
}
