package org.ipstrial.dataimport.programme;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;

/**
 * The last day of which the data know: what goes on goes on until then, and nothing is known after it.
 *
 * @param date     the day
 * @param findings where a later day is told
 */
record DataDate(LocalDate date, Findings findings) {

    /** The day, counted from 1970-01-01. */
    long day() {
        return date.toEpochDay();
    }

    /** Refuses a day after it. */
    void check(ItemTable table, String column, int row, OptionalLong day) {
        if (day.isPresent() && day.getAsLong() > day()) {
            findings.add(FindingCode.E535, table.column(column).at(row), LocalDate.ofEpochDay(day.getAsLong()), date);
        }
    }

    /** Refuses a last day that is before the first. */
    static void refuseOrder(
            ItemTable table, String column, int row, long last, String of, long first, Findings findings) {
        findings.add(
                FindingCode.E534,
                table.column(column).at(row),
                column + " " + LocalDate.ofEpochDay(last),
                of + " " + LocalDate.ofEpochDay(first));
    }
}
