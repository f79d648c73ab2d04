package org.ipstrial.report;

import java.util.function.DoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;

/**
 * The phrases of a time to an event.
 *
 * @param words   the words
 * @param section the results
 */
record SurvivalWords(Words words, Section section) {

    private static final String CAUSE = "cause=";

    Phrases phrases() {
        return new Phrases(words);
    }

    /** The level of the intervals, as a percentage. */
    String level() {
        return section.results().stream()
                .filter(result -> result.cell(Statistic.CONF_LEVEL).isPresent())
                .findFirst()
                .map(Phrases::level)
                .orElse("");
    }

    /** A time with its unit. */
    String when(String time) {
        String shown = Stated.number(time);
        return unit().isEmpty() ? shown : words.get("stated.time", shown, unit());
    }

    /** The unit of times, or empty. */
    String unit() {
        return section.results().stream()
                .filter(result -> result.key().measure() == Measure.MEDIAN_TIME)
                .flatMap(result -> result.cell(Statistic.ESTIMATE).stream())
                .map(cell -> cell.unit() == Unit.NONE
                        ? ""
                        : new Stated(words).unit(cell.unit().id()))
                .findFirst()
                .orElse("");
    }

    /** A cause in words, of the term that names it. */
    String cause(String term) {
        String cause = Names.shownValue(term);
        return term.equals(Names.OWN_EVENT) ? words.get("survival.the-event") : words.getOr("cause." + cause, cause);
    }

    /** Whether ends compete. */
    boolean compete() {
        return section.results().stream()
                .anyMatch(result -> result.key().measure() == Measure.COUNT
                        && !result.key().term().isEmpty());
    }

    /** What a result is about besides its arms, in brackets. */
    String about(Result result) {
        String term = result.key().term();
        if (term.startsWith(CAUSE)) {
            String cause = Names.parts(term).get(1);
            term = Names.pair("cause", words.getOr("cause." + cause, cause))
                    + term.substring(Names.pair("cause", cause).length());
        }
        return term.isEmpty() ? "" : " (" + Names.shown(term, name -> words.getOr("name." + name, name)) + ")";
    }

    String share(Result result) {
        return number(result, words::percent, Rounding::percent);
    }

    String time(Result result) {
        return number(result, value -> time(value, result), value -> time(value, result));
    }

    /** An estimate with its interval behind it, which is left out where there is none. */
    String number(Result result, DoubleFunction<String> estimate, DoubleFunction<String> limit) {
        String shown = phrases().number(result, Statistic.ESTIMATE, estimate);
        boolean limits = result.value(Statistic.CONF_LOW).isPresent()
                || result.value(Statistic.CONF_HIGH).isPresent();
        return limits ? shown + " (" + phrases().interval(result, limit) + ")" : shown;
    }

    /** The interval of a difference in times, in brackets; nothing where there is none. */
    String interval(Result result) {
        return result.value(Statistic.CONF_LOW).isEmpty()
                ? ""
                : words.get(
                        "survival.gain-interval",
                        words.get(
                                "ci.of",
                                Phrases.level(result),
                                phrases().interval(result, value -> time(value, result))));
    }

    /** Whole numbers stay whole. */
    static String time(double value, Result result) {
        return value == Math.rint(value) && result.key().measure() == Measure.MEDIAN_TIME
                ? Rounding.decimals(value, 0)
                : Rounding.decimals(value, 1);
    }
}
