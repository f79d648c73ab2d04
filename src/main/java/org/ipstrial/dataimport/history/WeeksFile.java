package org.ipstrial.dataimport.history;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.bytes.TextChunks;
import org.ipstrial.dataimport.column.PersonalNumbers;
import org.ipstrial.dataimport.table.ColumnNames;
import org.ipstrial.dataimport.table.Dialect;
import org.ipstrial.dataimport.table.LexicalCheck;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.table.RawTable;
import org.ipstrial.dataimport.table.TableReader;
import org.ipstrial.dataimport.table.WantedColumns;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataimport.text.TextLines;
import org.ipstrial.dataset.history.WeekStates;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.NearestName;
import org.ipstrial.outcome.IsoWeek;
import org.ipstrial.plan.history.PlannedWeeks;

/** Reads register weeks piece by piece, long or wide. */
final class WeeksFile {

    private final PlannedWeeks plan;
    private final ReadOptions options;
    private final MissingWords missing;
    private final People people;
    private final WeekStates weeks;
    private final Map<String, OptionalLong> mondays = new HashMap<>();
    private final Map<String, Optional<Byte>> labels = new HashMap<>();
    private final String name;
    private final BitSet seen = new BitSet();
    private long rows;
    private Dialect dialect;
    private String header;
    private WantedColumns wanted;

    private WeeksFile(PlannedWeeks plan, People people) {
        this.plan = plan;
        this.options = ReadOptions.of(plan.reading());
        this.missing = new MissingWords(options.missing());
        this.people = people;
        this.weeks = new WeekStates(people.size(), plan.activities());
        this.name = plan.file().value().toString();
    }

    /**
     * What was read.
     *
     * @param file  the file
     * @param weeks what it tells of each participant
     */
    record ReadWeeks(ReadFile file, WeekStates weeks) {}

    /**
     * Reads a file.
     *
     * @param people the participants
     * @throws org.ipstrial.finding.RefusedException if it cannot be read at all
     */
    static ReadWeeks read(PlannedWeeks plan, People people, Findings findings) {
        WeeksFile reader = new WeeksFile(plan, people);
        String sha256;
        try (TextChunks chunks = new TextChunks(DataSource.file(plan.file().value()), reader.options.encoding())) {
            reader.all(chunks, findings);
            sha256 = chunks.sha256();
        }
        String file = String.valueOf(plan.file().value().getFileName());
        return new ReadWeeks(new ReadFile(file, sha256, reader.rows, reader.seen.cardinality()), reader.weeks);
    }

    private void all(TextChunks chunks, Findings findings) {
        while (true) {
            Findings coded = findings.ofNothing();
            Optional<String> text = chunks.next(coded);
            if (text.isEmpty()) {
                break;
            }
            boolean first = header == null;
            findings.addAll(first ? coded : coded.withoutWarnings(findings.codes()));
            Findings own = findings.ofNothing();
            if (!coded.refuse()) {
                piece(text.get(), own);
            }
            if (!first) {
                // A spreadsheet writes out blank rows behind the last, which fill pieces of their own.
                own = own.without(Set.of(FindingCode.E121));
            }
            // Lines of a later piece are counted from its own header, which is not there.
            findings.addAll(first ? own : own.withoutWarnings(findings.codes()), first ? 0 : chunks.linesBefore() - 1);
            if (header == null) {
                findings.throwIfRefused();
            }
        }
        if (header == null) {
            findings.add(FindingCode.E120, Location.file(name));
        }
    }

    private void piece(String text, Findings own) {
        String whole = text;
        Dialect cut = dialect;
        boolean first = header == null;
        if (first) {
            cut = Dialect.of(name, text, options, own);
            if (own.refuse()) {
                return;
            }
            int end = TextLines.lineEnd(text, cut.start());
            header = text.substring(cut.start(), end < text.length() ? TextLines.afterLineEnd(text, end) : end);
            wanted = wanted(text, cut);
            dialect = new Dialect(cut.delimiter(), cut.quote(), 0, 1);
        } else {
            whole = header + text;
        }
        LexicalCheck.check(name, whole, cut, own);
        if (own.refuse()) {
            return;
        }
        RawTable table = new TableReader(name, whole, cut, wanted, own).read(options.maxRows());
        rows += table.rows();
        if (!table.columns().keySet().containsAll(wanted.names())) {
            return;
        }
        RawColumn ids = table.column(plan.id().value()).orElseThrow();
        if (first) {
            PersonalNumbers.checkIds(ids, own);
        }
        if (plan.wide()) {
            wide(table, ids, own);
        } else {
            tall(table, ids, own);
        }
    }

    private WantedColumns wanted(String text, Dialect cut) {
        Map<String, String> columns = new LinkedHashMap<>();
        String advice = "correct the plan from line " + plan.file().where().line() + ", or the file";
        columns.put(plan.id().value(), advice);
        if (plan.wide()) {
            ColumnNames.of(text, cut).stream()
                    .filter(column -> IsoWeek.monday(column).isPresent())
                    .forEach(column -> columns.put(column, advice));
        } else {
            columns.put(plan.week().value(), advice);
            columns.put(plan.code().value(), advice);
        }
        return new WantedColumns(plan.id().value(), columns, people.ids());
    }

    private void tall(RawTable table, RawColumn ids, Findings own) {
        RawColumn week = table.column(plan.week().value()).orElseThrow();
        RawColumn code = table.column(plan.code().value()).orElseThrow();
        for (int row = 0; row < ids.rows(); row++) {
            int person = person(ids, row, own);
            OptionalLong monday = mondays.computeIfAbsent(week.cell(row), cell -> IsoWeek.monday(CellText.plain(cell)));
            if (monday.isEmpty()) {
                own.add(FindingCode.E273, week.at(row), Shown.value(week.cell(row)));
            } else {
                put(person, monday.getAsLong(), code, row, own);
            }
        }
    }

    private void wide(RawTable table, RawColumn ids, Findings own) {
        List<RawColumn> columns = table.columns().values().stream()
                .filter(column -> !column.name().equals(plan.id().value()))
                .toList();
        if (columns.isEmpty()) {
            own.add(FindingCode.E273, Location.line(name, 1), "no column");
        }
        for (int row = 0; row < ids.rows(); row++) {
            int person = person(ids, row, own);
            for (RawColumn column : columns) {
                put(person, IsoWeek.monday(column.name()).orElseThrow(), column, row, own);
            }
        }
    }

    private int person(RawColumn ids, int row, Findings own) {
        int person = people.at(ids, row, own);
        if (person >= 0) {
            seen.set(person);
        }
        return person;
    }

    private void put(int person, long monday, RawColumn code, int row, Findings own) {
        String cell = code.cell(row);
        Optional<Byte> label = labels.computeIfAbsent(
                cell, text -> plan.codes().label(CellText.plain(text)).map(weeks::code));
        if (label.isEmpty()) {
            String plain = CellText.plain(cell);
            if (!missing.isMissing(plain)) {
                List<String> known = plan.codes().codes();
                String nearest = NearestName.to(plain, known)
                        .map(near -> ", the nearest is '" + Shown.cut(near) + "'")
                        .orElse("");
                own.add(FindingCode.E233, code.at(row), Shown.value(plain), Shown.names(known), nearest);
            }
        } else if (person >= 0 && !weeks.put(person, monday, label.get())) {
            own.add(FindingCode.E274, code.at(row));
        }
    }
}
