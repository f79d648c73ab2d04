package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.survival.SurvivalTimes;

/**
 * What the models of one outcome take: everybody of any arm whose outcome is known, with all covariates.
 *
 * @param arms       the arms in which somebody's outcome is known, in order
 * @param arm        the place of each person's arm among those
 * @param outcome    each person's outcome
 * @param covariates the covariates
 * @param stratum    each person's stratum of the randomisation
 * @param cluster    each person's cluster, if people come in some
 */
record AdjustedModel(
        List<String> arms,
        int[] arm,
        double[] outcome,
        List<ModelCovariate> covariates,
        int[] stratum,
        Optional<int[]> cluster) {

    /** The note of the level that the others are compared with. */
    static final String REFERENCE_LEVEL = "reference-level";

    /**
     * The model of some people.
     *
     * @param outcome of each of them, not a number where it is missing
     */
    static AdjustedModel of(AdjustedPeople people, double[] outcome) {
        int[] places = people.places();
        int[] rows = IntStream.range(0, outcome.length)
                .filter(row -> !Double.isNaN(outcome[row]) && places[row] >= 0)
                .toArray();
        int[] present =
                Arrays.stream(rows).map(row -> places[row]).distinct().sorted().toArray();
        List<String> arms = Arrays.stream(present).mapToObj(people.arms()::get).toList();
        return new AdjustedModel(
                arms,
                Arrays.stream(rows)
                        .map(row -> Arrays.binarySearch(present, places[row]))
                        .toArray(),
                Arrays.stream(rows).mapToDouble(row -> outcome[row]).toArray(),
                people.covariates().stream()
                        .map(covariate -> ModelCovariate.of(covariate, people.people(), rows))
                        .toList(),
                strata(people, rows),
                people.clusters(rows));
    }

    /**
     * The model of some arms without covariates.
     *
     * @param outcomes those that are known, by arm
     */
    static AdjustedModel ofArms(Map<String, double[]> outcomes) {
        List<String> present = outcomes.keySet().stream()
                .filter(name -> outcomes.get(name).length > 0)
                .toList();
        int[] arm = IntStream.range(0, present.size())
                .flatMap(place -> IntStream.generate(() -> place).limit(outcomes.get(present.get(place)).length))
                .toArray();
        // Sums over people in another order would end in other last digits.
        double[] outcome = present.stream()
                .flatMapToDouble(name -> Arrays.stream(outcomes.get(name)).sorted())
                .toArray();
        return new AdjustedModel(present, arm, outcome, List.of(), new int[arm.length], Optional.empty());
    }

    /**
     * The model of times to an event.
     *
     * @param times the same people: arm after arm, in each in the order of the cohort
     */
    static AdjustedModel of(AdjustedPeople people, TimesData times) {
        int[] places = people.places();
        List<String> present = times.present();
        int[] rows = IntStream.range(0, present.size())
                .flatMap(arm -> {
                    int place = people.arms().indexOf(present.get(arm));
                    return IntStream.range(0, places.length).filter(row -> places[row] == place);
                })
                .toArray();
        SurvivalTimes all = times.times();
        return new AdjustedModel(
                present,
                IntStream.range(0, all.size()).map(all::arm).toArray(),
                IntStream.range(0, all.size())
                        .mapToDouble(person -> Math.min(1, all.cause(person)))
                        .toArray(),
                people.covariates().stream()
                        .map(covariate -> ModelCovariate.of(covariate, people.people(), rows))
                        .toList(),
                IntStream.range(0, all.size()).map(all::stratum).toArray(),
                Optional.empty());
    }

    /** The same without some covariates. */
    AdjustedModel without(List<String> names) {
        return new AdjustedModel(
                arms,
                arm,
                outcome,
                covariates.stream()
                        .filter(covariate -> !names.contains(covariate.name()))
                        .toList(),
                stratum,
                cluster);
    }

    private static int[] strata(AdjustedPeople people, int[] rows) {
        if (people.strata().isEmpty()) {
            return new int[rows.length];
        }
        List<List<Optional<String>>> levels = people.stratumOfEach();
        Map<List<Optional<String>>, Integer> places = new HashMap<>();
        return Arrays.stream(rows)
                .map(row -> places.computeIfAbsent(levels.get(row), any -> places.size()))
                .toArray();
    }

    /** Whether everybody has the same outcome, so that there is nothing to model. */
    boolean allAlike() {
        return Arrays.stream(outcome).distinct().count() < 2;
    }

    /** The data as methods take them, if there is anything to model: two arms, and more than one outcome. */
    Optional<AdjustedData> ifAnything() {
        return arms.size() < 2 || allAlike() ? Optional.empty() : Optional.of(data());
    }

    private List<ModelCovariate.Column> columns() {
        return covariates.stream()
                .flatMap(covariate -> covariate.columns().stream())
                .toList();
    }

    /** The data as methods take them. There must be two arms at least. */
    AdjustedData data() {
        List<ModelCovariate.Column> columns = columns();
        AdjustedData data = new AdjustedData(
                outcome,
                arm,
                arms,
                IntStream.range(0, columns.size())
                        .mapToObj(AdjustedModel::place)
                        .toList(),
                columns.stream().map(ModelCovariate.Column::values).toArray(double[][]::new),
                stratum);
        return cluster.map(data::inClusters).orElse(data);
    }

    /** The name of a column in the model, which no arm can have. */
    private static String place(int column) {
        return "covariate " + column;
    }

    /** What results call a column of the model: that of an arm is called as there. */
    String shown(String name) {
        List<ModelCovariate.Column> columns = columns();
        return IntStream.range(0, columns.size())
                .filter(column -> place(column).equals(name))
                .mapToObj(column -> columns.get(column).name())
                .findFirst()
                .orElse(name);
    }

    /**
     * How many people of each arm are at each level of each covariate, and lack it.
     *
     * @param positive what is counted of their outcomes: those above nothing, or those that are nothing
     */
    List<Result> counts(ResultKey base, Statistic positive) {
        return counts(base, positive, List.of());
    }

    /**
     * The same, and of an outcome of ordered levels how many of them are at each.
     *
     * @param levels the names of the levels, the lowest first
     */
    List<Result> counts(ResultKey base, Statistic positive, List<String> levels) {
        List<Result> results = new ArrayList<>();
        for (ModelCovariate covariate : covariates) {
            for (int group = 0; group < covariate.groups().size(); group++) {
                boolean reference = group == 0 && covariate.groups().size() > 2;
                for (int place = 0; place < arms.size(); place++) {
                    results.add(new Result(
                            base.ofArm(arms.get(place))
                                    .withTerm(covariate.groups().get(group))
                                    .of(Measure.COVARIATE_COUNT, ""),
                            cells(covariate.ofEach(), group, place, positive, reference ? REFERENCE_LEVEL : ""),
                            ""));
                    results.addAll(atLevels(base.ofArm(arms.get(place)), covariate, group, place, levels));
                }
            }
        }
        return results;
    }

    private List<Result> atLevels(
            ResultKey ofArm, ModelCovariate covariate, int group, int place, List<String> levels) {
        int[] people = new int[levels.size()];
        for (int i = 0; i < outcome.length && people.length > 0; i++) {
            people[(int) outcome[i]] += covariate.ofEach()[i] == group && arm[i] == place ? 1 : 0;
        }
        List<Result> results = new ArrayList<>();
        for (int level = 0; level < people.length; level++) {
            String term = Names.atOutcomeLevel(covariate.groups().get(group), levels.get(level));
            results.add(new Result(
                    ofArm.withTerm(term).of(Measure.COVARIATE_COUNT, ""),
                    Map.of(Statistic.ASSESSED, Cell.count(people[level])),
                    ""));
        }
        return results;
    }

    private Map<Statistic, Cell> cells(int[] ofEach, int group, int place, Statistic positive, String note) {
        long people = 0;
        long counted = 0;
        for (int i = 0; i < ofEach.length; i++) {
            if (ofEach[i] == group && arm[i] == place) {
                people++;
                counted += (outcome[i] == 0) == (positive == Statistic.ZEROS) ? 1 : 0;
            }
        }
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.ASSESSED, Cell.count(people).withNote(note));
        cells.put(positive, Cell.count(counted));
        return cells;
    }
}
