package org.ipstrial.dataimport.column;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.SheetText;

/**
 * The ids: one for each person, and none that could be taken for another. An id is never shown; its line tells where it
 * is.
 */
public final class Ids {

    private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+\\d+");
    private static final Pattern POINT_ZERO = Pattern.compile("\\d+\\.0");

    private final RawColumn column;
    private final MissingWords missing;
    private final Findings findings;
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> folded = new HashMap<>();
    /** Ids that look like an earlier one and are not it; few, so that a million ids need one map only. */
    private final Map<String, Integer> lookalikes = new HashMap<>();

    private long longOnes;
    private int firstLong;
    private final List<Integer> pointZeros = new ArrayList<>();

    private Ids(RawColumn column, MissingWords missing, Findings findings) {
        this.column = column;
        this.missing = missing;
        this.findings = findings;
    }

    /**
     * Reads the ids in file order.
     *
     * @param column   the column of ids
     * @param arms     the arm of each row, to tell a doubled row from a person in two arms; null where missing
     * @param missing  what counts as missing
     * @param findings what is found
     */
    public static List<String> read(RawColumn column, List<String> arms, MissingWords missing, Findings findings) {
        Ids reader = new Ids(column, missing, findings);
        for (int row = 0; row < column.rows(); row++) {
            reader.id(row, arms);
        }
        reader.report();
        return reader.ids;
    }

    private void id(int row, List<String> arms) {
        String cell = column.cell(row);
        String id = CellText.plain(cell);
        ids.add(id);
        if (missing.isMissingId(id)) {
            findings.add(FindingCode.E207, column.at(row));
            return;
        }
        int control = CellText.firstControl(CellText.trim(cell));
        int odd = Math.max(CellText.firstOddBlank(cell), CellText.firstDirectionMark(cell));
        if (control >= 0) {
            findings.add(FindingCode.E110, column.at(row), "the id", CellText.hex(control));
        } else if (odd >= 0) {
            findings.add(FindingCode.E108, column.at(row), CellText.hex(odd));
        } else if (SheetText.isFormula(id)) {
            findings.add(FindingCode.E237, column.at(row), "the id", "1 cell");
        }
        form(row, id);
        Integer alike = folded.putIfAbsent(CellText.folded(id), row);
        if (alike == null) {
            return;
        }
        Integer same = ids.get(alike).equals(id) ? alike : lookalikes.putIfAbsent(id, row);
        if (same == null) {
            findings.add(FindingCode.E206, column.at(row), column.line(alike));
        } else {
            twice(same, row, arms);
        }
    }

    private void form(int row, String id) {
        if (ROUNDED.matcher(id).matches()) {
            findings.add(FindingCode.E203, column.at(row));
        } else if (id.length() >= 15 && id.endsWith("000") && id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            firstLong = longOnes++ == 0 ? row : firstLong;
        } else if (id.endsWith(".0") && POINT_ZERO.matcher(id).matches()) {
            pointZeros.add(row);
        }
    }

    private void twice(int before, int row, List<String> arms) {
        String mine = CellText.trim(column.cell(row));
        String other = CellText.trim(column.cell(before));
        boolean composed = Normalizer.isNormalized(mine, Normalizer.Form.NFC)
                == Normalizer.isNormalized(other, Normalizer.Form.NFC);
        if (!composed) {
            findings.add(FindingCode.E107, column.at(row), column.line(before));
        } else if (inTwoArms(before, row, arms)) {
            findings.add(FindingCode.E213, column.at(row), column.line(before));
        } else if (column.fingerprint(before) == column.fingerprint(row)) {
            findings.add(
                    FindingCode.E200,
                    column.at(row),
                    column.line(before),
                    ", and the whole row is the same",
                    "it was perhaps exported twice: remove one of the two");
        } else {
            findings.add(
                    FindingCode.E200,
                    column.at(row),
                    column.line(before),
                    ", and the rows differ",
                    "see which row is right, and whether rows are visits and not people");
        }
    }

    private static boolean inTwoArms(int before, int row, List<String> arms) {
        return !arms.isEmpty()
                && arms.get(before) != null
                && arms.get(row) != null
                && !arms.get(before).equals(arms.get(row));
    }

    private void report() {
        if (longOnes > 0) {
            findings.add(FindingCode.W204, column.at(firstLong), Shown.number(longOnes, "id"));
        }
        if (pointZeros.size() == column.rows() && !pointZeros.isEmpty()) {
            findings.add(FindingCode.W205, column.whole());
        } else {
            pointZeros.forEach(row -> findings.add(FindingCode.E205, column.at(row)));
        }
    }
}
