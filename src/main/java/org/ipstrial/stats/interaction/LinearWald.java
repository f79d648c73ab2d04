package org.ipstrial.stats.interaction;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.FTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.stratified.StratifiedSamples;

/**
 * Wald test that a difference of means is the same at all levels, in a linear model with a variance that needs no common
 * one (HC3).
 *
 * <p>Of the model {@code y = a(level) + d(level) [group] + residual} with the covariance HC3, the test that all
 * {@code d} are one. A model with a mean for every arm of every level needs no matrices: with {@code n} people of
 * variance {@code s&sup2;} in an arm of a level, HC3 is {@code s&sup2; / (n - 1)} for its mean, so that over {@code K}
 * levels of {@code N} people
 * <pre>
 *   v = s1&sup2; / (n1 - 1) + s2&sup2; / (n2 - 1),  w = 1/v,  m = sum w d / sum w
 *   F = sum w (d - m)&sup2; / (K - 1),  p = P(F with K - 1 and N - 2 K degrees of freedom &ge; F)
 * </pre>
 * Changing the arms round, renaming or moving levels changes nothing; levels that are alike give 0.
 *
 * <p>Edges: a level that lacks an arm, has one person in an arm, or one amount throughout adds nothing, in degrees of
 * freedom neither. Where arms without any variance differ there is no test ({@code no-variance}), nor with fewer than two
 * levels left.
 *
 * <p>Source: MacKinnon JG, White H (1985), Journal of Econometrics 29:305-325; for small samples: Long JS, Ervin LH
 * (2000), The American Statistician 54:217-224. As {@code lmtest::waldtest(y ~ level + arm, y ~ level * arm, vcov =
 * vcovHC)} of R.
 */
public final class LinearWald {

    private LinearWald() {}

    /** The test. */
    public static TestResult of(StratifiedSamples strata) {
        MeansOfLevels means = MeansOfLevels.of(strata);
        List<MeansOfLevels.Level> levels = means.levels();
        Optional<Reason> absent = means.fault().or(() -> Scatter.absent(levels.size(), means.withBothArms()));
        if (absent.isPresent()) {
            return TestResult.notEstimable(absent.get());
        }
        double q = Scatter.q(levels.stream()
                .map(level -> new Scatter.Effect(
                        level.difference(),
                        level.groupVariance() / (level.group() - 1)
                                + level.referenceVariance() / (level.reference() - 1)))
                .toList());
        long people = levels.stream()
                .mapToLong(level -> (long) level.group() + level.reference())
                .sum();
        double df1 = levels.size() - 1.0;
        double df2 = people - 2.0 * levels.size();
        return FTest.of(q / df1, df1, df2);
    }
}
