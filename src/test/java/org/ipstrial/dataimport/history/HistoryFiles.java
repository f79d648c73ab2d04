package org.ipstrial.dataimport.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.OpenedFile;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.history.SpellsFile.ReadSpells;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.table.RawTable;
import org.ipstrial.dataimport.table.WantedColumns;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataset.history.Spell;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.ipstrial.outcome.Horizon;
import org.ipstrial.plan.history.PlannedHistory;
import org.ipstrial.plan.participants.DateFormat;
import org.ipstrial.plan.participants.PlanFolder;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;
import org.ipstrial.plan.yaml.YamlReader;

/** A made-up trial in a folder, with a data cut on the last day of 2014: its files, and what its plan says of them. */
final class HistoryFiles {

    private static final String PLAN = "trial.yaml";

    private final Path folder;
    private final StringBuilder plan = new StringBuilder("data_cut: 2014-12-31\n");
    private final Map<String, DerivedOutcome> outcomes = new LinkedHashMap<>();
    private Horizon horizon = Horizon.of("6 months").orElseThrow();
    private Findings findings = new Findings();
    private boolean whole;

    HistoryFiles(Path folder) {
        this.folder = folder;
    }

    /** Who was randomised, as {@code P1,2014-01-01}. */
    HistoryFiles randomised(String... people) {
        return file("participants.csv", "id,randomised_on", people);
    }

    /** Writes a file. */
    HistoryFiles file(String name, String header, String... rows) {
        try {
            Files.writeString(
                    folder.resolve(name),
                    header + "\n" + Arrays.stream(rows).map(row -> row + "\n").collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A line of the plan. */
    HistoryFiles plan(String line) {
        plan.append(line).append('\n');
        return this;
    }

    /** The window of the outcomes that follow. */
    HistoryFiles window(String length) {
        horizon = Horizon.of(length).orElseThrow();
        return this;
    }

    /** An outcome. */
    HistoryFiles outcome(String name, Source source, DerivedMeasure measure, String... activities) {
        outcomes.put(name, new DerivedOutcome(source, measure, List.of(activities), horizon, OptionalDouble.empty()));
        return this;
    }

    /** Wants every file that the plan names. */
    HistoryFiles whole() {
        whole = true;
        return this;
    }

    /** What is wanted. */
    HistoryRequest request() {
        Findings wrong = new Findings();
        PlannedHistory history = YamlReader.read(PLAN, plan.toString(), wrong)
                .flatMap(root -> PlanValue.root(root, PLAN, wrong).fields())
                .map(fields -> PlannedHistory.read(fields, new PlanFolder(folder.resolve(PLAN))))
                .orElseThrow();
        assertThat(wrong.inReadingOrder()).isEmpty();
        Map<String, Location> named = new HashMap<>();
        outcomes.keySet().forEach(name -> named.put(name, Location.line(PLAN, 9)));
        return new HistoryRequest(
                history, new Sited<>("randomised_on", Location.line(PLAN, 2)), DateFormat.ISO, outcomes, named, whole);
    }

    /** Reads the files. */
    HistoryImport.Read read() {
        findings = new Findings();
        RawTable table = participants();
        return HistoryImport.read(
                request(),
                table.column("id").orElseThrow(),
                ids(),
                table.column("randomised_on").orElseThrow(),
                new MissingWords(ReadOptions.defaults().missing()),
                findings);
    }

    /** What is told where the files are refused, in reading order. */
    List<String> refused() {
        RefusedException refused = catchThrowableOfType(RefusedException.class, this::read);
        assertThat(refused).isNotNull();
        return lines(refused.findings());
    }

    /** What is told of files that are read all the same. */
    List<String> told() {
        read();
        return found();
    }

    /** The spells that count of the person who stands first among the participants. */
    List<Spell> counted() {
        findings = new Findings();
        HistoryRequest request = request();
        RawTable table = participants();
        RawColumn idColumn = table.column("id").orElseThrow();
        People people = new People(ids());
        ReadSpells spells = SpellsFile.read(request, SpellsFile.open(request, people, findings), people, findings);
        Optional<FollowUp> followUp = request.history().followUp().map(file -> FollowUpFile.read(
                        file, FollowUpFile.open(file, people, findings), idColumn, people, findings)
                .followUps()[0]);
        List<Integer> theirs = IntStream.range(0, spells.people().size())
                .filter(index -> spells.people().get(index) == 0)
                .boxed()
                .toList();
        long randomised = LocalDate.parse(
                        table.column("randomised_on").orElseThrow().cell(0))
                .toEpochDay();
        PersonSpells reader = new PersonSpells(request, spells, findings);
        List<Spell> counted = reader.of(theirs, randomised, followUp);
        reader.report();
        return counted;
    }

    /** The same as {@code work 2014-02-01 to 2014-03-31, 35 hours}, and nothing that refuses. */
    List<String> countedAsText() {
        List<Spell> counted = counted();
        assertThat(findings.refuse()).as(lines(findings).toString()).isFalse();
        return counted.stream()
                .map(spell -> spell.activity() + " " + spell.firstDay() + " to "
                        + spell.lastDay().orElseThrow()
                        + (spell.hoursPerWeek().isPresent()
                                ? ", " + (int) spell.hoursPerWeek().getAsDouble() + " hours"
                                : ""))
                .toList();
    }

    /** What was found when the files were read last. */
    List<String> found() {
        return lines(findings);
    }

    private RawTable participants() {
        Findings own = new Findings();
        ReadOptions options = ReadOptions.defaults();
        return OpenedFile.of(DataSource.file(folder.resolve("participants.csv")), options, own)
                .table(new WantedColumns("id", Map.of("id", "", "randomised_on", "")), options, own);
    }

    private List<String> ids() {
        RawColumn column = participants().column("id").orElseThrow();
        return IntStream.range(0, column.rows())
                .mapToObj(row -> CellText.plain(column.cell(row)))
                .toList();
    }

    private List<String> lines(Findings told) {
        List<String> lines = new ArrayList<>();
        told.inReadingOrder().stream()
                .map(Finding::line)
                .forEach(line -> lines.add(line.replace(folder + File.separator, "")));
        return lines;
    }
}
