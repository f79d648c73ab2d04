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
 * people are missing, would tell of single ones.
 */
final class TellingOfMissing {

    private TellingOfMissing() {}

    /**
     * Whether a result is left out.
     *
     * @param hidden whether it is hidden
     */
    static boolean isTelling(Result result, boolean hidden) {
        return Names.isMissingOf(result.key().term()) || hidden && result.key().measure() == Measure.TIPPING_POINT;
    }

    /** The series of a table without the grids of contrasts that are hidden. */
    static List<Series> shown(ResultTable table, Predicate<Result> hidden) {
        List<String> grids = table.results().stream()
                .filter(result -> !result.key().reference().isEmpty() && hidden.test(result))
                .map(result -> Names.tipping(result.key()))
                .distinct()
                .toList();
        return table.series().stream()
                .filter(series -> grids.stream().noneMatch(series.name()::endsWith))
                .toList();
    }
}
