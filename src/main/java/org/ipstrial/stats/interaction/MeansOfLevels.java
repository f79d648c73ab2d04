package org.ipstrial.stats.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.location.stratified.StratifiedSamples;

/**
 * The means of the levels that tell anything.
 *
 * @param levels       those with two people in each arm at least and some variance
 * @param withBothArms how many levels have both arms
 * @param fault        why no test is possible at all, if so
 */
record MeansOfLevels(List<Level> levels, int withBothArms, Optional<Reason> fault) {

    /**
     * One level.
     *
     * @param group             how many people the compared arm has
     * @param reference         how many the reference has
     * @param difference        mean of the group minus mean of the reference
     * @param groupVariance     variance in the group, by n - 1
     * @param referenceVariance variance in the reference, by n - 1
     */
    record Level(int group, int reference, double difference, double groupVariance, double referenceVariance) {}

    static MeansOfLevels of(StratifiedSamples strata) {
        List<TwoSamples> samples = strata.samples();
        List<Level> levels = new ArrayList<>();
        Optional<Reason> fault = Optional.empty();
        for (TwoSamples level : samples) {
            if (level.group().length < 2 || level.reference().length < 2) {
                continue;
            }
            Moments group = Moments.of(level.group());
            Moments reference = Moments.of(level.reference());
            double difference = group.meanMinus(reference);
            if (group.variance() + reference.variance() > 0) {
                levels.add(new Level(
                        level.group().length,
                        level.reference().length,
                        difference,
                        group.variance(),
                        reference.variance()));
            } else if (difference != 0) {
                fault = Optional.of(Reason.NO_VARIANCE);
            }
        }
        return new MeansOfLevels(levels, samples.size(), fault);
    }
}
