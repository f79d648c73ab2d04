package org.ipstrial.dataimport.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.NumberText;
import org.ipstrial.dataimport.text.Personal;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.NearestName;

/** Why wanted columns are not in the first line: the header stands elsewhere, there is none, or it lacks them. */
final class AbsentColumns {

    private static final Pattern MADE_UP = Pattern.compile("(?i)@\\d+|_\\d+|VAR\\d{5}|V\\d+|X\\d+");

    private final String file;
    private final Header header;
    private final List<RecordReader.Line> first;
    private final Findings findings;

    /**
     * Looks at the beginning of a file.
     *
     * @param file     its name for messages
     * @param header   its first record, read as a header
     * @param first    its first records, that one included
     * @param findings what is found
     */
    AbsentColumns(String file, Header header, List<RecordReader.Line> first, Findings findings) {
        this.file = file;
        this.header = header;
        this.first = first;
        this.findings = findings;
    }

    /** Finds what is wrong; true where the rows can be read all the same. */
    boolean check(WantedColumns wanted) {
        Location where = Location.line(file, header.line());
        if (header.names().stream().anyMatch(wanted.ids()::contains)) {
            findings.add(FindingCode.E146, where, Shown.names(List.copyOf(wanted.asked())));
            return false;
        }
        if (header.names().containsAll(wanted.asked())) {
            return true;
        }
        Optional<RecordReader.Line> real = first.stream()
                .skip(1)
                .filter(line -> plain(line.cells()).containsAll(wanted.asked()))
                .findFirst();
        if (real.isPresent()) {
            long line = real.get().number();
            findings.add(FindingCode.E123, where, line, line - 1);
            return false;
        }
        Set<String> firstColumn = new HashSet<>();
        first.forEach(line -> firstColumn.add(CellText.plain(line.cells()[0])));
        // What the header lacks and the first column has: the header then is the ids of people.
        if (wanted.asked().stream().anyMatch(name -> !header.names().contains(name) && firstColumn.contains(name))) {
            findings.add(FindingCode.E146, where, Shown.names(List.copyOf(wanted.asked())));
            return false;
        }
        // One known name makes it a header; else its cells may be somebody's, and are shown only if sure.
        if (!namesOneOf(wanted) && (first.size() == 1 || looksLikeData())) {
            findings.add(FindingCode.E122, where, Shown.names(List.copyOf(wanted.asked())));
            return false;
        }
        List<String> named =
                header.names().stream().filter(any -> !any.isEmpty()).toList();
        boolean doubtful = mayBePeople(wanted);
        String names = doubtful ? "not shown, since they may be people's ids" : Shown.names(named);
        wanted.advice().forEach((name, advice) -> {
            if (!header.names().contains(name) && wanted.asked().contains(name)) {
                findings.add(FindingCode.E143, where, name, doubtful ? hint() : nearest(name), names, advice);
            }
        });
        return true;
    }

    /** A header that names nothing that is wanted but the ids, over fewer rows than columns, may be a turned table's. */
    private boolean mayBePeople(WantedColumns wanted) {
        return first.size() - 1 <= header.width()
                && wanted.asked().stream()
                        .filter(name -> !name.equals(wanted.id()))
                        .noneMatch(header.names()::contains);
    }

    private boolean namesOneOf(WantedColumns wanted) {
        Set<String> folded = header.names().stream().map(CellText::folded).collect(Collectors.toSet());
        return wanted.asked().stream().map(CellText::folded).anyMatch(folded::contains);
    }

    private String nearest(String name) {
        return NearestName.to(name, namesToShow())
                .map(near -> ", the nearest is '" + Shown.cut(near) + "'")
                .orElseGet(this::hint);
    }

    private String hint() {
        List<String> names = namesToShow();
        return !names.isEmpty()
                        && names.stream().allMatch(any -> MADE_UP.matcher(any).matches())
                ? " (a statistics program made up these names; export with the real ones)"
                : "";
    }

    private List<String> namesToShow() {
        return header.names().stream()
                .filter(any -> !any.isEmpty() && !Personal.isPersonal(any))
                .toList();
    }

    /** A number, or a value that stands in its column again, is no name; and names would be shown. */
    private boolean looksLikeData() {
        String[] cells = first.get(0).cells();
        for (int i = 0; i < cells.length; i++) {
            String cell = CellText.plain(cells[i]);
            if (isNumber(cell) || Personal.isPersonal(cell) || (!cell.isEmpty() && standsAgain(i, cell))) {
                return true;
            }
        }
        return false;
    }

    private boolean standsAgain(int column, String cell) {
        return first.stream()
                .skip(1)
                .filter(line -> line.cells().length > column
                        && !Arrays.equals(line.cells(), first.get(0).cells()))
                .anyMatch(line -> CellText.plain(line.cells()[column]).equals(cell));
    }

    private static boolean isNumber(String cell) {
        return switch (NumberText.formOf(cell)) {
            case INTEGER, POINT, COMMA, POINT_OR_THOUSANDS, COMMA_OR_THOUSANDS, GROUPED -> true;
            default -> false;
        };
    }

    private static Set<String> plain(String[] cells) {
        Set<String> plain = new HashSet<>();
        for (String cell : cells) {
            plain.add(CellText.plain(cell));
        }
        return plain;
    }
}
