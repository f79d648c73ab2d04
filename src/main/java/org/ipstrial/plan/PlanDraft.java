package org.ipstrial.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A starting plan for a file, with comments. It names no control, because that is never guessed: the plan is refused
 * until somebody fills it in.
 *
 * @param file     the participants file, from the plan's folder
 * @param id       the column of pseudonyms
 * @param arm      the column of arms
 * @param arms     people by arm, in order
 * @param rows     all people
 * @param reading  how the file is written, key to value, where it does not tell itself
 * @param missing  codes that mean missing, where they are not the usual ones
 * @param columns  columns of few labels, with their levels
 * @param outcomes columns that could be outcomes: key to the entry's own keys
 * @param unused   names of the other columns
 */
public record PlanDraft(
        String file,
        String id,
        String arm,
        Map<String, Long> arms,
        long rows,
        Map<String, String> reading,
        List<String> missing,
        Map<String, List<String>> columns,
        Map<String, Map<String, String>> outcomes,
        List<String> unused) {

    /** A word that no YAML reader of any version takes for something else. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:[ -][A-Za-z0-9_]+)*");

    private static final Set<String> NOT_TEXT =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf");

    /** The plan as YAML. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "# A starting plan. Fill in the control, correct the rest, and then run  ipstrial plan check");
        line(text, "trial: Name of the trial");
        line(text, "");
        line(text, "participants:");
        line(text, "  # From the folder of this plan, in which the file must stand, or below it.");
        line(text, "  file: " + scalar(file));
        line(text, "  id: " + scalar(id));
        line(text, "  arm:");
        line(text, "    column: " + scalar(arm));
        line(text, "    # The reference arm, which is never guessed. One of: " + list(List.copyOf(arms.keySet())));
        line(text, "    control:");
        line(text, "    # What stands in the file, and what it means.");
        line(text, "    labels:");
        arms.keySet().forEach(label -> line(text, "      " + scalar(label) + ": " + scalar(label)));
        labelColumns(text);
        line(text, "  # Columns of numbers that were known at the start.");
        line(text, "  # amounts:");
        line(text, "  #   " + firstAmount() + ": {unit: years, label: What people call it}");
        reading(text);
        line(text, "");
        line(text, "# What could be an outcome. Take out what is none, such as what was known at the start.");
        line(
                text,
                "# Of ordered levels, such as bands of hours: {kind: ordinal, levels: [the lowest, ..., the highest]}");
        line(text, outcomes.isEmpty() ? "outcomes: {}" : "outcomes:");
        outcomes.forEach((name, keys) -> line(text, "  " + scalar(name) + ": " + mapping(keys)));
        if (!unused.isEmpty()) {
            line(text, "# Columns that are neither few labels nor yes and no nor numbers: " + list(unused));
        }
        line(text, "");
        line(
                text,
                "# What describes the arms at the start, in the order of the table: columns and amounts from above.");
        line(text, "# baseline: [" + list(columns.isEmpty() ? List.of("NAME") : List.copyOf(columns.keySet())) + "]");
        line(text, "");
        line(
                text,
                "# Outcomes can also be worked out from job spells or register weeks, and from how long people were followed.");
        line(text, "# participants then needs randomised_on, the column of the day of randomisation.");
        line(text, "# horizon: 18 months");
        line(text, "# data_cut: 2017-08-31");
        line(text, "# spells: {file: spells.csv, overlap: sum}");
        line(text, "# follow_up: {file: follow-up.csv, after: {died: no-activity}}");
        line(text, "# outcomes: {worked: {derive: ever, of: competitive_employment}}");
        line(text, "");
        line(text, "# Without analyses each command takes all outcomes that it can.");
        line(text, "# analyses:");
        line(text, "#   - id: primary");
        line(
                text,
                "#     compare: "
                        + outcomes.keySet().stream()
                                .findFirst()
                                .map(PlanDraft::scalar)
                                .orElse("NAME"));
        line(text, "");
        line(text, "level: 0.95");
        line(text, "seed: 20120101");
        line(text, "expect:");
        line(text, "  rows: " + rows);
        line(text, "  arms:");
        arms.forEach((label, count) -> line(text, "    " + scalar(label) + ": " + count));
        return text.toString();
    }

    private String firstAmount() {
        return outcomes.entrySet().stream()
                .filter(outcome -> outcome.getValue().get("kind").equals("amount"))
                .findFirst()
                .map(outcome -> scalar(outcome.getKey()))
                .orElse("NAME");
    }

    private void labelColumns(StringBuilder text) {
        if (columns.isEmpty()) {
            return;
        }
        line(text, "  # Columns of few labels: what stands in the file, and what it means.");
        line(text, "  columns:");
        columns.forEach((name, levels) -> {
            line(text, "    " + scalar(name) + ":");
            line(text, "      codes:");
            levels.forEach(level -> line(text, "        " + scalar(level) + ": " + scalar(level)));
        });
    }

    private void reading(StringBuilder text) {
        if (reading.isEmpty() && missing.isEmpty()) {
            return;
        }
        line(text, "  reading:");
        reading.forEach((key, value) -> line(text, "    " + key + ": " + (key.equals("skip") ? value : scalar(value))));
        if (!missing.isEmpty()) {
            line(text, "    missing: [" + list(missing) + "]");
        }
    }

    private static String mapping(Map<String, String> keys) {
        StringBuilder text = new StringBuilder("{");
        keys.forEach((key, value) -> text.append(text.length() == 1 ? "" : ", ")
                .append(key)
                .append(": ")
                .append(scalar(value)));
        return text.append('}').toString();
    }

    private static String list(List<String> values) {
        return String.join(", ", values.stream().map(PlanDraft::scalar).toList());
    }

    /** Text as a YAML value: bare where nobody could take it for something else, else in double quotes. */
    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !NOT_TEXT.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
