package org.ipstrial.cli;

import java.util.List;
import java.util.Optional;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Hypothesis.Margin;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.EffectScale;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.MeasureFamilies;
import org.ipstrial.catalogue.ordinal.OrdinalMethods;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.stats.Require;

/**
 * What a margin is of in one outcome: a number means one thing on one scale, and is refused where it would have to mean
 * several, or nothing.
 *
 * @param outcome  the outcome's name
 * @param kind     how it is read
 * @param settings what is computed of it
 */
record MarginScale(String outcome, OutcomeKind kind, AnalysisSettings settings) {

    /**
     * Checks one margin over all outcomes that it is meant for.
     *
     * @param text   the margin as it was written
     * @param scales the outcomes, at least one; where none has a margin nothing is checked
     * @throws RefusedException if the margin has no scale, more than one, or lies outside it
     */
    static void check(String text, List<MarginScale> scales) {
        List<MarginScale> used =
                scales.stream().filter(scale -> scale.measure().isPresent()).toList();
        if (scales.stream().noneMatch(scale -> scale.margin().isPresent())) {
            return;
        }
        if (used.isEmpty()) {
            MarginScale first = scales.get(0);
            throw OptionChecks.wrong(
                    "--margin " + text + " is of "
                            + first.margin()
                                    .flatMap(Margin::named)
                                    .orElseThrow()
                                    .id() + ", and " + first.outcome + " is "
                            + PlannedOutcome.words(first.kind),
                    "name a method of a measure of it, such as " + example(first.kind));
        }
        List<String> words = used.stream().map(MarginScale::words).distinct().toList();
        if (words.size() > 1) {
            throw OptionChecks.wrong(
                    "--margin " + text + " has no one scale",
                    "it would be of "
                            + String.join(
                                    ", ",
                                    used.stream()
                                            .map(scale -> scale.words() + " for " + scale.outcome)
                                            .toList())
                            + "; compare these apart, or name the methods of one measure as MEASURE:NAME");
        }
        Measure measure = used.get(0).measure().orElseThrow();
        if (!holds(measure, used.get(0).margin().orElseThrow().value())) {
            throw outOfRange(text, Optional.of(measure));
        }
    }

    private static String example(OutcomeKind kind) {
        return switch (kind) {
            case BINARY -> "risk-difference:mee";
            case ORDINAL -> "conditional-odds-ratio:proportional-odds";
            default -> "mean-difference:welch";
        };
    }

    /** Whether a margin lies inside the scale of a measure. */
    static boolean holds(Measure measure, double margin) {
        return Math.abs(margin) <= Require.LARGEST_AMOUNT
                && EffectScale.of(measure).orElseThrow().holds(margin);
    }

    /** The refusal of a margin outside the scale of its measure, if that is known. */
    static RefusedException outOfRange(String text, Optional<Measure> measure) {
        return RefusedException.of(
                FindingCode.E013,
                Location.COMMAND_LINE,
                "--margin",
                text,
                measure.map(MarginScale::wanted).orElse("a number on the scale of the measure, such as -0.05"));
    }

    /** What is a margin of a measure, in words. */
    static String wanted(Measure measure) {
        if (measure == Measure.RISK_DIFFERENCE) {
            return "a risk difference strictly between -1 and 1, such as -0.05 for 5 percentage points";
        }
        EffectScale scale = EffectScale.of(measure).orElseThrow();
        if (scale.isRatio()) {
            return "a ratio above 0, such as 0.8";
        }
        return Double.isInfinite(scale.most())
                ? "a number within 1e100 of 0, such as -2"
                : "a probability strictly between 0 and 1, such as 0.45";
    }

    private Optional<Margin> margin() {
        return settings.hypothesis().margin();
    }

    /** The measure of this outcome that the margin is of, if any. */
    private Optional<Measure> measure() {
        boolean binary = kind == OutcomeKind.BINARY;
        return margin().map(margin -> margin.named().orElse(Margin.ofKind(kind)))
                .filter(measure -> kind == OutcomeKind.ORDINAL
                        ? OrdinalMethods.has(measure)
                        : MeasureFamilies.of(measure)
                                .map(Family::input)
                                .anyMatch(input -> !input.isAdjusted()
                                        && !input.isOfMissing()
                                        && input != Family.Input.STUDIES
                                        && input != Family.Input.ORDINAL
                                        && input.isBinary() == binary));
    }

    /** The measure, with the unit where its size depends on one. */
    private String words() {
        Measure measure = measure().orElseThrow();
        return measure.id()
                + (inUnits(measure) && settings.unit() != Unit.NONE
                        ? " in " + settings.unit().id()
                        : "");
    }

    /** Whether the size of a measure depends on the unit of the outcome. */
    static boolean inUnits(Measure measure) {
        return measure == Measure.MEAN_DIFFERENCE || measure == Measure.HODGES_LEHMANN;
    }
}
