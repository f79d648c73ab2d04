package org.ipstrial.catalogue.subgroups;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.times.DataSet;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.moderation.ModeratedData;
import org.ipstrial.stats.moderation.Moderation;
import org.ipstrial.stats.moderation.ModerationMethod;

/**
 * Reads the data of a reference value along an amount: {@code moderated share birthwt: low by smoke 1 v 0 along age at 26} is
 * the column low of the data set birthwt in the arms 1 and 0 of smoke, and asks for the test and the effect at age 26;
 * without {@code at} for the test and the slope. Covariates stand behind the amount, {@code along age ~ lwt ht}.
 *
 * @param data the data
 * @param at   the value at which the effect is asked for, if not the slope
 */
record ModeratedInput(ModeratedData data, OptionalDouble at) {

    private static final Pattern FORM =
            Pattern.compile("moderated (?:share|mean) (\\w+): (\\w+) by (\\w+) (\\w+) v (\\w+) along (\\w+)(?: ~"
                    + " ((?:(?!at\\b)\\w+ ?)+?))?(?: at (\\S+))?");

    static ModeratedInput of(String input) {
        Matcher form = FORM.matcher(input);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "data along an amount are written such as moderated share birthwt: low by"
                            + " smoke 1 v 0 along age at 26, got " + input);
        }
        List<CSVRecord> rows = DataSet.rows(form.group(1)).stream()
                .filter(row -> List.of(form.group(4), form.group(5)).contains(row.get(form.group(3))))
                .toList();
        List<String> names =
                form.group(7) == null ? List.of() : List.of(form.group(7).split(" "));
        ModeratedData data = new ModeratedData(
                numbers(rows, form.group(2)),
                rows.stream()
                        .mapToInt(row -> row.get(form.group(3)).equals(form.group(4)) ? 1 : 0)
                        .toArray(),
                numbers(rows, form.group(6)),
                names,
                names.stream().map(name -> numbers(rows, name)).toArray(double[][]::new));
        return new ModeratedInput(
                data,
                form.group(8) == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(form.group(8))));
    }

    private static double[] numbers(List<CSVRecord> rows, String column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }

    /** What a method gives. */
    static Map<Statistic, Quantity> numbers(ModerationMethod method, String text, double level) {
        ModeratedInput input = of(text);
        Moderation found = method.of(input.data);
        Map<Statistic, Quantity> numbers = Evaluation.numbers(
                input.at.isPresent() ? found.effect(input.at.getAsDouble(), level) : found.slope(level));
        numbers.putAll(Evaluation.numbers(found.test()));
        return numbers;
    }
}
