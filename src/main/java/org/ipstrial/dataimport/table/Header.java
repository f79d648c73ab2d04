package org.ipstrial.dataimport.table;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.NationalNumber;
import org.ipstrial.dataimport.text.Personal;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.SheetText;

/**
 * The names of the columns, read plain.
 *
 * @param line  the line on which they begin
 * @param names one for each column; empty where a column has none
 */
record Header(long line, List<String> names) {

    /** Reads the names. */
    static Header of(RecordReader.Line record) {
        return new Header(
                record.number(), Stream.of(record.cells()).map(CellText::plain).toList());
    }

    /** Checks that the names can be told apart and say nothing of a person. Shows them, so they must not be data. */
    void check(String file, RecordReader.Line record, Set<String> wanted, Findings findings) {
        Map<String, Integer> exact = new HashMap<>();
        Map<String, Integer> folded = new HashMap<>();
        Location where = Location.line(file, record.number());
        for (int number = 1; number <= names.size(); number++) {
            String name = names.get(number - 1);
            if (name.isEmpty()) {
                continue;
            }
            if (Personal.isPersonal(name)) {
                String what = NationalNumber.looksLike(name) ? "a personal number" : "an e-mail address";
                findings.add(FindingCode.E144, where, number, what);
                continue;
            }
            odd(where, record.cells()[number - 1], name, findings);
            if (wanted.contains(name)) {
                shown(Location.column(file, Shown.cut(name), number), name, findings);
            }
            Integer same = exact.putIfAbsent(name, number);
            Integer alike = folded.putIfAbsent(CellText.folded(name), number);
            if (same != null) {
                findings.add(FindingCode.E140, where, same, number, Shown.cut(name));
            } else if (alike != null) {
                findings.add(FindingCode.E141, where, alike, number, Shown.cut(names.get(alike - 1)), Shown.cut(name));
            }
        }
    }

    /** Results show the names of the columns that they are about. */
    private static void shown(Location where, String name, Findings findings) {
        int control = CellText.firstControl(name);
        if (control >= 0) {
            findings.add(FindingCode.E110, where, "the name of the column", CellText.hex(control));
        } else if (SheetText.isFormula(name)) {
            findings.add(FindingCode.E237, where, "the name of the column", Shown.value(name));
        }
    }

    private static void odd(Location where, String cell, String name, Findings findings) {
        int blank = CellText.firstOddBlank(cell);
        if (blank >= 0) {
            String what = "an invisible character or an odd blank";
            findings.add(
                    FindingCode.W108,
                    where,
                    "the name of a column",
                    what,
                    CellText.hex(blank),
                    "1 cell",
                    "'" + Shown.cut(name) + "'");
        } else if (!Normalizer.isNormalized(cell, Normalizer.Form.NFC)) {
            findings.add(
                    FindingCode.W108,
                    where,
                    "the name of a column",
                    "letters and accents apart (Unicode form NFD)",
                    CellText.hex(Normalizer.normalize(cell, Normalizer.Form.NFD).codePointAt(0)),
                    "1 cell",
                    "'" + Shown.cut(name) + "'");
        }
    }

    /** How many columns there are. */
    int width() {
        return names.size();
    }

    /** How many columns there are up to the last that has a name. */
    int namedWidth() {
        int width = names.size();
        while (width > 0 && names.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    /** Whether a record is this header once more. */
    boolean isRepeatedBy(String[] cells) {
        if (cells.length != names.size() || !CellText.plain(cells[0]).equals(names.get(0))) {
            return false;
        }
        for (int i = 1; i < cells.length; i++) {
            if (!CellText.plain(cells[i]).equals(names.get(i))) {
                return false;
            }
        }
        return true;
    }
}
