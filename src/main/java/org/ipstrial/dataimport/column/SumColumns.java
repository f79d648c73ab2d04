package org.ipstrial.dataimport.column;

import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.outcome.SumOf;

/**
 * The columns of a sum, which must agree with each other: a known sum is that of its parts, but for what doubles cannot
 * hold; where one part is missing it follows from the sum and the others, where several are nothing says what they were.
 */
public final class SumColumns {

    private static final double ROUNDING = 1e-9;

    private final SumOf sum;
    private final List<double[]> parts;
    private final Findings findings;

    /**
     * Its parts as they were read.
     *
     * @param covariates what was read; a part that was refused is not among them
     */
    public SumColumns(SumOf sum, List<ReadCovariate> covariates, Findings findings) {
        this.sum = sum;
        this.findings = findings;
        this.parts = sum.parts().stream()
                .flatMap(part -> covariates.stream()
                        .filter(covariate -> covariate.definition().name().equals(part)
                                && covariate.definition().isAmount()))
                .map(ReadCovariate::amounts)
                .toList();
    }

    /** Tells every row in which they do not agree with an outcome. */
    public void check(RawColumn column, ReadOutcome outcome) {
        if (outcome.definition().kind() == OutcomeKind.AMOUNT) {
            check(column, outcome.amounts());
        } else {
            findings.add(FindingCode.E379, column.whole(), sum.words());
        }
    }

    /** Tells every row in which they do not agree with a covariate. */
    public void check(RawColumn column, ReadCovariate covariate) {
        if (covariate.definition().isAmount()) {
            check(column, covariate.amounts());
        } else {
            findings.add(FindingCode.E379, column.whole(), sum.words());
        }
    }

    private void check(RawColumn column, double[] sums) {
        if (parts.size() < sum.parts().size()) {
            return;
        }
        long without = 0;
        for (int row = 0; row < sums.length; row++) {
            int person = row;
            double[] known = parts.stream()
                    .mapToDouble(part -> part[person])
                    .filter(part -> !Double.isNaN(part))
                    .toArray();
            boolean whole = known.length == parts.size();
            if (Double.isNaN(sums[row])) {
                without += whole ? 1 : 0;
            } else if (whole && !agrees(sums[row], known)) {
                findings.add(
                        FindingCode.E377, column.at(row), Shown.value(CellText.plain(column.cell(row))), sum.words());
            } else if (known.length < parts.size() - 1) {
                findings.add(FindingCode.E378, column.at(row), lacking(row));
            }
        }
        if (without > 0) {
            findings.add(FindingCode.W377, column.whole(), without, sum.words());
        }
    }

    private static boolean agrees(double sum, double[] parts) {
        double all = 0;
        double size = Math.abs(sum);
        for (double part : parts) {
            all += part;
            size += Math.abs(part);
        }
        return Math.abs(all - sum) <= ROUNDING * size;
    }

    private String lacking(int row) {
        return String.join(
                ", ",
                Stream.iterate(0, k -> k + 1)
                        .limit(parts.size())
                        .filter(k -> Double.isNaN(parts.get(k)[row]))
                        .map(sum.parts()::get)
                        .toList());
    }
}
