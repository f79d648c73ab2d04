package org.ipstrial.analysis.evidence.pooling.studies;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Unit;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.effect.CountEffect;
import org.ipstrial.stats.meta.effect.DifferenceOfMeans;
import org.ipstrial.stats.meta.effect.DifferenceOfRisks;
import org.ipstrial.stats.meta.effect.LogOddsRatio;
import org.ipstrial.stats.meta.effect.LogRatioOfMeans;
import org.ipstrial.stats.meta.effect.LogRiskRatio;
import org.ipstrial.stats.meta.effect.MeanEffect;
import org.ipstrial.stats.meta.effect.StandardisedDifferenceOfMeans;

/** An effect that studies are pooled on, with the scale on which that happens. */
public enum EffectMeasure {
    /** Ratio of shares. */
    RISK_RATIO(Measure.RISK_RATIO, "katz", true, Unit.RATIO, LogRiskRatio::of, null),
    /** Ratio of odds. */
    ODDS_RATIO(Measure.ODDS_RATIO, "woolf", true, Unit.RATIO, LogOddsRatio::of, null),
    /** Difference of shares. */
    RISK_DIFFERENCE(Measure.RISK_DIFFERENCE, "wald", false, Unit.PROPORTION_DIFFERENCE, DifferenceOfRisks::of, null),
    /** Difference of means. */
    MEAN_DIFFERENCE(Measure.MEAN_DIFFERENCE, "wald", false, Unit.NONE, null, DifferenceOfMeans::of),
    /** Difference of means in standard deviations. */
    STANDARDISED_MEAN_DIFFERENCE(
            Measure.STANDARDISED_MEAN_DIFFERENCE, "hedges", false, Unit.NONE, null, StandardisedDifferenceOfMeans::of),
    /** Ratio of means. */
    RATIO_OF_MEANS(Measure.RATIO_OF_MEANS, "delta-log", true, Unit.RATIO, null, LogRatioOfMeans::of),
    /** A ratio as printed. */
    PRINTED_RATIO(Measure.ESTIMATE, "as-printed", true, Unit.RATIO, null, null),
    /** A difference as printed. */
    PRINTED_DIFFERENCE(Measure.ESTIMATE, "as-printed", false, Unit.NONE, null, null);

    private final Measure measure;
    private final String studyMethod;
    private final boolean ratio;
    private final Unit unit;
    private final CountEffect ofCounts;
    private final MeanEffect ofMeans;

    EffectMeasure(
            Measure measure, String studyMethod, boolean ratio, Unit unit, CountEffect ofCounts, MeanEffect ofMeans) {
        this.measure = measure;
        this.studyMethod = studyMethod;
        this.ratio = ratio;
        this.unit = unit;
        this.ofCounts = ofCounts;
        this.ofMeans = ofMeans;
    }

    /** The words of the option. */
    public static List<String> ids() {
        return Arrays.stream(values())
                .map(measure -> measure.measure.id())
                .distinct()
                .toList();
    }

    /**
     * The measure of an option's word.
     *
     * @param ratio of printed effects, whether they are ratios
     */
    public static EffectMeasure of(String id, boolean ratio) {
        return Arrays.stream(values())
                .filter(measure -> measure.measure.id().equals(id))
                .filter(measure -> measure.measure != Measure.ESTIMATE || measure.ratio == ratio)
                .findFirst()
                .orElseThrow();
    }

    /** What results call it. */
    public Measure measure() {
        return measure;
    }

    /** The name of the method of a study's own limits. */
    public String studyMethod() {
        return studyMethod;
    }

    /** Whether effects multiply, so that they are pooled as logarithms. */
    public boolean isRatio() {
        return ratio;
    }

    /** Its unit. */
    public Unit unit() {
        return unit;
    }

    /** How counts give it, if they do. */
    public Optional<CountEffect> ofCounts() {
        return Optional.ofNullable(ofCounts);
    }

    /** How means give it, if they do. */
    public Optional<MeanEffect> ofMeans() {
        return Optional.ofNullable(ofMeans);
    }

    /** An estimate as people read it, of one on the scale of pooling. */
    public Estimate read(Estimate pooled) {
        return ratio
                ? new Estimate(read(pooled.estimate()), Optional.empty(), read(pooled.lower()), read(pooled.upper()))
                : pooled;
    }

    private static Quantity read(Quantity log) {
        if (log.ifEstimated().isEmpty()) {
            return log;
        }
        double value = StrictMath.exp(log.ifEstimated().getAsDouble());
        return Double.isInfinite(value) ? Quantity.notEstimable(Reason.UNBOUNDED) : Quantity.of(value);
    }
}
