package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Names;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.stats.descriptive.CompensatedSum;

/**
 * A covariate of the people that a model takes: a column of an amount, or an indicator of each level that occurs but the
 * first; and where it is missing of somebody, an indicator of that. A missing amount is filled with the mean of all the
 * others, whatever their arm; beside the indicator the number that is filled in changes no effect of the arms. Nobody is
 * dropped.
 *
 * @param name    its name
 * @param groups  what results call its levels, the reference first, or that an amount is known; and that it is missing, last
 * @param ofEach  the place among those of each person
 * @param columns what the model takes
 */
record ModelCovariate(String name, List<String> groups, int[] ofEach, List<Column> columns) {

    /**
     * A column of a model.
     *
     * @param name   what results call it
     * @param values of each person
     */
    record Column(String name, double[] values) {}

    /**
     * The covariate of some of some people.
     *
     * @param rows the places of those that the model takes
     */
    static ModelCovariate of(Covariate covariate, Cohort people, int[] rows) {
        return covariate.isAmount() ? amount(covariate, people, rows) : category(covariate, people, rows);
    }

    private static ModelCovariate amount(Covariate covariate, Cohort people, int[] rows) {
        double[] all = people.amountsByPerson(covariate.column());
        double[] values = Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
        int[] ofEach = new int[rows.length];
        CompensatedSum sum = new CompensatedSum();
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            ofEach[i] = Double.isNaN(values[i]) ? 1 : 0;
            if (ofEach[i] == 0) {
                sum.add(values[i]);
                known++;
            }
        }
        List<Column> columns = new ArrayList<>();
        if (known > 0) {
            double mean = sum.value() / known;
            columns.add(new Column(
                    covariate.name(),
                    Arrays.stream(values)
                            .map(value -> Double.isNaN(value) ? mean : value)
                            .toArray()));
        }
        return of(covariate, List.of(term(covariate)), ofEach, columns);
    }

    private static ModelCovariate category(Covariate covariate, Cohort people, int[] rows) {
        List<Optional<String>> all = people.labels(covariate.column());
        // The level that means yes is told apart from the other, not the other from it.
        List<String> levels = covariate.levels().stream()
                .sorted(Comparator.comparing(covariate.event()::equals))
                .filter(level -> Arrays.stream(rows)
                        .anyMatch(row -> all.get(row).filter(level::equals).isPresent()))
                .toList();
        int[] ofEach = Arrays.stream(rows)
                .map(row -> all.get(row).map(levels::indexOf).orElse(levels.size()))
                .toArray();
        List<Column> columns = new ArrayList<>();
        for (int level = 1; level < levels.size(); level++) {
            columns.add(new Column(Names.pair(covariate.name(), levels.get(level)), indicator(ofEach, level)));
        }
        return of(
                covariate,
                levels.stream()
                        .map(level -> term(covariate) + ";" + Names.pair("level", level))
                        .toList(),
                ofEach,
                columns);
    }

    /** The covariate with its group of people of whom it is missing, and an indicator of them if there are any. */
    private static ModelCovariate of(Covariate covariate, List<String> known, int[] ofEach, List<Column> columns) {
        List<String> groups = new ArrayList<>(known);
        groups.add(term(covariate) + ";" + Names.pair("missing", "yes"));
        if (Arrays.stream(ofEach).anyMatch(group -> group == known.size())) {
            columns.add(new Column(Names.pair("missing", covariate.name()), indicator(ofEach, known.size())));
        }
        return new ModelCovariate(covariate.name(), groups, ofEach, columns);
    }

    private static String term(Covariate covariate) {
        return Names.pair("covariate", covariate.name());
    }

    private static double[] indicator(int[] ofEach, int group) {
        return Arrays.stream(ofEach)
                .mapToDouble(other -> other == group ? 1 : 0)
                .toArray();
    }
}
