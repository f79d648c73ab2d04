package org.ipstrial.catalogue.subgroups;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.times.DataSet;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.interaction.adjusted.LevelEffects;
import org.ipstrial.stats.interaction.adjusted.LevelsData;
import org.ipstrial.stats.interaction.adjusted.LevelsMethod;

/**
 * Reads the data of a reference value at levels with covariates: {@code levels share birthwt: low by smoke 1 v 0 in race ~ age
 * lwt} is the column low of the data set birthwt in the arms of smoke, 1 against 0, at the levels of race with the covariates
 * age and lwt, and asks for the test; {@code at 2} behind it asks for the effect at that level too.
 *
 * @param data      the data, over all arms
 * @param group     place of the arm that is compared
 * @param reference place of the arm that it is compared with
 * @param at        the place of the level whose effect is asked for, if it is
 */
record LevelsInput(LevelsData data, int group, int reference, OptionalInt at) {

    private static final Pattern FORM =
            Pattern.compile("levels (?:share|mean) (\\w+): (\\w+) by (\\w+) (\\w+) v (\\w+) in"
                    + " (\\w+) ~ ((?:(?!at\\b)\\w+ ?)+?)(?: at (\\w+))?");

    static LevelsInput of(String input) {
        Matcher form = FORM.matcher(input);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "data at levels with covariates are written such as levels share birthwt:"
                            + " low by smoke 1 v 0 in race ~ age lwt at 2, got " + input);
        }
        List<CSVRecord> rows = DataSet.rows(form.group(1));
        List<String> arms = labels(rows, form.group(3));
        List<String> levels = labels(rows, form.group(6));
        List<String> names = List.of(form.group(7).split(" "));
        AdjustedData people = AdjustedData.of(
                numbers(rows, form.group(2)),
                places(rows, form.group(3), arms),
                arms,
                names,
                names.stream().map(name -> numbers(rows, name)).toArray(double[][]::new));
        return new LevelsInput(
                new LevelsData(people, places(rows, form.group(6), levels), levels.size()),
                arms.indexOf(form.group(4)),
                arms.indexOf(form.group(5)),
                form.group(8) == null ? OptionalInt.empty() : OptionalInt.of(levels.indexOf(form.group(8))));
    }

    private static List<String> labels(List<CSVRecord> rows, String column) {
        return rows.stream().map(row -> row.get(column)).distinct().sorted().toList();
    }

    private static int[] places(List<CSVRecord> rows, String column, List<String> labels) {
        return rows.stream().mapToInt(row -> labels.indexOf(row.get(column))).toArray();
    }

    private static double[] numbers(List<CSVRecord> rows, String column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }

    /** What a method gives. */
    static Map<Statistic, Quantity> numbers(LevelsMethod method, String text, double level) {
        LevelsInput input = of(text);
        LevelEffects found = method.of(input.data);
        Map<Statistic, Quantity> numbers = Evaluation.numbers(found.test(input.group, input.reference));
        input.at.ifPresent(
                at -> numbers.putAll(Evaluation.numbers(found.effect(at, input.group, input.reference, level))));
        return numbers;
    }
}
