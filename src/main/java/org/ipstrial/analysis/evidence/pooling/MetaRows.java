package org.ipstrial.analysis.evidence.pooling;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.analysis.Results;
import org.ipstrial.analysis.evidence.pooling.studies.EffectMeasure;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.meta.Pooled;

/** The keys and cells of results about studies. */
final class MetaRows {

    static final String POOLED = "pooled";

    private final EffectMeasure measure;
    private final double level;

    MetaRows(EffectMeasure measure, double level) {
        this.measure = measure;
        this.level = level;
    }

    EffectMeasure measure() {
        return measure;
    }

    double level() {
        return level;
    }

    /** The key of everything about a group, which is a study, {@link #POOLED} or an arm. */
    ResultKey key(String group, String stratum, String term, Measure what, String method) {
        return new ResultKey(Meta.NAME, "as-given", "", "", "", group, "", stratum, term, what, method);
    }

    /** A pooled effect with its test, as people read it. */
    Result effect(ResultKey key, Pooled pooled) {
        return tested(Results.of(key, measure.read(pooled.effect()), measure.unit(), level), pooled.test());
    }

    /** The same on the logarithm's scale, of a ratio. */
    Optional<Result> logarithm(ResultKey key, Pooled pooled) {
        String term = key.term().isEmpty() ? "scale=log" : key.term() + ";scale=log";
        return measure.isRatio()
                ? Optional.of(Results.of(key.withTerm(term), pooled.effect(), Unit.NONE, level))
                : Optional.empty();
    }

    /** An estimate with its limits. */
    Result estimate(ResultKey key, Estimate estimate, Unit unit) {
        return Results.of(key, estimate, unit, level);
    }

    /** One number. */
    static Result number(ResultKey key, double value, Unit unit) {
        return new Result(key, Map.of(Statistic.ESTIMATE, Cell.of(value, unit)), "");
    }

    /** The same result with the numbers of a test. */
    static Result tested(Result result, TestResult test) {
        Map<Statistic, Cell> cells = new EnumMap<>(result.cells());
        cells.putAll(Results.of(result.key(), test).cells());
        return new Result(result.key(), cells, "");
    }

    /** The same result with a note on its estimate, where that has none. */
    static Result noted(Result result, String note) {
        if (note.isEmpty()) {
            return result;
        }
        Map<Statistic, Cell> cells = new EnumMap<>(result.cells());
        cells.computeIfPresent(Statistic.ESTIMATE, (any, cell) -> cell.note().isEmpty() ? cell.withNote(note) : cell);
        return new Result(result.key(), cells, "");
    }
}
