package org.ipstrial.analysis;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.EffectScale;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Require;

/**
 * What is tested: on which side, and against which margin.
 *
 * @param alternative what is set against the null value
 * @param margin      a null value other than no difference, on the scale of one measure
 * @param target      a stated share that the share of each arm by itself is tested against
 */
public record Hypothesis(Alternative alternative, Optional<Margin> margin, Optional<Double> target) {

    /** No difference, on both sides. */
    public static final Hypothesis NO_DIFFERENCE = new Hypothesis(Alternative.TWO_SIDED, Optional.empty());

    /**
     * A null value of one measure.
     *
     * @param named the measure, if it was named; else it is {@link #ofKind} of the outcome
     * @param value strictly inside the scale of the measure
     */
    public record Margin(Optional<Measure> named, double value) {

        /** Refuses a margin that lies outside the scale of its measure, or is of a measure without one. */
        public Margin {
            boolean inside = named.isEmpty()
                    ? Double.isFinite(value)
                    : EffectScale.of(named.get())
                            .filter(scale -> scale.holds(value))
                            .isPresent();
            if (!inside) {
                throw new IllegalArgumentException("the margin of "
                        + named.map(Measure::id).orElse("an effect") + " lies outside its scale, got " + value);
            }
        }

        /** The measure of a margin that names none. */
        public static Measure ofKind(OutcomeKind kind) {
            return kind == OutcomeKind.BINARY
                    ? Measure.RISK_DIFFERENCE
                    : kind == OutcomeKind.ORDINAL ? Measure.CONDITIONAL_ODDS_RATIO : Measure.MEAN_DIFFERENCE;
        }
    }

    /** Checks that nothing is null. */
    public Hypothesis {
        Objects.requireNonNull(alternative, "alternative");
        Objects.requireNonNull(margin, "margin");
        target.ifPresent(share -> Require.fraction("target", share));
    }

    /** Of arms that are compared, and set against no stated share. */
    public Hypothesis(Alternative alternative, Optional<Margin> margin) {
        this(alternative, margin, Optional.empty());
    }

    /** The same with a stated share. */
    public Hypothesis against(double share) {
        return new Hypothesis(alternative, margin, Optional.of(share));
    }

    /** Whether the effects carry a p-value of their own: the user asked for more than the test of no difference. */
    public boolean ofEffects() {
        return alternative != Alternative.TWO_SIDED || margin.isPresent();
    }

    /**
     * The same of an outcome, whose kind says what a margin without a name is of.
     *
     * @throws IllegalArgumentException if the margin lies outside that scale
     */
    Hypothesis of(OutcomeKind kind) {
        return new Hypothesis(
                alternative,
                margin.map(given -> new Margin(Optional.of(given.named().orElse(Margin.ofKind(kind))), given.value())),
                target);
    }

    /** The value of an effect that is tested. */
    public double nullValue(Measure measure) {
        return margin.filter(given -> given.named().equals(Optional.of(measure)))
                .map(Margin::value)
                .orElseGet(() -> EffectScale.of(measure).orElseThrow().noEffect());
    }

    /** Adds what was asked for to the settings as results state them. */
    void state(Map<String, Object> settings) {
        if (alternative != Alternative.TWO_SIDED) {
            settings.put("alternative", alternative.id());
        }
        target.ifPresent(share -> settings.put("target", share));
        margin.ifPresent(given -> {
            settings.put("margin", given.value());
            settings.put("margin-measure", given.named().orElseThrow().id());
        });
    }
}
