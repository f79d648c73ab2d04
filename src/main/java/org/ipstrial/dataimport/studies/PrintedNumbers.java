package org.ipstrial.dataimport.studies;

import java.util.Optional;
import org.ipstrial.dataset.studies.StudyNumbers;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;

/** Effects that a table has as printed, with a standard error or limits. */
final class PrintedNumbers {

    private static final String ESTIMATE = "estimate";
    private static final String ERROR = "std_error";
    private static final String LOW = "conf_low";
    private static final String HIGH = "conf_high";
    private static final double USUAL_LEVEL = 0.95;

    /** Limits so much off the middle, in parts of half their distance, are not those of this scale. */
    private static final double SKEW = 0.15;

    private final StudyCells cells;
    private final boolean ratio;
    private final Findings findings;

    PrintedNumbers(StudyCells cells, boolean ratio, Findings findings) {
        this.cells = cells;
        this.ratio = ratio;
        this.findings = findings;
    }

    /** The effect of a row, on the scale on which effects are pooled. */
    Optional<StudyNumbers> of(int row) {
        Optional<Double> estimate = onScale(ESTIMATE, row);
        if (!cells.text(ERROR, row).isEmpty()) {
            Optional<Double> error = cells.number(ERROR, row, "a standard error above 0");
            if (error.isPresent() && !(error.get() > 0)) {
                cells.refuse(ERROR, row, cells.text(ERROR, row), "a standard error above 0");
                return Optional.empty();
            }
            return estimate.flatMap(value -> error.map(spread -> new StudyNumbers.WithError(value, spread)));
        }
        if (cells.text(LOW, row).isEmpty() || cells.text(HIGH, row).isEmpty()) {
            findings.add(FindingCode.E501, cells.at(ESTIMATE, row));
            return Optional.empty();
        }
        Optional<Double> low = onScale(LOW, row);
        Optional<Double> high = onScale(HIGH, row);
        if (estimate.isEmpty() || low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        return limits(row, estimate.get(), low.get(), high.get());
    }

    private Optional<StudyNumbers> limits(int row, double estimate, double low, double high) {
        if (!(low < high && low <= estimate && estimate <= high)) {
            findings.add(FindingCode.E502, cells.at(ESTIMATE, row));
            return Optional.empty();
        }
        double level = USUAL_LEVEL;
        if (!cells.text("conf_level", row).isEmpty()) {
            Optional<Double> given = cells.number("conf_level", row, "a fraction such as 0.95");
            if (given.isEmpty() || !(given.get() > 0 && given.get() < 1)) {
                given.ifPresent(any ->
                        cells.refuse("conf_level", row, cells.text("conf_level", row), "a fraction such as 0.95"));
                return Optional.empty();
            }
            level = given.get();
        }
        double half = (high - low) / 2;
        if (Math.abs(estimate - (low + half)) > SKEW * half) {
            findings.add(FindingCode.W500, cells.at(ESTIMATE, row), ratio ? "ratios" : "differences");
        }
        return Optional.of(new StudyNumbers.WithLimits(estimate, low, high, level));
    }

    private Optional<Double> onScale(String column, int row) {
        String wanted = ratio ? "a ratio above 0" : "a number";
        Optional<Double> number = cells.number(column, row, wanted);
        if (number.isEmpty() || !ratio) {
            return number;
        }
        if (!(number.get() > 0)) {
            cells.refuse(column, row, cells.text(column, row), wanted);
            return Optional.empty();
        }
        return number.map(StrictMath::log);
    }
}
