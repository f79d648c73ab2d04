package org.ipstrial.dataimport.studies;

import java.util.Optional;
import org.ipstrial.dataset.studies.StudyNumbers;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;

/** Counts and means that a table has of both arms. */
final class ArmNumbers {

    private final StudyCells cells;
    private final Findings findings;

    ArmNumbers(StudyCells cells, Findings findings) {
        this.cells = cells;
        this.findings = findings;
    }

    /** The counts of a row. */
    Optional<StudyNumbers> counts(int row) {
        Optional<int[]> treatment = arm("treatment", row);
        Optional<int[]> control = arm("control", row);
        if (treatment.isEmpty() || control.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new StudyNumbers.Counts(treatment.get()[0], treatment.get()[1], control.get()[0], control.get()[1]));
    }

    /** Events and people. */
    private Optional<int[]> arm(String arm, int row) {
        Optional<Integer> events = cells.count(arm + "_events", row, 0);
        Optional<Integer> of = cells.count(arm + "_n", row, 1);
        if (events.isEmpty() || of.isEmpty()) {
            return Optional.empty();
        }
        if (events.get() > of.get()) {
            findings.add(FindingCode.E504, cells.at(arm + "_events", row), events.get(), of.get());
            return Optional.empty();
        }
        return Optional.of(new int[] {events.get(), of.get()});
    }

    /** The means of a row. */
    Optional<StudyNumbers> means(int row) {
        Optional<StudyNumbers.Arm> treatment = meansOf("treatment", row);
        Optional<StudyNumbers.Arm> control = meansOf("control", row);
        return treatment.flatMap(one -> control.map(other -> new StudyNumbers.Means(one, other)));
    }

    private Optional<StudyNumbers.Arm> meansOf(String arm, int row) {
        Optional<Double> mean = cells.number(arm + "_mean", row, "a number");
        Optional<Double> sd = cells.number(arm + "_sd", row, "a standard deviation, not below 0");
        Optional<Integer> of = cells.count(arm + "_n", row, 2);
        if (sd.filter(spread -> spread < 0).isPresent()) {
            cells.refuse(arm + "_sd", row, cells.text(arm + "_sd", row), "a standard deviation, not below 0");
            return Optional.empty();
        }
        return mean.isPresent() && sd.isPresent() && of.isPresent()
                ? Optional.of(new StudyNumbers.Arm(mean.get(), sd.get(), of.get()))
                : Optional.empty();
    }
}
