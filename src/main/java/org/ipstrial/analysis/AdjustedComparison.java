package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.EffectScale;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.adjusted.AdjustedMethods;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.AdjustedMethod;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.contingency.NumberNeededToTreat;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.regression.separation.Separating;

/** The results of one outcome with covariates in the model: one model over all arms for each method, all contrasts of it. */
final class AdjustedComparison {

    /** The note of a column that others make up. */
    private static final String COLLINEAR = Reason.COLLINEAR_COVARIATES.id();

    /** The notes of a column without which the outcomes could not be told apart. */
    static final String UPWARDS = "separates-upwards";

    /** The same of one whose coefficient falls. */
    static final String DOWNWARDS = "separates-downwards";

    /** A family with the unit of its effects. */
    private record Offer(Family<AdjustedMethod> family, Unit unit) {}

    /** A model that was fitted. */
    private record Fitted(Method<AdjustedMethod> method, ArmContrasts contrasts) {}

    private final String term;
    private final AdjustedModel model;
    /** What the methods take, if there is anything to model. */
    private final Optional<AdjustedData> data;

    private final Statistic counted;
    private final AnalysisSettings settings;
    private final List<Offer> offers;
    private final Map<Offer, List<Fitted>> fits = new LinkedHashMap<>();

    private AdjustedComparison(
            AdjustedPeople people, double[] outcome, Statistic counted, AnalysisSettings settings, List<Offer> offers) {
        this.term = Names.adjusted(people.names());
        this.model = AdjustedModel.of(people, outcome);
        this.data = model.arms().size() < 2 || model.allAlike() ? Optional.empty() : Optional.of(model.data());
        this.counted = counted;
        this.settings = settings;
        this.offers = offers;
        offers.forEach(offer -> fits.put(offer, fits(offer)));
    }

    /** What nothing is adjusted for. */
    private AdjustedComparison() {
        this.term = "";
        this.model = null;
        this.data = Optional.empty();
        this.counted = Statistic.EVENTS;
        this.settings = null;
        this.offers = List.of();
    }

