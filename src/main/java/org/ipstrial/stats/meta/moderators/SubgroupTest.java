package org.ipstrial.stats.meta.moderators;

import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.meta.HeterogeneityTest;
import org.ipstrial.stats.meta.StudyEffects;

/**
 * Cochran's Q test that the pooled effects of subgroups of studies are the same.
 *
 * <p>With the pooled effect m and standard error s of each of G subgroups, each with a variance between studies of its own:
 * <pre>
 *   w = 1 / s&sup2;,  M = sum w m / sum w,  Q = sum w (m - M)&sup2;
 *   p-value = P(chi-squared with G - 1 degrees of freedom &ge; Q)
 * </pre>
 * The standard errors are the plain ones, 1 / sqrt(sum of weights), whatever the limits that are shown. Studies were not
 * randomised to subgroups.
 *
 * <p>Source: Borenstein M, Hedges LV, Higgins JPT, Rothstein HR (2009), Introduction to Meta-Analysis, chapter 19.
 */
public final class SubgroupTest {

    private SubgroupTest() {}

    /**
     * The test.
     *
     * @param subgroups the pooled effect of each subgroup with the square of its standard error
     */
    public static TestResult of(StudyEffects subgroups) {
        return subgroups.count() < 2
                ? TestResult.notEstimable(Reason.FEWER_THAN_TWO_STRATA)
                : HeterogeneityTest.of(subgroups);
    }
}
