package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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

/** The columns that models of one outcome could not use, each told once. */
final class UnusedColumns {

    /** The notes of a column without which the outcomes could not be told apart. */
    static final String UPWARDS = "separates-upwards";

    /** The same of one whose coefficient falls. */
    static final String DOWNWARDS = "separates-downwards";

    /** The note of a column that others make up. */
    private static final String COLLINEAR = Reason.COLLINEAR_COVARIATES.id();

    private final ResultKey base;
    private final String about;
    private final UnaryOperator<String> shown;
    private final List<Result> results = new ArrayList<>();
    private final Set<String> collinear = new LinkedHashSet<>();
    private final Set<List<Object>> told = new LinkedHashSet<>();
    private final Set<ResultKey> keys = new LinkedHashSet<>();

    /**
     * Columns of some models.
     *
     * @param about what stands behind the terms, perhaps nothing
     * @param shown what results call a column
     */
    UnusedColumns(ResultKey base, String about, UnaryOperator<String> shown) {
        this.base = base;
        this.about = about;
        this.shown = shown;
    }

    /** Tells of the columns of a model. */
    UnusedColumns add(String method, ModelNotes notes) {
        for (Aliased aliased : notes.aliased()) {
            madeOf(
                    shown.apply(aliased.name()),
                    aliased.madeOf().stream().map(shown).distinct().toList());
        }
        for (Separating column : notes.separating()) {
            add(shown.apply(column.name()), "", method, column.upwards() ? UPWARDS : DOWNWARDS);
        }
        return this;
    }

    /** Tells of a column that tells nothing that others do not. */
    UnusedColumns madeOf(String name, List<String> others) {
        collinear.add(name);
        if (told.add(List.of(name, others))) {
            add(name, ";" + Names.pair("made-of", String.join(", ", others)), "", COLLINEAR);
        }
        return this;
    }

    private void add(String name, String more, String method, String note) {
        ResultKey key = base.withTerm(Names.pair("column", name) + more + about).of(Measure.COVARIATE, method);
        if (keys.add(key)) {
            results.add(new Result(key, Map.of(Statistic.ESTIMATE, Cell.empty(Unit.NONE, note)), ""));
        }
    }

    /** The names of those that tell nothing. */
    Set<String> collinear() {
        return collinear;
    }

    /** A result for each. */
    List<Result> results() {
        return results;
    }
}
