package org.ipstrial.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Numbers;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.adjusted.AdjustedMethods;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.AdjustedTest;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.odds.Proportionality;

/**
 * Whether one odds ratio is fair for all levels of an outcome: Brant's test over all arms, and the odds ratio of each contrast
 * at each cut, which tell where it is not. It takes a model with covariates or without.
 */
final class ProportionalityCheck {

    /** The method of the odds ratio at a cut. */
    private static final String AT_CUT =
            AdjustedMethods.CONDITIONAL_ODDS_RATIO.methods().get(0).id();

    /** Of what is not modelled. */
    static final ProportionalityCheck NONE = new ProportionalityCheck(Optional.empty(), null, List.of(), List.of());

    private final Optional<AdjustedData> data;
    private final AnalysisSettings settings;
    private final List<Method<AdjustedTest>> tests;
    private final List<Cut> cuts;

    /** What the model at a cut gives. */
    private record Cut(String above, ArmContrasts contrasts) {}

    private ProportionalityCheck(
            Optional<AdjustedData> data,
            AnalysisSettings settings,
            List<Method<AdjustedTest>> tests,
            List<String> levels) {
        this.data = data;
        this.settings = settings;
        this.tests = tests;
        this.cuts = tests.isEmpty()
                ? List.of()
                : data.map(Proportionality::of)
                        .filter(check -> check.cuts().count() > 1)
                        .map(check -> cuts(check, levels))
                        .orElse(List.of());
    }

    /**
     * The check of an outcome, without results where it is not asked for.
     *
     * @param data   what the model takes; none where there is nothing to model
     * @param beside whether the proportional-odds model is fitted to an outcome of more than two levels, so that the check
     *     stands beside it whether or not it is named
     */
    static ProportionalityCheck of(Optional<AdjustedData> data, AnalysisSettings settings, boolean beside) {
        return of(data, settings, beside, List.of());
    }

    /**
     * The same of an outcome whose levels have names.
     *
     * @param levels the names, the lowest first, of the outcomes 0, 1, …; none where the outcomes are numbers
     */
    static ProportionalityCheck of(
            Optional<AdjustedData> data, AnalysisSettings settings, boolean beside, List<String> levels) {
        List<Method<AdjustedTest>> named = settings.methods().of(AdjustedMethods.PROPORTIONALITY);
        return new ProportionalityCheck(
                data, settings, named.isEmpty() && beside ? AdjustedMethods.PROPORTIONALITY.methods() : named, levels);
    }

    private static List<Cut> cuts(Proportionality check, List<String> levels) {
        return IntStream.range(0, check.cuts().count())
                .mapToObj(cut -> new Cut(
                        levels.isEmpty()
                                ? Numbers.print(check.cuts().at(cut))
                                : levels.get((int) check.cuts().at(cut)),
                        check.above(cut)))
                .toList();
    }

    /**
     * The tests over all arms.
     *
     * @param model the key of the model, of no arm
     */
    List<Result> tests(ResultKey model) {
        return tests.stream()
                .map(method -> Results.of(
                        model.of(Measure.TEST, method.id()),
                        data.map(method.function()::of).orElseGet(() -> TestResult.notEstimable(Reason.NO_VARIANCE))))
                .toList();
    }

    /**
     * The odds ratio of being above each cut, where there are two or more.
     *
     * @param contrast the key of a contrast of the model
     */
    List<Result> cuts(ResultKey contrast) {
        return cuts.stream()
                .map(cut -> {
                    ResultKey about = contrast.withTerm(Names.atCut(contrast.term(), cut.above()))
                            .of(Measure.CONDITIONAL_ODDS_RATIO, AT_CUT);
                    return Results.of(
                            about,
                            new ModelContrasts(data.orElseThrow().arms(), settings).estimate(about, cut.contrasts()),
                            Unit.RATIO,
                            settings.level());
                })
                .toList();
    }
}
