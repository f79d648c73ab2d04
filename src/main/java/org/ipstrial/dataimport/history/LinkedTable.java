package org.ipstrial.dataimport.history;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.OpenedFile;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.column.PersonalNumbers;
import org.ipstrial.dataimport.table.ColumnNames;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.table.RawTable;
import org.ipstrial.dataimport.table.WantedColumns;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.participants.PlannedReading;
import org.ipstrial.plan.yaml.Sited;

/**
 * A file whose rows belong to participants.
 *
 * @param read    the file as results name it
 * @param table   its wanted columns
 * @param ids     its column of ids
 * @param missing what counts as missing in it
 * @param options how it is written
 */
record LinkedTable(ReadFile read, RawTable table, RawColumn ids, MissingWords missing, ReadOptions options) {

    /**
     * Reads a file.
     *
     * @param id      the column of pseudonyms
     * @param columns the other wanted columns, each where the plan names it
     * @param more    columns that are read where the file has them
     * @param people  the participants
     */
    static LinkedTable of(
            Sited<Path> file,
            PlannedReading reading,
            Sited<String> id,
            List<Sited<String>> columns,
            List<Sited<String>> more,
            People people,
            Findings findings) {
        ReadOptions options = ReadOptions.of(reading);
        OpenedFile opened = OpenedFile.of(DataSource.file(file.value()), options, findings);
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put(id.value(), advice(id));
        columns.forEach(column -> wanted.putIfAbsent(column.value(), advice(column)));
        List<String> present = more.isEmpty() ? List.of() : ColumnNames.of(opened.text(), opened.dialect());
        more.stream()
                .filter(column -> present.contains(column.value()))
                .forEach(column -> wanted.putIfAbsent(column.value(), advice(column)));
        RawTable table = opened.table(new WantedColumns(id.value(), wanted, people.ids()), options, findings);
        // Without one of its columns there is nothing to go on with.
        findings.throwIfRefused();
        Path name = file.value().getFileName();
        return new LinkedTable(
                new ReadFile(String.valueOf(name), opened.sha256(), table.rows(), 0),
                table,
                table.column(id.value()).orElseThrow(),
                new MissingWords(options.missing()),
                options);
    }

    /** For each row the participant's place; -1 where there is none, which is told. */
    int[] people(People everybody, Findings findings) {
        PersonalNumbers.checkIds(ids, findings);
        int[] people = new int[ids.rows()];
        for (int row = 0; row < people.length; row++) {
            people[row] = everybody.at(ids, row, findings);
        }
        return people;
    }

    boolean has(Sited<String> name) {
        return table.column(name.value()).isPresent();
    }

    RawColumn column(Sited<String> name) {
        return table.column(name.value()).orElseThrow();
    }

    boolean isAllMissing(Sited<String> name) {
        RawColumn column = column(name);
        return IntStream.range(0, column.rows()).allMatch(row -> missing.isMissing(column.cell(row)));
    }

    private static String advice(Sited<String> column) {
        return "correct line " + column.where().line() + " of the plan, or the file";
    }
}
