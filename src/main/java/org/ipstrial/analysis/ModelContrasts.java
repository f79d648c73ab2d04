package org.ipstrial.analysis;

import java.util.List;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.catalogue.EffectScale;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.ArmContrasts;

/**
 * The contrasts of models over all arms, by the names of the arms.
 *
 * @param arms     the arms in the models, in order
 * @param settings level, side and margin
 */
record ModelContrasts(List<String> arms, AnalysisSettings settings) {

    /** The effect that a key is about, with limits on the side that is asked for. */
    Estimate estimate(ResultKey about, ArmContrasts contrasts) {
        int group = arms.indexOf(about.group());
        int reference = arms.indexOf(about.reference());
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
    TestResult test(ResultKey about, ArmContrasts contrasts) {
        int group = arms.indexOf(about.group());
        int reference = arms.indexOf(about.reference());
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
}
