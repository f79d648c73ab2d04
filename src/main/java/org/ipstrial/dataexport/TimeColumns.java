package org.ipstrial.dataexport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.dataexport.CopyColumn.About;
import org.ipstrial.dataexport.CopyColumn.Kind;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.PlannedTimes;
import org.ipstrial.plan.yaml.Sited;

/**
 * The columns of an outcome that is a time: the time, whether it ended in the event, and how it ended where anything else
 * ended one too.
 *
 * @param people  everybody
 * @param outcome the outcome
 * @param planned what the plan says of it
 */
record TimeColumns(Cohort people, OutcomeDefinition outcome, PlannedOutcome planned) {

    List<CopyColumn> columns() {
        double[] times = people.amountsByPerson(outcome.name());
        List<Optional<String>> ends = people.labels(outcome.ends());
        List<String> found = people.levels(outcome.ends());
        String rule = planned.derived().map(PeopleColumns::rule).orElse("");
        List<CopyColumn> columns = new ArrayList<>();
        columns.add(new CopyColumn(
                outcome.name(),
                About.read(Kind.AMOUNT, planned.heading(), source(Optional.of(planned.column())))
                        .in(planned.unit().orElse(""))
                        .by(rule),
                row -> Double.isNaN(times[row]) ? "" : CsvForm.CANONICAL.number(times[row])));
        boolean causes = planned.times().flatMap(PlannedTimes::cause).isPresent();
        columns.add(new CopyColumn(
                outcome.name() + "_event",
                About.read(
                                Kind.YES_NO,
                                planned.heading() + ": " + (causes ? "ended" : "event"),
                                source(planned.times().map(PlannedTimes::event)))
                        .by(rule),
                row -> ends.get(row)
                        .filter(end -> causes || end.equals(OutcomeDefinition.EVENT))
                        .map(any -> "1")
                        .orElse(Double.isNaN(times[row]) ? "" : "0")));
        if (causes || found.stream().anyMatch(end -> !end.equals(OutcomeDefinition.EVENT))) {
            columns.add(new CopyColumn(
                    outcome.name() + "_end",
                    About.read(
                                    Kind.LABEL,
                                    planned.heading() + ": how it ended",
                                    source(planned.times().flatMap(PlannedTimes::cause)))
                            .of(found, "")
                            .by(rule),
                    row -> ends.get(row).orElse("")));
        }
        return columns;
    }

    /** The column of the file; none where the outcome is derived. */
    private String source(Optional<Sited<String>> column) {
        return planned.derived().isPresent() ? "" : column.map(Sited::value).orElse("");
    }
}
