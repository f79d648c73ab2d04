package org.ipstrial.dataimport.column;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.NearestName;
import org.ipstrial.outcome.OutcomeKind;

/**
 * An outcome of ordered levels: whole numbers in their order, or levels that a plan names, the lowest first. Which number a
 * level has does not count, its place does.
 */
final class OrdinalColumn {

    /** With more levels than this the order is better told by the numbers themselves, as an amount. */
    static final int MOST = 20;

    private final RawColumn column;
    private final String[] cells;
    private final Optional<Character> decimal;
    private final Findings findings;

    OrdinalColumn(RawColumn column, String[] cells, Optional<Character> decimal, Findings findings) {
        this.column = column;
        this.cells = cells;
        this.decimal = decimal;
        this.findings = findings;
    }

    /** The places of the levels; nothing where they cannot be told. Single cells that are refused are left missing. */
    Optional<ReadOutcome> read(List<String> levels) {
        return levels.isEmpty() ? numbered() : Optional.of(named(levels));
    }

    private Optional<ReadOutcome> numbered() {
        Optional<double[]> read = new AmountColumn(column, cells, OutcomeKind.ORDINAL, decimal, findings).numbers();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        double[] numbers = read.get();
        for (int row = 0; row < numbers.length; row++) {
            if (!Double.isNaN(numbers[row]) && numbers[row] != Math.rint(numbers[row])) {
                findings.add(FindingCode.E293, column.at(row), Shown.value(cells[row]));
                numbers[row] = Double.NaN;
            }
        }
        double[] levels = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .distinct()
                .sorted()
                .toArray();
        if (levels.length > MOST) {
            findings.add(FindingCode.E294, column.whole(), levels.length, MOST);
            return Optional.empty();
        }
        // Nothing is left where each cell that is known was refused.
        if (levels.length == 0) {
            return Optional.empty();
        }
        double[] places = Arrays.stream(numbers)
                .map(number -> Double.isNaN(number) ? Double.NaN : Arrays.binarySearch(levels, number))
                .toArray();
        List<String> names = Arrays.stream(levels)
                .mapToObj(level -> new BigDecimal(level).toPlainString())
                .toList();
        return Optional.of(ReadOutcome.ofLevels(column.name(), names, places));
    }

    private ReadOutcome named(List<String> levels) {
        Values few = Values.of(levels.toArray(String[]::new), decimal);
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < levels.size(); place++) {
            places.putIfAbsent(key(few, levels.get(place)), place);
        }
        double[] read = new double[cells.length];
        for (int row = 0; row < cells.length; row++) {
            Integer place = cells[row] == null ? null : places.get(key(few, cells[row]));
            if (cells[row] != null && place == null) {
                String nearest = NearestName.to(cells[row], levels)
                        .map(name -> "did you mean " + name + "?")
                        .orElse("correct it, or write it among the levels in the plan");
                findings.add(
                        FindingCode.E295, column.at(row), Shown.value(cells[row]), String.join(", ", levels), nearest);
            }
            read[row] = place == null ? Double.NaN : place;
        }
        return ReadOutcome.ofLevels(column.name(), levels, read);
    }

    /** What tells levels apart: numbers by what they are worth, so that 1 and 1.0 are one level; words as they are written. */
    private static String key(Values values, String text) {
        return values.isNumber(text) ? values.key(text) : text;
    }
}
