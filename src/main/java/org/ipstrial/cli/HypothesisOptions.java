package org.ipstrial.cli;

import java.util.List;
import java.util.Optional;
import org.ipstrial.analysis.Hypothesis;
import org.ipstrial.analysis.Hypothesis.Margin;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.EffectScale;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.stats.Alternative;
import picocli.CommandLine.ParseResult;

/**
 * Reads {@code --alternative} and {@code --margin}.
 *
 * @param parsed      the command line
 * @param alternative the option of the side
 * @param margin      the option of the margin
 */
record HypothesisOptions(ParseResult parsed, CliOption alternative, CliOption margin) {

    /**
     * What is tested.
     *
     * @param level    the confidence level
     * @param methods  the methods as the user named them, {@code [MEASURE:]NAME}
     * @param compares whether the command compares arms
     * @throws RefusedException if the options fit neither each other, the command nor the scale
     */
    Hypothesis hypothesis(double level, List<String> methods, boolean compares) {
        String word = alternative.oneOf(parsed).orElseThrow();
        Alternative side = Alternative.values()[alternative.words().indexOf(word)];
        Hypothesis hypothesis = new Hypothesis(side, margin.value(parsed).map(text -> margin(text, methods)));
        if (hypothesis.ofEffects() && !compares) {
            throw OptionChecks.wrong(
                    (margin.given(parsed) ? margin.name() : alternative.name() + " " + word) + " is for a comparison",
                    "this command tests nothing; leave it out");
        }
        if (side != Alternative.TWO_SIDED && level <= 0.5) {
            throw OptionChecks.wrong(
                    alternative.name() + " " + word + " with --level " + level,
                    "a one-sided interval needs a level above 0.5");
        }
        return hypothesis;
    }

    /** A margin of the measure whose methods the user names, if there is one such measure. */
    private Margin margin(String text, List<String> methods) {
        List<Measure> named = EffectScale.measures().stream()
                .filter(measure -> methods.stream().anyMatch(method -> method.startsWith(measure.id() + ":")))
                .toList();
        if (named.size() > 1) {
            throw OptionChecks.wrong(
                    margin.name() + " " + text + " has no one scale",
                    "name the methods of one measure as MEASURE:NAME, here "
                            + String.join(
                                    " or ", named.stream().map(Measure::id).toList()));
        }
        Optional<Measure> measure = named.stream().findFirst();
        Optional<Double> value = number(text);
        if (value.isEmpty()
                || !measure.map(of -> MarginScale.holds(of, value.get())).orElse(true)) {
            throw MarginScale.outOfRange(text, measure);
        }
        return new Margin(measure, value.get());
    }

    private static Optional<Double> number(String text) {
        try {
            double value = new java.math.BigDecimal(text).doubleValue();
            return Double.isFinite(value) ? Optional.of(value == 0 ? 0.0 : value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
