package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.regression.separation.Separating;

/**
 * The columns of covariates that no model needs, and by method those that leave it without a fit.
 *
 * @param model what the models take
 * @param fits  the models
 */
record UnusedColumns(AdjustedModel model, List<AdjustedFit> fits) {

    /** The note of a column that others make up. */
    private static final String COLLINEAR = Reason.COLLINEAR_COVARIATES.id();

    /** The notes of a column without which the outcomes could not be told apart. */
    static final String UPWARDS = "separates-upwards";

    /** The same of one whose coefficient falls. */
    static final String DOWNWARDS = "separates-downwards";

    /** A result for each of them. */
    List<Result> results(ResultKey base) {
        List<Result> results = new ArrayList<>();
        Set<Aliased> told = new LinkedHashSet<>();
        Set<ResultKey> keys = new LinkedHashSet<>();
        for (AdjustedFit fit : fits) {
            ModelNotes notes = fit.contrasts().notes();
            for (Aliased aliased : notes.aliased()) {
                if (told.add(aliased)) {
                    results.add(column(base, aliased.name(), madeOf(aliased), "", COLLINEAR));
                }
            }
            for (Separating column : notes.separating()) {
                Result result =
                        column(base, column.name(), "", fit.method().id(), column.upwards() ? UPWARDS : DOWNWARDS);
                if (keys.add(result.key())) {
                    results.add(result);
                }
            }
        }
        return results;
    }

    private String madeOf(Aliased aliased) {
        return ";"
                + Names.pair(
                        "made-of",
                        String.join(
                                ", ",
                                aliased.madeOf().stream().map(model::shown).toList()));
    }

    private Result column(ResultKey base, String name, String more, String method, String note) {
        ResultKey key = base.withTerm(Names.pair("column", model.shown(name)) + more);
        return new Result(
                key.of(Measure.COVARIATE, method), Map.of(Statistic.ESTIMATE, Cell.empty(Unit.NONE, note)), "");
    }
}
