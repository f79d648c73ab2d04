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

    private static final Set<Double> HIGH_CODES = Set.of(
            77.0, 88.0, 98.0, 99.0, 777.0, 888.0, 997.0, 998.0, 999.0, 7777.0, 8888.0, 9998.0, 9999.0, 99999.0,
            999999.0);

    private static final Set<Double> LOW_CODES =
            Set.of(-1.0, -7.0, -8.0, -9.0, -77.0, -88.0, -98.0, -99.0, -999.0, -9999.0);

    /** A code stands out: the next value is at most this part of it. */
    private static final double NEXT = 0.6;

    /** Hours, weeks and days in English, Danish, Norwegian and Swedish; "dager" holds "dage". */
    private static final String[] TIMES = {
        "hours", "timer", "timar", "timmar", "weeks", "uger", "veckor", "uker", "days", "dage", "dagar"
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
        int top = top();
        int low = low();
        if (top < sorted.length) {
            tell(top, sorted.length, "largest", sorted[top - 1]);
        }
        if (low > 0) {
            tell(0, low, "smallest", sorted[low]);
        }
        negatives(low > 0);
        outliers(low, top);
    }

    /** The place of the lowest of the codes above all values; their number where there is none. */
    private int top() {
        int top = sorted.length;
        while (top > 0 && HIGH_CODES.contains(sorted[top - 1])) {
            top--;
        }
        top = Math.max(top, 1);
        // A code that may be a value does not hide one above it: of 80, 99 and 999 the last stands out.
        while (top < sorted.length && sorted[top - 1] > NEXT * sorted[top]) {
            top++;
        }
        return top;
    }

    /** How many of the smallest are codes, where all others are no negative numbers; 0 where they may be values. */
    private int low() {
        int low = 0;
        while (low < sorted.length && LOW_CODES.contains(sorted[low])) {
            low++;
        }
        return low < sorted.length && sorted[low] >= 0 ? low : 0;
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

    /** A time below zero is refused though it looks like a code: read as a number it would spoil every mean. */
    private void negatives(boolean toldAsCodes) {
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
        if (!time && !toldAsCodes) {
            findings.add(FindingCode.W230, column.whole(), Shown.number(count, "value"), line);
        }
    }

    /** Looks at the values between codes that were told; those of sorted places before low and from top on are codes. */
    private void outliers(int low, int top) {
        double[] nonZero = Arrays.stream(sorted, low, top)
                .map(Math::abs)
                .filter(value -> value > 0)
                .sorted()
                .toArray();
        if (nonZero.length < 5) {
            return;
        }
        double limit = OUTLIER * nonZero[nonZero.length / 2];
        for (int row = 0; row < values.length; row++) {
            boolean code = values[row] < sorted[low] || values[row] > sorted[top - 1];
            if (Math.abs(values[row]) > limit && !code) {
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