    /** The comparison of a yes/no outcome, without results where it is not adjusted. */
    static AdjustedComparison ofAnswers(ArmData<EventCounts> data, MissingRule rule, AnalysisSettings settings) {
        return data.adjusted()
                .map(people -> new AdjustedComparison(
                        people, people.answers(data.outcome(), rule), Statistic.EVENTS, settings, ofShares(people)))
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
                        ofMeans(people, settings.unit())))
                .orElseGet(AdjustedComparison::new);
    }

    private static List<Offer> ofMeans(AdjustedPeople people, Unit unit) {
        List<Offer> offers = new ArrayList<>();
        offers.add(new Offer(AdjustedMethods.MEAN_DIFFERENCE, unit));
        if (people.cluster().isPresent()) {
            offers.add(new Offer(AdjustedMethods.MEAN_DIFFERENCE_IN_CLUSTERS, unit));
        }
        offers.add(new Offer(AdjustedMethods.RATIO_OF_MEANS, Unit.RATIO));
        if (people.cluster().isPresent()) {
            offers.add(new Offer(AdjustedMethods.RATIO_OF_MEANS_IN_CLUSTERS, Unit.RATIO));
        }
        offers.add(new Offer(AdjustedMethods.ORDINAL_ODDS_RATIO, Unit.RATIO));
        return offers;
    }

    private static List<Offer> ofShares(AdjustedPeople people) {
        List<Offer> offers = new ArrayList<>();
        offers.add(new Offer(AdjustedMethods.RISK_DIFFERENCE, Unit.PROPORTION_DIFFERENCE));
        if (!people.strata().isEmpty()) {
            offers.add(new Offer(AdjustedMethods.RISK_DIFFERENCE_IN_STRATA, Unit.PROPORTION_DIFFERENCE));
        }
        if (people.cluster().isPresent()) {
            offers.add(new Offer(AdjustedMethods.RISK_DIFFERENCE_IN_CLUSTERS, Unit.PROPORTION_DIFFERENCE));
        }
        offers.add(new Offer(AdjustedMethods.RISK_RATIO, Unit.RATIO));
        if (people.cluster().isPresent()) {
            offers.add(new Offer(AdjustedMethods.RISK_RATIO_IN_CLUSTERS, Unit.RATIO));
        }
        offers.add(new Offer(AdjustedMethods.ODDS_RATIO, Unit.RATIO));
        offers.add(new Offer(AdjustedMethods.CONDITIONAL_ODDS_RATIO, Unit.RATIO));
        if (people.cluster().isPresent()) {
            offers.add(new Offer(AdjustedMethods.CONDITIONAL_ODDS_RATIO_IN_CLUSTERS, Unit.RATIO));
        }
        offers.add(new Offer(AdjustedMethods.ORDINAL_ODDS_RATIO, Unit.RATIO));
        return offers;
    }

    private List<Fitted> fits(Offer offer) {
        List<Fitted> fitted = new ArrayList<>();
        for (Method<AdjustedMethod> method : settings.methods().of(offer.family())) {
            fitted.add(new Fitted(method, fit(method)));
        }
        return fitted;
    }

    private ArmContrasts fit(Method<AdjustedMethod> method) {
        return data.map(method.function()::of)
                .orElseGet(() -> ArmContrasts.none(Reason.NO_VARIANCE, ModelNotes.aliased(List.of())));
    }

    /** How many people of each arm are at each level of each covariate. */
    List<Result> counts(ResultKey base) {
        return term.isEmpty() ? List.of() : model.counts(base, counted);
    }

    /** The adjusted effects of a contrast. */
    List<Result> contrast(ResultKey contrast) {
        ResultKey key = contrast.withTerm(term);
        List<Result> results = new ArrayList<>();
        List<Result> numbersNeeded = new ArrayList<>();
        for (Offer offer : offers) {
            for (Fitted fitted : fits.get(offer)) {
                ResultKey about =
                        key.of(offer.family().measure(), fitted.method().id());
                Estimate estimate = estimate(about, fitted.contrasts());
                Result result = Results.of(about, estimate, offer.unit(), settings.level());
                results.add(
                        settings.hypothesis().ofEffects()
                                ? Results.tested(result, test(about, fitted.contrasts()))
                                : result);
                if (about.measure() == Measure.RISK_DIFFERENCE) {
                    numbersNeeded.add(new Result(
                            key.of(Measure.NUMBER_NEEDED_TO_TREAT, about.method()),
                            BinaryContrast.cells(
                                    NumberNeededToTreat.of(estimate, settings.higherIsBetter()), settings.level()),
                            ""));
                }
            }
        }
        results.addAll(numbersNeeded);
        return results;
    }

    private Estimate estimate(ResultKey about, ArmContrasts contrasts) {
        int group = model.arms().indexOf(about.group());
        int reference = model.arms().indexOf(about.reference());
        if (group < 0 || reference < 0) {
            return Estimate.notEstimable(absent(group));
        }
        Alternative alternative = settings.hypothesis().alternative();
        EffectScale scale = EffectScale.of(about.measure()).orElseThrow();
        return alternative.limits(
                contrasts.estimate(group, reference, alternative.twoSidedLevel(settings.level())),
                scale.least(),
                scale.most());
    }

    /** The test of the null value that the interval inverts. */
    private TestResult test(ResultKey about, ArmContrasts contrasts) {
        int group = model.arms().indexOf(about.group());
        int reference = model.arms().indexOf(about.reference());
        if (group < 0 || reference < 0) {
            return TestResult.notEstimable(absent(group));
        }
        return contrasts.test(
                group,
                reference,
                settings.hypothesis().nullValue(about.measure()),
                settings.hypothesis().alternative());
    }

    private static Reason absent(int group) {
        return group < 0 ? Reason.NOBODY_ASSESSED_IN_GROUP : Reason.NOBODY_ASSESSED_IN_REFERENCE;
    }

    /** The columns that no model needs, and by method those that leave it without a fit. */
    List<Result> columns(ResultKey base) {
        List<Result> results = new ArrayList<>();
        Set<Aliased> told = new LinkedHashSet<>();
        Set<ResultKey> keys = new LinkedHashSet<>();
        for (List<Fitted> ofFamily : fits.values()) {
            for (Fitted fitted : ofFamily) {
                ModelNotes notes = fitted.contrasts().notes();
                for (Aliased aliased : notes.aliased()) {
                    if (told.add(aliased)) {
                        results.add(column(base, aliased.name(), madeOf(aliased), "", COLLINEAR));
                    }
                }
                for (Separating column : notes.separating()) {
                    Result result = column(
                            base, column.name(), "", fitted.method().id(), column.upwards() ? UPWARDS : DOWNWARDS);
                    if (keys.add(result.key())) {
                        results.add(result);
                    }
                }
            }
        }
        return results;
    }

    private String madeOf(Aliased aliased) {
        return ";"
                + Names.pair(
                        "made-of",
                        String.join(
                                ", ",
                                aliased.madeOf().stream().map(model::shown).toList()));
    }

    private Result column(ResultKey base, String name, String more, String method, String note) {
        ResultKey key = base.withTerm(Names.pair("column", model.shown(name)) + more);
        return new Result(
                key.of(Measure.COVARIATE, method), Map.of(Statistic.ESTIMATE, Cell.empty(Unit.NONE, note)), "");
    }
}
