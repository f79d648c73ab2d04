package org.ipstrial.dataimport.studies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.OpenedFile;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.column.PersonalNumbers;
import org.ipstrial.dataimport.table.ColumnNames;
import org.ipstrial.dataimport.table.RawTable;
import org.ipstrial.dataimport.table.WantedColumns;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataset.studies.Studies;
import org.ipstrial.dataset.studies.Study;
import org.ipstrial.dataset.studies.StudyNumbers;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/** Reads a study table: one row a study, in one of the forms of {@link StudyForm}. */
public final class StudiesImport {

    private static final String STUDY = "study";
    private static final String YEAR = "year";
    private static final String SHARED = "shared_control";
    private static final String SAME = "same_people";
    private static final List<String> OPTIONAL = List.of(YEAR, SHARED, SAME);
    private static final List<String> WITH_ESTIMATE = List.of("std_error", "conf_low", "conf_high", "conf_level");

    private final StudiesRequest request;
    private final StudyCells cells;
    private final Findings findings;
    private final PrintedNumbers printed;
    private final ArmNumbers arms;
    private final List<String> columns;
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, Location> people = new LinkedHashMap<>();
    private final Map<String, List<String>> samePeople = new LinkedHashMap<>();
    private final List<Study> studies = new ArrayList<>();

    private StudiesImport(RawTable table, StudiesRequest request, ReadOptions options, Findings findings) {
        this.request = request;
        this.findings = findings;
        this.cells = new StudyCells(
                table, new MissingWords(options.missing()), options.decimal().orElse('.'), findings);
        this.printed = new PrintedNumbers(cells, request.form() == StudyForm.RATIOS, findings);
        this.arms = new ArmNumbers(cells, findings);
        this.columns = Stream.concat(request.subgroup().stream(), request.moderators().stream())
                .distinct()
                .toList();
    }

    /**
     * Reads a file.
     *
     * @param allowed the codes that the user accepts
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong
     */
    public static ImportedStudies read(
            DataSource source, ReadOptions options, StudiesRequest request, Set<FindingCode> allowed) {
        Findings findings = new Findings(allowed);
        OpenedFile opened = OpenedFile.of(source, options, findings);
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put(STUDY, "name the column of studies 'study'");
        request.form().columns().forEach(name -> wanted.put(name, "name it so, or choose another --measure"));
        request.subgroup().ifPresent(name -> wanted.putIfAbsent(name, "name one of these with --subgroup"));
        request.moderators().forEach(name -> wanted.putIfAbsent(name, "name one of these with --moderator"));
        List<String> present = ColumnNames.of(opened.text(), opened.dialect());
        Stream.concat(OPTIONAL.stream(), request.form().isPrinted() ? WITH_ESTIMATE.stream() : Stream.empty())
                .filter(present::contains)
                .forEach(name -> wanted.putIfAbsent(name, "correct the file"));
        RawTable table = opened.table(new WantedColumns(STUDY, wanted), options, findings);
        findings.throwIfRefused();
        StudiesImport reading = new StudiesImport(table, request, options, findings);
        Stream.concat(Stream.of(STUDY), reading.columns.stream())
                .forEach(name -> PersonalNumbers.foundIn(table.column(name).orElseThrow(), findings));
        for (int row = 0; row < table.rows(); row++) {
            reading.row(row);
        }
        reading.sameOnce();
        List<String> numbered = reading.numbered((int) table.rows());
        findings.throwIfRefused();
        // What a study table says of a study is published: free text in it is no person's.
        return new ImportedStudies(
                new Studies(reading.studies, numbered),
                table.rows(),
                opened.sha256(),
                findings.without(Set.of(FindingCode.W302)));
    }

    private void row(int row) {
        String name = cells.text(STUDY, row);
        Location where = cells.at(STUDY, row);
        if (name.isEmpty()) {
            cells.refuse(STUDY, row, name, "the name of the study");
        } else if (name.equals("pooled")) {
            cells.refuse(STUDY, row, name, "the name of the study, which pooled is not in results");
        } else {
            cells.checkLabel(STUDY, row);
            Long before = lines.putIfAbsent(name, where.line());
            if (before != null) {
                findings.add(FindingCode.E503, where, before);
            }
        }
        Map<String, String> levels = new LinkedHashMap<>();
        for (String column : columns) {
            String level = cells.text(column, row);
            if (level.isEmpty()) {
                cells.refuse(column, row, level, "a value for every study");
            } else if (cells.parsed(level).isEmpty()) {
                cells.checkLabel(column, row);
            }
            levels.put(column, level);
        }
        String mark = cells.text(SAME, row);
        if (!mark.isEmpty()) {
            people.putIfAbsent(mark, cells.at(SAME, row));
            samePeople.computeIfAbsent(mark, any -> new ArrayList<>()).add(name);
        }
        Optional<Integer> year = year(row);
        numbers(row).ifPresent(numbers -> studies.add(new Study(name, year, numbers, cells.text(SHARED, row), levels)));
    }

    private Optional<Integer> year(int row) {
        String cell = cells.text(YEAR, row);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (!cell.matches("[12][0-9]{3}")) {
            cells.refuse(YEAR, row, cell, "a year of four digits");
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(cell));
    }

    private Optional<StudyNumbers> numbers(int row) {
        return switch (request.form()) {
            case COUNTS -> arms.counts(row);
            case MEANS -> arms.means(row);
            case DIFFERENCES, RATIOS -> printed.of(row);
        };
    }

    private void sameOnce() {
        samePeople.forEach((mark, names) -> {
            if (names.size() > 1) {
                findings.add(FindingCode.E505, people.get(mark), Shown.names(names));
            }
        });
    }

    /** The columns of moderators that hold numbers; one that holds some numbers and some words is refused. */
    private List<String> numbered(int rows) {
        List<String> numbered = new ArrayList<>();
        for (String column : request.moderators()) {
            int numbers = 0;
            int first = -1;
            for (int row = 0; row < rows; row++) {
                if (cells.parsed(cells.text(column, row)).isPresent()) {
                    numbers++;
                } else if (first < 0) {
                    first = row;
                }
            }
            if (numbers == rows) {
                numbered.add(column);
            } else if (numbers > 0) {
                findings.add(FindingCode.E506, cells.at(column, first), numbers, rows - numbers);
            }
        }
        return numbered;
    }
}
