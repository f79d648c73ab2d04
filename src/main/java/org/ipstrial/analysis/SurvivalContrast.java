package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.times.HazardMethods;
import org.ipstrial.catalogue.times.SubdistributionMethods;
import org.ipstrial.catalogue.times.TimesMethods;
import org.ipstrial.catalogue.times.TimesTests;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.TimesTest;
import org.ipstrial.stats.survival.competing.AalenJohansen;
import org.ipstrial.stats.survival.competing.TimeLostToCause;
import org.ipstrial.stats.survival.curve.CurveContrast;
import org.ipstrial.stats.survival.curve.KaplanMeier;
import org.ipstrial.stats.survival.hazards.ArmModel;
import org.ipstrial.stats.survival.hazards.HazardMethod;
import org.ipstrial.stats.survival.hazards.ModelTest;

/**
 * Two arms compared, or all arms tested: hazard ratio and tests, within strata too if there are any; restricted means. Of
 * each cause where ends compete: Gray's test of the incidence, and the hazard ratio of the cause alone.
 *
 * @param causes   the names of the causes, none where they are not told apart
 * @param request  what is asked
 * @param settings level and methods
 */
record SurvivalContrast(List<String> causes, SurvivalRequest request, AnalysisSettings settings) {

    private static final String PROPORTIONAL = "proportional-hazards";

    /** The comparison of two arms, or why there is none. */
    List<Result> results(ResultKey key, SurvivalTimes two, Optional<Reason> absent) {
        List<Result> results = new ArrayList<>();
        List<Version> versions = versions(key, two, absent.isEmpty());
        for (Version version : versions) {
            results.addAll(hazardRatio(version, absent));
        }
        for (int cause = 1; cause <= causes.size(); cause++) {
            // Those of nobody's stratum come first.
            results.addAll(subdistribution(versions.get(cause - 1), absent));
        }
        request.tau().ifPresent(tau -> results.addAll(means(key, two, absent, tau)));
        results.addAll(tests(versions, absent, true));
        return results;
    }

    /** The test of all arms. */
    List<Result> overall(ResultKey key, SurvivalTimes times) {
        return tests(versions(key, times, true), Optional.empty(), false);
    }

    /**
     * One way of looking at the same people.
     *
     * @param key       the key with its term
     * @param times     where any end is the event, or one cause alone
     * @param competing where one cause is the first and all others are the second; else the same
     * @param model     the model of the arms, if there are two
     */
    private record Version(ResultKey key, SurvivalTimes times, SurvivalTimes competing, Optional<ArmModel> model) {
        Version(ResultKey key, SurvivalTimes times, SurvivalTimes competing, boolean modelled) {
            this(key, times, competing, modelled ? Optional.of(ArmModel.of(times)) : Optional.empty());
        }
    }

    /** Everybody in one stratum, and then in the strata; of each cause. */
    private List<Version> versions(ResultKey key, SurvivalTimes times, boolean modelled) {
        List<Version> versions = new ArrayList<>();
        List<SurvivalTimes> looks = request.strata().isEmpty() ? List.of(times) : List.of(times.unstratified(), times);
        for (SurvivalTimes look : looks) {
            String by = looks.indexOf(look) == 0 ? "" : stratified();
            if (causes.isEmpty()) {
                versions.add(new Version(key.withTerm(by), look, look, modelled));
            }
            for (int cause = 1; cause <= causes.size(); cause++) {
                String term = Names.pair("cause", causes.get(cause - 1)) + (by.isEmpty() ? "" : ";" + by);
                versions.add(
                        new Version(key.withTerm(term), look.ofCause(cause), look.causeAgainstOthers(cause), modelled));
            }
        }
        return versions;
    }

    private String stratified() {
        return stratified(request);
    }

    /** The term of what is within strata. */
    static String stratified(SurvivalRequest request) {
        return Names.pair("stratified-by", String.join(", ", request.strata()));
    }

    /** The methods for hazard ratios: where people come in clusters, by default the one that looks at them too. */
    static List<Method<HazardMethod>> hazardMethods(SurvivalRequest request, AnalysisSettings settings) {
        List<Method<HazardMethod>> methods = new ArrayList<>(settings.methods().of(TimesMethods.HAZARD_RATIO));
        if (request.cluster().isPresent() && !settings.methods().names(TimesMethods.HAZARD_RATIO)) {
            TimesMethods.HAZARD_RATIO.method(HazardMethods.ROBUST).ifPresent(methods::add);
        }
        return methods;
    }

