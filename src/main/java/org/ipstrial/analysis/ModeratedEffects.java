package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Numbers;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.catalogue.Method;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.stats.descriptive.Quantiles;
import org.ipstrial.stats.moderation.ModeratedData;
import org.ipstrial.stats.moderation.Moderation;
import org.ipstrial.stats.moderation.ModerationMethod;

/**
 * How the effect on one outcome changes along amounts that were known at the start: for each contrast one model of the two
 * arms, in which everybody counts whose outcome and amount are known. Nobody is put into groups.
 */
final class ModeratedEffects {

    private static final double[] QUARTILES = {0.25, 0.5, 0.75};

    private final Trial trial;
    private final SubgroupKind<?> kind;
    private final AnalysisSettings settings;
    private final int[] places;
    private final double[] outcome;

    ModeratedEffects(Trial trial, SubgroupKind<?> kind, AnalysisSettings settings) {
        this.trial = trial;
        this.kind = kind;
        this.settings = settings;
        AdjustedPeople people = people();
        this.places = people.places();
        this.outcome = kind.outcomes(people);
    }

    private AdjustedPeople people() {
        return new AdjustedPeople(
                trial.people(),
                trial.armColumn(),
                trial.arms().labels(),
                trial.moderators(),
                List.of(),
                Optional.empty());
    }

    /** How many people of each arm have each amount, and lack it. */
    List<Result> counts(ResultKey base) {
        return trial.moderators().isEmpty()
                ? List.of()
                : AdjustedModel.of(people(), outcome).counts(base, kind.counted());
    }

    /**
     * The effects at the quartiles of each amount, how much the effect changes with each unit of it, and the test that it does
     * not change.
     *
     * @param contrast the key of the contrast
     */
    List<Result> of(ResultKey contrast, Measure scale) {
        return of(contrast, scale, List.of(), "");
    }

    /** The same with covariates in the model; nothing where nothing is adjusted. */
    List<Result> adjusted(ResultKey contrast, Measure scale) {
        List<Covariate> adjust = trial.adjust();
        return adjust.isEmpty()
                ? List.of()
                : of(
                        contrast,
                        scale,
                        adjust,
                        ";"
                                + Names.adjusted(
                                        adjust.stream().map(Covariate::name).toList()));
    }

    private List<Result> of(ResultKey contrast, Measure scale, List<Covariate> adjust, String about) {
        List<Result> results = new ArrayList<>();
        for (Covariate moderator : trial.moderators()) {
            double[] amounts = trial.people().amountsByPerson(moderator.column());
            ModeratedData data = data(contrast, amounts, others(adjust, moderator));
            for (Method<ModerationMethod> method : settings.methods().of(kind.moderation(scale))) {
                Moderation found = method.function().of(data);
                for (double at : quartiles(amounts)) {
                    results.add(Results.of(
                            contrast.withTerm(Names.along(moderator.name(), Numbers.print(at)) + about)
                                    .of(scale, method.id()),
                            found.effect(at, settings.level()),
                            kind.unit(scale),
                            settings.level()));
                }
                ResultKey key = contrast.withTerm(Subgroups.term(moderator.name(), scale) + about);
                results.add(Results.of(
                        key.of(Measure.EFFECT_SLOPE, method.id()),
                        found.slope(settings.level()),
                        kind.unit(scale),
                        settings.level()));
                results.add(Results.of(key.of(Measure.INTERACTION_TEST, method.id()), found.test()));
            }
        }
        return results;
    }

    /** The amount itself is in the model in any case. */
    private static List<Covariate> others(List<Covariate> adjust, Covariate moderator) {
        return adjust.stream()
                .filter(covariate -> !covariate.name().equals(moderator.name()))
                .toList();
    }

    private ModeratedData data(ResultKey contrast, double[] amounts, List<Covariate> adjust) {
        int group = trial.arms().labels().indexOf(contrast.group());
        int reference = trial.arms().labels().indexOf(contrast.reference());
        int[] rows = IntStream.range(0, amounts.length)
                .filter(row -> places[row] == group || places[row] == reference)
                .filter(row -> !Double.isNaN(amounts[row]) && !Double.isNaN(outcome[row]))
                .toArray();
        List<ModelCovariate.Column> columns = adjust.stream()
                .flatMap(covariate -> ModelCovariate.of(covariate, trial.people(), rows).columns().stream())
                .toList();
        return new ModeratedData(
                pick(outcome, rows),
                IntStream.of(rows).map(row -> places[row] == group ? 1 : 0).toArray(),
                pick(amounts, rows),
                IntStream.range(0, columns.size())
                        .mapToObj(column -> "covariate " + column)
                        .toList(),
                columns.stream().map(ModelCovariate.Column::values).toArray(double[][]::new));
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** The quartiles of everybody of any arm, each value once: the same for all outcomes and contrasts. */
    private double[] quartiles(double[] amounts) {
        double[] sorted = Arrays.stream(amounts)
                .filter(amount -> !Double.isNaN(amount))
                .sorted()
                .toArray();
        return sorted.length == 0
                ? sorted
                : DoubleStream.of(QUARTILES)
                        .map(p -> Quantiles.of(sorted, p, settings.quantileType()))
                        .distinct()
                        .toArray();
    }
}
