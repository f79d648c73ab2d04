package org.ipstrial.disclosure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Remark;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;

/** Empties the cells of a table that may not be shown. */
final class Suppression {

    /** The population of those with some only; how many they are follows from the whole place. */
    private static final String WORKERS_ONLY = "workers-only";

    /** The command whose numbers of an arm are bound together: who is missing is who left, and why. */
    private static final String FLOW = "flow";

    private static final String HIDDEN_MESSAGE = "not shown where small cells are hidden";

    private final ResultTable table;
    private final int threshold;
    private final Map<Place, Counted> places = new LinkedHashMap<>();
    private final Map<Place, Long> workers = new HashMap<>();
    private final Set<Place> hidden;
    private final SmallStrata smallStrata;
    private final SmallCovariates smallCovariates;
    private final SmallCurves smallCurves;
    private final SmallProgramme smallProgramme;
    private final OverArms overArms;
    /** The outcomes of ordered levels, as the place of all arms among everybody. */
    private final Set<Place> ofLevels = new HashSet<>();

    Suppression(ResultTable table, int threshold, Nesting nesting) {
        this.table = table;
        this.threshold = threshold;
        Map<Place, List<Result>> whole = new LinkedHashMap<>();
        for (Result result : table.results()) {
            // A test of all arms counts nobody, and is no total of them.
            if (result.key().reference().isEmpty()
                    && result.key().measure() != Measure.TEST
                    && (!ofWorkers(result) || result.cell(Statistic.MISSING).isPresent())
                    && (result.key().term().isEmpty() || result.key().measure() == Measure.COUNT)) {
                whole.computeIfAbsent(Place.ofGroup(result.key()), any -> new ArrayList<>())
                        .add(result);
            }
        }
        table.results().stream()
                .filter(result -> result.key().measure() == Measure.COUNT && ofWorkers(result))
                .forEach(result -> workers.put(Place.ofGroup(result.key()), Counted.people(result)));
        whole.forEach((place, results) -> {
            places.put(place, Counted.of(results));
            if (results.stream().anyMatch(result -> Names.isLevel(result.key().term()))) {
                ofLevels.add(place.everybody().allArms());
            }
        });
        this.hidden = HiddenPlaces.of(places, threshold, table.command().equals(FLOW), nesting);
        this.smallStrata = new SmallStrata(table, threshold, nesting, places, hidden);
        this.smallCovariates = new SmallCovariates(table, threshold, hidden);
        this.smallCurves = new SmallCurves(table, threshold);
        this.smallProgramme = new SmallProgramme(table.results(), table.series(), threshold);
        this.overArms = new OverArms(table.results(), hidden, this::isHiddenAlone);
    }

    /** The table without what may not be shown, and with the threshold among its settings. */
    ReleasedTable apply() {
        TellingOfMissing missing = new TellingOfMissing(table);
        List<Result> shown = new ArrayList<>();
        List<Hidden> audit = new ArrayList<>();
        for (Result result : table.results()) {
            if (!(SmallStrata.isTelling(result) && isHidden(result))
                    && !SmallCovariates.isTelling(result)
                    && !smallCovariates.tellsAnAmount(result)
                    && !missing.isTelling(result, isHidden(result))) {
                Result released = released(result);
                shown.add(released);
                List<Statistic> hides = released.cells().entrySet().stream()
                        .filter(cell -> cell.getValue().note().equals(CellPolicy.NOTE))
                        .map(Map.Entry::getKey)
                        .toList();
                if (!hides.isEmpty()) {
                    audit.add(new Hidden(result.key(), hides, why(result)));
                }
            }
        }
        List<Remark> remarks = table.findings().stream()
                .map(remark -> new Remark(remark.code(), remark.file(), remark.line(), remark.column(), HIDDEN_MESSAGE))
                .toList();
        ResultTable released = new ResultTable(
                        table.command(),
                        table.inputs(),
                        table.settings(),
                        table.labels(),
                        shown,
                        missing.shown(SmallProgramme.released(smallCurves.released(table.series())), this::isHidden),
                        remarks)
                .with(Map.of("min-cell", (long) threshold));
        return new ReleasedTable(released, audit);
    }

    /** The rule by which something of a result is hidden. */
    private Hidden.Why why(Result result) {
        ResultKey key = result.key();
        if (hidden.contains(Place.ofGroup(key))) {
            return Hidden.Why.GROUP;
        }
        if (!key.reference().isEmpty() && hidden.contains(Place.ofReference(key))) {
            return Hidden.Why.COMPARED;
        }
        if (smallStrata.hides(result)) {
            return Hidden.Why.STRATA;
        }
        if (smallCovariates.hides(result)) {
            return Hidden.Why.COVARIATES;
        }
        if (smallCurves.hides(result)) {
            return Hidden.Why.TIMES;
        }
        if (isOverHiddenLevels(key)) {
            return Hidden.Why.LEVELS;
        }
        return overArms.hides(result) ? Hidden.Why.ARMS : Hidden.Why.ONE_PERSON;
    }

