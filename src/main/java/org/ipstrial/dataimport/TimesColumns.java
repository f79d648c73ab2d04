package org.ipstrial.dataimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.dataimport.column.EventTimes;
import org.ipstrial.dataimport.column.Labels;
import org.ipstrial.dataimport.column.OutcomeColumn;
import org.ipstrial.dataimport.column.ReadOutcome;
import org.ipstrial.dataimport.table.RawTable;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;

/**
 * Reads times to an event from the columns that hold them.
 *
 * @param table    the file
 * @param decimal  the decimal mark, if the user says it
 * @param missing  what counts as missing
 * @param findings what is found
 */
record TimesColumns(RawTable table, Optional<Character> decimal, MissingWords missing, Findings findings) {

    /** One outcome; nothing where a column is refused. Without causes every end is the event. */
    Optional<ReadOutcome> read(String name, EventTimes columns) {
        Optional<ReadOutcome> time = read(columns.time(), OutcomeKind.TIME);
        Optional<ReadOutcome> event = read(columns.event(), OutcomeKind.BINARY);
        Map<String, List<String>> causes = new HashMap<>();
        columns.cause()
                .flatMap(table::column)
                .ifPresent(
                        column -> causes.put(column.name(), Labels.read(column, Optional.empty(), missing, findings)));
        columns.check(table, Stream.of(time, event).flatMap(Optional::stream).toList(), causes, findings);
        if (time.isEmpty() || event.isEmpty() || findings.refuse()) {
            return Optional.empty();
        }
        List<String> ends = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            int person = row;
            String cause = columns.cause()
                    .map(column -> causes.get(column).get(person))
                    .orElse(OutcomeDefinition.EVENT);
            ends.add(event.get().events().get(row) ? cause : null);
        }
        return Optional.of(ReadOutcome.ofTimes(name, time.get().amounts(), ends));
    }

    private Optional<ReadOutcome> read(String column, OutcomeKind kind) {
        OutcomeRequest request = new OutcomeRequest(column, Optional.of(kind), Optional.empty());
        return table.column(column).flatMap(cells -> OutcomeColumn.read(cells, request, decimal, missing, findings));
    }
}
