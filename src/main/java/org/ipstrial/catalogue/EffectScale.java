package org.ipstrial.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Measure;

/**
 * The numbers that an effect measure can take.
 *
 * @param least    the lower end, infinite if there is none
 * @param noEffect where the arms do not differ
 * @param most     the upper end, infinite if there is none
 */
public record EffectScale(double least, double noEffect, double most) {

    private static final EffectScale DIFFERENCE =
            new EffectScale(Double.NEGATIVE_INFINITY, 0, Double.POSITIVE_INFINITY);
    private static final EffectScale RATIO = new EffectScale(0, 1, Double.POSITIVE_INFINITY);

    private static final Map<Measure, EffectScale> SCALES = Map.of(
            Measure.RISK_DIFFERENCE, new EffectScale(-1, 0, 1),
            Measure.RISK_RATIO, RATIO,
            Measure.ODDS_RATIO, RATIO,
            Measure.CONDITIONAL_ODDS_RATIO, RATIO,
            Measure.MEAN_DIFFERENCE, DIFFERENCE,
            Measure.RATIO_OF_MEANS, RATIO,
            Measure.PROBABILISTIC_INDEX, new EffectScale(0, 0.5, 1),
            Measure.HODGES_LEHMANN, DIFFERENCE,
            Measure.WIN_ODDS, RATIO,
            Measure.STANDARDISED_MEAN_DIFFERENCE, DIFFERENCE);

    /** The scale of a measure, if it is an effect that can be tested. */
    public static Optional<EffectScale> of(Measure measure) {
        return Optional.ofNullable(SCALES.get(measure));
    }

    /** The measures that have a scale, in the order of results. */
    public static List<Measure> measures() {
        return Arrays.stream(Measure.values()).filter(SCALES::containsKey).toList();
    }

    /** Whether an effect lies strictly inside the scale. */
    public boolean holds(double effect) {
        return effect > least && effect < most;
    }

    /** Whether effects multiply. */
    public boolean isRatio() {
        return noEffect == 1;
    }
}
