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
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.times.AdjustedTimesMethods;
import org.ipstrial.catalogue.times.SubdistributionMethods;
import org.ipstrial.catalogue.times.TimesTests;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.TimesTest;
import org.ipstrial.stats.survival.cox.Ties;
import org.ipstrial.stats.survival.hazards.ArmModel;
import org.ipstrial.stats.survival.hazards.HazardMethod;
import org.ipstrial.stats.survival.hazards.ModelTest;

/**
 * Hazard ratios, and tests of a Cox model where the user picks some, with covariates in one model over all arms; of each
 * cause where ends compete, and within strata too where there are any.
 */
final class AdjustedSurvival {

    private final AdjustedModel covariates;
    private final String term;
    private final SurvivalRequest request;
    private final AnalysisSettings settings;
    private final Map<String, Modelled> models = new LinkedHashMap<>();
    /** Of each cause with all others, everybody in one stratum. */
    private final Map<String, ArmModel> competing = new LinkedHashMap<>();

    /**
     * A model with what it takes.
     *
     * @param covariates of the people
     * @param model      the model of them
     */
    private record Modelled(AdjustedModel covariates, ArmModel model) {
        static Modelled of(AdjustedModel covariates, SurvivalTimes times) {
            AdjustedData data = covariates.data();
            return new Modelled(covariates, ArmModel.of(times, data.names(), data.covariates()));
        }

        String shown(String name) {
            return name.startsWith(ArmModel.ARM)
                    ? covariates.arms().get(Integer.parseInt(name.substring(ArmModel.ARM.length())))
                    : covariates.shown(name);
        }
    }

    /**
     * The models of some people.
     *
     * @param whole  their times, two arms at least
     * @param causes the names of the causes, none where they are not told apart
     */
    AdjustedSurvival(
            AdjustedPeople people,
            TimesData whole,
            List<String> causes,
            SurvivalRequest request,
            AnalysisSettings settings) {
        this.covariates = AdjustedModel.of(people, whole);
        this.term = Names.adjusted(people.names());
        this.request = request;
        this.settings = settings;
        SurvivalTimes everybody = whole.times().unstratified();
        add(covariates, everybody, causes, "");
        for (int cause = 1; cause <= causes.size(); cause++) {
            competing.put(
                    Names.pair("cause", causes.get(cause - 1)) + ";" + term,
                    Modelled.of(covariates, everybody.causeAgainstOthers(cause)).model());
        }
        if (!request.strata().isEmpty()) {
            // Within a stratum everybody is alike in what makes it.
            add(
                    covariates.without(request.strata()),
                    whole.times(),
                    causes,
                    ";" + SurvivalContrast.stratified(request));
        }
    }

    private void add(AdjustedModel taken, SurvivalTimes times, List<String> causes, String suffix) {
        if (causes.isEmpty()) {
            models.put(term + suffix, Modelled.of(taken, times));
        }
        for (int cause = 1; cause <= causes.size(); cause++) {
            models.put(
                    Names.pair("cause", causes.get(cause - 1)) + ";" + term + suffix,
                    Modelled.of(taken, times.ofCause(cause)));
        }
    }

    /** How many people of each arm are at each level of each covariate, and how many of them had an event. */
    List<Result> counts(ResultKey base) {
        return covariates.counts(base, Statistic.EVENTS);
    }

