package org.ipstrial.dataimport.column;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.table.RawTable;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;

/**
 * The columns of a time to an event, which must agree with each other: everybody has a time of zero or more and is known
 * to have the event or not; a cause, where causes are told apart, stands beside every event and nowhere else.
 *
 * @param time  the column of times, an outcome of numbers
 * @param event the column of events, a yes/no outcome
 * @param cause the column of causes, of labels, if there is one; 0 is no cause
 * @param entry the column of times at which people come under observation, an outcome of numbers, if there is one
 */
public record EventTimes(String time, String event, Optional<String> cause, Optional<String> entry) {

    /** What stands for no cause besides an empty cell. */
    public static final String NO_CAUSE = "0";

    /** Checks that nothing is null. */
    public EventTimes {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(entry, "entry");
    }

    /** Where everybody is under observation from the start. */
    public EventTimes(String time, String event, Optional<String> cause) {
        this(time, event, cause, Optional.empty());
    }

    /** All columns. */
    public List<String> columns() {
        return Stream.of(Stream.of(time, event), cause.stream(), entry.stream())
                .flatMap(any -> any)
                .toList();
    }

    /** Tells every row in which they do not. A column that was refused is not looked at. */
    public void check(RawTable table, List<ReadOutcome> outcomes, Map<String, List<String>> labels, Findings findings) {
        outcome(outcomes, time).ifPresent(read -> times(table.column(time).orElseThrow(), read.amounts(), findings));
        entry.flatMap(name -> outcome(outcomes, name))
                .ifPresent(read -> entries(
                        table.column(read.definition().name()).orElseThrow(),
                        read.amounts(),
                        outcome(outcomes, time).map(ReadOutcome::amounts),
                        findings));
        Optional<List<Boolean>> events = outcome(outcomes, event).map(ReadOutcome::events);
        events.ifPresent(read -> {
            RawColumn column = table.column(event).orElseThrow();
            for (int row = 0; row < read.size(); row++) {
                if (read.get(row) == null) {
                    findings.add(FindingCode.E280, column.at(row), "event");
                }
            }
        });
        cause.filter(labels::containsKey)
                .ifPresent(name -> events.ifPresent(
                        read -> causes(table.column(name).orElseThrow(), labels.get(name), read, findings)));
    }

    /** A cell that holds something and was refused has been told already. */
    private static void times(RawColumn column, double[] values, Findings findings) {
        for (int row = 0; row < values.length; row++) {
            if (values[row] < 0) {
                findings.add(FindingCode.E283, column.at(row), Shown.value(CellText.plain(column.cell(row))));
            } else if (Double.isNaN(values[row])) {
                findings.add(FindingCode.E280, column.at(row), "time");
            }
        }
    }

    private static void entries(RawColumn column, double[] entries, Optional<double[]> times, Findings findings) {
        for (int row = 0; row < entries.length; row++) {
            String shown = Shown.value(CellText.plain(column.cell(row)));
            if (Double.isNaN(entries[row])) {
                findings.add(FindingCode.E365, column.at(row));
            } else if (entries[row] < 0) {
                findings.add(FindingCode.E366, column.at(row), shown);
            } else if (times.isPresent() && entries[row] >= times.get()[row]) {
                findings.add(FindingCode.E367, column.at(row), shown);
            }
        }
    }

    private static void causes(RawColumn column, List<String> causes, List<Boolean> events, Findings findings) {
        for (int row = 0; row < events.size(); row++) {
            boolean named = causes.get(row) != null
                    && !causes.get(row).isEmpty()
                    && !causes.get(row).equals(NO_CAUSE);
            Boolean event = events.get(row);
            if (event != null && event && !named) {
                findings.add(FindingCode.E282, column.at(row));
            } else if (event != null && !event && named) {
                findings.add(FindingCode.E281, column.at(row), Shown.value(causes.get(row)));
            }
        }
    }

    private static Optional<ReadOutcome> outcome(List<ReadOutcome> outcomes, String name) {
        return outcomes.stream()
                .filter(outcome -> outcome.definition().name().equals(name))
                .findFirst();
    }
}