    private Result released(Result result) {
        ResultKey key = result.key();
        boolean all = isHidden(result);
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        result.cells().forEach((statistic, cell) -> {
            boolean hide = !ofArmSize(result, statistic)
                    && statistic != Statistic.CONF_LEVEL
                    && (all || ofOnePerson(result, statistic));
            cells.put(statistic, hide ? Cell.empty(cell.unit(), CellPolicy.NOTE) : cell);
        });
        if (all) {
            // That there is a second part would tell that the interval holds no difference.
            cells.remove(Statistic.CONF_LOW_2);
            cells.remove(Statistic.CONF_HIGH_2);
        }
        if (smallStrata.hides(result)
                || smallCovariates.hides(result)
                || smallCurves.hides(result)
                || isOverHiddenLevels(key)
                || all && ofLevels.contains(Place.ofGroup(key).everybody().allArms())
                || overArms.hides(result)) {
            // A test or a standard error that is not there would tell that the strata or arms lack variance.
            cells.keySet()
                    .removeAll(Set.of(
                            Statistic.STATISTIC, Statistic.DF, Statistic.DF1, Statistic.DF2, Statistic.STD_ERROR));
        }
        return new Result(key, cells, result.status());
    }

    /** How many were randomised to an arm, where that is told apart from any outcome and is not small. */
    private boolean ofArmSize(Result result, Statistic statistic) {
        ResultKey key = result.key();
        return statistic == Statistic.RANDOMISED
                && key.outcome().isEmpty()
                && key.term().isEmpty()
                && !Counted.isSmall(
                        result.value(statistic).map(Double::longValue).orElse(0L), threshold);
    }

    /**
     * Whether a result is about all levels of a column of which one is hidden, whose counts could be worked out from it; or a
     * p-value adjusted over several columns, one of which is so.
     */
    private boolean isOverHiddenLevels(ResultKey key) {
        boolean adjusted =
                key.measure() == Measure.INTERACTION_TEST && key.method().indexOf('+') >= 0;
        Optional<String> column = LevelTerms.column(key);
        return (adjusted || column.isPresent())
                && hidden.stream()
                        .anyMatch(place -> !place.isEverybody()
                                && place.analysis().equals(key.analysis())
                                && place.outcome().equals(key.outcome())
                                && place.timepoint().equals(key.timepoint())
                                && (adjusted || place.column().equals(column.get())));
    }

    /** Whether a result is hidden as a whole. */
    private boolean isHidden(Result result) {
        return isHiddenAlone(result) || overArms.hides(result);
    }

    /** Whether it is so for the sake of what it names. */
    private boolean isHiddenAlone(Result result) {
        ResultKey key = result.key();
        return hidden.contains(Place.ofGroup(key))
                || (!key.reference().isEmpty() && hidden.contains(Place.ofReference(key)))
                || smallStrata.hides(result)
                || smallCovariates.hides(result)
                || smallCurves.hides(result)
                || smallProgramme.hides(result)
                || isOverHiddenLevels(key);
    }

    /** Whether a number of a summary is the amount of a single person, or close to it. */
    private boolean ofOnePerson(Result result, Statistic statistic) {
        if (result.key().measure() != Measure.SUMMARY) {
            return false;
        }
        double zeros = result.value(Statistic.ZEROS).orElse(0.0);
        return switch (statistic) {
            case MAX -> result.value(Statistic.MAX).orElse(0.0) != 0;
            case MIN -> result.value(Statistic.MIN).orElse(0.0) != 0 || zeros < threshold;
            case P25, P75 -> people(result) < 2L * threshold;
            // Among everybody these are parts of the place; of a wage of nothing only this tells.
            case ZEROS ->
                ofWorkers(result)
                        && (Counted.isSmall((long) zeros, threshold)
                                || Counted.isSmall(people(result) - (long) zeros, threshold));
            default -> false;
        };
    }

    /** How many people a summary is of. */
    private long people(Result summary) {
        Place place = Place.ofGroup(summary.key());
        return ofWorkers(summary) ? workers.get(place) : places.get(place).assessed();
    }

    private static boolean ofWorkers(Result result) {
        return result.key().analysisSet().equals(WORKERS_ONLY);
    }
}