    /**
     * A contrast.
     *
     * @param absent why there is none, if an arm has nobody
     */
    List<Result> contrast(ResultKey key, Optional<Reason> absent) {
        int group = covariates.arms().indexOf(key.group());
        int reference = covariates.arms().indexOf(key.reference());
        List<Result> results = new ArrayList<>();
        models.forEach((about, of) -> {
            for (Method<HazardMethod> method : SurvivalContrast.hazardMethods(request, settings)) {
                Estimate estimate = absent.map(Estimate::notEstimable)
                        .orElseGet(() -> method.function().of(of.model(), group, reference, settings.level()));
                results.add(Results.of(
                        key.withTerm(about).of(Measure.HAZARD_RATIO, method.id()),
                        estimate,
                        Unit.RATIO,
                        settings.level()));
            }
        });
        competing.forEach((about, model) -> settings.methods()
                .of(SubdistributionMethods.FAMILY)
                .forEach(method -> results.add(Results.of(
                        key.withTerm(about).of(Measure.SUBDISTRIBUTION_HAZARD_RATIO, method.id()),
                        absent.map(Estimate::notEstimable)
                                .orElseGet(() -> method.function().of(model, group, reference, settings.level())),
                        Unit.RATIO,
                        settings.level()))));
        request.tau()
                .filter(any -> competing.isEmpty() && request.entry().isEmpty())
                .ifPresent(tau -> results.addAll(means(key, group, reference, tau, absent)));
        models.forEach((about, of) -> tests().forEach((method, test) -> results.add(Results.of(
                SurvivalContrast.about(key.withTerm(about), method).of(Measure.TEST, method.id()),
                absent.map(TestResult::notEstimable).orElseGet(() -> test.ofPair(of.model(), group, reference))))));
        return results;
    }

    /** Restricted means of everybody in one stratum. */
    private List<Result> means(
            ResultKey key, int group, int reference, Map.Entry<String, Double> tau, Optional<Reason> absent) {
        ResultKey within = key.withTimepoint(tau.getKey()).withTerm(term);
        return settings.methods().of(AdjustedTimesMethods.RMST_DIFFERENCE).stream()
                .map(method -> Results.of(
                        within.of(Measure.RMST_DIFFERENCE, method.id()),
                        absent.map(Estimate::notEstimable).orElseGet(() -> method.function()
                                .of(models.get(term).model(), group, reference, tau.getValue(), settings.level())),
                        settings.unit(),
                        settings.level()))
                .toList();
    }

    /** The tests of all arms together. */
    List<Result> overall(ResultKey key) {
        List<Result> results = new ArrayList<>();
        models.forEach((about, of) -> tests().forEach((method, test) -> {
            if (!SurvivalContrast.isProportional(method)) {
                results.add(Results.of(key.withTerm(about).of(Measure.TEST, method.id()), test.ofAll(of.model())));
            }
        }));
        return results;
    }

    /** The tests among those asked for that take covariates. */
    private Map<Method<TimesTest>, ModelTest> tests() {
        Map<Method<TimesTest>, ModelTest> tests = new LinkedHashMap<>();
        for (Method<TimesTest> method : settings.methods().of(TimesTests.TEST)) {
            if (method.function() instanceof ModelTest test) {
                tests.put(method, test);
            }
        }
        return tests;
    }

    /** The columns that no model needs, and those whose coefficients have no maximum. */
    List<Result> columns(ResultKey base) {
        List<Result> results = new ArrayList<>();
        Set<ResultKey> told = new LinkedHashSet<>();
        for (Modelled of : models.values()) {
            for (Aliased aliased : of.model().aliased()) {
                String madeOf = Names.pair(
                        "made-of",
                        String.join(
                                ", ", aliased.madeOf().stream().map(of::shown).toList()));
                add(
                        results,
                        told,
                        base.withTerm(Names.pair("column", of.shown(aliased.name())) + ";" + madeOf)
                                .of(Measure.COVARIATE, ""),
                        Reason.COLLINEAR_COVARIATES.id());
            }
            int last = of.model().arms() - 1;
            of.model()
                    .unbounded(Ties.EFRON, last)
                    .forEach((name, upwards) -> add(
                            results,
                            told,
                            base.withTerm(Names.pair("column", of.shown(name))).of(Measure.COVARIATE, "cox-efron"),
                            upwards ? UnusedColumns.UPWARDS : UnusedColumns.DOWNWARDS));
        }
        return results;
    }

    private static void add(List<Result> results, Set<ResultKey> told, ResultKey key, String note) {
        if (told.add(key)) {
            results.add(new Result(key, Map.of(Statistic.ESTIMATE, Cell.empty(Unit.NONE, note)), ""));
        }
    }
}
