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
 * The arms of which something is small in some stratum of a stratified comparison.
 *
 * <p>Estimates over strata are printed with so many digits that the counts in the strata could be worked out from them, the
 * sizes being known. So all that is combined over strata is hidden in every contrast with an arm of which anything counted in
 * any stratum is small: its rows, missing, with the event or without it, with nothing or with something, at a level of the
 * outcome. Those whose stratum
 * is not known are what the strata leave of the whole, and are looked at like one; so are those whom the strata within levels
 * of another column leave of the strata of everybody. What lies between strata of several analyses, or of outcomes of which
 * one contains the other, or between them and other places that are shown, is looked at as it is for places
 * ({@link Differences}).
 */
final class SmallStrata {

    private final int threshold;
    private final Map<Place, Counted> places;
    private final Map<Place, Counted> units = new LinkedHashMap<>();
    private final Map<Place, Place> arms = new LinkedHashMap<>();
    private final Set<Place> small = new HashSet<>();

    /**
     * Looks at the strata of a table.
     *
     * @param places what is counted in the places of the table
     * @param hidden those of them that are hidden
     */
    SmallStrata(ResultTable table, int threshold, Nesting nesting, Map<Place, Counted> places, Set<Place> hidden) {
        this.threshold = threshold;
        this.places = places;
        Map<Place, List<Counted>> ofPlace = new LinkedHashMap<>();
        Map<Place, List<Counted>> acrossLevels = new LinkedHashMap<>();
        for (Result result : table.results()) {
            if (isCount(result)) {
                Place place = Place.ofGroup(result.key());
                Counted counted = Counted.ofStratum(result);
                Place unit = unit(place, result.key().term());
                units.put(unit, counted);
                arms.put(unit, place.everybody());
                List<Counted> strata = ofPlace.computeIfAbsent(place, any -> new ArrayList<>());
                if (isAtLevel(result)) {
                    // The levels of a stratum stand behind it, in the order in which those of the place do.
                    strata.add(strata.remove(strata.size() - 1).withPart(counted.rows()));
                } else {
                    strata.add(counted);
                }
                if (!place.isEverybody()) {
                    acrossLevels
                            .computeIfAbsent(unit(column(place), result.key().term()), any -> new ArrayList<>())
                            .add(counted);
                }
            }
        }
        units.forEach((unit, counted) -> look(arms.get(unit), counted));
        ofPlace.forEach(
                (place, strata) -> look(place.everybody(), places.get(place).minus(strata)));
        for (Result result : table.results()) {
            if (isCount(result) && result.key().stratum().isEmpty()) {
                withoutLevel(result, acrossLevels);
            }
        }
        between(nesting, hidden);
    }

    private static boolean isCount(Result result) {
        return result.key().measure() == Measure.STRATUM_COUNT
                && result.key().reference().isEmpty();
    }

    /** Whether those at one level of an outcome of ordered levels are counted, of whom nobody's can be missing. */
    private static boolean isAtLevel(Result result) {
        return result.cell(Statistic.MISSING).isEmpty();
    }

    private static Place unit(Place place, String stratum) {
        String all = place.isEverybody() ? stratum : place.stratum() + ";" + stratum;
        return new Place(place.analysis(), place.outcome(), place.timepoint(), place.arm(), all);
    }

    /** The column of a level, for what its levels have together. */
    private static Place column(Place level) {
        return new Place(level.analysis(), level.outcome(), level.timepoint(), level.arm(), level.column());
    }

    private void look(Place arm, Counted counted) {
        if (counted.small(threshold)) {
            small.add(arm);
        }
    }

    /** Those of a stratum of everybody who are in no level of a column within whose levels the analysis is repeated. */
    private void withoutLevel(Result stratum, Map<Place, List<Counted>> acrossLevels) {
        Place arm = Place.ofGroup(stratum.key());
        for (Place place : places.keySet()) {
            if (!place.isEverybody() && place.everybody().equals(arm)) {
                List<Counted> levels = acrossLevels.getOrDefault(
                        unit(column(place), stratum.key().term()), List.of());
                look(arm, Counted.ofStratum(stratum).minus(levels));
            }
        }
    }

    private void between(Nesting nesting, Set<Place> hidden) {
        Map<Place, Counted> seen = new LinkedHashMap<>(units);
        places.forEach((place, counted) -> {
            if (!hidden.contains(place)) {
                seen.put(place, counted);
            }
        });
        Differences differences = new Differences(seen, threshold, nesting);
        Set<Place> movable = new HashSet<>(units.keySet());
        movable.removeIf(unit -> places.containsKey(unit) && !hidden.contains(unit));
        int before;
        do {
            before = small.size();
            Set<Place> unseen = new HashSet<>(movable);
            unseen.removeIf(unit -> !small.contains(arms.get(unit)));
            differences.among(unseen, movable).forEach(unit -> small.add(arms.get(unit)));
        } while (small.size() > before);
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
                                && small.contains(Place.ofReference(key).everybody())
                        || OverArms.isOfAllArms(key)
                                && small.stream()
                                        .map(Place::allArms)
                                        .anyMatch(Place.ofGroup(key).everybody()::equals));
    }

    /** Whether a result is there only because a stratum tells little, which alone would give its counts away. */
    static boolean isTelling(Result result) {
        return result.key().measure() == Measure.STRATUM_COUNT
                && !result.key().reference().isEmpty()
                && !result.cells().get(Statistic.ASSESSED).note().isEmpty();
    }
}
