package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.BinaryMethods;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.adjusted.AdjustedMethods;
import org.ipstrial.catalogue.subgroups.AdjustedInteractionMethods;
import org.ipstrial.catalogue.subgroups.InteractionMethods;
import org.ipstrial.catalogue.subgroups.ModerationMethods;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.contingency.stratified.HomogeneityTest;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.contingency.stratified.Stratum;
import org.ipstrial.stats.moderation.ModerationMethod;
import org.ipstrial.stats.prognosis.PrognosticOdds;

/**
 * Subgroups in a yes/no outcome.
 *
 * @param outcome  the outcome
 * @param settings level and methods
 */
record BinarySubgroups(OutcomeDefinition outcome, AnalysisSettings settings) implements SubgroupKind<EventCounts> {

    private record Scale(
            Family<TwoByTwoEffect> effects,
            Family<HomogeneityTest> tests,
            Family<ModerationMethod> moderation,
            AdjustedScale adjusted,
            Unit unit) {}

    private static final List<Scale> SCALES = List.of(
            new Scale(
                    BinaryMethods.RISK_DIFFERENCE,
                    InteractionMethods.RISK_DIFFERENCE,
                    ModerationMethods.RISK_DIFFERENCE,
                    new AdjustedScale(AdjustedMethods.RISK_DIFFERENCE, AdjustedInteractionMethods.RISK_DIFFERENCE),
                    Unit.PROPORTION_DIFFERENCE),
            new Scale(
                    BinaryMethods.RISK_RATIO,
                    InteractionMethods.RISK_RATIO,
                    ModerationMethods.RISK_RATIO,
                    new AdjustedScale(AdjustedMethods.RISK_RATIO, AdjustedInteractionMethods.RISK_RATIO),
                    Unit.RATIO),
            new Scale(
                    BinaryMethods.ODDS_RATIO,
                    InteractionMethods.ODDS_RATIO,
                    ModerationMethods.ODDS_RATIO,
                    new AdjustedScale(AdjustedMethods.CONDITIONAL_ODDS_RATIO, AdjustedInteractionMethods.ODDS_RATIO),
                    Unit.RATIO));

    @Override
    public MissingRule rule(ArmData<EventCounts> data) {
        return BinaryArms.rule(data, outcome);
    }

    @Override
    public List<Result> arms(ResultKey base, ArmData<EventCounts> data) {
        return BinaryArms.results(base, data, settings);
    }

    /** Those whose methods the user names, else the risk difference. */
    private List<Scale> named() {
        List<Scale> named = SCALES.stream()
                .filter(scale -> settings.methods().names(scale.effects()))
                .toList();
        return named.isEmpty() ? SCALES.subList(0, 1) : named;
    }

    @Override
    public List<Measure> scales() {
        return named().stream().map(scale -> scale.effects().measure()).toList();
    }

    private static Scale scale(Measure measure) {
        return SCALES.stream()
                .filter(scale -> scale.effects().measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Result> effects(Measure measure, ResultKey contrast, EventCounts group, EventCounts reference) {
        return new BinaryContrast(contrast, counted(group), counted(reference), settings)
                .effects(scale(measure).effects());
    }

    @Override
    public List<Result> tests(Measure measure, ResultKey about, List<SubgroupLevel<EventCounts>> levels) {
        StratifiedTables tables =
                new StratifiedTables(levels.stream().map(this::stratum).toList());
        return settings.methods().of(scale(measure).tests()).stream()
                .map(method -> Results.of(
                        about.of(Measure.INTERACTION_TEST, method.id()),
                        method.function().of(tables)))
                .toList();
    }

    @Override
    public Optional<Reason> silence(SubgroupLevel<EventCounts> level) {
        return stratum(level).silence();
    }

    private Stratum stratum(SubgroupLevel<EventCounts> level) {
        EventCounts group = counted(level.group());
        EventCounts reference = counted(level.reference());
        return Stratum.of(level.stratum(), group.events(), group.assessed(), reference.events(), reference.assessed());
    }

    /** Counts under the plan's rule for those missing, which is the same in every arm. */
    private EventCounts counted(EventCounts arm) {
        return BinaryContrast.under(outcome.missing(), arm, true);
    }

    @Override
    public int assessed(EventCounts arm) {
        return arm.assessed();
    }

    @Override
    public double[] outcomes(AdjustedPeople people) {
        return people.answers(outcome.name(), outcome.missing());
    }

    @Override
    public Statistic counted() {
        return Statistic.EVENTS;
    }

    @Override
    public Family<ModerationMethod> moderation(Measure measure) {
        return scale(measure).moderation();
    }

    @Override
    public AdjustedScale adjusted(Measure measure) {
        return scale(measure).adjusted();
    }

    @Override
    public Unit unit(Measure measure) {
        return scale(measure).unit();
    }

    @Override
    public List<Result> prognosis(ResultKey base, Trial trial, String column) {
        List<String> levels = new ArrayList<>();
        List<EventCounts[]> counts = new ArrayList<>();
        for (String level : trial.people().levels(column)) {
            EventCounts[] ofLevel = trial.arms().labels().stream()
                    .map(arm -> trial.people().at(column, level).at(trial.armColumn(), arm))
                    .map(people -> counted(people.events(outcome.name())))
                    .toArray(EventCounts[]::new);
            if (Stream.of(ofLevel).anyMatch(arm -> arm.assessed() > 0)) {
                levels.add(level);
                counts.add(ofLevel);
            }
        }
        long[][] events = counts.stream()
                .map(arms -> Stream.of(arms).mapToLong(EventCounts::events).toArray())
                .toArray(long[][]::new);
        long[][] assessed = counts.stream()
                .map(arms -> Stream.of(arms).mapToLong(EventCounts::assessed).toArray())
                .toArray(long[][]::new);
        return new PrognosisRows(
                        Measure.CONDITIONAL_ODDS_RATIO,
                        "logistic",
                        "logistic-likelihood-ratio",
                        Unit.RATIO,
                        settings.level())
                .of(base, column, levels, PrognosticOdds.of(events, assessed));
    }
}
