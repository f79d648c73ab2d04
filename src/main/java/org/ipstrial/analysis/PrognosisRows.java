package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Unit;
import org.ipstrial.stats.prognosis.Prognosis;

/**
 * The rows that tell how a column goes with an outcome: each level against another, and the test over all.
 *
 * @param measure what a level's number is
 * @param method  how it is worked out
 * @param test    how all levels are tested
 * @param unit    the unit of a level's number
 * @param level   confidence level as a fraction
 */
record PrognosisRows(Measure measure, String method, String test, Unit unit, double level) {

    /**
     * The rows, none where no level can be held against another.
     *
     * @param base   what the rows have in common, of all arms
     * @param levels the levels of the column
     */
    List<Result> of(ResultKey base, String column, List<String> levels, Prognosis prognosis) {
        if (prognosis.against() < 0) {
            return List.of(Results.of(base.withTerm(term(column)).of(Measure.TEST, test), prognosis.test()));
        }
        List<Result> rows = new ArrayList<>();
        for (int place = 0; place < levels.size(); place++) {
            if (place != prognosis.against()) {
                String term = term(column) + ";" + Names.pair("level", levels.get(place)) + ";"
                        + Names.pair("against", levels.get(prognosis.against()));
                rows.add(Results.of(
                        base.withTerm(term).of(measure, method), prognosis.estimate(place, level), unit, level));
            }
        }
        rows.add(Results.of(base.withTerm(term(column)).of(Measure.TEST, test), prognosis.test()));
        return rows;
    }

    private static String term(String column) {
        return Names.pair("prognosis", column);
    }
}
