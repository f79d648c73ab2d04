package org.ipstrial.dataimport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ipstrial.dataimport.column.Ids;
import org.ipstrial.dataimport.column.Labels;
import org.ipstrial.dataimport.column.OutcomeColumn;
import org.ipstrial.dataimport.column.PersonalNumbers;
import org.ipstrial.dataimport.column.ReadOutcome;
import org.ipstrial.dataimport.table.ColumnNames;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.table.RawTable;
import org.ipstrial.dataimport.table.WantedColumns;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataimport.text.Personal;
import org.ipstrial.dataset.CodePointOrder;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.SheetText;
import org.ipstrial.finding.VisibleText;
import org.ipstrial.outcome.OutcomeKind;

/**
 * What a participants file holds, for somebody who writes a plan for it: the arms with their sizes, and what each other
 * column could be. Of values it tells the levels of columns with few labels, and no others; never an id.
 *
 * @param rows    how many people there are
 * @param arms    people by arm, by code point
 * @param columns the columns besides id and arm that have a name that may be shown, in file order
 */
public record ParticipantsSurvey(long rows, Map<String, Long> arms, List<SurveyedColumn> columns) {

    /** A column with more labels than this is no column of few labels. */
    private static final int FEW = 12;

    private static final int LONGEST = 60;

    /**
     * Surveys a file.
     *
     * @param id       the column of pseudonyms
     * @param arm      the column of arms
     * @param allowed  codes that the user accepts
     * @param warnings where warnings go
     * @throws org.ipstrial.finding.RefusedException if ids, arms or the table itself are refused
     */
    public static ParticipantsSurvey of(
            DataSource source,
            ReadOptions options,
            String id,
            String arm,
            Set<FindingCode> allowed,
            Findings warnings) {
        Findings findings = new Findings(allowed);
        OpenedFile file = OpenedFile.of(source, options, findings);
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put(id, "name the column of ids with --id");
        wanted.put(arm, "name the column of arms with --arm");
        ColumnNames.of(file.text(), file.dialect()).stream()
                .filter(ParticipantsSurvey::mayBeShown)
                .forEach(name -> wanted.putIfAbsent(name, ""));
        RawTable table = file.table(new WantedColumns(id, wanted), options, findings);
        MissingWords missing = new MissingWords(options.missing());
        Map<String, Long> arms = new TreeMap<>(CodePointOrder.INSTANCE);
        table.column(arm).ifPresent(column -> {
            List<String> labels = Labels.arms(column, Optional.empty(), false, missing, findings);
            labels.stream().filter(label -> label != null).forEach(label -> arms.merge(label, 1L, Long::sum));
            table.column(id).ifPresent(ids -> {
                PersonalNumbers.checkIds(ids, findings);
                Ids.read(ids, labels, missing, findings);
            });
        });
        findings.throwIfRefused();
        warnings.addAll(findings);
        List<SurveyedColumn> columns = new ArrayList<>();
        for (RawColumn column : table.columns().values()) {
            if (!column.name().equals(id) && !column.name().equals(arm)) {
                columns.add(survey(column, options, missing));
            }
        }
        return new ParticipantsSurvey(table.rows(), arms, columns);
    }

    private static boolean mayBeShown(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && VisibleText.isVisible(name)
                && !SheetText.isFormula(name)
                && !Personal.isPersonal(name);
    }

    private static SurveyedColumn survey(RawColumn column, ReadOptions options, MissingWords missing) {
        SurveyedColumn none = new SurveyedColumn(column.name(), SurveyedColumn.Use.NONE, "", List.of());
        Findings apart = new Findings();
        if (PersonalNumbers.foundIn(column, apart)) {
            return none;
        }
        OutcomeRequest request = new OutcomeRequest(column.name(), Optional.empty(), Optional.empty());
        Optional<ReadOutcome> outcome = OutcomeColumn.read(column, request, options.decimal(), missing, apart);
        if (outcome.isPresent() && !apart.refuse()) {
            boolean binary = outcome.get().definition().kind() == OutcomeKind.BINARY;
            return new SurveyedColumn(
                    column.name(),
                    binary ? SurveyedColumn.Use.BINARY : SurveyedColumn.Use.AMOUNT,
                    outcome.get().definition().eventValue(),
                    List.of());
        }
        return levels(column, missing)
                .map(levels -> new SurveyedColumn(column.name(), SurveyedColumn.Use.LABELS, "", levels))
                .orElse(none);
    }

    /** The levels of a column that holds few, each of them more than once on average; nothing where they may say who. */
    private static Optional<List<String>> levels(RawColumn column, MissingWords missing) {
        Set<String> levels = new TreeSet<>(CodePointOrder.INSTANCE);
        int known = 0;
        for (int row = 0; row < column.rows(); row++) {
            String plain = CellText.plain(column.cell(row));
            if (missing.isMissing(plain)) {
                continue;
            }
            known++;
            levels.add(plain);
            boolean odd = !VisibleText.isVisible(plain) || SheetText.isFormula(plain);
            if (odd || levels.size() > FEW || isAboutSomebody(plain)) {
                return Optional.empty();
            }
        }
        return known >= 2 * levels.size() && !levels.isEmpty() ? Optional.of(List.copyOf(levels)) : Optional.empty();
    }

    private static boolean isAboutSomebody(String plain) {
        return Personal.isPersonal(plain) || Personal.isPhone(plain) || Personal.isFreeText(plain);
    }
}
