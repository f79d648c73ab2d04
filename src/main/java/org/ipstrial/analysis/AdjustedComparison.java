package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.adjusted.AdjustedMethods;
import org.ipstrial.catalogue.ordinal.OrdinalMethods;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.contingency.NumberNeededToTreat;

/** The results of one outcome with covariates in the model: one model over all arms for each method, all contrasts of it. */
final class AdjustedComparison {

    private final String term;
    private final AdjustedModel model;
    private final Statistic counted;
    /** The levels of an outcome that has some, whose effects always stand with their test. */
    private final Optional<List<String>> levels;

    private final AnalysisSettings settings;
    private final List<AdjustedFit> fits;
    private final ModelContrasts contrasts;
    private final ProportionalityCheck check;

    private AdjustedComparison(
            AdjustedPeople people,
            double[] outcome,
            Statistic counted,
            AnalysisSettings settings,
            List<AdjustedOffer> offers) {
        this(
                Names.adjusted(people.names()),
                AdjustedModel.of(people, outcome),
                counted,
                Optional.empty(),
                settings,
                offers);
    }

    private AdjustedComparison(
            String term,
            AdjustedModel model,
            Statistic counted,
            Optional<List<String>> levels,
            AnalysisSettings settings,
            List<AdjustedOffer> offers) {
        this.term = term;
        this.model = model;
        this.levels = levels;
        Optional<AdjustedData> data = model.ifAnything();
        this.counted = counted;
        this.settings = settings;
        this.fits = AdjustedFit.of(offers, data, settings.methods());
        this.contrasts = new ModelContrasts(model.arms(), settings);
        boolean proportional = fits.stream()
                .anyMatch(fit -> fit.offer().family() == AdjustedMethods.ORDINAL_ODDS_RATIO
                        || fit.offer().family() == OrdinalMethods.ADJUSTED_ODDS_RATIO);
        // A yes/no outcome has one cut, at which the two models are one. Without covariates all arms are checked
        // elsewhere.
        this.check = term.isEmpty()
                ? ProportionalityCheck.NONE
                : ProportionalityCheck.of(
                        data, settings, proportional && counted != Statistic.EVENTS, levels.orElse(List.of()));
    }

    /** What nothing is adjusted for. */
    private AdjustedComparison() {
        this.term = "";
        this.model = null;
        this.counted = Statistic.EVENTS;
        this.levels = Optional.empty();
        this.settings = null;
        this.fits = List.of();
        this.contrasts = new ModelContrasts(List.of(), null);
        this.check = ProportionalityCheck.NONE;
    }

    /** The comparison of a yes/no outcome, without results where it is not adjusted. */
    static AdjustedComparison ofAnswers(ArmData<EventCounts> data, MissingRule rule, AnalysisSettings settings) {
        return data.adjusted()
                .map(people -> new AdjustedComparison(
                        people,
                        people.answers(data.outcome(), rule),
                        Statistic.EVENTS,
                        settings,
                        AdjustedOffer.ofShares(people)))
                .orElseGet(AdjustedComparison::new);
    }

    /** The comparison of an amount. */
    static AdjustedComparison ofAmounts(ArmData<Amounts> data, AnalysisSettings settings) {
        return data.adjusted()
                .map(people -> new AdjustedComparison(
                        people,
                        people.amounts(data.outcome()),
                        Statistic.ZEROS,
                        settings,
                        AdjustedOffer.ofMeans(people, settings.unit())))
                .orElseGet(AdjustedComparison::new);
    }

    /**
     * The comparison of an outcome of ordered levels.
     *
     * @param levels their names, the lowest first
     */
    static AdjustedComparison ofLevels(ArmData<Amounts> data, List<String> levels, AnalysisSettings settings) {
        return data.adjusted()
                .map(people -> new AdjustedComparison(
                        Names.adjusted(people.names()),
                        AdjustedModel.of(people, people.amounts(data.outcome())),
                        Statistic.ZEROS,
                        Optional.of(levels),
                        settings,
                        List.of(new AdjustedOffer(OrdinalMethods.ADJUSTED_ODDS_RATIO, Unit.RATIO))))
                .orElseGet(AdjustedComparison::new);
    }

    /**
     * The comparison of two arms alone on an outcome of ordered levels, with nothing to adjust for.
     *
     * @param model that of the two arms
     */
    static AdjustedComparison ofTwoArms(AdjustedModel model, AnalysisSettings settings) {
        return new AdjustedComparison(
                "",
                model,
                Statistic.ZEROS,
                Optional.of(List.of()),
                settings,
                List.of(new AdjustedOffer(OrdinalMethods.ODDS_RATIO, Unit.RATIO)));
    }

    /** How many people of each arm are at each level of each covariate. */
    List<Result> counts(ResultKey base) {
        return term.isEmpty() ? List.of() : model.counts(base, counted, levels.orElse(List.of()));
    }

    /** The adjusted effects of a contrast. */
    List<Result> contrast(ResultKey contrast) {
        ResultKey key = contrast.withTerm(term);
        List<Result> results = new ArrayList<>();
        List<Result> numbersNeeded = new ArrayList<>();
        for (AdjustedFit fit : fits) {
            ResultKey about =
                    key.of(fit.offer().family().measure(), fit.method().id());
            Estimate estimate = contrasts.estimate(about, fit.contrasts());
            Result result = Results.of(about, estimate, fit.offer().unit(), settings.level());
            results.add(
                    settings.hypothesis().ofEffects() || levels.isPresent()
                            ? Results.tested(result, contrasts.test(about, fit.contrasts()))
                            : result);
            if (about.measure() == Measure.RISK_DIFFERENCE) {
                numbersNeeded.add(new Result(
                        key.of(Measure.NUMBER_NEEDED_TO_TREAT, about.method()),
                        BinaryContrast.cells(
                                NumberNeededToTreat.of(estimate, settings.higherIsBetter()), settings.level()),
                        ""));
            }
        }
        results.addAll(numbersNeeded);
        results.addAll(check.cuts(key));
        return results;
    }

    /** The checks of a model over all arms, where there are any. */
    List<Result> checks(ResultKey base) {
        return check.tests(base.withTerm(term));
    }

    /** The columns that no model needs, and by method those that leave it without a fit. */
    List<Result> columns(ResultKey base) {
        UnusedColumns columns = new UnusedColumns(base, "", name -> model.shown(name));
        fits.forEach(fit -> columns.add(fit.method().id(), fit.contrasts().notes()));
        return columns.results();
    }
}
