package org.ipstrial.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;

/**
 * The arms that are small in some stratum of a stratified comparison.
 *
 * <p>Estimates over strata are printed with so many digits that the counts in the strata could be worked out from them, the
 * sizes being known. So all that is combined over strata is hidden in every contrast with an arm of which anything counted in
 * any stratum is small: its rows, those assessed, missing, with the event or without it. Those whose stratum is not known
 * are what the strata leave of the whole, and are looked at like one. The strata within levels of other columns are looked
 * at together with those of everybody, from which they could be subtracted.
 */
final class SmallStrata {

    private final Set<Place> small = new HashSet<>();

    SmallStrata(ResultTable table, int threshold) {
        Map<Place, List<Result>> strata = new LinkedHashMap<>();
        Map<Place, Result> whole = new LinkedHashMap<>();
        for (Result result : table.results()) {
            ResultKey key = result.key();
            if (key.measure() == Measure.STRATUM_COUNT && key.reference().isEmpty()) {
                strata.computeIfAbsent(Place.ofGroup(key), any -> new ArrayList<>())
                        .add(result);
            } else if (key.measure() == Measure.COUNT
                    && key.reference().isEmpty()
                    && key.term().isEmpty()) {
                whole.put(Place.ofGroup(key), result);
            }
        }
        strata.forEach((place, counts) -> {
            boolean anySmall =
                    counts.stream().anyMatch(count -> Counted.ofStratum(count).small(threshold))
                            || unplaced(whole.get(place), counts).small(threshold);
            if (anySmall) {
                small.add(place.everybody());
            }
        });
    }

    /** Those of an arm who are in no stratum. */
    private static Counted unplaced(Result whole, List<Result> strata) {
        return Counted.ofStratum(whole).minus(strata.stream().map(Counted::ofStratum).toList());
    }

    /** Whether a result is combined over strata, or is of one of them. */
    static boolean isOverStrata(Result result) {
        return Names.isStrata(result.key().term())
                || result.key().measure() == Measure.STRATUM_COUNT
                || result.key().measure() == Measure.INTERACTION_TEST;
    }

    /** Whether a result over strata is hidden because an arm of it is small in a stratum. */
    boolean hides(Result result) {
        ResultKey key = result.key();
        return isOverStrata(result)
                && (small.contains(Place.ofGroup(key).everybody())
                        || !key.reference().isEmpty()
                                && small.contains(Place.ofReference(key).everybody()));
    }

    /** Whether a result is there only because a stratum tells little, which alone would give its counts away. */
    static boolean isTelling(Result result) {
        return result.key().measure() == Measure.STRATUM_COUNT
                && !result.key().reference().isEmpty()
                && !result.cells().get(Statistic.ASSESSED).note().isEmpty();
    }
}
