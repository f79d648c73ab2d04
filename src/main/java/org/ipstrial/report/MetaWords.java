package org.ipstrial.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.MeasureFamilies;
import org.ipstrial.catalogue.studies.PoolingMethods;

/**
 * The words and numbers of a page about several studies.
 *
 * @param words the words
 * @param table the results
 */
record MetaWords(Words words, ResultTable table) {

    static final String POOLED = "pooled";
    private static final double HUNDRED = 100;

    /** The measure that is pooled. */
    Measure measure() {
        String id = (String) table.settings().get("measure");
        return Stream.of(Measure.values())
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What people call it. */
    String measureName() {
        String scale = (String) table.settings().getOrDefault("scale", "");
        return scale.isEmpty() ? words.get("measure." + measure().id()) : words.get("meta.printed." + scale);
    }

    /** The confidence level as a percentage. */
    String level() {
        return new Phrases(words).level(table);
    }

    /** The results of a group, stratum, term and measure. */
    List<Result> of(String group, String stratum, String term, Measure measure) {
        return table.results().stream()
                .filter(result -> result.key().measure() == measure
                        && result.key().group().equals(group)
                        && result.key().stratum().equals(stratum)
                        && result.key().term().equals(term))
                .toList();
    }

    /** The first of those. */
    Optional<Result> first(String group, String stratum, String term, Measure measure) {
        return of(group, stratum, term, measure).stream().findFirst();
    }

    /** Of the results like another, that of a further measure. */
    Optional<Result> beside(Result effect, Measure measure) {
        return of(effect.key().group(), effect.key().stratum(), effect.key().term(), measure).stream()
                .filter(result -> result.key().method().equals(effect.key().method()))
                .findFirst();
    }

    /** Whether an effect is a ratio. */
    boolean isRatio() {
        Result any = table.results().stream()
                .filter(result -> result.key().measure() == measure())
                .findFirst()
                .orElseThrow();
        return any.cells().get(Statistic.ESTIMATE).unit() == Unit.RATIO;
    }

    private boolean isShare() {
        return measure() == Measure.RISK_DIFFERENCE;
    }

    /** A number of the effect as people read it. */
    String number(double value) {
        if (isShare()) {
            return Rounding.percent(value);
        }
        return isRatio() ? Rounding.ratio(value) : Rounding.decimals(value, 2);
    }

    /** The effect, or why there is none. */
    String estimate(Result result) {
        return new Phrases(words).number(result, Statistic.ESTIMATE, this::number);
    }

    /** The unit that stands behind the effect in a sentence. */
    String unit() {
        return isShare() ? words.get("meta.points") : "";
    }

    /** Its limits, or why there are none. */
    String interval(Result result) {
        return new Phrases(words).interval(result, this::number);
    }

    /** Both. */
    String both(Result result) {
        return result.value(Statistic.ESTIMATE).isEmpty()
                ? estimate(result)
                : words.get("meta.both", estimate(result), interval(result));
    }

    /** A number on the axis of a figure. */
    OptionalDouble drawn(Result result, Statistic statistic) {
        Optional<Double> value = result.value(statistic).map(number -> isShare() ? number * HUNDRED : number);
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** The axis. */
    String axis() {
        return isShare() ? words.get("subgroups.points", measureName()) : measureName();
    }

    /** A variance between studies. */
    static String variance(double value) {
        return Rounding.variance(value);
    }

    /** A test's p-value with its relation, or nothing. */
    static String p(Result test) {
        return test.value(Statistic.P_VALUE).map(Rounding::p).orElse("");
    }

    /** The name of a way to pool in words; Mantel and Haenszel's has that of the measure. */
    String method(String id) {
        return Stream.of(
                        Stream.of(PoolingMethods.FAMILY),
                        MeasureFamilies.of(measure()).filter(Family::isOfStudies))
                .flatMap(families -> families)
                .flatMap(family ->
                        family.method(id).map(method -> words.methods().of(family, method)).stream())
                .findFirst()
                .orElse(id);
    }
}