    private List<Result> hazardRatio(Version version, Optional<Reason> absent) {
        List<Result> results = new ArrayList<>();
        for (Method<HazardMethod> method : hazardMethods(request, settings)) {
            Estimate estimate = version.model()
                    .map(model -> method.function().of(model, 0, 1, settings.level()))
                    .orElseGet(() -> Estimate.notEstimable(absent.orElseThrow()));
            results.add(Results.of(
                    version.key().of(Measure.HAZARD_RATIO, method.id()), estimate, Unit.RATIO, settings.level()));
        }
        return results;
    }

    private List<Result> subdistribution(Version version, Optional<Reason> absent) {
        return settings.methods().of(SubdistributionMethods.FAMILY).stream()
                .map(method -> Results.of(
                        version.key().of(Measure.SUBDISTRIBUTION_HAZARD_RATIO, method.id()),
                        absent.map(Estimate::notEstimable).orElseGet(() -> method.function()
                                .of(ArmModel.of(version.competing()), 0, 1, settings.level())),
                        Unit.RATIO,
                        settings.level()))
                .toList();
    }

    /** By default the log-rank test, or Gray's where ends compete; a test of the hazard ratio only of two arms. */
    private List<Result> tests(List<Version> versions, Optional<Reason> absent, boolean twoArms) {
        List<Method<TimesTest>> methods = settings.methods().of(TimesTests.TEST);
        if (!causes.isEmpty() && methods.equals(TimesTests.TEST.defaultMethods())) {
            methods = TimesTests.TEST.method(TimesTests.GRAY).stream().toList();
        }
        List<Result> results = new ArrayList<>();
        for (Version version : versions) {
            for (Method<TimesTest> method : methods) {
                boolean proportional = isProportional(method);
                // Gray's weights are not made for people who enter late.
                boolean made = request.entry().isEmpty() || !method.id().equals(TimesTests.GRAY);
                if (made && (!proportional || twoArms)) {
                    SurvivalTimes taken = method.id().equals(TimesTests.GRAY) ? version.competing() : version.times();
                    TestResult test = absent.map(TestResult::notEstimable)
                            .orElseGet(() -> method.function() instanceof ModelTest ofModel
                                    ? ofModel.of(version.model().orElseThrow())
                                    : method.function().of(taken));
                    results.add(Results.of(about(version.key(), method).of(Measure.TEST, method.id()), test));
                }
            }
        }
        return results;
    }

    /** Whether a test asks if the hazard ratio of two arms changes. */
    static boolean isProportional(Method<TimesTest> method) {
        return method.id().startsWith(PROPORTIONAL);
    }

    /** The key of a test: one of proportional hazards is of a term of the model. */
    static ResultKey about(ResultKey key, Method<TimesTest> method) {
        return isProportional(method) ? key.withTerm(key.term().isEmpty() ? "arm" : "arm;" + key.term()) : key;
    }

    private List<Result> means(
            ResultKey key, SurvivalTimes two, Optional<Reason> absent, Map.Entry<String, Double> tau) {
        ResultKey within = key.withTimepoint(tau.getKey());
        List<Result> results = new ArrayList<>();
        if (causes.isEmpty()) {
            results.addAll(means(TimesMethods.RMST_DIFFERENCE, within, two, absent, tau.getValue(), settings.unit()));
            results.addAll(means(TimesMethods.RMST_RATIO, within, two, absent, tau.getValue(), Unit.RATIO));
            results.addAll(means(TimesMethods.RMTL_DIFFERENCE, within, two, absent, tau.getValue(), settings.unit()));
            results.addAll(means(TimesMethods.RMTL_RATIO, within, two, absent, tau.getValue(), Unit.RATIO));
        }
        for (int cause = 1; cause <= causes.size(); cause++) {
            int number = cause;
            Estimate estimate = absent.map(Estimate::notEstimable)
                    .orElseGet(() -> TimeLostToCause.difference(
                            AalenJohansen.of(two.table(), 0, number),
                            AalenJohansen.of(two.table(), 1, number),
                            tau.getValue(),
                            settings.level()));
            results.add(Results.of(
                    within.withTerm(Names.pair("cause", causes.get(cause - 1))).of(Measure.RMTL_DIFFERENCE, ""),
                    estimate,
                    settings.unit(),
                    settings.level()));
        }
        return results;
    }

    private List<Result> means(
            Family<CurveContrast> family,
            ResultKey key,
            SurvivalTimes two,
            Optional<Reason> absent,
            double tau,
            Unit unit) {
        return settings.methods().of(family).stream()
                .map(method -> Results.of(
                        key.of(family.measure(), method.id()),
                        absent.map(Estimate::notEstimable).orElseGet(() -> method.function()
                                .of(
                                        KaplanMeier.of(two.table(), 0),
                                        KaplanMeier.of(two.table(), 1),
                                        tau,
                                        settings.level())),
                        unit,
                        settings.level()))
                .toList();
    }
}
