package org.ipstrial.dataexport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.dataexport.CopyColumn.About;
import org.ipstrial.dataexport.CopyColumn.Kind;
import org.ipstrial.outcome.EndOfFollowUp;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.history.PlannedFollowUp;
import org.ipstrial.plan.history.PlannedSpells;
import org.ipstrial.plan.history.PlannedWeeks;

/** What each column of a canonical copy holds, and where it comes from: one row for each column of each file. */
final class DataDictionary {

    private static final List<String> HEADER = List.of(
            "file",
            "column",
            "kind",
            "unit",
            "label",
            "values",
            "missing",
            "source_file",
            "source_column",
            "codes",
            "rule");

    private final Plan plan;
    private final int people;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * An empty one.
     *
     * @param people how many there are
     */
    DataDictionary(Plan plan, int people) {
        this.plan = plan;
        this.people = people;
    }

    /** The columns of a file with one row for each person. */
    void people(String file, List<CopyColumn> columns) {
        for (CopyColumn column : columns) {
            long missing = IntStream.range(0, people)
                    .filter(row -> column.cells().apply(row).isEmpty())
                    .count();
            String source = column.about().source().isEmpty()
                    ? ""
                    : name(plan.participants().file().value());
            row(file, column.name(), column.about(), String.valueOf(missing), source);
        }
    }

    void spells(List<String> columns) {
        PlannedSpells spells = plan.history().spells().orElseThrow();
        List<About> about = List.of(
                About.read(Kind.ID, "Pseudonym", spells.id().value()),
                coded("Activity", spells.activity().value(), spells.activities()),
                About.read(Kind.DATE, "First day", spells.start().value()),
                About.read(
                        Kind.DATE,
                        "Last day, included; empty while it goes on",
                        spells.end().value()),
                About.read(Kind.AMOUNT, "Hours a week", spells.hoursPerWeek().value())
                        .in("hours"),
                About.read(Kind.AMOUNT, "Wage an hour", spells.hourlyWage().value())
                        .in("currency"));
        linked("spells.csv", columns, about, spells.file().value());
    }

    void followUp(List<String> columns) {
        PlannedFollowUp followUp = plan.history().followUp().orElseThrow();
        CodeMap reasons = followUp.reasons().orElseGet(() -> CodeMap.ofLabels(EndOfFollowUp.ids()));
        List<About> about = List.of(
                About.read(Kind.ID, "Pseudonym", followUp.id().value()),
                About.read(
                        Kind.DATE,
                        "Last day of which anything is known",
                        followUp.lastSeen().value()),
                coded("Why not longer", followUp.reason().value(), Optional.of(reasons)));
        linked("follow-up.csv", columns, about, followUp.file().value());
    }

    void weeks(List<String> columns) {
        PlannedWeeks weeks = plan.history().weeks().orElseThrow();
        List<About> about = List.of(
                About.read(Kind.ID, "Pseudonym", weeks.id().value()),
                About.read(
                        Kind.WEEK,
                        "Week from Monday to Sunday",
                        weeks.wide() ? "" : weeks.week().value()),
                coded("What was found in it", weeks.wide() ? "" : weeks.code().value(), Optional.of(weeks.codes())));
        linked("weeks.csv", columns, about, weeks.file().value());
    }

    private static About coded(String label, String source, Optional<CodeMap> codes) {
        return About.read(Kind.LABEL, label, source)
                .of(
                        codes.map(CodeMap::labels).orElse(List.of()),
                        codes.map(PeopleColumns::meanings).orElse(""));
    }

    private void linked(String file, List<String> columns, List<About> about, Path source) {
        for (int column = 0; column < columns.size(); column++) {
            row(file, columns.get(column), about.get(column), "", name(source));
        }
    }

    private void row(String file, String column, About about, String missing, String source) {
        rows.add(List.of(
                file,
                column,
                about.kind().id(),
                about.unit(),
                about.label(),
                String.join("; ", about.values()),
                missing,
                source,
                about.source(),
                about.codes(),
                about.rule()));
    }

    /** Writes it as a canonical CSV. */
    long writeTo(OutputStream out) throws IOException {
        CsvRows csv = CsvRows.begin(out, HEADER);
        for (List<String> row : rows) {
            csv.row(row);
        }
        return csv.end();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
