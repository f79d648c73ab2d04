package org.ipstrial.disclosure;

import java.util.List;
import java.util.function.Predicate;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;

/**
 * What is there, or has so many rows, because so many outcomes are missing. A tipping grid has a row for each number of the
 * missing, and is left out whole where a contrast is hidden. Who the missing are is left out wherever small cells are hidden:
 * they are few by nature, and what is known of them with so many digits, under several outcomes of which almost the same
 * people are missing, would tell of single ones. What is missing together is left out where several analyses tell it, whose
 * people differ by a few. Bounds by trimming leave out the largest or the smallest amounts, which may be a single one, and are
 * left out as well; so is how far donors are from the missing who take their amounts, of whom one may be all there is.
 */
final class TellingOfMissing {

    private final ResultTable table;
    private final boolean manyAnalyses;

    TellingOfMissing(ResultTable table) {
        this.table = table;
        this.manyAnalyses = table.results().stream()
                        .map(result -> result.key().analysis())
                        .distinct()
                        .count()
                > 1;
    }

    /**
     * Whether a result is left out.
     *
     * @param hidden whether it is hidden
     */
    boolean isTelling(Result result, boolean hidden) {
        boolean pattern = result.key().measure() == Measure.COUNT
                && result.key().outcome().isEmpty()
                && Names.isMissingPattern(result.key().term());
        return Names.isMissingOf(result.key().term())
                || pattern && manyAnalyses
                || result.key().measure() == Measure.TRIMMING_BOUND
                || result.key().measure() == Measure.DONOR_DISTANCE
                || hidden
                        && (result.key().measure() == Measure.TIPPING_POINT
                                || result.key().measure() == Measure.TIPPING_SHIFT);
    }

    /** Series without the grids of contrasts that are hidden, and without traces of draws, which may be of one person. */
    List<Series> shown(List<Series> series, Predicate<Result> hidden) {
        List<String> grids = table.results().stream()
                .filter(result -> !result.key().reference().isEmpty() && hidden.test(result))
                .map(result -> Names.tipping(result.key()))
                .distinct()
                .toList();
        return series.stream()
                .filter(one -> grids.stream().noneMatch(one.name()::endsWith) && !Names.isTrace(one.name()))
                .toList();
    }
}
