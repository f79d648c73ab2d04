package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.arms.AllArmsTests;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.arms.CountsTest;
import org.ipstrial.stats.arms.SamplesTest;
import org.ipstrial.stats.arms.SeveralCounts;
import org.ipstrial.stats.arms.SeveralSamples;
import org.ipstrial.stats.proportion.BinomialCount;

/** The tests of all arms at once, where there are three or more; the results have neither group nor reference. */
final class AllArms {

    /** Fewer are compared by their one contrast. */
    static final int LEAST = 3;

    private AllArms() {}

    /**
     * Refuses methods that are of all arms only where the arms are too few for them.
     *
     * @throws RefusedException if the user names one
     */
    static void check(Arms arms, AnalysisSettings settings) {
        if (arms.labels().size() < LEAST) {
            settings.methods().choiceOnlyOf(Family.Input::isOfAllArms).ifPresent(name -> {
                throw RefusedException.of(
                        FindingCode.E310,
                        Location.COMMAND_LINE,
                        name,
                        arms.labels().size(),
                        String.join(", ", arms.labels()));
            });
        }
    }

    /** The tests of a yes/no outcome, those missing being filled as the rule of the key says. */
    static List<Result> ofAnswers(ResultKey base, Collection<EventCounts> arms, AnalysisSettings settings) {
        if (arms.size() < LEAST) {
            return List.of();
        }
        List<EventCounts> counts = filled(base, arms);
        Optional<Reason> absent = absent(counts.stream().allMatch(arm -> arm.assessed() > 0));
        List<Result> results = new ArrayList<>();
        for (Method<CountsTest> method : settings.methods().of(AllArmsTests.BINARY)) {
            TestResult test = absent.map(TestResult::notEstimable).orElseGet(() -> method.function()
                    .of(new SeveralCounts(counts.stream()
                            .map(arm -> new BinomialCount(arm.events(), arm.assessed()))
                            .toList())));
            results.add(Results.of(base.of(Measure.TEST, method.id()), test));
        }
        return results;
    }

    /** The arms with those missing filled as the rule of a key says. */
    static List<EventCounts> filled(ResultKey key, Collection<EventCounts> arms) {
        MissingRule rule = MissingRule.named(key.missingRule());
        return arms.stream()
                .map(arm -> rule.fills() ? BinaryArms.filled(arm, rule.fillsGroupWithEvents()) : arm)
                .toList();
    }

    /** The tests of an amount, among those whose amount is known. */
    static List<Result> ofAmounts(ResultKey base, Collection<Amounts> arms, AnalysisSettings settings) {
        return ofAmounts(base, arms, AllArmsTests.AMOUNT, settings);
    }

    /** The same by the tests of a family. */
    static List<Result> ofAmounts(
            ResultKey base, Collection<Amounts> arms, Family<SamplesTest> family, AnalysisSettings settings) {
        if (arms.size() < LEAST) {
            return List.of();
        }
        Optional<Reason> absent = absent(arms.stream().allMatch(arm -> arm.values().length > 0));
        List<Result> results = new ArrayList<>();
        for (Method<SamplesTest> method : settings.methods().of(family)) {
            TestResult test = absent.map(TestResult::notEstimable).orElseGet(() -> method.function()
                    .of(new SeveralSamples(arms.stream().map(Amounts::values).toList())));
            results.add(Results.of(base.of(Measure.TEST, method.id()), test));
        }
        return results;
    }

    private static Optional<Reason> absent(boolean allAssessed) {
        return allAssessed ? Optional.empty() : Optional.of(Reason.NOBODY_ASSESSED_IN_AN_ARM);
    }
}
