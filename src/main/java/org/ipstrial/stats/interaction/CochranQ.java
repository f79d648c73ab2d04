package org.ipstrial.stats.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.location.stratified.StratifiedSamples;
import org.ipstrial.stats.proportion.BinomialCount;

/**
 * Cochran's Q test that a difference is the same at all levels.
 *
 * <p>With {@code d} the difference of a level, group minus reference, {@code v} its variance and {@code w = 1/v}, over
 * {@code K} levels:
 * <pre>
 *   shares  v = p1 (1 - p1) / n1 + p2 (1 - p2) / n2
 *   means   v = s1&sup2; / n1 + s2&sup2; / n2, each arm with a variance of its own
 *   m = sum w d / sum w,  Q = sum w (d - m)&sup2;
 *   p = P(chi-squared with K - 1 degrees of freedom &ge; Q)
 * </pre>
 * Changing the arms round, renaming or moving levels changes nothing; levels that are alike give 0.
 *
 * <p>Edges: a level that lacks an arm adds nothing, in degrees of freedom neither; nor does one whose arms are alike to
 * the last person (no events at all, events only, one amount), which has no variance, nor of means one with a single
 * person in an arm. A zero cell in one arm alone is taken as it is. Where arms without any variance differ (nobody
 * against everybody) there is no test: {@code no-variance}. Fewer than two levels left are no test.
 *
 * <p>Source: Cochran WG (1954), The combination of estimates from different experiments, Biometrics 10:101-129.
 */
public final class CochranQ {

    private CochranQ() {}

    /** The test of differences of shares. */
    public static TestResult of(StratifiedTables levels) {
        List<TwoByTwo> tables = levels.tables();
        List<Scatter.Effect> effects = new ArrayList<>();
        for (TwoByTwo table : tables) {
            BinomialCount group = table.group();
            BinomialCount reference = table.reference();
            double difference = ((double) ((long) group.events() * reference.assessed()
                            - (long) reference.events() * group.assessed()))
                    / ((double) group.assessed() * reference.assessed());
            double variance = variance(group) + variance(reference);
            if (variance > 0) {
                effects.add(new Scatter.Effect(difference, variance));
            } else if (difference != 0) {
                return TestResult.notEstimable(Reason.NO_VARIANCE);
            }
        }
        return test(effects, tables.size());
    }

    /** The test of differences of means. */
    public static TestResult of(StratifiedSamples levels) {
        MeansOfLevels means = MeansOfLevels.of(levels);
        return means.fault()
                .map(TestResult::notEstimable)
                .orElseGet(() -> test(
                        means.levels().stream()
                                .map(level -> new Scatter.Effect(
                                        level.difference(),
                                        level.groupVariance() / level.group()
                                                + level.referenceVariance() / level.reference()))
                                .toList(),
                        means.withBothArms()));
    }

    private static double variance(BinomialCount arm) {
        double n = arm.assessed();
        return (double) ((long) arm.events() * arm.nonEvents()) / n / n / n;
    }

    private static TestResult test(List<Scatter.Effect> effects, int withBothArms) {
        Optional<Reason> absent = Scatter.absent(effects.size(), withBothArms);
        return absent.map(TestResult::notEstimable).orElseGet(() -> Scatter.test(effects));
    }
}
