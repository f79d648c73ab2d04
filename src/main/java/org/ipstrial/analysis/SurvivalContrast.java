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
import org.ipstrial.catalogue.times.TimesMethods;
import org.ipstrial.catalogue.times.TimesTests;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.TimesEffect;
import org.ipstrial.stats.survival.TimesTest;
import org.ipstrial.stats.survival.competing.AalenJohansen;
import org.ipstrial.stats.survival.competing.TimeLostToCause;
import org.ipstrial.stats.survival.curve.CurveContrast;
import org.ipstrial.stats.survival.curve.KaplanMeier;

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
        for (Version version : versions(key, two)) {
            results.addAll(hazardRatio(version, absent));
        }
        request.tau().ifPresent(tau -> results.addAll(means(key, two, absent, tau)));
        results.addAll(tests(key, two, absent, true));
        return results;
    }

    /** The test of all arms. */
    List<Result> overall(ResultKey key, SurvivalTimes times) {
        return tests(key, times, Optional.empty(), false);
    }

    /**
     * One way of looking at the same people.
     *
     * @param key       the key with its term
     * @param times     where any end is the event, or one cause alone
     * @param competing where one cause is the first and all others are the second; else the same
     */
    private record Version(ResultKey key, SurvivalTimes times, SurvivalTimes competing) {}

    /** Everybody in one stratum, and then in the strata; of each cause. */
    private List<Version> versions(ResultKey key, SurvivalTimes times) {
        List<Version> versions = new ArrayList<>();
        List<SurvivalTimes> looks = request.strata().isEmpty() ? List.of(times) : List.of(times.unstratified(), times);
        for (SurvivalTimes look : looks) {
            String by = looks.indexOf(look) == 0 ? "" : stratified();
            if (causes.isEmpty()) {
                versions.add(new Version(key.withTerm(by), look, look));
            }
            for (int cause = 1; cause <= causes.size(); cause++) {
                String term = Names.pair("cause", causes.get(cause - 1)) + (by.isEmpty() ? "" : ";" + by);
                versions.add(new Version(key.withTerm(term), look.ofCause(cause), look.causeAgainstOthers(cause)));
            }
        }
        return versions;
    }

    private String stratified() {
        return Names.pair("stratified-by", String.join(", ", request.strata()));
    }

    private List<Result> hazardRatio(Version version, Optional<Reason> absent) {
        List<Result> results = new ArrayList<>();
        for (Method<TimesEffect> method : settings.methods().of(TimesMethods.HAZARD_RATIO)) {
            Estimate estimate = absent.map(Estimate::notEstimable)
                    .orElseGet(() -> method.function().of(version.times(), settings.level()));
            results.add(Results.of(
                    version.key().of(Measure.HAZARD_RATIO, method.id()), estimate, Unit.RATIO, settings.level()));
        }
        return results;
    }

    /** By default the log-rank test, or Gray's where ends compete; a test of the hazard ratio only of two arms. */
    private List<Result> tests(ResultKey key, SurvivalTimes times, Optional<Reason> absent, boolean twoArms) {
        List<Method<TimesTest>> methods = settings.methods().of(TimesTests.TEST);
        if (!causes.isEmpty() && methods.equals(TimesTests.TEST.defaultMethods())) {
            methods = TimesTests.TEST.method(TimesTests.GRAY).stream().toList();
        }
        List<Result> results = new ArrayList<>();
        for (Version version : versions(key, times)) {
            for (Method<TimesTest> method : methods) {
                boolean proportional = method.id().startsWith(PROPORTIONAL);
                if (!proportional || twoArms) {
                    SurvivalTimes taken = method.id().equals(TimesTests.GRAY) ? version.competing() : version.times();
                    TestResult test = absent.map(TestResult::notEstimable)
                            .orElseGet(() -> method.function().of(taken));
                    String term = version.key().term();
                    ResultKey about = proportional
                            ? version.key().withTerm(term.isEmpty() ? "arm" : "arm;" + term)
                            : version.key();
                    results.add(Results.of(about.of(Measure.TEST, method.id()), test));
                }
            }
        }
        return results;
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
