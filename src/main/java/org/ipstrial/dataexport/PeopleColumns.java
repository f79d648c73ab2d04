package org.ipstrial.dataexport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipstrial.dataexport.CopyColumn.About;
import org.ipstrial.dataexport.CopyColumn.Kind;
import org.ipstrial.dataset.history.RecordedPerson;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.participants.PlannedAmount;
import org.ipstrial.plan.participants.PlannedColumn;
import org.ipstrial.plan.yaml.Sited;

/**
 * The columns with one row for each person: what was recorded of them, and the outcomes that follow from it.
 *
 * @param trial the trial
 */
record PeopleColumns(CanonicalTrial trial) {

    /** More labels than this, which no code map names, are told from the copy and not from its dictionary. */
    private static final int MOST_LISTED = 30;

    /** Id, arm, what was known at the start, and the outcomes that the participants file holds. */
    List<CopyColumn> recorded() {
        Plan plan = trial.plan();
        List<CopyColumn> columns = new ArrayList<>();
        columns.add(ids());
        String arm = plan.participants().arm().column().value();
        columns.add(labels(
                "arm",
                trial.arm(),
                About.read(Kind.LABEL, "Arm", arm),
                plan.participants().arm().labels()));
        plan.participants().randomisedOn().map(this::randomised).ifPresent(columns::add);
        for (PlannedColumn column : plan.participants().columns()) {
            About about = About.read(Kind.LABEL, column.label(), column.column().value());
            columns.add(labels(column.name(), column.name(), about, column.codes()));
        }
        for (PlannedAmount amount : plan.participants().amounts()) {
            About about = About.read(
                            Kind.AMOUNT, amount.label(), amount.column().value())
                    .in(amount.unit().orElse(""));
            columns.add(amounts(amount.name(), Covariate.amount(amount.name()).column(), about));
        }
        trial.started().ifPresent(column -> {
            String source = plan.participants().started().orElseThrow().value();
            columns.add(yesNo("started", column, About.read(Kind.YES_NO, "Started", source)));
        });
        trial.outcomes().stream()
                .filter(outcome ->
                        planned(outcome).filter(any -> any.derived().isEmpty()).isPresent())
                .forEach(outcome -> columns.addAll(outcome(outcome)));
        return columns;
    }

    /** The outcomes that are worked out from spells and weeks. */
    List<CopyColumn> derived() {
        return trial.outcomes().stream()
                .filter(outcome ->
                        planned(outcome).flatMap(PlannedOutcome::derived).isPresent())
                .flatMap(outcome -> outcome(outcome).stream())
                .toList();
    }

    private CopyColumn ids() {
        List<RecordedPerson> people = trial.records().people();
        About about = About.read(
                Kind.ID, "Pseudonym", trial.plan().participants().id().value());
        return new CopyColumn("id", about, row -> people.get(row).id());
    }

    private CopyColumn randomised(Sited<String> column) {
        List<RecordedPerson> people = trial.records().people();
        About about = About.read(Kind.DATE, "Day of randomisation", column.value());
        return new CopyColumn(
                "randomised_on",
                about,
                row -> people.get(row).randomised().map(Object::toString).orElse(""));
    }

    private CopyColumn labels(String name, String column, About about, Optional<CodeMap> codes) {
        List<Optional<String>> labels = trial.people().labels(column);
        List<String> found = trial.people().levels(column);
        List<String> values = codes.map(CodeMap::labels).orElse(found.size() > MOST_LISTED ? List.of() : found);
        return new CopyColumn(
                name, about.of(values, codes.map(PeopleColumns::meanings).orElse("")), row -> labels.get(row)
                        .orElse(""));
    }

    private CopyColumn amounts(String name, String column, About about) {
        double[] amounts = trial.people().amountsByPerson(column);
        return new CopyColumn(
                name, about, row -> Double.isNaN(amounts[row]) ? "" : CsvForm.CANONICAL.number(amounts[row]));
    }

    private CopyColumn yesNo(String name, String column, About about) {
        List<Optional<Boolean>> answers = trial.people().answers(column);
        return new CopyColumn(
                name, about, row -> answers.get(row).map(yes -> yes ? "1" : "0").orElse(""));
    }

    private List<CopyColumn> outcome(OutcomeDefinition outcome) {
        PlannedOutcome planned = planned(outcome).orElseThrow();
        return outcome.kind() == OutcomeKind.TIME || outcome.kind() == OutcomeKind.TIME_OF_WORKERS
                ? new TimeColumns(trial.people(), outcome, planned).columns()
                : List.of(oneColumn(outcome, planned));
    }

    private CopyColumn oneColumn(OutcomeDefinition outcome, PlannedOutcome planned) {
        if (outcome.kind() == OutcomeKind.ORDINAL) {
            return levels(outcome, planned);
        }
        boolean binary = outcome.kind() == OutcomeKind.BINARY;
        String source = planned.derived().isPresent() ? "" : planned.column().value();
        String event =
                outcome.eventValue().isEmpty() || planned.derived().isPresent() ? "" : outcome.eventValue() + "=1";
        About about = About.read(binary ? Kind.YES_NO : Kind.AMOUNT, planned.heading(), source)
                .in(binary ? "" : planned.unit().orElse(""))
                .of(List.of(), event)
                .by(planned.derived().map(PeopleColumns::rule).orElse(""));
        return binary ? yesNo(outcome.name(), outcome.name(), about) : amounts(outcome.name(), outcome.name(), about);
    }

    private CopyColumn levels(OutcomeDefinition outcome, PlannedOutcome planned) {
        double[] places = trial.people().amountsByPerson(outcome.name());
        About about = About.read(Kind.LABEL, planned.heading(), planned.column().value())
                .of(outcome.levels(), "");
        return new CopyColumn(
                outcome.name(),
                about,
                row -> Double.isNaN(places[row]) ? "" : outcome.levels().get((int) places[row]));
    }

    private Optional<PlannedOutcome> planned(OutcomeDefinition outcome) {
        return trial.plan().outcome(outcome.name());
    }

    /** What codes mean that do not say it themselves, as {@code F20-F29=schizophrenia; F31=bipolar}. */
    static String meanings(CodeMap codes) {
        return codes.meanings().entrySet().stream()
                .filter(code -> !code.getKey().equals(code.getValue()))
                .map(code -> code.getKey() + "=" + code.getValue())
                .collect(Collectors.joining("; "));
    }

    static String rule(DerivedOutcome outcome) {
        String least = outcome.atLeast().isPresent()
                ? ", at least " + CsvForm.CANONICAL.number(outcome.atLeast().getAsDouble())
                : "";
        String gap = outcome.gap() > 0 ? ", over gaps of at most " + outcome.gap() + " days" : "";
        return outcome.measure().id() + " of " + String.join(" or ", outcome.activities()) + least + gap + ", within "
                + outcome.horizon().text() + " of randomisation, from "
                + outcome.source().name().toLowerCase(Locale.ROOT);
    }
}
