package org.ipstrial.dataimport.column;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataimport.text.NumberText;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataimport.text.Spreadsheet;
import org.ipstrial.dataset.CodePointOrder;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.NearestName;
import org.ipstrial.finding.SheetText;
import org.ipstrial.plan.codes.CodeMap;

/** A column of labels: arms, sites, diagnoses. Spellings are never merged; those that look alike are told of. */
public final class Labels {

    private final RawColumn column;
    private final MissingWords missing;
    private final boolean arm;
    private final Optional<CodeMap> codes;
    private final Findings findings;
    private final Map<String, Spelling> spellings = new LinkedHashMap<>();
    private final Map<String, Long> counts = new TreeMap<>(CodePointOrder.INSTANCE);

    private Labels(RawColumn column, MissingWords missing, boolean arm, Optional<CodeMap> codes, Findings findings) {
        this.column = column;
        this.missing = missing;
        this.arm = arm;
        this.codes = codes;
        this.findings = findings;
    }

    /**
     * The arms in file order; null where missing. Everybody must have one, and there must be two at least.
     *
     * @param codes what the cells mean, where they are not the arms themselves
     * @param one   whether one will do
     */
    public static List<String> arms(
            RawColumn column, Optional<CodeMap> codes, boolean one, MissingWords missing, Findings findings) {
        Labels labels = new Labels(column, missing, true, codes, findings);
        List<String> arms = labels.read();
        if (!PersonalNumbers.foundIn(column, findings)) {
            labels.checkSpellings();
            labels.checkArms(one);
        }
        return arms;
    }

    /**
     * Other labels in file order; null where missing.
     *
     * @param codes what the cells mean, where they are not the labels themselves
     */
    public static List<String> read(
            RawColumn column, Optional<CodeMap> codes, MissingWords missing, Findings findings) {
        Labels labels = new Labels(column, missing, false, codes, findings);
        List<String> read = labels.read();
        if (!PersonalNumbers.foundIn(column, findings)) {
            labels.checkSpellings();
        }
        return read;
    }

    private List<String> read() {
        List<String> labels = new ArrayList<>(column.rows());
        for (int row = 0; row < column.rows(); row++) {
            String cell = column.cell(row);
            Spelling spelling = spellings.get(cell);
            if (spelling == null) {
                spelling = spelling(CellText.plain(cell), row);
                spellings.put(cell, spelling);
            }
            spelling.standsAt(row);
            labels.add(spelling.label());
        }
        return labels;
    }

    private Spelling spelling(String plain, int row) {
        Optional<String> mapped = codes.flatMap(map -> map.label(plain));
        if (mapped.isPresent()) {
            return new Spelling(mapped.get(), null, row);
        }
        boolean isMissing = missing.isMissing(plain) && !Spreadsheet.isError(plain);
        // What must be mapped and is not is no label; what a spreadsheet could not compute is told as that.
        boolean unmapped = codes.isPresent() && !isMissing && !Spreadsheet.isError(plain);
        return new Spelling(isMissing || unmapped ? null : plain, unmapped ? plain : null, row);
    }

    private void checkSpellings() {
        spellings.forEach((cell, spelling) -> {
            if (spelling.unmapped() != null) {
                unmapped(spelling);
            } else if (spelling.label() == null) {
                missing(spelling);
            } else {
                counts.merge(spelling.label(), spelling.count(), Long::sum);
                check(cell, spelling);
            }
        });
        if (codes.isEmpty()) {
            Variants.check(column, counts, arm, findings);
        }
    }

    private void unmapped(Spelling spelling) {
        List<String> known = codes.orElseThrow().codes();
        String nearest = NearestName.to(spelling.unmapped(), known)
                .map(code -> ", the nearest is '" + Shown.cut(code) + "'")
                .orElse("");
        FindingCode code = arm ? FindingCode.E210 : FindingCode.E233;
        each(code, spelling, Shown.value(spelling.unmapped()), Shown.names(known), nearest);
    }

    /** A finding for each cell of a spelling; those beyond the lines that were kept are counted without theirs. */
    private void each(FindingCode code, Spelling spelling, Object... arguments) {
        for (int row : spelling.rows()) {
            findings.add(code, column.at(row), arguments);
        }
        for (long more = spelling.rows().size(); more < spelling.count(); more++) {
            findings.add(code, column.whole(), arguments);
        }
    }

    private void missing(Spelling spelling) {
        if (arm) {
            each(FindingCode.E212, spelling, "the arm is missing");
        }
    }

    private void check(String cell, Spelling spelling) {
        String label = spelling.label();
        String shown = Shown.value(label);
        int odd = CellText.firstOddBlank(cell);
        int turned = CellText.firstDirectionMark(cell);
        int control = CellText.firstControl(CellText.trim(cell));
        if (control >= 0) {
            add(FindingCode.E110, spelling, "the label", CellText.hex(control));
        }
        if (odd >= 0) {
            String what = "an invisible character or an odd blank";
            add(
                    FindingCode.W108,
                    spelling,
                    "the label",
                    what,
                    CellText.hex(odd),
                    Shown.number(spelling.count(), "cell"),
                    shown);
        }
        if (turned >= 0) {
            add(FindingCode.W109, spelling, "the label", CellText.hex(turned), Shown.number(spelling.count(), "cell"));
        }
        if (Spreadsheet.isError(label)) {
            add(FindingCode.E228, spelling, shown);
        } else if (codes.isPresent()) {
            // What the plan calls it is the plan's own affair.
            return;
        } else if (missing.looksMissing(label)) {
            if (arm) {
                add(FindingCode.E212, spelling, shown + " looks like a missing arm");
            } else {
                add(FindingCode.W238, spelling, shown, Shown.number(spelling.count(), "cell"));
            }
        } else if (Spreadsheet.isDateOfLabel(label)) {
            add(FindingCode.E236, spelling, shown, Shown.number(spelling.count(), "cell"));
        } else if (SheetText.isFormula(label)) {
            add(FindingCode.E237, spelling, shown, Shown.number(spelling.count(), "cell"));
        }
    }

    private void add(FindingCode code, Spelling spelling, Object... arguments) {
        findings.add(code, column.at(spelling.firstRow()), arguments);
    }

    private void checkArms(boolean one) {
        // Where some arms are missing, that is what is wrong.
        if (!one && counts.size() == 1 && counts.containsValue((long) column.rows())) {
            String only = counts.keySet().iterator().next();
            findings.add(FindingCode.E214, column.whole(), column.rows(), Shown.value(only));
        }
        boolean numbers =
                counts.keySet().stream().allMatch(label -> NumberText.formOf(label) == NumberText.Form.INTEGER);
        if (counts.size() > 1 && numbers && codes.isEmpty()) {
            findings.add(FindingCode.W216, column.whole(), Shown.counts(counts));
        }
    }
}
