package org.ipstrial.dataimport.column;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.OutcomeKind;

/** Numbers that can be read and are perhaps not meant: codes for missing, negative times, slips of the decimal mark. */
final class SuspiciousAmounts {

    /** How many times the median of the values that are not 0 a value may be without a word. */
    static final int OUTLIER = 1000;

    private static final Set<Double> CODES = Set.of(
            77.0, 88.0, 98.0, 99.0, 777.0, 888.0, 997.0, 998.0, 999.0, 7777.0, 8888.0, 9998.0, 9999.0, 99999.0,
            999999.0, -1.0, -7.0, -8.0, -9.0, -77.0, -88.0, -98.0, -99.0, -999.0, -9999.0);

    /** A code stands out: the next value is at most this part of it. */
    private static final double NEXT = 0.6;

    private static final String[] TIMES = {"hours", "timer", "timar", "weeks", "uger", "veckor", "uker", "days", "dage"
    };

    private final RawColumn column;
    private final double[] values;
    private final OutcomeKind kind;
    private final double[] sorted;
    private final Findings findings;

    private SuspiciousAmounts(RawColumn column, double[] values, OutcomeKind kind, Findings findings) {
        this.kind = kind;
        this.column = column;
        this.values = values;
        this.sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        this.findings = findings;
    }

    /** Tells of them; changes nothing. NaN is missing. */
    static void check(RawColumn column, double[] values, OutcomeKind kind, Findings findings) {
        SuspiciousAmounts check = new SuspiciousAmounts(column, values, kind, findings);
        if (check.sorted.length > 0) {
            check.codes();
        }
    }

    private void codes() {
        int top = sorted.length;
        while (top > 0 && sorted[top - 1] > 0 && CODES.contains(sorted[top - 1])) {
            top--;
        }
        boolean above = top > 0 && top < sorted.length && sorted[top - 1] <= NEXT * sorted[top];
        int low = 0;
        while (low < sorted.length && sorted[low] < 0 && CODES.contains(sorted[low])) {
            low++;
        }
        boolean below = low > 0 && low < sorted.length && sorted[low] >= 0;
        if (above) {
            tell(top, sorted.length, "largest", sorted[top - 1]);
        }
        if (below) {
            tell(0, low, "smallest", sorted[low]);
        } else {
            negatives();
        }
        outliers(above ? top : sorted.length);
    }

    private void tell(int from, int to, String which, double next) {
        for (int i = from; i < to; ) {
            int end = i;
            while (end < to && sorted[end] == sorted[i]) {
                end++;
            }
            findings.add(
                    FindingCode.W229,
                    column.whole(),
                    plain(sorted[i]),
                    Shown.number(end - i, "time"),
                    which,
                    plain(next));
            i = end;
        }
    }

    private void negatives() {
        // A negative time to an event is refused where times are, and nobody may accept it.
        if (sorted[0] >= 0 || kind == OutcomeKind.TIME) {
            return;
        }
        String name = column.name().toLowerCase(Locale.ROOT);
        boolean time = Arrays.stream(TIMES).anyMatch(name::contains);
        long count = 0;
        long line = 0;
        for (int row = 0; row < values.length; row++) {
            if (values[row] < 0) {
                line = count++ == 0 ? column.line(row) : line;
                if (time) {
                    findings.add(FindingCode.E230, column.at(row), plain(values[row]));
                }
            }
        }
        if (!time) {
            findings.add(FindingCode.W230, column.whole(), Shown.number(count, "value"), line);
        }
    }

    private void outliers(int withoutCodes) {
        double[] nonZero = Arrays.stream(sorted, 0, withoutCodes)
                .map(Math::abs)
                .filter(value -> value > 0)
                .sorted()
                .toArray();
        if (nonZero.length < 5) {
            return;
        }
        double limit = OUTLIER * nonZero[nonZero.length / 2];
        double largest = withoutCodes == 0 ? 0 : sorted[withoutCodes - 1];
        for (int row = 0; row < values.length; row++) {
            double size = Math.abs(values[row]);
            if (size > limit && values[row] <= largest) {
                findings.add(FindingCode.W246, column.at(row), plain(values[row]), OUTLIER);
            }
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
