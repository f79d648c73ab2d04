package org.ipstrial.analysis.evidence;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.stats.consistency.WholeNumberFits;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * One claim and the keys of results about it.
 *
 * @param base    the key of its report, outcome and arms
 * @param printed what is printed, as people read it
 */
record Claim(ResultKey base, String printed) {

    static final String NAME = "reconcile";

    /** The claim of a report. */
    static Claim of(String report, String outcome, String arm, String reference, String printed) {
        String stratum = report.isEmpty() ? "" : Names.pair("report", report);
        return new Claim(
                new ResultKey(NAME, "as-given", "", outcome, "", arm, reference, stratum, "", Measure.CONSISTENCY, ""),
                printed);
    }

    /** The key of this claim, about something more if that is not empty. */
    ResultKey key(Measure measure, String method, String more) {
        String term = Names.pair("printed", printed);
        return base.withTerm(more.isEmpty() ? term : term + ";" + more).of(measure, method);
    }

    /** A verdict. */
    Result verdict(String check, Verdict verdict, String why, long fits) {
        return verdict(check, verdict, why, OptionalDouble.of(fits));
    }

    /** The verdict that nothing can be tested. */
    Result notTestable(String check, String why) {
        return verdict(check, Verdict.NOT_TESTABLE, why, OptionalDouble.empty());
    }

    private Result verdict(String check, Verdict verdict, String why, OptionalDouble fits) {
        Cell cell = new Cell(fits, Unit.COUNT, verdict.note(why));
        return new Result(key(Measure.CONSISTENCY, check, ""), Map.of(Statistic.FITS, cell), "");
    }

    /** The counts of two arms that give an effect. */
    Result fits(String check, TwoByTwo table) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.ASSESSED, Cell.count(table.assessed()));
        cells.put(Statistic.EVENTS, Cell.count(table.events()));
        return new Result(key(Measure.FITTING_COUNTS, check, IntervalChecks.counts(table)), cells, "");
    }

    /** The counts, or sums, that fit a denominator. */
    Result fits(String check, WholeNumberFits fits) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.ASSESSED, Cell.count(fits.denominator()));
        cells.put(Statistic.MIN, Cell.count(fits.least()));
        cells.put(Statistic.MAX, Cell.count(fits.most()));
        return new Result(
                key(Measure.FITTING_COUNTS, check, Names.pair("n", Long.toString(fits.denominator()))), cells, "");
    }
}
